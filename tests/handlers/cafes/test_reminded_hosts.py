"""Who hosts is reminded like who comes, once, as host; with the way to the café's desk."""

from __future__ import annotations

from datetime import timedelta

from bot.simulator.models import Person
from tests.handlers.cafes.salon import Salon
from tests.handlers.cafes.test_hosts import hosts

REMINDERS = ("week_before", "day_before", "hour_before")


async def reminded(salon: Salon, person: Person) -> list[str]:
    """Return the reminders that were sent to somebody, in order."""
    rows = await salon.rows(
        "SELECT key FROM outbox WHERE chat_id = ? AND state = 'done' ORDER BY seq", person.id
    )
    kinds = [row["key"].split(":")[2] for row in rows if row["key"].startswith("cafe:")]
    return [kind for kind in kinds if kind in REMINDERS]


async def until_it_begins(salon: Salon, person: Person) -> list[str]:
    """Return the words of each reminder as they stood when they came."""
    read = []
    for span in ({"days": 9, "hours": 10}, {"days": 6}, {"hours": 22, "minutes": 30}):
        salon.clock.move(timedelta(**span))
        await salon.settle()
        read.append(salon.last(person))
    return read


async def test_a_host_who_answered_nothing_is_reminded_as_host(salon: Salon) -> None:
    zoe, ali = await salon.member("Zoé"), await salon.member("Ali")
    await hosts(salon, zoe)
    read = await until_it_begins(salon, zoe)
    assert await reminded(salon, zoe) == [*REMINDERS]
    for kind, words in zip(REMINDERS, read, strict=True):
        assert salon.phrase(f"letters.{kind}") in words
        assert salon.phrase("own.hosts") in words
        assert salon.phrase("own.nothing") not in words
    assert await reminded(salon, ali) == []
    await salon.chooses(zoe, "cafes.buttons.open_desk")
    assert salon.phrase("desk.open") in salon.last(zoe)


async def test_a_host_who_comes_is_reminded_once_and_reads_both(salon: Salon) -> None:
    zoe = await salon.member("Zoé")
    await hosts(salon, zoe)
    await salon.answers(zoe, "yes")
    for words in await until_it_begins(salon, zoe):
        assert f"{salon.phrase('own.hosts')}\n{salon.phrase('own.seated')}" in words
    assert await reminded(salon, zoe) == [*REMINDERS]


async def test_a_host_in_silence_is_left_in_silence(french: Salon) -> None:
    zoe = await french.member("Zoé")
    await hosts(french, zoe)
    await french.says(zoe, "/silence")
    await french.chooses(zoe, "members.silence.turn_on")
    await until_it_begins(french, zoe)
    assert await reminded(french, zoe) == []


async def test_what_a_host_has_of_the_cafe_says_at_once_that_they_host(salon: Salon) -> None:
    zoe = await salon.member("Zoé")
    await hosts(salon, zoe)
    yes = salon.said.label("cafes.buttons.yes")
    assert salon.phrase("own.hosts") in salon.message_with(zoe, yes).text
    await salon.chooses(salon.marc, "common.buttons.back")
    await salon.chooses(salon.marc, "cafes.buttons.host")
    await salon.chooses(salon.marc, "cafes.buttons.remove_host")
    assert salon.phrase("own.hosts") not in salon.message_with(zoe, yes).text
    assert salon.said.label("cafes.buttons.open_desk") not in salon.message_with(zoe, yes).labels


async def test_a_mailing_that_went_to_nobody_is_not_on_the_desk(salon: Salon) -> None:
    zoe = await salon.member("Zoé")
    await hosts(salon, zoe)
    await until_it_begins(salon, zoe)
    await salon.chooses(zoe, "cafes.buttons.open_desk")
    what = salon.said.label("cafes.mailing.no_answer")
    assert salon.phrase("mailing.line", what=what, sent=0, audience=0) not in salon.last(zoe)
    assert salon.said.label("cafes.mailing.day_before") in salon.last(zoe)
