"""What the review of a file reads: answers, other files, an earlier refusal, reachability."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cached_property

from moderation.folding import Folded, fold, shown
from moderation.signals.distress import distress_in


class AnswerKind(StrEnum):
    """The kinds of question that content may ask."""

    CHOICE = "choice"
    TEXT = "text"
    COMMITMENT = "commitment"


@dataclass(frozen=True)
class AnswerFacts:
    """One answer: the key chosen (None when there is no choice) and the person's own words.

    ``min_length`` is the number of characters that the question asks for; 0 makes the words
    optional.
    """

    question_id: str
    kind: AnswerKind
    choice: str | None
    text: str
    min_length: int

    @cached_property
    def folded(self) -> Folded:
        """The folded readings of the words."""
        return fold(self.text)

    @cached_property
    def shown(self) -> str:
        """The beginning of the words, fit to be shown."""
        return shown(self.folded.text)

    @cached_property
    def distressed(self) -> bool:
        """Whether the words hold distress: how they are written is then left alone."""
        return distress_in(self.folded) is not None


@dataclass(frozen=True, slots=True)
class OtherFile:
    """An open or recent file of somebody else, to be compared for copies."""

    reference: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EarlierFile:
    """A file of the same person that was refused.

    ``reason`` is written as moderators read it. ``texts`` are its answers in the order of the
    questions, None once they are destroyed.
    """

    reference: str
    reason: str
    decided_at: datetime
    texts: tuple[str, ...] | None


@dataclass(frozen=True)
class FileFacts:
    """Everything that the review of one file reads."""

    answers: tuple[AnswerFacts, ...]
    other_files: tuple[OtherFile, ...] = ()
    earlier: EarlierFile | None = None
    reachable: bool = True
