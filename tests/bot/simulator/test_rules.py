"""The platform's rules, one line each: what the bot tries, and Telegram's words when it may not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from bot.simulator.errors import ApiError


@dataclass(frozen=True)
class Try:
    """A call to make on the scene, and the description of the refusal."""

    name: str
    method: str
    params: Any
    refusal: str
    code: int = 400


def keyboard(**button):
    return {"inline_keyboard": [[{"text": "Oui", "callback_data": "o"} | button]]}


def to_marc(**params):
    """A sendMessage to Marc, who has pressed Start."""

    def build(scene):
        scene.world.start(scene.marc)
        return {"chat_id": scene.marc.id, "text": "Bonjour"} | params

    return build


def after(act, **params):
    """A sendMessage to Marc once ``act`` has happened."""

    def build(scene):
        act(scene)
        return {"chat_id": scene.marc.id, "text": "Bonjour"} | params

    return build


def in_group(**params):
    def build(scene):
        return {"chat_id": scene.group.id} | params

    return build


def blocked(scene):
    scene.world.start(scene.marc)
    scene.world.block_bot(scene.marc)


def deactivated(scene):
    scene.world.start(scene.marc)
    scene.world.delete_account(scene.marc)


def met_in_group(scene):
    scene.world.add_member(scene.group, scene.marc)


def asked_long_ago(scene):
    scene.ask_to_join()
    scene.pass_time(seconds=301)


def contacted(scene):
    scene.ask_to_join()
    scene.world.contact_by_hand(scene.lise, scene.group, scene.marc)


def declined(scene):
    scene.ask_to_join()
    scene.world.decline_by_hand(scene.lise, scene.group, scene.marc)


TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
BUTTON = "can't parse inline keyboard button: "

SENDING = [
    Try("an empty text", "sendMessage", to_marc(text=" \n"), "message text is empty"),
    Try("4097 units", "sendMessage", to_marc(text="🙂" * 2048 + "a"), "message is too long"),
    Try(
        "an open tag",
        "sendMessage",
        to_marc(text="<b>x", parse_mode="HTML"),
        "can't parse entities: Can't find end tag corresponding to start tag \"b\"",
    ),
    Try(
        "65 bytes of data",
        "sendMessage",
        to_marc(reply_markup=keyboard(callback_data="é" * 32 + "a")),
        "BUTTON_DATA_INVALID",
    ),
    Try(
        "a button that does nothing",
        "sendMessage",
        to_marc(reply_markup={"inline_keyboard": [[{"text": "Oui"}]]}),
        f"{BUTTON}Text buttons are unallowed in the inline keyboard",
    ),
    Try(
        "a button without words",
        "sendMessage",
        to_marc(reply_markup={"inline_keyboard": [[{"callback_data": "o"}]]}),
        f'{BUTTON}Field "text" must be of type String',
    ),
    Try(
        "a button to nowhere",
        "sendMessage",
        to_marc(reply_markup={"inline_keyboard": [[{"text": "Ici", "url": "ici"}]]}),
        "inline keyboard button URL 'ici' is invalid: Wrong HTTP URL",
    ),
    Try(
        "101 buttons",
        "sendMessage",
        to_marc(reply_markup={"inline_keyboard": [[{"text": "o", "callback_data": "o"}]] * 101}),
        "reply markup is too long",
    ),
    Try(
        "an answer to nothing",
        "sendMessage",
        to_marc(reply_parameters={"message_id": 999}),
        "message to be replied not found",
    ),
    Try(
        "a caption of 1025 units",
        "sendPhoto",
        lambda s: {"chat_id": s.marc.id, "photo": "x", "caption": "a" * 1025},
        "message caption is too long",
    ),
    Try(
        "a file unknown to Telegram",
        "sendDocument",
        lambda s: (s.world.start(s.marc), {"chat_id": s.marc.id, "document": "nope"})[1],
        "wrong remote file identifier specified: can't unserialize it. Wrong last symbol",
    ),
    Try(
        "a strange action",
        "sendChatAction",
        lambda s: (s.world.start(s.marc), {"chat_id": s.marc.id, "action": "dance"})[1],
        "wrong parameter action in request",
    ),
]
REACHING = [
    Try("someone never met", "sendMessage", after(lambda s: None), "chat not found"),
    Try(
        "someone met in a group who never pressed Start",
        "sendMessage",
        after(met_in_group),
        "bot can't initiate conversation with a user",
        403,
    ),
    Try(
        "who asked over five minutes ago",
        "sendMessage",
        after(asked_long_ago),
        "bot can't initiate conversation with a user",
        403,
    ),
    Try(
        "who asked, and an administrator wrote first",
        "sendMessage",
        after(contacted),
        "bot can't initiate conversation with a user",
        403,
    ),
    Try(
        "who was declined",
        "sendMessage",
        after(declined),
        "bot can't initiate conversation with a user",
        403,
    ),
    Try("who blocked", "sendMessage", after(blocked), "bot was blocked by the user", 403),
    Try("a deleted account", "sendMessage", after(deactivated), "user is deactivated", 403),
    Try(
        "a group it was put out of",
        "sendMessage",
        lambda s: (s.world.remove_bot(s.group), {"chat_id": s.group.id, "text": "x"})[1],
        "bot was kicked from the supergroup chat",
        403,
    ),
    Try(
        "a group it left",
        "sendMessage",
        lambda s: (
            s.api.call("leaveChat", {"chat_id": s.group.id}),
            {"chat_id": s.group.id, "text": "x"},
        )[1],
        "bot is not a member of the supergroup chat",
        403,
    ),
    Try(
        "itself",
        "sendMessage",
        lambda s: {"chat_id": s.world.bot.id, "text": "x"},
        "bot can't send messages to bots",
        403,
    ),
    Try(
        "a chat that isn't",
        "sendMessage",
        lambda s: {"chat_id": -1001, "text": "x"},
        "chat not found",
    ),
]


def said(scene, **params):
    return {"chat_id": scene.marc.id, "message_id": scene.say(**params).message_id}


def theirs(scene):
    message = scene.world.write(scene.marc, None, "le mien")
    return {"chat_id": scene.marc.id, "message_id": message.message_id}


def aged(scene, **age):
    place = said(scene)
    scene.pass_time(**age)
    return place


def lises_word(scene):
    message = scene.world.write(scene.lise, scene.group, "Bonsoir")
    scene.world.set_bot_rights(scene.group, {"can_invite_users"})
    return {"chat_id": scene.group.id, "message_id": message.message_id}


def pressed(scene):
    message = scene.say(reply_markup=keyboard())
    return scene.world.press(scene.marc, message, "Oui")


def late(scene):
    press = pressed(scene)
    scene.pass_time(seconds=151)
    return {"callback_query_id": press.id}


def answered(scene):
    query = {"callback_query_id": pressed(scene).id}
    scene.api.call("answerCallbackQuery", query)
    return query


SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
CHANGING = [
    Try("the same text", "editMessageText", lambda s: said(s) | {"text": "Bonjour"}, SAME),
    Try(
        "the same buttons",
        "editMessageReplyMarkup",
        lambda s: said(s, reply_markup=keyboard()) | {"reply_markup": keyboard()},
        SAME,
    ),
    Try(
        "a message that never was",
        "editMessageText",
        lambda s: said(s) | {"message_id": 999, "text": "x"},
        "message to edit not found",
    ),
    Try(
        "someone else's message",
        "editMessageText",
        lambda s: theirs(s) | {"text": "x"},
        "message can't be edited",
    ),
    Try(
        "a message with a reply keyboard",
        "editMessageText",
        lambda s: said(s, reply_markup={"force_reply": True}) | {"text": "x"},
        "message can't be edited",
    ),
    Try(
        "a forced reply for buttons",
        "editMessageText",
        lambda s: said(s) | {"text": "x", "reply_markup": {"force_reply": True}},
        "inline keyboard expected",
    ),
    Try(
        "a caption where there is text",
        "editMessageCaption",
        lambda s: said(s) | {"caption": "x"},
        "there is no caption in the message to edit",
    ),
    Try(
        "deleting what never was",
        "deleteMessage",
        lambda s: said(s) | {"message_id": 999},
        "message to delete not found",
    ),
    Try(
        "deleting after 48 hours",
        "deleteMessage",
        lambda s: aged(s, hours=48, seconds=1),
        "message can't be deleted for everyone",
    ),
    Try(
        "deleting another's without the right",
        "deleteMessage",
        lises_word,
        "message can't be deleted",
    ),
    Try(
        "pinning without the right",
        "pinChatMessage",
        lises_word,
        "not enough rights to manage pinned messages in the chat",
    ),
    Try(
        "pinning what never was",
        "pinChatMessage",
        lambda s: said(s) | {"message_id": 999},
        "message to pin not found",
    ),
    Try("answering a press late", "answerCallbackQuery", late, TOO_OLD),
    Try("answering a press twice", "answerCallbackQuery", answered, TOO_OLD),
    Try("answering no press", "answerCallbackQuery", lambda s: {"callback_query_id": "1"}, TOO_OLD),
    Try(
        "a toast of 201 units",
        "answerCallbackQuery",
        lambda s: {"callback_query_id": pressed(s).id, "text": "a" * 201},
        "MESSAGE_TOO_LONG",
    ),
    Try(
        "a press that opens another site",
        "answerCallbackQuery",
        lambda s: {"callback_query_id": pressed(s).id, "url": "https://exemple.org"},
        "URL_INVALID",
    ),
]


def marc_in(scene, **params):
    scene.world.add_member(scene.group, scene.marc)
    return {"chat_id": scene.group.id, "user_id": scene.marc.id} | params


def without_rights(build):
    def shorn(scene):
        params = build(scene)
        scene.world.set_bot_rights(scene.group, {"can_manage_chat"})
        return params

    return shorn


def decided(scene):
    scene.ask_to_join()
    scene.world.decline_by_hand(scene.lise, scene.group, scene.marc)
    return {"chat_id": scene.group.id, "user_id": scene.marc.id}


def let_in(scene):
    scene.ask_to_join()
    scene.world.approve_by_hand(scene.lise, scene.group, scene.marc)
    return {"chat_id": scene.group.id, "user_id": scene.marc.id}


def lise_as(scene, **params):
    return {"chat_id": scene.group.id, "user_id": scene.lise.id} | params


def promoted(scene, **params):
    params = marc_in(scene, **params)
    scene.world.promote(scene.group, scene.marc)
    return params


def revoked(scene):
    link = scene.api.call("createChatInviteLink", {"chat_id": scene.group.id})["invite_link"]
    params = {"chat_id": scene.group.id, "invite_link": link}
    scene.api.call("revokeChatInviteLink", params)
    return params


def plain_group(scene):
    group = scene.world.add_group("Petit groupe", scene.lise)
    scene.world.add_bot(group, scene.lise, {"can_restrict_members"})
    scene.world.add_member(group, scene.marc)
    return {"chat_id": group.id, "user_id": scene.marc.id, "permissions": {}}


NO_RESTRICT = "not enough rights to restrict/unrestrict chat member"
NO_LINK = "not enough rights to manage chat invite link"
MEMBERS = [
    Try("approving too late", "approveChatJoinRequest", decided, "HIDE_REQUESTER_MISSING"),
    Try("declining too late", "declineChatJoinRequest", decided, "HIDE_REQUESTER_MISSING"),
    Try("approving who is in", "approveChatJoinRequest", let_in, "USER_ALREADY_PARTICIPANT"),
    Try("approving without the right", "approveChatJoinRequest", without_rights(let_in), NO_LINK),
    Try("a link without the right", "createChatInviteLink", without_rights(in_group()), NO_LINK),
    Try(
        "a limit on a link that asks for approval",
        "createChatInviteLink",
        in_group(member_limit=1, creates_join_request=True),
        "member limit can't be specified for links requiring administrator approval",
    ),
    Try(
        "a link already expired",
        "createChatInviteLink",
        in_group(expire_date=1_000_000_000),
        "EXPIRE_DATE_INVALID",
    ),
    Try("revoking twice", "revokeChatInviteLink", revoked, "INVITE_HASH_EXPIRED"),
    Try("banning without the right", "banChatMember", without_rights(marc_in), NO_RESTRICT),
    Try(
        "restricting without the right",
        "restrictChatMember",
        without_rights(lambda s: marc_in(s, permissions={})),
        NO_RESTRICT,
    ),
    Try("banning the owner", "banChatMember", lise_as, "can't remove chat owner"),
    Try(
        "banning an administrator",
        "banChatMember",
        promoted,
        "user is an administrator of the chat",
    ),
    Try(
        "restricting an administrator",
        "restrictChatMember",
        lambda s: promoted(s, permissions={}),
        "user is an administrator of the chat",
    ),
    Try(
        "restricting in a plain group",
        "restrictChatMember",
        plain_group,
        "method is available only for supergroups",
    ),
    Try(
        "asking about someone never met",
        "getChatMember",
        lambda s: {"chat_id": s.group.id, "user_id": s.marc.id},
        "PARTICIPANT_ID_INVALID",
    ),
    Try(
        "administrators of a private chat",
        "getChatAdministrators",
        lambda s: (s.world.start(s.marc), {"chat_id": s.marc.id})[1],
        "there are no administrators in the private chat",
    ),
]
SETTINGS = [
    Try(
        "an accent in a command",
        "setMyCommands",
        lambda s: {"commands": [{"command": "fermé", "description": "x"}]},
        "BOT_COMMAND_INVALID",
    ),
    Try(
        "a command without description",
        "setMyCommands",
        lambda s: {"commands": [{"command": "aide", "description": ""}]},
        "BOT_COMMAND_DESCRIPTION_INVALID",
    ),
    Try(
        "a description of 513 units",
        "setMyDescription",
        lambda s: {"description": "a" * 513},
        "bot description is too long",
    ),
    Try(
        "a short description of 121 units",
        "setMyShortDescription",
        lambda s: {"short_description": "a" * 121},
        "bot short description is too long",
    ),
    Try(
        "a webhook",
        "setWebhook",
        lambda s: {"url": "https://exemple.org"},
        "bad webhook: the embedded server calls no webhook, use getUpdates",
    ),
    Try(
        "a file that isn't",
        "getFile",
        lambda s: {"file_id": "nope"},
        "wrong file_id or the file is temporarily unavailable",
    ),
]


@pytest.mark.parametrize(
    "attempt", SENDING + REACHING + CHANGING + MEMBERS + SETTINGS, ids=lambda t: t.name
)
def test_it_is_refused_in_the_words_of_telegram(scene, attempt):
    params = attempt.params(scene)

    with pytest.raises(ApiError) as caught:
        scene.api.call(attempt.method, params)

    prefix = {400: "Bad Request", 403: "Forbidden"}[attempt.code]
    assert caught.value.error_code == attempt.code
    assert caught.value.description == f"{prefix}: {attempt.refusal}"
    assert scene.api.calls[-1].error is caught.value


ALLOWED = [
    Try("4096 units", "sendMessage", to_marc(text="🙂" * 2048), ""),
    Try(
        "64 bytes of data",
        "sendMessage",
        to_marc(reply_markup=keyboard(callback_data="é" * 32)),
        "",
    ),
    Try(
        "long markup, short text",
        "sendMessage",
        to_marc(text="<b>a</b>" * 4096, parse_mode="HTML"),
        "",
    ),
    Try(
        "an answer to nothing, allowed",
        "sendMessage",
        to_marc(reply_parameters={"message_id": 999, "allow_sending_without_reply": True}),
        "",
    ),
    Try("who asks to come in", "sendMessage", after(lambda s: s.ask_to_join()), ""),
    Try("deleting within 48 hours", "deleteMessage", lambda s: aged(s, hours=48), ""),
    Try("editing after a month", "editMessageText", lambda s: aged(s, days=30) | {"text": "x"}, ""),
    Try(
        "answering a press in time",
        "answerCallbackQuery",
        lambda s: {"callback_query_id": pressed(s).id, "text": "a" * 200},
        "",
    ),
    Try(
        "a press that opens the bot",
        "answerCallbackQuery",
        lambda s: {
            "callback_query_id": pressed(s).id,
            "url": f"t.me/{s.world.bot.username}?start=x",
        },
        "",
    ),
    Try("deleting what Marc said in private", "deleteMessage", theirs, ""),
    Try("a limit of one person", "createChatInviteLink", in_group(member_limit=1), ""),
    Try(
        "32 letters of a command",
        "setMyCommands",
        lambda s: {"commands": [{"command": "a" * 32, "description": "x"}]},
        "",
    ),
    Try(
        "deleting some that are gone",
        "deleteMessages",
        lambda s: {"chat_id": s.group.id, "message_ids": [1, 999]},
        "",
    ),
]


@pytest.mark.parametrize("attempt", ALLOWED, ids=lambda t: t.name)
def test_it_is_allowed_up_to_the_limit(scene, attempt):
    params = attempt.params(scene)

    assert scene.api.call(attempt.method, params)


def test_an_upgraded_group_tells_its_new_id(scene):
    group = scene.world.add_group("Petit groupe", scene.lise)
    scene.world.add_bot(group, scene.lise)
    scene.drain()

    new = scene.world.migrate(group)

    told = [u["message"] for u in scene.drain()]
    assert told[0]["migrate_to_chat_id"] == new.id
    assert (told[1]["migrate_from_chat_id"], told[1]["chat"]["type"]) == (group.id, "supergroup")
    with pytest.raises(ApiError) as caught:
        scene.api.call("sendMessage", {"chat_id": group.id, "text": "x"})
    assert caught.value.description == "Bad Request: group chat was upgraded to a supergroup chat"
    assert caught.value.parameters == {"migrate_to_chat_id": new.id}
    assert scene.api.call("sendMessage", {"chat_id": new.id, "text": "x"})["chat"]["id"] == new.id
