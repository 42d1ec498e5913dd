"""A café from its creation to the thanks, in both languages."""

from __future__ import annotations

from tests.handlers.cafes.salon import Salon


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
    assert plural(salon, "coming", 1) in card.text
    assert plural(salon, "left", 11) in card.text
    assert "Zoé" not in card.text

    await salon.chooses(zoe, "cafes.relation.mother")
    assert await salon.answers(zoe, "no") == salon.notice("no")
    assert "rue des Pins" not in salon.reads(zoe), "the exact place is taken back"
    await salon.wait(seconds=6)
    assert plural(salon, "left", 12) in card.text
    assert (await salon.again(cafe)).state == "open"


def plural(salon: Salon, key: str, n: int) -> str:
    return str(salon.said.count(f"cafes.counts.{key}", n))
