"""The last place, the waiting list behind it, and how a freed place finds its person."""

from __future__ import annotations

from bot.community.cafes.places import Standing
from bot.simulator.models import Person
from bot.storage.cafes import answers
from bot.storage.cafes.programme import Cafe
from tests.handlers.cafes.salon import Salon


async def standing(salon: Salon, cafe: Cafe, person: Person) -> Standing | None:
    places = await answers.places(salon.bot.db.reading(), await salon.again(cafe))
    assert places.capacity is None or places.taken <= places.capacity, "places are oversold"
    answer = places.of(person.id)
    return answer.standing if answer else None


async def test_three_wait_behind_twelve_places(salon: Salon) -> None:
    people = [await salon.member(f"Membre{n}") for n in range(15)]
    cafe = await salon.announces(n=12)
    for person in people[:12]:
        assert await salon.answers(person, "yes") == salon.notice("seated_place_to_come")
    first, second, third = people[12:]
    for position, person in enumerate((first, second, third), start=1):
        assert await salon.answers(person, "yes") == salon.notice("waiting", position=position)
    await salon.wait(seconds=6)
    full, waiting = salon.phrase("counts.full"), str(salon.said.count("cafes.counts.waiting", 3))
    assert full in salon.card_in_group().text
    assert waiting in salon.card_in_group().text

    # A freed place goes to the first in line, who lets it pass: then to the second.
    await salon.answers(people[0], "no")
    assert await standing(salon, cafe, first) is Standing.OFFERED
    assert salon.said.label("cafes.buttons.take") in salon.world.seen(first)[-1].labels
    assert await standing(salon, cafe, second) is Standing.WAITING
    await salon.wait(hours=24)  # twelve hours end in the night: the offer stands until nine
    assert await standing(salon, cafe, first) is Standing.LAPSED
    assert await standing(salon, cafe, second) is Standing.OFFERED
    await salon.chooses(second, "cafes.buttons.take")
    assert await standing(salon, cafe, second) is Standing.SEATED
    assert await standing(salon, cafe, third) is Standing.WAITING

    # One who leaves an offer to others ends it at once.
    await salon.answers(people[1], "no")
    await salon.chooses(third, "cafes.buttons.leave")
    assert await standing(salon, cafe, third) is Standing.NO
    await salon.wait(seconds=6)
    assert str(salon.said.count("cafes.counts.left", 1)) in salon.card_in_group().text


async def test_two_tap_at_the_same_instant_on_the_last_place(french: Salon) -> None:
    zoe, ali, bo = [await french.member(name) for name in ("Zoé", "Ali", "Bo")]
    cafe = await french.announces(n=2)
    await french.answers(zoe, "yes")
    card, label = french.card_in_group(), french.said.label("cafes.buttons.yes")
    for person in (ali, bo):  # both updates wait before the bot looks
        french.world.press(person, card, label)
    await french.settle()
    assert french.toast(ali) == french.notice("seated_place_to_come")
    assert french.toast(bo) == french.notice("waiting", position=1)
    assert await standing(french, cafe, ali) is Standing.SEATED
    assert await standing(french, cafe, bo) is Standing.WAITING


async def test_a_relative_takes_the_second_place_or_none(french: Salon) -> None:
    zoe, ali = await french.member("Zoé"), await french.member("Ali")
    cafe = await french.announces(n=3)
    assert await french.answers(zoe, "guest") == french.notice("seated_two_place_to_come")
    assert await french.answers(ali, "yes") == french.notice("seated_place_to_come")
    assert await french.answers(ali, "guest") == french.notice("no_room_for_guest")
    assert await standing(french, cafe, ali) is Standing.SEATED


async def test_who_leaves_the_group_leaves_the_place(french: Salon) -> None:
    zoe, ali = await french.member("Zoé"), await french.member("Ali")
    cafe = await french.announces(n=1)
    await french.answers(zoe, "yes")
    await french.answers(ali, "yes")
    french.world.leave(zoe, french.group)
    await french.settle()
    assert await standing(french, cafe, zoe) is None
    assert await standing(french, cafe, ali) is Standing.OFFERED


