"""Answers copied from the file of somebody else."""

from __future__ import annotations

import re

from moderation.findings import Finding, Strength
from moderation.folding import fold
from moderation.screening.facts import FileFacts

_WORD = re.compile(r"[^\W_]+")
_RUN = 3  # words in a row that are compared
_ENOUGH = 15  # runs in common: about seventeen words, longer than a commonplace sentence
_SHARE = 0.5  # of the answer

Run = tuple[str, ...]


def copied(file: FileFacts) -> Finding | None:
    """An answer of which half or more stands, word for word, in another file."""
    best, reference, excerpt = 0.0, "", ""
    own = [(answer, _runs(answer.text)) for answer in file.answers]
    for other in file.other_files:
        theirs = set().union(*map(_runs, other.texts))
        for answer, runs in own:
            share = _share(runs, theirs)
            if share > best:
                best, reference, excerpt = share, other.reference, answer.shown
    if best < _SHARE:
        return None
    return Finding("copied", excerpt, Strength.SERIOUS, {"reference": reference})


def _share(own: set[Run], runs: set[Run]) -> float:
    common = len(own & runs)
    return common / len(own) if common >= _ENOUGH else 0.0


def _runs(text: str) -> set[Run]:
    words = _WORD.findall(fold(text).plain)
    return {tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}
