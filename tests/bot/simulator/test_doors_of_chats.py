"""Who comes in, who goes out, by which link, and what the bot hears of it."""

from __future__ import annotations

import pytest

from bot.simulator.errors import ApiError, ImpossibleActError
from bot.simulator.rights import PERMISSIONS


def changes(scene):
    """The changes of membership that the bot hears: who did it, to whom, from what to what."""
    found = []
    for update in scene.drain():
        change = update.get("chat_member") or update.get("my_chat_member")
        if change:
            old, new = change["old_chat_member"], change["new_chat_member"]
            found.append(
                (change["from"]["first_name"], new["user"]["id"], old["status"], new["status"])
            )
    return found


def make_link(scene, **fields):
    link = scene.api.call("createChatInviteLink", {"chat_id": scene.group.id, **fields})
    return link["invite_link"]


def place(scene, **params):
    return {"chat_id": scene.group.id, "user_id": scene.marc.id} | params


def test_a_request_is_told_with_its_link_and_the_chat_to_write_to(scene):
    link = scene.ask_to_join()

    (update,) = scene.drain()
    request = update["chat_join_request"]
    assert request["user_chat_id"] == scene.marc.id
    assert request["invite_link"]["invite_link"] == link
    assert request["invite_link"]["pending_join_request_count"] == 1
    scene.world.join_request(scene.marc, link)
    assert scene.drain() == []


def test_a_request_is_not_told_to_a_bot_that_may_not_invite(scene):
    link = scene.world.create_link(scene.group, scene.lise, approval=True)
    scene.world.set_bot_rights(scene.group, {"can_manage_chat"})
    scene.drain()

    scene.world.join_request(scene.marc, link)

    assert scene.drain() == []


def test_the_bot_approves_and_the_person_is_in(scene):
    scene.ask_to_join()
    scene.drain()

    scene.api.call("approveChatJoinRequest", place(scene))

    change, message = scene.drain()
    assert change["chat_member"]["via_join_request"] is True
    assert change["chat_member"]["invite_link"]["creates_join_request"] is True
    assert change["chat_member"]["new_chat_member"]["status"] == "member"
    assert message["message"]["new_chat_members"][0]["id"] == scene.marc.id
    assert scene.world.inside(scene.marc, scene.group)


def test_the_bot_declines_in_silence_and_the_person_may_ask_again(scene):
    link = scene.ask_to_join()
    scene.drain()

    scene.api.call("declineChatJoinRequest", place(scene))
    assert scene.drain() == []
    scene.world.join_request(scene.marc, link)

    assert "chat_join_request" in scene.drain()[0]


def test_an_administrator_approves_by_hand(scene):
    scene.ask_to_join()
    scene.drain()

    scene.world.approve_by_hand(scene.lise, scene.group, scene.marc)

    assert changes(scene) == [("Lise", scene.marc.id, "left", "member")]


def test_a_request_taken_back_is_gone_without_a_word(scene):
    scene.ask_to_join()
    scene.drain()

    scene.world.withdraw_request(scene.marc, scene.group)

    assert scene.drain() == []
    with pytest.raises(ApiError, match="HIDE_REQUESTER_MISSING"):
        scene.api.call("approveChatJoinRequest", place(scene))


def test_who_is_put_out_may_come_back_and_who_is_banned_not(scene):
    link = make_link(scene)
    scene.world.join(scene.marc, link)
    scene.world.kick(scene.lise, scene.group, scene.marc)
    scene.world.join(scene.marc, link)
    scene.world.ban(scene.lise, scene.group, scene.marc)
    with pytest.raises(ImpossibleActError, match="banned"):
        scene.world.join(scene.marc, link)
    scene.world.unban(scene.lise, scene.group, scene.marc)
    scene.world.join(scene.marc, link)

    with pytest.raises(ImpossibleActError, match="administer"):
        scene.world.kick(scene.marc, scene.group, scene.lise)


def test_who_is_added_by_hand_no_longer_waits(scene):
    scene.ask_to_join()
    scene.world.add_member(scene.group, scene.marc, by=scene.lise)

    with pytest.raises(ImpossibleActError):
        scene.world.decline_by_hand(scene.lise, scene.group, scene.marc)


def test_a_link_for_one_lets_in_one(scene):
    link = make_link(scene, member_limit=1, name="Marc")
    scene.world.join(scene.marc, link)

    with pytest.raises(ImpossibleActError, match="expired"):
        scene.world.join(scene.world.add_person("Zoé"), link)


