"""The moderators' list and /reload where the community speaks English."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

import content
from bot.simulator.models import Message, Person
from content import load
from tests.handlers.faq.asker import KNOWN, NONSENSE, Asker


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Asker]:
    """The town in English, with its own copy of the texts."""
    own = Path(content.__file__).parent
    for language in load().languages:
        shutil.copytree(own / language, tmp_path / "content" / language)
    texts = load(tmp_path / "content")
    stage = Asker(tmp_path / "data", content=texts, default_language="en")
    for person in (stage.lea, stage.marc, stage.nadia):
        person.language_code = "en"
    await stage.open()
    try:
        await stage.settle()
        yield stage
        assert stage.api.nonconformities == []
        assert await stage.rows("SELECT error FROM inbox WHERE state = 'aside'") == []
    finally:
        await stage.close()


def shown(stage: Asker, words: str) -> Message:
    """Return the newest message of the bot in the moderators' chat that holds these words."""
    return stage.said_to_team(words)[-1]


async def press(stage: Asker, person: Person, words: str, label: str) -> None:
    """Somebody presses a button under the newest message with these words."""
    message = shown(stage, words)
    stage.world.press(person, message, next(n for n in message.labels if label in n))
    await stage.settle()


async def test_a_miss_is_counted_answered_once_and_made_a_draft(stage: Asker) -> None:
    question = await stage.asks_what_is_unknown(stage.lea)
    await stage.says(stage.marc, "/questions", stage.team)
    said = stage.last(stage.marc, stage.team)
    assert "1 question without an answer" in said
    assert "Sought in vain over three months: " in said
    await stage.lists("Without an answer")
    await press(stage, stage.marc, question, "Answer once")
    prompt = shown(stage, "reply to this message with the answer")
    await stage.replies(stage.marc, "See the recipe.", prompt, stage.team)
    assert "See the recipe." in stage.last(stage.lea)
    assert "Marc" not in stage.last(stage.lea)
    await press(stage, stage.marc, question, "Make a draft")
    assert shown(stage, "Draft written")
    [path] = (stage.folder / "drafts" / "en" / "faq").iterdir()
    assert path.read_text("utf-8").rstrip().endswith("See the recipe.")


async def test_a_miss_is_merged_and_another_dropped(stage: Asker) -> None:
    question = await stage.asks_what_is_unknown(stage.lea)
    await stage.lists("Without an answer")
    await press(stage, stage.marc, question, "Merge")
    await press(stage, stage.marc, question, shown(stage, question).labels[0])
    assert shown(stage, "Noted for")
    await stage.asks_what_is_unknown(stage.lea)
    await stage.lists("Without an answer")
    await press(stage, stage.marc, NONSENSE["en"], "Take off")
    assert shown(stage, "Taken off the list by Marc")
    assert await stage.rows("SELECT id FROM faq_misses WHERE state = 'open'") == []


async def test_only_a_coordinator_confirms(stage: Asker) -> None:
    entry = next(entry for entry in stage.content.faq("en") if entry.verify)
    await stage.lists("To be verified")
    await press(stage, stage.marc, entry.question, "I confirm")
    assert "Confirmed by" not in shown(stage, entry.question).text
    await press(stage, stage.nadia, entry.question, "I confirm")
    assert "Confirmed by Nadia" in shown(stage, entry.question).text


async def test_reload_takes_what_is_valid_and_tells_the_line_of_a_fault(stage: Asker) -> None:
    path = stage.content.folder / "en/faq/cafes.md"
    text = path.read_text("utf-8")
    await stage.says(stage.lea, KNOWN["en"])
    old = stage.answer(stage.lea, "cafes")[:20]
    assert old in stage.last(stage.lea)

    path.write_text(text.replace("verify", "verfy").replace("audience", "audeince"), "utf-8")
    await stage.says(stage.nadia, "/reload", stage.team)
    said = stage.last(stage.nadia, stage.team)
    assert "Nothing has changed" in said
    assert "content/en/faq/cafes.md:" in said

    path.write_text(text.replace(old, f"Welcome. {old}"), "utf-8")
    await stage.says(stage.nadia, "/reload", stage.team)
    assert "The texts are up to date" in stage.last(stage.nadia, stage.team)
    await stage.says(stage.lea, KNOWN["en"])
    assert f"Welcome. {old}" in stage.last(stage.lea)
