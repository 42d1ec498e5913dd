"""The clocks change in March and in November: everything still comes at its hour on the wall."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.simulator.models import Person
from tests.handlers.cafes.salon import Salon

EAST = ZoneInfo("America/Toronto")


def letters(salon: Salon, person: Person, kind: str) -> int:
    return sum(salon.phrase(f"letters.{kind}") in m.text for m in salon.world.seen(person))


async def at(salon: Salon, wall: datetime) -> None:
    """Go to a moment on the wall clock of Montréal, a second at a time around it."""
    salon.clock.time = wall.replace(tzinfo=EAST)
    await salon.settle()


@pytest.mark.parametrize(
    ("announced", "line", "moments"),
    [
        (
            "2027-03-01 10:00",
            "dimanche 14 mars 2027 19 h, Montréal",
            {
                "week_before": "2027-03-07 19:00",
                "day_before": "2027-03-13 19:00",
                "hour_before": "2027-03-14 18:00",
            },
        ),
        (
            "2027-10-25 10:00",
            "dimanche 7 novembre 2027 19 h, Montréal",
            {
                "week_before": "2027-10-31 19:00",
                "day_before": "2027-11-06 19:00",
                "hour_before": "2027-11-07 18:00",
            },
        ),
        (  # an hour before is still night
            "2027-03-01 10:00",
            "dimanche 14 mars 2027 8 h 30 am, Montréal",
            {
                "week_before": "2027-03-07 08:30",
                "day_before": "2027-03-13 08:30",
                "hour_before": "2027-03-14 08:00",
            },
        ),
        (
            "2027-10-25 10:00",
            "dimanche 7 novembre 2027 8 h 30 am, Montréal",
            {
                "week_before": "2027-10-31 08:30",
                "day_before": "2027-11-06 08:30",
                "hour_before": "2027-11-07 08:00",
            },
        ),
    ],
)
async def test_reminders_come_at_their_hour_on_the_wall(
    french: Salon, announced: str, line: str, moments: dict[str, str]
) -> None:
    zoe = await french.member("Zoé")
    await at(french, datetime.fromisoformat(announced))
    await french.announces(line=line)
    await french.answers(zoe, "yes")
    for kind, moment in moments.items():
        due = datetime.fromisoformat(moment)
        await at(french, due - timedelta(minutes=3))
        before = letters(french, zoe, kind)
        await at(french, due)
        assert (before, letters(french, zoe, kind)) == (0, 1), kind
    await french.wait(hours=1)
    for kind in moments:
        assert letters(french, zoe, kind) == 1


async def test_a_series_keeps_its_hour_on_the_wall_all_year(french: Salon) -> None:
    await french.prepares(line="dimanche 13 décembre 19 h, Montréal")
    await french.chooses(french.marc, "cafes.buttons.series")
    await french.says(french.marc, "deuxième dimanche du mois, 19 h à 21 h")
    await french.taps(french.marc, "Créer ces")
    rows = await french.rows("SELECT starts_at, ends_at FROM cafes WHERE state = 'open'")
    starts = [datetime.fromisoformat(row["starts_at"]).astimezone(EAST) for row in rows]
    ends = [datetime.fromisoformat(row["ends_at"]).astimezone(EAST) for row in rows]
    assert len(starts) == 12
    assert {(start.hour, start.minute) for start in starts} == {(19, 0)}
    assert {(end.hour, end.minute) for end in ends} == {(21, 0)}
    assert {start.utcoffset() for start in starts} == {timedelta(hours=-5), timedelta(hours=-4)}
    assert all(start.weekday() == 6 and 8 <= start.day <= 14 for start in starts)
    assert datetime(2027, 3, 14, 19, tzinfo=EAST) in starts, "the very day of the change"


async def test_the_countdown_turns_at_local_midnight_on_the_day_of_the_change(
    french: Salon,
) -> None:
    await at(french, datetime.fromisoformat("2027-03-12 10:00"))
    await french.announces(line="lundi 15 mars 2027 19 h, Montréal")
    assert "dans 3 jours" in french.card_in_group().text
    for day, said in ((13, "dans 2 jours"), (14, "demain"), (15, "aujourd'hui")):
        await at(french, datetime(2027, 3, day, 0, 0, 10))  # noqa: DTZ001
        await french.wait(seconds=6)
        assert f"({said})" in french.card_in_group().text
