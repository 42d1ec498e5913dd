"""Names that could be taken for a moderator's, and those that are only names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.conduct.names import claims_office, resembles


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Nadia Roy", "Nadia Roy"),
        ("nadia roy", "Nadia Roy"),
        ("Roy Nadia", "Nadia Roy"),
        ("Nadіa Rоy", "Nadia Roy"),  # Cyrillic letters
        ("N a d i a Roy", "Nadia Roy"),
        ("N4dia R0y", "Nadia Roy"),
        ("Nadia​ Roy ✅", "Nadia Roy"),
        ("NadiaRoy", "Nadia Roy"),
        ("Nadja Roy", "Nadia Roy"),
        ("Nadai Roy", "Nadia Roy"),
        ("Nadia Roi", "Nadia Roy"),
        ("Odille Caron", "Odile Caron"),
        ("Élodie", "Elodie"),
        ("Marc", "marc."),
        ("Odi1e", "Odile"),
        ("OdiIe", "Odile"),  # a capital i
        ("0dile", "Odile"),
        ("Nadia Roy CAP", "Nadia Roy"),
    ],
)
def test_names_that_look_the_same(name: str, other: str) -> None:
    assert resembles(name, other)
    assert resembles(other, name)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Nadia", "Nadia Roy"),
        ("Nadia Tremblay", "Nadia Roy"),
        ("Léa", "Léo"),
        ("Marc", "Mark"),
        ("Marie", "Martin"),
        ("", "Nadia Roy"),
        ("🌻", "🌻"),
        ("Sophie B", "Sylvie B"),
        ("Isabelle", "Lise"),
        ("Roy", "Nadia Roy"),
    ],
)
def test_names_that_do_not(name: str, other: str) -> None:
    assert not resembles(name, other)


@given(st.text(max_size=60), st.text(max_size=60))
def test_it_does_not_matter_which_comes_first(name: str, other: str) -> None:
    assert resembles(name, other) == resembles(other, name)


@pytest.mark.parametrize(
    "name", ["Admin", "Modération Entraide", "M0dératrice", "Coordonnatrice C."]
)
def test_a_name_may_claim_to_moderate(name: str) -> None:
    assert claims_office(name)


@pytest.mark.parametrize("name", ["Adrien", "Modeste", "Marc", "Corinne"])
def test_a_name_may_be_only_a_name(name: str) -> None:
    assert not claims_office(name)
