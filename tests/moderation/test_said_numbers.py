"""Numbers said in words, whole or in part, and what only counts."""

from __future__ import annotations

import pytest

from moderation.folding import fold
from moderation.signals.identification.phones import numbers
from moderation.signals.identification.said_numbers import said_numbers


@pytest.mark.parametrize(
    ("said", "figures"),
    [
        ("cinq cent quatorze, cinq cent cinquante-cinq", ["514", "555"]),
        ("zéro un puis quatre-vingt-dix-neuf", ["0", "1", "99"]),
        ("soixante-dix-sept, quatre-vingt-deux, vingt et un", ["77", "82", "21"]),
        ("four one eight and twenty-one, forty", ["4", "1", "8", "21", "40"]),
        ("514 cinq cinq cinq 0171", ["514", "5", "5", "5", "0171"]),
        ("deux cent deux cent trois", ["200", "203"]),
        ("cent cinq, zéro, six", ["105", "0", "6"]),
    ],
)
def test_numbers_are_read_as_they_are_said(said: str, figures: list[str]) -> None:
    [run] = said_numbers(fold(said).plain, figures=7)
    assert [number.figures for number in run] == figures


@pytest.mark.parametrize(
    "written",
    [
        "appelle-moi au cinq un quatre, 555, 01 99",
        "514 cinq cinq cinq zéro un neuf neuf",
        "cinq cent quatorze, cinq cent cinquante-cinq, zéro un quatre-vingt-dix-neuf",
        "five one four 555 0199",
    ],
)
def test_a_telephone_number_said_partly_in_words_is_read_whole(written: str) -> None:
    assert numbers(fold(written)) == ("5145550199",)


@pytest.mark.parametrize(
    "written",
    [
        "j'ai deux enfants de cinq et huit ans, et quatre audiences en trois mois",
        "un deux trois quatre cinq six sept huit neuf dix onze",
        "one, two, three, four: I count to ten when he calls, five times in six weeks",
        "trois cent vingt dollars, quatre cent quatre-vingts, puis cinq mille",
    ],
)
def test_what_only_counts_is_no_telephone_number(written: str) -> None:
    assert numbers(fold(written)) == ()
