"""/recharger: valid changes go live, others change nothing and are told by file and line."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

import content
from bot.simulator.models import Person
from content import load
from tests.handlers.faq.asker import KNOWN, Asker


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Asker]:
    """The town with its own copy of the texts."""
    own = Path(content.__file__).parent
    for language in load().languages:
        shutil.copytree(own / language, tmp_path / "content" / language)
    stage = Asker(tmp_path / "data", content=load(tmp_path / "content"))
    await stage.open()
    try:
        await stage.settle()
        yield stage
        assert stage.api.nonconformities == []
    finally:
        await stage.close()


def change(stage: Asker, old: str, new: str) -> None:
    """Change the French answer about cafés."""
    path = stage.content.folder / "fr/faq/cafes.md"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


async def test_a_valid_change_goes_live(stage: Asker) -> None:
    await stage.says(stage.lea, KNOWN["fr"])
    assert "Un café-rencontre est une soirée" in stage.last(stage.lea)
    change(stage, "Un café-rencontre est une soirée", "Un café-rencontre est une belle soirée")
    await stage.says(stage.nadia, "/recharger", stage.team)
    assert "Les textes sont à jour" in stage.last(stage.nadia, stage.team)
    await stage.says(stage.lea, KNOWN["fr"])
    assert "une belle soirée" in stage.last(stage.lea)


async def test_a_fault_changes_nothing_and_is_told(stage: Asker) -> None:
    change(stage, "checked_on = 2026-11-22", 'checked_on = "hier"')
    await stage.says(stage.nadia, "/recharger", stage.team)
    said = stage.last(stage.nadia, stage.team)
    lines = (stage.content.folder / "fr/faq/cafes.md").read_text("utf-8").splitlines()
    line = next(n for n, text in enumerate(lines, 1) if text.startswith("checked_on"))
    assert f"content/fr/faq/cafes.md:{line}:" in said
    await stage.says(stage.lea, KNOWN["fr"])
    assert "Un café-rencontre est une soirée" in stage.last(stage.lea)


async def test_a_new_way_of_asking_is_found_once_taken(stage: Asker) -> None:
    change(stage, "phrasings = [", 'phrasings = [\n    "recette de crêpes au sarrasin",')
    await stage.says(stage.nadia, "/reload", stage.team)
    await stage.says(stage.lea, "recette de crepes au sarrasin")
    assert "Un café-rencontre est une soirée" in stage.last(stage.lea)


async def test_a_moderator_is_told_who_may(stage: Asker) -> None:
    await stage.says(stage.marc, "/recharger", stage.team)
    assert stage.last(stage.marc, stage.team) == stage.label(
        stage.marc, "common.closed.coordinator"
    )
    await stage.says(stage.marc, "/recharger")
    assert stage.is_told(stage.marc, "common.closed.coordinator")


async def test_each_who_says_a_private_command_in_the_group_is_told_once_an_hour(
    stage: Asker, member: Person
) -> None:
    for person in (member, stage.nadia, member):
        await stage.says(person, "/ressources", stage.group)
    told = [m for m in stage.world.seen(member, stage.group) if m.labels]
    assert len(told) == 2


async def test_a_moderator_who_coordinates_nothing_may_not(stage: Asker) -> None:
    change(stage, "Un café-rencontre est une soirée", "Un café-rencontre est une belle soirée")
    await stage.says(stage.marc, "/recharger", stage.team)
    await stage.says(stage.lea, KNOWN["fr"])
    assert "une belle soirée" not in stage.last(stage.lea)
