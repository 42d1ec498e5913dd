"""The outbox: what may leave when, what goes into what, what is not said twice."""

from __future__ import annotations

from datetime import timedelta

from bot.storage import outbox
from bot.storage.outbox import Call
from tests.bot.core import ACTS, BULK, Core


async def ready(core: Core) -> list[str]:
    """The texts of the calls that may leave now."""
    rows = await outbox.ready(core.db.reading(), core.now, 100, day=True)
    return [row.call.params.get("text", row.call.method) for row in rows]


async def take(core: Core, *seqs: int) -> None:
    async with core.db.transaction() as tx:
        await outbox.take(tx, seqs, core.now)


async def test_a_key_queues_one_call(core):
    welcome = core.to("bienvenue", key="welcome:1")
    assert await core.queue(welcome, welcome, core.to("autre")) == [True, False, True]
    await core.deliver()
    assert await core.queue(welcome) == [False]
    assert core.world.said(core.lea) == ["bienvenue", "autre"]


async def test_the_oldest_of_each_chat_and_lane_may_leave(core):
    group = core.group.id
    await core.queue(
        core.to("annonce", lane=BULK),
        core.to("un"),
        core.to("deux"),
        core.to("au groupe", group),
        Call("getMe", {}, lane=ACTS),
        Call("getMe", {}, lane=ACTS),
    )
    assert await ready(core) == ["getMe", "getMe", "un", "au groupe", "annonce"]
    await take(core, 2)
    assert "deux" not in await ready(core)


async def test_what_must_wait_waits_and_so_does_what_follows(core):
    await core.queue(core.to("un"), core.to("deux"))
    async with core.db.transaction() as tx:
        await outbox.put_back(tx, 1, core.now + timedelta(seconds=9), "429")
    assert await ready(core) == []
    reading = core.db.reading()
    assert await outbox.next_moment(reading, core.now) == core.now + timedelta(seconds=9)
    core.time.move(timedelta(seconds=9))
    assert await ready(core) == ["un"]


async def test_a_change_waits_for_its_message_even_in_another_lane(core):
    await core.queue(core.to("un", message="screen"))
    await take(core, 1)
    params = {"chat_id": core.lea.id, "text": "deux"}
    later = Call("editMessageText", params, core.lea.id, ACTS, message="screen", targets=True)
    await core.queue(later)
    assert await ready(core) == []


async def test_a_change_replaces_one_that_waits_and_leaves_alone_one_that_left(core):
    await core.queue(core.to("un", message="screen"))
    await core.deliver()
    await core.queue(core.edit("screen", "deux"), core.edit("screen", "trois"))
    assert await ready(core) == ["trois"]
    await take(core, 2)
    await core.queue(core.edit("screen", "quatre"))
    assert await core.states() == ["done", "in_flight", "waiting"]


async def test_a_change_without_buttons_takes_them_away(core):
    keyboard = {"inline_keyboard": [[{"text": "Oui", "callback_data": "a.b"}]]}
    params = {"chat_id": core.lea.id, "text": "un", "reply_markup": keyboard}
    await core.queue(Call("sendMessage", params, core.lea.id, message="screen"))
    await core.queue(core.edit("screen", "deux"))
    (row,) = await outbox.ready(core.db.reading(), core.now, 10, day=True)
    assert row.call.method == "sendMessage"
    assert row.call.params == {"chat_id": core.lea.id, "text": "deux"}


async def test_what_left_says_nothing_any_more(core):
    await core.queue(core.to("un"))
    await core.deliver()
    assert await core.rows("SELECT params FROM outbox") == [(None,)]


async def test_a_result_comes_back_once_as_a_row(core):
    count = Call("getChatMemberCount", {"chat_id": core.group.id}, wants="n", echo={"place": "g"})
    await core.queue(count)
    await core.deliver()
    ((kind, key),) = await core.rows("SELECT kind, key FROM inbox")
    assert (kind, key) == ("result", "1:1")


async def test_a_press_does_not_move_a_message_that_is_known(core):
    async with core.db.transaction() as tx:
        await outbox.learn_message(tx, "card:1", -5, 10, core.now, sent=True)
        await outbox.learn_message(tx, "card:1", -5, 9, core.now)
        known = await outbox.message(tx, "card:1")
        assert known is not None
        assert known.message_id == 10
        assert await outbox.message_name(tx, -5, 10) == "card:1"


async def test_a_press_ends_the_sending_that_would_be_repeated(core):
    await core.queue(core.to("un", message="screen"))
    await take(core, 1)
    async with core.db.transaction() as tx:
        await outbox.put_back(tx, 1, core.now + timedelta(seconds=2), "unsure")
        await outbox.learn_message(tx, "screen", core.lea.id, 7, core.now)
    await core.queue(core.edit("screen", "deux"))
    assert await ready(core) == ["deux"]


async def test_what_waits_is_never_forgotten(core):
    await core.queue(core.to("un"), core.to("deux"), core.to("trois"))
    async with core.db.transaction() as tx:
        first, second = await outbox.take(tx, [1, 2], core.now)
        await outbox.mark_done(tx, first, True, core.now)
        await outbox.mark_uncertain(tx, second, core.now)
        assert await outbox.forget_old(tx, core.now) == 0
        assert await outbox.forget_old(tx, core.now + timedelta(days=400)) == 2
        state = await outbox.state(tx)
    assert (state.waiting, state.uncertain) == (1, 0)


async def test_messages_are_forgotten_by_age_and_name(core):
    async with core.db.transaction() as tx:
        await outbox.learn_message(tx, "alert:old", -5, 1, core.now, sent=True)
        await outbox.learn_message(tx, "card:1", -5, 2, core.now, sent=True)
        assert await outbox.forget_messages(tx, core.now, "alert:") == 0
        later = core.now + timedelta(days=1)
        assert await outbox.forget_messages(tx, later, "alert:") == 1
        assert await outbox.message(tx, "card:1") is not None
        assert await outbox.forget_messages(tx, later) == 1
