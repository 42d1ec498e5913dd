"""How a café is said: its date in full, its place, its theme, what to know before coming."""

from __future__ import annotations

from datetime import date, datetime

from bot.community.cafes.line import Setting
from bot.storage import themes
from bot.storage.cafes.programme import Cafe
from bot.storage.themes import Theme
from content import Html, Words
from handlers.context import Context


def when(cafe: Cafe, words: Words, context: Context) -> str:
    """Return the date in full with its hours: "mercredi 20 janvier 2027, de 19 h à 21 h"."""
    return period(cafe.start, cafe.end, words, context)


def period(start: datetime, end: datetime, words: Words, context: Context) -> str:
    """Return a date in full with its hours."""
    begins, ends = local(start, context), local(end, context)
    hours = {"start": words.time(begins), "end": words.time(ends)}
    return words.label("cafes.period", date=words.date(begins.date()), **hours)


def moment(at: datetime, words: Words, context: Context) -> str:
    """Return a day and an hour, short: "mercredi 20 janvier, 19 h"."""
    return words.moment(local(at, context))


def local(at: datetime, context: Context) -> datetime:
    """Return a moment by the community's own time."""
    return at.astimezone(context.community.timezone)


def countdown(day: date, words: Words, context: Context) -> str:
    """Return how far a day is: "aujourd'hui", "demain", "dans 5 jours"."""
    days = (day - context.today).days
    if days <= 1:
        return words.label("cafes.in.today" if days <= 0 else "cafes.in.tomorrow")
    return words.label("cafes.in.days", n=days)


def place(cafe: Cafe, words: Words) -> str:
    """Return what everyone may know of the place."""
    online = words.label("cafes.online")
    if cafe.setting is Setting.ONLINE:
        return online
    city = cafe.city or words.label("cafes.place_to_come")
    both = cafe.setting is Setting.BOTH
    return words.label("cafes.both", city=city, online=online) if both else city


async def theme(cafe: Cafe, words: Words, context: Context) -> str:
    """Return the theme, or nothing while there is none."""
    if cafe.theme_id is None:
        return cafe.theme
    found = await themes.theme(context.tx, cafe.theme_id)
    return theme_title(found, words) if found else ""


def theme_title(theme: Theme, words: Words) -> str:
    """Return how the list calls a theme."""
    return words.label(f"themes.starting.{theme.key}") if theme.key else theme.title or ""


async def details(cafe: Cafe, words: Words, context: Context, *, counting: bool = True) -> Html:
    """Return what every member may know, a line each.

    ``counting`` says how far the day is: for what is kept up to date, or read at once.
    """
    date_line = words.text("cafes.lines.date", when=when(cafe, words, context))
    if counting and local(cafe.start, context).date() >= context.today:
        days = countdown(local(cafe.start, context).date(), words, context)
        date_line = words.text("cafes.lines.when", when=when(cafe, words, context), countdown=days)
    lines = [date_line, words.text("cafes.lines.place", place=place(cafe, words))]
    known = {
        "theme": await theme(cafe, words, context),
        "guest": cafe.guest,
        "access": cafe.access,
        "bring": cafe.bring,
    }
    lines += [
        words.text(f"cafes.lines.{key}", value=value) for key, value in known.items() if value
    ]
    if cafe.closes_at is not None and cafe.closes_at > context.now:
        closes = moment(cafe.closes_at, words, context)
        lines.append(words.text("cafes.lines.closing", value=closes))
    return Html("\n".join(lines))
