"""A café that is past and was never closed: counted, or said not to have taken place."""

from __future__ import annotations

import pytest

from bot.storage.cafes.programme import State
from tests.handlers.cafes.salon import Salon
from tests.handlers.cafes.test_hosts import forges, hosts


async def test_a_past_cafe_did_not_take_place_and_nobody_is_told_otherwise(salon: Salon) -> None:
    zoe, ali = await salon.member("Zoé"), await salon.member("Ali")
    cafe = await hosts(salon, zoe)
    await salon.answers(ali, "yes")
    await salon.wait(days=16, hours=9, minutes=30)
    before = len(salon.world.seen(ali))
    await salon.says(zoe, "/cafes")
    await salon.taps(zoe, "👤")
    labels = salon.world.seen(zoe)[-1].labels
    assert salon.said.label("cafes.buttons.cancel_cafe") not in labels
    await salon.chooses(zoe, "cafes.buttons.not_held")
    assert (await salon.again(cafe)).state is State.OPEN, "it asks first"
    await salon.chooses(zoe, "cafes.buttons.not_held_yes")
    assert (await salon.again(cafe)).fate == "not_held"
    assert salon.last(zoe).startswith(salon.phrase("desk.not_held"))
    await salon.wait(seconds=6)
    card = [m.text for m in salon.world.seen(ali, salon.group) if m.text.startswith("☕")][-1]
    assert card == salon.phrase("card.not_held", when=card_date(salon))
    await salon.wait(days=3)
    assert len(salon.world.seen(ali)) == before, "neither thanks nor news follow"
    assert salon.phrase("own.not_held") in salon.reads(ali)
    await salon.says(salon.marc, "/presences")
    assert salon.last(salon.marc) == salon.phrase("table.none")


def card_date(salon: Salon) -> str:
    if salon.language == "fr":
        return "mercredi 9 décembre 2026, de 19 h à 21 h"
    return "Wednesday, December 9, 2026, 7 p.m. to 9 p.m."


@pytest.mark.parametrize("verb", ["cancel", "cancelled"])
async def test_what_began_is_not_cancelled(french: Salon, verb: str) -> None:
    cafe = await french.announces()
    await french.wait(days=16, hours=9)
    assert await forges(french, french.marc, f"desk.{verb}:{cafe.id}") == french.notice("begun")
    assert (await french.again(cafe)).state is State.OPEN


@pytest.mark.parametrize("verb", ["not_held", "was_not_held"])
async def test_what_is_to_come_cannot_be_said_not_to_have_been(french: Salon, verb: str) -> None:
    cafe = await french.announces()
    assert await forges(french, french.marc, f"desk.{verb}:{cafe.id}") == french.notice("too_early")
    assert (await french.again(cafe)).state is State.OPEN


async def test_a_moderator_finds_a_cafe_that_nobody_closed(french: Salon) -> None:
    await french.announces()
    await french.wait(days=40)
    await french.says(french.marc, "/cafe")
    await french.taps(french.marc, "☕ mercredi 9 décembre")
    await french.chooses(french.marc, "cafes.buttons.door")
    await french.taps(french.marc, "Clore")
    await french.taps(french.marc, "Oui, 0")
    assert (await french.newest()).state is State.HELD