async def test_who_is_erased_leaves_the_place_and_the_address(salon: Salon) -> None:
    zoe, ali = await salon.member("Zoé"), await salon.member("Ali")
    line = "mercredi 9 décembre 19 h, Montréal, centre Les Pins, 1 place"
    cafe = await salon.announces(line=line)
    await salon.answers(zoe, "yes")
    await salon.answers(ali, "yes")
    assert "Les Pins" in salon.reads(zoe)
    await salon.says(zoe, "/oublier")
    await salon.chooses(zoe, "privacy.buttons.forget_yes")
    assert await standing(salon, cafe, zoe) is None
    assert await standing(salon, cafe, ali) is Standing.OFFERED
    assert "Les Pins" not in salon.reads(zoe)


async def test_who_keeps_waiting_is_first_at_the_next_cafe(french: Salon) -> None:
    zoe, ali = await french.member("Zoé"), await french.member("Ali")
    await french.announces(n=1)
    await french.answers(zoe, "yes")
    await french.answers(ali, "yes")
    await french.chooses(ali, "cafes.buttons.keep_on")
    assert french.toast(ali) == french.notice("keep_on")
    later = await french.announces(line="mercredi 13 janvier 19 h, Montréal, 5 places")
    assert await standing(french, later, ali) is None, "the first café is not over"
    await french.wait(days=16, hours=10)
    assert await standing(french, later, ali) is Standing.OFFERED
    assert await standing(french, later, zoe) is None


async def test_an_offer_never_rings_at_night(french: Salon) -> None:
    zoe, ali = await french.member("Zoé"), await french.member("Ali")
    cafe = await french.announces(n=1)
    await french.answers(zoe, "yes")
    await french.answers(ali, "yes")
    await french.wait(hours=12)  # ten in the evening
    await french.answers(zoe, "no")
    take = french.said.label("cafes.buttons.take")
    assert await standing(french, cafe, ali) is Standing.OFFERED
    offered = [m for m in french.world.seen(ali) if "est libre pour vous" in m.text]
    assert offered == []
    await french.wait(hours=10, minutes=1)
    assert take in french.world.seen(ali)[-1].labels
    assert "est libre pour vous" in french.world.seen(ali)[-1].text


async def test_more_places_are_offered_and_never_fewer_than_are_taken(french: Salon) -> None:
    zoe, ali = await french.member("Zoé"), await french.member("Ali")
    cafe = await french.announces(n=1)
    await french.answers(zoe, "yes")
    await french.answers(ali, "yes")
    await french.chooses(french.marc, "cafes.buttons.edit")
    await french.chooses(french.marc, "cafes.fields.capacity")
    await french.says(french.marc, "2 places")
    assert await standing(french, cafe, ali) is Standing.OFFERED
    await french.chooses(ali, "cafes.buttons.take")
    await french.chooses(french.marc, "cafes.buttons.edit")
    await french.chooses(french.marc, "cafes.fields.capacity")
    await french.says(french.marc, "1")
    assert french.phrase("ask.too_few", taken=2) in french.reads(french.marc)
    assert (await french.again(cafe)).capacity == 2


async def test_a_place_is_not_held_for_who_cannot_be_told(french: Salon) -> None:
    zoe, ali = await french.member("Zoé"), await french.member("Ali")
    max_ = await french.member("Max", private=False)
    cafe = await french.announces(n=1)
    await french.answers(zoe, "yes")
    assert await french.answers(max_, "yes") == french.notice("waiting_no_private", position=1)
    await french.answers(ali, "yes")
    await french.answers(zoe, "no")
    assert await standing(french, cafe, max_) is Standing.LAPSED
    assert await standing(french, cafe, ali) is Standing.OFFERED
    assert french.said.label("cafes.buttons.take") in french.world.seen(ali)[-1].labels
    assert french.api.nonconformities == [], "nobody wrote to Max"
