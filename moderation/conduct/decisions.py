"""Who may decide what on a case, with whom, and until when it may be undone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from moderation.conduct.ladder import Step

UNDO_FOR = timedelta(days=20)
"""As long as an appeal may be made: a decision found wrong is taken back at any time before."""
REMOVAL_TAKES = 2


@dataclass(frozen=True, slots=True)
class CaseState:
    """The facts that say who may do what on a case. People are user ids."""

    person: int
    reporters: frozenset[int] = frozenset()
    recused: frozenset[int] = frozenset()
    moderators: frozenset[int] = frozenset()
    """Everybody who may moderate, the recused ones included."""
    for_removal: frozenset[int] = frozenset()
    decided: Step | None = None
    decided_at: datetime | None = None
    taken_by: int | None = None

    @property
    def voices(self) -> frozenset[int]:
        """The voices that still count: whoever stepped aside or lost the role has none."""
        return (self.for_removal & self.moderators) - self.recused - self.reporters - {self.person}

    @property
    def lacks_moderators(self) -> bool:
        """Whether too few may still decide for a removal: coordinators must know."""
        return len(self.moderators - self.recused - self.reporters - {self.person}) < REMOVAL_TAKES


@dataclass(frozen=True, slots=True)
class Do:
    """The step is taken; ``by`` are those who decided it."""

    step: Step
    by: frozenset[int]


@dataclass(frozen=True, slots=True)
class AnotherNeeded:
    """A voice for removal is noted; a different moderator must agree."""

    voices: frozenset[int]


@dataclass(frozen=True, slots=True)
class TakeBack:
    """One's own voice for removal is withdrawn."""


@dataclass(frozen=True, slots=True)
class Reopen:
    """The decision is undone: ``was`` is what must be repaired."""

    was: Step


@dataclass(frozen=True, slots=True)
class No:
    """It may not be done; ``why`` is a word of the content."""

    why: str


def decide(case: CaseState, moderator: int, step: Step) -> Do | AnotherNeeded | No:
    """Decide what a moderator's choice does: removal takes two different people."""
    if case.decided is not None:
        return No("decided")
    if refusal := _may_not(case, moderator):
        return refusal
    if step is not Step.REMOVAL:
        return Do(step, frozenset({moderator}))
    voices = case.voices | {moderator}
    if len(voices) >= REMOVAL_TAKES:
        return Do(step, voices)
    return No("said_already") if moderator in case.for_removal else AnotherNeeded(voices)


def take(case: CaseState, moderator: int) -> No | None:
    """Why a moderator may not take the case on, or None where they may."""
    if case.decided is not None:
        return No("decided")
    if case.taken_by not in (None, moderator):
        return No("taken")
    return _may_not(case, moderator)


def recuse(case: CaseState, moderator: int) -> No | None:
    """Why a moderator may not step aside, or None where they may."""
    if case.decided is not None:
        return No("decided")
    return No("own_case") if moderator == case.person else None


def undo(case: CaseState, moderator: int, now: datetime) -> Reopen | TakeBack | No:
    """Decide what a moderator's undoing does; ``now`` is aware."""
    if refusal := _may_not(case, moderator):
        return refusal
    if case.decided is None or case.decided_at is None:
        return TakeBack() if moderator in case.for_removal else No("nothing_to_undo")
    if now - case.decided_at > UNDO_FOR:
        return No("too_late")
    return Reopen(case.decided)


def _may_not(case: CaseState, moderator: int) -> No | None:
    if moderator not in case.moderators:
        return No("not_moderator")
    if moderator == case.person:
        return No("own_case")
    if moderator in case.reporters:
        return No("own_report")
    return No("recused") if moderator in case.recused else None
