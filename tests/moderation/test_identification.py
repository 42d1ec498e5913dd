"""Telephone numbers and addresses are seen however written; help lines never are."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from moderation.folding import fold
from moderation.signals.identification.emails import email
from moderation.signals.identification.phones import phone

TABLES = tomllib.loads((Path(__file__).parent / "data" / "identification.toml").read_text("utf-8"))


@pytest.mark.parametrize("text", TABLES["phone"]["found"])
def test_a_telephone_number_is_found(text: str) -> None:
    assert phone(fold(text)) is not None


@pytest.mark.parametrize("text", TABLES["phone"]["left_alone"])
def test_help_lines_and_other_numbers_are_left_alone(text: str) -> None:
    assert phone(fold(text)) is None


@pytest.mark.parametrize("text", TABLES["email"]["found"])
def test_an_address_is_found(text: str) -> None:
    assert email(fold(text)) is not None


@pytest.mark.parametrize("text", TABLES["email"]["left_alone"])
def test_what_is_not_an_address_is_left_alone(text: str) -> None:
    assert email(fold(text)) is None


def test_the_excerpt_is_what_the_person_wrote() -> None:
    found = phone(fold("Écris-moi au\u200b (514) 555\u20110199, merci"))
    assert found is not None
    assert found.excerpt == "514) 555\u20110199"
