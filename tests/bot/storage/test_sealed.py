"""Every sealed column is known, and what it hides survives a new key."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.community.votes.elections import Method
from bot.crypto import CryptoError, KeyRing
from bot.storage import (
    appeals,
    faq,
    inbox,
    installation,
    members,
    outbox,
    proposals,
    reports,
    screening,
    sealed,
    themes,
    threads,
    votes,
)
from bot.storage.cafes import feedback, programme, prompts
from bot.storage.conduct import cases, evidence
from bot.storage.database import Database, Transaction
from bot.storage.outbox import Call
from bot.storage.privacy import incidents
from moderation.screening.decisions import Status
from moderation.screening.steps import Answer

NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)


@pytest.fixture
async def db(tmp_path: Path) -> AsyncIterator[Database]:
    db = await Database.open(tmp_path / "entraide.db", KeyRing.new())
    yield db
    await db.close()


async def fill(tx: Transaction) -> None:
    """Write something in every sealed column."""
    await installation.set_code(tx, "ABCD2345")
    await inbox.put(tx, "update", "7", {"said": "reçu"}, NOW)
    await outbox.put(tx, Call("sendMessage", {"text": "à dire"}, 5, key="k"), NOW)
    await members.meet(tx, 5, "Léa Tremblay", NOW)
    file = await screening.open_application(tx, 5, Status.DRAFT, NOW)
    await screening.set_answer(tx, file.id, "link", Answer("mother", False, "ma réponse"))
    await screening.set_review(tx, file.id, {"found": "un motif"})
    await screening.set_link(tx, file.id, "https://t.me/+lien", NOW)
    await screening.ask_detail(tx, file.id, 9, "une précision?", NOW)
    detail = await screening.last_detail(tx, file.id)
    assert detail is not None
    await screening.answer_detail(tx, detail, "la voici", NOW)
    asked = await faq.note_asked(tx, 5, "fr", "une question?", "", NOW)
    await faq.note_miss(tx, asked, "unknown", "fr", "une question?", "", NOW)
    [miss] = await faq.misses(tx, "unknown")
    await faq.answer_miss(tx, miss.id, "une réponse")
    thread = await threads.open_thread(tx, 5, "fr", NOW)
    await threads.add(tx, thread.id, "à une personne", NOW)
    noted = await incidents.begin(tx, 9, NOW)
    await incidents.write_field(tx, noted.id, "data", "des noms")
    case = await cases.open_case(tx, 5, NOW, article=2)
    what = {"source": "hold", "text": "un message retenu", "message_id": 1}
    held = await evidence.add(tx, case.id, now=NOW, **what)
    await evidence.add_finding(tx, case.id, held, "phone", 2, "un numéro", NOW)
    report = await reports.add(tx, case.id, 6, "other", NOW)
    await reports.set_words(tx, report, "ce que dit qui signale")
    await appeals.make(tx, case.id, 5, NOW)
    await appeals.set_words(tx, case.id, "ce que dit la personne")
    await programme.create(tx, 5, NOW, **{name: f"mots de {name}" for name in programme.TEXTS})
    await prompts.ask(tx, 5, prompts.Prompt(1, "when", NOW, "mardi"))
    await feedback.give(tx, 1, 5, "liked", "la chaleur")
    await proposals.propose(tx, 5, "un thème proposé", "fr", NOW)
    theme = await themes.add(tx, "un thème", NOW)
    await themes.support(tx, theme, 5)
    later = NOW + timedelta(days=7)
    await votes.open_vote(tx, Method.APPROVAL, 1, [], "le secret du tirage", 9, NOW, later)


async def read(tx: Transaction) -> list[Any]:
    """Read all of it the way the bot does."""
    file = await screening.latest(tx, 5)
    assert file is not None
    return [
        await installation.is_code(tx, "ABCD2345"),
        await inbox.waiting(tx, 5),
        await outbox.ready(tx, NOW, 5, day=True),
        await members.person(tx, 5),
        file,
        await screening.answers(tx, file.id),
        await screening.last_detail(tx, file.id),
        await faq.asked(tx, 1, 5),
        await faq.misses(tx, "unknown"),
        await threads.texts(tx, 1),
        await incidents.all_of(tx),
        await evidence.of(tx, 1),
        await evidence.findings(tx, 1),
        await reports.of(tx, 1),
        await appeals.of(tx, 1),
        await programme.cafe(tx, 1),
        await prompts.prompt(tx, 5),
        await feedback.of_cafe(tx, 1),
        await proposals.proposal(tx, 1),
        await themes.supporters(tx, 1),
        await votes.vote(tx, 1),
        tx.keyed_hash("person", 5),
    ]


async def test_every_column_of_bytes_is_in_the_table(db: Database) -> None:
    found = await db.reading().rows(
        "SELECT t.name, c.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c"
        " WHERE t.type = 'table' AND c.type = 'BLOB'"
    )

    known = {(column.table, column.column) for column in sealed.SEALED}
    assert {tuple(row) for row in found} == known | set(sealed.HASHED)


async def test_everything_reads_the_same_under_the_new_key_alone(
    db: Database, tmp_path: Path
) -> None:
    async with db.transaction() as tx:
        await fill(tx)
    before = await read(db.reading())
    both = db.keys.with_new_key()

    async with db.transaction() as tx:
        filled = [await column.key_ids(tx) for column in sealed.SEALED]
        assert all(filled), "the test leaves a column empty"
        count = await sealed.reseal_all(tx, both)

    new = both.without(both.ids[1:])
    again = await Database.open(tmp_path / "entraide.db", new)
    try:
        assert await read(again.reading()) == before
        assert await sealed.key_ids(again.reading()) == {new.current_id: count}
    finally:
        await again.close()
    assert count == sum(sum(each.values()) for each in filled)


async def test_a_cell_that_does_not_open_undoes_the_whole_of_it(db: Database) -> None:
    async with db.transaction() as tx:
        await fill(tx)
        await tx.write("UPDATE details SET answer = question")
    both = db.keys.with_new_key()

    with pytest.raises(CryptoError):
        async with db.transaction() as tx:
            await sealed.reseal_all(tx, both)

    assert set(await sealed.key_ids(db.reading())) == {db.keys.current_id}
