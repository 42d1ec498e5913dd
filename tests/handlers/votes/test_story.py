"""From a theme proposed to the chart of the result, in both languages."""

from __future__ import annotations

from typing import Any

import pytest

from bot import charts
from bot.community.votes.verification import Same, verify
from tests.handlers.votes.hall import Hall

THEMES = {
    "fr": "Traverser les fêtes sans nos enfants",
    "en": "Getting through the holidays without our children",
}


async def test_from_a_theme_proposed_to_the_chart(hall: Hall) -> None:
    zoe, karim, ines, paul, rose, luc = hall.members
    theme = THEMES[hall.language]

    await hall.says(zoe, "/theme")
    assert hall.is_told(zoe, "themes.write", most=80)
    await hall.says(zoe, theme)
    assert hall.is_told(zoe, "themes.received", text=theme)
    card = hall.last(hall.marc, hall.team)
    assert theme in card
    assert "Zoé" not in card
    await hall.taps(hall.marc, hall.said.label("themes.buttons.approve"), hall.team)
    await hall.wait(minutes=11)
    assert hall.is_told(zoe, "themes.told.approved", text=theme)

    await hall.opens_vote()
    [group_card] = hall.group_says("votes.for_a_cafe")
    assert group_card.labels == [hall.said.label("votes.buttons.vote")]
    assert "0" in hall.said.count("votes.turnout", 0)
    assert hall.said.count("votes.turnout", 0) in group_card.text

    for person in (zoe, karim, ines, paul):
        await hall.votes(person, 10)  # Zoé's theme came last
    await hall.votes(rose, 1, 10)
    await hall.votes(luc, 1)
    assert len(hall.ticked(rose)) == 2
    await hall.wait(minutes=11)
    [group_card] = hall.group_says("votes.for_a_cafe")
    assert hall.said.count("votes.turnout", 6) in group_card.text

    await hall.ends()
    assert [m for m in hall.world.seen(zoe, hall.group) if "photo" in m.raw]
    [told] = hall.group_says("tally.voters_many", n=6)
    assert theme in told.text.splitlines()[2]
    published = await hall.published()
    assert published["result"]["winners"] == [10]
    documents = [m for m in hall.world.seen(zoe, hall.group) if "document" in m.raw]
    content = hall.world.files[documents[0].raw["document"]["file_id"]].decode()
    assert verify(content) == Same(6)

    await hall.taps(hall.odile, hall.said.label("votes.buttons.adopt"), hall.team)
    assert any("Odile" in said for said in hall.world.said(hall.marc, hall.team))
    await hall.says(zoe, "/themes")
    assert theme in hall.last(zoe).splitlines()[2]


@pytest.mark.parametrize("ballot", ["approval", "ranked"])
async def test_the_picture_says_how_many_people_voted(
    hall: Hall, ballot: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    footers: list[str] = []

    def draw(title: str, bars: Any, footer: str) -> bytes:
        footers.append(footer)
        return charts.draw(title, bars, footer)

    monkeypatch.setattr("handlers.votes.results.draw", draw)
    await hall.opens_vote(ballot)
    for person in hall.members[:5]:
        await hall.votes(person, 1)
    await hall.ends()
    [footer] = footers
    assert footer.endswith(f" {hall.said.count('tally.voters', 5)}")
    shown = "beaten" if ballot == "ranked" else "voices"
    assert hall.said.label(f"tally.chart.{shown}") in footer
    [told] = hall.group_says("tally.voters_many", n=5)
    assert hall.said.label(f"tally.chart.{shown}") in told.text  # or 8 of 5 people would want it
    assert ".." not in " ".join(hall.world.said(hall.members[0])).replace("…", "")
