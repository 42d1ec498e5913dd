"""A date and an hour are read as they are said, in the future, and never guessed between two."""

from __future__ import annotations

import tomllib
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bot.community.cafes.reading import (
    Ambiguous,
    DayMissing,
    Doubt,
    HourMissing,
    NotUnderstood,
    Past,
    Reading,
    Understood,
    find_moment,
    read_moment,
)

EAST = ZoneInfo("America/Toronto")
NOW = datetime(2026, 11, 23, 10, tzinfo=EAST)
SAID: dict[str, list[Any]] = tomllib.loads(
    (Path(__file__).parent / "data" / "moments.toml").read_text("utf-8")
)
DAYS_FR = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
DAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MOIS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
MONTHS = "January February March April May June July August September October November December"
VOCABULARY = (
    "mercredi mar sept 20 1er janvier mars prochain next en huit quinze midi minuit et demie quart"
    " moins du soir matin le the à at 7 12 19 24 31 h : / - , de from to dans in deux semaines"
    " weeks mois week demain last dernier jour premier third of am pm 2027 2026 00 30 pendant for"
    " a 5"
)


def shown(choice: Understood | HourMissing) -> str:
    if isinstance(choice, HourMissing):
        return choice.day.isoformat()
    start = f"{choice.start:%Y-%m-%d %H:%M}"
    if choice.end is None:
        return start
    same_day = choice.end.date() == choice.start.date()
    return f"{start}/{choice.end:%H:%M}" if same_day else f"{start}/{choice.end:%Y-%m-%d %H:%M}"


def future_moments(reading: Reading) -> list[datetime | date]:
    choices = reading.choices if isinstance(reading, Ambiguous) else [reading]
    starts = [choice.start for choice in choices if isinstance(choice, Understood)]
    return [*starts, *(choice.day for choice in choices if isinstance(choice, HourMissing))]


@pytest.mark.parametrize(("said", "meant"), SAID["understood"])
def test_a_moment_is_understood(said: str, meant: str) -> None:
    reading = read_moment(said, NOW)
    assert isinstance(reading, Understood), reading
    assert shown(reading) == meant
    assert reading.start.tzinfo is EAST


@pytest.mark.parametrize(("said", "meant"), SAID["hour_missing"])
def test_a_day_alone_wants_an_hour(said: str, meant: str) -> None:
    assert read_moment(said, NOW) == HourMissing(date.fromisoformat(meant))


@pytest.mark.parametrize(("said", "meant"), SAID["day_missing"])
def test_an_hour_alone_wants_a_day(said: str, meant: str) -> None:
    reading = read_moment(said, NOW)
    assert isinstance(reading, DayMissing), reading
    assert (f"{reading.start:%H:%M}" if reading.start else "") == meant


@pytest.mark.parametrize(("said", "why", "choices"), SAID["ambiguous"])
def test_between_two_readings_one_is_asked(said: str, why: str, choices: list[str]) -> None:
    reading = read_moment(said, NOW)
    assert isinstance(reading, Ambiguous), reading
    assert (reading.why, [shown(choice) for choice in reading.choices]) == (Doubt(why), choices)


@pytest.mark.parametrize(("said", "meant"), SAID["past"])
def test_what_is_over_is_said_to_be_over(said: str, meant: str) -> None:
    reading = read_moment(said, NOW)
    assert isinstance(reading, Past), reading
    over = f"{reading.start:%Y-%m-%d %H:%M}" if reading.start else reading.day.isoformat()
    assert over == meant


@pytest.mark.parametrize("said", SAID["not_understood"])
def test_what_is_not_understood_is_not_guessed(said: str) -> None:
    assert isinstance(read_moment(said, NOW), NotUnderstood)


def test_more_than_sixty_ways_are_proved_in_each_direction() -> None:
    assert len(SAID["understood"]) >= 100
    assert len({said for said, _ in SAID["understood"]}) == len(SAID["understood"])


def test_the_words_that_nothing_explains_come_back_as_written() -> None:
    assert read_moment("mercredi 20 janvier 19 h, à l’Étoile", NOW) == NotUnderstood(("Étoile",))


@pytest.mark.parametrize(
    ("now", "days"),
    [
        (datetime(2026, 11, 23, 10, tzinfo=EAST), ["2026-11-25", "2026-12-02"]),  # Monday
        (datetime(2026, 11, 25, 10, tzinfo=EAST), ["2026-12-02"]),  # a Wednesday
        (datetime(2026, 11, 27, 10, tzinfo=EAST), ["2026-12-02"]),  # Friday
        (datetime(2026, 11, 22, 10, tzinfo=EAST), ["2026-11-25", "2026-12-02"]),  # Sunday
    ],
)
def test_next_wednesday_is_asked_where_two_are_possible(now: datetime, days: list[str]) -> None:
    for said in ("mercredi prochain", "next Wednesday"):
        reading = read_moment(said, now)
        found = reading.choices if isinstance(reading, Ambiguous) else (reading,)
        assert [shown(day) for day in found if isinstance(day, HourMissing)] == days


