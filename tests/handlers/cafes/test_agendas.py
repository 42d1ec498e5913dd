"""The calendar file after a move and a cancellation, as two other readers open it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

import vobject
from ical.calendar_stream import IcsCalendarStream

from bot.simulator.models import Person
from tests.handlers.cafes.salon import Salon


@dataclass(frozen=True)
class Seen:
    """What a reader shows of an event."""

    uid: str
    sequence: int
    start: datetime
    end: datetime
    status: str
    location: str


def files(salon: Salon, person: Person) -> list[bytes]:
    sent = [m.raw["document"] for m in salon.world.seen(person) if "document" in m.raw]
    return [salon.world.files[document["file_id"]] for document in sent]


def by_vobject(content: bytes) -> Seen:
    event = vobject.readOne(content.decode()).vevent
    return Seen(
        event.uid.value,
        int(event.sequence.value),
        event.dtstart.value.astimezone(UTC),
        event.dtend.value.astimezone(UTC),
        event.status.value,
        event.location.value,
    )


def by_ical(content: bytes) -> Seen:
    (event,) = IcsCalendarStream.calendar_from_ics(content.decode()).events
    return Seen(
        str(event.uid),
        event.sequence or 0,
        event.dtstart.astimezone(UTC),
        event.dtend.astimezone(UTC),
        str(event.status.value if event.status else ""),
        event.location or "",
    )


def read(content: bytes) -> Seen:
    """Read a file with both, which agree, and look at its lines."""
    assert by_vobject(content) == by_ical(content)
    assert content.endswith(b"\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    return by_vobject(content)


async def test_a_move_then_a_cancellation_follow_in_every_calendar(salon: Salon) -> None:
    zoe = await salon.member("Zoé")
    await salon.prepares()
    await salon.chooses(salon.marc, "cafes.fields.address")
    await salon.says(salon.marc, "Centre « Les Pins », 12, rue des Pins; local 3")
    await salon.chooses(salon.marc, "cafes.buttons.announce")
    await salon.answers(zoe, "yes")
    await salon.chooses(zoe, "cafes.buttons.calendar")
    await salon.chooses(salon.marc, "cafes.buttons.edit")
    await salon.chooses(salon.marc, "cafes.fields.when")
    await salon.says(salon.marc, "2026-12-10 20:00 - 22:30")
    await salon.chooses(salon.marc, "cafes.buttons.right")
    await salon.wait(minutes=6)
    await salon.chooses(salon.marc, "cafes.buttons.cancel_cafe")
    await salon.chooses(salon.marc, "cafes.buttons.cancel_yes")
    first, moved, cancelled = [read(content) for content in files(salon, zoe)]

    assert first.uid == moved.uid == cancelled.uid
    assert first.sequence < moved.sequence < cancelled.sequence
    assert (first.start, first.end) == (
        datetime(2026, 12, 10, 0, tzinfo=UTC),
        datetime(2026, 12, 10, 2, tzinfo=UTC),
    )
    assert (moved.start, moved.end) == (
        datetime(2026, 12, 11, 1, tzinfo=UTC),
        datetime(2026, 12, 11, 3, 30, tzinfo=UTC),
    )
    assert (first.status, moved.status, cancelled.status) == (
        "CONFIRMED",
        "CONFIRMED",
        "CANCELLED",
    )
    assert first.location == "Centre « Les Pins », 12, rue des Pins; local 3"
    assert cancelled.start == moved.start
