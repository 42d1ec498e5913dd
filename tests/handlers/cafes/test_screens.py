"""What everyone has of a café in private follows it, answered or not; small things at hand."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from handlers.cafes import mailing
from tests.handlers.cafes.salon import Salon
from tests.handlers.cafes.test_changes import changes
from tests.handlers.cafes.test_hosts import hosts


async def test_who_did_not_answer_reads_no_date_that_passed(salon: Salon) -> None:
    zoe, ali = await salon.member("Zoé"), await salon.member("Ali")
    await salon.announces()
    await salon.answers(ali, "yes")
    seen = len(salon.world.seen(zoe))
    await changes(salon, "when", "2026-12-10 20:00")
    await salon.chooses(salon.marc, "cafes.buttons.right")
    moved = "jeudi 10 décembre 2026" if salon.language == "fr" else "Thursday, December 10, 2026"
    assert moved in salon.last(zoe)
    await salon.wait(minutes=6)
    assert len(salon.world.seen(zoe)) == seen, "nothing rings for who did not answer"

    await salon.chooses(salon.marc, "cafes.buttons.cancel_cafe")
    await salon.chooses(salon.marc, "cafes.buttons.cancel_yes")
    assert len(salon.world.seen(zoe)) == seen
    for person in (zoe, ali):
        screens = [m for m in salon.world.seen(person) if moved in m.text]
        assert salon.phrase("own.cancelled") in screens[-1].text
        assert screens[-1].labels == [], "there is nothing more to press"


async def test_many_follow_in_chunks(french: Salon, monkeypatch: pytest.MonkeyPatch) -> None:
    people = [await french.member(f"Membre{n}") for n in range(5)]
    monkeypatch.setattr(mailing, "CHUNK", 2)
    await french.announces()
    await changes(french, "place", "Laval")
    assert all("Laval" in french.last(person) for person in people)
    facts = await french.rows("SELECT 1 FROM inbox WHERE key LIKE 'cafe_screens:%'")
    assert len(facts) == 3


async def test_at_night_too_what_stands_follows_and_nothing_rings(french: Salon) -> None:
    zoe = await french.member("Zoé")
    await french.announces()
    await french.wait(hours=12)
    seen = len(french.world.seen(zoe))
    await changes(french, "place", "Laval")
    assert "Laval" in french.last(zoe)
    await french.chooses(zoe, "cafes.buttons.maybe")
    assert french.phrase("own.maybe") in french.last(zoe)
    assert len(french.world.seen(zoe)) == seen


async def test_a_reminder_stands_under_the_exact_place(salon: Salon) -> None:
    zoe = await salon.member("Zoé")
    await salon.prepares()
    await salon.chooses(salon.marc, "cafes.fields.address")
    await salon.says(salon.marc, "12, rue des Pins")
    await salon.chooses(salon.marc, "cafes.buttons.announce")
    await salon.answers(zoe, "yes")
    place = next(m for m in salon.world.seen(zoe) if "12, rue des Pins" in m.text)
    await salon.wait(days=15, hours=9, minutes=1)
    await salon.wait(hours=23)
    reminders = [
        m
        for m in salon.world.seen(zoe)
        if m.text.startswith(
            (salon.phrase("letters.day_before"), salon.phrase("letters.hour_before"))
        )
    ]
    assert len(reminders) == 2
    assert all(m.raw["reply_to_message"]["message_id"] == place.message_id for m in reminders)


async def test_a_host_is_not_asked_whether_they_come(french: Salon) -> None:
    zoe, ali = await french.member("Zoé"), await french.member("Ali")
    await hosts(french, zoe)
    await french.wait(days=9, hours=10)
    asked = french.phrase("letters.no_answer")
    assert asked not in french.reads(zoe)
    assert asked in french.reads(ali)


async def test_a_host_is_offered_no_series(french: Salon) -> None:
    zoe = await french.member("Zoé")
    await french.prepares()
    series = french.said.label("cafes.buttons.series")
    assert french.message_with(french.marc, series)
    await french.chooses(french.marc, "cafes.buttons.host")
    await french.chooses(french.marc, "cafes.buttons.link_host")
    payload = french.last(french.marc).split("start=")[1].split()[0]
    await french.starts(zoe, payload)
    await french.chooses(zoe, "cafes.buttons.accept_host")
    assert series not in french.world.seen(zoe)[-1].labels


async def test_one_place_for_two_is_said_as_it_is(salon: Salon) -> None:
    zoe, ali = await salon.member("Zoé"), await salon.member("Ali")
    await salon.announces(2)
    await salon.answers(zoe, "yes")
    assert await salon.answers(ali, "guest") == salon.notice("one_place")
    await salon.wait(seconds=6)
    assert str(salon.said.count("cafes.counts.held", 1)) in salon.card_in_group().text
    await salon.chooses(ali, "cafes.buttons.take")
    assert salon.phrase("own.seated") in salon.reads(ali)


async def test_cancelling_what_nobody_answered_says_so(salon: Salon) -> None:
    await salon.announces()
    await salon.chooses(salon.marc, "cafes.buttons.cancel_cafe")
    when = "mercredi 9 décembre 2026, de 19 h à 21 h"
    if salon.language == "en":
        when = "Wednesday, December 9, 2026, 7 p.m. to 9 p.m."
    assert salon.last(salon.marc) == salon.phrase("desk.cancel_untold", when=when)


async def test_the_end_of_registration_is_said_until_it_ends(french: Salon) -> None:
    zoe = await french.member("Zoé")
    await french.prepares()
    await french.chooses(french.marc, "cafes.fields.closing")
    await french.says(french.marc, "mardi 8 décembre midi")
    await french.chooses(french.marc, "cafes.buttons.right")
    await french.chooses(french.marc, "cafes.buttons.announce")
    assert "Inscription jusqu'au" in french.card_in_group().text
    await french.answers(zoe, "yes")
    ended = datetime.fromisoformat("2026-12-08T19:01-05:00") - french.clock.time
    await french.wait(seconds=ended / timedelta(seconds=1))
    assert "Inscription jusqu'au" not in french.last(zoe)
