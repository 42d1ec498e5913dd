"""Appeals: until when, of what, and who may answer them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from moderation.conduct.decisions import No
from moderation.conduct.ladder import Step

APPEAL_WITHIN = timedelta(days=20)
NOBODY_TOOK_AFTER = timedelta(hours=48)


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision that may be appealed, and those who had a part in it. Dates are aware.

    ``at`` is in the zone of the people: the day that they are told of ends where they live.
    """

    person: int
    step: Step
    at: datetime
    by: frozenset[int]
    appealed_at: datetime | None = None
    undone: bool = False
    erased: bool = False
    """Whether the person had what it rests on destroyed."""


def last_day(decided: Decided) -> date:
    """The day after which no appeal is received, whatever the hour."""
    return (decided.at + APPEAL_WITHIN).date()


def may_appeal(decided: Decided, person: int, now: datetime) -> No | None:
    """Why somebody may not appeal, or None where they may: once, within 20 days."""
    if person != decided.person:
        return No("not_yours")
    if decided.undone or decided.step is Step.NOTHING:
        return No("nothing_to_appeal")
    if decided.erased:
        return No("erased")
    if decided.appealed_at is not None:
        return No("appealed_already")
    today = now.astimezone(decided.at.tzinfo).date()
    return No("too_late") if today > last_day(decided) else None


def may_answer(
    decided: Decided, moderator: int, moderators: frozenset[int], recused: frozenset[int]
) -> No | None:
    """Why a moderator may not answer an appeal, or None: never one who decided."""
    if moderator not in moderators:
        return No("not_moderator")
    if moderator in decided.by:
        return No("you_decided")
    if moderator == decided.person:
        return No("own_case")
    return No("recused") if moderator in recused else None
