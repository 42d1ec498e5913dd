"""Ten minutes to undo: what was opened is shut, who was told is told again."""

from __future__ import annotations

from bot.simulator.errors import ImpossibleActError
from bot.simulator.faults import Fault
from moderation.screening.decisions import Status
from tests.handlers.screening.desk import REPORTER, Desk

UNDO = "Annuler (10 minutes)"
SORRY = "votre demande est de nouveau à l'étude, et le lien reçu n'est plus valable"


async def _can_enter(desk: Desk, link: str) -> bool:
    try:
        desk.world.join(desk.lea, link)
    except ImpossibleActError:
        return False
    return True


async def test_undoing_an_acceptance_revokes_the_link_and_tells_the_person(desk: Desk) -> None:
    file = await desk.sees(desk.lea)
    await desk.press(desk.marc, "Accepter", file)
    link = desk.message_with(desk.lea, "Entrer").buttons[0][0].url or ""
    await desk.wait(minutes=9)
    assert await desk.press(desk.odile, UNDO, file) == "C'est annulé."
    assert SORRY in desk.last(desk.lea)
    assert not await _can_enter(desk, link)
    card = desk.card_of(file)
    assert "je ne vois plus mon enfant" in card.text
    assert "✅ Accepter" in card.labels

    await desk.press(desk.odile, "Accepter", file)
    newer = desk.message_with(desk.lea, "Entrer").buttons[0][0].url or ""
    assert newer != link
    assert await _can_enter(desk, newer)


async def test_an_acceptance_is_undone_while_its_link_is_being_made(desk: Desk) -> None:
    file = await desk.sees(desk.lea)
    card = desk.card_of(file)
    desk.world.press(desk.marc, card, "✅ Accepter")
    desk.world.press_data(desk.marc, card, f"review.undo:{file.id}")
    await desk.settle()
    assert desk.api.made("createChatInviteLink") == []
    assert "acceptée" not in desk.last(desk.lea)
    assert SORRY not in desk.last(desk.lea), "who was not told yet has nothing to unlearn"
    assert (await desk.file(desk.lea)).status is Status.SENT


async def test_a_link_that_arrives_after_the_undo_is_revoked(desk: Desk) -> None:
    file = await desk.sees(desk.lea)
    await desk.says(desk.marc, "Je regarde.", desk.team)  # so that nobody has to ask who he is
    desk.api.faults.add(Fault("createChatInviteLink", "cut_after"))
    desk.world.press(desk.marc, desk.card_of(file), "✅ Accepter")
    await desk.bot.intake.poll(0)
    await desk.bot.worker.work()
    await desk.bot.sender.turn()
    await desk.bot.sender.wait_for_answer()
    await desk.bot.sender.turn()
    await desk.forges(desk.marc, f"review.undo:{file.id}", desk.card_of(file))
    assert "acceptée" not in desk.last(desk.lea)
    again = [link for link in desk.group.links.values() if link.name == "D-1"]
    assert [link.is_revoked for link in again[1:]] == [True]


async def test_a_join_request_not_yet_approved_stays_unapproved(desk: Desk) -> None:
    door = desk.world.create_link(desk.group, desk.nadia, approval=True)
    desk.world.join_request(desk.lea, door)
    await desk.settle()
    file = await desk.sees(desk.lea)
    card = desk.card_of(file)
    desk.world.press(desk.marc, card, "✅ Accepter")
    desk.world.press_data(desk.marc, card, f"review.undo:{file.id}")
    await desk.settle()
    assert desk.permissions(desk.lea) == "left"
    assert desk.group.requests[desk.lea.id].pending
    await desk.press(desk.marc, "Accepter", file)
    assert desk.permissions(desk.lea) == "member"


async def test_after_entry_an_acceptance_is_no_longer_undone(desk: Desk) -> None:
    file = await desk.sees(desk.lea)
    await desk.press(desk.marc, "Accepter", file)
    await desk.taps(desk.lea, "Entrer")
    toast = await desk.press(desk.marc, UNDO, file)
    assert "c'est le code de conduite qui s'applique" in toast
    assert desk.permissions(desk.lea) == "member"
    assert "Dans le groupe." in desk.card_of(file).text


async def test_an_approval_carried_out_is_an_entry_even_before_telegram_says_so(
    desk: Desk,
) -> None:
    door = desk.world.create_link(desk.group, desk.nadia, approval=True)
    desk.world.join_request(desk.lea, door)
    await desk.settle()
    file = await desk.sees(desk.lea)
    await desk.press(desk.marc, "Accepter", file)
    desk.world.updates.clear()
    assert "code de conduite" in await desk.press(desk.marc, UNDO, file)


