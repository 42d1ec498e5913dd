"""The year's table: the evenings that were closed and the years before the bot, as they are."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, tzinfo

from bot.community.cafes.attendance import Headings, Row, Table
from bot.storage import themes
from bot.storage.cafes import attendance, programme
from bot.storage.database import Transaction
from content import Html, Words
from handlers.cafes import saying

FIRST_MONTH = 4
"""The organisation's year begins in April: its report closes on 31 March."""


def year_of(day: date) -> int:
    """Return the year in which the organisation's year of a day began."""
    return day.year - (day.month < FIRST_MONTH)


async def rows(tx: Transaction, words: Words, zone: tzinfo) -> list[Row]:
    """Return the row of every café known, in the order of their dates."""
    found = await attendance.past(tx)
    for cafe_id, figures in await attendance.closed(tx):
        cafe = await programme.known(tx, cafe_id)
        theme = cafe.theme
        if cafe.theme_id is not None and (listed := await themes.theme(tx, cafe.theme_id)):
            theme = saying.theme_title(listed, words)
        day = cafe.start.astimezone(zone).date()
        found.append(Row(day, saying.place(cafe, words), figures.total, figures.counts, theme))
    return sorted(found, key=lambda row: row.day)


async def table(tx: Transaction, rows: list[Row]) -> Table:
    """Return the table of some rows, with the totals of a past report where they are its rows."""
    if not rows:
        return Table(())
    reported = await attendance.reported(tx, rows[0].day, rows[-1].day, len(rows))
    return Table(tuple(rows), reported)


def headings(words: Words, *, short: bool = False) -> Headings:
    """Return the words of the table: in full for files, short for a phone."""
    where = "table" if short else "columns"
    names = (field.name for field in fields(Headings))
    return Headings(**{name: words.label(f"cafes.{where}.{name}") for name in names})


def differences(table: Table, words: Words) -> list[Html]:
    """Return, a sentence each, where a past report's totals are not those of its rows."""
    return [
        words.text(
            "cafes.table.difference",
            what=words.label(f"cafes.columns.{one.group or 'total'}"),
            reported=one.reported,
            counted=one.counted,
        )
        for one in table.differences
    ]
