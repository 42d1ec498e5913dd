"""Words are read as they are meant: spoken, hurried, run together, and never out of others."""

from __future__ import annotations

import pytest

from moderation.folding import fold
from moderation.language.words import words


def read(text: str) -> str:
    return " ".join(keys[0] for keys in words(fold(text).plain).keys[1:-1])


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("m'as te dire", "je vais te dire"),
        ("m'a y parler", "je vais y parler"),
        ("m'en va chez nous", "je vais chez nous"),
        ("il m'a te", "il me a te"),
        ("ill find you", "i will find you"),
        ("i feel ill today", "i feel ill today"),
        ("in ur face", "in your face"),
        ("ur late", "you are late"),
    ],
)
def test_what_is_spoken_is_read_as_meant(said: str, meant: str) -> None:
    assert read(said) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("jevaistetuer", "je vais te tuer"),
        ("tesunegrosseconne", "tes une conne"),
        ("ihatewomen", "i hate women"),
        ("youidiot", "you idiot"),
    ],
)
def test_words_run_together_are_parted(written: str, meant: str) -> None:
    assert read(written) == meant


ORDINARY = """
control controle conduct connect conseil convient definition depends dispute generate iterate
purposes unstable violation apostrophe constater contente monter procès price ville retardataire
""".split()  # noqa: SIM905


@pytest.mark.parametrize("word", ORDINARY)
def test_an_ordinary_word_holds_no_rude_one(word: str) -> None:
    (keys,) = words(fold(word).plain).keys[1:-1]
    assert {"INSULT", "SLUR", "VIOL", "KILL"}.isdisjoint(keys)
