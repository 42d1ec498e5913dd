"""Requests to join: where each stands, what was decided, the way in."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.storage.database import Row, Transaction
from bot.storage.moments import from_text, maybe, to_text
from bot.storage.persons import person_hash
from moderation.screening.decisions import Status


@dataclass(frozen=True, slots=True)
class Application:
    """A request to join, without its answers. ``user_id`` is None once it was forgotten."""

    id: int
    user_id: int
    status: Status
    step: str
    join_request: bool
    """Whether Telegram holds a join request of this person, to approve or decline."""
    statistics: bool | None
    region: str | None
    code_digest: str | None
    opened_at: datetime
    sent_at: datetime | None
    flagged: bool
    review: dict[str, Any] = field(repr=False)
    taken_by: int | None
    decided_at: datetime | None
    decided_by: int | None
    reason: str | None
    comes_back_at: datetime | None
    entered_at: datetime | None
    link: str | None = field(repr=False)
    link_expires_at: datetime | None

    @property
    def reference(self) -> str:
        """The name moderators know the file by."""
        return reference(self.id)


OPEN = "('invited', 'draft', 'sent', 'asked')"
"""The states of a request that goes on, as SQL reads them."""


_WAITING = "('sent', 'asked')"


def reference(number: int) -> str:
    """Return the name moderators know a file by."""
    return f"D-{number}"


async def open_application(
    tx: Transaction, user_id: int, status: Status, now: datetime, *, join_request: bool = False
) -> Application:
    """Open a file; the caller has made sure that the person has no other open one."""
    number = await tx.insert(
        "INSERT INTO applications (user_id, person, status, join_request, opened_at)"
        " VALUES (?, ?, ?, ?, ?)",
        (user_id, person_hash(tx, user_id), status, int(join_request), to_text(now)),
    )
    found = await application(tx, number)
    if found is None:
        raise LookupError(f"application {number} vanished")
    return found


async def application(tx: Transaction, number: int) -> Application | None:
    """Return a file by its number, unless it was forgotten."""
    row = await tx.row("SELECT * FROM applications WHERE id = ? AND user_id NOT NULL", (number,))
    return _application(tx, row) if row else None


async def latest(tx: Transaction, user_id: int) -> Application | None:
    """Return a person's newest file."""
    row = await tx.row(
        "SELECT * FROM applications WHERE user_id = ? ORDER BY id DESC LIMIT 1", (user_id,)
    )
    return _application(tx, row) if row else None


async def numbers_of(tx: Transaction, user_id: int) -> list[int]:
    """Return the numbers of all the files that bear a person's name."""
    found = await tx.rows("SELECT id FROM applications WHERE user_id = ? ORDER BY id", (user_id,))
    return [row["id"] for row in found]


async def refused_until(tx: Transaction, user_id: int, now: datetime) -> datetime | None:
    """Return until when a person may not ask again, also once their file is forgotten."""
    row = await tx.row(
        "SELECT MAX(comes_back_at) FROM applications"
        " WHERE person = ? AND status = 'refused' AND comes_back_at > ?",
        (person_hash(tx, user_id), to_text(now)),
    )
    return maybe(row[0]) if row else None


async def refused_before(tx: Transaction, file: Application) -> Application | None:
    """Return the same person's newest refused file, where there is one."""
    row = await tx.row(
        "SELECT * FROM applications WHERE person = ? AND id < ? AND status = 'refused'"
        " ORDER BY id DESC LIMIT 1",
        (person_hash(tx, file.user_id), file.id),
    )
    return _application(tx, row) if row else None


async def waiting(tx: Transaction) -> list[Application]:
    """Return the files that wait for a decision, the oldest first."""
    found = await tx.rows(
        f"SELECT * FROM applications WHERE status IN {_WAITING} ORDER BY sent_at, id"
    )
    return [_application(tx, row) for row in found]


async def awaited_inside(tx: Transaction) -> list[Application]:
    """Return the files of who is accepted and has not come in, the oldest first."""
    found = await tx.rows(
        "SELECT * FROM applications WHERE status = 'accepted' AND entered_at IS NULL"
        " AND user_id NOT NULL ORDER BY id"
    )
    return [_application(tx, row) for row in found]


