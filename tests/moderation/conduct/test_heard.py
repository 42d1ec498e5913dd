"""What was heard in the last hour, and no more than that."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from moderation.conduct.heard import Heard

NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
TEXT = "Une formation qui a changé ma vie"
MINUTE = timedelta(minutes=1)


def test_what_is_alike_is_given_back_and_all_else_is_bare() -> None:
    heard = Heard()
    heard.hear(1, TEXT, 10, NOW)
    heard.hear(1, "Bonsoir à vous toutes et tous ici", 11, NOW)
    heard.hear(2, "Quelqu'un dort, à cette heure-ci?", 12, NOW)
    found = heard.hear(1, TEXT.upper() + "!!!", 13, NOW + MINUTE)
    assert sorted((one.author, one.text) for one in found) == [(1, ""), (1, TEXT.upper() + "!!!")]
    assert [one.author for one in heard.hear(3, TEXT, 14, NOW + MINUTE)] == [1, 1]


def test_the_same_row_worked_again_counts_once() -> None:
    heard = Heard()
    for _ in range(3):
        assert heard.hear(1, TEXT, 10, NOW) == ()
    assert len(heard.hear(1, TEXT, 11, NOW)) == 1


def test_after_an_hour_nothing_is_known() -> None:
    heard = Heard()
    heard.hear(1, TEXT, 10, NOW, "album")
    assert heard.album("album") == [10]
    assert heard.hear(2, TEXT, 11, NOW + timedelta(minutes=60)) == ()
    assert heard.album("album") == []
    assert all(TEXT not in repr(value) for value in vars(heard).values())


def test_a_flood_costs_no_more_than_its_first_words() -> None:
    heard = Heard()
    for number in range(500):
        found = heard.hear(1, TEXT, number, NOW)
    assert len(found) <= 20
