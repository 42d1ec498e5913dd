"""Reports: how many one person may send, what becomes of one, and whom it reaches."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from moderation.conduct.decisions import No

A_DAY = timedelta(hours=24)
MOST_A_DAY = 5


@dataclass(frozen=True, slots=True)
class Report:
    """Who reports, about whom, on which message; the reporter is never told to anybody."""

    reporter: int
    about: int
    message: int | None = None


@dataclass(frozen=True, slots=True)
class OpenCase:
    """A card begins."""

    to_coordinators: bool
    """A report about a moderator goes privately to coordinators, never to the moderators' chat."""


@dataclass(frozen=True, slots=True)
class AddTo:
    """The report joins the card of the same message or person: a wave makes one card."""

    case: int


@dataclass(frozen=True, slots=True)
class OpenAbout:
    """A case that is open, what it is about, and who reported it."""

    case: int
    person: int
    messages: frozenset[int]
    reporters: frozenset[int]


def receive(
    report: Report,
    sent: Iterable[datetime],
    cases: Iterable[OpenAbout],
    moderators: frozenset[int],
    now: datetime,
) -> OpenCase | AddTo | No:
    """Decide what a report becomes. ``sent`` is when this reporter sent earlier ones (aware)."""
    if report.reporter == report.about:
        return No("about_yourself")
    if sum(now - at < A_DAY for at in sent) >= MOST_A_DAY:
        return No("enough_today")
    for case in cases:
        if case.person != report.about:
            continue
        if report.message is None:  # what happened again, or another message passed on in private
            return AddTo(case.case)
        if report.message in case.messages:
            return No("reported_already") if report.reporter in case.reporters else AddTo(case.case)
    return OpenCase(to_coordinators=report.about in moderators)
