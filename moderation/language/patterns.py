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
from typing import Any

from moderation.language.words import Words, counts, joined, normalised

_GAP = "~"
_LONGEST_GAP = 4
_END = ""  # no word is empty
_CONTINUED = re.compile(r"(\|?)\n +")

_Begun = tuple[Mapping[str, Any], int]  # a place in the tree, and the word where it began


@dataclass(frozen=True, slots=True)
class Match:
    """The words ``start`` to ``end`` (excluded) say what the table ``name`` is about."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Patterns:
    """Tables of patterns ready to search; built by ``patterns``."""

    tree: Mapping[str, Any]

    def matches(self, words: Words) -> Iterator[Match]:
        """The matches, in the order of their ends; of several that end alike, the shortest.

        One pass: what is half said is carried from word to word, once for each place in the
        tree, so that the time grows with the text and not with its repetitions.
        """
        begun: dict[int, _Begun] = {}
        gaps: dict[int, tuple[_Begun, int]] = {}
        for at, keys in enumerate(words.keys):
            waiting = [(self.tree, at), *begun.values(), *_within(gaps, at)]
            begun = {}
            for node, start in waiting:
                if not node.keys().isdisjoint(keys):
                    _advance(node, start, keys, begun)
            if "STOP" in keys:
                gaps.clear()
            for node, start in begun.values():
                if _END in node:
                    yield Match(node[_END], start, at + 1)
                if _GAP in node:
                    gaps[id(node[_GAP])] = ((node[_GAP], start), at + 1 + _LONGEST_GAP)


def _within(gaps: dict[int, tuple[_Begun, int]], at: int) -> list[_Begun]:
    """What may still go on after a gap; the others are forgotten."""
    for key in [key for key, (_, until) in gaps.items() if at > until]:
        del gaps[key]
    return [begun for begun, _ in gaps.values()]


def _advance(
    node: Mapping[str, Any], start: int, keys: tuple[str, ...], following: dict[int, _Begun]
) -> None:
    """Take what a word continues; a phrase begun later replaces the same begun earlier."""
    for key in keys:
        if key in node:
            child = node[key]
            known = following.get(id(child))
            if known is None or known[1] < start:
                following[id(child)] = (child, start)


def patterns(tables: Mapping[str, str]) -> Patterns:
    """Prepares tables of patterns by name; where two say the same, the first counts."""
    tree: dict[str, Any] = {}
    for name, table in tables.items():
        for line in _CONTINUED.sub(_rejoined, table).strip().splitlines():
            for pattern in product(*map(_choices, line.split())):
                node = tree
                for key in joined([key for part in pattern for key in part]):
                    node = node.setdefault(key, {})
                node.setdefault(_END, name)
    return Patterns(tree)


def _rejoined(broken: re.Match[str]) -> str:
    return broken[1] or " "


def _choices(part: str) -> list[list[str]]:
    optional = part.endswith("?") and len(part) > 1
    choices = [_key(choice) for choice in part.removesuffix("?" if optional else "").split("|")]
    kept = choices if len(choices) == 1 else [choice for choice in choices if choice]
    return [*kept, []] if optional else kept


def _key(choice: str) -> list[str]:
    """The keys of a choice; words that readings leave out are left out here too."""
    if choice == _GAP or choice.isupper():
        return [choice]
    return [word for word in normalised(choice) if counts(word)]
