"""The sender against the Bot API: order, answers that are lost, refusals, waits."""

from __future__ import annotations

import asyncio
import sqlite3
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.community.members import Place
from bot.delivery.sender import TRIES_WHEN_UNSURE
from bot.simulator.faults import Fault
from bot.storage import members, outbox
from bot.storage.outbox import Call
from tests.bot.core import ACTS, BULK, PEOPLE, Core


async def test_a_chat_hears_things_in_the_order_they_were_said(core: Core) -> None:
    await core.queue(*(core.to(f"{n}") for n in range(12)))
    await core.deliver()
    assert core.world.said(core.lea) == [f"{n}" for n in range(12)]


async def test_a_chat_that_waits_holds_up_no_other(core: Core) -> None:
    zoe = core.world.add_person("Zoé")
    core.world.start(zoe)
    core.api.faults.add(Fault("sendMessage", "429", retry_after=60))
    await core.queue(core.to("pour Léa"))
    await core.deliver(within=1)
    await core.queue(core.to("encore"), core.to("pour Zoé", zoe.id))
    await core.deliver(within=5)
    assert core.world.said(zoe) == ["pour Zoé"]
    assert core.world.said(core.lea) == []
    await core.deliver()
    assert core.world.said(core.lea) == ["pour Léa", "encore"]


async def test_people_go_before_announcements(core: Core) -> None:
    others = [core.world.add_person(f"P{n}") for n in range(20)]
    for person in others:
        core.world.start(person)
    await core.queue(*(core.to("annonce", p.id, lane=BULK) for p in others), core.to("réponse"))
    await core.deliver()
    sent = [params["text"] for params in core.api.made("sendMessage")]
    assert sent[0] == "réponse"
    assert sent.count("annonce") == 20


async def test_a_call_is_known_as_in_flight_before_it_is_made(core: Core) -> None:
    seen: list[str] = []
    call = core.api.call

    def watch(method: str, params: object = None) -> object:
        if method == "sendMessage":
            with core.locked():  # a commit that came later would wait here for ever
                seen.append(core_state(core))
        return call(method, params)

    core.api.call = watch  # type: ignore[method-assign]
    await core.queue(core.to("bonjour"))
    await core.deliver()
    assert seen == ["in_flight"]
    assert await core.states() == ["done"]


def core_state(core: Core) -> str:
    """The state of the only call, as another program reads it."""
    with sqlite3.connect(f"{core.path.as_uri()}?mode=ro", uri=True) as other:
        (state,) = other.execute("SELECT state FROM outbox").fetchone()
    other.close()
    return str(state)


# An answer that is lost


@pytest.mark.parametrize("kind", ["cut_after", "500"])
async def test_a_private_answer_is_rather_sent_twice(core: Core, kind: str) -> None:
    core.api.faults.add(Fault("sendMessage", kind))  # type: ignore[arg-type]
    await core.queue(core.to("bonjour"))
    await core.deliver()
    assert core.world.said(core.lea) == ["bonjour"] * (2 if kind == "cut_after" else 1)
    assert await core.states() == ["done"]


async def test_after_too_many_lost_answers_a_person_is_asked(core: Core) -> None:
    core.api.faults.add(Fault("sendMessage", "cut_after", times=99))
    await core.queue(core.to("bonjour"))
    await core.deliver()
    assert core.world.said(core.lea) == ["bonjour"] * TRIES_WHEN_UNSURE
    assert await core.states() == ["uncertain"]
    assert await core.facts() == [f"uncertain:1:{TRIES_WHEN_UNSURE}"]


async def test_an_announcement_is_never_sent_again_by_itself(core: Core) -> None:
    core.api.faults.add(Fault("sendMessage", "cut_after"))
    await core.queue(core.to("Bienvenue", core.group.id, repeatable=False))
    await core.deliver()
    assert core.world.said(core.nadia, core.group) == ["Bienvenue"]
    assert await core.states() == ["uncertain"]

    async with core.db.transaction() as tx:
        assert await outbox.settle_uncertain(tx, 1, again=True, now=core.now)
        assert not await outbox.settle_uncertain(tx, 1, again=True, now=core.now)
    await core.deliver()
    assert core.world.said(core.nadia, core.group) == ["Bienvenue"] * 2
    assert await core.states() == ["done"]


