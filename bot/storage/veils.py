"""What says how somebody votes, on its way in and out, under the key of the vote.

Rows of the inbox and of the outbox are sealed by the ring, which opens any former copy of them: a
backup, a replica. The key of a vote is in no copy, and a tap or a screen that only it opens is
lost with it.
"""

from __future__ import annotations

import json
import os
import re
from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from bot.storage.vote_keys import NONCE_BYTES, VoteKey, VoteKeys

_TAP = re.compile(r"ballot\.(on|off):(\d{1,6}):(\d{1,9})")
_KEPT = ("message_id", "date", "chat")
"""All that a tap needs of the message it is on: its buttons show how the ballot stood."""
_VERBS = ("off", "on")
_THEME_BYTES = 4
_HALF = 21
"""Letters in each of the two arguments of a veiled tap: a button has arguments of 32 at most."""

_SHOWN = ("text", "reply_markup")
_VEILED, _SCREEN = "veiled", "screen"
_LENGTH = 6000
"""Bytes: a longer text would tell of more themes, or of longer ones."""


def tap(update: Mapping[str, Any], keys: VoteKeys) -> Mapping[str, Any]:
    """Return an update as it is written down: a tap on a ballot says nothing without its key.

    One without the shape that Telegram gives it stays as it is: whoever works it sets it aside.
    """
    try:
        return _veiled(update, keys)
    except (AttributeError, KeyError, TypeError):
        return update


def _veiled(update: Mapping[str, Any], keys: VoteKeys) -> Mapping[str, Any]:
    query = update.get("callback_query") or {}
    data = str(query.get("data") or "")
    if not data.startswith("ballot."):
        return update
    message = query.get("message") or {}
    bare = {name: message[name] for name in _KEPT if name in message}
    told = query | {"message": bare} if message else query
    return {**update, "callback_query": {**told, "data": _veiled_tap(data, told, keys)}}


def _veiled_tap(data: str, query: Mapping[str, Any], keys: VoteKeys) -> str:
    found = _TAP.fullmatch(data)
    if found is None:
        return data
    verb, vote, theme = found.groups()
    key = keys.find(int(vote))
    if key is None:
        return f"ballot.on:{vote}"  # the vote is over, or lost: what was tapped is moot
    plain = bytes([_VERBS.index(verb)]) + int(theme).to_bytes(_THEME_BYTES, "big")
    hidden = key.hide(plain, _by(query["from"]["id"]), _nonce(query["id"])).hex()
    return f"ballot.on:{vote}:{hidden[:_HALF]}:{hidden[_HALF:]}"  # whichever it was


def read_tap(
    halves: Sequence[str], query_id: str, user_id: int, key: VoteKey
) -> tuple[str, int] | None:
    """Return what somebody tapped, ``on`` or ``off`` and the theme; None for what is forged."""
    try:
        hidden = bytes.fromhex("".join(halves))
    except ValueError:
        return None
    plain = key.reveal(hidden, _by(user_id), _nonce(query_id))
    return (_VERBS[plain[0]], int.from_bytes(plain[1:], "big")) if plain else None


def _by(user_id: int) -> str:
    return f"tap:{user_id}"


def _nonce(query_id: str) -> bytes:
    """A press has an id that no other has, and that comes with it wherever it is read."""
    return sha256(query_id.encode()).digest()[:NONCE_BYTES]


def screen(params: Mapping[str, Any], vote: int, key: VoteKey) -> dict[str, Any]:
    """Return the parameters of a call with what it shows under the key, of one length."""
    shown = {name: params[name] for name in _SHOWN if name in params}
    rest = {name: value for name, value in params.items() if name not in _SHOWN}
    told = json.dumps(shown, separators=(",", ":")).encode()
    nonce = os.urandom(NONCE_BYTES)
    hidden = key.hide(told.ljust(_whole(told)), _SCREEN, nonce)
    return rest | {_VEILED: [vote, b64encode(nonce + hidden).decode()]}


def _whole(told: bytes) -> int:
    return -(-len(told) // _LENGTH) * _LENGTH


def shown(params: Mapping[str, Any], keys: VoteKeys) -> Mapping[str, Any] | None:
    """Return the parameters as Telegram takes them; None where the key is gone."""
    if _VEILED not in params:
        return params
    vote, told = params[_VEILED]
    key, hidden = keys.find(vote), b64decode(told)
    plain = key and key.reveal(hidden[NONCE_BYTES:], _SCREEN, hidden[:NONCE_BYTES])
    if not plain:
        return None
    values: dict[str, Any] = json.loads(plain)
    return {name: value for name, value in params.items() if name != _VEILED} | values
