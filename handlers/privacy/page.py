"""The readable page of what is held of somebody, thing by thing of the register."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from content import Html
from content.markup import strip_tags, utf16_length
from content.privacy import Held, Register
from handlers.privacy.cells import Data, Reader, in_words

LONGEST = 3400
"""UTF-16 units of sections; the rest of the 4096 is for what stands around them."""


NAMED_UNDER = {"cafes.id": "cafes"}
"""Columns that say nothing of a person, and the thing of the register under which they name it."""

SAID_WHEN_TRUE = ("committed", "undone")


def page(data: Data, acts: int, register: Register, reader: Reader) -> Html:
    """Return the page: what has a name in ``privacy.columns``; the file holds the rest too.

    ``data`` is what is held of the person themselves; ``acts`` counts what they did for the group.
    """
    words = reader.words
    sections = [_section(held, data, reader) for held in register.held]
    if acts:
        sections.append(words.count("privacy.data.acts", acts))
    shown: list[Html] = []
    for section in filter(None, sections):
        if utf16_length(strip_tags("\n\n".join([*shown, section]))) > LONGEST:
            shown.append(words.text("privacy.data.cut"))
            break
        shown.append(section)
    if not shown:
        shown.append(words.text("privacy.data.nothing"))
    return words.text("privacy.data.page", sections=Html("\n\n".join(shown)))


def _section(held: Held, data: Data, reader: Reader) -> Html:
    records = [
        _lines(table, record, held, reader)
        for table in _tables(held)
        for record in data.get(table, [])
    ]
    lines = Html("\n\n".join(filter(None, records)))
    what = held.what[:1].upper() + held.what[1:]
    return reader.words.text("privacy.data.section", what=what, lines=lines) if lines else Html()


def _tables(held: Held) -> list[str]:
    return list(dict.fromkeys(column.partition(".")[0] for column in held.columns))


def _lines(table: str, record: Mapping[str, Any], held: Held, reader: Reader) -> Html:
    lines = [
        reader.words.text(
            "privacy.data.line",
            name=reader.words.label(key),
            value=Html.quote(in_words(table, column, record, reader)),
        )
        for column, value in record.items()
        if _says_something(column, value) and (key := _name_of(table, column, held, reader))
    ]
    return Html("\n".join(lines))


def _says_something(column: str, value: Any) -> bool:
    return bool(value) if column in SAID_WHEN_TRUE else value not in (None, "")


def _name_of(table: str, column: str, held: Held, reader: Reader) -> str | None:
    """Return the key of a column's name, its table's own first; None where the page leaves it."""
    told_under = NAMED_UNDER.get(f"{table}.{column}")
    if f"{table}.{column}" not in held.columns and told_under != held.id:
        return None
    keys = (f"privacy.columns.{table}_{column}", f"privacy.columns.{column}")
    return next((key for key in keys if key in reader.words.templates), None)
