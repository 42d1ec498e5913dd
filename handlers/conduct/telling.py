"""Telling: the words of a decision to its person, at once or when they open the private chat."""

from __future__ import annotations

from telegram import Update

from bot.storage.conduct import cases, evidence
from bot.storage.conduct.cases import ACT_OF, Case
from bot.storage.persons import person_hash
from content import Html, Words
from handlers import help as help_card
from handlers.buttons import Button, pack
from handlers.conduct.explaining import PAYLOAD, TOLD, explain_anew, title_of
from handlers.conduct.standing import words_of
from handlers.context import Context
from handlers.routes import Routes
from moderation.conduct.appeals import APPEAL_WITHIN
from moderation.conduct.ladder import Step

LONGEST_SHOWN = 600
"""Characters of their own message, shown so that people know which one it is."""


def register(on: Routes) -> None:
    """The opening of the private chat, and the link left where a message was taken out."""
    on.before.append(tell_late)
    on.start(PAYLOAD, tell_why)


async def tell_decision(case: Case, context: Context) -> None:
    """Tell somebody what was decided about them; of nothing wrong, only who was held."""
    number = await held(case, context)
    if case.user_id < 0 or (case.step is Step.NOTHING and number is None):
        return
    words = await words_of(case, context)
    text, rows = _text(case, words, context), [[help_card.button(words)]]
    if case.step is not Step.NOTHING and not case.undone:
        text = Html(f"{text}{await _their_message(case, words, context)}")
    if case.step is Step.NOTHING:
        again = Button(words.label("conduct.buttons.copy"), pack("held.rephrase", number))
        rows = [[again], *rows]
    echo, silent = {"case": case.id}, context.is_night
    await context.say(case.user_id, text, rows, wants=TOLD, echo=echo, silent=silent)


async def held(case: Case, context: Context) -> int | None:
    """Return the number of the newest message that a case took out of the group, or None."""
    kept = await evidence.of(context.tx, case.id)
    return next((each.id for each in reversed(kept) if each.removal == "done"), None)


async def _their_message(case: Case, words: Words, context: Context) -> Html:
    """Return the newest message of theirs that a decision is about, while its words are kept."""
    said = [each.text for each in await evidence.of(context.tx, case.id) if each.text]
    if not said:
        return Html()
    text = said[-1] if len(said[-1]) <= LONGEST_SHOWN else f"{said[-1][:LONGEST_SHOWN]} […]"
    shown = words.text("conduct.told.about", text=Html.quote(text))
    return Html(f"\n\n{shown}")


def _text(case: Case, words: Words, context: Context) -> Html:
    """Return what happened, what to do now, and how to appeal; or that it is undone."""
    step = case.step or Step.NOTHING
    if case.undone:
        return words.text(f"conduct.undone.{ACT_OF[step]}")
    zone = context.community.timezone
    last_day = (case.decided_at or context.now).astimezone(zone) + APPEAL_WITHIN
    values: dict[str, object] = {
        "happened": words.text(f"conduct.happened.article_{case.article}"),
        "article": case.article,
        "title": title_of(case.article, words, context),
        "do": words.text(f"conduct.do.article_{case.article}"),
        "appeal": words.text("conduct.told.appeal", date=words.date(last_day)),
    }
    if case.until is not None:
        values["until"] = words.moment(case.until.astimezone(zone))
    return words.text(f"conduct.told.{ACT_OF[step]}", **values)


async def tell_late(update: Update, context: Context) -> None:
    """Tell who opens the private chat of a decision that could not be written to them before."""
    message = update.message
    if message is None or message.from_user is None or message.chat_id != message.from_user.id:
        return
    if not (message.text or "").startswith("/start") or PAYLOAD in (message.text or ""):
        return
    for case in await cases.of(context.tx, message.from_user.id):
        if case.told == "no" and _still_matters(case, context):
            await tell_decision(await cases.update(context.tx, case.id, told=None), context)


def _still_matters(case: Case, context: Context) -> bool:
    """Tell whether a decision stands that its person, who had nothing erased, may appeal."""
    if case.decided_at is None or case.undone or case.is_erased or not case.has_effect:
        return False
    return context.now - case.decided_at < APPEAL_WITHIN


async def tell_why(update: Update, context: Context) -> None:
    """Tell whoever opens the chat from the group about their own newest message that was held.

    Once it is decided, that is the decision; before, why the message is set aside.
    """
    user = update.effective_user
    if user is None:
        return
    kept = await evidence.latest_held(context.tx, person_hash(context.tx, user.id))
    case = await cases.case(context.tx, kept.case) if kept else None
    if kept is None or case is None:
        words = await context.words(user.id)
        text = words.text("conduct.nothing_held")
        await context.say(user.id, text, [[help_card.button(words)]])
    elif case.is_open:
        await explain_anew(case, kept, context)
    else:
        await tell_decision(case, context)
