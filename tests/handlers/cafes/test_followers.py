"""Who follows a theme is invited to its café before the group and the other members."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from bot.simulator.models import Person
from bot.storage.cafes.programme import Cafe
from tests.handlers.cafes.salon import Salon

OPENING = "cafes.letters.followers"


async def follows(salon: Salon, person: Person, theme: str = "court") -> None:
    """Somebody follows a theme of the list."""
    await salon.says(person, "/themes")
    await salon.taps(person, salon.said.label(f"themes.starting.{theme}")[:20])


async def about_court(salon: Salon) -> Cafe:
    """Marc announces a café about a theme of the list."""
    await salon.prepares()
    await salon.chooses(salon.marc, "cafes.fields.theme")
    await salon.chooses(salon.marc, "themes.starting.court")
    await salon.chooses(salon.marc, "cafes.buttons.announce")
    return await salon.newest()


def cards(salon: Salon) -> list[str]:
    """Return what the group reads."""
    return [m.text for m in salon.world.seen(salon.nadia, salon.group) if m.labels]


async def test_who_follows_the_theme_learns_of_its_cafe_an_hour_before_the_group(
    salon: Salon,
) -> None:
    zoe, karim, ines = [await salon.member(name) for name in ("Zoé", "Karim", "Inès")]
    for person in (zoe, ines):
        await follows(salon, person)
    await salon.says(ines, "/silence")
    await salon.chooses(ines, "members.silence.turn_on")
    before = cards(salon)

    cafe = await about_court(salon)
    assert salon.toast(salon.marc) == salon.notice("announced_first")
    assert salon.is_told(zoe, OPENING)
    assert not salon.is_told(karim, OPENING)
    assert not salon.is_told(ines, OPENING)  # she wants no announcements
    assert cards(salon) == before
    await salon.chooses(zoe, "cafes.buttons.yes")

    await salon.wait(minutes=59)
    assert cards(salon) == before
    await salon.wait(minutes=2)
    assert len(cards(salon)) == len(before) + 1
    assert salon.is_told(karim, "cafes.letters.announcement")
    assert not salon.is_told(zoe, "cafes.letters.announcement")  # one invitation a person
    rows = await salon.rows("SELECT kind, audience FROM cafe_mailings WHERE cafe_id = ?", cafe.id)
    assert sorted(tuple(row) for row in rows) == [("announcement", 1), ("followers", 1)]


async def test_a_theme_that_nobody_follows_is_announced_at_once(salon: Salon) -> None:
    karim = await salon.member("Karim")
    await about_court(salon)
    assert salon.is_told(karim, "cafes.letters.announcement")
    assert len(cards(salon)) == 1
    rows = await salon.rows("SELECT kind FROM cafe_mailings")
    assert [row["kind"] for row in rows] == ["announcement"]
    await salon.wait(hours=2)
    assert len(cards(salon)) == 1


async def test_a_cafe_cancelled_meanwhile_is_announced_to_nobody(french: Salon) -> None:
    zoe, karim = [await french.member(name) for name in ("Zoé", "Karim")]
    await follows(french, zoe)
    await about_court(french)
    await french.chooses(french.marc, "cafes.buttons.cancel_cafe")
    await french.chooses(french.marc, "cafes.buttons.cancel_yes")
    await french.wait(hours=2)
    assert not french.is_told(karim, "cafes.letters.announcement")


async def test_a_stop_meanwhile_changes_nothing(french: Salon, tmp_path: Path) -> None:
    zoe, karim = [await french.member(name) for name in ("Zoé", "Karim")]
    await follows(french, zoe)
    await about_court(french)
    await french.restart()
    await french.wait(hours=2)
    assert french.is_told(karim, "cafes.letters.announcement")
    told = [text for text in french.world.said(zoe) if "prend un thème" in text]
    assert len(told) == 1


async def test_an_invitation_held_up_until_the_cafe_changed_is_written_anew(french: Salon) -> None:
    zoe, karim = [await french.member(name) for name in ("Zoé", "Karim")]
    await follows(french, zoe)
    await french.prepares()
    await french.chooses(french.marc, "cafes.fields.theme")
    await french.chooses(french.marc, "themes.starting.court")
    label = french.said.label("cafes.buttons.announce")
    french.world.press(french.marc, french.message_with(french.marc, label), label)
    await french.handles()  # Telegram is out of reach from here on
    french.clock.move(timedelta(hours=1, minutes=30))
    await french.handles()
    cafe = await french.newest()
    start = int(datetime.fromisoformat("2026-12-16T19:00-05:00").timestamp())
    seen = french.world.seen(french.marc)[-1]
    french.world.press_data(french.marc, seen, f"desk.date:{cafe.id}:{start}:120")
    await french.handles()
    await french.settle()
    for person in (zoe, karim):
        assert french.reads(person).count("16 décembre") == 1, "one invitation a person"
    assert "9 décembre" not in french.reads(zoe)
    assert french.phrase("letters.followers") not in french.reads(zoe), "it is no longer the first"
    assert french.is_told(zoe, "cafes.letters.announcement")


async def test_an_invitation_that_is_still_the_first_says_so_anew(french: Salon) -> None:
    zoe, karim = [await french.member(name) for name in ("Zoé", "Karim")]
    await follows(french, zoe)
    await french.prepares()
    await french.chooses(french.marc, "cafes.fields.theme")
    await french.chooses(french.marc, "themes.starting.court")
    label = french.said.label("cafes.buttons.announce")
    french.world.press(french.marc, french.message_with(french.marc, label), label)
    await french.handles()
    cafe = await french.newest()
    start = int(datetime.fromisoformat("2026-12-16T19:00-05:00").timestamp())
    seen = french.world.seen(french.marc)[-1]
    french.world.press_data(french.marc, seen, f"desk.date:{cafe.id}:{start}:120")
    await french.handles()
    await french.settle()
    assert french.is_told(zoe, OPENING)
    assert "16 décembre" in french.reads(zoe)
    await french.wait(minutes=61)
    assert french.is_told(karim, "cafes.letters.announcement")
    assert not french.is_told(zoe, "cafes.letters.announcement")
