"""What a visitor can do on the page, in a real browser and with the real bot."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bot.demo.visitor import Visitor

pytestmark = pytest.mark.slow


async def test_the_page_at_its_opening(visitor: Visitor, pictures: Path) -> None:
    await visitor.page.screenshot(path=pictures / "opening.png")

    assert await visitor.faults() == []


async def test_a_visitor_writes_edits_replies_and_sends_a_file(visitor: Visitor) -> None:
    phone = visitor.phone(0)
    await phone.get_by_role("button", name="Ouvrir le lien d’adhésion").click()
    await visitor.taps("Commencer")
    await visitor.taps("J'accepte")
    await visitor.taps("Non merci")
    await visitor.taps("Mère")
    await visitor.sees("que vivez-vous en ce moment")
    await visitor.writes("Je ne vois plus mon enfant.")
    await visitor.sees("telle que notée")

    mine = phone.locator(".mine").last
    await mine.hover()
    await mine.get_by_role("button", name="Modifier").click()
    await visitor.writes("Je ne vois presque plus mon enfant.")
    await visitor.sees("J'ai vu que vous avez modifié un message")
    await phone.locator(".mine .when", has_text="modifié").wait_for()

    await phone.locator(".message.bot").last.hover()
    await phone.locator(".message.bot").last.get_by_role("button", name="Répondre").click()
    await visitor.writes("Une photo, peut-être?")
    await phone.locator(".mine .quote").wait_for()

    await phone.get_by_role("button", name="Joindre").click()
    await phone.get_by_role("menuitem", name="Une photo").click()
    await visitor.sees("Je ne peux lire que du texte")


async def test_what_was_begun_waits_in_its_own_chat(visitor: Visitor) -> None:
    line = visitor.phone(1).locator("textarea")
    await line.fill("Pour le groupe seulement")
    await visitor.goes("Privé", 1)
    assert await line.input_value() == ""
    await visitor.goes("Groupe", 1)
    assert await line.input_value() == "Pour le groupe seulement"
    await visitor.becomes("odile", 1)
    assert await line.input_value() == ""
    await visitor.becomes("jeanne", 1)

    mine = visitor.phone(1).locator(".mine").last
    await mine.hover()
    await mine.get_by_role("button", name="Modifier").click()
    assert "Grosse journée" in await line.input_value()
    await line.press("Escape")
    assert await line.input_value() == "Pour le groupe seulement"
    await line.press("Enter")
    await visitor.sees("Pour le groupe seulement", 1)
    assert await line.input_value() == ""
    box = await line.bounding_box()
    assert box is not None
    assert box["height"] > 30


async def test_a_visitor_asks_to_come_in_by_the_link_and_a_member_leaves(visitor: Visitor) -> None:
    await visitor.becomes("thomas")
    await visitor.goes("Groupe")
    door = visitor.phone(0).locator(".door")
    await door.get_by_role("button", name="Demander à entrer par le lien").click()
    await visitor.sees("J'ai bien reçu votre demande")
    await visitor.taps("Ouvrir ma demande")
    await visitor.sees("Vous avez bien fait d'écrire")

    await visitor.phone(1).get_by_role("button", name="Quitter le groupe").click()
    await visitor.phone(1).get_by_text("Ce groupe est fermé.").wait_for()
    assert await visitor.faults() == []


async def test_the_clock_brings_what_was_due(visitor: Visitor) -> None:
    await visitor.phone(0).get_by_role("button", name="Ouvrir le lien d’adhésion").click()
    await visitor.taps("Commencer")
    await visitor.sees("Étudier votre demande")
    await visitor.page.get_by_role("button", name="+ 1 jour").click()
    await visitor.sees("Votre demande vous attend toujours")
    await visitor.page.get_by_role("button", name="+ 7 jours").click()
    await visitor.sees("Une semaine a passé")


async def test_a_bot_killed_in_the_middle_loses_nothing(visitor: Visitor, pictures: Path) -> None:
    await visitor.phone(0).get_by_role("button", name="Ouvrir le lien d’adhésion").click()
    await visitor.sees("Vous avez bien fait d'écrire")
    await visitor.page.click("#hood-button")
    assert not await visitor.page.is_visible("#trouble")
    await visitor.page.click("#robot-button")
    await visitor.page.wait_for_selector("#robot-state.stopped")
    assert await visitor.page.is_visible("#trouble")
    await visitor.taps("Commencer")
    await visitor.writes("Êtes-vous là?")
    await visitor.page.wait_for_selector("#held:has-text('Encore chez Telegram : 2.')")
    await visitor.page.screenshot(path=pictures / "hood.png")
    assert await visitor.faults() == []
    assert await visitor.phone(0).locator(".log").get_by_text("Étudier votre demande").count() == 0

    await visitor.page.click("#robot-button")
    await visitor.page.wait_for_selector("#robot-state.listening")
    await visitor.sees("Étudier votre demande")
    await visitor.sees("Pour cette étape, touchez un des boutons.")
    await visitor.page.wait_for_selector("#inbox .chip.done")


@pytest.mark.parametrize("weather", ["busy", "broken", "slow", "cut"])
async def test_bad_weather_loses_nothing(visitor: Visitor, weather: str) -> None:
    await visitor.page.click("#hood-button")
    await visitor.page.check(f"#weather [value={weather}]")
    await visitor.phone(0).get_by_role("button", name="Ouvrir le lien d’adhésion").click()
    await visitor.page.wait_for_timeout(2500)
    assert await visitor.phone(0).locator(".message.bot").count() == 0

    await visitor.page.check("#weather [value=fair]")
    await visitor.sees("Vous avez bien fait d'écrire")
    await visitor.page.wait_for_timeout(1000)
    assert await visitor.phone(0).locator(".message.bot").count() == 1


async def test_the_keyboard_is_enough(visitor: Visitor) -> None:
    page = visitor.page
    await visitor.phone(0).get_by_role("button", name="Démarrer").focus()
    await page.keyboard.press("Enter")
    await visitor.sees("Bonjour, et bienvenue.")
    await visitor.phone(0).locator(".log").focus()
    for _ in range(9):
        await page.keyboard.press("Tab")
        if await page.evaluate("document.activeElement.textContent") == "Demander à entrer":
            break
    await page.keyboard.press("Enter")
    await visitor.sees("Vous avez bien fait d'écrire")

    await visitor.phone(0).get_by_role("tab", name="Privé").focus()
    await page.keyboard.press("ArrowRight")
    await visitor.phone(0).get_by_text("Ce groupe est fermé.").wait_for()
    await page.keyboard.press("ArrowLeft")
    await visitor.phone(0).get_by_role("button", name="Commandes du robot").focus()
    await page.keyboard.press("Enter")
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Escape")
    assert await page.evaluate("document.activeElement.className") == "slash"


async def test_by_night_the_page_is_dark_and_still_readable(
    visitor: Visitor, pictures: Path
) -> None:
    await visitor.phone(0).get_by_role("button", name="Ouvrir le lien d’adhésion").click()
    await visitor.sees("Vous avez bien fait d'écrire")
    await visitor.page.emulate_media(color_scheme="dark")
    await visitor.page.screenshot(path=pictures / "dark.png")
    assert await visitor.faults() == []
    await visitor.page.emulate_media(color_scheme="light")
    await visitor.page.click("#theme")
    await visitor.page.click("#theme")
    assert await visitor.page.get_attribute("html", "data-theme") == "dark"
    assert await visitor.faults() == []


async def test_the_page_changes_language_whatever_was_said(visitor: Visitor) -> None:
    await visitor.phone(0).get_by_role("button", name="Démarrer").click()
    await visitor.sees("Bonjour, et bienvenue.")
    await visitor.page.click("#language")
    await visitor.page.get_by_role("button", name="Play the scene: Asking to join").wait_for()
    await visitor.sees("Bonjour, et bienvenue.")


@pytest.mark.parametrize("size", [(720, 450), (844, 390)])
async def test_on_a_low_screen_nothing_is_out_of_reach(
    visitor: Visitor, size: tuple[int, int], pictures: Path
) -> None:
    await visitor.page.set_viewport_size({"width": size[0], "height": size[1]})
    await visitor.page.screenshot(path=pictures / f"low-{size[1]}.png")
    assert await visitor.page.is_visible(".clock")
    assert await visitor.phone(0).locator(".who").is_visible()
    assert await visitor.page.evaluate(
        "(() => { const bottom = (node) => node.getBoundingClientRect().bottom;"
        " const phone = document.querySelector('.phone.active');"
        " const shown = [...phone.querySelectorAll('button')].filter((one) => one.offsetParent);"
        " return shown.every((one) => bottom(one) < bottom(phone)); })()"
    )
    assert await visitor.faults() == []


async def test_starting_over_gives_a_new_town(visitor: Visitor) -> None:
    await visitor.phone(0).get_by_role("button", name="Démarrer").click()
    await visitor.sees("Bonjour, et bienvenue.")
    await visitor.page.click("#reset")
    await visitor.phone(0).get_by_role("button", name="Démarrer").wait_for()
    assert await visitor.phone(0).locator(".message").count() == 0
