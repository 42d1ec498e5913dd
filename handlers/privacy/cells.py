"""The cells of the readable page in words: what a number, a key or a flag means to its person."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, tzinfo
from typing import Any

from bot.storage import themes
from bot.storage.cafes import programme
from bot.storage.cafes.programme import Cafe
from bot.storage.moments import from_text
from content import Content, Words
from handlers.context import Context
from moderation.conduct.ladder import Step

Record = Mapping[str, Any]
Data = Mapping[str, list[dict[str, Any]]]

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Reader:
    """Whom cells are read to: their words, their time, and what the numbers of their data name."""

    content: Content
    words: Words
    timezone: tzinfo
    themes: Mapping[int, str]
    cafes: Mapping[int, str]


async def reader_of(data: Data, words: Words, context: Context) -> Reader:
    """Return the reader of somebody's data, the themes and cafés in it looked up."""
    zone = context.community.timezone
    themes_met = set(_met(data, "theme_id"))
    for draft in data.get("vote_drafts", []):
        themes_met.update(json.loads(draft["themes"]))
    known = await themes.some(context.tx, sorted(themes_met))
    titles = {
        number: words.label(f"themes.starting.{theme.key}") if theme.key else theme.title or ""
        for number, theme in known.items()
    }
    numbers = {*_met(data, "cafe_id"), *(record["id"] for record in data.get("cafes", []))}
    met = [await programme.cafe(context.tx, number) for number in sorted(numbers)]
    cafes = {cafe.id: _cafe(cafe, words, zone) for cafe in met if cafe is not None}
    return Reader(context.community.content, words, zone, titles, cafes)


def _met(data: Data, column: str) -> list[int]:
    return [r[column] for records in data.values() for r in records if r.get(column) is not None]


def _cafe(cafe: Cafe, words: Words, timezone: tzinfo) -> str:
    """Return when and where a café is, as far as it is known."""
    when = words.moment(cafe.starts_at.astimezone(timezone)) if cafe.starts_at else ""
    place = cafe.city or words.label("cafes.place_to_come")
    return words.label("privacy.data.cafe_label", when=when, place=place) if when else place


def in_words(table: str, column: str, record: Record, reader: Reader) -> str:
    """Return what a cell of a record says to its person; the text itself where it is a text."""
    value = record[column]
    read = READ.get(f"{table}.{column}") or READ.get(column)
    if read is not None:
        return read(value, record, reader)
    key = f"privacy.values.{column}.{value}"
    if key in reader.words.templates:
        return reader.words.label(key)
    text = str(value)
    if _MOMENT.fullmatch(text):
        return reader.words.date(from_text(text).astimezone(reader.timezone).date())
    return reader.words.date(date.fromisoformat(text)) if _DAY.fullmatch(text) else text


Read = Callable[[Any, Record, Reader], str]


def _label(prefix: str, suffix: str = "") -> Read:
    """Return what reads a key of content by its label; an old key, gone from it, stays as it is."""

    def read(value: Any, record: Record, reader: Reader) -> str:
        key = f"{prefix}.{value}{suffix}"
        return reader.words.label(key) if key in reader.words.templates else str(value)

    return read


def _theme(value: Any, record: Record, reader: Reader) -> str:
    return reader.themes.get(value, "—")


def _themes(value: Any, record: Record, reader: Reader) -> str:
    return "; ".join(reader.themes.get(number, "—") for number in json.loads(value))


def _cafe_named(value: Any, record: Record, reader: Reader) -> str:
    return reader.cafes.get(value, "—")


def _question(value: Any, record: Record, reader: Reader) -> str:
    questions = reader.content.screening(reader.words.language).questions
    return next((q.title for q in questions if q.id == value), str(value))


def _choice(value: Any, record: Record, reader: Reader) -> str:
    questions = reader.content.screening(reader.words.language).questions
    choices = [c for q in questions if q.id == record["question"] for c in q.choices]
    return next((c.label for c in choices if c.id == value), str(value))


def _region(value: Any, record: Record, reader: Reader) -> str:
    regions = reader.content.screening(reader.words.language).regions
    return next((region.label for region in regions if region.id == value), str(value))


def _reason(value: Any, record: Record, reader: Reader) -> str:
    reasons = reader.content.reasons(reader.words.language)
    return next((reason.label for reason in reasons if reason.id == value), str(value))


def _answer_shown(value: Any, record: Record, reader: Reader) -> str:
    entries = reader.content.faq(reader.words.language)
    return next((entry.question for entry in entries if entry.id == value), str(value))


def _article(value: Any, record: Record, reader: Reader) -> str:
    articles = reader.content.code(reader.words.language).articles
    return next((f"{a.number}. {a.title}" for a in articles if a.number == value), str(value))


def _step(value: Any, record: Record, reader: Reader) -> str:
    return reader.words.label(f"conduct.steps.{Step(value).name.lower()}")


def _language(value: Any, record: Record, reader: Reader) -> str:
    known = value in reader.content.languages
    return reader.content.words(value).label("common.language_label") if known else str(value)


def _yes_or_no(value: Any, record: Record, reader: Reader) -> str:
    return reader.words.label(f"privacy.data.{'yes' if value else 'no'}_label")


READ: Mapping[str, Read] = {
    "theme_id": _theme,
    "vote_drafts.themes": _themes,
    "cafe_id": _cafe_named,
    "cafes.id": _cafe_named,
    "answers.question": _question,
    "choice": _choice,
    "region": _region,
    "applications.reason": _reason,
    "proposals.reason": _label("themes.reasons.buttons"),
    "entry": _answer_shown,
    "article": _article,
    "rule": _label("conduct.rules"),
    "step": _step,
    "category": _label("reports.categories"),
    "purpose": _label("privacy.consents.purposes"),
    "protections.kind": _label("privacy.protection.kinds"),
    "relation": _label("privacy.correct.relations", "_label"),
    "language": _language,
    **dict.fromkeys(("silent", "committed", "granted", "undone", "inside"), _yes_or_no),
}
"""What is read otherwise than as a text, a date, or a word of ``privacy.values``."""
