"""Who may decide what on a file, and what follows: the bot never decides, people do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

UNDO_FOR = timedelta(minutes=10)
APPROVALS_WHEN_FLAGGED = 2
NUDGE_AFTER = timedelta(hours=24)
PROMISED_DELAY = timedelta(hours=48)
DETAIL_RETURNS_AFTER = timedelta(days=7)
LINK_LASTS = timedelta(hours=72)
NEWCOMERS_EVERY = timedelta(hours=1)
DRAFT_REMINDER_AFTER = timedelta(hours=24)
DRAFT_ENDS_AFTER = timedelta(days=7)
ANSWERS_KEPT = timedelta(days=30)
"""Law 25 (P-39.1, s. 23): destroyed once their purpose is served; here, 30 days to appeal it."""


class Status(StrEnum):
    """Where a request to join stands."""

    INVITED = "invited"
    """A join request came, the person has not opened the conversation yet."""
    DRAFT = "draft"
    SENT = "sent"
    ASKED = "asked"
    """A detail was asked of the person."""
    ACCEPTED = "accepted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"

    @property
    def waits_for_decision(self) -> bool:
        """Whether moderators may decide."""
        return self in (Status.SENT, Status.ASKED)

    @property
    def is_open(self) -> bool:
        """Whether the request still has a way to go before an outcome."""
        return self in (Status.INVITED, Status.DRAFT, Status.SENT, Status.ASKED)


@dataclass(frozen=True, slots=True)
class FileState:
    """The facts that decide who may do what. Moderators are user ids."""

    status: Status
    applicant: int
    flagged: bool
    approvals: frozenset[int]
    recused: frozenset[int]
    moderators: int
    """How many people moderate, the recused ones included."""
    decided_at: datetime | None = None
    decided_by: int | None = None
    entered: bool = False

    @property
    def approvals_needed(self) -> int:
        """How many different moderators must accept."""
        return APPROVALS_WHEN_FLAGGED if self.flagged else 1

    @property
    def lacks_moderators(self) -> bool:
        """Whether fewer moderators than needed may still decide: coordinators must know."""
        return self.moderators - len(self.recused) < self.approvals_needed


@dataclass(frozen=True, slots=True)
class Admit:
    """The person may come in."""


@dataclass(frozen=True, slots=True)
class AnotherNeeded:
    """The approval counts; a different moderator must also accept."""

    missing: int


@dataclass(frozen=True, slots=True)
class Decline:
    """The person is refused."""


@dataclass(frozen=True, slots=True)
class Reopen:
    """The decision is undone: ``was`` is what it was."""

    was: Status


@dataclass(frozen=True, slots=True)
class TakeBack:
    """A first approval of a flagged file is taken back."""


@dataclass(frozen=True, slots=True)
class No:
    """It may not be done; ``why`` is a word of the content (``card.toasts``)."""

    why: str


def accept(file: FileState, moderator: int) -> Admit | AnotherNeeded | No:
    """Decide what a moderator's acceptance does."""
    if refusal := _may_not(file, moderator):
        return refusal
    if moderator in file.approvals:
        return No("accepted_already")
    missing = file.approvals_needed - len(file.approvals | {moderator})
    return AnotherNeeded(missing) if missing > 0 else Admit()


def refuse(file: FileState, moderator: int) -> Decline | No:
    """Decide what a moderator's refusal does: one is enough, also for a flagged file."""
    return _may_not(file, moderator) or Decline()


def ask(file: FileState, moderator: int) -> No | None:
    """Return why a moderator may not ask for a detail, or None where they may."""
    return _may_not(file, moderator)


def recuse(file: FileState, moderator: int) -> No | None:
    """Return why a moderator may not step aside (or come back), or None where they may."""
    if not file.status.waits_for_decision:
        return No("decided")
    return No("own_file") if moderator == file.applicant else None


def undo(file: FileState, moderator: int, now: datetime) -> Reopen | TakeBack | No:
    """Decide what a moderator's undoing does, for ten minutes after the decision.

    Any moderator who may decide on the file may undo. A person who is already in the group is
    not put out by an undo: that is the matter of the code of conduct.
    """
    if moderator in file.recused or moderator == file.applicant:
        return No("recused" if moderator in file.recused else "own_file")
    if file.status.waits_for_decision:
        return TakeBack() if moderator in file.approvals else No("nothing_to_undo")
    if file.status not in (Status.ACCEPTED, Status.REFUSED) or file.decided_at is None:
        return No("nothing_to_undo")
    if now - file.decided_at > UNDO_FOR:
        return No("too_late")
    return No("entered") if file.entered else Reopen(file.status)


def _may_not(file: FileState, moderator: int) -> No | None:
    if not file.status.waits_for_decision:
        return No("decided")
    if moderator == file.applicant:
        return No("own_file")
    return No("recused") if moderator in file.recused else None
