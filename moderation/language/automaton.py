"""A search for many sequences of keys at once, whose steps are remembered from text to text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

GAP = "~"
STOP = "STOP"
"""The key of what ends a sentence: no gap reaches across."""

_MOST_STATES = 512  # then all is forgotten: memory stays small whatever people write

Keys = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """The words ``start`` to ``end`` (excluded) say what the table ``name`` is about."""

    name: Any
    start: int
    end: int


@dataclass(slots=True)
class _Node:
    """A place in the tree of sequences: what may follow, and what is said by stopping here."""

    edges: dict[str, _Node] = field(default_factory=lambda: _NO_EDGES)
    name: Any = None
    gap: _Node | None = None


_NO_EDGES: dict[str, _Node] = {}
"""Shared by all that nothing follows: most of the tree."""

_Begun = tuple[_Node, int]  # a place in the tree, and how many words back it began
_Gap = tuple[_Node, int, int]  # the same, and how many words may still be passed over


@dataclass(slots=True)
class _State:
    """All that is half said after a word, and the steps already worked out from there."""

    begun: tuple[_Begun, ...] = ()
    gaps: tuple[_Gap, ...] = ()
    steps: dict[Keys, tuple[_State, tuple[tuple[Any, int], ...]]] = field(default_factory=dict)


class Automaton:
    """Finds sequences of keys in a text where each word has several.

    ``sequences`` are pairs of a sequence, in which ``~`` stands for up to ``longest_gap`` words
    of the same sentence, and of the name of its table; where two are the same, the first counts.
    """

    def __init__(self, sequences: Iterable[tuple[Iterable[str], Any]], longest_gap: int) -> None:
        """Builds the tree; the steps are worked out as texts need them."""
        self._longest_gap = longest_gap
        self._root = _Node()
        self._alphabet = {STOP}
        for sequence, name in sequences:
            self._add(sequence, name)
        self._states: dict[Any, _State] = {}
        self._start = _State()
        self._known = lru_cache(maxsize=4096)(self._reduced)

    def _add(self, sequence: Iterable[str], name: Any) -> None:
        node = self._root
        for key in sequence:
            if key == GAP:
                node.gap = node = node.gap or _Node()
            else:
                self._alphabet.add(key)
                if not node.edges:
                    node.edges = {}
                node = node.edges.setdefault(key, _Node())
        if node.name is None:
            node.name = name

    def matches(self, words: Sequence[Keys]) -> Iterator[Match]:
        """The matches, in the order of their ends; of several that end alike, the shortest.

        One pass: what is half said is carried from word to word, once for each place in the
        tree, and a step taken once is remembered, so that the time grows with the text and not
        with its repetitions.
        """
        state = self._start
        for at, keys in enumerate(words):
            known = self._known(keys)
            step = state.steps.get(known)
            if step is None:
                step = state.steps[known] = self._step(state, known)
            state = step[0]
            for name, back in step[1]:
                yield Match(name, at - back, at + 1)

    def _reduced(self, keys: Keys) -> Keys:
        """Of the keys of a word, those that any sequence knows."""
        return tuple(key for key in keys if key in self._alphabet)

    def _step(self, state: _State, keys: Keys) -> tuple[_State, tuple[tuple[Any, int], ...]]:
        following: dict[int, _Begun] = {}
        _advance(self._root, 0, keys, following)
        for node, back in state.begun:
            _advance(node, back + 1, keys, following)
        for node, back, _ in state.gaps:
            _advance(node, back + 1, keys, following)
        gaps = {} if STOP in keys else {id(n): (n, b + 1, k - 1) for n, b, k in state.gaps if k}
        for node, back in following.values():
            if node.gap:
                gaps[id(node.gap)] = (node.gap, back, self._longest_gap)
        said = tuple((n.name, back) for n, back in following.values() if n.name is not None)
        begun = tuple(each for each in following.values() if each[0].edges)
        return self._state(begun, tuple(gaps.values())), said

    def _state(self, begun: tuple[_Begun, ...], gaps: tuple[_Gap, ...]) -> _State:
        key = (*((id(n), back) for n, back in begun), *((id(n), b, k) for n, b, k in gaps))
        known = self._states.get(key)
        if known is None:
            if len(self._states) >= _MOST_STATES:
                self._states.clear()
                self._start = _State()
            known = self._states[key] = _State(begun, gaps)
        return known


def _advance(node: _Node, back: int, keys: Keys, following: dict[int, _Begun]) -> None:
    """Take what a word continues; a sequence begun later replaces the same begun earlier."""
    for key in keys:
        child = node.edges.get(key)
        if child is not None:
            known = following.get(id(child))
            if known is None or known[1] > back:
                following[id(child)] = (child, back)
