"""When an update reaches the bot, and when it is lost."""

from __future__ import annotations


def kinds(updates):
    return [next(key for key in update if key != "update_id") for update in updates]


def test_updates_stay_until_the_next_offset_confirms_them(scene):
    scene.world.start(scene.marc)
    scene.world.write(scene.marc, None, "Bonjour")

    first = scene.api.call("getUpdates")
    again = scene.api.call("getUpdates")
    after = scene.api.call("getUpdates", {"offset": first[0]["update_id"] + 1})

    assert [u["message"]["text"] for u in first] == ["/start", "Bonjour"]
    assert again == first
    assert after == first[1:]
    assert first[1]["update_id"] == first[0]["update_id"] + 1


def test_limit_and_negative_offset(scene):
    for word in ("un", "deux", "trois"):
        scene.world.write(scene.marc, None, word)

    assert len(scene.api.call("getUpdates", {"limit": 2})) == 2
    last = scene.api.call("getUpdates", {"offset": -1})
    assert [u["message"]["text"] for u in last] == ["trois"]
    assert scene.api.call("getUpdates") == last


def test_chat_member_comes_only_when_it_is_named(scene):
    scene.api.call("getUpdates", {"allowed_updates": []})
    scene.world.add_member(scene.group, scene.marc)
    assert kinds(scene.api.call("getUpdates")) == ["message"]

    scene.api.call("getUpdates", {"allowed_updates": ["chat_member"]})
    scene.world.leave(scene.marc, scene.group)
    assert kinds(scene.api.call("getUpdates")) == ["message", "chat_member"]


def test_chat_member_comes_only_to_administrators(scene):
    scene.world.set_bot_rights(scene.group, None)
    scene.drain()

    scene.world.add_member(scene.group, scene.marc)

    assert kinds(scene.drain()) == ["message"]


def test_a_press_lives_150_seconds_and_a_message_24_hours(scene):
    message = scene.say(reply_markup={"inline_keyboard": [[{"text": "Oui", "callback_data": "o"}]]})
    scene.drain()
    scene.world.press(scene.marc, message, "Oui")
    scene.world.write(scene.marc, None, "allô")

    scene.pass_time(seconds=149)
    assert kinds(scene.api.call("getUpdates")) == ["callback_query", "message"]
    scene.pass_time(seconds=1)
    assert kinds(scene.api.call("getUpdates")) == ["message"]
    scene.pass_time(hours=24)
    assert scene.api.call("getUpdates") == []


def test_after_a_quiet_week_ids_start_anew_and_nothing_is_lost(scene):
    scene.world.write(scene.marc, None, "avant")
    before = scene.drain()[0]["update_id"]
    fresh = set()
    for _ in range(4):
        scene.pass_time(days=8)
        scene.world.write(scene.marc, None, "après")
        update = scene.api.call("getUpdates", {"offset": before + 1})[0]
        assert update["message"]["text"] == "après"
        scene.api.call("getUpdates", {"offset": update["update_id"] + 1})
        fresh.add(update["update_id"] > before)
        before = update["update_id"]

    assert fresh == {True, False}


def test_a_left_over_webhook_bars_the_way(scene):
    scene.world.webhook_url = "https://exemple.org/hook"
    scene.world.write(scene.marc, None, "allô")

    status = scene.api.call("getWebhookInfo")
    scene.api.call("deleteWebhook", {"drop_pending_updates": False})

    assert (status["url"], status["pending_update_count"]) == ("https://exemple.org/hook", 1)
    assert len(scene.api.call("getUpdates")) == 1


def test_fed_updates_take_the_next_id_or_keep_their_own(scene):
    first = scene.world.feed({"message": {}})
    scene.world.feed({"update_id": first + 50, "message": {}})
    third = scene.world.feed({"poll": {}})

    assert third == first + 51
    assert [u["update_id"] for u in scene.api.call("getUpdates")] == [first, first + 50, third]
