"""A café from its creation to the thanks, in both languages."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.simulator.models import Person
from bot.storage.cafes import answers, attendance
from tests.handlers.cafes.salon import Salon
from tests.stage import plain


async def test_from_creation_to_answers(salon: Salon) -> None:
    zoe, ali = await salon.member("Zoé"), await salon.member("Ali")
    cafe = await salon.prepares()
    desk = salon.last(salon.marc)
    full = "mercredi 9 décembre 2026, de 19 h à 21 h (dans 16 jours)"
    if salon.language == "en":
        full = "Wednesday, December 9, 2026, 7 p.m. to 9 p.m. (in 16 days)"
    assert full in desk
    assert "Montréal" in desk
    assert salon.world.said(salon.nadia, salon.group) == [], "nothing is announced yet"

    await salon.chooses(salon.marc, "cafes.fields.address")
    await salon.says(salon.marc, "Centre Les Pins, 12, rue des Pins, local 3")
    await salon.chooses(salon.marc, "cafes.buttons.announce")
    card = salon.card_in_group()
    assert full in card.text
    assert "rue des Pins" not in card.text
    assert salon.phrase("letters.announcement") in salon.reads(zoe)
    assert "rue des Pins" not in salon.reads(zoe)

    assert await salon.answers(zoe, "yes") == salon.notice("seated")
    assert "rue des Pins" in salon.reads(zoe)
    assert salon.phrase("own.seated") in salon.reads(zoe)
    assert "rue des Pins" not in salon.reads(ali)
    await salon.wait(seconds=6)
    assert counted(salon, "coming", 1) in card.text
    assert counted(salon, "left", 11) in card.text
    assert "Zoé" not in card.text

    await salon.chooses(zoe, "cafes.relation.mother")
    assert await salon.answers(zoe, "no") == salon.notice("no")
    assert "rue des Pins" not in salon.reads(zoe), "the exact place is taken back"
    await salon.wait(seconds=6)
    assert counted(salon, "left", 12) in card.text
    assert (await salon.again(cafe)).state == "open"


async def test_from_reminders_to_thanks(salon: Salon) -> None:
    people = [await salon.member(name) for name in ("Zoé", "Ali", "Rita", "Bo")]
    zoe, ali, rita, bo = people
    cafe = await salon.announces()
    for person, relation in ((zoe, "mother"), (ali, "father"), (rita, "unclassified")):
        await salon.answers(person, "yes")
        await salon.chooses(person, f"cafes.relation.{relation}")

    # Seven days before: a reminder to those who come, one question to the other.
    await to(salon, "2026-12-02T19:01")
    assert salon.phrase("letters.week_before") in salon.reads(zoe)
    assert salon.phrase("letters.no_answer") in salon.reads(bo)
    assert salon.phrase("letters.no_answer") not in salon.reads(zoe)
    await to(salon, "2026-12-08T19:01")
    assert salon.phrase("letters.day_before") in salon.reads(zoe)
    await to(salon, "2026-12-09T18:01")
    assert salon.phrase("letters.hour_before") in salon.reads(zoe)
    assert salon.reads(bo).count("☕") == 2, "who did not answer gets no other reminder"

    # The evening: nobody hosts, a moderator counts.
    await to(salon, "2026-12-09T19:01")
    moment = (
        "mercredi 9 décembre, 19 h" if salon.language == "fr" else "Wednesday, December 9, 7 p.m."
    )
    alone = salon.phrase("team.begins_alone", when=moment)
    assert salon.last(salon.nadia, salon.team) == alone
    await salon.taps(salon.marc, salon.said.label("cafes.buttons.open_desk"), salon.team)
    await salon.chooses(salon.marc, "cafes.buttons.door")
    await salon.chooses(salon.marc, "cafes.buttons.names")
    for name in ("Zoé", "Ali", "Rita"):
        await salon.taps(salon.marc, f"☐ {name}")
    await salon.chooses(salon.marc, "common.buttons.back")
    await salon.taps(salon.marc, f"+ {salon.said.label('cafes.counted.family')}")
    await salon.taps(salon.marc, f"+ {salon.said.label('cafes.counted.first_timers')}")
    await salon.taps(salon.marc, salon.said.label("cafes.buttons.close", n=4))
    await salon.taps(salon.marc, salon.said.label("cafes.buttons.confirm", n=4))
    figures = await attendance.attendance(salon.bot.db.reading(), cafe.id)
    assert figures is not None
    assert (figures.total, figures.unclassified, figures.first_timers) == (4, 1, 1)
    counts = figures.counts
    assert (counts.father, counts.mother, counts.family) == (1, 1, 1)
    places = await answers.places(salon.bot.db.reading(), cafe)
    assert len(places.answers) == 3, "who answered stays beside who came"

    # Two hours after is night: the questions come at eight, "how are you?" at ten.
    await to(salon, "2026-12-09T23:01")
    assert salon.phrase("letters.feedback", when=moment) not in salon.reads(zoe)
    await to(salon, "2026-12-10T08:01")
    assert salon.phrase("letters.feedback", when=moment) in salon.reads(zoe)
    assert salon.phrase("letters.feedback", when=moment) not in salon.reads(bo)
    await says_what_they_liked(salon, zoe, "l'écoute")
    await says_what_they_liked(salon, ali, "la chaleur")
    await salon.says(salon.marc, "/cafe")
    await to(salon, "2026-12-10T10:01")
    assert salon.phrase("letters.check_in", when=moment) in salon.reads(rita)
    await salon.chooses(rita, "cafes.buttons.low")
    assert "9-8-8" in salon.reads(rita)
    assert salon.said.label("cafes.buttons.someone") in salon.world.seen(rita)[-1].labels


async def says_what_they_liked(salon: Salon, person: Person, text: str) -> None:
    await salon.chooses(person, "cafes.buttons.liked")
    await salon.says(person, text)
    assert salon.last(person) == salon.phrase("feedback.thanks")


async def to(salon: Salon, local: str) -> None:
    """Let time pass until a moment of Montréal's winter."""
    moment = datetime.fromisoformat(f"{local}-05:00")
    assert moment > salon.clock.time
    await salon.wait(seconds=(moment - salon.clock.time).total_seconds())


def counted(salon: Salon, key: str, n: int, **values: Any) -> str:
    return plain(str(salon.said.count(f"cafes.counts.{key}", n, **values)))
