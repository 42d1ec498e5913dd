"""Folds a text to plain words: no case, no accents, no apostrophes, no drawn-out letters."""

from __future__ import annotations

import re
import unicodedata

_SPELLED_OUT = str.maketrans(
    # The letters of French first: what is left to decompose is rare.
    dict(zip("àâäçéèêëîïôöùûü’‘ʼ`", "aaaceeeeiioouuu''''", strict=True)) | {"œ": "oe", "æ": "ae"}
)
_DRAWN_OUT = re.compile(r"([a-z])\1{2,}")
_ELISION = re.compile(r"^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|aujourd)'(?=[a-z])")
_POSSESSIVE = re.compile(r"(?<=[a-z])'s$")
_WRITTEN = re.compile(r"[^\W_]+(?:['’‘ʼ`][^\W_]+)*")
_WORD = re.compile(r"[a-z0-9]+")


def fold(text: str) -> str:
    """The text in lower case without accents; letters written three times and more become one."""
    lowered = text.lower().translate(_SPELLED_OUT)
    if not lowered.isascii():
        decomposed = unicodedata.normalize("NFKD", lowered)
        lowered = "".join(c for c in decomposed if not unicodedata.combining(c))
    return _DRAWN_OUT.sub(r"\1", lowered)


def written(text: str) -> list[str]:
    """The words of a text as written, apostrophes inside kept."""
    return _WRITTEN.findall(text)


def words(text: str) -> list[str]:
    """The words of a text, folded: ``L'école d'été`` gives ``ecole``, ``ete``."""
    if text.isalpha() and (folded := fold(text)).isascii():
        return [folded]
    return [word for each in written(text) for word in folded_words(each)]


def folded_words(written: str) -> list[str]:
    """What a word as written gives, folded: none, one, or the parts of it."""
    folded = fold(written)
    if "'" in folded:
        folded = _POSSESSIVE.sub("", _ELISION.sub("", folded)).replace("'", "")
    return _WORD.findall(folded)
