"""A café in one line: each part finds its place, and nothing that was written is lost."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.community.cafes.line import Draft, Setting, read_line, standing
from bot.community.cafes.reading import Ambiguous, HourMissing, NotUnderstood, Understood

EAST = ZoneInfo("America/Toronto")
NOW = datetime(2026, 11, 23, 10, tzinfo=EAST)
JANUARY = Understood(datetime(2027, 1, 20, 19, tzinfo=EAST))
THEMES = (
    "Partage et entraide",
    "Juridique",
    "Comprendre ce que vit l’enfant",
    "Comprendre le processus judiciaire",
    "La réconciliation est-elle possible ?",
)
CITIES = ("Montréal", "Québec", "Montérégie")


def read(line: str) -> Draft:
    return read_line(line, NOW, THEMES, CITIES)


def test_the_line_of_a_moderator_is_understood_whole() -> None:
    line = (
        "mercredi 20 janvier 19 h, Montréal, centre X, thème Juridique, invitée Me Roy, 16 places"
    )
    assert read(line) == Draft(
        when=JANUARY,
        setting=Setting.IN_PERSON,
        city="Montréal",
        room="centre X",
        theme="Juridique",
        guest="Me Roy",
        capacity=16,
    )


def test_the_same_line_in_english() -> None:
    line = (
        "Wednesday January 20 at 7 pm, in Montreal, community centre X, topic: juridique,"
        " guest Me Roy, 16 seats, hosted by Lise, please bring a mug, wheelchair access"
    )
    assert read(line) == Draft(
        when=JANUARY,
        setting=Setting.IN_PERSON,
        city="Montréal",
        room="community centre X",
        theme="Juridique",
        guest="Me Roy",
        host="Lise",
        capacity=16,
        access="wheelchair access",
        bring="a mug",
    )


@pytest.mark.parametrize(
    ("written", "fields"),
    [
        ("à Montréal", {"city": "Montréal", "setting": Setting.IN_PERSON}),
        ("MONTREAL", {"city": "Montréal"}),
        ("Montréal (centre X)", {"city": "Montréal", "room": "centre X"}),
        ("au centre Jean-Guy, 2e étage", {"room": "centre Jean-Guy, 2e étage"}),
        ("1234, rue des Érables", {"room": "1234, rue des Érables"}),
        ("Les Pins centre", {"room": "Les Pins centre"}),
        ("at the Maple Street Library", {"room": "Maple Street Library"}),
        ("à la bibliothèque", {"room": "bibliothèque"}),
        ("en ligne", {"setting": Setting.ONLINE}),
        ("Zoom", {"setting": Setting.ONLINE}),
        (
            "https://exemple.test/j/9?pwd=a,b.",
            {"setting": Setting.ONLINE, "link": "https://exemple.test/j/9?pwd=a,b"},
        ),
        ("Québec et en ligne", {"setting": Setting.BOTH, "city": "Québec"}),
        ("hybride", {"setting": Setting.BOTH}),
        ("en personne et sur Zoom", {"setting": Setting.BOTH}),
        ("Québec, Zoom", {"setting": Setting.BOTH, "city": "Québec"}),
        ("juridique", {"theme": "Juridique"}),
        ("theme : RECONCILIATION", {"theme": "La réconciliation est-elle possible ?"}),
        ("thème Deuil blanc", {"theme": "Deuil blanc"}),
        ("maximum 12 personnes", {"capacity": 12}),
        ("seize places", {"capacity": 16}),
        ("avec Dre Anne Roy", {"guest": "Dre Anne Roy"}),
        ("animé par Luc", {"host": "Luc"}),
        ("apportez votre tasse", {"bring": "votre tasse"}),
        ("stationnement gratuit", {"access": "stationnement gratuit"}),
    ],
)
def test_each_part_finds_its_place(written: str, fields: dict[str, Any]) -> None:
    draft = read(f"mercredi 20 janvier 19 h, {written}")
    assert draft.when == JANUARY
    assert {name: getattr(draft, name) for name in fields} == fields
    assert draft.leftovers == ()


@pytest.mark.parametrize(
    ("line", "leftovers"),
    [
        ("mercredi 20 janvier 19 h, surprise du chef", ("surprise du chef",)),
        ("mercredi 20 janvier 19 h, thème Juridique, thème Deuil", ("thème Deuil",)),
        ("mercredi 20 janvier 19 h, Montréal, Québec", ("Québec",)),
        ("mercredi 20 janvier 19 h, back to school", ("back to school",)),
        ("rencontre du groupe mercredi 20 janvier 19 h", ("groupe",)),
        ("mercredi 20 janvier 19 h, zéro places", ("zéro places",)),
    ],
)
def test_what_is_not_understood_is_left_over(line: str, leftovers: tuple[str, ...]) -> None:
    draft = read(line)
    assert draft.when == JANUARY
    assert draft.leftovers == leftovers


def test_the_date_may_stand_in_the_middle_and_among_words() -> None:
    draft = read("thème Juridique, café le mercredi 20 janvier à 19 h à Montréal, 16 places")
    assert (draft.when, draft.city, draft.capacity) == (JANUARY, "Montréal", 16)
    assert draft.leftovers == ()


def test_a_number_elsewhere_is_never_taken_for_a_date() -> None:
    draft = read("Montréal, 16 places, apportez 2 chaises, thème La nuit du 20 janvier")
    assert draft.when == NotUnderstood()
    assert draft.theme == "La nuit du 20 janvier"


def test_a_doubtful_date_stays_doubtful() -> None:
    assert isinstance(read("mercredi prochain 19 h, Montréal").when, Ambiguous)
    assert isinstance(read("mercredi 20 janvier, Montréal").when, HourMissing)


def test_a_theme_is_named_by_words_of_one_alone() -> None:
    assert standing("processus judiciaire", THEMES) == "Comprendre le processus judiciaire"
    assert standing("comprendre", THEMES) is None
    assert standing("et", THEMES) is None


@settings(deadline=None)
@given(
    st.lists(
        st.text("abcéàZ 0123456789()'-.:«»", min_size=1)
        | st.sampled_from(["centre X", "Montréal", "mercredi", "19 h", "thème", "16 chaises"]),
        max_size=6,
    )
)
def test_nothing_that_was_written_is_lost(parts: list[str]) -> None:
    draft = read(", ".join(parts))
    fields = (draft.city, draft.room, draft.theme, draft.guest, draft.host, draft.bring)
    kept = " ".join((*draft.leftovers, *fields, draft.access))
    if isinstance(draft.when, NotUnderstood):
        for word in " ".join(parts).split():
            assert word.strip(" .-") in kept or word in ("à", "a")
