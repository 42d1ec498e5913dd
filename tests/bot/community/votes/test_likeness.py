"""Which proposals look like a theme that stands, as the content reads their words."""

from __future__ import annotations

import pytest

from bot.community.votes.likeness import alike, likeness
from content import load
from content.search.terms import Reader

CONTENT = load()
READERS = {name: Reader(name, CONTENT.synonyms(name)) for name in CONTENT.languages}


def stems(title: str, language: str = "fr") -> set[str]:
    return {term.stem for term in READERS[language].terms(title)}


STANDING = [
    stems(CONTENT.words("fr").label(f"themes.starting.{name}")) for name in CONTENT.starting_themes
]
LISTED = dict(enumerate(STANDING, 1))

SAME = [
    ("gerer ses emotions, colere ou tristesse", 8),
    ("La colère et la tristesse", 8),
    ("Comment gérer sa colère?", 8),
    ("LE PROCESSUS JUDICIAIRE : COMPRENDRE", 6),
    ("comprendre les processus de la dpj", 5),
    ("La DPJ", 5),
    ("Réconciliation possible", 9),
    ("la reconcilliation est elle possible", 9),
    ("parents rejetés : quoi faire", 2),
]
OTHER = [
    "Les fêtes sans les enfants",
    "Le rôle des grands-parents",
    "Comprendre la médiation",
    "Le processus de deuil",
    "Comprendre",
    "?",
]


@pytest.mark.parametrize(("title", "theme"), SAME)
def test_a_theme_that_stands_in_other_words(title: str, theme: int) -> None:
    assert alike(stems(title), LISTED) == [theme]


@pytest.mark.parametrize("title", OTHER)
def test_another_theme(title: str) -> None:
    assert alike(stems(title), LISTED) == []


def test_the_themes_to_start_from_are_nine() -> None:
    assert [alike(words, LISTED) for words in STANDING] == [[number] for number in LISTED]


def test_the_most_alike_comes_first() -> None:
    listed = {1: {"process", "judiciair", "quebec"}, 2: {"process", "judiciair"}, 3: {"colere"}}
    assert alike({"judiciair", "process"}, listed) == [2, 1]


def test_it_is_the_same_both_ways_and_whole_for_the_same_words() -> None:
    one, other = {"gerer", "coler"}, {"coler", "tristess", "gerrer"}
    assert likeness(one, other) == likeness(other, one)
    assert likeness(one, one) == 1
    assert likeness(one, []) == 0
