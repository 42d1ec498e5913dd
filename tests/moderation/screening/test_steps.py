"""The steps of a request: always the first one that is not complete, whatever was answered."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.screening import steps
from moderation.screening.steps import Answer, Ask, Progress

LINK = Ask("link", "choice", True, 10, 40)
ROLE = Ask("role", "choice", False, 0, 0)
HOPES = Ask("hopes", "text", False, 5, 20)
PLEDGE = Ask("pledge", "commitment", False, 5, 20)
ASKS = (LINK, HOPES, PLEDGE)

EMPTY = Progress(False, None, {}, None, False)
ANSWERED = {
    "link": Answer("mother", text="quelques mots ici"),
    "hopes": Answer(text="de l'écoute"),
    "pledge": Answer(committed=True, text="je me tairai"),
}
WHOLE = Progress(True, True, ANSWERED, "514", True)


@pytest.mark.parametrize(
    ("progress", "step"),
    [
        (EMPTY, "consent"),
        (replace(EMPTY, consented=True), "statistics"),
        (replace(EMPTY, consented=True, statistics=False), "q-link"),
        (replace(WHOLE, answers={"link": Answer("mother")}), "q-link"),
        (replace(WHOLE, answers={"link": ANSWERED["link"]}), "q-hopes"),
        (replace(WHOLE, answers={**ANSWERED, "pledge": Answer(text="je me tairai")}), "q-pledge"),
        (replace(WHOLE, region=None), "region"),
        (replace(WHOLE, region=None, statistics=False), "summary"),
        (replace(WHOLE, code_accepted=False), "code"),
        (replace(WHOLE, consented=False), "consent"),
        (WHOLE, "summary"),
    ],
)
def test_the_next_step_is_the_first_incomplete_one(progress: Progress, step: str) -> None:
    assert steps.next_step(ASKS, progress) == step


@pytest.mark.parametrize(
    ("step", "before"),
    [
        ("welcome", "welcome"),
        ("consent", "welcome"),
        ("q-link", "statistics"),
        ("q-hopes", "q-link"),
        ("region", "q-pledge"),
        ("code", "region"),
        ("q-gone", "welcome"),
    ],
)
def test_going_back(step: str, before: str) -> None:
    assert steps.step_before(ASKS, replace(WHOLE, code_accepted=False), step) == before


@pytest.mark.parametrize("step", ["q-link", "q-hopes", "region", "code", "q-gone"])
def test_once_everything_is_answered_back_leads_to_the_summary(step: str) -> None:
    assert steps.step_before(ASKS, WHOLE, step) == steps.SUMMARY


def test_the_region_is_asked_for_statistics_only() -> None:
    assert "region" not in steps.steps(ASKS, replace(WHOLE, statistics=False))


@pytest.mark.parametrize(
    ("question", "answer", "awaited"),
    [
        (LINK, Answer(), False),
        (LINK, Answer("mother"), True),
        (ROLE, Answer("mother"), False),
        (HOPES, Answer(), True),
        (PLEDGE, Answer(), False),
        (PLEDGE, Answer(committed=True), True),
    ],
)
def test_words_come_after_the_button(question: Ask, answer: Answer, awaited: bool) -> None:
    assert steps.takes_text(question, answer) is awaited


def test_messages_add_up_to_one_answer() -> None:
    assert steps.add_words(HOPES, Answer(text="de"), "  l'écoute \n") == "de\nl'écoute"


def test_what_does_not_fit_is_not_added() -> None:
    assert steps.add_words(HOPES, Answer(text="x" * 15), "y" * 4) == "x" * 15 + "\n" + "y" * 4
    assert steps.add_words(HOPES, Answer(text="x" * 15), "y" * 5) is None


def _answers(question: Ask) -> st.SearchStrategy[Answer]:
    return st.builds(
        Answer,
        choice=st.sampled_from([None, "mother"]) if question.kind == "choice" else st.none(),
        committed=st.booleans() if question.kind == "commitment" else st.just(False),
        text=st.text(max_size=30),
    )


PROGRESS = st.builds(
    Progress,
    consented=st.booleans(),
    statistics=st.sampled_from([None, True, False]),
    answers=st.fixed_dictionaries({}, optional={ask.id: _answers(ask) for ask in ASKS}),
    region=st.sampled_from([None, "514"]),
    code_accepted=st.booleans(),
)


@given(PROGRESS)
def test_the_summary_means_that_nothing_lacks(progress: Progress) -> None:
    whole = (
        progress.consented
        and progress.statistics is not None
        and all(steps.is_complete(a, progress.answers.get(a.id, Answer())) for a in ASKS)
        and (not progress.statistics or progress.region is not None)
        and progress.code_accepted
    )
    assert (steps.next_step(ASKS, progress) == steps.SUMMARY) is whole


@given(PROGRESS)
def test_back_leads_to_the_beginning(progress: Progress) -> None:
    progress = replace(progress, code_accepted=False)
    step, order = steps.next_step(ASKS, progress), steps.steps(ASKS, progress)
    for _ in order:
        step = steps.step_before(ASKS, progress, step)
    assert step == steps.WELCOME
