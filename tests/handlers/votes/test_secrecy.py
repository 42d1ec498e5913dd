"""After the closing, nobody ties a ballot to a person, with everything on disk and the key ring."""

from __future__ import annotations

import asyncio
import shutil
import stat
from pathlib import Path

import pytest

from bot.commands.backups import backup, restore
from bot.logs import LineFormatter
from bot.settings import load_settings
from bot.storage import ballots
from bot.storage.sealed_file import open_file
from tests.handlers.votes.attacker import Attacker
from tests.handlers.votes.hall import Hall

CHOICES = ((1,), (2,), (3,), (1, 2), (4, 5), (6,))


async def all_vote(hall: Hall) -> None:
    await hall.opens_vote()
    for person, places in zip(hall.members, CHOICES, strict=True):
        await hall.votes(person, *places)


async def test_everything_on_disk_and_the_ring_are_not_enough(town: Hall) -> None:
    await all_vote(town)
    key = town.keys_of_votes.find(1)
    assert key is not None
    marks = [key.person(person.id) for person in town.members]
    sealed = [bytes(row["chosen"]) for row in await town.rows("SELECT chosen FROM ballots")]
    secret = (town.folder / "votes" / "1.key").read_bytes()

    before = Attacker(town.folder, town.keys)
    assert all(before.finds(trace) for trace in (*marks, *sealed, secret))  # the attack works
    assert any("Inès".encode() in plain for plain in before.opened())  # what the ring seals
    assert before.sealed_traces() == []

    await town.ends()
    await town.wait(minutes=30)
    after = Attacker(town.folder, town.keys)
    assert not any(after.finds(trace) for trace in (*marks, *sealed, secret))
    assert after.sealed_traces() == []
    assert list((town.folder / "votes").iterdir()) == []
    assert await town.rows("SELECT vote_id FROM ballots UNION SELECT vote_id FROM electors") == []
    named = await town.rows(
        "SELECT message FROM outbox WHERE message LIKE 'ballot:%'"
        " UNION ALL SELECT name FROM messages WHERE name LIKE 'ballot:%'"
    )
    assert named == []


@pytest.mark.parametrize("form", ["approval", "ranked"])
async def test_a_copy_taken_at_any_moment_says_nothing_of_a_tap(town: Hall, form: str) -> None:
    """A replica keeps every state of the file: what waits to be handled, what waits to leave."""
    await town.opens_vote(form)
    zoe, *others = town.members
    for person in others:
        await town.votes(person, 4)
    await town.opens_ballot(zoe)
    bot, shown = town.bot, town.ballot(zoe)
    for place in (2, 5):
        town.world.press(zoe, shown, shown.labels[place - 1])

    await bot.intake.poll(0)
    [waiting, _] = await town.rows("SELECT payload FROM inbox WHERE state = 'waiting'")
    assert waiting["payload"]
    assert Attacker(town.folder, town.keys).sealed_traces() == []
    await bot.worker.work()
    leaving = await town.rows(
        "SELECT params FROM outbox WHERE state = 'waiting' AND chat_id = ?", zoe.id
    )
    assert all(row["params"] for row in leaving)
    assert leaving
    assert Attacker(town.folder, town.keys).sealed_traces() == []
    await town.settle()
    assert [label.split()[1] for label in town.ticked(zoe)] == ["2.", "5."]


