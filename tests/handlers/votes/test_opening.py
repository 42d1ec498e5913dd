"""A moderator prepares a vote by buttons, opens it, takes it back."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.community.cafes.reading import read_moment
from handlers.votes import card
from handlers.votes.days import days_of
from tests.handlers.town import tell
from tests.handlers.votes.hall import Hall
from tests.stage import plain


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("8 décembre", [date(2026, 12, 8)]),
        ("le 1er decembre", [date(2026, 12, 1)]),
        ("15 janvier", [date(2027, 1, 15)]),
        ("2026-12-30", [date(2026, 12, 30)]),
        ("vendredi", [date(2026, 11, 27)]),
        ("dans deux semaines", [date(2026, 12, 7)]),
        ("8 décembre à 19 h", [date(2026, 12, 8)]),
        ("8 décembre à 7 h", [date(2026, 12, 8)]),
        ("hier", [date(2026, 11, 22)]),
        ("mardi prochain", [date(2026, 11, 24), date(2026, 12, 1)]),
        ("31 février", []),
        ("bientôt", []),
        ("à 20 h", []),
        ("December 8", [date(2026, 12, 8)]),
        ("8th of December", [date(2026, 12, 8)]),
    ],
)
def test_the_days_that_a_moderator_types(said: str, days: list[date]) -> None:
    now = datetime(2026, 11, 23, 10, tzinfo=ZoneInfo("America/Montreal"))
    assert days_of(read_moment(said, now)) == days


async def presses(hall: Hall, *keys: str) -> str:
    for key in keys:
        await hall.chooses(hall.marc, f"votes.form.buttons.{key}")
    return hall.last(hall.marc)


async def test_the_form_by_buttons(hall: Hall) -> None:
    season = plain(hall.said.text("votes.for_season", n=2))
    await hall.says(hall.marc, "/vote")
    assert season in await presses(hall, "more")
    assert plain(hall.said.text("votes.form.ranked")) in await presses(hall, "ranked")
    await hall.taps(hall.marc, hall.said.label("votes.form.days_label", n=3))
    await presses(hall, "themes")
    await hall.taps(hall.marc, "☑ 9. ")
    await hall.taps(hall.marc, "☑ 2. ")
    await hall.taps(hall.marc, "☐ 9. ")
    await hall.chooses(hall.marc, "common.buttons.back")
    said = await presses(hall, "check")
    assert hall.said.label("votes.ties") in said
    assert hall.said.label("tally.rules.schulze") in said
    assert hall.said.label("themes.starting.rejected_parent") not in said
    await hall.chooses(hall.marc, "votes.buttons.open")

    [row] = await hall.rows("SELECT method, seats, closes_at FROM votes")
    assert tuple(row) == ("schulze", 2, "2026-11-27T01:00:00.000Z")  # 20:00 in Montréal
    themes = await hall.rows("SELECT theme_id FROM vote_themes ORDER BY theme_id")
    assert [row["theme_id"] for row in themes] == [1, 3, 4, 5, 6, 7, 8, 9]
    [card] = hall.group_says("votes.for_season", n=2)
    assert hall.said.label("tally.rules.schulze") in card.text


async def test_a_day_in_words(hall: Hall) -> None:
    await hall.says(hall.marc, "/vote")
    await presses(hall, "other_day")
    await hall.says(hall.marc, "un de ces jours")
    assert hall.is_told(hall.marc, "votes.form.no_day")
    await hall.says(hall.marc, "2026-12-05")
    assert hall.said.date(date(2026, 12, 5)).rpartition(" ")[0].rstrip(",") in hall.last(hall.marc)


async def test_where_two_days_fit_one_is_chosen(hall: Hall) -> None:
    await hall.says(hall.marc, "/vote")
    await presses(hall, "other_day")
    await hall.says(hall.marc, "mardi prochain" if hall.language == "fr" else "next Tuesday")
    assert hall.is_told(hall.marc, "votes.form.which_day")
    await hall.taps(hall.marc, hall.said.date(date(2026, 12, 1)))
    [row] = await hall.rows("SELECT closes_on FROM vote_drafts")
    assert row["closes_on"] == "2026-12-01"
    assert await hall.rows("SELECT * FROM awaited") == []


async def test_a_day_that_was_asked_for_is_awaited_no_more_on_the_way_back(town: Hall) -> None:
    await town.says(town.marc, "/vote")
    [before] = await town.rows("SELECT closes_on FROM vote_drafts")
    await presses(town, "other_day")
    await town.chooses(town.marc, "common.buttons.back")
    assert await town.rows("SELECT * FROM awaited") == []
    [after] = await town.rows("SELECT closes_on FROM vote_drafts")
    assert tuple(after) == tuple(before)


@pytest.mark.parametrize("forged", ["vote.on:3652059", "vote.on:0", "vote.on:-4", "vote.on:x"])
async def test_a_forged_day_is_not_taken(town: Hall, forged: str) -> None:
    await town.says(town.marc, "/vote")
    [before] = await town.rows("SELECT closes_on FROM vote_drafts")
    town.world.press_data(town.marc, town.world.seen(town.marc)[-1], forged)
    await town.settle()
    await presses(town, "other_day")
    await town.says(town.marc, "9999-12-31")
    [after] = await town.rows("SELECT closes_on FROM vote_drafts")
    assert tuple(after) == tuple(before)


@pytest.mark.parametrize(
    ("said", "day", "why"),
    [
        (("hier", "yesterday"), date(2026, 11, 22), "past"),
        (("2026-11-01", "2026-11-01"), date(2026, 11, 1), "past"),
        (("aujourd'hui", "today"), date(2026, 11, 23), "soon"),
        (("2026-12-30", "2026-12-30"), date(2026, 12, 30), "late"),
    ],
)
async def test_a_day_that_cannot_be_is_answered_at_once_and_another_awaited(
    hall: Hall, said: tuple[str, str], day: date, why: str
) -> None:
    await hall.says(hall.marc, "/vote")
    [before] = await hall.rows("SELECT closes_on FROM vote_drafts")
    await presses(hall, "other_day")
    await hall.says(hall.marc, said[hall.language == "en"])
    assert hall.is_told(hall.marc, f"votes.form.{why}_day", day=hall.said.date(day))
    assert [tuple(row) for row in await hall.rows("SELECT closes_on FROM vote_drafts")] == [
        tuple(before)
    ]
    await hall.says(hall.marc, "2026-12-05")
    [after] = await hall.rows("SELECT closes_on FROM vote_drafts")
    assert after["closes_on"] == "2026-12-05"


@pytest.mark.parametrize(("days", "why"), [(8, "past"), (7, "soon"), (-40, "late")])
async def test_what_cannot_be_opened_any_more_is_told(hall: Hall, days: int, why: str) -> None:
    await hall.says(hall.marc, "/vote")  # the form proposes November 30th
    async with hall.bot.db.transaction() as tx:
        day = date(2026, 11, 30) - timedelta(days=days)
        await tx.write("UPDATE vote_drafts SET closes_on = ?", (day.isoformat(),))
    await presses(hall, "check")
    assert hall.toast(hall.marc) == hall.said.label(f"votes.toasts.{why}")
    await hall.forges(hall.marc, "vote.open")
    assert await hall.rows("SELECT id FROM votes") == []
    assert not (hall.folder / "votes").exists()


async def test_two_themes_at_least_and_no_more_cafes_than_themes(town: Hall) -> None:
    await town.says(town.marc, "/vote")
    await presses(town, "themes")
    for place in range(9, 1, -1):
        await town.taps(town.marc, f"☑ {place}. ")
    await town.chooses(town.marc, "common.buttons.back")
    await presses(town, "check")
    assert town.toast(town.marc) == town.said.label("votes.toasts.few_themes")
    await presses(town, "more", "more")
    [row] = await town.rows("SELECT seats FROM vote_drafts")
    assert row["seats"] == 1


async def test_a_theme_that_rests_is_not_offered(town: Hall) -> None:
    await tell(town, "theme_held", theme_id=1, on="2026-11-20", cafe_id=1)
    await town.says(town.marc, "/vote")
    town.world.press_data(town.marc, town.world.seen(town.marc)[-1], "vote.tick:1")
    await town.settle()
    await town.chooses(town.marc, "common.buttons.back")
    await presses(town, "check")
    await town.chooses(town.marc, "votes.buttons.open")
    themes = await town.rows("SELECT theme_id FROM vote_themes")
    assert 1 not in {row["theme_id"] for row in themes}


async def test_a_cafe_held_meanwhile_does_not_change_the_tie_rule(town: Hall) -> None:
    await town.opens_vote()
    for person in town.members:
        await town.votes(person, 1, 2)
    await tell(town, "theme_held", theme_id=1, on="2026-11-25", cafe_id=1)
    await town.ends()
    themes = (await town.published())["themes"]
    assert [theme["treated_on"] for theme in themes] == [None] * 9


async def test_one_vote_at_a_time(town: Hall) -> None:
    for moderator in (town.marc, town.odile):
        await town.says(moderator, "/vote")
        await town.chooses(moderator, "votes.form.buttons.check")
    await town.chooses(town.marc, "votes.buttons.open")
    await town.chooses(town.odile, "votes.buttons.open")
    assert town.toast(town.odile) == town.said.label("votes.toasts.another_open")
    assert len(await town.rows("SELECT id FROM votes")) == 1


async def test_a_second_tap_opens_nothing(town: Hall) -> None:
    await town.opens_vote()
    message = town.world.seen(town.marc)[-1]
    town.world.press_data(town.marc, message, "vote.open")
    await town.settle()
    assert town.toast(town.marc) == town.said.label("votes.toasts.form_gone")
    assert len(await town.rows("SELECT id FROM votes")) == 1


async def test_a_vote_opened_by_mistake_is_taken_back(hall: Hall) -> None:
    zoe = hall.members[0]
    await hall.opens_vote()
    await hall.votes(zoe, 1)
    await hall.chooses(hall.marc, "votes.buttons.annul")
    assert hall.is_told(hall.marc, "votes.annulled", n=1)
    assert hall.group_says("votes.card.annulled", n=1)
    assert await hall.rows("SELECT vote_id FROM ballots") == []
    assert list((hall.folder / "votes").iterdir()) == []
    await hall.ends()
    assert len(hall.world.said(zoe, hall.group)) == 1  # nothing is counted later
    await hall.opens_vote()
    [row] = await hall.rows("SELECT id FROM votes WHERE state = 'open'")
    assert row["id"] == 2


async def test_an_opening_that_is_undone_leaves_a_key_that_the_next_one_replaces(
    town: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    post, failures = card.post, iter([RuntimeError("the disk hiccups")])

    async def once(*args: Any) -> None:
        for failure in failures:
            raise failure
        await post(*args)

    monkeypatch.setattr(card, "post", once)
    await town.opens_vote()  # the row is worked a second time
    assert next(failures, None) is None
    await town.votes(town.members[0], 1)
    assert len(await town.rows("SELECT id FROM votes")) == 1
    assert len(await town.rows("SELECT vote_id FROM ballots")) == 1
    assert [file.name for file in (town.folder / "votes").iterdir()] == ["1.key"]
