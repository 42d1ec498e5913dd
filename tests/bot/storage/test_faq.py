"""What is kept of questions: for whom, how long, and what of it can be read."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.crypto import KeyRing
from bot.storage import faq, threads
from bot.storage.database import Database, Transaction

NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
LEA, SAM = 5, 6


@pytest.fixture
async def tx(tmp_path: Path) -> AsyncIterator[Transaction]:
    db = await Database.open(tmp_path / "entraide.db", KeyRing.new())
    async with db.transaction() as tx:
        yield tx
    await db.close()


async def missed(tx: Transaction, person: int, text: str = "et la pension?") -> int:
    """Somebody asks what is not found."""
    asked = await faq.note_asked(tx, person, "fr", f"{text} (à moi)", "", NOW)
    await faq.note_miss(tx, asked, "unknown", "fr", text, "", NOW)
    return asked


async def test_what_somebody_asked_is_theirs_alone(tx: Transaction) -> None:
    asked = await faq.note_asked(tx, LEA, "fr", "ma question", "cafes", NOW)
    mine = await faq.asked(tx, asked, LEA)
    assert mine is not None
    assert (mine.text, mine.entry) == ("ma question", "cafes")
    assert await faq.asked(tx, asked, SAM) is None


async def test_presses_are_not_counted_as_questions_and_follow_ups_are(tx: Transaction) -> None:
    await faq.note_asked(tx, LEA, "fr", "", "cafes", NOW)
    await faq.note_asked(tx, LEA, "fr", "et quand?", "", NOW)
    thread = await threads.open_thread(tx, LEA, "fr", NOW)
    await threads.add(tx, thread.id, "la suite", NOW)
    await threads.add(tx, thread.id, "une réponse", NOW, moderator_id=9)
    assert await faq.asked_since(tx, LEA, NOW - timedelta(minutes=1)) == 2
    assert await faq.asked_since(tx, LEA, NOW) == 0
    assert await faq.asked_since(tx, SAM, NOW - timedelta(minutes=1)) == 0


async def test_the_same_question_is_one_miss_until_it_is_settled(tx: Transaction) -> None:
    for person in (LEA, SAM):
        await missed(tx, person)
    await missed(tx, LEA, "autre chose")
    found = await faq.misses(tx, "unknown")
    assert [(miss.text, miss.times) for miss in found] == [
        ("et la pension?", 2),
        ("autre chose", 1),
    ]
    assert {asked.user_id for asked in await faq.askers(tx, found[0].id)} == {LEA, SAM}
    assert await faq.settle_miss(tx, found[0].id, "dropped")
    assert not await faq.settle_miss(tx, found[0].id, "dropped")
    await missed(tx, SAM)
    assert [miss.times for miss in await faq.misses(tx, "unknown")] == [1, 1]
    assert not await faq.reopen_miss(tx, found[0].id), "the same was asked since"


async def test_off_the_list_it_can_come_back_until_its_words_are_destroyed(tx: Transaction) -> None:
    await missed(tx, LEA)
    [miss] = await faq.misses(tx, "unknown")
    await faq.end_miss(tx, miss.id)
    assert await faq.misses(tx, "unknown") == [miss], "one on the list is never destroyed"
    await faq.settle_miss(tx, miss.id, "dropped")
    assert await faq.reopen_miss(tx, miss.id)
    assert await faq.misses(tx, "unknown") == [miss]
    assert [asked.user_id for asked in await faq.askers(tx, miss.id)] == [LEA]
    await faq.settle_miss(tx, miss.id, "dropped")
    await faq.end_miss(tx, miss.id)
    assert not await faq.reopen_miss(tx, miss.id)
    assert await faq.askers(tx, miss.id) == []


async def test_answered_once_it_is_tied_to_nobody(tx: Transaction) -> None:
    asked = await missed(tx, LEA)
    [miss] = await faq.misses(tx, "unknown")
    await faq.answer_miss(tx, miss.id, "voilà")
    assert await faq.askers(tx, miss.id) == []
    assert (await faq.misses(tx, "unknown"))[0].answer == "voilà"
    assert await faq.asked(tx, asked, LEA) is not None


async def test_an_answer_is_said_again_after_an_hour(tx: Transaction) -> None:
    hour = timedelta(hours=1)
    for after, said in ((0, True), (59, False), (60, True), (61, False)):
        now = NOW + timedelta(minutes=after)
        assert await faq.say_once(tx, "cafes", now - hour, now) is said, after


async def test_counts_are_by_topic_and_month(tx: Transaction) -> None:
    await faq.count(tx, ("dpj", "court"), "unknown", NOW)
    await faq.count(tx, ("dpj",), "not_useful", NOW)
    await faq.count(tx, (), "unknown", NOW)
    await faq.count(tx, ("dpj",), "useful", NOW)
    await faq.count(tx, ("dpj",), "unknown", NOW - timedelta(days=60))
    assert await faq.not_found(tx, NOW) == {"dpj": 2, "court": 1, "": 1}
    assert (await faq.not_found(tx, NOW - timedelta(days=60)))["dpj"] == 3


async def test_a_thread_waits_from_its_first_word_without_an_answer(tx: Transaction) -> None:
    thread = await threads.open_thread(tx, LEA, "fr", NOW)
    for minutes in (1, 2):
        await threads.add(tx, thread.id, "?", NOW + timedelta(minutes=minutes))
    [waiting] = await threads.waiting(tx)
    assert waiting.waiting_since == NOW + timedelta(minutes=1)
    await threads.add(tx, thread.id, "!", NOW + timedelta(minutes=3), moderator_id=9)
    assert await threads.waiting(tx) == []


async def test_what_is_added_opens_a_closed_thread_again(tx: Transaction) -> None:
    thread = await threads.open_thread(tx, LEA, "fr", NOW)
    assert await threads.close(tx, thread.id, NOW)
    assert not await threads.close(tx, thread.id, NOW)
    assert await threads.open_of(tx, LEA) is None
    await threads.add(tx, thread.id, "encore", NOW)
    found = await threads.open_of(tx, LEA)
    assert found is not None
    assert found.id == thread.id


async def test_closed_threads_are_destroyed_with_their_words(tx: Transaction) -> None:
    old, new = [await threads.open_thread(tx, person, "fr", NOW) for person in (LEA, SAM)]
    for thread in (old, new):
        await threads.add(tx, thread.id, "des mots", NOW)
    await threads.close(tx, old.id, NOW)
    assert await threads.forget_closed(tx, NOW + timedelta(days=1)) == 1
    assert await threads.texts(tx, old.id) == []
    assert len(await threads.texts(tx, new.id)) == 1
