"""A quick look at a text: whether any of many sequences of keys could be in it at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain

from moderation.language.automaton import GAP

_KEPT = 3  # keys of each sequence: with more, hardly fewer texts get in


class Gate:
    """Tells from the keys of a text alone, whatever their order, that no sequence is in it.

    A text that holds a sequence holds its three most telling keys: those that are not
    ``common``, then those that most sequences share, so that few have to be looked for.
    """

    def __init__(self, sequences: Iterable[Sequence[str]], common: Callable[[str], bool]) -> None:
        """Takes sequences as an automaton does; ``common`` tells keys that most texts hold."""
        needs = [frozenset(sequence) - {GAP} for sequence in sequences]
        used = Counter(chain.from_iterable(needs))
        ranked = sorted(used, key=lambda key: (common(key), -used[key], key))
        ranks = {key: rank for rank, key in enumerate(ranked)}
        self._kept: dict[str, dict[str, set[str]]] = {}
        for first, second, third in {_telling(need, ranks) for need in needs if need}:
            self._kept.setdefault(first, {}).setdefault(second, set()).add(third)
        self._firsts = frozenset(self._kept)

    def lets_in(self, present: AbstractSet[str]) -> bool:
        """Whether a text with these keys may hold one of the sequences."""
        if self._firsts.isdisjoint(present):
            return False
        for first in self._firsts & present:
            following = self._kept[first]
            for second in following.keys() & present:
                if not following[second].isdisjoint(present):
                    return True
        return False


def _telling(need: frozenset[str], ranks: dict[str, int]) -> tuple[str, ...]:
    """The most telling keys, the last one again where there are fewer."""
    kept = sorted(need, key=ranks.__getitem__)[:_KEPT]
    return tuple(kept + kept[-1:] * (_KEPT - len(kept)))
