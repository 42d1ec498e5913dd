"""Cuts a text into plain tokens that know where they stand in what was written."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_SPELLED_OUT = {"’": "'", "‘": "'", "ʼ": "'", "œ": "oe"} | dict.fromkeys("‐‑‒–—−", "-")
_TOKEN = re.compile(
    r"(?<![a-z])[ap]\.\s?m\b\.?|(?<![a-z])[ap]m\b"
    r"|aujourd'? ?hui|o'clock|(?<![a-z])(?:[cdjlmnst]|qu|jusqu)'(?=[a-z])"
    r"|[a-z]+|\d+|(?<=\d)\.(?=\d)|(?<=\d):(?=\d)|(?<=\d ):(?= \d)|(?<![a-z])-|-(?![a-z])|[/@,;&]"
    r"|\((?=\s*(?:\d+|une|deux|trois|quatre)\s*h)"  # how long it lasts: "19 h (2 h)"
)
_INSIDE = re.compile(r"(?<=[a-z])[.' ]+(?=[a-z])?")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a sign: folded, and its place in the text as written."""

    text: str
    start: int
    end: int


def tokens_of(text: str) -> tuple[Token, ...]:
    """Return the tokens of a text: no case, no accents, digits apart from letters."""
    folded, origin = _fold(text)
    return tuple(
        Token(_INSIDE.sub("", found[0]), origin[found.start()], origin[found.end() - 1] + 1)
        for found in _TOKEN.finditer(folded)
    )


def fold(text: str) -> str:
    """Return the text in lower case, without accents."""
    return _fold(text)[0]


def _fold(text: str) -> tuple[str, list[int]]:
    """The folded text and, for each of its characters, the place in ``text`` it comes from."""
    letters = [_fold_character(character) for character in text]
    origin = [at for at, folded in enumerate(letters) for _ in folded]
    return "".join(letters), origin


def _fold_character(character: str) -> str:
    lowered = _SPELLED_OUT.get(character) or character.lower()
    decomposed = unicodedata.normalize("NFKD", _SPELLED_OUT.get(lowered, lowered))
    return "".join(c for c in decomposed if not unicodedata.combining(c))
