"""Forged presses and start payloads change nothing of anybody else's."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.storage import ballots
from handlers.features import routes
from moderation.screening import steps
from tests.threats.busy import OTHERS, lively_town, vote_key
from tests.threats.busy import WORDS as THEIRS
from tests.threats.digest import state_of_others
from tests.threats.town import Town, town

ROUTES = routes()
BATCH = 500

FORGERS = ("stranger", "applicant", "member")
"""Who tries: without power, and each with something of their own to start from."""

TRYING = (*FORGERS, "member")
"""Who is inside tries more often: their presses go further."""

GIVES_UP = "privacy.forget_yes"
"""Cuts the forgers' own files from them, which are then nobody's: tried apart."""

WORDS = (
    *("on", "off", "yes", "no", "fr", "en", "mother", "accept", "legal", "purpose", "x" * 32),
    *("screening", "statistics", "host", "cohost", "phone", "private", "hurt", "819", "liked"),
)
ALIVE = ("1", "2", "3")
"""Numbers that something of somebody bears, in every feature."""

STEPS = (steps.SUMMARY, steps.CODE, steps.CONSENT, "q_hopes")


def argument(town: Town, chance: random.Random) -> str:
    """Return an argument somebody could think of: what is there, a person, a word, an overflow."""
    if chance.random() < 0.5:
        return chance.choice(ALIVE)
    ids = [str(person.id) for person in town.people.values()]
    numbers = [str(n) for n in (*range(12), -1, 2**31, 2**63, 10**15, 10**30)]
    return chance.choice([*ids, *numbers, *WORDS, *STEPS, ""])


def data(town: Town, chance: random.Random) -> str:
    """Return callback data: a button of ours with other arguments, spoiled now and then."""
    name = chance.choice([name for name in ROUTES.buttons if name != GIVES_UP])
    forged = ":".join((name, *(argument(town, chance) for _ in range(chance.randrange(5)))))
    match chance.randrange(8):
        case 0:
            return forged[:-1] + chance.choice("\x00é:٣'\"%🙂")
        case 1:
            return chance.randbytes(chance.randrange(1, 65)).decode("latin-1")
    return forged


def payload(town: Town, chance: random.Random) -> str:
    """Return the text of a /start."""
    word = chance.choice([*ROUTES.starts, "effacer", "admin", "0"])
    return f"/start {word}{chance.choice('_- :')}{argument(town, chance)}"


def forged(town: Town, chance: random.Random, count: int) -> Iterator[Any]:
    for _ in range(count):
        role = chance.choice(TRYING)
        kind = chance.choice(("private", "private", "group", "moderators", "elsewhere"))
        if chance.random() < 0.7:
            message_id = chance.choice([*town.team.messages, 900_000])
            yield town.press_raw(role, kind, data(town, chance), message_id)
        else:
            yield town.says_raw(role, kind, payload(town, chance))


def about_the_living(there: Town) -> Iterator[Any]:
    """Return a press of every button by every forger about all that stands there."""
    for name in ROUTES.buttons:
        for role in FORGERS if name != GIVES_UP else ():
            for number in ALIVE:
                yield there.press_raw(role, "private", f"{name}:{number}")
                yield there.press_raw(role, "private", f"{name}:{number}:1")


async def state(there: Town) -> dict[str, object]:
    """Return what the database holds of others than the forgers, the ballots as their key says.

    A member may vote: their own ballot stands under a hash that only the key makes.
    """
    tx, key = there.bot.db.reading(), vote_key(there)
    found: dict[str, object] = dict(
        await state_of_others(tx, [there.people[role].id for role in FORGERS])
    )
    found["ballots"] = [await ballots.of(tx, key, 1, there.people[role].id) for role in OTHERS]
    return found


async def told_to_others(there: Town) -> list[str]:
    """Return what is about to be said outside the team with somebody else's words in it."""
    found = await there.bot.db.reading().rows(
        "SELECT key, params FROM outbox WHERE params NOT NULL AND COALESCE(chat_id, 0) <> ?",
        (there.team.id,),
    )
    tx = there.bot.db.reading()
    said = [tx.unseal(row["params"], "outbox", "params", row["key"]) for row in found]
    return [text for text in said if THEIRS in text]


async def test_forged_presses_and_payloads_change_nothing(
    tmp_path: Path, tries: int, chance: random.Random
) -> None:
    async with lively_town(tmp_path) as there:
        async with there.bot.db.transaction() as tx:  # what belongs to nobody in particular
            await tx.write("DELETE FROM faq_asked")
        before = await state(there)
        left = tries
        while left > 0:
            await there.works(list(forged(there, chance, min(left, BATCH))))
            left -= BATCH
            assert await state(there) == before
            assert await told_to_others(there) == []
        assert await there.set_aside() == []


async def test_a_button_about_what_is_another_s_changes_and_tells_nothing(tmp_path: Path) -> None:
    async with lively_town(tmp_path) as there:
        before = await state(there)
        presses = list(about_the_living(there))
        await there.works(presses)
        assert await state(there) == before
        assert await told_to_others(there) == []
        assert await there.set_aside() == []
        own = there.people["member"].id
        assert await there.rows("SELECT 1 FROM cafe_answers WHERE user_id = ?", own), (
            "the presses meet nothing"
        )


async def test_nobody_is_erased_by_another_s_press(tmp_path: Path) -> None:
    async with town(tmp_path) as there:
        stranger = there.people["stranger"].id
        before = await state_of_others(there.bot.db.reading(), [stranger])
        for person in there.people.values():
            press = there.press_raw("stranger", "private", f"{GIVES_UP}:{person.id}")
            await there.works([press])
        after = await state_of_others(there.bot.db.reading(), [stranger])
        assert after.pop("audit") != before.pop("audit")  # that she erased herself is written
        assert after == before


async def test_the_digest_sees_what_moderators_do(tmp_path: Path) -> None:
    """The proof that the proof above is one."""
    async with town(tmp_path) as there:
        forgers = [there.people["stranger"].id]
        before = await state_of_others(there.bot.db.reading(), forgers)
        [card] = await there.rows("SELECT message_id FROM messages WHERE name = 'card:1'")
        take = there.press_raw("moderator", "moderators", "review.take:1", card["message_id"])
        await there.works([take])
        assert await state_of_others(there.bot.db.reading(), forgers) != before
