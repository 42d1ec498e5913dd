"""Somebody before the page of the demo: what they do there, and what they see."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.async_api import ConsoleMessage, Locator, Page

WAITS_FOR = 120_000
"""Milliseconds; a story without pauses takes about twenty seconds at Telegram's own pace."""

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}


class Visitor:
    """Somebody before the page. Phones are 0 to 2, from left to right."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.errors: list[str] = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", self._note)
        page.set_default_timeout(WAITS_FOR)

    def _note(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(message.text)

    async def open(self) -> None:
        """Open the page, and wait until the bot listens."""
        await self.page.goto(self.address)
        await self.page.wait_for_selector(".door .about:not(:empty)")

    def phone(self, number: int) -> Locator:
        """One of the phones."""
        return self.page.locator(".phone").nth(number)

    async def sees(self, text: str, number: int = 0) -> None:
        """Wait until a phone shows a text in its chat."""
        await self.phone(number).locator(".log").get_by_text(text).last.wait_for()

    async def taps(self, label: str, number: int = 0) -> None:
        """Tap the newest button of the bot with this label."""
        keys = self.phone(number).locator(".keys")
        await keys.get_by_role("button", name=label, exact=True).last.click()

    async def writes(self, text: str, number: int = 0) -> None:
        """Write in the chat that a phone shows, and send with Enter."""
        line = self.phone(number).locator("textarea")
        await line.fill(text)
        await line.press("Enter")

    async def plays(self, story: str, title: str) -> None:
        """Play a story without pauses, to its end."""
        await self.page.evaluate("document.getElementById('speed').value = '0'")
        await self.page.click(f"[data-story={story}]")
        await self.page.wait_for_selector("body.playing")
        await self.page.wait_for_selector(f"#story-now.over #chapter:has-text('{title}')")

    async def becomes(self, who: str, number: int = 0) -> None:
        """Take somebody's phone."""
        await self.phone(number).locator(".who").select_option(who)

    async def goes(self, tab: str, number: int = 0) -> None:
        """Show another chat of a phone, by the name of its tab."""
        await self.phone(number).get_by_role("tab", name=tab).click()

    async def faults(self) -> list[str]:
        """What axe-core finds wrong with the page as it is (WCAG 2.2, levels A and AA)."""
        from axe_playwright_python.async_playwright import Axe

        found = await Axe().run(self.page, options=RULES)
        return [
            f"{fault['id']}: {node['html'][:160]} {node['failureSummary'][:200]}"
            for fault in found.response["violations"]
            for node in fault["nodes"]
        ]
