"""A card of which nobody knows whether it arrived: never lost, never left with the answers."""

from __future__ import annotations

from bot.simulator.faults import Fault
from bot.simulator.models import Message
from moderation.screening.decisions import Status
from tests.handlers.screening.desk import Desk

ANSWER = "je ne vois plus mon enfant"
NOT_THE_CARD = "Ce message n'est plus la fiche de cette demande. Dites /file pour la ramener."


async def _sends(desk: Desk, kind: str, times: int) -> None:
    """Léa sends her request, and the sending of the card gets no answer so many times."""
    await desk.has_filled_in(desk.lea)
    desk.api.faults.add(Fault("sendMessage", kind, times=times))  # type: ignore[arg-type]
    await desk.chooses(desk.lea, "screening.buttons.send")
    await desk.wait(minutes=5)
    await desk.wait(minutes=5)


def _cards(desk: Desk) -> list[Message]:
    return [m for m in desk.said_of("D-1 ·") if "✅ Accepter" in m.labels]


async def test_a_card_without_an_answer_is_sent_again_rather_than_lost(desk: Desk) -> None:
    await _sends(desk, "cut_after", 1)
    assert len(_cards(desk)) == 2


async def test_a_copy_that_is_pressed_decides_nothing_and_loses_the_answers(desk: Desk) -> None:
    await _sends(desk, "cut_after", 1)
    copy, card = _cards(desk)
    assert await desk.forges(desk.marc, "review.accept:1", copy) == NOT_THE_CARD
    assert (await desk.file(desk.lea)).status is Status.SENT
    assert ANSWER not in copy.text
    assert copy.labels == []
    await desk.forges(desk.marc, "review.accept:1", card)
    assert (await desk.file(desk.lea)).status is Status.ACCEPTED
    assert ANSWER not in desk.team_reads()


async def test_a_press_teaches_which_message_is_the_card(desk: Desk) -> None:
    await _sends(desk, "cut_after", 6)
    *others, last = _cards(desk)
    await desk.forges(desk.marc, "review.take:1", last)
    assert "Marc s'en occupe" in last.text
    for copy in others:
        await desk.forges(desk.marc, "review.accept:1", copy)
    assert ANSWER not in "".join(m.text for m in others)
    await desk.forges(desk.marc, "review.accept:1", last)
    assert "Acceptée par Marc" in last.text
    assert ANSWER not in last.text


async def test_once_decided_an_uncertain_card_is_not_sent_again_with_the_answers(
    desk: Desk,
) -> None:
    await _sends(desk, "500", 6)
    assert _cards(desk) == []
    await desk.says(desk.marc, "/file", desk.team)
    await desk.press(desk.marc, "Ramener la fiche D-1")
    [card] = _cards(desk)
    await desk.forges(desk.marc, "review.accept:1", card)
    await desk.press(desk.odile, "Envoyer de nouveau")
    assert ANSWER not in desk.team_reads()


async def test_the_alert_about_an_uncertain_card_shows_no_answer(desk: Desk) -> None:
    await _sends(desk, "cut_after", 6)
    alert = desk.said_of("Envoi incertain")[0]
    assert "D-1" in alert.text
    assert "Mère" not in alert.text
    assert ANSWER not in alert.text
