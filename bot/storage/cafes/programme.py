"""The programme: each café as it is planned, by whom, and in which state."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from bot.community.cafes.line import Setting
from bot.storage.database import Row, Transaction
from bot.storage.moments import from_text, maybe, to_text

TEXTS = ("rule", "city", "address", "link", "theme", "guest", "access", "bring")
"""The columns that hold somebody's words, sealed each for its cell."""


class State(StrEnum):
    """Where a café stands."""

    DRAFT = "draft"
    OPEN = "open"
    """Announced, or waiting for its announcement."""
    CANCELLED = "cancelled"
    HELD = "held"
    """Closed by its host, with its attendance."""
    DROPPED = "dropped"
    """A draft that was thrown away."""


@dataclass(frozen=True, slots=True)
class Cafe:
    """A café. ``address`` and ``link`` are for those who said yes; the rest is for members."""

    id: int
    state: State
    series_id: int | None
    starts_at: datetime | None
    ends_at: datetime | None
    closes_at: datetime | None
    setting: Setting
    theme_id: int | None
    host_id: int | None
    cohost_id: int | None
    capacity: int | None
    sequence: int
    """Grows at each change, as the calendar file wants."""
    told: int
    """The sequence of which those who answered were told."""
    known_start: datetime | None
    """Once it changed: the beginning of which people were told before."""
    not_held_at: datetime | None
    """When somebody said that it did not take place, once it was past; its state is cancelled."""
    carded_at: datetime | None
    """When the newest edit of the group's card leaves, or left."""
    created_by: int
    updated_at: datetime
    rule: str = field(repr=False)
    city: str = field(repr=False)
    address: str = field(repr=False)
    link: str = field(repr=False)
    theme: str = field(repr=False)
    """The theme in a moderator's own words; empty where ``theme_id`` names it."""
    guest: str = field(repr=False)
    access: str = field(repr=False)
    bring: str = field(repr=False)

    @property
    def start(self) -> datetime:
        """When it begins; every café but a draft has a date."""
        return _dated(self.starts_at)

    @property
    def end(self) -> datetime:
        """When it ends."""
        return _dated(self.ends_at)

    @property
    def closes(self) -> datetime:
        """When registration closes: at the beginning, unless said otherwise."""
        return self.closes_at or self.start

    @property
    def fate(self) -> str:
        """What became of it, as words say it: its state, or that it did not take place."""
        return "not_held" if self.not_held_at else self.state

    @property
    def expected_at(self) -> datetime:
        """The earliest beginning that somebody may have in mind: as it is, or as it was told."""
        return min(self.start, self.known_start or self.start)

    @property
    def hosts(self) -> tuple[int, ...]:
        """Who has rights on this café: its host, then its co-host."""
        return tuple(who for who in (self.host_id, self.cohost_id) if who is not None)

    @property
    def uid(self) -> str:
        """What names the café in calendars, all its life."""
        return f"cafe-{self.id}@entraide"


def _dated(moment: datetime | None) -> datetime:
    if moment is None:
        raise ValueError("a draft has no date yet")
    return moment


async def create(tx: Transaction, created_by: int, now: datetime, **values: Any) -> Cafe:
    """Open a draft, or with ``state`` a café of a series."""
    dated = {name: values.pop(name) for name in ("starts_at", "ends_at") if name in values}
    number = await tx.insert(
        "INSERT INTO cafes (state, starts_at, ends_at, created_by, updated_at)"
        " VALUES (?, ?, ?, ?, ?)",
        (
            values.pop("state", State.DRAFT),
            *(_column(dated.get(name)) for name in ("starts_at", "ends_at")),
            created_by,
            to_text(now),
        ),
    )
    if values:
        await update(tx, number, now, **values)
    return await known(tx, number)


async def create_series(tx: Transaction, created_by: int, now: datetime) -> int:
    """Open a series; return its number."""
    return await tx.insert(
        "INSERT INTO cafe_series (created_by, created_at) VALUES (?, ?)", (created_by, to_text(now))
    )


async def update(tx: Transaction, number: int, now: datetime, **values: Any) -> None:
    """Change columns of a café; words are sealed, moments written as the table wants."""
    names = ", ".join(f"{name} = ?" for name in values)
    columns = [
        _sealed(tx, number, name, value) if name in TEXTS else _column(value)
        for name, value in values.items()
    ]
    await tx.write(
        f"UPDATE cafes SET {names}, updated_at = ? WHERE id = ?", (*columns, to_text(now), number)
    )


