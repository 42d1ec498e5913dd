"""The steps of a request to join: which one comes next, and what a message completes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

WELCOME, CONSENT, STATISTICS = "welcome", "consent", "statistics"
REGION, CODE, SUMMARY = "region", "code", "summary"
QUESTION = "q-"
"""A question's step is this prefix and the question's id."""


@dataclass(frozen=True, slots=True)
class Ask:
    """What a question wants, from the content: its kind, and lengths in characters."""

    id: str
    kind: str
    details: bool
    min_length: int
    max_length: int

    @property
    def wants_text(self) -> bool:
        """Whether the person writes in their own words."""
        return self.kind != "choice" or self.details


@dataclass(frozen=True, slots=True)
class Answer:
    """What the person answered so far to one question."""

    choice: str | None = None
    committed: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a request has come; ``statistics`` is None until the person said yes or no."""

    consented: bool
    statistics: bool | None
    answers: Mapping[str, Answer]
    region: str | None
    code_accepted: bool


def steps(questions: Sequence[Ask], progress: Progress) -> tuple[str, ...]:
    """Return all the steps in order; the region is asked for anonymous statistics only."""
    region = (REGION,) if progress.statistics else ()
    asked = tuple(QUESTION + question.id for question in questions)
    return (WELCOME, CONSENT, STATISTICS, *asked, *region, CODE, SUMMARY)


def next_step(questions: Sequence[Ask], progress: Progress) -> str:
    """Return the first step that is not complete: the summary when all are."""
    if not progress.consented:
        return CONSENT
    if progress.statistics is None:
        return STATISTICS
    for question in questions:
        if not is_complete(question, progress.answers.get(question.id, Answer())):
            return QUESTION + question.id
    if progress.statistics and progress.region is None:
        return REGION
    return SUMMARY if progress.code_accepted else CODE


def step_before(questions: Sequence[Ask], progress: Progress, step: str) -> str:
    """Return the step before another; the first one has none before it and returns itself.

    Once everything is answered, a question was opened from the summary and leads back to it.
    """
    if next_step(questions, progress) == SUMMARY != step:
        return SUMMARY
    order = steps(questions, progress)
    place = order.index(step) if step in order else 0
    return order[max(place - 1, 0)]


def is_complete(question: Ask, answer: Answer) -> bool:
    """Tell whether an answer has everything that its question wants."""
    if question.kind == "choice" and answer.choice is None:
        return False
    if question.kind == "commitment" and not answer.committed:
        return False
    return not question.wants_text or len(answer.text.strip()) >= question.min_length


def takes_text(question: Ask, answer: Answer) -> bool:
    """Tell whether words are expected now: the button of a choice comes first."""
    if question.kind == "choice":
        return question.details and answer.choice is not None
    return question.kind == "text" or answer.committed


def add_words(question: Ask, answer: Answer, words: str) -> str | None:
    """Return the answer's text with one more message added, or None where it grows too long."""
    text = f"{answer.text}\n{words.strip()}".strip()
    return text if len(text) <= question.max_length else None
