"""What people liked and did not is shown without names, in no order, and never of too few."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from bot.community.cafes.feedback import Shown, Withheld, gather

LIKED, DISLIKED = ["la chaleur", "l’écoute", "les idées"], ["trop court", "le bruit", ""]


def test_below_three_people_nothing_is_shown() -> None:
    assert gather(LIKED[:2], DISLIKED[:2], 2, Random(1)) == Withheld(missing=1)


def test_from_three_on_everything_is_shown_but_silence() -> None:
    shown = gather(LIKED, DISLIKED, 3, Random(1))
    assert isinstance(shown, Shown)
    assert sorted(shown.liked) == sorted(LIKED)
    assert sorted(shown.disliked) == ["le bruit", "trop court"]
    assert shown.people == 3


def test_each_list_is_shuffled_on_its_own() -> None:
    texts = [f"{n:02}" for n in range(20)]
    shown = gather(texts, texts, 20, Random(7))
    assert isinstance(shown, Shown)
    assert list(shown.liked) != texts
    assert shown.liked != shown.disliked


@given(st.lists(st.text(), max_size=9), st.integers(0, 9), st.randoms(use_true_random=False))
def test_no_text_is_lost_or_invented(texts: list[str], people: int, chance: Random) -> None:
    shown = gather(texts, texts, people, chance)
    if isinstance(shown, Withheld):
        assert people < 3
    else:
        assert sorted(shown.liked) == sorted(text.strip() for text in texts if text.strip())
