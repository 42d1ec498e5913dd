"""Says an answer: its text, its source and date, and the buttons that go with it."""

from __future__ import annotations

from datetime import datetime

from bot.storage import faq
from content import Html, Words
from content.faq import Entry
from handlers.buttons import Button, pack
from handlers.context import Context

LABEL = 60
"""Characters of a question on a button, which takes a whole row; a phone shows about 40."""


async def full(entry: Entry, words: Words, context: Context) -> Html:
    """Return an answer as it is given in private."""
    source = await _source(entry, words, context)
    return words.text("faq.answer", question=entry.question, answer=entry.answer, source=source)


async def short(entry: Entry, words: Words, context: Context) -> Html:
    """Return an answer as it is given in the group."""
    source = await _source(entry, words, context)
    return words.text("faq.short_answer", answer=entry.short, source=source)


async def _source(entry: Entry, words: Words, context: Context) -> Html:
    link = {"address": entry.address, "source": entry.source}
    source = words.text("faq.source_link", **link) if entry.address else entry.source
    confirmed_at = await confirmed(entry, context)
    if entry.verify and confirmed_at is None:
        return words.text("faq.to_verify", source=source)
    day = confirmed_at.astimezone(context.community.timezone) if confirmed_at else None
    date = words.date(day.date() if day else entry.checked_on)
    return words.text("faq.checked", source=source, date=date)


async def confirmed(entry: Entry, context: Context) -> datetime | None:
    """Return when a coordinator confirmed an entry as it reads now, or None."""
    found = (await faq.confirmed(context.tx)).get(entry.id)
    stands = found is not None and found.digest == context.community.answers.digest(entry.id)
    return found.at if found and stands else None


def question_button(entry: Entry, language: str) -> Button:
    """Return the button that gives an answer in private."""
    return Button(_label(entry), pack("faq.entry", entry.id, language))


def link_button(entry: Entry, context: Context, label: str = "") -> Button:
    """Return the button that opens an answer in private, from a chat."""
    return Button(label or _label(entry), url=context.community.link(f"faq_{entry.id}"))


def person_button(words: Words, asked: int = 0) -> Button:
    """Return the button that hands a question to a person; without one, it is asked for."""
    return Button(words.label("faq.buttons.person"), pack("faq.person", asked))


def topics_button(words: Words) -> Button:
    """Return the button that shows all topics."""
    return Button(words.label("faq.buttons.all_topics"), pack("faq.topics", words.language))


def topic_button(topic: str, words: Words) -> Button:
    """Return the button of a topic."""
    return Button(words.label(f"topics.buttons.{topic}"), pack("faq.topic", topic, words.language))


def _label(entry: Entry) -> str:
    question = entry.question
    return question if len(question) <= LABEL else question[: LABEL - 1].rstrip() + "…"
