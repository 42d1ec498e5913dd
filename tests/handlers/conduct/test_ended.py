"""Who was removed and says /start reads what has ended and what can be done; no door opens."""

from __future__ import annotations

from bot.simulator.models import Person
from bot.storage import screening
from tests.handlers.conduct.watch import PHONE, Watch
from tests.stage import plain


async def removed(watch: Watch, person: Person, how: str) -> None:
    """Two moderators remove somebody: ``out`` or ``ban``."""
    await watch.writes(person, PHONE[watch.words(person).language])
    await watch.press(watch.marc, "removal")
    await watch.press(watch.marc, how)
    await watch.press(watch.odile, "agree")
    await watch.press(watch.odile, how)


def reads(watch: Watch, person: Person, key: str) -> bool:
    """Tell whether somebody's newest text holds a text of the content."""
    return plain(watch.words(person).text(f"conduct.ended.{key}")) in watch.last(person)


async def test_who_is_banned_is_not_welcomed(watch: Watch, member: Person) -> None:
    await removed(watch, member, "ban")
    for payload in (None, "adhesion"):
        await watch.starts(member, payload)
        assert reads(watch, member, "head")
        assert reads(watch, member, "shut")
        assert "13 décembre 2026" in watch.last(member) or "December 13" in watch.last(member)
        labels = watch.world.seen(member)[-1].labels
        assert labels == [
            watch.label(member, "appeals.buttons.begin"),
            watch.label(member, "common.buttons.help"),
        ]
    assert await screening.latest(watch.bot.db.reading(), member.id) is None

    await watch.chooses(member, "appeals.buttons.begin")
    await watch.chooses(member, "appeals.buttons.send")
    await watch.starts(member, None)
    assert plain(watch.words(member).text("appeals.state.waits")) in watch.last(member)


async def test_nothing_that_who_is_banned_presses_or_says_opens_a_request(
    watch: Watch, member: Person
) -> None:
    await removed(watch, member, "ban")
    await watch.forges(member, "door.ask")
    assert reads(watch, member, "shut")
    await watch.says(member, "/quoi")
    assert watch.is_told(member, "screening.not_understood_removed")
    await watch.says(member, "/statut" if member is watch.lea else "/status")
    assert watch.is_told(member, "screening.status.removed")
    for message in watch.world.seen(member)[-2:]:
        assert watch.label(member, "screening.buttons.ask_to_join") not in message.labels
    assert await screening.latest(watch.bot.db.reading(), member.id) is None


async def test_the_door_opens_again_once_a_coordinator_lifts_the_ban(watch: Watch) -> None:
    await removed(watch, watch.lea, "ban")
    watch.world.unban(watch.nadia, watch.group, watch.lea)
    await watch.settle()
    await watch.starts(watch.lea, None)
    assert reads(watch, watch.lea, "open")
    await watch.starts(watch.lea)
    file = await screening.latest(watch.bot.db.reading(), watch.lea.id)
    assert file is not None
    await watch.starts(watch.lea, None)
    assert not reads(watch, watch.lea, "head"), "the request goes on"


async def test_who_was_banned_by_hand_is_told_whom_to_write_to(watch: Watch) -> None:
    watch.world.ban(watch.nadia, watch.group, watch.lea)
    await watch.settle()
    await watch.starts(watch.lea, None)
    assert reads(watch, watch.lea, "by_hand")
    assert watch.world.seen(watch.lea)[-1].labels == [watch.label(watch.lea, "common.buttons.help")]


async def test_who_was_removed_without_a_ban_may_ask_again(watch: Watch, member: Person) -> None:
    await removed(watch, member, "out")
    await watch.starts(member, None)
    assert reads(watch, member, "open")
    assert watch.label(member, "appeals.buttons.begin") in watch.world.seen(member)[-1].labels
    await watch.starts(member)
    assert await screening.latest(watch.bot.db.reading(), member.id) is not None
