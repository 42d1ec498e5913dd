"""What people do, what the bot hears of it, and what people see."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.simulator.contents import MAKERS
from bot.simulator.errors import ImpossibleActError
from bot.simulator.models import Toast
from bot.simulator.world import World

BUTTONS = {
    "inline_keyboard": [
        [{"text": "Oui", "callback_data": "yes"}, {"text": "Non", "callback_data": "no"}],
        [{"text": "Le site", "url": "https://exemple.org"}],
    ]
}


def heard(scene):
    """What the last acts made the bot hear, as (kind, payload)."""
    return [next((k, v) for k, v in u.items() if k != "update_id") for u in scene.drain()]


def texts(scene):
    return [payload.get("text") for _, payload in heard(scene)]


def test_start_with_a_payload_is_a_command(scene):
    scene.world.start(scene.marc, "adhesion")

    ((kind, message),) = heard(scene)
    assert (kind, message["text"]) == ("message", "/start adhesion")
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert message["from"] == {"id": scene.marc.id, "is_bot": False, "first_name": "Marc"}


def test_a_person_sees_the_text_the_buttons_and_the_edit(scene):
    message = scene.say(
        "<b>Entrez</b> ?", parse_mode="HTML", reply_markup=BUTTONS, disable_notification=True
    )

    seen = scene.world.seen(scene.marc)[-1]
    assert (seen.text, seen.html, seen.silent, seen.edited) == (
        "Entrez ?",
        "<b>Entrez</b> ?",
        True,
        False,
    )
    assert [[b.text for b in row] for row in seen.buttons] == [["Oui", "Non"], ["Le site"]]
    assert seen.buttons[1][0].url == "https://exemple.org"

    place = {"chat_id": scene.marc.id, "message_id": message.message_id}
    scene.api.call("editMessageText", place | {"text": "Merci"})
    seen = scene.world.seen(scene.marc)[-1]
    assert (seen.text, seen.buttons, seen.edited) == ("Merci", [], True)

    scene.api.call("deleteMessage", place)
    assert scene.world.said(scene.marc) == []


def test_a_press_brings_the_message_as_it_is_and_an_answer_a_toast(scene):
    message = scene.say(reply_markup=BUTTONS)
    scene.drain()

    scene.world.press(scene.marc, message, "Non")

    ((kind, query),) = heard(scene)
    assert (kind, query["data"], query["from"]["id"]) == ("callback_query", "no", scene.marc.id)
    assert query["message"]["reply_markup"] == BUTTONS
    answer = {"callback_query_id": query["id"], "text": "Noté", "show_alert": True}
    scene.api.call("answerCallbackQuery", answer)
    assert scene.world.toasts(scene.marc) == [Toast("Noté", alert=True)]


def test_an_update_keeps_what_was_true_when_it_happened(scene):
    message = scene.say("avant", reply_markup=BUTTONS)
    scene.drain()
    scene.world.press(scene.marc, message, "Oui")
    place = {"chat_id": scene.marc.id, "message_id": message.message_id}
    scene.api.call("editMessageText", place | {"text": "après"})

    ((_, query),) = heard(scene)
    assert query["message"]["text"] == "avant"


def test_only_what_is_on_the_message_can_be_pressed_and_anything_forged(scene):
    message = scene.say(reply_markup=BUTTONS)
    scene.drain()

    with pytest.raises(ImpossibleActError, match="Peut-être"):
        scene.world.press(scene.marc, message, "Peut-être")
    with pytest.raises(ImpossibleActError):
        scene.world.press(scene.lise, message, "Oui")
    scene.world.press_data(scene.lise, message, "accept:1")
    scene.world.delete(scene.marc, message)
    scene.world.press_data(scene.marc, message, "yes")

    (_, forged), (_, gone) = heard(scene)
    assert (forged["data"], forged["from"]["id"]) == ("accept:1", scene.lise.id)
    assert gone["message"] == {
        "chat": scene.world.private(scene.marc).raw(),
        "message_id": message.message_id,
        "date": 0,
    }


def test_a_button_with_a_deep_link_presses_start(scene):
    url = f"https://t.me/{scene.world.bot.username}?start=adhesion"
    message = scene.say(reply_markup={"inline_keyboard": [[{"text": "Ouvrir", "url": url}]]})
    scene.drain()

    scene.world.press(scene.marc, message, "Ouvrir")

    assert texts(scene) == ["/start adhesion"]


@pytest.mark.parametrize("kind", sorted(MAKERS))
def test_everything_that_can_be_sent_reaches_the_bot(scene, kind):
    scene.world.send(scene.marc, None, kind, caption="une légende")

    ((_, message),) = heard(scene)
    assert kind in message
    assert message["caption"] == "une légende"
    assert "text" not in message


def test_forwards_quotes_and_replies_carry_their_text(scene):
    first = scene.world.write(scene.marc, None, "d'abord")
    scene.world.write(scene.marc, None, "puis", reply_to=first, quote={"text": "abord"})
    scene.world.send(scene.marc, None, "forwarded", text="lu ailleurs", origin=scene.lise)
    scene.world.send(scene.marc, None, "poll", question="Quand ?", options=["Mardi"])

    _, (_, reply), (_, forward), (_, poll) = heard(scene)
    assert (reply["reply_to_message"]["text"], reply["quote"]["text"]) == ("d'abord", "abord")
    assert forward["forward_origin"]["sender_user"]["id"] == scene.lise.id
    assert (poll["poll"]["question"], poll["poll"]["options"][0]["text"]) == ("Quand ?", "Mardi")


def test_edits_of_text_and_caption(scene):
    text = scene.world.write(scene.marc, None, "un")
    photo = scene.world.send(scene.marc, None, "photo", caption="deux")
    scene.drain()

    scene.world.edit(scene.marc, text, "un bis")
    scene.world.edit(scene.marc, photo, "deux bis")

    (kind, first), (_, second) = heard(scene)
    assert (kind, first["text"]) == ("edited_message", "un bis")
    assert second["caption"] == "deux bis"
    assert first["edit_date"] == scene.world.now()


def test_nobody_speaks_in_person_when_anonymous(scene):
    channel = scene.world.add_channel("Nouvelles")
    scene.world.write(scene.lise, scene.group, "Bonsoir", anonymous=True)
    scene.world.write(scene.lise, scene.group, "Bonsoir", sender_chat=channel)
    scene.world.auto_forward(channel, scene.group, "Article")

    senders = [(m["from"]["id"], m["sender_chat"]["id"]) for _, m in heard(scene)]
    assert senders == [
        (1087968824, scene.group.id),
        (136817688, channel.id),
        (777000, channel.id),
    ]
    with pytest.raises(ImpossibleActError):
        scene.world.write(scene.marc, scene.group, "Bonsoir", anonymous=True)


def test_privacy_mode_hides_what_is_not_for_the_bot(scene):
    scene.world.set_bot_rights(scene.group, None)
    own = scene.api.call("sendMessage", {"chat_id": scene.group.id, "text": "Bienvenue"})
    scene.drain()
    bot_message = scene.group.messages[own["message_id"]]

    scene.world.write(scene.lise, scene.group, "entre nous")
    scene.world.write(scene.lise, scene.group, "/aide@entraide_test_bot")
    scene.world.write(scene.lise, scene.group, "merci", reply_to=bot_message)
    scene.world.write(scene.lise, scene.group, "dis @entraide_test_bot")
    assert texts(scene) == ["/aide@entraide_test_bot", "merci", "dis @entraide_test_bot"]

    scene.world.privacy_mode = False
    scene.world.write(scene.lise, scene.group, "entre nous")
    assert texts(scene) == ["entre nous"]


def test_blocking_and_coming_back(scene):
    scene.world.start(scene.marc)
    scene.drain()

    scene.world.block_bot(scene.marc)
    with pytest.raises(ImpossibleActError):
        scene.world.write(scene.marc, None, "allô")
    scene.world.start(scene.marc)

    (_, gone), (_, back), (kind, message) = heard(scene)
    assert gone["new_chat_member"]["status"] == "kicked"
    assert (back["old_chat_member"]["status"], back["new_chat_member"]["status"]) == (
        "kicked",
        "member",
    )
    assert (kind, message["text"]) == ("message", "/start")
    assert scene.api.call("sendMessage", {"chat_id": scene.marc.id, "text": "Bonjour"})


def test_who_is_not_in_the_group_sees_nothing_of_it(scene):
    scene.api.call("sendMessage", {"chat_id": scene.group.id, "text": "Entre nous"})

    assert scene.world.said(scene.lise, scene.group) == ["Entre nous"]
    assert scene.world.seen(scene.marc, scene.group) == []


def test_a_pin_is_announced_and_undone(scene):
    sent = scene.api.call("sendMessage", {"chat_id": scene.group.id, "text": "À lire"})
    place = {"chat_id": scene.group.id, "message_id": sent["message_id"]}

    scene.api.call("pinChatMessage", place)
    assert scene.group.messages[sent["message_id"]].pinned
    assert heard(scene)[0][1]["pinned_message"]["text"] == "À lire"
    assert scene.api.call("getChat", place | {"message_id": None})["pinned_message"]
    scene.api.call("unpinChatMessage", place)
    assert not scene.group.messages[sent["message_id"]].pinned


def test_copies_lose_their_author_and_forwards_keep_him(scene):
    theirs = scene.world.write(scene.lise, scene.group, "À garder")
    scene.world.start(scene.marc)
    place = {"from_chat_id": scene.group.id, "message_id": theirs.message_id}

    copy = scene.api.call("copyMessage", place | {"chat_id": scene.marc.id})
    forward = scene.api.call("forwardMessage", place | {"chat_id": scene.marc.id})

    assert copy == {"message_id": forward["message_id"] - 1}
    assert [m.text for m in scene.world.seen(scene.marc)[-2:]] == ["À garder", "À garder"]
    assert forward["forward_origin"]["sender_user"]["id"] == scene.lise.id
    assert "forward_origin" not in scene.world.seen(scene.marc)[-2].raw


def test_the_same_seed_gives_the_same_world(scene):
    def ids():
        world = World(lambda: scene.time, seed=7)
        lise = world.add_person("Lise")
        group = world.add_supergroup("G", lise)
        link = world.create_link(group, lise)
        message = world.write(lise, None, "allô")
        return lise.id, group.id, link.url, world.press_data(lise, message, "x").id

    assert ids() == ids()


def test_a_clock_without_zone_is_refused():
    with pytest.raises(ValueError, match="aware"):
        World(lambda: datetime(2026, 1, 1))  # noqa: DTZ001
