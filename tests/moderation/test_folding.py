"""Whatever dresses a word up, rules read the same word, and people are shown what was written."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.folding import MAX_LENGTH, fold
from moderation.signals.distress import distress


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Été à l’ÉCOLE", "ete a l'ecole"),
        ("cœur, Lætitia", "coeur, laetitia"),
        ("e\u0301te\u0301", "ete"),
        ("ѕuісіdе", "suicide"),
        ("ѕυιϲιԁε", "suicide"),
        ("ｓｕｉｃｉｄｅ", "suicide"),
        ("𝓼𝓾𝓲𝓬𝓲𝓭𝓮 𝖘𝖚𝖎𝖈𝖎𝖉𝖊", "suicide suicide"),
        ("🅢🅤🅘🅒🅘🅓🅔", "suicide"),
        ("su\u200bi\u00adci\u2060de", "suicide"),
        ("\u202esui\u202ccide", "suicide"),
        ("514\u00a0555\u20110199", "514 555-0199"),
        ("５１４", "514"),
        ("mort·e", "mort.e"),
    ],
)
def test_plain_keeps_words_and_numbers(written: str, plain: str) -> None:
    assert fold(written).plain == plain


@pytest.mark.parametrize(
    ("written", "tight"),
    [
        ("s u i c i d e", "suicide"),
        ("s.u.i.c.i.d.e", "suicide"),
        ("s - u - i - c - i - d - e", "suicide"),
        ("je veux m o u r i r", "je veux mourir"),
        ("su1c1de $uicid3", "suicide suicide"),
        ("s u 1 c 1 d e", "suicide"),
        ("noooon, je suiiiis", "non, je suis"),
        ("sui.cide mou_rir", "suicide mourir"),
        ("15 ans, 514 555-0199", "15 ans, 514 555-0199"),
        ("à 15h30", "a 15h30"),
        ("mourir!!!", "mourir!!!"),
    ],
)
def test_tight_also_folds_leet_spacing_and_repeats(written: str, tight: str) -> None:
    assert fold(written).tight == tight


@given(st.text(max_size=300))
def test_an_excerpt_is_always_made_of_the_text(text: str) -> None:
    folded = fold(text)
    for reading, tight in ((folded.plain, False), (folded.tight, True)):
        if reading:
            excerpt = folded.excerpt(0, len(reading), tight=tight)
            assert set(excerpt) <= set(text) | {" ", "…"}
            assert all(unicodedata.category(character) != "Cf" for character in excerpt)


def test_only_what_fits_in_one_message_is_read() -> None:
    assert len(fold("é" * 10_000).plain) == MAX_LENGTH


TWINS = {
    "a": "аα@4",
    "e": "еε3",
    "i": "іι1!",
    "o": "оο0",
    "u": "υ",
    "s": "ѕ$5",
    "c": "сϲ",
    "r": "ʀ",
}
INVISIBLE = ["\u200b", "\u200d", "\u00ad", "\u2060", "\u202e", "\ufe0f"]


@st.composite
def dressed_up(draw: st.DrawFn, word: str) -> str:
    """The word with its letters replaced, repeated, set apart or mixed with invisible signs."""
    apart = draw(st.sampled_from(["", " ", ".", "-", "_", " . "]))
    letters = []
    for letter in word:
        twin = draw(st.sampled_from(letter + letter.upper() + TWINS.get(letter, "")))
        letters.append(twin * (1 if apart else draw(st.integers(1, 3))))
        if draw(st.booleans()):
            letters[-1] += draw(st.sampled_from(INVISIBLE))
    return apart.join(letters)


@given(dressed_up("suicide"))
def test_a_trigger_word_dressed_up_is_still_found(written: str) -> None:
    assert distress(f"je pense au {written} ce soir") is not None


@given(dressed_up("mourir"))
def test_a_trigger_phrase_dressed_up_is_still_found(written: str) -> None:
    assert distress(f"je veux {written}") is not None


@given(st.text(max_size=5000))
def test_any_text_is_read(text: str) -> None:
    distress(text)
