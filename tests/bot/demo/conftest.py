"""The page, served by the process that ``make demo`` starts, and a browser that looks at it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING

import aiohttp
import pytest

from tests.bot.demo.visitor import Visitor

if TYPE_CHECKING:
    from playwright.async_api import Browser, BrowserContext

ROOT = Path(__file__).parents[3]
CHROMIUM = which("chromium") or which("chromium-browser")
ARGUMENTS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
DESKTOP = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="session")
def served() -> Iterator[str]:
    """The address of a demo, opened once for all the tests of the page."""
    if CHROMIUM is None:
        pytest.skip("no browser here: apt-get install chromium")
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "demo"],
        cwd=ROOT,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    try:
        shown = (re.search(r"http://127\.0\.0\.1:\d+", line) for line in process.stdout)
        yield next(found[0] for found in shown if found)
    finally:
        process.terminate()
        process.communicate(timeout=60)


@pytest.fixture
async def address(served: str) -> str:
    """The address of a demo whose town is new."""
    fresh = f"{served}/ask/reset"
    async with aiohttp.ClientSession() as web, web.post(fresh, json={"language": "fr"}) as answer:
        assert answer.status == 200
    return served


@pytest.fixture
async def browser(served: str) -> AsyncIterator[Browser]:
    """Debian's Chromium."""
    playwright_api = pytest.importorskip(
        "playwright.async_api", reason="no driver for a browser here: make test brings it"
    )
    async with playwright_api.async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        await browser.close()


async def _visitor(browser: Browser, address: str, **how: object) -> tuple[Visitor, BrowserContext]:
    context = await browser.new_context(
        locale="fr-CA",
        reduced_motion="reduce",
        **how,  # type: ignore[arg-type]
    )
    return Visitor(await context.new_page(), address), context


@pytest.fixture
async def visitor(browser: Browser, address: str) -> AsyncIterator[Visitor]:
    """Somebody at a desk."""
    visitor, context = await _visitor(browser, address, viewport=DESKTOP)
    await visitor.open()
    yield visitor
    assert visitor.errors == []
    await context.close()


@pytest.fixture
async def walker(browser: Browser, address: str) -> AsyncIterator[Visitor]:
    """Somebody with the page on a phone."""
    visitor, context = await _visitor(
        browser, address, viewport=PHONE, is_mobile=True, has_touch=True
    )
    await visitor.open()
    yield visitor
    assert visitor.errors == []
    await context.close()


@pytest.fixture(scope="session")
def pictures() -> Path:
    """The folder where a run keeps its pictures: SCREENSHOTS, or one that git ignores."""
    folder = Path(os.environ.get("SCREENSHOTS", ROOT / ".screenshots"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder
