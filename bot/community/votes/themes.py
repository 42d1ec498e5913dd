"""Themes: the standing list, the rest after a café, and the order of priority."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

REST_MONTHS = 6
"""How long a theme that was treated leaves room for others."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme of the list: ``id`` is its public number, ``treated_on`` its last café.

    The proposal is known by its day alone: an hour could tell who made it.
    """

    id: int
    title: str
    proposed_on: date
    treated_on: date | None = None


def rests_until(treated_on: date) -> date:
    """Return the first day when a theme may be voted on again: the same day six months later."""
    months = treated_on.month - 1 + REST_MONTHS
    year, month = treated_on.year + months // 12, months % 12 + 1
    return date(year, month, min(treated_on.day, calendar.monthrange(year, month)[1]))


def is_resting(theme: Theme, today: date) -> bool:
    """Tell whether a theme was treated less than six months ago; ``today`` is the local day."""
    return theme.treated_on is not None and today < rests_until(theme.treated_on)


def priority(themes: Iterable[Theme], interest: Mapping[int, int], today: date) -> list[Theme]:
    """Return the list by priority: the most wanted first, the resting ones last.

    ``interest`` counts, by theme, the voices received since it was last treated. Between equals,
    the one that has waited longest, then the earlier proposal, then the smaller number.
    """
    return sorted(
        themes,
        key=lambda theme: (
            is_resting(theme, today),
            -interest.get(theme.id, 0),
            theme.treated_on or date.min,
            theme.proposed_on,
            theme.id,
        ),
    )


def carried_over(interest: Mapping[int, int], voices: Mapping[int, int]) -> dict[int, int]:
    """Return the interest after a vote: what a theme had, and the voices it just received.

    It lasts until the theme is treated; the caller then puts it back to zero.
    """
    return {
        theme: interest.get(theme, 0) + voices.get(theme, 0)
        for theme in sorted({*interest, *voices})
    }
