"""Themes: proposed, read by moderators without a name, followed, treated, and left to rest."""

from __future__ import annotations

from datetime import date

import pytest

from bot.simulator.models import Message
from bot.storage import themes
from handlers.votes.proposing import fault
from tests.handlers.town import tell
from tests.handlers.votes.hall import Hall

IDEA = "Traverser les fêtes sans nos enfants"


async def proposes(hall: Hall, text: str = IDEA) -> Message:
    """Zoé proposes a theme; return its card."""
    await hall.says(hall.members[0], f"/theme {text}")
    return hall.world.seen(hall.marc, hall.team)[-1]


async def decides(hall: Hall, key: str) -> str:
    """Marc presses a button of the card; return what the card says then."""
    await hall.taps(hall.marc, hall.said.label(key), hall.team)
    return hall.last(hall.marc, hall.team)


async def titles(hall: Hall) -> list[str | None]:
    rows = await hall.rows("SELECT title FROM themes WHERE state = 'standing' ORDER BY id")
    return [row["title"] for row in rows if row["title"]]


# Proposed


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (IDEA, None),
        ("Parler à son enfant quand l'autre parent a refait sa vie", None),
        ("Talking with the school when nobody answers", None),
        ("DPJ", "too_short"),
        ("Un thème " * 20, "too_long"),
        ("Mon ex Stéphane Tremblay et ses mensonges", "identifies"),
        ("Ma fille Camille, 8 ans, de l'école Saint-Jean", "identifies"),
        ("Appelez-moi au 514 555-0134 pour en parler", "identifies"),
        ("Le dossier 500-12-345678-901", "identifies"),
        ("Julie Tremblay et l'école", "identifies"),
        ("julie et ses mensonges", "identifies"),
        ("Le psy Dr Bouchard à Laval", "identifies"),
        ("@julie99 et ses mensonges", "identifies"),
        ("Un site utile : www.monsite.ca", "advertises"),
        ("😀😀😀😀😀😀", "too_short"),
        ("Ces mères sont toutes des salopes menteuses", "hurts"),
        ("Gagnez de l'argent : t.me/+abcdefghij", "advertises"),
    ],
)
def test_what_may_be_proposed(text: str, why: str | None) -> None:
    assert fault(text) == why


async def test_a_theme_that_names_somebody_is_said_again(hall: Hall) -> None:
    zoe = hall.members[0]
    await hall.says(zoe, "/theme Mon ex Stéphane Tremblay et ses mensonges")
    assert hall.is_told(
        zoe, "themes.refused.identifies", text="Mon ex Stéphane Tremblay et ses mensonges"
    )
    assert await hall.rows("SELECT id FROM proposals") == []
    await hall.says(zoe, IDEA)  # the next message is the answer
    assert hall.is_told(zoe, "themes.received", text=IDEA)


async def test_distress_brings_help_and_no_card(town: Hall) -> None:
    zoe = town.members[0]
    await town.says(zoe, "/theme")
    await town.says(zoe, "je veux mourir ce soir")
    assert any("9-8-8" in text or "988" in text for text in town.world.said(zoe)[-2:])
    assert await town.rows("SELECT id FROM proposals") == []


async def test_three_a_week(town: Hall) -> None:
    zoe = town.members[0]
    for number in ("un", "deux", "trois"):
        await town.says(zoe, f"/theme Une idée de thème, la {number}")
    await town.says(zoe, "/theme Encore une autre idée")
    assert town.is_told(zoe, "themes.too_often", most=3)
    await town.wait(days=7)
    await town.says(zoe, "/theme Encore une autre idée")
    assert town.is_told(zoe, "themes.received", text="Encore une autre idée")


async def test_one_may_change_ones_mind(town: Hall) -> None:
    zoe = town.members[0]
    await town.says(zoe, "/theme")
    await town.chooses(zoe, "common.buttons.cancel")
    await town.says(zoe, "Comment changer de langue?")
    assert await town.rows("SELECT id FROM proposals") == []


async def test_a_stranger_is_told_that_it_is_for_members(town: Hall) -> None:
    for command in ("/theme Une idée", "/themes", "/vote"):
        await town.says(town.lea, command)
        assert town.is_told(town.lea, "votes.members_only")
    assert await town.rows("SELECT id FROM proposals") == []


