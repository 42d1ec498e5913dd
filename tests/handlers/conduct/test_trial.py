"""At first, and on trial runs, moderators see what would go, and nothing goes."""

from __future__ import annotations

from pathlib import Path

from tests.handlers.conduct.circle import Circle
from tests.handlers.conduct.watch import PHONE, Watch


async def test_for_two_weeks_a_card_and_nothing_else(circle: Circle) -> None:
    said = len(circle.world.said(circle.lea))
    message = await circle.writes(circle.lea, PHONE["fr"])
    assert not message.deleted
    assert len(circle.world.said(circle.lea)) == said
    [card] = circle.stands("C-1 · ")
    assert "Période d'observation" in card.text
    assert "Le message est toujours dans le groupe" in card.text

    await circle.wait(days=14, minutes=1)
    assert circle.stands("La période d'observation est terminée")
    message = await circle.writes(circle.lea, PHONE["fr"])
    assert message.deleted


async def test_a_coordinator_ends_it_and_takes_it_up_again(circle: Circle) -> None:
    end = circle.label(circle.nadia, "conduct.buttons.end_trial")
    await circle.taps(circle.odile, end, circle.team)  # a moderator may not
    assert not (await circle.writes(circle.lea, PHONE["fr"])).deleted
    await circle.taps(circle.nadia, end, circle.team)
    assert circle.stands("à la demande de Nadia Roy")
    assert (await circle.writes(circle.sam, PHONE["en"])).deleted

    await circle.taps(
        circle.nadia, circle.label(circle.nadia, "conduct.buttons.resume_trial"), circle.team
    )
    assert circle.stands("7 décembre 2026, à la demande de Nadia Roy")
    await circle.wait(minutes=20)
    assert not (await circle.writes(circle.lea, PHONE["fr"])).deleted
    await circle.wait(days=14)
    assert (await circle.writes(circle.lea, PHONE["fr"])).deleted


async def test_a_restart_begins_no_second_trial(watch: Watch) -> None:
    await watch.restart()
    assert (await watch.writes(watch.lea, PHONE["fr"])).deleted


async def test_on_a_trial_run_cards_alone_even_for_decisions(tmp_path: Path) -> None:
    watch = Watch(tmp_path, dry_run=True)
    await watch.open()
    try:
        await watch.gather()
        said = len(watch.world.said(watch.lea))
        message = await watch.writes(watch.lea, PHONE["fr"])
        assert not message.deleted
        assert "Mode d'essai" in watch.card_of().text
        await watch.press(watch.marc, "suspension")
        assert "rien n'a été fait" in watch.card_of().text
        assert watch.group.member(watch.lea, watch.world.now()).status == "member"
        await watch.press(watch.marc, "undo")
        assert len(watch.world.said(watch.lea)) == said
    finally:
        await watch.close()
