"""What somebody answered to the questions, sealed."""

from __future__ import annotations

from datetime import datetime

from bot.storage.database import Row, Transaction
from bot.storage.moments import to_text
from bot.storage.screening.consent import has_consented
from bot.storage.screening.files import Application
from moderation.screening.steps import Answer, Progress


async def answers(tx: Transaction, number: int) -> dict[str, Answer]:
    """Return a file's answers by question."""
    found = await tx.rows("SELECT * FROM answers WHERE application_id = ?", (number,))
    return {row["question"]: _answer(tx, row) for row in found}


async def set_answer(tx: Transaction, number: int, question: str, answer: Answer) -> None:
    """Keep one answer, in place of the one before."""
    text = tx.seal(answer.text, "answers", "text", f"{number}:{question}") if answer.text else None
    await tx.write(
        "INSERT INTO answers (application_id, question, choice, committed, text)"
        " VALUES (?, ?, ?, ?, ?) ON CONFLICT (application_id, question) DO UPDATE SET"
        " choice = excluded.choice, committed = excluded.committed, text = excluded.text",
        (number, question, answer.choice, int(answer.committed), text),
    )


async def other_texts(
    tx: Transaction, number: int, since: datetime
) -> list[tuple[int, tuple[str, ...]]]:
    """Return the texts of the files sent since a moment, but for one's own person's."""
    found = await tx.rows(
        "SELECT a.* FROM answers a JOIN applications f ON f.id = a.application_id"
        " WHERE a.text NOT NULL AND f.sent_at >= ?"
        " AND f.person <> (SELECT person FROM applications WHERE id = ?) ORDER BY f.id",
        (to_text(since), number),
    )
    texts: dict[int, list[str]] = {}
    for row in found:
        texts.setdefault(row["application_id"], []).append(_answer(tx, row).text)
    return [(file, tuple(said)) for file, said in texts.items()]


async def progress(tx: Transaction, file: Application) -> Progress:
    """Return how far a file has come."""
    return Progress(
        consented=await has_consented(tx, file.user_id, "screening", file.opened_at),
        statistics=file.statistics,
        answers=await answers(tx, file.id),
        region=file.region,
        code_accepted=file.code_digest is not None,
    )


def _answer(tx: Transaction, row: Row) -> Answer:
    cell = f"{row['application_id']}:{row['question']}"
    text = tx.unseal(row["text"], "answers", "text", cell) if row["text"] else ""
    return Answer(row["choice"], bool(row["committed"]), text)