# Read by moderators


async def test_declined_with_a_reason_which_the_person_reads(hall: Hall) -> None:
    zoe = hall.members[0]
    card = await proposes(hall)
    assert "Zoé" not in card.text
    await decides(hall, "themes.buttons.decline")
    said = await decides(hall, "themes.reasons.buttons.scope")
    assert "Marc" in said
    assert hall.is_told(zoe, "themes.received", text=IDEA)  # nothing yet: it can be undone
    await hall.wait(minutes=11)
    assert hall.said.text("themes.reasons.scope") in hall.last(zoe)
    assert hall.world.seen(hall.marc, hall.team)[-1].labels == []
    assert await titles(hall) == []


async def test_merged_with_one_that_is_alike(hall: Hall) -> None:
    zoe = hall.members[0]
    standing = hall.said.label("themes.starting.emotions")
    words = standing.lower().replace("é", "e").split()
    card = await proposes(hall, " ".join([*words[2:], *words[:2]]))
    assert standing in card.text
    await hall.taps(hall.marc, "= ", hall.team)
    await hall.wait(minutes=11)
    assert standing in hall.last(zoe)
    assert await titles(hall) == []


async def test_an_approval_is_undone_within_ten_minutes(town: Hall) -> None:
    zoe = town.members[0]
    await proposes(town)
    await decides(town, "themes.buttons.approve")
    assert await titles(town) == [IDEA]
    await decides(town, "themes.buttons.undo")
    assert await titles(town) == []
    await town.wait(minutes=20)
    assert town.is_told(zoe, "themes.received", text=IDEA)  # still waiting: nobody was told
    await decides(town, "themes.buttons.approve")
    await town.wait(minutes=11)
    assert town.is_told(zoe, "themes.told.approved", text=IDEA)
    assert await titles(town) == [IDEA]


async def test_too_late_to_undo(town: Hall) -> None:
    card = await proposes(town)
    await decides(town, "themes.buttons.approve")
    await town.wait(minutes=11)
    town.world.press_data(town.marc, card, "proposal.undo:1")
    await town.settle()
    assert town.toast(town.marc) == town.said.label("themes.toasts.too_late")
    assert await titles(town) == [IDEA]


@pytest.mark.parametrize(
    "data", ["proposal.approve:1", "proposal.merge:1:1", "proposal.decline:1:scope"]
)
async def test_two_moderators_decide_once(town: Hall, data: str) -> None:
    card = await proposes(town)
    await decides(town, "themes.buttons.approve")
    town.world.press_data(town.odile, card, data)
    await town.settle()
    assert town.toast(town.odile) == town.said.label("themes.toasts.settled")
    [row] = await town.rows("SELECT state, decided_by FROM proposals")
    assert tuple(row) == ("approved", town.marc.id)


@pytest.mark.parametrize(
    "data",
    ["proposal.approve:99", "proposal.decline:1:invented", "proposal.merge:1:99", "proposal.undo"],
)
async def test_forged_presses_decide_nothing(town: Hall, data: str) -> None:
    card = await proposes(town)
    town.world.press_data(town.marc, card, data)
    await town.settle()
    [row] = await town.rows("SELECT state FROM proposals")
    assert row["state"] == "waiting"


@pytest.mark.parametrize(
    "data", ["proposal.approve:1", "vote.adopt:1", "vote.open", "vote.seats:2"]
)
async def test_a_member_decides_nothing(town: Hall, data: str) -> None:
    zoe = town.members[0]
    await proposes(town)
    assert await town.forges(zoe, data) == town.said.label("common.toasts.not_yours")
    [row] = await town.rows("SELECT state FROM proposals")
    assert row["state"] == "waiting"


# Followed and treated


