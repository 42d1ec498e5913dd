"""The moderators' card of a file: what they read, what they can press, what stays of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from bot.community.members import Place
from bot.storage import members, outbox, screening
from bot.storage.conduct import cases
from bot.storage.screening import Application, Detail
from content import Html, Words
from content.markup import strip_tags, utf16_length
from handlers.buttons import Button, Rows, column, pack
from handlers.context import DELETABLE_FOR, Context
from handlers.members import coordinators, moderator_count, name_of
from handlers.screening.conflicts import conflict_lines, in_conflict
from handlers.screening.files import (
    RAID_WINDOW,
    in_a_raid,
    is_reachable,
    unpack_findings,
    view_of,
)
from handlers.screening.screens import View, answer_html
from moderation.conduct.ladder import Step
from moderation.screening.decisions import UNDO_FOR, FileState, Status

MESSAGE_LIMIT = 4096
"""UTF-16 units (https://core.telegram.org/bots/api#sendmessage)."""

SHORTER = (4096, 500, 300, 150, 60)
"""Characters of each answer, tried in turn until the card fits."""

EXCHANGES_SHOWN = 3
RAID = "raid"
RAID_CARD_GROWS_FOR = timedelta(hours=1)


def card_name(file: Application) -> str:
    """Return the name of a file's card among the messages."""
    return f"card:{file.id}"


def news_name(file: Application) -> str:
    """Return the name of the short message under a card that says an answer arrived."""
    return f"news:{file.id}"


async def present(file: Application, context: Context) -> None:
    """Put a file before the moderators: its card, or a line of the growing card in a raid."""
    chat_id = await context.chat_id(Place.MODERATORS)
    if chat_id is None:
        return
    if await in_a_raid(context):
        await _grow(chat_id, context)
        return
    await post(file, chat_id, context)


async def post(file: Application, chat_id: int, context: Context) -> None:
    """Post the card at the bottom of the moderators' chat; the former one goes."""
    name = card_name(file)
    former = await outbox.message(context.tx, name)
    if former is not None and context.now - former.sent_at >= DELETABLE_FOR:
        await _empty(file, former.message_id, context)
    await outbox.drop_uncertain(context.tx, name, context.now)
    await context.remove(chat_id, name)
    text, buttons = await render(file, context)
    await context.say(chat_id, text, buttons, message=name, silent=context.is_night)
    await tell_lack(file, context)


async def _empty(file: Application, message_id: int, context: Context) -> None:
    """Turn a former card, or a second copy of one, into a line that sends to the card."""
    chat_id, words = await context.chat_id(Place.MODERATORS), await context.words()
    text = words.text("card.moved", reference=file.reference)
    params = {"chat_id": chat_id, "message_id": message_id, "text": text, "parse_mode": "HTML"}
    await context.do("editMessageText", params, chat_id)


async def recognise(file: Application, message_id: int, context: Context) -> bool:
    """Tell whether a press came from a file's card; learn it where its sending was uncertain.

    What was sent again for want of an answer may stand twice, and a restored backup may give the
    number of a file again: what is not the card loses the answers and decides nothing.
    """
    chat_id = await context.chat_id(Place.MODERATORS)
    name = card_name(file)
    if chat_id is None:
        return False
    if known := await outbox.message_name(context.tx, chat_id, message_id):
        return known == name
    if await outbox.message(context.tx, name) is not None:
        await _empty(file, message_id, context)
        return False
    await outbox.learn_message(context.tx, name, chat_id, message_id, context.now)
    return True


async def forget_name(file: Application, context: Context) -> None:
    """Take the name off the card of somebody who was not admitted."""
    chat_id = await context.chat_id(Place.MODERATORS)
    if chat_id is not None and await outbox.message(context.tx, card_name(file)):
        words = await context.words()
        text = words.text("card.closed.forgotten", reference=file.reference)
        await context.change(chat_id, card_name(file), text)


async def refresh(file: Application, context: Context) -> None:
    """Bring a card up to date; decided, it loses the answers."""
    chat_id = await context.chat_id(Place.MODERATORS)
    if chat_id is None:
        return
    name = card_name(file)
    if not file.status.waits_for_decision:
        await outbox.drop_uncertain(context.tx, name, context.now)
        await context.remove(chat_id, news_name(file))
    if await outbox.message(context.tx, name) or await outbox.is_open(context.tx, name):
        text, buttons = await render(file, context)
        await context.change(chat_id, name, text, buttons)


async def render(file: Application, context: Context) -> tuple[str, Rows]:
    """Return a card's text and buttons for where its file stands."""
    words = await context.words()
    if file.status.waits_for_decision:
        return await _open_card(file, words, context), await _open_buttons(file, words, context)
    return await _closed_card(file, words, context), _closed_buttons(file, words, context)


async def _open_card(file: Application, words: Words, context: Context) -> str:
    name = await name_of(file.user_id, context)
    sent_at = (file.sent_at or file.opened_at).astimezone(context.community.timezone)
    since = words.moment(sent_at)
    head = [words.text("card.card", reference=file.reference, name=name, since=since)]
    if context.community.dry_run:
        head.insert(0, words.text("card.dry_run"))
    head += await conflict_lines(file, words, context)
    head += await _standing_lines(file, words, context)
    view, details = await view_of(file, context), await screening.details(context.tx, file.id)
    for most in SHORTER:
        exchanges = [_exchange(d, words, most) for d in details[-EXCHANGES_SHOWN:]]
        parts = [*head, _answers(view, words, context, most), _findings(file, words), *exchanges]
        text = "\n\n".join(parts)
        if utf16_length(strip_tags(text)) <= MESSAGE_LIMIT:
            break
    return text


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[:most]} […]"