async def test_what_can_be_done_twice_is_tried_until_it_is_done(core: Core) -> None:
    core.api.faults.add(Fault("setMyDescription", "500", times=6))
    await core.queue(Call("setMyDescription", {"description": "Entraide"}, lane=ACTS))
    await core.deliver()
    assert await core.states() == ["done"]


@pytest.mark.parametrize(("repeatable", "after"), [(True, "waiting"), (False, "uncertain")])
async def test_a_start_settles_what_was_under_way(core: Core, repeatable: bool, after: str) -> None:
    core.api.faults.add(Fault("sendMessage", "slow", seconds=60))
    await core.queue(core.to("bonjour", repeatable=repeatable))
    await core.sender.turn()
    assert await core.states() == ["in_flight"]
    await core.restart(killed=True)
    assert await core.states() == [after]


async def test_however_often_it_was_killed_a_question_is_asked_again_at_once(core: Core) -> None:
    where = {"chat_id": core.group.id, "user_id": core.nadia.id}
    core.api.faults.add(Fault("getChatMember", "slow", seconds=60, times=4))
    await core.queue(Call("getChatMember", where, lane=ACTS))
    for _ in range(4):
        await core.sender.turn()
        assert await core.states() == ["in_flight"]
        await core.restart(killed=True)
    start = core.now
    await core.deliver()
    assert await core.states() == ["done"]
    assert core.now == start


# Not reached, refused, told to wait


async def test_what_never_left_waits_longer_each_time(core: Core) -> None:
    core.api.faults.add(Fault("sendMessage", "cut_before", times=4))
    start = core.now
    await core.queue(core.to("bonjour"))
    await core.deliver()
    assert core.world.said(core.lea) == ["bonjour"]
    assert timedelta(seconds=1 + 2 + 4 + 8) <= core.now - start < timedelta(seconds=16)


async def test_calls_that_fail_together_are_one_outage(core: Core) -> None:
    people = [core.world.add_person(f"P{n}") for n in range(12)]
    for person in people:
        core.world.start(person)
    core.api.faults.add(Fault("sendMessage", "cut_before", times=12))
    start = core.now
    await core.queue(*(core.to("bonjour", person.id, lane=ACTS) for person in people))
    await core.deliver()
    assert await core.states() == ["done"] * 12
    assert core.now - start < timedelta(seconds=5)


async def test_an_outage_may_last_for_days(core: Core) -> None:
    core.sender._failures = 5000
    core.api.faults.add(Fault("sendMessage", "cut_before"))
    await core.queue(core.to("bonjour"))
    await core.deliver()
    assert core.world.said(core.lea) == ["bonjour"]


async def test_a_start_on_a_locked_database_waits_for_it(core: Core) -> None:
    core.api.faults.add(Fault("sendMessage", "slow", seconds=60))
    await core.queue(core.to("bonjour"))
    await core.sender.turn()
    await core.sender._abandon()
    await core.db.close()
    await core.open()
    await core.db._writer.execute("PRAGMA busy_timeout = 0")
    stopping = asyncio.Event()
    with core.locked():
        running = asyncio.create_task(core.sender.run(stopping))
        await asyncio.sleep(0.05)
        assert not running.done()
    stopping.set()
    await running


async def test_a_429_is_remembered_across_a_restart(core: Core) -> None:
    core.api.faults.add(Fault("sendMessage", "429", retry_after=40))
    start = core.now
    await core.queue(core.to("bonjour"))
    await core.deliver(within=1)
    await core.restart()
    await core.deliver()
    assert core.world.said(core.lea) == ["bonjour"]
    assert core.now - start >= timedelta(seconds=40)


async def test_a_refusal_is_told_once_and_does_not_stop_the_rest(core: Core) -> None:
    await core.queue(core.to("bonjour", 424242), core.to("bonjour"))
    await core.deliver()
    assert await core.states() == ["failed", "done"]
    assert await core.facts() == ["refused:1:1"]