async def test_the_logs_name_neither_people_nor_themes(
    town: Hall, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level("DEBUG"):
        await all_vote(town)
        await town.ends()
    ours = [r for r in caplog.records if r.name.partition(".")[0] in ("bot", "handlers", "content")]
    assert ours
    line = LineFormatter([])
    said = "\n".join(line.format(record) for record in caplog.records)
    assert all(str(person.id) not in said for person in town.members)
    assert "ballot" not in said


async def test_the_ring_and_the_database_make_no_hash_of_a_ballot(town: Hall) -> None:
    await all_vote(town)
    tx = town.bot.db.reading()
    attacker = Attacker(town.folder, town.keys)
    people = [person.id for person in town.members]
    guessed = set(attacker.hashes(people, 1, tx._hash_key))
    cast = {bytes(row["person"]) for row in await town.rows("SELECT person FROM ballots")}
    assert len(cast) == len(people)
    assert guessed.isdisjoint(cast)


async def test_a_backup_taken_meanwhile_cannot_be_read_after_the_closing(town: Hall) -> None:
    await all_vote(town)
    key = town.keys_of_votes.find(1)
    assert key is not None
    copy = town.folder / "meanwhile.backup"
    settings = load_settings(
        env_file=None,
        bot_token=town.world.token,
        data_dir=town.folder,
        secret_keys=town.keys.dump(),
    )
    assert backup(settings, copy) == 0
    (town.folder / "copy").mkdir()
    with copy.open("rb") as source, (town.folder / "copy" / "plain.db").open("wb") as plain:
        open_file(source, plain, town.keys)
    opened = Attacker(town.folder / "copy", town.keys)
    assert opened.finds(mark := key.person(town.members[0].id))
    assert not opened.finds((town.folder / "votes" / "1.key").read_bytes())
    assert opened.sealed_traces() == []
    shutil.rmtree(town.folder / "copy")
    await town.ends()
    assert not Attacker(town.folder, town.keys).finds(mark)
    await town.close()
    await asyncio.to_thread(restore, settings, copy)  # the command runs a loop of its own
    await town.open()
    await town.settle()
    # The key is gone: the vote that came back with the copy can only be given up.
    await town.wait(minutes=30)
    [row] = await town.rows("SELECT state, publication FROM votes")
    assert tuple(row) == ("void", None)
    assert town.group_says("votes.card.lost", n=1)


async def test_the_key_lies_beside_the_database_for_its_owner_alone(town: Hall) -> None:
    await town.opens_vote()
    file = town.folder / "votes" / "1.key"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert not Attacker(town.folder / "votes", town.keys).finds(town.keys.keys[0][1])


async def test_ballots_have_one_length_and_stand_in_the_order_of_their_hashes(town: Hall) -> None:
    await all_vote(town)
    rows = await town.rows("SELECT person, chosen FROM ballots")
    assert len({len(row["chosen"]) for row in rows}) == 1
    assert [row["person"] for row in rows] == sorted(row["person"] for row in rows)
    columns = await town.rows("SELECT name FROM pragma_table_info('ballots')")
    assert [row["name"] for row in columns] == ["vote_id", "person", "chosen"]


async def test_moderators_and_the_group_see_no_result_before_the_end(town: Hall) -> None:
    await all_vote(town)
    await town.wait(days=6)
    await town.says(town.marc, "/vote")
    for chat in (town.group, town.team):
        said = " ".join(town.world.said(town.marc if chat is town.team else town.members[0], chat))
        assert "Choisi" not in said
        assert all(person.first_name not in said for person in town.members)


@pytest.mark.parametrize("voters", [1, 4])
async def test_below_five_only_the_order_is_told(town: Hall, voters: int) -> None:
    await town.opens_vote()
    for person in town.members[:voters]:
        await town.votes(person, 3)
    await town.ends()
    published = await town.published()
    assert published["result"] == {"order": published["result"]["order"]}
    assert published["result"]["order"][0] == 3
    assert "ballots" not in published
    assert not [m for m in town.world.seen(town.members[0], town.group) if "photo" in m.raw]
    assert town.group_says("tally.few")
    assert town.group_says("votes.result.file_of_few", n=1), "no ballot is promised"
    assert not town.group_says("votes.result.file", n=1)
    [row] = await town.rows("SELECT SUM(interest) AS voices FROM themes")
    assert row["voices"] == 0


async def test_the_voices_are_carried_over_to_the_list(town: Hall) -> None:
    await all_vote(town)
    await town.ends()
    rows = await town.rows("SELECT id, interest FROM themes ORDER BY id")
    assert [row["interest"] for row in rows] == [2, 2, 1, 1, 1, 1, 0, 0, 0]


async def test_an_orphan_key_goes_at_the_next_start(town: Hall, tmp_path: Path) -> None:
    town.keys_of_votes.make(7)
    await town.opens_vote()
    await town.restart()
    assert [file.name for file in (town.folder / "votes").iterdir()] == ["1.key"]
    assert await ballots.count(town.bot.db.reading(), 1) == 0


async def test_a_tap_that_failed_and_was_set_aside_does_not_stay(
    town: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    await all_vote(town)

    async def fails(*args: object) -> None:
        raise RuntimeError("a fault")

    with monkeypatch.context() as broken:
        broken.setattr("handlers.votes.card.turnout_changed", fails)
        for place in CHOICES[0]:
            await town.taps(town.members[0], f" {place}. ")  # taken out: the number would change
    [row] = await town.rows("SELECT payload FROM inbox WHERE state = 'aside'")
    assert row["payload"] is not None
    await town.ends()
    assert await town.rows("SELECT seq FROM inbox WHERE payload NOT NULL") == []
