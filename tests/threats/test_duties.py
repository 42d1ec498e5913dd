"""The duties and controls that no other test holds whole, and the list of which test holds which.

``README.md`` beside this file is the list, row by row.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.storage.privacy import retention
from tests.stage import CONTENT, Stage

ROOT = Path(__file__).parents[2]
LIST = Path(__file__).with_name("README.md")
_NAMED = re.compile(r"`([\w/]+\.py)`")
_TEST = re.compile(r"`(test_\w+)`")

languages = pytest.mark.parametrize("language", CONTENT.languages)


def rows() -> list[str]:
    """Return the rows of the list, each of which tells a duty or a threat and its tests."""
    lines = LIST.read_text("utf-8").splitlines()
    return [line for line in lines if line.startswith("| ") and not line.startswith("| what ")]


def functions_in(file: str) -> set[str]:
    tree = ast.parse((ROOT / "tests" / file).read_text("utf-8"))
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    return {node.name for node in ast.walk(tree) if isinstance(node, functions)}


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.split("|")[1].strip()[:40])
def test_each_row_of_the_list_names_tests_that_are_there(row: str) -> None:
    where, named = row.split("|")[-2], []
    for part in re.split(r"(?=`[\w/]+\.py`)", where):
        if found := _NAMED.match(part):
            named += [(found[1], name) for name in _TEST.findall(part)]
    assert named, "a row without a test"
    assert [name for file, name in named if name not in functions_in(file)] == []


# Duties


@languages
def test_no_child_is_asked_about_and_only_adults_come_in(language: str) -> None:
    said = {
        "fr": ("aucun nom", "date de naissance", "école", "photo d'enfant", "réservé aux adultes"),
        "en": ("no name", "birth date", "school", "photo of a child", "adults only"),
    }[language]
    first = CONTENT.screening(language).questions[0]
    assert [words for words in said if words not in first.hint] == []
    assert any(reason.id == "minor" for reason in CONTENT.reasons(language))


@languages
def test_whoever_must_report_a_child_s_danger_is_told_so(language: str) -> None:
    said = CONTENT.words(language).text("help.child_in_danger")
    article = {"fr": "art. 39", "en": "s. 39"}[language]
    assert [words for words in ("911", "DPJ", article) if words not in said] == []


@languages
def test_who_writes_is_named(language: str) -> None:
    assert CONTENT.organisation.name in CONTENT.words(language).text("screening.hello")


async def test_a_refused_request_is_under_a_hash_after_30_days_and_gone_after_24_months(
    stage: Stage,
) -> None:
    lea, now = stage.lea, stage.clock.time
    await stage.sends(lea)
    reason = next(r for r in stage.content.reasons("fr") if r.id == "protection")
    for label in (stage.label(stage.marc, "card.buttons.refuse"), reason.label):
        await stage.taps(stage.marc, label, stage.team)
    await stage.wait(days=31)
    assert await stage.rows("SELECT 1 FROM answers") == []
    [file] = await stage.rows("SELECT user_id, length(person), reason FROM applications")
    assert tuple(file) == (None, 32, "protection")

    for days, left in ((729, 1), (731, 0)):
        then = now + timedelta(days=days)
        async with stage.bot.db.transaction() as tx:
            await retention.destroy_old(tx, then, then.date())
        assert len(await stage.rows("SELECT 1 FROM applications")) == left
        assert len(await stage.rows("SELECT 1 FROM consents LIMIT 1")) == left


async def test_what_was_worked_and_sent_is_emptied(stage: Stage) -> None:
    await stage.sends(stage.lea)
    for table, column in (("inbox", "payload"), ("outbox", "params")):
        ended = "state IN ('done', 'failed')"
        full = f"SELECT 1 FROM {table} WHERE {ended} AND {column} NOT NULL"  # noqa: S608
        assert await stage.rows(full) == []
        assert await stage.rows(f"SELECT 1 FROM {table} WHERE {ended}") != []  # noqa: S608


# What leaves the machine


TO_TELEGRAM = {
    *("bot/delivery/request.py", "bot/delivery/refusals.py"),  # Telegram, and its errors
    *("bot/demo/web.py", "bot/simulator/server.py"),  # this machine alone
}
NETWORK = ("socket", "http", "urllib", "aiohttp", "httpx", "requests", "smtplib", "ftplib", "ssl")
WITHOUT_NETWORK = ("urllib.parse",)


def imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def test_nothing_reaches_the_network_but_what_calls_telegram() -> None:
    found = {
        str(file.relative_to(ROOT))
        for folder in ("bot", "handlers", "moderation", "content")
        for file in (ROOT / folder).rglob("*.py")
        for name in imports(file)
        if name.partition(".")[0] in NETWORK and name not in WITHOUT_NETWORK
    }
    assert found == TO_TELEGRAM
