"""The help card: for the person alone, anywhere, whatever else goes wrong."""

from __future__ import annotations

import pytest

from tests.stage import Stage


@pytest.mark.parametrize("command", ["/aide", "/help", "/urgence"])
async def test_in_private_by_any_of_its_names(stage: Stage, command: str) -> None:
    await stage.says(stage.lea, command)
    assert "911" in stage.last(stage.lea)
    assert "1 866 277-3553" in stage.last(stage.lea)


async def test_no_line_of_a_phone_begins_with_a_colon(stage: Stage) -> None:
    stage.api.plain = False
    await stage.says(stage.lea, "/aide")
    assert "Police, ambulance\N{NO-BREAK SPACE}: 911" in stage.last(stage.lea)


async def test_said_in_the_group_it_comes_in_private(stage: Stage) -> None:
    await stage.starts(stage.nadia, None)
    await stage.says(stage.nadia, "/aide", stage.group)
    assert "911" in stage.last(stage.nadia)
    assert not any("911" in text for text in stage.world.said(stage.nadia, stage.group))


async def test_said_in_the_group_by_somebody_who_never_pressed_start(stage: Stage) -> None:
    await stage.says(stage.nadia, "/aide", stage.group)
    assert "911" in stage.last(stage.nadia, stage.group)


async def test_said_in_the_group_by_somebody_who_blocked_the_bot(stage: Stage) -> None:
    await stage.starts(stage.nadia, None)
    stage.world.block_bot(stage.nadia)
    stage.world.updates.clear()  # the news of it is still on its way
    await stage.says(stage.nadia, "/aide", stage.group)
    assert "911" in stage.last(stage.nadia, stage.group)


async def test_its_button_stands_on_every_screen(stage: Stage) -> None:
    await stage.starts(stage.lea)
    for label in ("Commencer", "J'accepte", "Non merci", "Mère"):
        assert "Besoin d'aide maintenant" in stage.message_with(stage.lea, label).labels
        await stage.taps(stage.lea, label)
    await stage.taps(stage.lea, "Besoin d'aide maintenant")
    assert "911" in stage.last(stage.lea)


async def test_nobody_is_named_in_what_is_kept(stage: Stage) -> None:
    await stage.says(stage.lea, "/aide")
    rows = await stage.rows("SELECT payload FROM inbox WHERE kind = 'update'")
    assert [row[0] for row in rows] == [None]
