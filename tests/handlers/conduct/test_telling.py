"""A decision is told in words: at once, quietly at night, or once the private chat opens."""

from __future__ import annotations

import pytest

from tests.handlers.conduct.watch import PHONE, Watch


@pytest.mark.parametrize("step", ["nothing", "warning"])
async def test_who_opens_the_chat_from_the_group_after_the_decision_reads_the_decision(
    watch: Watch, step: str
) -> None:
    await watch.writes(watch.theo, PHONE["fr"])
    await watch.press(watch.marc, step)
    assert "n'a pas pu être prévenue" in watch.card_of().text
    await watch.starts(watch.theo, "retenu")
    said = watch.world.said(watch.theo)
    first = {"nothing": "Tout est en ordre.", "warning": "Un avertissement de la modération"}
    assert said[-1].startswith(first[step])
    assert len(said) == 1
    assert "n'a pas pu être prévenue" not in watch.card_of().text


async def test_a_decision_undone_by_an_appeal_is_told_as_undone(watch: Watch) -> None:
    await watch.writes(watch.lea, PHONE["fr"])
    await watch.press(watch.marc, "warning")
    await watch.says(watch.lea, "/appel")
    await watch.chooses(watch.lea, "appeals.buttons.begin")
    await watch.chooses(watch.lea, "appeals.buttons.send")
    await watch.decides(watch.odile, "Accueillir")
    await watch.starts(watch.lea, "retenu")
    assert watch.is_told(watch.lea, "conduct.undone.warning")


async def test_who_opens_the_private_chat_later_learns_what_was_decided_once(watch: Watch) -> None:
    message = await watch.writes(watch.theo, "On verra bien.")
    await watch.reports(watch.lea, message)
    await watch.press(watch.marc, "warning")
    for _ in range(2):
        await watch.starts(watch.theo, None)
    said = watch.world.said(watch.theo)
    assert [text.startswith("Un avertissement de la modération") for text in said].count(True) == 1


async def test_a_decision_rings_nobody_at_night(watch: Watch) -> None:
    await watch.writes(watch.lea, PHONE["fr"])
    await watch.wait(hours=15)  # one o'clock in the morning
    await watch.press(watch.marc, "warning")
    assert watch.world.seen(watch.lea)[-1].silent
