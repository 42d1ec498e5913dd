"""How a theme is named: starting themes by the content, the others as they were proposed."""

from __future__ import annotations

from collections.abc import Collection
from datetime import tzinfo

from bot.community.votes.themes import Theme, priority
from bot.storage import themes
from bot.storage.themes import Theme as StoredTheme
from content import Words
from handlers.context import Context

ON_A_BUTTON = 36
"""Characters of a title on a button: a phone cuts more, and the text above says it whole."""


def title(theme: StoredTheme, words: Words) -> str:
    """Return a theme's title in a language."""
    key = f"themes.starting.{theme.key}"
    if theme.title is not None:
        return theme.title
    return words.label(key) if key in words.templates else str(theme.key)


async def titles(ids: Collection[int], words: Words, context: Context) -> dict[int, str]:
    """Return the titles of themes by their numbers."""
    found = await themes.some(context.tx, ids)
    return {theme_id: title(theme, words) for theme_id, theme in found.items()}


def short(text: str) -> str:
    """Return a title as it goes on a button."""
    return text if len(text) <= ON_A_BUTTON else f"{text[: ON_A_BUTTON - 1].rstrip()}…"


def as_listed(theme: StoredTheme, words: Words, zone: tzinfo) -> Theme:
    """Return a theme as the rules read it; the proposal is a local day."""
    day = theme.added_at.astimezone(zone).date()
    return Theme(theme.id, title(theme, words), day, theme.treated_on)


async def by_priority(words: Words, context: Context) -> list[Theme]:
    """Return the standing themes, the most wished for first, the resting ones last."""
    stored = await themes.standing(context.tx)
    listed = [as_listed(theme, words, context.community.timezone) for theme in stored]
    return priority(listed, {theme.id: theme.interest for theme in stored}, context.today)