def test_a_weekday_said_on_that_day_after_the_hour_is_the_next_one() -> None:
    evening = datetime(2026, 11, 25, 20, tzinfo=EAST)
    assert read_moment("mercredi 19 h", evening) == Understood(
        datetime(2026, 12, 2, 19, tzinfo=EAST)
    )


def test_an_hour_that_comes_twice_is_two_choices() -> None:
    reading = read_moment("le 7 novembre 2027 à 1 h 30 du matin", NOW)
    assert isinstance(reading, Ambiguous)
    first, second = future_moments(reading)
    assert isinstance(first, datetime)
    assert isinstance(second, datetime)
    assert second.astimezone(UTC) - first.astimezone(UTC) == timedelta(hours=1)


def test_the_answer_to_a_question_is_read_with_what_was_said_first() -> None:
    assert isinstance(read_moment("le 20 janvier", NOW), HourMissing)
    both = read_moment("le 20 janvier, 19 h 30", NOW)
    assert both == Understood(datetime(2027, 1, 20, 19, 30, tzinfo=EAST))


def test_a_long_text_keeps_nobody_waiting() -> None:
    assert isinstance(read_moment("mercredi 7 h et " * 1000, NOW), NotUnderstood)


def in_words(day: datetime) -> dict[str, object]:
    return {
        "jour": DAYS_FR[day.weekday()],
        "mois": MOIS.split()[day.month - 1],
        "day": DAYS_EN[day.weekday()],
        "month": MONTHS.split()[day.month - 1],
        "d": day,
        "n": day.day,
        "hour": (day.hour - 1) % 12 + 1,
        "half": "pm" if day.hour >= 12 else "a.m.",
    }


WAYS = (
    "{jour} le {n} {mois} {d:%Y} à {d.hour} h {d:%M}",
    "{n} {mois} {d:%Y}, {d:%Hh%M}",
    "à {d:%H:%M}, le {n} {mois} {d:%Y}",
    "{day}, {month} {n}, {d:%Y} at {hour}:{d:%M} {half}",
    "{hour}:{d:%M}{half} on {n} {month} {d:%Y}",
    "{d:%Y-%m-%d} {d:%H:%M}",
    "{d:%Y/%m/%d} {d:%H}h{d:%M}",
)


@settings(deadline=None)
@given(
    st.datetimes(datetime(2026, 11, 24), datetime(2036, 12, 31)),  # noqa: DTZ001
    st.sampled_from(WAYS),
)
def test_every_minute_of_ten_years_is_read_back(wall: datetime, way: str) -> None:
    moment = wall.replace(second=0, microsecond=0, tzinfo=EAST)
    assume(moment.utcoffset() == moment.replace(fold=1).utcoffset())
    reading = read_moment(way.format(**in_words(moment)), NOW)
    assert moment in future_moments(reading), reading
    if moment.hour > 12:
        assert reading == Understood(moment)


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(VOCABULARY.split()), max_size=12),
    st.datetimes(datetime(2026, 1, 1), datetime(2030, 1, 1)),  # noqa: DTZ001
)
def test_whatever_is_said_nothing_breaks_or_is_past(words: list[str], at: datetime) -> None:
    now = at.replace(tzinfo=EAST)
    reading = read_moment(" ".join(words), now)
    for moment in future_moments(reading):
        if isinstance(moment, datetime):
            assert moment.astimezone(UTC) > now.astimezone(UTC)
        else:
            assert moment >= now.date()


def test_a_moment_is_found_among_other_things() -> None:
    found = find_moment(["Montréal", "mercredi 20 janvier", "café au centre X", "19 h"], NOW)
    assert found.reading == Understood(datetime(2027, 1, 20, 19, tzinfo=EAST))
    assert found.rest == ("Montréal", "café au centre X")


def test_the_words_around_a_moment_are_left_in_their_order() -> None:
    found = find_moment(["café mercredi 20 janvier 19 h au centre Jean-Guy", "2e étage"], NOW)
    assert found.reading == Understood(datetime(2027, 1, 20, 19, tzinfo=EAST))
    assert found.rest == ("au centre Jean-Guy", "2e étage")


def test_without_a_moment_everything_is_left() -> None:
    found = find_moment(["Montréal", "au centre X"], NOW)
    assert (found.reading, found.rest) == (NotUnderstood(), ("Montréal", "au centre X"))
