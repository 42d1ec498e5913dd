"""Titles that everybody will read: themes pass, names and links do not."""

from __future__ import annotations

import pytest

from moderation.titles import Fault, fault
from tests.stage import CONTENT

FINE = [
    "Le juge et l'enfant : être entendu",
    "Parler de Noël sans nos enfants",
    "La Fête des pères sans mon fils",
    "L'hôpital Sainte-Justine et nous",
    "Madame, monsieur : écrire à l'école",
    "Quand le docteur ne nous croit pas",
    "Talking with the school when nobody answers",
    "The judge and the child",
    "Will my child come back one day?",
    "Faire respecter un jugement de la Cour supérieure",
    "Ma mère, Me voilà seule",
]
NAMING = [
    "Julie Tremblay et l'école",
    "JULIE ne répond plus",
    "marie-ève et ses mensonges",
    "Le psy Dr Bouchard à Laval",
    "Judge Roy and my case",
    "Maître Lavoie ne rappelle pas",
    "@julie99 ment",
]
LINKING = ["http://site.ca", "www.monsite.com super", "t.me/abcdef", "Lire mamans.org ensemble"]


@pytest.mark.parametrize("title", FINE)
def test_a_theme_passes(title: str) -> None:
    assert fault(title) is None


@pytest.mark.parametrize("title", NAMING)
def test_who_is_named_is_seen(title: str) -> None:
    assert fault(title) is Fault.NAMES


@pytest.mark.parametrize("title", LINKING)
def test_links_are_seen(title: str) -> None:
    assert fault(title) is Fault.LINKS


@pytest.mark.parametrize("title", ["", "😀😀😀😀", "12345", "…!?…"])
def test_what_says_nothing_is_seen(title: str) -> None:
    assert fault(title) is Fault.EMPTY


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_starting_themes_pass(language: str) -> None:
    words = CONTENT.words(language)
    titles = [words.label(key) for key in words.templates if key.startswith("themes.starting.")]
    assert len(titles) == 9
    assert [title for title in titles if fault(title)] == []
