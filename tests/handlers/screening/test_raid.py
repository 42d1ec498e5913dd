"""A wave of requests: moderators are spared, people are not."""

from __future__ import annotations

from bot.simulator.models import Message, Person
from moderation.screening.decisions import Status
from tests.handlers.screening.desk import Desk


def _crowd(desk: Desk, size: int) -> list[Person]:
    return [desk.world.add_person(f"Personne{n}") for n in range(size)]


def _cards(desk: Desk) -> list[Message]:
    return [m for m in desk.said_of(" · Personne") if "✅ Accepter" in m.labels]


def _wave(desk: Desk) -> str:
    [card] = desk.said_of("Vague de demandes")
    return card.text


async def test_the_eleventh_request_in_ten_minutes_starts_one_growing_card(desk: Desk) -> None:
    crowd = _crowd(desk, 14)
    for person in crowd[:10]:
        await desk.sees(person)
    assert len(_cards(desk)) == 10
    assert desk.said_of("Vague de demandes") == []
    for person in crowd[10:12]:
        await desk.sees(person)
    await desk.restart()
    for person in crowd[12:]:
        await desk.sees(person)
    assert len(_cards(desk)) == 10
    assert ": 14 depuis" in _wave(desk)
    for person in crowd:
        assert "C'est envoyé" in desk.last(person)

    await desk.press(desk.marc, "Voir ce qui attend")
    assert "Demandes qui attendent : 14" in desk.last(desk.marc, desk.team)
    await desk.press(desk.marc, "Ramener la fiche D-14")
    file = await desk.file(crowd[13])
    await desk.press(desk.marc, "Accepter", file)
    assert (await desk.file(crowd[13])).status is Status.ACCEPTED
    assert "Voir ce qui attend" in desk.said_of("Vague de demandes")[0].labels


async def test_after_the_wave_cards_come_one_by_one_again(desk: Desk) -> None:
    crowd = _crowd(desk, 12)
    for person in crowd[:11]:
        await desk.sees(person)
    await desk.wait(minutes=11)
    await desk.sees(crowd[11])
    assert len(_cards(desk)) == 11
    assert ": 11 depuis" in _wave(desk)


async def test_who_only_looks_in_hides_nobody(desk: Desk) -> None:
    for person in _crowd(desk, 15):
        desk.world.start(person, "adhesion")
    await desk.settle()
    file = await desk.sees(desk.lea)
    assert "✅ Accepter" in desk.card_of(file).labels
    assert desk.said_of("Vague de demandes") == []


async def test_a_raid_of_join_requests_answers_each_and_declines_nobody(desk: Desk) -> None:
    door = desk.world.create_link(desk.group, desk.nadia, approval=True)
    crowd = _crowd(desk, 15)
    for person in crowd:
        desk.world.join_request(person, door)
    await desk.settle()
    for person in crowd:
        assert "J'ai bien reçu votre demande" in desk.last(person)
        assert desk.group.requests[person.id].pending
    assert desk.said_of("🌊") == []


async def test_who_cannot_be_written_to_in_a_raid_waits_on_the_growing_card(desk: Desk) -> None:
    door = desk.world.create_link(desk.group, desk.nadia, approval=True)
    crowd = _crowd(desk, 15)
    for person in crowd:
        desk.world.join_request(person, door)
        desk.world.contact_by_hand(desk.nadia, desk.group, person)
    await desk.settle()
    assert ": 15 depuis" in _wave(desk)
    assert desk.said_of("je ne peux pas lui écrire") == []
    assert all(desk.group.requests[person.id].pending for person in crowd)
    await desk.press(desk.marc, "Voir ce qui attend")
    assert "conversation pas encore ouverte : 15" in desk.last(desk.marc, desk.team)


async def test_one_request_that_cannot_be_answered_is_shown_and_waits(desk: Desk) -> None:
    door = desk.world.create_link(desk.group, desk.nadia, approval=True)
    desk.world.join_request(desk.lea, door)
    desk.world.contact_by_hand(desk.nadia, desk.group, desk.lea)
    await desk.settle()
    [card] = desk.said_of("je ne peux pas lui écrire")
    assert "D-1 · Léa Tremblay" in card.text
    assert "?start=adhesion" in card.text
    assert desk.group.requests[desk.lea.id].pending


async def test_after_a_raid_one_nudge_an_hour_speaks_for_all(desk: Desk) -> None:
    for person in _crowd(desk, 14):
        await desk.sees(person)
    await desk.wait(hours=24)
    nudges = [m.text for m in desk.said_of("⏰")]
    assert len([text for text in nudges if "D-" in text]) == 10
    assert len([text for text in nudges if "Des demandes attendent" in text]) == 1
