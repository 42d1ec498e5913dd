"""Buttons: the one codec that builds, length-checks and parses callback data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

LONGEST = 64
"""Bytes; https://core.telegram.org/bots/api#inlinekeyboardbutton."""

WIDEST = 60
"""Characters of a label, without the sign that it goes on."""

_DATA = re.compile(r"(?P<name>[a-z_]+\.[a-z_]+)(?P<args>(?::[a-z0-9_-]{1,32}){0,4})", re.ASCII)

_FIGURES = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Press:
    """What a press says: the button's name and its arguments, none of which is to be trusted."""

    name: str
    args: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Button:
    """A button with its label and either callback data or an address."""

    label: str
    data: str = ""
    url: str = ""

    def markup(self) -> dict[str, str]:
        """Return the button as the Bot API wants it."""
        key, value = ("url", self.url) if self.url else ("callback_data", self.data)
        return {"text": self.label, key: value}


Rows = Sequence[Sequence[Button]]


def fitting(label: str) -> str:
    """Return a label as a phone shows it: a long one is cut after a word, and says so."""
    if len(label) <= WIDEST:
        return label
    return f"{label[:WIDEST].rpartition(' ')[0] or label[: WIDEST - 1]}…"


def pack(name: str, *args: object) -> str:
    """Return the callback data of a button, ``noun.verb:arg:arg``; raise ValueError if too long."""
    data = ":".join((name, *(str(arg) for arg in args)))
    if len(data.encode()) > LONGEST or not _DATA.fullmatch(data):
        raise ValueError(f"not callback data: {data!r}")
    return data


def unpack(data: str | None) -> Press | None:
    """Return what callback data says, or None where this bot cannot have written it."""
    match = _DATA.fullmatch(data or "")
    if match is None or len((data or "").encode()) > LONGEST:
        return None
    return Press(match["name"], tuple(match["args"].split(":")[1:]))


def number(args: Sequence[str], index: int = 0) -> int | None:
    """Return an argument as a row number, or None where it is none."""
    text = args[index] if len(args) > index else ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else None


def joined(numbers: Iterable[int]) -> str:
    """Return up to 16 row numbers as one argument, two characters of base 36 each."""
    return "".join(_FIGURES[n // 36] + _FIGURES[n % 36] for n in sorted(numbers)) or "-"


def numbers(args: Sequence[str], index: int = 0) -> frozenset[int]:
    """Return the row numbers that :func:`joined` put into an argument, none where it did not."""
    text = args[index] if len(args) > index else ""
    if len(text) % 2 or not set(text) <= set(_FIGURES):
        return frozenset()
    return frozenset(int(text[at : at + 2], 36) for at in range(0, len(text), 2))


def keyboard(rows: Rows) -> dict[str, Any]:
    """Return rows of buttons as an inline keyboard."""
    return {"inline_keyboard": [[button.markup() for button in row] for row in rows if row]}


def column(buttons: Iterable[Button]) -> list[list[Button]]:
    """Return one button a row: long labels stay readable on a phone."""
    return [[button] for button in buttons]
