"""The winners of a vote go to the next cafés with one tap, and come back with another."""

from __future__ import annotations

import pytest

from bot.simulator.models import Message, Person
from tests.handlers.town import tell
from tests.handlers.votes.hall import Hall
from tests.stage import plain

LINES = {
    "fr": ("le mardi 8 décembre 19 h, Laval", "le mardi 15 décembre 19 h, Laval"),
    "en": ("Tuesday December 8 7 pm, Laval", "Tuesday December 15 7 pm, Laval"),
}
"""Two cafés without a theme."""


async def counted(hall: Hall, *places: int) -> Message:
    """A season of two is voted on; return what the moderators are offered."""
    await hall.opens_vote("more")
    for person in hall.members:
        await hall.votes(person, *places)
    await hall.ends()
    return hall.message_with(hall.marc, hall.said.label("votes.buttons.adopt"), hall.team)


async def presses(hall: Hall, key: str) -> None:
    await hall.taps(hall.marc, hall.said.label(key), hall.team)


async def two_cafes(hall: Hall) -> None:
    for line in LINES[hall.language]:
        await hall.says(hall.marc, f"/cafe {line}")
        await hall.chooses(hall.marc, "cafes.buttons.announce")


async def themes_of_cafes(hall: Hall) -> list[int | None]:
    return [row[0] for row in await hall.rows("SELECT theme_id FROM cafes ORDER BY starts_at")]


async def follows(hall: Hall, place: int) -> None:
    """Zoé follows a theme of the list."""
    await hall.says(hall.members[0], "/themes")
    await hall.taps(hall.members[0], f"☆ {place}. ")


async def test_each_winner_becomes_the_theme_of_a_cafe(hall: Hall) -> None:
    await counted(hall, 2, 3)
    await two_cafes(hall)
    await presses(hall, "votes.buttons.adopt")
    themes = await themes_of_cafes(hall)
    assert sorted(filter(None, themes)) == [2, 3]
    assert hall.said.label("themes.starting.rejected_parent") in " ".join(
        hall.world.said(hall.members[0], hall.group)
    )


async def test_the_second_moderator_learns_that_it_is_done(town: Hall) -> None:
    offer = await counted(town, 2, 3)
    button = town.said.label("votes.buttons.adopt")
    for moderator in (town.marc, town.odile):
        town.world.press(moderator, offer, button)
    await town.settle()
    assert town.toast(town.odile) == town.said.label("votes.toasts.adopted")
    [said] = [m for m in town.world.seen(town.odile, town.team) if m.message_id == offer.message_id]
    assert "Marc" in said.text
    facts = await town.rows("SELECT key FROM inbox WHERE key LIKE 'theme_chosen:%'")
    assert len(facts) == 2


async def test_one_more_tap_leaves_the_cafes_as_they_were(hall: Hall) -> None:
    zoe = hall.members[0]
    await follows(hall, 2)
    offer = await counted(hall, 2, 3)
    await two_cafes(hall)
    for _ in range(2):  # as often as one likes
        await presses(hall, "votes.buttons.adopt")
        assert sorted(filter(None, await themes_of_cafes(hall))) == [2, 3]
        await presses(hall, "votes.buttons.unadopt")
        assert await themes_of_cafes(hall) == [None, None]
    await hall.wait(minutes=30)
    theme = hall.said.label("themes.starting.rejected_parent")
    told = plain(hall.said.text("themes.supporters.chosen", theme=theme))
    assert told not in " ".join(hall.world.said(zoe))  # nobody learned what was taken back
    assert await hall.rows("SELECT * FROM cafe_chosen_themes") == []
    [card] = [m for m in hall.world.seen(hall.marc, hall.team) if m.message_id == offer.message_id]
    assert card.labels == [hall.said.label("votes.buttons.adopt")]


async def test_who_follows_a_winner_is_told_once_it_stands(hall: Hall) -> None:
    zoe = hall.members[0]
    await follows(hall, 2)
    offer = await counted(hall, 2, 3)
    await presses(hall, "votes.buttons.adopt")
    theme = hall.said.label("themes.starting.rejected_parent")
    assert not hall.is_told(zoe, "themes.supporters.chosen", theme=theme)
    await hall.wait(minutes=11)
    assert hall.is_told(zoe, "themes.supporters.chosen", theme=theme)
    [card] = [m for m in hall.world.seen(hall.marc, hall.team) if m.message_id == offer.message_id]
    assert card.labels == []
    assert "Marc" in card.text
    hall.world.press_data(hall.marc, card, "vote.unadopt:1")
    await hall.settle()
    assert hall.toast(hall.marc) == hall.said.label("votes.toasts.too_late")