async def _standing_lines(file: Application, words: Words, context: Context) -> list[Html]:
    state = await state_of(file, context)
    lines = await _removed_before(file, words, context)
    if not await is_reachable(file.user_id, context):
        lines.append(words.text("card.unreachable"))
    if state.approvals:
        names = await _names(state.approvals, context)
        lines.append(words.text("card.accepted_once", names=names))
    elif state.flagged:
        lines.append(words.text("card.needs_two"))
    if file.taken_by is not None:
        name = await name_of(file.taken_by, context)
        lines.append(words.text("card.taken", name=name))
    if state.recused:
        lines.append(words.text("card.recused", names=await _names(state.recused, context)))
    if state.lacks_moderators:
        lines.append(words.text("card.lacks_moderators"))
    return [Html("\n".join(lines))] if lines else []


async def _removed_before(file: Application, words: Words, context: Context) -> list[Html]:
    """Say when somebody who asks to come in was removed from the group, and for what."""
    zone = context.community.timezone
    return [
        words.text(
            "card.removed_before",
            reference=case.reference,
            article=case.article,
            date=words.date(case.decided_at.astimezone(zone)),
        )
        for case in await cases.of(context.tx, file.user_id)
        if case.step is Step.REMOVAL and not case.undone and case.decided_at is not None
    ]


async def _names(people: frozenset[int], context: Context) -> str:
    return ", ".join([await name_of(user_id, context) for user_id in sorted(people)])


def _answers(view: View, words: Words, context: Context, most: int) -> Html:
    questions = context.community.content.screening(words.language).questions
    answers = [(question, view.answer(question)) for question in questions]
    return Html(
        "\n\n".join(
            words.text(
                "screening.answer",
                title=question.title,
                answer=answer_html(question, replace(answer, text=_cut(answer.text, most))),
            )
            for question, answer in answers
        )
    )


def _in_words(detail: Mapping[str, str], words: Words) -> dict[str, str]:
    """Return the values of a finding as people read them: a date in full."""
    return {
        name: words.date(date.fromisoformat(value)) if name == "decided_on" else value
        for name, value in detail.items()
    }


