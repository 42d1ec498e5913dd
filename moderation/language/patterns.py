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
from functools import cached_property
from itertools import product

from moderation.language.automaton import GAP, Automaton, Match
from moderation.language.gates import Gate
from moderation.language.words import Words, classes, counts, joined, normalised

__all__ = ["ASIDE", "Match", "Patterns", "WeightlessError"]

_LONGEST_GAP = 4
_WEIGHTLESS = frozenset(
    """
    ~ I YOU YOUO YOURS TES HE HIM THEM DET ABOUT ALL GANG BE GO NEG IF WHY SUBJECT PAUSE STOP
    PERSON ADJ HARSHED
    """.split()  # noqa: SIM905
)
# Classes that say nothing of how often their words are met.
_UNTELLING = frozenset({"ADJ", "PERSON"})
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


@dataclass(frozen=True)
class Patterns:
    """Tables of patterns by name, prepared at the first search, for that takes a while.

    Where two say the same, the first counts.
    """

    tables: Mapping[str, str]

    def matches(self, words: Words) -> Iterator[Match]:
        """The matches, in the order of their ends; of several that end alike, the shortest.

        A text in which only the table ``ASIDE`` could match is not searched: there is nothing to
        set aside.
        """
        gate, automaton = self.prepared
        return automaton.matches(words.keys) if gate.lets_in(words.present) else iter(())

    @cached_property
    def prepared(self) -> tuple[Gate, Automaton]:
        """What searches; raises ``ValueError`` where a pattern cannot be read."""
        sequences = list(_sequences(self.tables))
        wanted = (sequence for sequence, name in sequences if name != ASIDE)
        return Gate(wanted, common), Automaton(sequences, _LONGEST_GAP)


def common(key: str) -> bool:
    """Whether a key is met in most texts: pronouns, articles, and the classes of these."""
    return key in _WEIGHTLESS or not (_WEIGHTLESS - _UNTELLING).isdisjoint(classes(key))


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