async def test_a_theme_waits_for_a_cafe_and_waits_no_more_when_it_is_taken_back(
    town: Hall,
) -> None:
    await counted(town, 2, 3)
    await presses(town, "votes.buttons.adopt")
    waiting = await town.rows("SELECT theme_id FROM cafe_chosen_themes WHERE cafe_id IS NULL")
    assert sorted(row[0] for row in waiting) == [2, 3]
    await presses(town, "votes.buttons.unadopt")
    await two_cafes(town)
    assert await themes_of_cafes(town) == [None, None]
    await presses(town, "votes.buttons.adopt")
    assert sorted(filter(None, await themes_of_cafes(town))) == [2, 3]


async def test_a_theme_changed_by_hand_since_then_stays(town: Hall) -> None:
    await counted(town, 2, 3)
    await two_cafes(town)
    await presses(town, "votes.buttons.adopt")
    [first, _] = await themes_of_cafes(town)
    async with town.bot.db.transaction() as tx:
        await tx.write("UPDATE cafes SET theme_id = 7 WHERE theme_id = ?", (first,))
    await presses(town, "votes.buttons.unadopt")
    assert await themes_of_cafes(town) == [7, None]


async def test_a_winner_that_a_cafe_has_already_is_not_given_to_a_second(town: Hall) -> None:
    await two_cafes(town)
    async with town.bot.db.transaction() as tx:
        await tx.write("UPDATE cafes SET theme_id = 2 WHERE id = 2")
    await tell(town, "theme_chosen", theme_id=2, rank=1, season=False)
    assert await themes_of_cafes(town) == [None, 2]


@pytest.mark.parametrize("data", ["vote.unadopt:1", "vote.unadopt:9", "vote.unadopt", "vote.adopt"])
async def test_forged_presses_take_nothing_back(town: Hall, data: str) -> None:
    offer = await counted(town, 2, 3)
    town.world.press_data(town.marc, offer, data)
    await town.settle()
    assert town.toast(town.marc) == town.said.label("votes.toasts.other_vote")
    assert await town.rows("SELECT key FROM inbox WHERE key LIKE 'theme_%chosen:%'") == []


async def cafe_with_answer(hall: Hall) -> Person:
    """One café without a theme, to which Zoé answered."""
    zoe = hall.members[0]
    await hall.starts(zoe, None)
    await hall.says(hall.marc, f"/cafe {LINES[hall.language][0]}")
    await hall.chooses(hall.marc, "cafes.buttons.announce")
    await hall.taps(zoe, hall.said.label("cafes.buttons.yes"), hall.group)
    return zoe


def news(hall: Hall, person: Person) -> int:
    """Return how often somebody was told that a café changed."""
    told = plain(hall.said.text("cafes.letters.changed", when=""))
    return sum(told in message.text for message in hall.world.seen(person))


async def test_a_choice_taken_back_is_no_news_to_who_answered(hall: Hall) -> None:
    await counted(hall, 2, 3)
    zoe = await cafe_with_answer(hall)
    for minutes in (1, 8):
        await presses(hall, "votes.buttons.adopt")
        await hall.wait(minutes=minutes)
        await presses(hall, "votes.buttons.unadopt")
        await hall.wait(minutes=30)
        assert news(hall, zoe) == 0
    screen = hall.message_with(zoe, hall.said.label("cafes.buttons.calendar"))
    assert "💬" not in screen.text, "what she reads follows in silence"

    await presses(hall, "votes.buttons.adopt")
    await hall.wait(minutes=11)
    assert news(hall, zoe) == 1, "a choice that stands is told, once"
    assert "💬" in hall.last(zoe)


async def test_what_else_changed_meanwhile_is_told_all_the_same(hall: Hall) -> None:
    await counted(hall, 2, 3)
    zoe = await cafe_with_answer(hall)
    await presses(hall, "votes.buttons.adopt")
    await hall.chooses(hall.marc, "cafes.buttons.edit")
    await hall.chooses(hall.marc, "cafes.fields.bring")
    await hall.says(hall.marc, "Une tasse bleue")
    await presses(hall, "votes.buttons.unadopt")
    await hall.wait(minutes=30)
    assert news(hall, zoe) == 1
    assert "Une tasse bleue" in hall.last(zoe)


