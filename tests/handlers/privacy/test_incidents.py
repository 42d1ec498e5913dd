"""The register of incidents: eight fields one at a time, and drafts that are never sent."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.storage.privacy.incidents import FIELDS
from tests.stage import Stage, plain


async def note(stage: Stage) -> None:
    """Nadia notes an incident from its first field to its last."""
    await stage.says(stage.nadia, "/incident")
    await stage.chooses(stage.nadia, "privacy.buttons.new_incident")
    for name in FIELDS:
        prompt = stage.world.seen(stage.nadia)[-1]
        assert stage.label(stage.nadia, f"privacy.incident.fields.{name}") in prompt.text
        await stage.says(stage.nadia, f"Ce qu'on sait de {name}.", reply_to=prompt)


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_an_incident_is_noted_field_by_field(stage: Stage, language: str) -> None:
    stage.nadia.language_code = language
    await note(stage)
    said = "\n".join(stage.world.said(stage.nadia)[-3:])
    assert all(f"Ce qu'on sait de {name}." in said for name in FIELDS)
    rows = await stage.rows("SELECT registered_at FROM incidents")
    assert [row[0] is not None for row in rows] == [True]
    await stage.says(stage.nadia, "/incident")
    assert "I-1" in stage.last(stage.nadia)
    assert stage.label(stage.nadia, "privacy.incident.complete") in stage.last(stage.nadia)


@pytest.mark.parametrize("name", ["authority", "people"])
async def test_a_notice_is_a_draft_and_goes_to_nobody_else(stage: Stage, name: str) -> None:
    await note(stage)
    others = (stage.lea, stage.marc, stage.odile)
    before = [len(stage.world.seen(person)) for person in others]
    await stage.chooses(stage.nadia, f"privacy.buttons.notice_{name}")
    said = "\n".join(stage.world.said(stage.nadia)[-3:])
    assert "Ce qu'on sait de circumstances." in said
    assert "{" not in said
    assert [len(stage.world.seen(person)) for person in others] == before


async def test_a_field_is_written_again(stage: Stage) -> None:
    await note(stage)
    label = stage.label(stage.nadia, "privacy.incident.fields.people")
    await stage.chooses(stage.nadia, "privacy.buttons.rewrite", field=label)
    await stage.says(stage.nadia, "Douze.", reply_to=stage.world.seen(stage.nadia)[-1])
    assert "Douze." in "\n".join(stage.world.said(stage.nadia)[-3:])


async def test_a_moderator_does_not_see_the_register(stage: Stage) -> None:
    await note(stage)
    await stage.says(stage.marc, "/incident")
    await stage.says(stage.lea, "/incident")
    for person in (stage.marc, stage.lea):
        assert "I-1" not in stage.last(person)
        register = plain(stage.content.words("fr").text("privacy.incident.list", incidents=""))
        assert register[:20] not in stage.last(person)


async def test_an_incident_is_kept_for_five_years(stage: Stage) -> None:
    await note(stage)
    for days, left in ((1800, 1), (40, 0)):
        stage.clock.move(timedelta(days=days))
        await stage.settle()
        await stage.wait(days=1)
        assert len(await stage.rows("SELECT * FROM incidents")) == left
    assert await stage.rows("SELECT * FROM incident_fields") == []
