"""What the moderators' card of a file says, and what can be pressed on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from bot.community.members import Place
from bot.storage import members, screening
from bot.storage.conduct import cases
from bot.storage.screening import Application, Detail
from content import Html, Words
from content.markup import strip_tags, utf16_length
from handlers.buttons import Button, Rows, pack
from handlers.context import Context
from handlers.members import moderator_count, name_of
from handlers.screening.conflicts import conflict_lines, in_conflict
from handlers.screening.files import is_reachable, unpack_findings, view_of
from handlers.screening.screens import View, answer_html
from moderation.conduct.ladder import Step
from moderation.screening.decisions import UNDO_FOR, FileState, Status

MESSAGE_LIMIT = 4096
"""UTF-16 units (https://core.telegram.org/bots/api#sendmessage)."""

SHORTER = (4096, 500, 300, 150, 60)
"""Characters of each answer, tried in turn until the card fits."""

EXCHANGES_SHOWN = 3


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
        if case.step is Step.REMOVAL and case.has_effect
        if not case.undone and case.decided_at is not None
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
