"""The calendar file is read alike by two other readers, whatever people wrote in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st
from ical.calendar_stream import IcsCalendarStream

from bot.community.cafes.calendar import Meeting, calendar_file

EAST = ZoneInfo("America/Toronto")
JANUARY = Meeting(
    uid="cafe-7@entraide.invalid",
    sequence=2,
    start=datetime(2027, 1, 20, 19, tzinfo=EAST),
    end=datetime(2027, 1, 20, 21, tzinfo=EAST),
    updated_at=datetime(2026, 12, 1, 15, 30, tzinfo=UTC),
    title="Café-rencontre : Juridique",
    description="Invitée : Me Roy",
    place="Montréal",
    address="1234, rue des Érables, local 3, Montréal",
    link="https://exemple.test/j/9?pwd=a,b;c",
)
HOSTILE = (
    "Virgule, point-virgule; barre \\ et \\n écrit",
    "deux\nlignes\r\nou trois",
    "🫶🏽 émojis 👩‍👧 et accents éàü" * 9,
    "long " * 60,
    "END:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:faux",
    'guillemets " et deux-points : ici',
    "ATTENDEE:mailto:x@exemple.test",
)


def vobject_read(file: bytes) -> list[dict[str, str]]:
    calendar = vobject.readOne(file.decode())
    return [
        {child.name: child.value for child in event.getChildren()}
        for event in calendar.contents.get("vevent", [])
    ]


def ical_read(file: bytes) -> list[dict[str, object]]:
    calendar = IcsCalendarStream.calendar_from_ics(file.decode())
    return [event.model_dump() for event in calendar.events]


def written(text: str) -> str:
    """A text as calendars give it back: one kind of line break."""
    return text.replace("\r\n", "\n").strip()


def test_a_café_is_read_whole_by_two_readers() -> None:
    file = calendar_file([JANUARY], private=True)
    (event,) = vobject_read(file)
    assert (event["UID"], event["SEQUENCE"], event["STATUS"]) == (JANUARY.uid, "2", "CONFIRMED")
    assert (event["DTSTART"], event["DTEND"]) == (JANUARY.start, JANUARY.end)
    assert event["DTSTART"].utcoffset() == timedelta(0)  # type: ignore[attr-defined]
    assert (event["SUMMARY"], event["LOCATION"]) == (JANUARY.title, JANUARY.address)
    (other,) = ical_read(file)
    assert (other["uid"], other["sequence"]) == (JANUARY.uid, 2)
    assert (other["dtstart"], other["dtend"]) == (JANUARY.start, JANUARY.end)
    assert (other["summary"], other["location"]) == (JANUARY.title, JANUARY.address)
    assert str(other["url"]) == JANUARY.link


def test_times_are_in_utc_as_written() -> None:
    file = calendar_file([JANUARY]).decode()
    assert "DTSTART:20270121T000000Z\r\n" in file
    assert "DTEND:20270121T020000Z\r\n" in file
    assert "DTSTAMP:20261201T153000Z\r\n" in file


def test_the_address_and_the_link_are_for_those_who_said_yes() -> None:
    public = calendar_file([JANUARY])
    assert vobject_read(public)[0]["LOCATION"] == "Montréal"
    assert b"rables" not in public
    assert b"exemple.test" not in public


def test_a_change_keeps_the_uid_and_raises_the_sequence() -> None:
    moved = replace(JANUARY, sequence=3, start=JANUARY.start + timedelta(days=7))
    before, after = (vobject_read(calendar_file([one]))[0] for one in (JANUARY, moved))
    assert before["UID"] == after["UID"]
    assert (before["SEQUENCE"], after["SEQUENCE"]) == ("2", "3")


def test_a_cancelled_café_says_so() -> None:
    (event,) = ical_read(calendar_file([replace(JANUARY, cancelled=True)]))
    assert event["status"] == "CANCELLED"


def test_several_cafés_make_one_file() -> None:
    cafés = [replace(JANUARY, uid=f"cafe-{n}@entraide.invalid") for n in range(5)]
    file = calendar_file(cafés, name="Cafés-rencontres")
    assert [event["UID"] for event in vobject_read(file)] == [café.uid for café in cafés]
    assert len(ical_read(file)) == 5
    assert "X-WR-CALNAME:Cafés-rencontres" in file.decode()


def test_no_café_still_makes_a_file() -> None:
    assert vobject.readOne(calendar_file([]).decode()).name == "VCALENDAR"


@pytest.mark.parametrize("text", HOSTILE)
def test_what_people_write_breaks_nothing(text: str) -> None:
    hostile = replace(JANUARY, title=text, description=text, address=text)
    file = calendar_file([hostile], private=True)
    strictly_made(file)
    (event,), (other,) = vobject_read(file), ical_read(file)
    for name in ("SUMMARY", "DESCRIPTION", "LOCATION"):
        assert event[name] == written(text)
        assert other[name.lower()] == written(text)


@settings(deadline=None)
@given(
    st.text(
        st.characters(exclude_categories=["C", "Zl", "Zp"], include_characters="\n"), min_size=1
    )
    .map(str.strip)
    .filter(bool)
)
def test_any_text_is_read_back(text: str) -> None:
    file = calendar_file([replace(JANUARY, title=text, description=text)])
    strictly_made(file)
    assert vobject_read(file)[0]["DESCRIPTION"] == text
    assert ical_read(file)[0]["description"] == text


@settings(deadline=None)
@given(st.text())
def test_a_text_of_any_kind_makes_a_file(text: str) -> None:
    strictly_made(calendar_file([replace(JANUARY, title=text, description=text, place=text)]))


def strictly_made(file: bytes) -> None:
    """RFC 5545, 3.1: CRLF alone ends a line, no line is longer than 75 octets; one event."""
    assert file.endswith(b"\r\n")
    lines = file.split(b"\r\n")
    assert not any(b"\r" in line or b"\n" in line for line in lines)
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode()
        assert not any(byte < 32 and byte != 9 for byte in line)
    unfolded = file.replace(b"\r\n ", b"").split(b"\r\n")
    assert [line for line in unfolded if line.startswith(b"BEGIN:")] == [
        b"BEGIN:VCALENDAR",
        b"BEGIN:VEVENT",
    ]