async def test_who_follows_a_theme_learns_that_it_is_done(hall: Hall) -> None:
    zoe, karim = hall.members[:2]
    theme = hall.said.label("themes.starting.child")
    await hall.says(zoe, "/themes")
    await hall.taps(zoe, "☆ 1. ")
    assert hall.toast(zoe) == hall.said.label("themes.toasts.followed")
    assert hall.world.seen(zoe)[-1].labels[0].startswith("★ 1. ")
    await hall.says(karim, "/themes")
    await hall.taps(karim, "☆ 1. ")
    await hall.taps(karim, "★ 1. ")
    assert hall.toast(karim) == hall.said.label("themes.toasts.left")

    await tell(hall, "theme_held", theme_id=1, on="2026-11-23", cafe_id=4)
    day = hall.said.date(date(2026, 11, 23))
    assert hall.is_told(zoe, "themes.supporters.held", theme=theme, day=day)
    assert not hall.is_told(karim, "themes.supporters.held", theme=theme, day=day)
    assert await hall.rows("SELECT * FROM theme_supporters") == []


async def test_who_follows_is_not_told_by_the_database_alone(town: Hall) -> None:
    zoe = town.members[0]
    await town.says(zoe, "/themes")
    await town.taps(zoe, "☆ 3. ")
    [row] = await town.rows("SELECT theme_id, person, user_id FROM theme_supporters")
    assert row["theme_id"] == 3
    assert str(zoe.id).encode() not in row["person"] + row["user_id"]


async def test_a_treated_theme_rests_six_months(hall: Hall) -> None:
    zoe = hall.members[0]
    await tell(hall, "theme_interest", theme_ids=[1, 2, 99], n=3)
    await tell(hall, "theme_held", theme_id=1, on="2026-11-23", cafe_id=4)
    rows = await hall.rows("SELECT id, interest FROM themes WHERE id < 4 ORDER BY id")
    assert [row["interest"] for row in rows] == [0, 3, 0]
    await hall.says(zoe, "/themes")
    lines = [line for line in hall.last(zoe).splitlines() if line[:1].isdigit()]
    assert hall.said.label("themes.starting.rejected_parent") in lines[0]
    assert hall.said.label("themes.starting.child") in lines[-1]
    assert hall.said.date(date(2027, 5, 23)) in lines[-1]
    await hall.wait(days=182)
    await hall.says(zoe, "/themes")
    lines = [line for line in hall.last(zoe).splitlines() if line[:1].isdigit()]
    assert hall.said.date(date(2026, 11, 23)) in next(
        line for line in lines if hall.said.label("themes.starting.child") in line
    )
    assert hall.said.date(date(2027, 5, 23)) not in hall.last(zoe)


async def test_what_several_cafes_ask_for_adds_up_whatever_the_order(town: Hall) -> None:
    for ids, n in (([1, 2], 1), ([2, 3], 2), ([2], 4), ([9, 99], 1)):
        await tell(town, "theme_interest", theme_ids=ids, n=n)
    rows = await town.rows("SELECT id, interest FROM themes WHERE interest > 0 ORDER BY id")
    assert [tuple(row) for row in rows] == [(1, 1), (2, 7), (3, 2), (9, 1)]


async def test_the_longest_list_still_fits_in_a_message(hall: Hall) -> None:
    zoe = hall.members[0]
    async with hall.bot.db.transaction() as tx:
        for number in range(40):
            theme_id = await themes.add(tx, f"{number} {'é' * 77}", hall.clock.time)
            await themes.mark_treated(tx, theme_id, date(2026, 9, 23))
    await hall.says(zoe, "/themes")
    assert hall.said.count("themes.others", 29) in hall.last(zoe)
    async with hall.bot.db.transaction() as tx:
        await tx.write("UPDATE themes SET interest = 9, treated_on = '2026-01-01' WHERE id > 9")
    await hall.says(hall.marc, "/vote")
    await hall.chooses(hall.marc, "votes.form.buttons.themes")
    await hall.chooses(hall.marc, "common.buttons.back")
    await hall.chooses(hall.marc, "votes.form.buttons.check")
    await hall.chooses(hall.marc, "votes.buttons.open")
    for person in hall.members:
        await hall.votes(person, *range(1, 21))
    assert len(hall.ticked(hall.members[-1])) == 20
    await hall.ends()
    [row] = await hall.rows("SELECT state FROM votes")
    assert row["state"] == "closed"
    assert hall.group_says("tally.voters_many", n=6)
