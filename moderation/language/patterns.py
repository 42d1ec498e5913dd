"""Patterns over classes of words, written one a line and searched in one pass.

``YOU BE DET? INSULT`` is found in « t'es rien qu'une maudite folle » and « you are an idiot ».
A word in capitals is a class of :mod:`moderation.language.lexicon`, any other is itself; ``?``
marks what may be missing, ``a|b`` a choice, ``~`` up to four words of the same sentence; an
indented line continues the one before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from moderation.language.automaton import GAP, Automaton, Match
from moderation.language.words import Words, counts, joined, normalised

__all__ = ["ASIDE", "Match", "Patterns", "WeightlessError", "patterns"]

_LONGEST_GAP = 4
_WEIGHTLESS = frozenset(
    """
    ~ I YOU YOUO YOURS TES HE HIM THEM DET ABOUT ALL GANG BE GO NEG IF WHY SUBJECT PAUSE STOP
    PERSON ADJ HARSHED
    """.split()  # noqa: SIM905
)
_CONTINUED = re.compile(r"(\|?)\n +")


ASIDE = "aside"
"""The name of a table of words that resemble what is looked for; it may hold what is common."""


class WeightlessError(ValueError):
    """A pattern of which pronouns and articles alone are left: it would be found everywhere.

    Readings leave out adverbs and swear words, and optional words may be missing.
    """

    def __init__(self, line: str, sequence: list[str]) -> None:
        """Takes the line as written and what is left of it."""
        super().__init__(f"« {line} » is no more than {sequence}")


@dataclass(frozen=True, slots=True)
class Patterns:
    """Tables of patterns ready to search; built by ``patterns``."""

    automaton: Automaton

    def matches(self, words: Words) -> Iterator[Match]:
        """The matches, in the order of their ends; of several that end alike, the shortest."""
        return self.automaton.matches(words.keys)


def patterns(tables: Mapping[str, str]) -> Patterns:
    """Prepares tables of patterns by name; where two say the same, the first counts."""
    return Patterns(Automaton(_sequences(tables), _LONGEST_GAP))


def _sequences(tables: Mapping[str, str]) -> Iterator[tuple[list[str], str]]:
    for name, table in tables.items():
        for line in filter(None, _CONTINUED.sub(_rejoined, table).strip().splitlines()):
            for pattern in product(*map(_choices, line.split())):
                sequence = list(joined([key for part in pattern for key in part]))
                if name != ASIDE and _WEIGHTLESS.issuperset(sequence):
                    raise WeightlessError(line, sequence)
                yield sequence, name


def _rejoined(broken: re.Match[str]) -> str:
    return broken[1] or " "


def _choices(part: str) -> list[list[str]]:
    optional = part.endswith("?") and len(part) > 1
    choices = [_key(choice) for choice in part.removesuffix("?" if optional else "").split("|")]
    kept = choices if len(choices) == 1 else [choice for choice in choices if choice]
    if not kept:
        raise ValueError(f"none of these words is read, leave them out: {part}")
    return [*kept, []] if optional else kept


def _key(choice: str) -> list[str]:
    """The keys of a choice; words that readings leave out are left out here too."""
    if choice == GAP or choice.isupper():
        return [choice]
    return [word for word in normalised(choice) if counts(word)]
