"""The rules of reply markup: what a button may carry, and how many there may be."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from bot.simulator.errors import ConformityError, bad_request
from bot.simulator.formatting import units
from bot.simulator.models import Raw

DATA_BYTES = 64
MOST_BUTTONS = 100
PLACEHOLDER_LIMIT = 64
ACTIONS = ("callback_data", "url", "copy_text")
BUTTON_FIELDS = frozenset({"text", "style", *ACTIONS})
OTHER_MARKUP = {
    "force_reply": frozenset({"force_reply", "input_field_placeholder", "selective"}),
    "remove_keyboard": frozenset({"remove_keyboard", "selective"}),
    "keyboard": frozenset(
        [
            "keyboard",
            "is_persistent",
            "resize_keyboard",
            "one_time_keyboard",
            "input_field_placeholder",
            "selective",
        ]
    ),
}


def split(markup: Any) -> tuple[Raw | None, Raw | None]:
    """The inline keyboard, and any other markup; raises what Telegram answers to a bad one.

    An empty inline keyboard counts as none.
    """
    if markup is None:
        return None, None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in markup:
        return _inline(markup["inline_keyboard"]), None
    _check_other(markup)
    return None, markup


def inline_only(markup: Any) -> Raw | None:
    """The inline keyboard for an edit, where nothing else is taken."""
    inline, other = split(markup)
    if other is not None:
        raise bad_request("inline keyboard expected")
    return inline


def _check_other(markup: Raw) -> None:
    for name, fields in OTHER_MARKUP.items():
        if name in markup:
            if markup.keys() - fields:
                raise ConformityError(f"unknown fields {sorted(markup.keys() - fields)}")
            if units(markup.get("input_field_placeholder", "")) > PLACEHOLDER_LIMIT:
                raise bad_request("input field placeholder is too long")
            return
    raise ConformityError(f"no such reply markup: {sorted(markup)}")


def _inline(rows: Any) -> Raw | None:
    if not isinstance(rows, list | tuple) or not all(isinstance(r, list | tuple) for r in rows):
        raise bad_request('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array')
    shown = [[_button(button) for button in row] for row in rows if row]
    if sum(len(row) for row in shown) > MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    return {"inline_keyboard": shown} if shown else None


def _button(button: Raw) -> Raw:
    unknown = button.keys() - BUTTON_FIELDS
    if unknown:
        raise ConformityError(f"a button has unknown fields {sorted(unknown)}")
    broken = "can't parse inline keyboard button: "
    if not isinstance(button.get("text"), str):
        raise bad_request(f'{broken}Field "text" must be of type String')
    actions = [name for name in ACTIONS if button.get(name)]
    if not actions:
        raise bad_request(f"{broken}Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise ConformityError(f"a button does one thing, not {actions}")
    if not button["text"].strip():
        raise bad_request("BUTTON_TEXT_INVALID")
    if len(str(button.get("callback_data", "")).encode()) > DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    _check_url(button.get("url"))
    return dict(button)


def _check_url(url: str | None) -> None:
    """Telegram takes http, https and tg links whose host looks like one."""
    if url is None:
        return
    parts = urlsplit(url if "://" in url else f"http://{url}")
    named = "." in (parts.hostname or "") or parts.scheme == "tg"
    if parts.scheme not in ("http", "https", "tg") or not named or any(c.isspace() for c in url):
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
