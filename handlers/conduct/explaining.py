"""Explaining: the author of a held message learns why, in private, and can mend it or talk."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from bot.community.members import Place, Role
from bot.storage import agenda, members, outbox
from bot.storage.conduct import cases, evidence
from bot.storage.conduct.cases import Case
from bot.storage.conduct.evidence import Evidence
from content import Html, Words
from content.markup import pieces, strip_tags, utf16_length
from handlers import help as help_card
from handlers.buttons import Button, Rows, number, pack
from handlers.conduct import card
from handlers.conduct.sheet import MESSAGE_LIMIT
from handlers.conduct.standing import words_of
from handlers.context import Context
from handlers.routes import Due, Pressed, Result, Routes
from moderation.conduct.ladder import Step

TOLD, DISCREET_OVER = "conduct.told", "conduct.discreet_over"
PAYLOAD = "retenu"
DISCREET_FOR = timedelta(minutes=10)
MOST_EXPLAINED, MOST_WITHIN = 5, timedelta(minutes=10)
"""Who tries again and is held again learns it each time, up to so many."""


def register(on: Routes) -> None:
    """The explanation, where it arrives or not, and its two buttons."""
    on.result(TOLD, told)
    on.due(DISCREET_OVER, take_discreet_away)
    on.button("held.rephrase", rephrase)
    on.button("held.talk", talk, Role.MEMBER)


async def explain(case: Case, kept: Evidence, context: Context) -> None:
    """Tell the author of a held message why; of many at once, only of the first ones."""
    if case.user_id < 0 or await _told_enough(case, context):
        return
    person = await members.person(context.tx, case.user_id)
    if person is None or not person.private_chat:
        await _say_in_group(case, context)
        return
    text, buttons = await _explanation(case, kept, context)
    await context.say(
        case.user_id,
        text,
        buttons,
        key=f"held:{kept.id}",
        wants=TOLD,
        echo={"case": case.id, "held": True},
    )


async def _told_enough(case: Case, context: Context) -> bool:
    held = [each for each in await evidence.of(context.tx, case.id) if each.removal == "done"]
    return sum(context.now - each.at < MOST_WITHIN for each in held) > MOST_EXPLAINED


async def _explanation(case: Case, kept: Evidence, context: Context) -> tuple[Html, Rows]:
    words = await words_of(case, context)
    seen = await _seen(case, kept, context)
    article = next(iter(seen.values()))
    text = words.text(
        "conduct.held",
        what=", ".join(words.label(f"conduct.rules.{rule}") for rule in seen),
        article=article,
        title=title_of(article, words, context),
        do=_to_do(seen, words),
    )
    if kept.album is not None:
        text = Html(f"{text}\n\n{words.text('conduct.held_album')}")
    mend = Button(words.label("conduct.buttons.rephrase"), pack("held.rephrase", kept.id))
    talk = Button(words.label("conduct.buttons.talk"), pack("held.talk", case.id))
    return text, [[mend], [talk], [help_card.button(words)]]


async def _seen(case: Case, kept: Evidence, context: Context) -> dict[str, int]:
    """Return each rule that spoke of one message, with its article.

    All are told: who mends the first alone is held again for the second.
    """
    found = await evidence.findings(context.tx, case.id)
    seen = {each.rule: each.article for each in found if each.evidence == kept.id}
    return seen or {case.rule: case.article}


def _to_do(seen: Mapping[str, int], words: Words) -> Html:
    articles = dict.fromkeys(seen.values())
    return Html("\n\n".join(words.text(f"conduct.do.article_{each}") for each in articles))


def title_of(article: int, words: Words, context: Context) -> str:
    """Return the title of an article of the code of conduct."""
    articles = context.community.content.code(words.language).articles
    return next((each.title for each in articles if each.number == article), "")


async def told(result: Result, context: Context) -> None:
    """Note whether words arrived; where they did not, say something discreet in the group."""
    case = await cases.case(context.tx, result.echo["case"])
    if case is None:
        return
    case = await cases.update(context.tx, case.id, told="yes" if result.ok else "no")
    if not result.ok and result.echo.get("held"):
        await _say_in_group(case, context)
    await card.show(case, context)


# Where the private chat is closed


async def _say_in_group(case: Case, context: Context) -> None:
    """Say in the group, naming nobody, that the author of a message can learn why it went."""
    group = await context.chat_id(Place.GROUP)
    if group is None:
        return
    await agenda.schedule(context.tx, DISCREET_OVER, case.id, context.now + DISCREET_FOR)
    words, name = await context.words(), f"discreet:{case.id}"
    if await outbox.message(context.tx, name) or await outbox.is_open(context.tx, name):
        return
    why = Button(words.label("conduct.buttons.why"), url=context.community.link(PAYLOAD))
    await context.say(group, words.text("conduct.discreet"), [[why]], message=name, silent=True)


async def take_discreet_away(due: Due, context: Context) -> None:
    """Remove the discreet word from the group."""
    group = await context.chat_id(Place.GROUP)
    if group is not None:
        await context.remove(group, f"discreet:{due.key}")


async def explain_anew(case: Case, kept: Evidence, context: Context) -> None:
    """Explain to the author of a held message who opened the chat from the group."""
    text, buttons = await _explanation(case, kept, context)
    await context.say(case.user_id, text, buttons, wants=TOLD, echo={"case": case.id})


# Mending it, talking about it


async def rephrase(pressed: Pressed, context: Context) -> None:
    """Show somebody their own message, to copy and mend."""
    kept = await evidence.evidence(context.tx, number(pressed.args) or 0)
    case = await cases.case(context.tx, kept.case) if kept else None
    words = await context.words(pressed.user.id)
    if kept is None or case is None or case.user_id != pressed.user.id:
        text = words.label("conduct.toasts.not_yours")
        await context.answer(pressed.query_id, text, alert=True)
        return
    if not kept.text:
        await context.say(pressed.chat_id, words.text("conduct.rephrase_gone"))
        return
    key = "copy" if case.step is Step.NOTHING else "rephrase"
    do = _to_do(await _seen(case, kept, context), words)
    text = words.text(f"conduct.{key}", do=do, text=Html.quote(kept.text))
    if utf16_length(strip_tags(text)) <= MESSAGE_LIMIT:
        await context.say(pressed.chat_id, text)
        return
    await context.say(pressed.chat_id, words.text(f"conduct.{key}_below", do=do))
    for piece in pieces(kept.text, MESSAGE_LIMIT):
        await context.say(pressed.chat_id, Html(f"<code>{Html.quote(piece)}</code>"))


async def talk(pressed: Pressed, context: Context) -> None:
    """Open the way to a moderator about one's own case."""
    case = await cases.case(context.tx, number(pressed.args) or 0)
    words = await context.words(pressed.user.id)
    if case is None or case.user_id != pressed.user.id:
        text = words.label("conduct.toasts.not_yours")
        await context.answer(pressed.query_id, text, alert=True)
        return
    await context.tell(
        "person_wanted",
        f"case:{case.id}:{context.now:%Y%m%d}",
        user_id=pressed.user.id,
        text=(await context.words()).label("conduct.wants_to_talk", reference=case.reference),
        noted="conduct.talk_noted",
    )
