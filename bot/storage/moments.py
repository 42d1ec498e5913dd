"""How moments are written in the database: UTC text that sorts as time does."""

from __future__ import annotations

from datetime import UTC, datetime


def to_text(moment: datetime) -> str:
    """Return an aware datetime as ``2026-11-22T03:12:00.000Z``; refuse a naive one."""
    if moment.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + (
        f"{moment.microsecond // 1000:03d}Z"
    )


def from_text(text: str) -> datetime:
    """Return the aware UTC datetime that :func:`to_text` wrote."""
    return datetime.fromisoformat(text)


def maybe(text: str | None) -> datetime | None:
    """Return :func:`from_text` of a column that may be empty."""
    return None if text is None else from_text(text)
