"""Themes rest six months, interest adds up, and the list follows both."""

from __future__ import annotations

from datetime import date

import pytest

from bot.community.votes.themes import Theme, carried_over, is_resting, priority, rests_until

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("treated", "back"),
    [
        (date(2026, 1, 15), date(2026, 7, 15)),
        (date(2026, 7, 1), date(2027, 1, 1)),
        (date(2026, 8, 31), date(2027, 2, 28)),
        (date(2027, 8, 31), date(2028, 2, 29)),
        (date(2026, 12, 31), date(2027, 6, 30)),
    ],
)
def test_a_theme_rests_six_months(treated: date, back: date) -> None:
    assert rests_until(treated) == back


def test_it_comes_back_on_the_very_day() -> None:
    theme = Theme(1, "Fêtes", date(2025, 1, 1), date(2026, 5, 22))
    assert is_resting(theme, date(2026, 11, 21))
    assert not is_resting(theme, date(2026, 11, 22))
    assert not is_resting(Theme(2, "Colère", date(2025, 1, 1)), TODAY)


def test_the_list_by_priority() -> None:
    proposed = date(2026, 1, 1)
    wanted = Theme(1, "le plus demandé", proposed)
    old = Theme(2, "traité il y a longtemps", proposed, date(2024, 1, 1))
    new = Theme(3, "jamais traité", date(2026, 3, 1))
    newer = Theme(4, "jamais traité, proposé plus tard", date(2026, 4, 1))
    resting = Theme(5, "vient d'être traité", proposed, date(2026, 11, 1))
    shuffled = [resting, newer, old, wanted, new]
    listed = priority(shuffled, {1: 7, 2: 3, 3: 3, 4: 3, 5: 40}, TODAY)
    assert listed == [wanted, new, newer, old, resting]


def test_interest_adds_up_from_vote_to_vote() -> None:
    assert carried_over({1: 4, 2: 1}, {2: 5, 3: 0}) == {1: 4, 2: 6, 3: 0}
