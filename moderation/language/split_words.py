"""Rude words whose letters are set apart by halves: « c o n n ard », "s.a.l o p e"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Any

from moderation.language.inflections import noun_forms
from moderation.language.lexicon import NOUNS

_TWO_APART = re.compile(r"(?<![a-z0-9'])[a-z][ ._*/|-]{1,2}[a-z](?![a-z0-9'])")
_BEFORE = re.compile(r"[a-z]{1,4}[ ._*/|-]{1,2}\Z")
_BETWEEN = frozenset(" ._*/|-")
_MOST = 64  # pairs of letters looked at closely, in a text made to hurt
_SHORTEST = 4
_RUDE = frozenset({"INSULT", "SLUR"})
_END = ""  # no letter is empty


def rejoined(plain: str) -> str:
    """A folded text whose split words are whole again, followed by the spaces they held.

    A word is looked for around two letters that stand alone, and has to be rude from its first
    letter to its last: « il y a d e s » stays as it is. The length does not change, so that
    places in the text are still those of what was written.
    """
    for start, end in _split(plain):
        word = "".join(letter for letter in plain[start:end] if letter not in _BETWEEN)
        plain = plain[:start] + word.ljust(end - start) + plain[end:]
    return plain


def _split(plain: str) -> Iterator[tuple[int, int]]:
    after = 0
    for apart in islice(_TWO_APART.finditer(plain), _MOST):
        if apart.start() < after:
            continue
        before = _BEFORE.search(plain, max(after, apart.start() - 6), apart.start())
        for start in (before.start() if before else apart.start(), apart.start()):
            end = _end(plain, start)
            if end >= apart.end():
                yield start, end
                after = end
                break


def _end(plain: str, start: int) -> int:
    """Where the longest rude word that begins there ends, between two words; 0 where none does."""
    if start and plain[start - 1].isalnum():
        return 0
    node, found = _letters(), 0
    for at in range(start, len(plain)):
        if plain[at] in _BETWEEN:
            continue
        if plain[at] not in node:
            break
        node = node[plain[at]]
        if _END in node and not plain[at + 1 : at + 2].isalnum():
            found = at + 1
    return found


@cache
def _letters() -> dict[str, Any]:
    """The insults and slurs of one word, as a tree of their letters."""
    tree: dict[str, Any] = {}
    for names, table in NOUNS:
        if _RUDE.isdisjoint(names.split()):
            continue
        for entry in table.replace("\n", ",").split(","):
            for form in noun_forms(entry.strip()):
                if form.isalpha() and len(form) >= _SHORTEST:
                    node = tree
                    for letter in form:
                        node = node.setdefault(letter, {})
                    node[_END] = {}
    return tree
