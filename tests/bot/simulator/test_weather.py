"""Pace, faults and conformity: when the answer is neither yes nor a plain no."""

from __future__ import annotations

import json

import pytest

from bot.simulator.errors import ApiError, ConformityError
from bot.simulator.faults import Fault


def send(scene, chat_id, count=1):
    """Sends ``count`` messages; returns how many seconds to wait, or None when all went."""
    try:
        for _ in range(count):
            scene.api.call("sendMessage", {"chat_id": chat_id, "text": "x"})
    except ApiError as error:
        return error.parameters["retry_after"]
    return None


def test_one_a_second_in_a_chat_after_a_short_burst(scene):
    scene.world.start(scene.marc)
    scene.api.enforce_pace = True

    assert send(scene, scene.marc.id, 3) is None
    assert send(scene, scene.marc.id) == 1
    scene.pass_time(seconds=1)
    assert send(scene, scene.marc.id) is None
    assert send(scene, scene.marc.id) == 1


def test_twenty_a_minute_in_a_group(scene):
    scene.api.enforce_pace = True
    for _ in range(20):
        assert send(scene, scene.group.id) is None
        scene.pass_time(seconds=1)

    assert send(scene, scene.group.id) == 40
    scene.pass_time(seconds=40)
    assert send(scene, scene.group.id) is None


def test_thirty_a_second_overall_and_answers_are_free(scene):
    people = [scene.world.add_person(f"P{n}") for n in range(31)]
    for person in people:
        scene.world.start(person)
    scene.api.enforce_pace = True

    assert [send(scene, person.id) for person in people] == [None] * 30 + [1]
    assert scene.api.call("sendChatAction", {"chat_id": people[0].id, "action": "typing"})


async def test_faults_hit_the_method_they_name_as_often_as_they_say(scene):
    scene.world.start(scene.marc)
    hello = {"chat_id": scene.marc.id, "text": "x"}
    scene.api.faults.add(Fault("sendMessage", "429", times=2, retry_after=7))

    assert (await scene.api.answer("getMe", {}))[0] == 200
    for _ in range(2):
        status, body = await scene.api.answer("sendmessage", hello)
        assert status == 429
        assert json.loads(body) == {
            "ok": False,
            "error_code": 429,
            "description": "Too Many Requests: retry after 7",
            "parameters": {"retry_after": 7},
        }
    assert (await scene.api.answer("sendMessage", hello))[0] == 200
    assert scene.world.said(scene.marc) == ["x"]


async def test_a_server_error_and_a_chosen_refusal_do_nothing(scene):
    scene.world.start(scene.marc)
    scene.api.faults.add(Fault(kind="500"))
    scene.api.faults.add(Fault(kind="refuse", error_code=403, description="Forbidden: no"))

    answers = [
        await scene.api.answer("sendMessage", {"chat_id": scene.marc.id, "text": "x"})
        for _ in range(2)
    ]

    assert [status for status, _ in answers] == [500, 403]
    assert scene.world.said(scene.marc) == []


@pytest.mark.parametrize(
    ("method", "params"),
    [
        ("sendMessage", {"chat_id": 1, "text": "x", "colour": "red"}),
        ("sendMessage", {"chat_id": 1}),
        ("sendMessage", {"chat_id": 1.5, "text": "x"}),
        ("sendMessage", {"chat_id": 1, "text": {"a": 1}}),
        ("sendMessage", {"chat_id": 1, "text": "x", "parse_mode": "Markdown"}),
        ("sendMessage", {"chat_id": 1, "text": "x", "link_preview_options": {"off": True}}),
        ("getUpdates", {"limit": "many"}),
        ("getUpdates", {"allowed_updates": "[not json"}),
    ],
)
def test_what_the_bot_api_does_not_document_is_loud(scene, method, params):
    with pytest.raises(ConformityError):
        scene.api.call(method, params)
    assert len(scene.api.nonconformities) == 1


@pytest.mark.parametrize(
    "button",
    [
        {"text": "a", "callback_data": "b", "colour": 1},
        {"text": "a"} | {"url": "https://a.org", "callback_data": "b"},
    ],
)
def test_a_button_does_one_known_thing(scene, button):
    with pytest.raises(ConformityError):
        scene.say(reply_markup={"inline_keyboard": [[button]]})


def test_without_strictness_the_unknown_is_ignored_as_telegram_does(scene):
    scene.world.start(scene.marc)
    scene.api.strict = False

    assert scene.api.call("sendMessage", {"chat_id": scene.marc.id, "text": "x", "colour": "red"})
    with pytest.raises(ApiError, match="text is empty"):
        scene.api.call("sendMessage", {"chat_id": scene.marc.id})


def test_an_unknown_method_is_not_found_and_case_does_not_matter(scene):
    with pytest.raises(ApiError, match="404 Not Found"):
        scene.api.call("sendTelepathy")
    assert scene.api.call("GETME")["is_bot"] is True


def test_forms_bring_strings_and_json(scene):
    scene.world.start(scene.marc)

    sent = scene.api.call(
        "sendMessage",
        {
            "chat_id": str(scene.marc.id),
            "text": "x",
            "disable_notification": "true",
            "reply_markup": '{"inline_keyboard": [[{"text": "Oui", "callback_data": "o"}]]}',
        },
    )

    message = scene.world.private(scene.marc).messages[sent["message_id"]]
    assert (message.silent, message.labels) == (True, ["Oui"])


def test_calls_are_kept_with_their_outcome(scene):
    scene.world.start(scene.marc)
    scene.api.calls.clear()
    scene.say("un")
    with pytest.raises(ApiError):
        scene.api.call("sendMessage", {"chat_id": 1, "text": "x"})
    scene.api.call("getUpdates", {"offset": 2**31})

    assert [(call.method, call.error is None) for call in scene.api.calls] == [
        ("sendMessage", True),
        ("sendMessage", False),
    ]
    assert scene.api.made("sendMessage") == [{"chat_id": scene.marc.id, "text": "un"}]
