"""Every story of the page, played by the real bot in a real browser; each leaves its picture."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bot.demo.visitor import Visitor

pytestmark = pytest.mark.slow

STORIES = [
    ("join", "Demander à entrer", "Ça fait du bien de vous lire", 1),
    ("two", "Deux accords", "Dans le groupe.", 2),
    ("out", "Qui ne devrait pas entrer", "Refusée par Marc Lavoie", 2),
    ("time", "À son rythme", "Bienvenue parmi nous.", 0),
    ("night", "Une question à 3 h du matin", "Nous sommes déjà deux à tricoter", 0),
    ("vote", "Voter pour un thème", "Résultat du vote n° 1", 1),
    ("risk", "Un message à risque", "Rien à redire. Marc Lavoie", 2),
    ("cafe", "Un café de 12 places", "n. cl.", 0),
    ("rights", "Ses données à soi", "C'est effacé.", 0),
]


@pytest.mark.parametrize(("story", "title", "seen", "number"), STORIES)
async def test_the_story_comes_to_its_end(
    visitor: Visitor, pictures: Path, story: str, title: str, seen: str, number: int
) -> None:
    await visitor.plays(story, title)

    await visitor.sees(seen, number)
    await visitor.page.screenshot(path=pictures / f"{story}.png")
    assert await visitor.faults() == []


async def test_a_story_on_a_phone_in_english_then_the_chats_are_the_visitors(
    walker: Visitor, pictures: Path
) -> None:
    await walker.page.click("#language")
    await walker.page.wait_for_selector(".door .about:has-text('I am not an emergency service')")
    await walker.plays("join", "Asking to join")
    await walker.sees("Welcome among us")
    await walker.page.screenshot(path=pictures / "join-phone-en.png")
    assert await walker.faults() == []

    await walker.goes("Private")
    await walker.writes("/help")
    await walker.sees("9-8-8")
    wide = await walker.page.evaluate("document.documentElement.scrollWidth")
    assert wide == 390


async def test_a_story_can_be_paused_and_stopped(visitor: Visitor) -> None:
    page = visitor.page
    await page.click("[data-story=join]")
    await page.wait_for_selector("body.playing #progress:not([value='0'])", state="attached")
    await page.click("#pause")
    await page.wait_for_selector("#pause:has-text('Reprendre')")
    held = int(await page.get_attribute("#progress", "value") or 0)
    await page.wait_for_timeout(3000)
    assert int(await page.get_attribute("#progress", "value") or 0) <= held + 1

    await page.click("#pause")
    await page.wait_for_selector(f"#progress:not([value='{held}']):not([value='{held + 1}'])")
    await page.click("#stop")
    await page.wait_for_selector("#story-now.over")
    assert not await page.is_visible("#pause")
    assert "est arrêtée" in await page.inner_text("#chapter")


async def test_the_speed_of_a_story_changes_while_it_plays(visitor: Visitor) -> None:
    await visitor.page.click("[data-story=join]")
    await visitor.page.wait_for_selector("body.playing")
    await visitor.page.select_option("#speed", "0")
    await visitor.page.wait_for_selector("#story-now.over #chapter:has-text('est jouée')")