async def cafe(tx: Transaction, number: int) -> Cafe | None:
    """Return a café in whatever state, or None."""
    row = await tx.row("SELECT * FROM cafes WHERE id = ?", (number,))
    return _cafe(tx, row) if row else None


async def known(tx: Transaction, number: int) -> Cafe:
    """Return a café that is known to be there."""
    found = await cafe(tx, number)
    if found is None:
        raise LookupError(f"no café {number}")
    return found


async def coming(tx: Transaction, now: datetime) -> list[Cafe]:
    """Return the cafés that are open and not over yet, soonest first."""
    rows = await tx.rows(
        "SELECT * FROM cafes WHERE state = 'open' AND ends_at > ? ORDER BY starts_at, id",
        (to_text(now),),
    )
    return [_cafe(tx, row) for row in rows]


async def drafts(tx: Transaction, created_by: int) -> list[Cafe]:
    """Return somebody's drafts, the newest first."""
    rows = await tx.rows(
        "SELECT * FROM cafes WHERE state = 'draft' AND created_by = ? ORDER BY id DESC",
        (created_by,),
    )
    return [_cafe(tx, row) for row in rows]


async def before(tx: Transaction, cafe: Cafe, now: datetime) -> Cafe | None:
    """Return the last café that began before this one and is over or under way, or None."""
    row = await tx.row(
        "SELECT * FROM cafes WHERE state IN ('open', 'held') AND id <> ? AND starts_at <= ?"
        " ORDER BY starts_at DESC LIMIT 1",
        (cafe.id, to_text(min(now, cafe.start))),
    )
    return _cafe(tx, row) if row else None


async def after(tx: Transaction, cafe: Cafe, now: datetime) -> Cafe | None:
    """Return the next café that is announced and not begun, or None."""
    row = await tx.row(
        "SELECT * FROM cafes WHERE state = 'open' AND id <> ? AND starts_at > ?"
        " AND carded_at NOT NULL ORDER BY starts_at LIMIT 1",
        (cafe.id, to_text(now)),
    )
    return _cafe(tx, row) if row else None


async def to_close(tx: Transaction, now: datetime) -> list[Cafe]:
    """Return the cafés that began and whose attendance nobody closed, oldest first."""
    rows = await tx.rows(
        "SELECT * FROM cafes WHERE state = 'open' AND starts_at <= ? ORDER BY starts_at",
        (to_text(now),),
    )
    return [_cafe(tx, row) for row in rows]


async def hosted_by(tx: Transaction, user_id: int, since: datetime) -> list[Cafe]:
    """Return the cafés that somebody hosts and that end after a moment, soonest first."""
    rows = await tx.rows(
        "SELECT * FROM cafes WHERE state IN ('draft', 'open', 'held') AND ends_at > ?"
        " AND ? IN (host_id, cohost_id) ORDER BY starts_at",
        (to_text(since), user_id),
    )
    return [_cafe(tx, row) for row in rows]


async def cities(tx: Transaction) -> tuple[str, ...]:
    """Return the cities where cafés were planned, the latest first, once each."""
    rows = await tx.rows("SELECT id, city FROM cafes WHERE city NOT NULL ORDER BY id DESC LIMIT 60")
    said = (tx.unseal(row["city"], "cafes", "city", row["id"]) for row in rows)
    return tuple(dict.fromkeys(said))


def _sealed(tx: Transaction, number: int, name: str, text: str) -> bytes | None:
    return tx.seal(text, "cafes", name, number) if text else None


def _column(value: Any) -> Any:
    return to_text(value) if isinstance(value, datetime) else value


def _cafe(tx: Transaction, row: Row) -> Cafe:
    words = {
        name: tx.unseal(row[name], "cafes", name, row["id"]) if row[name] else "" for name in TEXTS
    }
    return Cafe(
        id=row["id"],
        state=State(row["state"]),
        series_id=row["series_id"],
        starts_at=maybe(row["starts_at"]),
        ends_at=maybe(row["ends_at"]),
        closes_at=maybe(row["closes_at"]),
        setting=Setting(row["setting"]),
        theme_id=row["theme_id"],
        host_id=row["host_id"],
        cohost_id=row["cohost_id"],
        capacity=row["capacity"],
        sequence=row["sequence"],
        told=row["told"],
        known_start=maybe(row["known_start"]),
        not_held_at=maybe(row["not_held_at"]),
        carded_at=maybe(row["carded_at"]),
        created_by=row["created_by"],
        updated_at=from_text(row["updated_at"]),
        **words,
    )