@pytest.mark.parametrize("why", ["expired", "revoked", "banned", "member", "approval"])
def test_a_link_that_does_not_open(scene, why):
    link = make_link(
        scene, expire_date=scene.world.now() + 3600, creates_join_request=why == "approval"
    )
    if why == "expired":
        scene.pass_time(hours=1)
    elif why == "revoked":
        answer = {"chat_id": scene.group.id, "invite_link": link}
        assert scene.api.call("revokeChatInviteLink", answer)["is_revoked"] is True
    elif why == "banned":
        scene.world.add_member(scene.group, scene.marc)
        scene.world.ban(scene.lise, scene.group, scene.marc)
    elif why == "member":
        scene.world.add_member(scene.group, scene.marc)
    with pytest.raises(ImpossibleActError):
        scene.world.join(scene.marc, link)


def test_a_link_edited_forgets_what_is_not_said_again(scene):
    link = make_link(scene, member_limit=1, name="Marc")

    edited = scene.api.call(
        "editChatInviteLink", {"chat_id": scene.group.id, "invite_link": link, "name": "Léa"}
    )

    assert (edited["name"], "member_limit" in edited) == ("Léa", False)


def test_a_new_primary_link_ends_the_former(scene):
    first = scene.api.call("exportChatInviteLink", {"chat_id": scene.group.id})
    second = scene.api.call("exportChatInviteLink", {"chat_id": scene.group.id})

    assert scene.api.call("getChat", {"chat_id": scene.group.id})["invite_link"] == second
    with pytest.raises(ImpossibleActError):
        scene.world.join(scene.marc, first)


def test_a_ban_takes_the_messages_and_unban_opens_the_door(scene):
    scene.world.add_member(scene.group, scene.marc)
    scene.world.write(scene.marc, scene.group, "un mot")
    scene.drain()

    scene.api.call("banChatMember", place(scene))
    assert changes(scene) == [("Entraide", scene.marc.id, "member", "kicked")]
    assert "un mot" not in [m.text for m in scene.world.seen(scene.lise, scene.group)]

    scene.api.call("unbanChatMember", place(scene, only_if_banned=True))
    assert changes(scene) == [("Entraide", scene.marc.id, "kicked", "left")]
    scene.world.add_member(scene.group, scene.marc)


def test_unban_of_a_member_puts_out_unless_only_if_banned(scene):
    scene.world.add_member(scene.group, scene.marc)

    scene.api.call("unbanChatMember", place(scene, only_if_banned=True))
    assert scene.world.inside(scene.marc, scene.group)
    scene.api.call("unbanChatMember", place(scene))
    assert not scene.world.inside(scene.marc, scene.group)


def test_a_restricted_person_reads_and_does_not_write_until_the_end(scene):
    scene.world.add_member(scene.group, scene.marc)
    scene.drain()
    until = scene.world.now() + 3600

    scene.api.call("restrictChatMember", place(scene, permissions={}, until_date=until))

    assert changes(scene) == [("Entraide", scene.marc.id, "member", "restricted")]
    with pytest.raises(ImpossibleActError):
        scene.world.write(scene.marc, scene.group, "allô")
    assert scene.world.seen(scene.marc, scene.group)
    assert scene.api.call("getChatMember", place(scene))["until_date"] == until
    scene.pass_time(hours=1)
    assert scene.api.call("getChatMember", place(scene))["status"] == "member"
    scene.world.write(scene.marc, scene.group, "merci")


def test_all_permissions_back_make_a_member_again(scene):
    scene.world.add_member(scene.group, scene.marc)
    scene.api.call("restrictChatMember", place(scene, permissions={"can_send_messages": True}))
    scene.world.write(scene.marc, scene.group, "je peux écrire")

    every = dict.fromkeys(PERMISSIONS, True)
    scene.api.call("restrictChatMember", place(scene, permissions=every))

    assert scene.api.call("getChatMember", place(scene))["status"] == "member"


def test_who_left_and_who_never_came_have_left(scene):
    scene.world.start(scene.marc)

    assert scene.api.call("getChatMember", place(scene))["status"] == "left"


def test_administrators_and_count(scene):
    scene.world.add_member(scene.group, scene.marc)
    chat = {"chat_id": scene.group.id}
    assert scene.api.call("getChatMemberCount", chat) == 3

    scene.world.promote(scene.group, scene.marc, rights={"can_delete_messages"})
    admins = scene.api.call("getChatAdministrators", chat)
    assert [a["user"]["first_name"] for a in admins] == ["Lise", "Entraide", "Marc"]
    assert (admins[2]["can_delete_messages"], admins[2]["can_invite_users"]) == (True, False)

    scene.world.demote(scene.group, scene.marc)
    assert len(scene.api.call("getChatAdministrators", chat)) == 2


def test_rights_of_the_bot_follow_and_its_leaving_is_told(scene):
    scene.world.set_bot_rights(scene.group, {"can_pin_messages"})
    scene.world.remove_bot(scene.group)

    me = scene.world.bot.id
    assert changes(scene) == [
        ("Lise", me, "administrator", "administrator"),
        ("Lise", me, "administrator", "kicked"),
    ]
    with pytest.raises(ValueError, match="can_fly"):
        scene.world.set_bot_rights(scene.group, {"can_fly"})
