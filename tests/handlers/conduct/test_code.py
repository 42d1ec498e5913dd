"""The code of conduct: read by anyone, accepted anew by members when it changes, never by force."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from shutil import copytree

import pytest

import content
from bot.simulator.formatting import units
from bot.simulator.models import Person
from bot.storage.persons import person_hash
from content import load
from moderation.conduct import ARTICLES
from tests.stage import CONTENT, Stage, plain

WEEK = timedelta(days=7)


class Readers(Stage):
    """The town, with Léa and Sam in the group since before the bot."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.sam = self.world.add_person("Sam", language_code="en")
        for person in (self.lea, self.sam):
            self.world.add_member(self.group, person)
        self.world.updates.clear()


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Readers]:
    stage = Readers(tmp_path)
    await stage.open()
    try:
        await stage.settle()
        for person in (stage.lea, stage.sam):
            await stage.says(person, "Bonjour", stage.group)
        yield stage
        assert stage.api.nonconformities == []
    finally:
        await stage.close()


async def rewrite(stage: Readers, folder: Path, added: str = "Le robot dit pourquoi.") -> None:
    """Somebody edits the code, and the bot starts again with it."""
    copy = folder / "content"
    if not copy.exists():
        copytree(
            Path(content.__file__).parent,
            copy,
            ignore=lambda _d, n: [
                name for name in n if name.endswith(".py") or name in ("search", "__pycache__")
            ],
        )
    for language in ("fr", "en"):
        path = copy / language / "code-of-conduct.md"
        text = path.read_text("utf-8").replace('version = "2"', 'version = "3"')
        path.write_text(f"{text}\n{added}\n", "utf-8")
    stage.content = load(copy)
    await stage.restart()


async def accepted(stage: Readers, person: Person) -> list[tuple[str, str]]:
    """The versions that somebody accepted, in which language."""
    who = person_hash(stage.bot.db.reading(), person.id)
    rows = await stage.rows("SELECT * FROM code_acceptances WHERE person = ?", who)
    return [(row["version"], row["language"]) for row in rows]


def asked(stage: Readers, person: Person, key: str) -> int:
    """How often somebody was asked."""
    return sum(plain(stage.words(person).text(key)) in t for t in stage.world.said(person))


async def until_ten(stage: Readers) -> None:
    """To the next morning, past ten."""
    await stage.wait(hours=24)


async def test_anyone_reads_the_code_in_private(stage: Readers) -> None:
    zoe = stage.world.add_person("Zoé")
    await stage.says(zoe, "/code")
    for article in CONTENT.code("fr").articles:
        assert f"{article.number}. {article.title}" in stage.last(zoe)
    assert "J'accepte ce code" not in stage.world.seen(zoe)[-1].labels


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_article_that_a_rule_cites_is_there(language: str) -> None:
    code = CONTENT.code(language)
    assert set(ARTICLES.values()) <= {article.number for article in code.articles}
    assert units(plain(code.html)) < 3400, "it must leave room for what introduces it"


async def test_a_member_accepts_and_the_proof_is_kept(stage: Readers) -> None:
    for person in (stage.lea, stage.sam):
        await stage.says(person, "/code")
        await stage.chooses(person, "code.buttons.accept")
        assert stage.toast(person) == stage.label(person, "code.toasts.accepted")
    assert await accepted(stage, stage.lea) == [("2", "fr")]
    assert await accepted(stage, stage.sam) == [("2", "en")]
    await stage.says(stage.lea, "/code")
    assert "J'accepte ce code" not in stage.world.seen(stage.lea)[-1].labels


async def test_the_first_start_asks_nobody(stage: Readers) -> None:
    await stage.starts(stage.lea, None)
    await until_ten(stage)
    assert asked(stage, stage.lea, "code.new") == 0
    assert not any("code de conduite" in t for t in stage.world.said(stage.lea, stage.group))


