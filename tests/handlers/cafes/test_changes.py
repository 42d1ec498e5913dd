"""A café that moves, changes or is cancelled: everyone who answered is told, once."""

from __future__ import annotations

from datetime import timedelta

from icalendar import Calendar, Event

from bot.simulator.models import Person
from tests.handlers.cafes.salon import Salon


def file_of(salon: Salon, person: Person) -> Event:
    """Return the event of the newest calendar file that somebody received."""
    message = [m for m in salon.world.seen(person) if "document" in m.raw][-1]
    content = salon.world.files[message.raw["document"]["file_id"]]
    return next(iter(Calendar.from_ical(content).events))


async def changes(salon: Salon, field: str, text: str) -> None:
    """Marc changes a field of the café on his desk."""
    await salon.chooses(salon.marc, "cafes.buttons.edit")
    await salon.chooses(salon.marc, f"cafes.fields.{field}")
    await salon.says(salon.marc, text)


async def test_moved_everyone_is_told_once_and_card_and_calendar_follow(salon: Salon) -> None:
    zoe, ali, bo = [await salon.member(name) for name in ("Zoé", "Ali", "Bo")]
    cafe = await salon.announces()
    await changes(salon, "address", "12, rue des Pins")
    await salon.chooses(salon.marc, "cafes.buttons.tell_now")
    await salon.answers(zoe, "yes")
    await salon.answers(ali, "no")
    await salon.chooses(zoe, "cafes.buttons.calendar")
    before = file_of(salon, zoe)
    assert str(before["LOCATION"]) == "12, rue des Pins"

    day = "jeudi 10 décembre 20 h" if salon.language == "fr" else "Thursday December 10 8 pm"
    await changes(salon, "when", day)
    assert (await salon.again(cafe)).start == cafe.start, "a date waits for its confirmation"
    await salon.chooses(salon.marc, "cafes.buttons.right")
    await changes(salon, "address", "40, rue du Parc")
    await salon.wait(minutes=6)
    told = salon.phrase("letters.changed")
    assert [salon.reads(person).count(told) for person in (zoe, ali, bo)] == [1, 1, 0]
    assert "40, rue du Parc" in salon.reads(zoe)
    assert "12, rue des Pins" not in salon.reads(zoe)
    assert "40, rue du Parc" not in salon.reads(ali)
    moved = "jeudi 10 décembre 2026" if salon.language == "fr" else "Thursday, December 10, 2026"
    assert moved in salon.card_in_group().text
    after = file_of(salon, zoe)
    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert after["DTSTART"].dt > before["DTSTART"].dt
    assert str(after["LOCATION"]) == "40, rue du Parc"


async def test_cancelled_everyone_is_told_once_and_the_place_is_taken_back(salon: Salon) -> None:
    zoe, ali, bo = [await salon.member(name) for name in ("Zoé", "Ali", "Bo")]
    await salon.prepares()
    await salon.chooses(salon.marc, "cafes.fields.address")
    await salon.says(salon.marc, "12, rue des Pins")
    await salon.chooses(salon.marc, "cafes.buttons.announce")
    await salon.answers(zoe, "yes")
    await salon.answers(ali, "maybe")
    await salon.chooses(zoe, "cafes.buttons.calendar")
    assert "12, rue des Pins" in salon.reads(zoe)

    await salon.chooses(salon.marc, "cafes.buttons.cancel_cafe")
    assert (
        str(salon.said.label("cafes.buttons.cancel_yes")) in salon.world.seen(salon.marc)[-1].labels
    )
    await salon.chooses(salon.marc, "cafes.buttons.cancel_yes")
    moment = (
        "mercredi 9 décembre, 19 h" if salon.language == "fr" else "Wednesday, December 9, 7 p.m."
    )
    told = salon.phrase("letters.cancelled", when=moment)
    assert [salon.reads(person).count(told) for person in (zoe, ali, bo)] == [1, 1, 0]
    assert "12, rue des Pins" not in salon.reads(zoe)
    assert str(file_of(salon, zoe)["STATUS"]) == "CANCELLED"
    assert salon.card_in_group().labels == []
    await salon.wait(days=20)
    assert [salon.reads(person).count("☕") for person in (bo,)] == [1], "no reminder follows"


async def test_at_night_news_waits_for_the_morning_unless_the_cafe_is_near(french: Salon) -> None:
    zoe = await french.member("Zoé")
    await french.announces()
    await french.answers(zoe, "yes")
    await french.wait(hours=12)  # ten in the evening, 16 days before
    await changes(french, "place", "Laval")
    told = french.phrase("letters.changed")
    await french.wait(hours=1)
    assert told not in french.reads(zoe)
    await french.wait(hours=9, minutes=10)
    assert told in french.reads(zoe)

    await french.wait(days=14, hours=14)  # ten in the evening, the day before
    await changes(french, "place", "Longueuil")
    await french.wait(minutes=6)
    assert french.reads(zoe).count("Longueuil") >= 1


async def test_silence_stops_it_all_but_the_news_of_a_place_one_holds(french: Salon) -> None:
    zoe, ali = await french.member("Zoé"), await french.member("Ali")
    for person in (zoe, ali):
        await french.says(person, "/silence")
        await french.chooses(person, "members.silence.turn_on")
    await french.announces()
    assert "☕" not in french.reads(zoe)
    await french.answers(zoe, "yes")
    await french.wait(days=15, hours=9)
    assert french.phrase("letters.week_before") not in french.reads(zoe)
    assert french.phrase("letters.no_answer") not in french.reads(ali)
    await french.says(french.marc, "/cafe")
    await french.taps(french.marc, "☕ mercredi 9 décembre")
    await french.chooses(french.marc, "cafes.buttons.cancel_cafe")
    await french.chooses(french.marc, "cafes.buttons.cancel_yes")
    last = [m for m in french.world.seen(zoe) if "n'aura pas lieu" in m.text]
    assert [m.silent for m in last if m.text.startswith("Le café-rencontre du")] == [True]


async def test_a_bot_that_was_down_says_each_reminder_once_or_never(french: Salon) -> None:
    zoe = await french.member("Zoé")
    await french.announces()
    await french.answers(zoe, "yes")
    await french.close()
    french.clock.move(timedelta(days=15, hours=12))
    await french.open()
    await french.settle()
    assert french.phrase("letters.day_before") not in french.reads(zoe), "ten in the evening"
    await french.wait(hours=10, minutes=1)
    reads = french.reads(zoe)
    assert french.phrase("letters.week_before") not in reads, "too late: missed"
    assert reads.count(french.phrase("letters.day_before")) == 1
    missed = await french.rows("SELECT name FROM agenda WHERE state = 'missed'")
    assert [row["name"] for row in missed] == ["cafes.week_before"]
    await french.restart()
    assert french.reads(zoe).count(french.phrase("letters.day_before")) == 1
