"""Patterns around words of a list, looked for only in a text that holds one of these words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """A pattern, and the words of which one stands in all that it matches."""

    words: tuple[str, ...]
    pattern: re.Pattern[str]

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """The matches in a folded text."""
        if any(map(text.__contains__, self.words)):
            return self.pattern.finditer(text)
        return iter(())


def wording(before: str, words: str, after: str) -> Wording:
    """Prepares ``words``, plain text separated by bars, between two parts of a pattern."""
    each = tuple(words.split("|"))
    pattern = f"{before}(?:{'|'.join(map(re.escape, each))}){after}"
    return Wording(each, re.compile(pattern, re.MULTILINE))
