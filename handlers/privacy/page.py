"""The readable page of what is held of somebody, thing by thing of the register."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import tzinfo
from typing import Any

from bot.storage.moments import from_text
from content import Html, Words
from content.markup import strip_tags, utf16_length
from content.privacy import Held, Register

LONGEST = 3400
"""UTF-16 units of sections; the rest of the 4096 is for what stands around them."""

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")

Data = Mapping[str, list[dict[str, Any]]]


def page(data: Data, register: Register, words: Words, timezone: tzinfo) -> Html:
    """Return the page: what has a name in ``privacy.columns``; the file holds the rest too."""
    sections = [_section(held, data, words, timezone) for held in register.held]
    shown: list[Html] = []
    for section in filter(None, sections):
        if utf16_length(strip_tags("\n\n".join([*shown, section]))) > LONGEST:
            shown.append(words.text("privacy.data.cut"))
            break
        shown.append(section)
    if not shown:
        shown.append(words.text("privacy.data.nothing"))
    return words.text("privacy.data.page", sections=Html("\n\n".join(shown)))


def _section(held: Held, data: Data, words: Words, timezone: tzinfo) -> Html:
    records = [
        _lines({c: v for c, v in record.items() if f"{table}.{c}" in held.columns}, words, timezone)
        for table in _tables(held)
        for record in data.get(table, [])
    ]
    lines = Html("\n\n".join(filter(None, records)))
    return words.text("privacy.data.section", what=held.what, lines=lines) if lines else Html()


def _tables(held: Held) -> list[str]:
    return list(dict.fromkeys(column.partition(".")[0] for column in held.columns))


def _lines(record: Mapping[str, Any], words: Words, timezone: tzinfo) -> Html:
    lines = [
        words.text(
            "privacy.data.line",
            name=words.label(f"privacy.columns.{column}"),
            value=_value(value, words, timezone),
        )
        for column, value in record.items()
        if value not in (None, "") and f"privacy.columns.{column}" in words.templates
    ]
    return Html("\n".join(lines))


def _value(value: Any, words: Words, timezone: tzinfo) -> Html:
    text = str(value)
    if _MOMENT.fullmatch(text):
        moment = from_text(text).astimezone(timezone)
        return Html(words.date(moment.date()))
    return Html.quote(text)
