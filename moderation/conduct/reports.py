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
    """Who reports, about whom, on which message; the reporter is never told to anybody.

    A message passed on in private has no number there: its ``text`` alone recognises it.
    """

    reporter: int
    about: int
    message: int | None = None
    text: str = ""


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
class Known:
    """A message that a case holds; its number is not known where it was passed on in private."""

    message: int | None
    text: str


@dataclass(frozen=True, slots=True)
class OpenAbout:
    """A case that is open, the messages it is about, and who reported it."""

    case: int
    person: int
    messages: tuple[Known, ...]
    reporters: frozenset[int]


def receive(
    report: Report,
    sent: Iterable[datetime],
    cases: Iterable[OpenAbout],
    moderators: frozenset[int],
    now: datetime,
    decided: Iterable[Known] = (),
) -> OpenCase | AddTo | No:
    """Decide what a report becomes.

    ``sent`` is when this reporter sent earlier ones (aware); ``decided`` are the messages of that
    person on which a decision stands: nobody is judged twice for the same words.
    """
    if report.reporter == report.about:
        return No("about_yourself")
    if sum(now - at < A_DAY for at in sent) >= MOST_A_DAY:
        return No("enough_today")
    about = [case for case in cases if case.person == report.about]
    for case in about:
        if any(is_same(report, known) for known in case.messages):
            return No("reported_already") if report.reporter in case.reporters else AddTo(case.case)
    if any(is_same(report, known) and has_same_words(report, known) for known in decided):
        return No("decided_already")
    if about and report.message is None:  # what happened again, or another message passed on
        return AddTo(about[0].case)
    return OpenCase(to_coordinators=report.about in moderators)


def is_same(report: Report, known: Known) -> bool:
    """Whether a report is of a message that a case holds: by its number, else by its words."""
    if report.message is not None and known.message is not None:
        return report.message == known.message
    return has_same_words(report, known)


def has_same_words(report: Report, known: Known) -> bool:
    """Whether a message still says what a case holds: an edit may have made another of it."""
    return report.text.split() == known.text.split() != []
