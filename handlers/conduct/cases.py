"""The cases as moderators work on them: whose they are, what joins them, where they stand."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from bot.community.members import Place
from bot.storage import agenda, members
from bot.storage.conduct import cases, evidence
from bot.storage.conduct.cases import Case
from handlers.conduct import card
from handlers.context import Context
from handlers.routes import Due, Routes
from moderation.conduct import Cited
from moderation.conduct.appeals import APPEAL_WITHIN

FORGET, UNDO_OVER, NUDGE = "conduct.forget", "conduct.undo_over", "conduct.nudge"
EVIDENCE_KEPT = APPEAL_WITHIN + timedelta(days=1)
"""After the decision: as long as an appeal may be made of it."""
NUDGE_AFTER = timedelta(hours=24)


def register(on: Routes) -> None:
    """What falls due in the life of a case, and who comes to read it."""
    on.before.append(card.show_waiting)
    on.due(NUDGE, nudge)
    on.due(UNDO_OVER, undo_over)
    on.due(FORGET, forget)


async def joined_or_opened(
    person: int, message_id: int | None, cited: Cited, context: Context
) -> Case:
    """Return the open case of a person and matter: the same message, or else the same article."""
    for case in await cases.open_of(context.tx, person):
        kept = await evidence.messages(context.tx, case.id)
        if message_id in kept or case.article == cited.article:
            return case
    return await open_about(person, cited.article, context, rule=cited.finding.rule)


async def open_about(person: int, article: int, context: Context, *, rule: str = "") -> Case:
    """Open a case; about a moderator, it goes to coordinators alone.

    Who writes in the group's own name administers it, and may be a moderator.
    """
    team = await members.present(context.tx, Place.MODERATORS)
    hidden = person == await context.chat_id(Place.GROUP)
    case = await cases.open_case(
        context.tx,
        person,
        context.now,
        article=article,
        rule=rule,
        to_coordinators=hidden or person in team,
    )
    await agenda.schedule(context.tx, NUDGE, case.id, context.now + NUDGE_AFTER)
    return case


async def add_findings(case: Case, kept: int, cited: Iterable[Cited], context: Context) -> None:
    """Keep what rules found in a message; what a case holds of it already is not said twice."""
    known = {
        found.rule
        for found in await evidence.findings(context.tx, case.id)
        if found.evidence == kept
    }
    for each in cited:
        if each.finding.rule not in known:
            await evidence.add_finding(
                context.tx,
                case.id,
                kept,
                each.finding.rule,
                each.article,
                each.finding.excerpt,
                context.now,
            )


async def show(case: Case, context: Context) -> None:
    """Put a case before those who decide, or bring its card up to date."""
    await card.show(await cases.again(context.tx, case.id), context)


# What falls due


async def _case(due: Due, context: Context) -> Case | None:
    return await cases.case(context.tx, int(due.key))


async def nudge(due: Due, context: Context) -> None:
    """Say under a card that it waits for a day."""
    case = await _case(due, context)
    if case is not None and case.is_open:
        await card.under_card(case, "conduct.card.nudge", context)


async def undo_over(due: Due, context: Context) -> None:
    """Take the undo button off a card."""
    case = await _case(due, context)
    if case is not None and not case.is_open:
        await card.refresh(case, context)


async def forget(due: Due, context: Context) -> None:
    """Destroy what a decided case holds of people's words."""
    case = await _case(due, context)
    if case is not None and not case.is_open:
        await evidence.destroy(context.tx, case.id)
