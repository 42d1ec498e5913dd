"""The themes: what cafés may be about, how wished for each is, when it was last treated."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from bot.community.members import Place
from bot.storage.database import Row, Transaction
from bot.storage.moments import from_text, to_text


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme; ``key`` names a starting theme's words in content, any other has a ``title``.

    ``interest`` counts the voices since it was last treated.
    """

    id: int
    key: str | None
    title: str | None
    interest: int
    treated_on: date | None
    added_at: datetime


async def add_starting(tx: Transaction, keys: Iterable[str], now: datetime) -> None:
    """Take the starting themes in, once each, in their order."""
    for key in keys:
        await tx.write(
            "INSERT INTO themes (key, added_at) VALUES (?, ?) ON CONFLICT (key) DO NOTHING",
            (key, to_text(now)),
        )


async def add(tx: Transaction, title: str, day: datetime) -> int:
    """Take a proposed theme in; return its number.

    ``day`` is the beginning of a local day: an hour could tell who proposed it.
    """
    return await tx.insert(
        "INSERT INTO themes (title, added_at) VALUES (?, ?)", (title, to_text(day))
    )


async def standing(tx: Transaction) -> tuple[Theme, ...]:
    """Return the themes that stand, the most wished for first, then the oldest."""
    rows = await tx.rows("SELECT * FROM themes WHERE state = 'standing' ORDER BY interest DESC, id")
    return tuple(_theme(row) for row in rows)


async def theme(tx: Transaction, theme_id: int) -> Theme | None:
    """Return a theme, standing or not."""
    row = await tx.row("SELECT * FROM themes WHERE id = ?", (theme_id,))
    return _theme(row) if row else None


async def some(tx: Transaction, ids: Collection[int]) -> dict[int, Theme]:
    """Return themes by their numbers, in the order asked, standing or not."""
    marks = ",".join("?" * len(ids))
    rows = await tx.rows(f"SELECT * FROM themes WHERE id IN ({marks})", tuple(ids))
    found = {row["id"]: _theme(row) for row in rows}
    return {theme_id: found[theme_id] for theme_id in ids if theme_id in found}


async def is_voted_on(tx: Transaction, theme_id: int) -> bool:
    """Tell whether a vote was ever about a theme."""
    row = await tx.row("SELECT 1 FROM vote_themes WHERE theme_id = ? LIMIT 1", (theme_id,))
    return row is not None


async def withdraw(tx: Transaction, theme_id: int) -> None:
    """Take a theme off the list."""
    await tx.write("UPDATE themes SET state = 'withdrawn' WHERE id = ?", (theme_id,))
    await tx.write("DELETE FROM theme_supporters WHERE theme_id = ?", (theme_id,))


async def set_interest(tx: Transaction, interest: Mapping[int, int]) -> None:
    """Keep how many voices each theme has."""
    await tx.write_many(
        "UPDATE themes SET interest = ? WHERE id = ?",
        [(voices, theme_id) for theme_id, voices in interest.items()],
    )


async def mark_treated(tx: Transaction, theme_id: int, on: date) -> None:
    """Note the day a café was about a theme; an earlier day never replaces a later one.

    The interest begins again at nothing: it was answered.
    """
    await tx.write(
        "UPDATE themes SET treated_on = ?, interest = 0"
        " WHERE id = ? AND (treated_on IS NULL OR treated_on < ?)",
        (on.isoformat(), theme_id, on.isoformat()),
    )


# Who wants to be told


async def support(tx: Transaction, theme_id: int, user_id: int) -> None:
    """Note that somebody wants to be told when a theme is taken up. It is no ballot."""
    await tx.write(
        "INSERT OR IGNORE INTO theme_supporters (theme_id, person, user_id) VALUES (?, ?, ?)",
        (
            theme_id,
            _supporter(tx, theme_id, user_id),
            tx.seal(str(user_id), "theme_supporters", "user_id", theme_id),
        ),
    )


async def leave(tx: Transaction, theme_id: int, user_id: int) -> None:
    """Note that somebody does not want to be told of a theme any more."""
    await tx.write(
        "DELETE FROM theme_supporters WHERE theme_id = ? AND person = ?",
        (theme_id, _supporter(tx, theme_id, user_id)),
    )


async def supported_by(tx: Transaction, user_id: int, among: Iterable[int]) -> frozenset[int]:
    """Return which of these themes somebody wants to be told of."""
    hashes = {_supporter(tx, theme_id, user_id): theme_id for theme_id in among}
    marks = ",".join("?" * len(hashes))
    found = await tx.rows(
        f"SELECT person FROM theme_supporters WHERE person IN ({marks})", tuple(hashes)
    )
    return frozenset(hashes[row[0]] for row in found)


async def supporters(tx: Transaction, theme_id: int) -> list[int]:
    """Return who wants to be told of a theme."""
    found = await tx.rows(
        "SELECT user_id FROM theme_supporters WHERE theme_id = ? ORDER BY person", (theme_id,)
    )
    return [int(tx.unseal(row[0], "theme_supporters", "user_id", theme_id)) for row in found]


async def forget_supporters(tx: Transaction, theme_id: int) -> None:
    """Forget who wanted to be told of a theme: they were told."""
    await tx.write("DELETE FROM theme_supporters WHERE theme_id = ?", (theme_id,))


async def forget_gone(tx: Transaction) -> int:
    """Forget the supporters who are no longer in the group; return how many rows went."""
    found = await tx.rows(
        "SELECT user_id FROM memberships WHERE place = ? AND status NOT IN ('left', 'banned')",
        (Place.GROUP,),
    )
    inside = {row[0] for row in found}
    rows = await tx.rows("SELECT theme_id, person, user_id FROM theme_supporters")
    gone = [
        (theme_id, person)
        for theme_id, person, sealed in rows
        if int(tx.unseal(sealed, "theme_supporters", "user_id", theme_id)) not in inside
    ]
    return await tx.write_many(
        "DELETE FROM theme_supporters WHERE theme_id = ? AND person = ?", gone
    )


def _supporter(tx: Transaction, theme_id: int, user_id: int) -> bytes:
    return tx.keyed_hash("theme supporter", theme_id, user_id)


def _theme(row: Row) -> Theme:
    treated = date.fromisoformat(row["treated_on"]) if row["treated_on"] else None
    added = from_text(row["added_at"])
    return Theme(row["id"], row["key"], row["title"], row["interest"], treated, added)
