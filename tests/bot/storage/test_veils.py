"""What says how somebody votes is under the key of the vote on its way in and out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from bot.storage import veils
from bot.storage.vote_keys import VoteKey, VoteKeys
from handlers.buttons import unpack

ZOE, KARIM = 5100000001, 5100000002


@pytest.fixture
def keys(tmp_path: Path) -> VoteKeys:
    return VoteKeys(tmp_path / "votes")


def press(data: str, query: str = "77001") -> dict[str, Any]:
    """A tap of Zoé's on a message that shows how her ballot stood."""
    message = {
        "message_id": 12,
        "date": 1795000000,
        "chat": {"id": ZOE, "type": "private"},
        "from": {"id": 1, "is_bot": True, "first_name": "Entraide"},
        "text": "Votre bulletin est noté : la DPJ",
        "reply_markup": {"inline_keyboard": [[{"text": "☑ 3. La DPJ", "callback_data": data}]]},
    }
    pressed = {"id": query, "from": {"id": ZOE}, "data": data, "message": message}
    return {"update_id": 9, "callback_query": pressed}


def read(update: Mapping[str, Any], key: VoteKey, *, by: int = ZOE, query: str = "77001") -> Any:
    """What the handler reads in what was written down."""
    said = unpack(update["callback_query"]["data"])
    assert said is not None
    assert (said.name, len(said.args)) == ("ballot.on", 3)
    return veils.read_tap(said.args[1:], query, by, key)


@pytest.mark.parametrize(
    ("data", "tap"),
    [("on:1:3", ("on", 3)), ("off:1:77777", ("off", 77777))],
)
def test_a_tap_is_read_with_its_key_by_who_made_it(
    keys: VoteKeys, data: str, tap: tuple[str, int]
) -> None:
    key = keys.make(1)
    kept = veils.tap(press(f"ballot.{data}"), keys)
    assert read(kept, key) == tap
    assert read(kept, key, by=KARIM) is None
    assert read(kept, key, query="77002") is None
    assert read(kept, VoteKey(1, bytes(32))) is None


def test_nothing_else_of_a_tap_is_written_down(keys: VoteKeys) -> None:
    keys.make(1)
    told = press("ballot.on:1:3")
    kept = veils.tap(told, keys)
    assert kept["callback_query"]["message"] == {
        "message_id": 12,
        "date": 1795000000,
        "chat": {"id": ZOE, "type": "private"},
    }
    assert kept["callback_query"]["from"] == {"id": ZOE}
    assert "DPJ" not in json.dumps(kept)
    assert "DPJ" in json.dumps(told)  # what was given is not changed


def test_every_tap_has_one_length(keys: VoteKeys) -> None:
    keys.make(1)
    taps = [f"ballot.{verb}:1:{theme}" for verb in ("on", "off") for theme in (1, 20, 99999)]
    kept = [veils.tap(press(tap), keys)["callback_query"]["data"] for tap in taps]
    assert len({*map(len, kept)}) == 1
    assert len({*kept}) == len(kept)


def test_without_its_key_a_tap_says_no_theme(keys: VoteKeys) -> None:
    kept = veils.tap(press("ballot.on:1:3"), keys)
    assert kept["callback_query"]["data"] == "ballot.on:1"


@pytest.mark.parametrize(
    "update",
    [
        press("theme.follow:3"),
        {"update_id": 1, "callback_query": {"id": "1", "from": {"id": ZOE}}},
        {"update_id": 1, "message": {"text": "ballot.on:1:3"}},
        {"update_id": 1, "callback_query": "ballot.on:1:3"},
        {"update_id": 1, "callback_query": {"data": "ballot.on:1:3"}},
        {"update_id": 1, "callback_query": {"data": "ballot.on:1:3", "id": 7, "from": {"id": ZOE}}},
        {"update_id": 1, "callback_query": {"data": "ballot.on:1:3", "message": 12}},
    ],
)
def test_any_other_update_stays_as_it_is(keys: VoteKeys, update: dict[str, Any]) -> None:
    keys.make(1)
    assert veils.tap(update, keys) == update


@pytest.mark.parametrize("halves", [(), ("",), ("zz", "é"), ("0",), ("00" * 10, "00" * 11)])
def test_a_forged_tap_says_nothing(keys: VoteKeys, halves: tuple[str, ...]) -> None:
    assert veils.read_tap(halves, "77001", ZOE, keys.make(1)) is None


def test_a_screen_is_shown_with_its_key_alone(keys: VoteKeys) -> None:
    key = keys.make(1)
    params = {"chat_id": ZOE, "text": "la DPJ", "reply_markup": {"inline_keyboard": []}}
    veiled = veils.screen(params, 1, key)
    assert "DPJ" not in json.dumps(veiled)
    assert veiled["chat_id"] == ZOE
    assert veils.shown(veiled, keys) == params
    assert veils.shown(params, keys) is params
    keys.make(1)  # another one
    assert veils.shown(veiled, keys) is None
    keys.destroy(1)
    assert veils.shown(veiled, keys) is None


def test_screens_have_one_length_whatever_the_ballot_names(keys: VoteKeys) -> None:
    key = keys.make(1)
    texts = ("", "• la DPJ", "• la DPJ\n" * 40)
    assert len({len(str(veils.screen({"text": text}, 1, key))) for text in texts}) == 1