async def test_a_theme_that_waited_and_was_set_by_hand_stays(hall: Hall) -> None:
    await counted(hall, 2, 3)
    await presses(hall, "votes.buttons.adopt")  # both wait: there is no café
    await hall.says(hall.marc, f"/cafe {LINES[hall.language][0]}")
    await hall.chooses(hall.marc, "cafes.fields.theme")
    await hall.chooses(hall.marc, "themes.starting.rejected_parent")
    await hall.chooses(hall.marc, "cafes.buttons.announce")
    by_hand = await themes_of_cafes(hall)
    await presses(hall, "votes.buttons.unadopt")
    assert await themes_of_cafes(hall) == by_hand
    assert by_hand != [None]


async def test_a_theme_replaced_by_hand_waits_and_one_that_waited_does_no_more(hall: Hall) -> None:
    await counted(hall, 2, 3)
    await cafe_with_answer(hall)
    await presses(hall, "votes.buttons.adopt")
    [given] = await themes_of_cafes(hall)
    assert given in (2, 3)
    other = 5 - given
    await hall.chooses(hall.marc, "cafes.buttons.edit")
    await hall.chooses(hall.marc, "cafes.fields.theme")
    [key] = [row["key"] for row in await hall.rows("SELECT key FROM themes WHERE id = ?", other)]
    await hall.chooses(hall.marc, f"themes.starting.{key}")
    waiting = await hall.rows("SELECT theme_id FROM cafe_chosen_themes WHERE cafe_id IS NULL")
    assert [row[0] for row in waiting] == [given]
    await presses(hall, "votes.buttons.unadopt")
    assert await themes_of_cafes(hall) == [other]
    assert await hall.rows("SELECT * FROM cafe_chosen_themes") == []


async def test_the_theme_of_a_cancelled_cafe_waits_for_the_next(hall: Hall) -> None:
    await counted(hall, 2, 3)
    await cafe_with_answer(hall)
    await presses(hall, "votes.buttons.adopt")
    [theme] = await themes_of_cafes(hall)
    await hall.chooses(hall.marc, "cafes.buttons.cancel_cafe")
    await hall.chooses(hall.marc, "cafes.buttons.cancel_yes")
    waiting = await hall.rows("SELECT theme_id FROM cafe_chosen_themes WHERE cafe_id IS NULL")
    assert sorted(row[0] for row in waiting) == [2, 3]
    await hall.says(hall.marc, f"/cafe {LINES[hall.language][1]}")
    await hall.chooses(hall.marc, "cafes.buttons.announce")
    assert await themes_of_cafes(hall) == [theme, theme]


async def test_a_cafe_about_to_be_announced_takes_a_theme_that_waits(hall: Hall) -> None:
    await hall.opens_vote()
    for person in hall.members:
        await hall.votes(person, 2)
    await hall.ends()
    await cafe_with_answer(hall)
    await presses(hall, "votes.buttons.adopt")
    await hall.wait(hours=12)  # in the night nothing is announced
    await hall.says(hall.marc, f"/cafe {LINES[hall.language][1]}")
    await hall.chooses(hall.marc, "cafes.buttons.announce")
    assert await themes_of_cafes(hall) == [2, None]
    near = next(label for label in await desks(hall) if "8" in label)
    await hall.taps(hall.marc, near)
    await hall.chooses(hall.marc, "cafes.buttons.cancel_cafe")
    await hall.chooses(hall.marc, "cafes.buttons.cancel_yes")
    assert await themes_of_cafes(hall) == [2, None]
    await hall.wait(hours=11)
    assert await themes_of_cafes(hall) == [2, 2]
    yes = hall.said.label("cafes.buttons.yes")
    assert "💬" in hall.message_with(hall.members[0], yes, hall.group).text


async def desks(hall: Hall) -> list[str]:
    """Return how Marc's list names the cafés that are planned."""
    await hall.says(hall.marc, "/cafe")
    return [label for label in hall.world.seen(hall.marc)[-1].labels if label.startswith("☕")]
