"""Who may decide what: a table of the cases, then rules that hold whatever the order of presses."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.screening import decisions
from moderation.screening.decisions import (
    Admit,
    AnotherNeeded,
    Decline,
    FileState,
    No,
    Reopen,
    Status,
    TakeBack,
)

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
LEA, MARC, ODILE, NADIA = 1, 2, 3, 4
SENT = FileState(Status.SENT, LEA, False, frozenset(), frozenset(), 3)
FLAGGED = replace(SENT, flagged=True)
DECIDED = tuple(s for s in Status if not s.waits_for_decision)


@pytest.mark.parametrize(
    ("file", "moderator", "verdict"),
    [
        (SENT, MARC, Admit()),
        (replace(SENT, status=Status.ASKED), MARC, Admit()),
        (FLAGGED, MARC, AnotherNeeded(1)),
        (replace(FLAGGED, approvals=frozenset({ODILE})), MARC, Admit()),
        (replace(FLAGGED, approvals=frozenset({MARC})), MARC, No("accepted_already")),
        (replace(SENT, recused=frozenset({MARC})), MARC, No("recused")),
        (SENT, LEA, No("own_file")),
        *((replace(SENT, status=status), MARC, No("decided")) for status in DECIDED),
    ],
)
def test_accepting(file: FileState, moderator: int, verdict: object) -> None:
    assert decisions.accept(file, moderator) == verdict


@pytest.mark.parametrize(
    ("file", "moderator", "verdict"),
    [
        (SENT, MARC, Decline()),
        (FLAGGED, MARC, Decline()),
        (replace(FLAGGED, approvals=frozenset({ODILE})), ODILE, Decline()),
        (replace(SENT, recused=frozenset({MARC})), MARC, No("recused")),
        (SENT, LEA, No("own_file")),
        *((replace(SENT, status=status), MARC, No("decided")) for status in DECIDED),
    ],
)
def test_refusing_takes_one_person(file: FileState, moderator: int, verdict: object) -> None:
    assert decisions.refuse(file, moderator) == verdict


@pytest.mark.parametrize(
    ("file", "moderator", "why"),
    [
        (SENT, MARC, None),
        (replace(SENT, recused=frozenset({MARC})), MARC, None),
        (SENT, LEA, "own_file"),
        (replace(SENT, status=Status.ACCEPTED), MARC, "decided"),
    ],
)
def test_stepping_aside_and_coming_back(file: FileState, moderator: int, why: str | None) -> None:
    assert decisions.recuse(file, moderator) == (No(why) if why else None)


@pytest.mark.parametrize(
    ("flagged", "moderators", "recused", "lacks"),
    [
        (True, 3, 1, False),
        (True, 2, 0, False),
        (True, 2, 1, True),
        (True, 1, 0, True),
        (False, 1, 0, False),
        (False, 1, 1, True),
    ],
)
def test_too_few_remain(flagged: bool, moderators: int, recused: int, lacks: bool) -> None:
    people = frozenset(range(10, 10 + recused))
    file = replace(SENT, flagged=flagged, moderators=moderators, recused=people)
    assert file.lacks_moderators is lacks


def _decided(status: Status, *, entered: bool = False) -> FileState:
    return replace(SENT, status=status, decided_at=NOON, decided_by=MARC, entered=entered)


@pytest.mark.parametrize(
    ("file", "moderator", "minutes", "verdict"),
    [
        (_decided(Status.ACCEPTED), MARC, 0, Reopen(Status.ACCEPTED)),
        (_decided(Status.ACCEPTED), ODILE, 9, Reopen(Status.ACCEPTED)),
        (_decided(Status.REFUSED), MARC, 10, Reopen(Status.REFUSED)),
        (_decided(Status.REFUSED), MARC, 10.1, No("too_late")),
        (_decided(Status.ACCEPTED, entered=True), MARC, 1, No("entered")),
        (_decided(Status.WITHDRAWN), MARC, 1, No("nothing_to_undo")),
        (_decided(Status.EXPIRED), MARC, 1, No("nothing_to_undo")),
        (_decided(Status.REFUSED), LEA, 1, No("own_file")),
        (SENT, MARC, 1, No("nothing_to_undo")),
        (replace(FLAGGED, approvals=frozenset({MARC})), MARC, 500, TakeBack()),
        (replace(FLAGGED, approvals=frozenset({MARC})), ODILE, 1, No("nothing_to_undo")),
    ],
)
def test_undoing(file: FileState, moderator: int, minutes: float, verdict: object) -> None:
    assert decisions.undo(file, moderator, NOON + timedelta(minutes=minutes)) == verdict


def test_who_stepped_aside_undoes_nothing() -> None:
    file = replace(_decided(Status.ACCEPTED), recused=frozenset({MARC}))
    assert decisions.undo(file, MARC, NOON) == No("recused")


# Whatever the order

PEOPLE = st.sampled_from([LEA, MARC, ODILE, NADIA, 5])
MINUTES = st.integers(0, 12)
ACTS = st.lists(
    st.tuples(st.sampled_from(["accept", "refuse", "recuse", "undo"]), PEOPLE, MINUTES),
    max_size=40,
)


def _press(file: FileState, act: str, who: int, now: datetime) -> FileState:
    """Do what the verdict says, as the handlers do."""
    if act == "recuse":
        if decisions.recuse(file, who) is None:
            return replace(file, recused=file.recused ^ {who}, approvals=file.approvals - {who})
        return file
    verdict: object = {
        "accept": lambda: decisions.accept(file, who),
        "refuse": lambda: decisions.refuse(file, who),
        "undo": lambda: decisions.undo(file, who, now),
    }[act]()
    match verdict:
        case AnotherNeeded():
            return replace(file, approvals=file.approvals | {who})
        case Admit():
            return _close(file, Status.ACCEPTED, who, now, file.approvals | {who})
        case Decline():
            return _close(file, Status.REFUSED, who, now, file.approvals)
        case TakeBack():
            return replace(file, approvals=file.approvals - {who})
        case Reopen(Status.ACCEPTED):
            return replace(file, status=Status.SENT, decided_at=None, approvals=frozenset())
        case Reopen():
            return replace(file, status=Status.SENT, decided_at=None)
    return file


def _close(
    file: FileState, status: Status, who: int, now: datetime, approvals: frozenset[int]
) -> FileState:
    return replace(file, status=status, decided_at=now, decided_by=who, approvals=approvals)


@given(flagged=st.booleans(), acts=ACTS)
def test_nobody_is_admitted_without_the_approvals(
    flagged: bool, acts: list[tuple[str, int, int]]
) -> None:
    file, now = replace(SENT, flagged=flagged, moderators=5), NOON
    for act, who, minutes in acts:
        now += timedelta(minutes=minutes)
        before, file = file, _press(file, act, who, now)
        if file.status is Status.ACCEPTED:
            assert len(file.approvals) >= (2 if flagged else 1)
            assert LEA not in file.approvals
        if file != before:
            assert who != LEA
            assert who not in before.recused or act == "recuse"


@given(flagged=st.booleans(), acts=ACTS)
def test_a_decision_stands_after_ten_minutes(
    flagged: bool, acts: list[tuple[str, int, int]]
) -> None:
    file, now = replace(SENT, flagged=flagged, moderators=5), NOON
    for act, who, minutes in acts:
        now += timedelta(minutes=minutes)
        before, file = file, _press(file, act, who, now)
        if before.decided_at and now - before.decided_at > timedelta(minutes=10):
            assert file == before


@given(acts=ACTS, who=PEOPLE)
def test_who_stepped_aside_is_never_counted(acts: list[tuple[str, int, int]], who: int) -> None:
    file, now = replace(FLAGGED, moderators=5), NOON
    for act, presser, minutes in acts:
        now += timedelta(minutes=minutes)
        file = _press(file, act, presser, now)
        if file.status.waits_for_decision:
            assert not file.approvals & file.recused
