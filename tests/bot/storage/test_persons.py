"""What stands for a person is computed in one place, and tells nobody who they are."""

from __future__ import annotations

from pathlib import Path

import bot
from bot.storage.persons import person_hash
from tests.bot.core import Core


async def test_one_person_one_hash(core: Core) -> None:
    tx = core.db.reading()
    assert person_hash(tx, 5) == person_hash(tx, 5) != person_hash(tx, 6)
    assert len(person_hash(tx, 5)) >= 16


def test_it_is_computed_in_one_place() -> None:
    house = Path(bot.__file__).parents[1]
    sources = [path for part in ("bot", "handlers") for path in (house / part).rglob("*.py")]
    found = [path.name for path in sources if 'keyed_hash("person"' in path.read_text("utf-8")]
    assert found == ["persons.py"]
