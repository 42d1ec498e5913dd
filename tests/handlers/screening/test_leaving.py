"""Who erases themselves, or allows no more, while accepted and not yet in: the door is shut."""

from __future__ import annotations

import pytest

from bot.simulator.errors import ImpossibleActError
from bot.simulator.faults import Fault
from bot.simulator.models import Person
from tests.handlers.screening.desk import Desk
from tests.stage import plain

languages = pytest.mark.parametrize("language", ["fr", "en"])


async def _erases_all(desk: Desk, person: Person) -> None:
    await desk.says(person, "/oublier")
    await desk.chooses(person, "privacy.buttons.forget_yes")


@languages
async def test_who_erases_all_before_coming_in_takes_the_link_with_them(
    desk: Desk, language: str
) -> None:
    lea = desk.lea
    lea.language_code = language
    await desk.sends(lea)
    await desk.taps(desk.marc, desk.label(desk.marc, "card.buttons.accept"), desk.team)
    news = desk.message_with(lea, desk.label(lea, "screening.buttons.enter"))
    link = news.buttons[0][0].url or ""

    await _erases_all(desk, lea)

    assert desk.is_told(lea, "privacy.forget.done")
    assert news.buttons == []
    assert news.text == plain(desk.words(lea).text("screening.way_in_shut"))
    with pytest.raises(ImpossibleActError):
        desk.world.join(lea, link)
    kept = await desk.rows("SELECT user_id, person, status, link FROM applications")
    assert [tuple(row) for row in kept] == [(None, b"", "withdrawn", None)]
    assert await desk.rows("SELECT * FROM messages WHERE chat_id = ?", lea.id) == []
    assert "Léa" not in desk.team_reads()


async def test_an_old_button_makes_no_new_link_once_erased(desk: Desk) -> None:
    file = await desk.sees(desk.lea)
    await desk.press(desk.marc, "Accepter", file)
    await _erases_all(desk, desk.lea)
    made = len(desk.api.made("createChatInviteLink"))
    await desk.forges(desk.lea, f"door.renew:{file.id}")
    await desk.says(desk.lea, "/statut")
    assert len(desk.api.made("createChatInviteLink")) == made
    assert "pas de demande en cours" in desk.last(desk.lea)


async def test_an_approval_that_has_not_left_is_called_off(desk: Desk) -> None:
    door = desk.world.create_link(desk.group, desk.nadia, approval=True)
    desk.world.join_request(desk.lea, door)
    await desk.settle()
    file = await desk.sees(desk.lea)
    await desk.says(desk.lea, "/oublier")
    asked = desk.world.seen(desk.lea)[-1]
    desk.world.press_data(desk.marc, desk.card_of(file), f"review.accept:{file.id}")
    desk.world.press_data(desk.lea, asked, "privacy.forget_yes")
    await desk.settle()
    assert desk.api.made("approveChatJoinRequest") == []
    assert not desk.group.requests[desk.lea.id].pending
    assert desk.permissions(desk.lea) == "left"


async def test_an_approval_that_is_tried_again_lets_nobody_in(desk: Desk) -> None:
    door = desk.world.create_link(desk.group, desk.nadia, approval=True)
    desk.world.join_request(desk.lea, door)
    await desk.settle()
    file = await desk.sees(desk.lea)
    await desk.says(desk.lea, "/oublier")
    asked = desk.world.seen(desk.lea)[-1]
    await desk.says(desk.marc, "Je regarde.", desk.team)  # so that nobody has to ask who he is
    desk.api.faults.add(Fault("approveChatJoinRequest", "cut_before"))
    desk.world.press_data(desk.marc, desk.card_of(file), f"review.accept:{file.id}")
    await desk.bot.intake.poll(0)
    await desk.bot.worker.work()
    await desk.bot.sender.turn()
    await desk.bot.sender.wait_for_answer()
    await desk.forges(desk.lea, "privacy.forget_yes", asked)
    assert not desk.group.requests[desk.lea.id].pending
    assert desk.permissions(desk.lea) == "left"


async def test_a_link_that_arrives_after_the_erasure_is_revoked(desk: Desk) -> None:
    file = await desk.sees(desk.lea)
    await desk.says(desk.lea, "/oublier")
    asked = desk.world.seen(desk.lea)[-1]
    await desk.says(desk.marc, "Je regarde.", desk.team)  # so that nobody has to ask who he is
    desk.api.faults.add(Fault("createChatInviteLink", "cut_after"))
    desk.world.press(desk.marc, desk.card_of(file), "✅ Accepter")
    await desk.bot.intake.poll(0)
    await desk.bot.worker.work()
    await desk.bot.sender.turn()
    await desk.bot.sender.wait_for_answer()
    await desk.bot.sender.turn()
    await desk.forges(desk.lea, "privacy.forget_yes", asked)
    assert "acceptée" not in desk.last(desk.lea)
    again = [link for link in desk.group.links.values() if link.name == "D-1"]
    assert [link.is_revoked for link in again[1:]] == [True]


async def test_who_takes_back_their_answers_once_accepted_keeps_one_way_in(desk: Desk) -> None:
    """The link stays known, so that a newer one still kills it."""
    file = await desk.sees(desk.lea)
    await desk.press(desk.marc, "Accepter", file)
    old = desk.message_with(desk.lea, "Entrer").buttons[0][0].url or ""
    await desk.forges(desk.lea, "privacy.withdraw_yes:screening")
    await desk.says(desk.lea, "/statut")
    await desk.taps(desk.lea, "Recevoir un nouveau lien")
    with pytest.raises(ImpossibleActError):
        desk.world.join(desk.world.add_person("Sam"), old)
