"""Rude words split by halves are whole again; ordinary letters that stand alone are left alone."""

from __future__ import annotations

import pytest

from moderation.conduct import Hold, Pass, judge
from moderation.language.split_words import rejoined
from moderation.signals.facts import MessageFacts


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("t'es un c o n n ard", "t'es un connard"),
        ("s.a.l o p e", "salope"),
        ("you a s s h o le !", "you asshole !"),
        ("sal o p e va", "salope va"),
    ],
)
def test_a_split_word_is_whole_again(written: str, read: str) -> None:
    assert rejoined(written).split() == read.split()


@pytest.mark.parametrize(
    "text",
    [
        "il y a d e s jours",
        "vitamines a b c d e",
        "plan a / plan b",
        "l e s amis",
        "c o n n aissance",
        "a-t-il repondu",
        "",
    ],
)
def test_other_letters_stay_as_they_are(text: str) -> None:
    assert rejoined(text) == text


def test_places_in_the_text_are_kept() -> None:
    split = "oui c o n n ard, oui t o c ard"
    assert len(rejoined(split)) == len(split)


def test_the_excerpt_shows_what_was_written() -> None:
    verdict = judge(MessageFacts(text="franchement t'es un c o n n ard"))
    assert isinstance(verdict, Hold)
    assert "c o n n ard" in verdict.cited[0].finding.excerpt
    assert judge(MessageFacts(text="il y a d e s jours comme ça")) == Pass()


@pytest.mark.parametrize("seed", ["a ", "c o n n ", "s.a.l o p ", "a b "])
def test_a_text_made_to_hurt_stays_whole(seed: str) -> None:
    assert rejoined((seed * 4096)[:4096]) == (seed * 4096)[:4096]