async def requests_since(tx: Transaction, moment: datetime) -> int:
    """Return how many requests came since a moment: files sent, and join requests on Telegram."""
    at = to_text(moment)
    row = await tx.row(
        "SELECT COUNT(*) FROM applications"
        " WHERE sent_at >= ? OR (join_request = 1 AND opened_at >= ?)",
        (at, at),
    )
    return row[0] if row else 0


async def newer(tx: Transaction, file: Application) -> list[Application]:
    """Return the files that the same person opened after this one."""
    found = await tx.rows(
        "SELECT * FROM applications WHERE user_id = ? AND id > ?", (file.user_id, file.id)
    )
    return [_application(tx, row) for row in found]


async def discard(tx: Transaction, number: int) -> None:
    """Delete a file that was never sent, with its answers."""
    await tx.write("DELETE FROM answers WHERE application_id = ?", (number,))
    await tx.write("DELETE FROM applications WHERE id = ?", (number,))


async def count_by_status(tx: Transaction) -> dict[Status, int]:
    """Return how many files are in each state."""
    found = await tx.rows("SELECT status, COUNT(*) FROM applications GROUP BY status")
    return {Status(row[0]): row[1] for row in found}


async def update(tx: Transaction, number: int, **columns: Any) -> None:
    """Change columns of a file; moments, flags and statuses are written as the table wants."""
    names = ", ".join(f"{name} = ?" for name in columns)
    values = [_column(value) for value in columns.values()]
    await tx.write(f"UPDATE applications SET {names} WHERE id = ?", (*values, number))


async def set_link(
    tx: Transaction, number: int, link: str | None, expires_at: datetime | None
) -> None:
    """Keep the one-time link of an accepted file, or forget it."""
    sealed = tx.seal(link, "applications", "link", number) if link else None
    await update(tx, number, link=sealed, link_expires_at=expires_at)


async def by_link(tx: Transaction, link: str) -> Application | None:
    """Return the file that a one-time link was made for, or None."""
    found = await tx.rows(
        "SELECT * FROM applications WHERE link NOT NULL AND user_id NOT NULL ORDER BY id DESC"
    )
    files = (_application(tx, row) for row in found)
    return next((file for file in files if file.link == link), None)


async def set_review(tx: Transaction, number: int, review: Mapping[str, Any]) -> None:
    """Keep what the review of a file found; its excerpts are the person's own words."""
    text = json.dumps(review, ensure_ascii=False)
    await update(tx, number, review=tx.seal(text, "applications", "review", number))


async def newcomers(tx: Transaction) -> int:
    """Return how many came in since the group last heard of newcomers."""
    row = await tx.row(
        "SELECT COUNT(*) FROM applications WHERE entered_at NOT NULL AND announced = 0"
    )
    return row[0] if row else 0


async def mark_announced(tx: Transaction) -> None:
    """Note that the group heard of everyone who came in."""
    await tx.write(
        "UPDATE applications SET announced = 1 WHERE entered_at NOT NULL AND announced = 0"
    )


def _column(value: Any) -> Any:
    match value:
        case datetime():
            return to_text(value)
        case bool():
            return int(value)
    return value


def _application(tx: Transaction, row: Row) -> Application:
    number = row["id"]
    link = tx.unseal(row["link"], "applications", "link", number) if row["link"] else None
    review = tx.unseal(row["review"], "applications", "review", number) if row["review"] else "{}"
    return Application(
        id=number,
        user_id=row["user_id"],
        status=Status(row["status"]),
        step=row["step"],
        join_request=bool(row["join_request"]),
        statistics=None if row["statistics"] is None else bool(row["statistics"]),
        region=row["region"],
        code_digest=row["code_digest"],
        opened_at=from_text(row["opened_at"]),
        sent_at=maybe(row["sent_at"]),
        flagged=bool(row["flagged"]),
        review=json.loads(review),
        taken_by=row["taken_by"],
        decided_at=maybe(row["decided_at"]),
        decided_by=row["decided_by"],
        reason=row["reason"],
        comes_back_at=maybe(row["comes_back_at"]),
        entered_at=maybe(row["entered_at"]),
        link=link,
        link_expires_at=maybe(row["link_expires_at"]),
    )