async def test_a_new_version_is_asked_of_each_once_then_reminded_once(
    stage: Readers, tmp_path: Path
) -> None:
    await stage.starts(stage.lea, None)
    await until_ten(stage)
    await rewrite(stage, tmp_path)
    assert asked(stage, stage.lea, "code.new") == 0, "nobody is asked before the morning"
    await until_ten(stage)
    assert asked(stage, stage.lea, "code.new") == 1
    assert "Le robot dit pourquoi." in stage.last(stage.lea)
    assert plain(CONTENT.words("fr").text("code.new_in_group")) in stage.last(
        stage.lea, stage.group
    )

    for _ in range(20):
        await until_ten(stage)
    assert asked(stage, stage.lea, "code.new") == 1
    assert asked(stage, stage.lea, "code.reminder") == 1
    await stage.chooses(stage.lea, "code.buttons.accept")
    assert await accepted(stage, stage.lea) == [("3", "fr")]
    assert stage.world.inside(stage.lea, stage.group)


async def test_who_accepted_is_not_reminded(stage: Readers, tmp_path: Path) -> None:
    await stage.starts(stage.lea, None)
    await until_ten(stage)
    await rewrite(stage, tmp_path)
    await until_ten(stage)
    await stage.chooses(stage.lea, "code.buttons.accept")
    for _ in range(10):
        await until_ten(stage)
    assert asked(stage, stage.lea, "code.reminder") == 0


async def test_it_is_asked_in_the_day(stage: Readers, tmp_path: Path) -> None:
    await stage.starts(stage.lea, None)
    await until_ten(stage)
    await rewrite(stage, tmp_path)
    await stage.wait(hours=14)  # midnight
    assert asked(stage, stage.lea, "code.new") == 0
    await stage.wait(hours=11)
    message = next(m for m in stage.world.seen(stage.lea) if "a changé" in m.text)
    assert stage.clock.time.astimezone(stage.bot.application.community.timezone).hour >= 10
    assert not message.silent


async def test_who_opens_the_conversation_later_is_asked_then(
    stage: Readers, tmp_path: Path
) -> None:
    await until_ten(stage)
    await rewrite(stage, tmp_path)
    await until_ten(stage)
    assert stage.world.said(stage.sam) == []
    await stage.starts(stage.sam, "code")
    await stage.chooses(stage.sam, "code.buttons.accept")
    assert await accepted(stage, stage.sam) == [("3", "en")]


async def test_an_older_text_is_not_accepted_for_the_new_one(
    stage: Readers, tmp_path: Path
) -> None:
    await stage.says(stage.lea, "/code")
    await rewrite(stage, tmp_path)
    await stage.chooses(stage.lea, "code.buttons.accept")
    assert await accepted(stage, stage.lea) == []
    assert stage.is_told(stage.lea, "code.changed_since")
    await stage.chooses(stage.lea, "code.buttons.accept")
    assert await accepted(stage, stage.lea) == [("3", "fr")]


async def test_a_forged_acceptance_accepts_nothing(stage: Readers) -> None:
    zoe = stage.world.add_person("Zoé")
    for person in (zoe, stage.lea):
        await stage.starts(person, None)
        shown = stage.world.seen(person)[-1]
        for data in ("code.accept", "code.accept:0", "code.accept:" + "0" * 16):
            stage.world.press_data(person, shown, data)
            await stage.settle()
        assert await accepted(stage, person) == []


async def test_moderators_see_how_many_accepted_and_may_have_the_others_asked(
    stage: Readers,
) -> None:
    await stage.starts(stage.lea, None)
    await stage.says(stage.sam, "/code")
    await stage.chooses(stage.sam, "code.buttons.accept")
    await stage.says(stage.marc, "/code", stage.team)
    assert "1 sur 3" in stage.last(stage.marc, stage.team)
    await stage.taps(stage.marc, "Demander aux autres", stage.team)
    await until_ten(stage)
    assert asked(stage, stage.lea, "code.first") == 1
    assert asked(stage, stage.lea, "code.new") == 0, "it has not changed"
    assert asked(stage, stage.sam, "code.first") == 0