async def test_undoing_a_refusal_tells_the_person_and_admits_by_a_one_time_link(
    desk: Desk,
) -> None:
    door = desk.world.create_link(desk.group, desk.nadia, approval=True)
    desk.world.join_request(desk.lea, door)
    await desk.settle()
    file = await desk.sees(desk.lea)
    await desk.press(desk.marc, "Refuser", file)
    await desk.press(desk.marc, "Protection", file)
    assert not desk.group.requests[desk.lea.id].pending
    await desk.restart()
    await desk.press(desk.odile, UNDO, file)
    assert "nous avons repris votre demande" in desk.last(desk.lea)
    await desk.says(desk.lea, "/statut")
    assert "entre les mains des bénévoles" in desk.last(desk.lea)

    await desk.press(desk.odile, "Accepter", file)
    await desk.taps(desk.lea, "Entrer")
    assert "Bienvenue parmi nous" in desk.last(desk.lea)


async def test_a_refusal_undone_before_telegram_heard_of_it_keeps_the_join_request(
    desk: Desk,
) -> None:
    door = desk.world.create_link(desk.group, desk.nadia, approval=True)
    desk.world.join_request(desk.lea, door)
    await desk.settle()
    file = await desk.sees(desk.lea)
    card = desk.card_of(file)
    desk.world.press_data(desk.marc, card, f"review.refuse:{file.id}:silent")
    desk.world.press_data(desk.marc, card, f"review.undo:{file.id}")
    await desk.settle()
    assert desk.group.requests[desk.lea.id].pending
    await desk.press(desk.marc, "Accepter", file)
    assert desk.permissions(desk.lea) == "member"


async def test_a_silent_refusal_undone_stays_silent(desk: Desk) -> None:
    file = await desk.sees(desk.lea)
    heard = len(desk.world.said(desk.lea))
    await desk.press(desk.marc, "Refuser", file)
    await desk.press(desk.marc, "Sans message", file)
    await desk.press(desk.marc, UNDO, file)
    assert len(desk.world.said(desk.lea)) == heard


async def test_a_file_reopened_is_nudged_again(desk: Desk) -> None:
    file = await desk.sees(desk.lea)
    await desk.press(desk.marc, "Refuser", file)
    await desk.press(desk.marc, "Hors de la mission", file)
    await desk.press(desk.marc, UNDO, file)
    await desk.wait(hours=24)
    assert desk.said_of("⏰ D-1")
    await desk.wait(days=35)
    assert "je ne vois plus mon enfant" in desk.card_of(file).text, "its answers are not destroyed"


async def test_what_the_person_began_meanwhile_gives_way_to_the_reopened_file(desk: Desk) -> None:
    file = await desk.sees(desk.lea)
    await desk.press(desk.marc, "Refuser", file)
    await desk.press(desk.marc, "Hors de la mission", file)
    await desk.starts(desk.lea)
    await desk.taps(desk.lea, "Commencer")
    await desk.press(desk.marc, UNDO, file)
    assert (await desk.file(desk.lea)).id == file.id
    await desk.press(desk.marc, "Accepter", file)
    await desk.taps(desk.lea, "Entrer")
    assert "Bienvenue parmi nous" in desk.last(desk.lea)


async def test_a_new_request_sent_meanwhile_is_the_one_to_decide_on(desk: Desk) -> None:
    first = await desk.sees(desk.lea)
    await desk.press(desk.marc, "Refuser", first)
    await desk.press(desk.marc, "Hors de la mission", first)
    second = await desk.sees(desk.lea)
    toast = await desk.press(desk.marc, UNDO, first)
    assert "la personne a déjà envoyé une nouvelle demande" in toast
    assert (await desk.file(desk.lea)).id == second.id
    assert "Déjà refusée" in desk.card_of(second).text


async def test_after_ten_minutes_a_decision_stands(desk: Desk) -> None:
    file = await desk.sees(desk.lea)
    await desk.press(desk.marc, "Refuser", file)
    await desk.press(desk.marc, "Hors de la mission", file)
    await desk.wait(minutes=10, seconds=1)
    toast = await desk.forges(desk.marc, f"review.undo:{file.id}", desk.card_of(file))
    assert toast == "Les 10 minutes sont passées : la décision reste."
    assert (await desk.file(desk.lea)).status is Status.REFUSED


async def test_undone_a_flagged_file_needs_two_again(desk: Desk) -> None:
    file = await desk.sees(desk.lea, hopes=REPORTER)
    await desk.press(desk.marc, "Accepter", file)
    await desk.press(desk.odile, "Accepter", file)
    await desk.press(desk.odile, UNDO, file)
    await desk.press(desk.marc, "Accepter", file)
    assert (await desk.file(desk.lea)).status is Status.SENT


async def test_who_stepped_aside_does_not_undo(desk: Desk) -> None:
    file = await desk.sees(desk.lea)
    await desk.press(desk.odile, "je me récuse", file)
    await desk.press(desk.marc, "Accepter", file)
    assert "ne pas décider" in await desk.press(desk.odile, UNDO, file)
    assert (await desk.file(desk.lea)).status is Status.ACCEPTED
