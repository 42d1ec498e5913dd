"""The group's card of a café keeps in step: with the answers, and with the days that pass."""

from __future__ import annotations

from itertools import pairwise

from bot.simulator.api import Call
from tests.handlers.cafes.salon import Salon


async def test_the_days_that_are_left_are_those_of_today(salon: Salon) -> None:
    await salon.announces()
    for days, left in ((0, 16), (1, 15), (2, 13), (7, 6)):
        await salon.wait(days=days)
        assert salon.said.label("cafes.in.days", n=left) in salon.card_in_group().text
    await salon.wait(days=6)
    assert salon.said.label("cafes.in.today") in salon.card_in_group().text
    waiting = "SELECT name FROM agenda WHERE name = 'cafes.new_day' AND state = 'waiting'"
    assert await salon.rows(waiting) == [], "after the evening no day is counted"


async def test_a_cancelled_cafe_counts_no_days(french: Salon) -> None:
    await french.announces()
    await french.chooses(french.marc, "cafes.buttons.cancel_cafe")
    await french.chooses(french.marc, "cafes.buttons.cancel_yes")
    assert await french.rows("SELECT 1 FROM agenda WHERE name = 'cafes.new_day'") == []
    await french.wait(days=2)
    assert "n'aura pas lieu" in french.card_in_group().text


async def test_no_exact_place_is_promised_before_there_is_one(salon: Salon) -> None:
    zoe, ali = await salon.member("Zoé"), await salon.member("Ali")
    await salon.announces()
    assert await salon.answers(zoe, "yes") == salon.notice("seated_place_to_come")
    assert await salon.answers(ali, "guest") == salon.notice("seated_two_place_to_come")


async def test_answers_that_come_together_are_few_edits_five_seconds_apart(
    french: Salon,
) -> None:
    people = [await french.member(name) for name in ("Zoé", "Ali", "Bo", "Max", "Sam", "Léo")]
    await french.announces(n=20)
    await french.wait(minutes=1)
    yes = french.said.label("cafes.buttons.yes")
    for burst in (people[:3], people[3:]):
        for person in burst:
            french.world.press(person, french.card_in_group(), yes)
        await french.settle()
    assert french.said.count("cafes.counts.coming", 6) in french.card_in_group().text
    at = [call.at for call in french.api.calls if is_edit(call, french.group.id)]
    assert len(at) <= 3
    assert all(later - sooner >= 5 for sooner, later in pairwise(at))


def is_edit(call: Call, chat_id: int) -> bool:
    return call.method == "editMessageText" and call.params["chat_id"] == chat_id