def _findings(file: Application, words: Words) -> Html:
    lines = [
        words.text(f"review.rules.{f.rule}", excerpt=f.excerpt, **_in_words(f.detail, words))
        for f in unpack_findings(file.review)
    ]
    recommendation = file.review.get("recommendation", "adequate")
    advice = words.text(f"review.recommendations.{recommendation}")
    return (
        words.text("card.findings", findings=Html("\n".join(lines)), advice=advice)
        if (lines)
        else words.text("card.no_finding", advice=advice)
    )


def _exchange(detail: Detail, words: Words, most: int) -> Html:
    question = Html.quote(_cut(detail.question, most))
    if not detail.answer:
        return words.text("card.detail_asked", question=question)
    answer = Html.quote(_cut(detail.answer, most))
    if not detail.question:
        return words.text("card.added", answer=answer)
    return words.text("card.detail_answered", question=question, answer=answer)


async def _open_buttons(file: Application, words: Words, context: Context) -> Rows:
    def button(label: str, verb: str) -> Button:
        return Button(words.label(f"card.buttons.{label}"), pack(f"review.{verb}", file.id))

    rows = [
        [button("accept", "accept"), button("refuse", "reasons")],
        [button("ask", "ask")],
        [button("take" if file.taken_by is None else "release", "take")],
        [button("recuse", "recuse")],
    ]
    if await screening.standing(context.tx, file.id, "accept"):
        rows.append([button("take_back", "undo")])
    return rows


async def _closed_card(file: Application, words: Words, context: Context) -> str:
    name = await name_of(file.user_id, context)
    who = await _who_decided(file, context)
    reasons = context.community.content.reasons(words.language)
    reason = next((r.label for r in reasons if r.id == file.reason), file.reason or "")
    when = words.moment((file.decided_at or context.now).astimezone(context.community.timezone))
    state = file.status.value
    if file.entered_at is not None:
        state = "entered"
    text = words.text(
        f"card.closed.{state}",
        reference=file.reference,
        name=name,
        who=who,
        when=when,
        reason=reason,
    )
    told = state not in ("accepted", "refused") or await is_reachable(file.user_id, context)
    return text if told else f"{text}\n{words.text('card.unreachable')}"


async def _who_decided(file: Application, context: Context) -> str:
    if file.status is Status.ACCEPTED:
        approvals = await screening.standing(context.tx, file.id, "accept")
        if len(approvals) > 1:
            return await _names(approvals, context)
    return await name_of(file.decided_by, context) if file.decided_by is not None else ""


def _closed_buttons(file: Application, words: Words, context: Context) -> Rows:
    if file.status not in (Status.ACCEPTED, Status.REFUSED) or file.decided_at is None:
        return []
    if context.now - file.decided_at >= UNDO_FOR:
        return []
    return [[Button(words.label("card.buttons.undo"), pack("review.undo", file.id))]]


async def reasons_card(file: Application, context: Context) -> None:
    """Turn the card's buttons into the reasons to refuse."""
    chat_id = await context.chat_id(Place.MODERATORS)
    if chat_id is None:
        return
    words = await context.words()
    text, _ = await render(file, context)
    reasons = context.community.content.reasons(words.language)
    rows = column(Button(r.label, pack("review.refuse", file.id, r.id)) for r in reasons)
    rows.append([Button(words.label("common.buttons.back"), pack("review.card", file.id))])
    await context.change(chat_id, card_name(file), text, rows)


async def state_of(file: Application, context: Context) -> FileState:
    """Return the facts that decide who may do what on a file.

    Who left the moderators' chat counts no more: neither their approval nor their stepping aside.
    A possible conflict wants two persons as a flag does, but is written nowhere: the person asks
    for what is kept of them, and would learn from it that somebody inside knows them.
    """
    still = await members.present(context.tx, Place.MODERATORS)
    count = await moderator_count(context) - (file.user_id in still)
    state = await screening.file_state(context.tx, file, count)
    return replace(
        state,
        flagged=file.flagged or await in_conflict(file, context),
        approvals=state.approvals & still.keys(),
        recused=state.recused & still.keys(),
    )