async def test_what_cannot_be_read_is_refused_and_the_rest_leaves(core: Core) -> None:
    await core.queue(core.to("un"), core.to("deux"), core.to("trois"))
    async with core.db.transaction() as tx:
        await tx.write("UPDATE outbox SET params = zeroblob(64) WHERE seq = 2")
    await core.deliver()
    assert core.world.said(core.lea) == ["un", "trois"]
    assert await core.states() == ["done", "failed", "done"]
    assert len(await core.facts()) == 1


async def test_a_group_that_moved_takes_its_queue_along(core: Core) -> None:
    plain = core.world.add_group("Petit groupe", core.nadia)
    core.world.add_bot(plain, core.nadia)
    async with core.db.transaction() as tx:
        await members.link_chat(tx, Place.GROUP, plain.id, core.now)
    moved = core.world.migrate(plain)
    await core.queue(core.to("un", plain.id), core.to("deux", plain.id))
    await core.queue(Call("getChatMemberCount", {"chat_id": plain.id}, wants="count"))
    await core.deliver()
    assert core.world.said(core.nadia, moved) == ["un", "deux"]
    assert await core.states() == ["done"] * 3
    assert await core.rows("SELECT chat_id FROM chats") == [(moved.id,)]


# Named messages


async def test_changes_go_into_the_sending_that_still_waits(core: Core) -> None:
    await core.queue(core.to("un", message="screen"), core.edit("screen", "deux"))
    await core.queue(core.edit("screen", "trois"))
    await core.deliver()
    assert core.world.said(core.lea) == ["trois"]
    assert core.api.made("editMessageText") == []


async def test_a_change_written_while_the_sending_is_away_finds_its_message(core: Core) -> None:
    await core.queue(core.to("un", message="screen"))
    await core.sender.turn()
    await core.queue(core.edit("screen", "deux"), core.edit("screen", "trois"))
    await core.deliver()
    assert core.world.said(core.lea) == ["trois"]
    assert len(core.api.made("editMessageText")) == 1


async def test_a_change_written_between_the_choice_and_the_departure_leaves_too(
    core: Core,
) -> None:
    await core.queue(core.to("un", message="screen"))
    chosen, _ = await core.sender._pick()
    await core.queue(core.edit("screen", "deux"))
    async with core.db.transaction() as tx:
        (leaving,) = await outbox.take(tx, chosen, core.now)
    assert leaving.call.params["text"] == "deux"


async def test_a_press_settles_a_sending_that_was_unsure(core: Core) -> None:
    core.api.faults.add(Fault("sendMessage", "cut_after"))
    await core.queue(core.to("fiche", core.group.id, message="card:1", repeatable=False))
    await core.deliver()
    assert await core.states() == ["uncertain"]
    (card,) = [m for m in core.world.seen(core.nadia, core.group) if m.text == "fiche"]
    async with core.db.transaction() as tx:
        await outbox.learn_message(tx, "card:1", core.group.id, card.message_id, core.now)
    assert await core.states() == ["done"]
    await core.queue(core.edit("card:1", "fiche décidée", core.group.id))
    await core.deliver()
    assert card.text == "fiche décidée"


async def test_a_change_to_a_message_that_never_left_is_refused(core: Core) -> None:
    await core.queue(core.edit("screen", "deux"))
    await core.deliver()
    assert await core.states() == ["failed"]


# What a trial run holds back


async def test_a_trial_run_acts_on_nobody(core: Core) -> None:
    core.sender._dry_run = True
    ban = Call("banChatMember", {"chat_id": core.group.id, "user_id": core.lea.id}, lane=ACTS)
    await core.queue(replace(ban, wants="banned"), core.to("bonjour", lane=PEOPLE))
    await core.deliver()
    assert core.api.made("banChatMember") == []
    assert core.world.said(core.lea) == ["bonjour"]
    assert await core.rows("SELECT error FROM outbox WHERE seq = 1") == [("dry_run",)]
