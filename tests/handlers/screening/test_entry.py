"""The way in: one door for who is accepted, a stop at the door for who is not."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.simulator.errors import ImpossibleActError
from bot.simulator.faults import Fault
from bot.simulator.models import Person
from bot.storage.screening import Application
from tests.handlers.screening.desk import Desk
from tests.stage import RIGHTS

HELD = "est dans le groupe sans demande acceptée"


async def _asks_at_the_door(desk: Desk, person: Person) -> Application:
    """Somebody asks by a link with approval, then sends their request."""
    door = desk.world.create_link(desk.group, desk.nadia, approval=True)
    desk.world.join_request(person, door)
    await desk.settle()
    return await desk.sees(person)


async def _link(desk: Desk, person: Person) -> str:
    return desk.message_with(person, "Entrer dans le groupe").buttons[0][0].url or ""


# Opening the door


async def test_a_join_request_is_approved(desk: Desk) -> None:
    file = await _asks_at_the_door(desk, desk.lea)
    await desk.press(desk.marc, "Accepter", file)
    assert desk.permissions(desk.lea) == "member"
    assert "Bienvenue parmi nous" in desk.last(desk.lea)
    assert "Dans le groupe." in desk.card_of(file).text
    assert desk.api.made("createChatInviteLink") == []


async def test_without_a_join_request_a_one_time_link_lasts_72_hours(desk: Desk) -> None:
    file = await desk.sees(desk.lea)
    await desk.press(desk.marc, "Accepter", file)
    [made] = desk.api.made("createChatInviteLink")
    decided = (await desk.file(desk.lea)).decided_at
    assert decided is not None
    assert made == {
        "chat_id": desk.group.id,
        "name": "D-1",
        "member_limit": 1,
        "expire_date": int((decided + timedelta(hours=72)).timestamp()),
    }
    await desk.taps(desk.lea, "Entrer")
    assert "Bienvenue parmi nous" in desk.last(desk.lea)


async def test_who_was_held_left_and_was_accepted_may_write(desk: Desk) -> None:
    await desk.starts(desk.lea, None)
    desk.world.add_member(desk.group, desk.lea)
    await desk.settle()
    desk.world.leave(desk.lea, desk.group)
    file = await desk.sees(desk.lea)
    await desk.press(desk.marc, "Accepter", file)
    await desk.taps(desk.lea, "Entrer")
    await desk.says(desk.lea, "Bonjour à vous", desk.group)


async def test_who_is_refused_while_held_inside_is_put_out(desk: Desk) -> None:
    await desk.starts(desk.lea, None)
    desk.world.add_member(desk.group, desk.lea)
    await desk.settle()
    file = await desk.sees(desk.lea)
    await desk.press(desk.marc, "Refuser", file)
    await desk.press(desk.marc, "Protection", file)
    assert not desk.world.inside(desk.lea, desk.group)


async def test_who_has_a_file_that_waits_is_decided_on_its_card_alone(desk: Desk) -> None:
    await desk.starts(desk.lea, None)
    desk.world.add_member(desk.group, desk.lea)
    await desk.settle()
    await desk.sees(desk.lea)
    await desk.taps(desk.marc, "Laisser entrer", desk.team)
    assert "décidez sur sa fiche" in desk.toast(desk.marc)
    assert desk.permissions(desk.lea) == "restricted"


async def test_a_moderator_held_at_the_gate_does_not_let_themself_in(desk: Desk) -> None:
    desk.world.add_member(desk.group, desk.marc)
    await desk.settle()
    await desk.taps(desk.marc, "Laisser entrer", desk.team)
    assert desk.permissions(desk.marc) == "restricted"
    await desk.taps(desk.odile, "Laisser entrer", desk.team)
    assert desk.permissions(desk.marc) != "restricted"


async def test_the_ban_of_somebody_accepted_since_is_lifted(desk: Desk) -> None:
    desk.world.add_member(desk.group, desk.lea)
    desk.world.ban(desk.nadia, desk.group, desk.lea)
    await desk.settle()
    file = await desk.sees(desk.lea)
    await desk.press(desk.marc, "Accepter", file)
    await desk.taps(desk.lea, "Entrer")
    assert desk.permissions(desk.lea) == "member"


@pytest.mark.parametrize("withdrawn", [True, False])
async def test_a_join_request_that_is_gone_becomes_a_link_or_a_welcome(
    desk: Desk, withdrawn: bool
) -> None:
    file = await _asks_at_the_door(desk, desk.lea)
    if withdrawn:
        desk.world.withdraw_request(desk.lea, desk.group)
    else:
        desk.world.approve_by_hand(desk.nadia, desk.group, desk.lea)
        desk.world.updates.clear()  # its news is not in yet when the moderator decides
    await desk.press(desk.marc, "Accepter", file)
    if withdrawn:
        await desk.taps(desk.lea, "Entrer")
    assert desk.permissions(desk.lea) == "member"
    assert desk.world.said(desk.lea).count(desk.last(desk.lea)) == 1
    assert "Bienvenue parmi nous" in desk.last(desk.lea)


@pytest.mark.parametrize("by_request", [True, False])
async def test_a_missing_right_is_named_and_tried_again(desk: Desk, by_request: bool) -> None:
    file = await (_asks_at_the_door if by_request else Desk.sees)(desk, desk.lea)
    desk.world.set_bot_rights(desk.group, RIGHTS - {"can_invite_users"})
    await desk.press(desk.marc, "Accepter", file)
    [stuck] = desk.said_of("D-1 est acceptée, mais il me manque")
    assert "« Ajouter des membres (inviter par lien) »" in stuck.text
    await desk.press(desk.odile, "Réessayer")
    [stuck] = desk.said_of("D-1 est acceptée, mais il me manque")

    desk.world.set_bot_rights(desk.group, RIGHTS)
    await desk.restart()
    assert await desk.press(desk.odile, "Réessayer") == "J'essaie de nouveau."
    assert desk.said_of("D-1 est acceptée, mais il me manque") == []
    if not by_request:
        await desk.taps(desk.lea, "Entrer")
    assert desk.permissions(desk.lea) == "member"


async def test_a_refusal_of_telegram_without_a_known_reason_can_be_tried_again(
    desk: Desk,
) -> None:
    file = await _asks_at_the_door(desk, desk.lea)
    desk.api.faults.add(Fault("approveChatJoinRequest", "refuse", description="Bad Request: no"))
    await desk.press(desk.marc, "Accepter", file)
    assert desk.said_of("D-1 est acceptée, mais Telegram n'a pas ouvert la porte")
    await desk.press(desk.odile, "Réessayer")
    assert desk.permissions(desk.lea) == "member"


async def test_the_card_says_when_an_accepted_person_is_out_of_reach(desk: Desk) -> None:
    file = await desk.sees(desk.lea)
    desk.world.block_bot(desk.lea)
    await desk.press(desk.marc, "Accepter", file)
    assert "On ne peut plus écrire à cette personne." in desk.card_of(file).text
    await desk.starts(desk.lea)  # who comes back finds the way in
    await desk.taps(desk.lea, "Recevoir un nouveau lien")
    await desk.taps(desk.lea, "Entrer")
    assert "ne peut plus" not in desk.card_of(file).text


# The link


async def test_an_expired_link_is_renewed_by_statut(desk: Desk) -> None:
    file = await desk.sees(desk.lea)
    await desk.press(desk.marc, "Accepter", file)
    old = await _link(desk, desk.lea)
    await desk.wait(hours=73)
    with pytest.raises(ImpossibleActError):
        desk.world.join(desk.lea, old)
    await desk.restart()
    await desk.says(desk.lea, "/statut")
    assert "vous n'êtes pas encore dans le groupe" in desk.last(desk.lea)
    await desk.taps(desk.lea, "Recevoir un nouveau lien")
    await desk.taps(desk.lea, "Entrer")
    assert "Bienvenue parmi nous" in desk.last(desk.lea)


async def test_a_renewed_link_kills_the_older_one(desk: Desk) -> None:
    file = await desk.sees(desk.lea)
    await desk.press(desk.marc, "Accepter", file)
    old = await _link(desk, desk.lea)
    await desk.says(desk.lea, "/statut")
    await desk.taps(desk.lea, "Recevoir un nouveau lien")
    with pytest.raises(ImpossibleActError):
        desk.world.join(desk.world.add_person("Sam"), old)
    await desk.taps(desk.lea, "Entrer")
    assert desk.permissions(desk.lea) == "member"


async def test_who_uses_the_link_of_another_is_held_and_the_owner_gets_a_new_one(
    desk: Desk,
) -> None:
    file = await desk.sees(desk.lea)
    await desk.press(desk.marc, "Accepter", file)
    sam = desk.world.add_person("Sam")
    desk.world.join(sam, await _link(desk, desk.lea))
    await desk.settle()
    assert desk.permissions(sam) == "restricted"
    [shown] = desk.said_of(HELD)
    assert shown.text.startswith("🚧 Sam")
    assert "Le lien utilisé avait été fait pour D-1." in shown.text

    await desk.says(desk.lea, "/statut")
    await desk.taps(desk.lea, "Recevoir un nouveau lien")
    await desk.taps(desk.lea, "Entrer")
    assert desk.permissions(desk.lea) == "member"


# Who was not accepted


async def test_approved_by_hand_without_an_accepted_file_one_reads_and_waits(desk: Desk) -> None:
    file = await _asks_at_the_door(desk, desk.lea)
    desk.world.approve_by_hand(desk.nadia, desk.group, desk.lea)
    await desk.settle()
    assert desk.permissions(desk.lea) == "restricted"
    assert "vous pouvez lire, pas encore écrire" in desk.last(desk.lea)
    [shown] = desk.said_of(HELD)
    assert shown.labels == ["Laisser entrer", "Retirer du groupe"]

    await desk.restart()
    await desk.press(desk.marc, "Accepter", file)
    assert desk.permissions(desk.lea) == "member"
    assert "Bienvenue parmi nous" in desk.last(desk.lea)
    assert await desk.forges(desk.odile, f"entry.remove:{desk.lea.id}", shown) == (
        "C'est déjà réglé."
    )
    assert desk.permissions(desk.lea) == "member"


async def test_a_moderator_lets_a_stranger_stay(desk: Desk) -> None:
    sam = desk.world.add_person("Sam")
    desk.world.add_member(desk.group, sam, by=desk.nadia)
    await desk.settle()
    assert desk.permissions(sam) == "restricted"
    await desk.press(desk.marc, "Laisser entrer")
    assert desk.permissions(sam) == "member"
    assert desk.said_of("✓ Sam peut rester et écrire (Marc).")
    await desk.says(sam, "Merci!", desk.group)


async def test_a_moderator_puts_a_stranger_out_without_a_ban(desk: Desk) -> None:
    sam = desk.world.add_person("Sam")
    desk.world.add_member(desk.group, sam, by=desk.nadia)
    await desk.settle()
    shown = desk.said_of(HELD)[-1]
    await desk.press(desk.marc, "Retirer du groupe")
    assert not desk.world.inside(sam, desk.group)
    assert desk.said_of("✓ Sam n'est plus dans le groupe : retrait sans bannissement (Marc).")
    toast = await desk.forges(desk.odile, f"entry.let:{sam.id}", shown)
    assert toast == "C'est déjà réglé."


async def test_who_cannot_be_held_is_shown_with_the_right_that_lacks(desk: Desk) -> None:
    desk.world.set_bot_rights(desk.group, RIGHTS - {"can_restrict_members"})
    sam = desk.world.add_person("Sam")
    desk.world.add_member(desk.group, sam, by=desk.nadia)
    await desk.settle()
    assert "il me manque le droit « Bannir des membres »" in desk.said_of(HELD)[-1].text


async def test_a_stranger_comes_back_and_is_held_again(desk: Desk) -> None:
    sam = desk.world.add_person("Sam")
    for _ in range(2):
        desk.world.add_member(desk.group, sam, by=desk.nadia)
        await desk.settle()
        assert desk.permissions(sam) == "restricted"
        desk.world.leave(sam, desk.group)
        await desk.settle()
    assert len(desk.said_of(HELD)) == 2


async def test_the_news_of_an_arrival_makes_nobody_a_member_of_before(desk: Desk) -> None:
    """Telegram tells an arrival twice, in either order: as a message and as a membership."""
    sam = desk.world.add_person("Sam")
    desk.world.add_member(desk.group, sam)
    waiting = desk.world.updates.read()
    messages = [raw for raw in waiting if "message" in raw]
    memberships = [raw for raw in waiting if "chat_member" in raw]
    desk.world.updates.clear()
    for raw in (*messages, *memberships):
        raw.pop("update_id")
        desk.world.feed(raw)
    await desk.settle()
    assert desk.permissions(sam) == "restricted"


# Who was there before


async def _was_there(desk: Desk, person: Person) -> None:
    desk.world.add_member(desk.group, person)
    desk.world.updates.clear()


async def _goes_and_comes_back(desk: Desk, person: Person) -> None:
    desk.world.leave(person, desk.group)
    await desk.settle()
    desk.world.add_member(desk.group, person, by=desk.nadia)
    await desk.settle()


@pytest.mark.parametrize("how", ["silent", "wrote", "pinned card"])
async def test_who_was_there_before_the_installation_is_never_restricted(
    desk: Desk, how: str
) -> None:
    sam = desk.world.add_person("Sam")
    await _was_there(desk, sam)
    if how == "wrote":
        await desk.says(sam, "Bonsoir à tous.", desk.group)
    if how == "pinned card":
        await desk.starts(sam, "membre")
    await _goes_and_comes_back(desk, sam)
    assert desk.permissions(sam) == "member"
    assert desk.said_of(HELD) == []
    assert desk.api.made("restrictChatMember") == []


async def test_a_member_who_leaves_and_returns_is_welcomed_once(desk: Desk) -> None:
    file = await _asks_at_the_door(desk, desk.lea)
    await desk.press(desk.marc, "Accepter", file)
    await _goes_and_comes_back(desk, desk.lea)
    assert desk.permissions(desk.lea) == "member"
    welcomes = [text for text in desk.world.said(desk.lea) if "Bienvenue parmi nous" in text]
    assert len(welcomes) == 1


# The group


async def test_the_group_hears_of_newcomers_once_an_hour_at_most_without_names(
    desk: Desk,
) -> None:
    people = [desk.world.add_person(name) for name in ("Ana", "Bo", "Cléo", "Dan")]
    files = [await _asks_at_the_door(desk, person) for person in people]
    await desk.press(desk.marc, "Accepter", files[0])
    await desk.wait(minutes=5)
    await desk.press(desk.marc, "Accepter", files[1])
    await desk.press(desk.marc, "Accepter", files[2])
    await desk.restart()
    await desk.wait(minutes=50)
    heard = desk.world.said(desk.nadia, desk.group)
    assert heard == ["Une nouvelle personne vient de se joindre à nous. Bienvenue!"]
    await desk.wait(minutes=10)
    heard = desk.world.said(desk.nadia, desk.group)
    assert heard[1:] == ["2 nouvelles personnes viennent de se joindre à nous. Bienvenue!"]
    await desk.wait(hours=5)
    await desk.press(desk.marc, "Accepter", files[3])
    assert len(desk.world.said(desk.nadia, desk.group)) == 3


async def test_after_a_late_announcement_the_next_one_waits_an_hour_too(desk: Desk) -> None:
    people = [desk.world.add_person(name) for name in ("Ana", "Bo", "Cléo")]
    files = [await _asks_at_the_door(desk, person) for person in people]
    for file in files[:2]:
        await desk.press(desk.marc, "Accepter", file)
    desk.clock.move(timedelta(minutes=115))  # the bot was off when the second one was due
    await desk.settle()
    await desk.wait(minutes=10)
    await desk.press(desk.marc, "Accepter", files[2])
    assert len(desk.world.said(desk.nadia, desk.group)) == 2
    await desk.wait(minutes=50)
    assert len(desk.world.said(desk.nadia, desk.group)) == 3


# A trial run


async def test_in_a_trial_run_nobody_comes_in_or_goes_out(tmp_path) -> None:
    desk = Desk(tmp_path, dry_run=True)
    await desk.open()
    try:
        await desk.settle()
        file = await _asks_at_the_door(desk, desk.lea)
        assert desk.card_of(file).text.startswith("🧪 Mode d'essai")
        await desk.press(desk.marc, "Accepter", file)
        assert desk.group.requests[desk.lea.id].pending
        [said] = desk.said_of("🧪 D-1 serait entrée dans le groupe")
        assert said.labels == []
        sam = desk.world.add_person("Sam")
        desk.world.add_member(desk.group, sam, by=desk.nadia)
        await desk.settle()
        assert desk.permissions(sam) == "member"
        assert desk.said_of("🧪 Sam est dans le groupe sans demande acceptée")
    finally:
        await desk.close()