async def under_card(file: Application, key: str, context: Context) -> None:
    """Say something short under a card."""
    chat_id = await context.chat_id(Place.MODERATORS)
    if chat_id is None:
        return
    words = await context.words()
    sent = await outbox.message(context.tx, card_name(file))
    await context.remove(chat_id, news_name(file))
    await context.say(
        chat_id,
        words.text(key, reference=file.reference),
        silent=context.is_night,
        reply_to=sent.message_id if sent else None,
        message=news_name(file),
    )


async def nudge(file: Application, context: Context) -> None:
    """Say under a card that its file waits for a day; after a raid, once an hour for all."""
    chat_id = await context.chat_id(Place.MODERATORS)
    if await outbox.message(context.tx, card_name(file)) is not None:
        await under_card(file, "card.nudge", context)
    elif chat_id is not None:
        words = await context.words()
        text, key = words.text("card.nudge_all"), f"nudge:{context.now:%Y%m%d%H}"
        await context.say(chat_id, text, raid_buttons(words), key=key, silent=context.is_night)


async def withdrawn(file: Application, context: Context) -> None:
    """Empty the card of a person who withdrew."""
    found = await screening.application(context.tx, file.id)
    if found is not None:
        await refresh(found, context)


async def tell_lack(file: Application, context: Context) -> None:
    """Tell coordinators, once a file, that too few moderators may decide on it.

    Where none of them opened the private chat, it is said in the moderators' chat.
    """
    state = await state_of(file, context)
    chat_id = await context.chat_id(Place.MODERATORS)
    if not file.status.waits_for_decision or not state.lacks_moderators or chat_id is None:
        return
    words = await context.words()
    people = await coordinators(context)
    text = words.text("card.coordinators_needed", reference=file.reference)
    for user_id in people:
        await context.say(user_id, text, key=f"lack:{file.id}:{user_id}")
    if not people:
        text = words.text("card.coordinators_not_told", reference=file.reference)
        await context.say(chat_id, text, key=f"lack:{file.id}", silent=context.is_night)


async def tell_unreachable(file: Application, context: Context) -> None:
    """Say that a person who asks to join cannot be written to, and that the request waits."""
    chat_id = await context.chat_id(Place.MODERATORS)
    if chat_id is None:
        return
    if await in_a_raid(context):
        await _grow(chat_id, context)
        return
    words = await context.words()
    name = await name_of(file.user_id, context)
    link = context.community.link("adhesion")
    text = words.text("card.cannot_write", reference=file.reference, name=name, link=link)
    await context.say(chat_id, text, key=f"cannot_write:{file.id}", silent=context.is_night)


async def _grow(chat_id: int, context: Context) -> None:
    """Keep one growing card for a raid: it spares moderators, each person is still answered."""
    words = await context.words()
    sent = await outbox.message(context.tx, RAID)
    grows = sent is not None and context.now - sent.sent_at < RAID_CARD_GROWS_FOR
    since = (sent.sent_at if sent and grows else context.now) - RAID_WINDOW
    text = words.text(
        "card.raid",
        n=await screening.requests_since(context.tx, since),
        since=words.moment(since.astimezone(context.community.timezone)),
    )
    if grows or await outbox.is_open(context.tx, RAID):
        await context.change(chat_id, RAID, text, raid_buttons(words))
        return
    await outbox.forget_message(context.tx, RAID)
    await context.say(chat_id, text, raid_buttons(words), message=RAID, silent=context.is_night)


def raid_buttons(words: Words) -> Rows:
    """Return the button that lists what waits."""
    return [[Button(words.label("card.buttons.list"), pack("review.list"))]]
