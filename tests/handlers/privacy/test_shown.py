"""What is shown for ten minutes never arrives later: it is missed, and can be asked for again."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.agenda import post_due
from bot.simulator.models import Message, Person
from tests.handlers.privacy.test_pairs import agree, decided
from tests.stage import Stage


async def handles(stage: Stage) -> None:
    """Let the bot handle all that arrived and fell due, while nothing can leave."""
    await stage.bot.intake.poll(0)
    while await stage.bot.worker.work() or await post_due(stage.bot.db, stage.bot.clock):
        pass


async def agrees_while_nothing_leaves(stage: Stage, person: Person, name: str) -> None:
    """Somebody agrees; what it lets out, a message of that name, waits."""
    label = agree(stage)
    stage.world.press(person, stage.message_with(person, label, stage.team), label)
    waits = "SELECT 1 FROM outbox WHERE message = ? AND state = 'waiting'"
    await handles(stage)
    for _ in range(9):  # Telegram is asked first whether they still moderate
        if await stage.rows(waits, name):
            break
        await stage.bot.sender.turn()
        await stage.bot.sender.wait_for_answer()
        await handles(stage)
    assert await stage.rows(waits, name)


def files(stage: Stage, person: Person) -> list[Message]:
    return [message for message in stage.world.seen(person) if "document" in message.raw]


@pytest.mark.parametrize(("language", "command"), [("fr", "/mesdonnees"), ("en", "/mydata")])
async def test_my_data_held_up_for_ten_minutes_never_leave(
    stage: Stage, language: str, command: str
) -> None:
    lea = stage.lea
    lea.language_code = language
    await stage.sends(lea)
    before = len(stage.world.said(lea))
    stage.world.write(lea, None, command)
    await handles(stage)
    stage.clock.move(timedelta(minutes=10))
    await stage.settle()
    assert files(stage, lea) == []
    assert len(stage.world.said(lea)) == before + 1, "neither page nor file, one word of it"
    assert stage.is_told(lea, "privacy.data.missed")
    assert stage.story(lea, "hopes") not in stage.last(lea)

    await stage.chooses(lea, "privacy.buttons.data")
    [file] = files(stage, lea)
    assert not file.deleted


async def test_my_data_held_up_for_nine_minutes_come_and_go(stage: Stage) -> None:
    await stage.sends(stage.lea)
    stage.world.write(stage.lea, None, "/mesdonnees")
    await handles(stage)
    stage.clock.move(timedelta(minutes=9))
    await stage.settle()
    [file] = files(stage, stage.lea)
    await stage.wait(minutes=2)
    assert file.deleted
    assert not stage.is_told(stage.lea, "privacy.data.missed")


async def test_what_was_on_its_way_as_the_time_ended_is_taken_away_as_it_arrives(
    stage: Stage,
) -> None:
    await stage.sends(stage.lea)
    stage.world.write(stage.lea, None, "/mesdonnees")
    await handles(stage)
    stage.clock.move(timedelta(minutes=9, seconds=59))
    await stage.bot.sender.turn()  # the calls are made; what came of them is not known yet
    await stage.bot.sender.wait_for_answer()
    stage.clock.move(timedelta(seconds=2))
    await handles(stage)
    await stage.settle()
    assert all(message.deleted for message in files(stage, stage.lea))
    pages = [m for m in stage.world.seen(stage.lea) if m.text.startswith("Ce que nous gardons")]
    assert all(message.deleted for message in pages)


async def test_the_list_of_members_held_up_never_leaves(stage: Stage, sophie: Person) -> None:
    await stage.starts(stage.nadia, None)
    await stage.says(stage.nadia, "/exporter")
    await agrees_while_nothing_leaves(stage, stage.marc, f"export:{stage.nadia.id}")
    stage.clock.move(timedelta(minutes=10))
    await stage.settle()
    assert files(stage, stage.nadia) == []
    assert stage.is_told(stage.nadia, "privacy.pair.export_missed")


async def test_a_decided_file_held_up_is_not_shown(stage: Stage) -> None:
    await decided(stage)
    await stage.starts(stage.marc, None)
    await stage.says(stage.marc, "/rouvrir D-1")
    await agrees_while_nothing_leaves(stage, stage.odile, f"opened:{stage.marc.id}")
    stage.clock.move(timedelta(minutes=10))
    await stage.settle()
    assert stage.is_told(stage.marc, "privacy.pair.open_missed")
    assert stage.story(stage.lea, "hopes") not in " ".join(stage.world.said(stage.marc))
