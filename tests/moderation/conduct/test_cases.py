"""Who may decide on a case, appeal, answer and report: tables, then rules for any order."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.conduct.appeals import Decided, may_answer, may_appeal
from moderation.conduct.decisions import (
    UNDO_FOR,
    AnotherNeeded,
    CaseState,
    Do,
    No,
    Reopen,
    TakeBack,
    decide,
    recuse,
    take,
    undo,
)
from moderation.conduct.ladder import Step
from moderation.conduct.reports import AddTo, Known, OpenAbout, OpenCase, Report, receive

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
LEA, MARC, ODILE, NADIA, PAUL = 1, 2, 3, 4, 5
TEAM = frozenset({MARC, ODILE, NADIA})
CASE = CaseState(LEA, moderators=TEAM)
ONE_VOICE = replace(CASE, for_removal=frozenset({MARC}))
WARNED = replace(CASE, decided=Step.WARNING, decided_at=NOW)


@pytest.mark.parametrize(
    ("case", "moderator", "step", "verdict"),
    [
        (CASE, MARC, Step.WARNING, Do(Step.WARNING, frozenset({MARC}))),
        (CASE, MARC, Step.REMOVAL, AnotherNeeded(frozenset({MARC}))),
        (ONE_VOICE, MARC, Step.REMOVAL, No("said_already")),
        (ONE_VOICE, ODILE, Step.REMOVAL, Do(Step.REMOVAL, frozenset({MARC, ODILE}))),
        (
            replace(ONE_VOICE, recused=frozenset({MARC})),
            ODILE,
            Step.REMOVAL,
            AnotherNeeded(frozenset({ODILE})),
        ),
        (ONE_VOICE, NADIA, Step.REMINDER, Do(Step.REMINDER, frozenset({NADIA}))),
        (CASE, PAUL, Step.WARNING, No("not_moderator")),
        (replace(CASE, person=MARC), MARC, Step.NOTHING, No("own_case")),
        (replace(CASE, reporters=frozenset({MARC})), MARC, Step.WARNING, No("own_report")),
        (replace(CASE, recused=frozenset({MARC})), MARC, Step.WARNING, No("recused")),
        (WARNED, MARC, Step.SUSPENSION, No("decided")),
    ],
)
def test_deciding(case: CaseState, moderator: int, step: Step, verdict: object) -> None:
    assert decide(case, moderator, step) == verdict


@pytest.mark.parametrize(
    ("case", "moderator", "at", "verdict"),
    [
        (WARNED, ODILE, NOW + timedelta(days=1), Reopen(Step.WARNING)),
        (WARNED, ODILE, NOW + UNDO_FOR + timedelta(seconds=1), No("too_late")),
        (ONE_VOICE, MARC, NOW, TakeBack()),
        (ONE_VOICE, ODILE, NOW, No("nothing_to_undo")),
        (WARNED, PAUL, NOW, No("not_moderator")),
    ],
)
def test_undoing(case: CaseState, moderator: int, at: datetime, verdict: object) -> None:
    assert undo(case, moderator, at) == verdict


def test_taking_and_stepping_aside() -> None:
    assert take(CASE, MARC) is None
    assert take(replace(CASE, taken_by=ODILE), MARC) == No("taken")
    assert take(WARNED, MARC) == No("decided")
    assert recuse(CASE, MARC) is None
    assert recuse(replace(CASE, person=MARC), MARC) == No("own_case")


def test_coordinators_learn_that_too_few_may_decide() -> None:
    assert not CASE.lacks_moderators
    assert replace(CASE, recused=frozenset({MARC, ODILE})).lacks_moderators


PEOPLE = st.frozensets(st.integers(1, 6))


@given(PEOPLE, PEOPLE, PEOPLE, st.lists(st.integers(1, 6), max_size=8))
def test_nobody_is_removed_by_fewer_than_two_who_may(
    moderators: frozenset[int],
    recused: frozenset[int],
    reporters: frozenset[int],
    presses: list[int],
) -> None:
    case = CaseState(LEA, reporters, recused, moderators)
    for moderator in presses:
        outcome = decide(case, moderator, Step.REMOVAL)
        if isinstance(outcome, AnotherNeeded):
            case = replace(case, for_removal=outcome.voices)
        if isinstance(outcome, Do):
            assert len(outcome.by) >= 2
            assert outcome.by <= moderators - recused - reporters - {LEA}
            return


REMOVED = Decided(LEA, Step.REMOVAL, NOW, frozenset({MARC, ODILE}))


@pytest.mark.parametrize(
    ("decided", "person", "days", "why"),
    [
        (REMOVED, LEA, 20, None),
        (REMOVED, LEA, 21, "too_late"),
        (REMOVED, NADIA, 1, "not_yours"),
        (replace(REMOVED, appealed_at=NOW), LEA, 1, "appealed_already"),
        (replace(REMOVED, undone=True), LEA, 1, "nothing_to_appeal"),
        (replace(REMOVED, erased=True), LEA, 1, "erased"),
        (replace(REMOVED, step=Step.NOTHING), LEA, 1, "nothing_to_appeal"),
    ],
)
def test_appealing(decided: Decided, person: int, days: int, why: str | None) -> None:
    at = NOW + timedelta(days=days)
    assert may_appeal(decided, person, at) == (No(why) if why else None)


def test_an_appeal_is_answered_by_somebody_who_did_not_decide() -> None:
    assert may_answer(REMOVED, NADIA, TEAM, frozenset()) is None
    assert may_answer(REMOVED, MARC, TEAM, frozenset()) == No("you_decided")
    assert may_answer(REMOVED, PAUL, TEAM, frozenset()) == No("not_moderator")
    assert may_answer(REMOVED, NADIA, TEAM, frozenset({NADIA})) == No("recused")


SAID = "Tu ne vaux rien."
ABOUT_LEA = OpenAbout(
    7, LEA, (Known(70, SAID), Known(None, "Dehors, les pères.")), frozenset({MARC})
)


@pytest.mark.parametrize(
    ("report", "earlier", "outcome"),
    [
        (Report(PAUL, LEA, 71), [], OpenCase(to_coordinators=False)),
        (Report(PAUL, NADIA, 71), [], OpenCase(to_coordinators=True)),
        (Report(PAUL, LEA, 70), [], AddTo(7)),
        (Report(PAUL, LEA), [], AddTo(7)),
        (Report(MARC, LEA, 70), [], No("reported_already")),
        (Report(MARC, LEA), [], AddTo(7)),
        (Report(MARC, LEA, text=f"{SAID}\n"), [], No("reported_already")),
        (Report(MARC, LEA, text="Autre chose."), [], AddTo(7)),
        (Report(MARC, LEA, 71, "Dehors, les pères."), [], No("reported_already")),
        (Report(PAUL, LEA, 71, "Dehors, les pères."), [], AddTo(7)),
        (Report(MARC, LEA, 71, SAID), [], OpenCase(to_coordinators=False)),
        (Report(PAUL, PAUL, 70), [], No("about_yourself")),
        (Report(PAUL, LEA, 70), [1, 2, 3, 4, 23], No("enough_today")),
        (Report(PAUL, LEA, 70), [1, 2, 3, 4, 24], AddTo(7)),
    ],
)
def test_reporting(report: Report, earlier: list[int], outcome: object) -> None:
    sent = [NOW - timedelta(hours=hours) for hours in earlier]
    assert receive(report, sent, [ABOUT_LEA], TEAM, NOW) == outcome


@pytest.mark.parametrize(
    ("report", "outcome"),
    [
        (Report(PAUL, LEA, 70, SAID), No("decided_already")),
        (Report(PAUL, LEA, text=SAID), No("decided_already")),
        (Report(PAUL, LEA, 70, "Je te hais."), OpenCase(to_coordinators=False)),  # edited since
        (Report(PAUL, LEA, 71, SAID), OpenCase(to_coordinators=False)),  # said again
        (Report(PAUL, LEA, 70), OpenCase(to_coordinators=False)),
    ],
)
def test_a_message_is_not_judged_twice(report: Report, outcome: object) -> None:
    assert receive(report, [], [], TEAM, NOW, [Known(70, SAID)]) == outcome
