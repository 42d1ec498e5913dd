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

from moderation.language.words import Words, normalised

_GAP = "~"
_LONGEST_GAP = 4
_END = "$"
_CONTINUED = re.compile(r"\n +")
_MOST_BRANCHES = 64  # of one start, in a text made to hurt


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
        """Every match, in the order of the text."""
        keys, tree = words.keys, self.tree
        for start, found in enumerate(keys):
            pending = [(tree[key], start + 1) for key in found if key in tree]
            if pending:
                yield from _followed(keys, start, pending)


def _followed(
    keys: tuple[tuple[str, ...], ...], start: int, pending: list[tuple[Any, int]]
) -> Iterator[Match]:
    count, branches = len(keys), 0
    while pending and branches < _MOST_BRANCHES:
        branches += 1
        node, at = pending.pop()
        if _END in node:
            yield Match(node[_END], start, at)
        if at < count:
            pending += [(node[key], at + 1) for key in keys[at] if key in node]
        if _GAP in node:
            pending += _after_gap(node[_GAP], keys, at)


def _after_gap(
    node: Any, keys: tuple[tuple[str, ...], ...], at: int
) -> Iterator[tuple[Any, int]]:
    for after in range(at, min(at + _LONGEST_GAP + 1, len(keys))):
        for key in keys[after]:
            if key in node:
                yield node[key], after + 1
        if "STOP" in keys[after]:
            return


def patterns(tables: Mapping[str, str]) -> Patterns:
    """Prepares tables of patterns by name; where two say the same, the first counts."""
    tree: dict[str, Any] = {}
    for name, table in tables.items():
        for line in _CONTINUED.sub(" ", table).strip().splitlines():
            for pattern in product(*map(_choices, line.split())):
                node = tree
                for key in (key for part in pattern for key in part):
                    node = node.setdefault(key, {})
                node.setdefault(_END, name)
    return Patterns(tree)


def _choices(part: str) -> list[list[str]]:
    optional = part.endswith("?") and len(part) > 1
    choices = [_key(choice) for choice in part.removesuffix("?" if optional else "").split("|")]
    return [*choices, []] if optional else choices


def _key(choice: str) -> list[str]:
    return [choice] if choice.isupper() or choice == _GAP else normalised(choice)
