"""The card by which members who were there before the bot make themselves known."""

from __future__ import annotations

from bot.simulator.faults import Fault
from tests.handlers.town import messages

POST = "Publier la carte dans le groupe"
OPEN = "Ouvrir ma conversation privée"


def the_offer(town):
    return town.message_with(town.marc, POST, town.team)


def cards(town):
    return [m for m in town.world.seen(town.lea, town.group) if m.labels == [OPEN]]


async def test_a_moderator_publishes_the_card_and_a_member_opens_it(linked_town):
    town = linked_town
    offer = the_offer(town)
    assert offer.labels == [POST]

    await town.presses(town.marc, offer, POST)

    [card] = cards(town)
    assert card.pinned
    assert "publiée à la demande de Marc" in offer.text
    assert offer.labels == []

    await town.presses(town.lea, card, OPEN)
    assert town.last(town.lea).startswith("Bienvenue! Vous êtes membre du groupe")
    assert await town.origin(town.lea) == "before"


async def test_the_card_is_published_once(linked_town):
    town = linked_town
    offer = the_offer(town)
    data = offer.buttons[0][0].data

    town.world.press_data(town.marc, offer, data)
    await town.forges(town.nadia, offer, data)
    await town.forges(town.nadia, offer, data)

    assert len(cards(town)) == 1
    toasts = [t.text for who in (town.marc, town.nadia) for t in town.world.toasts(who) if t.text]
    assert toasts == ["La carte est déjà publiée, ou en route."] * 2


async def test_only_a_moderator_publishes_it(linked_town):
    town = linked_town
    [said] = messages(town, town.lea, town.group, "C'est fait")

    await town.forges(town.lea, said, "installation.post_card")

    assert cards(town) == []
    assert town.world.toasts(town.lea)[0].text == "Ce bouton n'est pas pour vous, ou pas ici."


async def test_a_refused_card_is_offered_again(linked_town):
    town = linked_town
    offer = the_offer(town)
    text = "Bad Request: not enough rights to send text messages to the chat"
    town.api.faults.add(Fault("sendMessage", "refuse", description=text))

    await town.presses(town.marc, offer, POST)
    again = next(m for m in town.world.seen(town.marc, town.team) if "a refusé la carte" in m.text)
    await town.presses(town.marc, again, POST)

    assert len(cards(town)) == 1


async def test_a_card_that_may_have_arrived_is_not_sent_twice(linked_town):
    town = linked_town
    offer = the_offer(town)
    town.api.faults.add(Fault("sendMessage", "cut_after"))

    await town.presses(town.marc, offer, POST)
    town.world.press_data(town.marc, offer, "installation.post_card")
    await town.settle()

    assert len(cards(town)) == 1


async def test_a_stranger_learns_no_more_by_the_card_than_by_start(linked_town):
    town = linked_town
    sam, zoe = town.world.add_person("Sam"), town.world.add_person("Zoé")

    town.world.start(sam)
    town.world.start(zoe, "membre")
    await town.settle()

    (hello,) = (m for m in town.world.seen(sam) if m.sender is town.world.bot)
    (answer,) = (m for m in town.world.seen(zoe) if m.sender is town.world.bot)
    assert answer.html == hello.html
    assert answer.buttons == hello.buttons


async def test_who_came_in_unscreened_is_not_taken_for_a_member_of_before(linked_town):
    town = linked_town
    sam = town.world.add_person("Sam")
    town.world.add_member(town.group, sam)
    await town.settle()

    town.world.start(sam, "membre")
    await town.settle()

    assert await town.origin(sam) == "unscreened"
    assert "rien ne change" not in town.last(sam)


async def test_no_offer_is_made_twice(linked_town):
    town = linked_town

    await town.says(town.nadia, "/installer groupe", town.group)

    offers = [m for m in town.world.seen(town.marc, town.team) if m.labels == [POST]]
    assert len(offers) == 1
