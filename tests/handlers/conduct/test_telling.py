"""A decision is told in words: at once, quietly at night, or once the private chat opens."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

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


async def test_who_had_everything_erased_is_greeted_and_told_nothing_late(watch: Watch) -> None:
    message = await watch.writes(watch.theo, "On verra bien.")
    await watch.reports(watch.lea, message)
    await watch.press(watch.marc, "warning")
    await watch.says(watch.theo, "/oublier")
    await watch.chooses(watch.theo, "privacy.buttons.forget_yes")
    said = len(watch.world.said(watch.theo))
    await watch.starts(watch.theo, None)
    assert len(watch.world.said(watch.theo)) == said + 1
    assert "Un avertissement de la modération" not in "".join(watch.world.said(watch.theo))


async def test_a_decision_rings_nobody_at_night(watch: Watch) -> None:
    await watch.writes(watch.lea, PHONE["fr"])
    await watch.wait(hours=15)  # one o'clock in the morning
    await watch.press(watch.marc, "warning")
    assert watch.world.seen(watch.lea)[-1].silent


# In dry run


@pytest.fixture
async def rehearsal(tmp_path: Path) -> AsyncIterator[Watch]:
    """The group in dry run."""
    watch = Watch(tmp_path, dry_run=True)
    await watch.open()
    try:
        await watch.gather()
        yield watch
    finally:
        await watch.close()


async def test_what_is_decided_in_dry_run_counts_for_nothing(rehearsal: Watch) -> None:
    watch = rehearsal
    await watch.writes(watch.lea, PHONE["fr"])
    for moderator, first in ((watch.marc, "removal"), (watch.odile, "agree")):
        await watch.press(moderator, first)
        await watch.press(moderator, "out")
    assert "En mode d'essai, rien n'a été fait." in watch.card_of().text
    await watch.says(watch.lea, "/moi")
    assert watch.is_told(watch.lea, "record.own_none")
    await watch.says(watch.lea, "/appel")
    assert watch.is_told(watch.lea, "appeals.none")
    await watch.says(watch.odile, "/dossier C-1", watch.team)
    assert "en mode d'essai. Ne compte pas." in watch.stands("📁")[-1].text

    watch.settings["dry_run"] = False
    await watch.restart()
    await watch.writes(watch.lea, "Écrivez à lea@exemple.test pour en parler.")
    assert "Historique : rien." in watch.card_of(2).text
    before = len(watch.world.said(watch.lea))
    await watch.press(watch.marc, "undo", 1)
    assert len(watch.world.said(watch.lea)) == before, "she never heard of it"
