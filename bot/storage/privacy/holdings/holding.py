"""A holding: rows of one table about somebody, what they are given of them, what is erased."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

ALL = "1"
"""The rows of somebody that an erasure deletes: all of them."""

NO_ONE = "0"
"""Whose the rows are of which nothing in the database says whose they are."""

Why = Mapping[str, str]
"""Why a column is withheld or kept, by column: a key of ``privacy.why``."""


@dataclass(frozen=True, slots=True)
class Holding:
    """The rows of one table that are about somebody, in one of their capacities.

    ``whose`` is an SQL condition over ``:user`` (a Telegram id) and ``:person`` (the keyed hash
    that stands for it). ``given`` are the columns that /mesdonnees gives. ``gone`` is the condition
    on which an erasure deletes a row; ``emptied`` are the columns that it overwrites in the rows
    that stay. ``opened`` names a sealed column: only rows whose text holds the person's id count.
    """

    table: str
    whose: str
    given: tuple[str, ...] = ()
    withheld: Why = field(default_factory=dict)
    gone: str = ""
    emptied: Mapping[str, str] = field(default_factory=dict)
    kept: Why = field(default_factory=dict)
    opened: str = ""


def for_all(why: str, *columns: str) -> dict[str, str]:
    """Return one reason for several columns."""
    return dict.fromkeys(columns, why)
