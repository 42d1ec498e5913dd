"""Requests to join: what was agreed to, answered and decided."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.storage import audit
from bot.storage.database import Row, Transaction
from bot.storage.moments import from_text, maybe, to_text
from moderation.screening.decisions import FileState, Status
from moderation.screening.steps import Answer, Progress


@dataclass(frozen=True, slots=True)
class Application:
    """A request to join, without its answers. ``user_id`` is None once it was forgotten."""

    id: int
    user_id: int
    status: Status
    step: str
    join_request: bool
    """Whether Telegram holds a join request of this person, to approve or decline."""
    statistics: bool | None
    region: str | None
    code_digest: str | None
    opened_at: datetime
    sent_at: datetime | None
    flagged: bool
    review: dict[str, Any] = field(repr=False)
    taken_by: int | None
    decided_at: datetime | None
    decided_by: int | None
    reason: str | None
    comes_back_at: datetime | None
    entered_at: datetime | None
    link: str | None = field(repr=False)
    link_expires_at: datetime | None

    @property
    def reference(self) -> str:
        """The name moderators know the file by."""
        return reference(self.id)


@dataclass(frozen=True, slots=True)
class Detail:
    """A detail that was asked of the person, and the answer when it came."""

    id: int
    asked_by: int
    asked_at: datetime
    question: str = field(repr=False)
    answered_at: datetime | None
    answer: str = field(repr=False)


_OPEN = "('invited', 'draft', 'sent', 'asked')"
_WAITING = "('sent', 'asked')"


def reference(number: int) -> str:
    """Return the name moderators know a file by."""
    return f"D-{number}"


def person_hash(tx: Transaction, user_id: int) -> bytes:
    """Return what stands for a person where they must be recognised but not named."""
    return tx.keyed_hash("person", user_id)


async def open_application(
    tx: Transaction, user_id: int, status: Status, now: datetime, *, join_request: bool = False
) -> Application:
    """Open a file; the caller has made sure that the person has no other open one."""
    number = await tx.insert(
        "INSERT INTO applications (user_id, person, status, join_request, opened_at)"
        " VALUES (?, ?, ?, ?, ?)",
        (user_id, person_hash(tx, user_id), status, int(join_request), to_text(now)),
    )
    found = await application(tx, number)
    if found is None:
        raise LookupError(f"application {number} vanished")
    return found


async def application(tx: Transaction, number: int) -> Application | None:
    """Return a file by its number, unless it was forgotten."""
    row = await tx.row("SELECT * FROM applications WHERE id = ? AND user_id NOT NULL", (number,))
    return _application(tx, row) if row else None


async def latest(tx: Transaction, user_id: int) -> Application | None:
    """Return a person's newest file."""
    row = await tx.row(
        "SELECT * FROM applications WHERE user_id = ? ORDER BY id DESC LIMIT 1", (user_id,)
    )
    return _application(tx, row) if row else None


async def numbers_of(tx: Transaction, user_id: int) -> list[int]:
    """Return the numbers of all the files that bear a person's name."""
    found = await tx.rows("SELECT id FROM applications WHERE user_id = ? ORDER BY id", (user_id,))
    return [row["id"] for row in found]


async def refused_until(tx: Transaction, user_id: int, now: datetime) -> datetime | None:
    """Return until when a person may not ask again, also once their file is forgotten."""
    row = await tx.row(
        "SELECT MAX(comes_back_at) FROM applications"
        " WHERE person = ? AND status = 'refused' AND comes_back_at > ?",
        (person_hash(tx, user_id), to_text(now)),
    )
    return maybe(row[0]) if row else None


async def refused_before(tx: Transaction, file: Application) -> Application | None:
    """Return the same person's newest refused file, where there is one."""
    row = await tx.row(
        "SELECT * FROM applications WHERE person = ? AND id < ? AND status = 'refused'"
        " ORDER BY id DESC LIMIT 1",
        (person_hash(tx, file.user_id), file.id),
    )
    return _application(tx, row) if row else None


async def waiting(tx: Transaction) -> list[Application]:
    """Return the files that wait for a decision, the oldest first."""
    found = await tx.rows(
        f"SELECT * FROM applications WHERE status IN {_WAITING} ORDER BY sent_at, id"
    )
    return [_application(tx, row) for row in found]


async def awaited_inside(tx: Transaction) -> list[Application]:
    """Return the files of who is accepted and has not come in, the oldest first."""
    found = await tx.rows(
        "SELECT * FROM applications WHERE status = 'accepted' AND entered_at IS NULL"
        " AND user_id NOT NULL ORDER BY id"
    )
    return [_application(tx, row) for row in found]


async def requests_since(tx: Transaction, moment: datetime) -> int:
    """Return how many requests came since a moment: files sent, and join requests on Telegram."""
    at = to_text(moment)
    row = await tx.row(
        "SELECT COUNT(*) FROM applications"
        " WHERE sent_at >= ? OR (join_request = 1 AND opened_at >= ?)",
        (at, at),
    )
    return row[0] if row else 0


async def newer(tx: Transaction, file: Application) -> list[Application]:
    """Return the files that the same person opened after this one."""
    found = await tx.rows(
        "SELECT * FROM applications WHERE user_id = ? AND id > ?", (file.user_id, file.id)
    )
    return [_application(tx, row) for row in found]


async def discard(tx: Transaction, number: int) -> None:
    """Delete a file that was never sent, with its answers."""
    await tx.write("DELETE FROM answers WHERE application_id = ?", (number,))
    await tx.write("DELETE FROM applications WHERE id = ?", (number,))


async def count_by_status(tx: Transaction) -> dict[Status, int]:
    """Return how many files are in each state."""
    found = await tx.rows("SELECT status, COUNT(*) FROM applications GROUP BY status")
    return {Status(row[0]): row[1] for row in found}


async def update(tx: Transaction, number: int, **columns: Any) -> None:
    """Change columns of a file; moments, flags and statuses are written as the table wants."""
    names = ", ".join(f"{name} = ?" for name in columns)
    values = [_column(value) for value in columns.values()]
    await tx.write(f"UPDATE applications SET {names} WHERE id = ?", (*values, number))


async def set_link(
    tx: Transaction, number: int, link: str | None, expires_at: datetime | None
) -> None:
    """Keep the one-time link of an accepted file, or forget it."""
    sealed = tx.seal(link, "applications", "link", number) if link else None
    await update(tx, number, link=sealed, link_expires_at=expires_at)


async def by_link(tx: Transaction, link: str) -> Application | None:
    """Return the file that a one-time link was made for, or None."""
    found = await tx.rows(
        "SELECT * FROM applications WHERE link NOT NULL AND user_id NOT NULL ORDER BY id DESC"
    )
    files = (_application(tx, row) for row in found)
    return next((file for file in files if file.link == link), None)


async def set_review(tx: Transaction, number: int, review: Mapping[str, Any]) -> None:
    """Keep what the review of a file found; its excerpts are the person's own words."""
    text = json.dumps(review, ensure_ascii=False)
    await update(tx, number, review=tx.seal(text, "applications", "review", number))


# Answers


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


# Consent


async def give_consent(
    tx: Transaction,
    user_id: int,
    purpose: str,
    version: str,
    digest: str,
    language: str,
    now: datetime,
) -> None:
    """Write a consent in the ledger: who, for what, which text, when (P-39.1, s. 14)."""
    await tx.write(
        "INSERT INTO consents (person, purpose, version, digest, language, given_at)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (person_hash(tx, user_id), purpose, version, digest, language, to_text(now)),
    )


async def has_consented(tx: Transaction, user_id: int, purpose: str, since: datetime) -> bool:
    """Tell whether a consent given since a moment stands: each request asks anew."""
    row = await tx.row(
        "SELECT 1 FROM consents WHERE person = ? AND purpose = ? AND given_at >= ?"
        " AND withdrawn_at IS NULL",
        (person_hash(tx, user_id), purpose, to_text(since)),
    )
    return row is not None


@dataclass(frozen=True, slots=True)
class Consent:
    """A line of the ledger: for what, which text, when, and when it was withdrawn."""

    purpose: str
    version: str
    given_at: datetime
    withdrawn_at: datetime | None


async def consents(tx: Transaction, user_id: int) -> list[Consent]:
    """Return what somebody agreed to, the oldest first."""
    found = await tx.rows(
        "SELECT purpose, version, given_at, withdrawn_at FROM consents WHERE person = ?"
        " ORDER BY id",
        (person_hash(tx, user_id),),
    )
    return [Consent(row[0], row[1], from_text(row[2]), maybe(row[3])) for row in found]


async def code_accepted(tx: Transaction, user_id: int) -> list[tuple[str, datetime]]:
    """Return which versions of the code of conduct somebody accepted, and when."""
    found = await tx.rows(
        "SELECT version, accepted_at FROM code_acceptances WHERE person = ? ORDER BY accepted_at",
        (person_hash(tx, user_id),),
    )
    return [(row[0], from_text(row[1])) for row in found]


async def withdraw_consent(tx: Transaction, user_id: int, purpose: str, now: datetime) -> None:
    """Note in the ledger that a consent was withdrawn."""
    await tx.write(
        "UPDATE consents SET withdrawn_at = ?"
        " WHERE person = ? AND purpose = ? AND withdrawn_at IS NULL",
        (to_text(now), person_hash(tx, user_id), purpose),
    )


async def accept_code(
    tx: Transaction, user_id: int, version: str, digest: str, language: str, now: datetime
) -> None:
    """Keep the proof that a person accepted a version of the code of conduct."""
    await tx.write(
        "INSERT OR IGNORE INTO code_acceptances (person, version, digest, language, accepted_at)"
        " VALUES (?, ?, ?, ?, ?)",
        (person_hash(tx, user_id), version, digest, language, to_text(now)),
    )


# Details


async def ask_detail(
    tx: Transaction, number: int, asked_by: int, question: str, now: datetime
) -> Detail:
    """Keep a detail that a moderator asks (or room for what the person adds), still unanswered."""
    detail = await tx.insert(
        "INSERT INTO details (application_id, asked_by, asked_at, question) VALUES (?, ?, ?, ?)",
        (number, asked_by, to_text(now), b""),
    )
    sealed = tx.seal(question, "details", "question", detail)
    await tx.write("UPDATE details SET question = ? WHERE id = ?", (sealed, detail))
    return Detail(detail, asked_by, now, question, None, "")


async def details(tx: Transaction, number: int) -> list[Detail]:
    """Return the details asked about a file, the oldest first."""
    found = await tx.rows("SELECT * FROM details WHERE application_id = ? ORDER BY id", (number,))
    return [_detail(tx, row) for row in found]


async def last_detail(tx: Transaction, number: int) -> Detail | None:
    """Return the newest detail asked about a file."""
    found = await details(tx, number)
    return found[-1] if found else None


async def answer_detail(tx: Transaction, detail: Detail, text: str, now: datetime) -> None:
    """Keep the answer to a detail, in place of the one before."""
    await tx.write(
        "UPDATE details SET answer = ?, answered_at = ? WHERE id = ?",
        (tx.seal(text, "details", "answer", detail.id), to_text(now), detail.id),
    )


# Reviews


async def note_review(
    tx: Transaction, number: int, moderator: int, act: str, now: datetime, detail: str = ""
) -> None:
    """Write down what a moderator did with a file, there and in the audit."""
    await audit.note(tx, moderator, f"screening.{act}", reference(number), now, detail)
    await tx.write(
        "INSERT INTO reviews (application_id, moderator_id, act, detail, at)"
        " VALUES (?, ?, ?, ?, ?)",
        (number, moderator, act, detail or None, to_text(now)),
    )


async def undo_reviews(
    tx: Transaction, number: int, act: str, moderator: int | None = None
) -> None:
    """Mark acts on a file as undone, those of one moderator or of all."""
    await tx.write(
        "UPDATE reviews SET undone = 1 WHERE application_id = ? AND act = ?"
        " AND (? IS NULL OR moderator_id = ?)",
        (number, act, moderator, moderator),
    )


async def standing(tx: Transaction, number: int, act: str) -> frozenset[int]:
    """Return the moderators whose act on a file stands."""
    found = await tx.rows(
        "SELECT DISTINCT moderator_id FROM reviews"
        " WHERE application_id = ? AND act = ? AND undone = 0",
        (number, act),
    )
    return frozenset(row[0] for row in found)


async def file_state(tx: Transaction, file: Application, moderators: int) -> FileState:
    """Return the facts that decide who may do what on a file."""
    return FileState(
        status=file.status,
        applicant=file.user_id,
        flagged=file.flagged,
        approvals=await standing(tx, file.id, "accept"),
        recused=await standing(tx, file.id, "recuse"),
        moderators=moderators,
        decided_at=file.decided_at,
        decided_by=file.decided_by,
        entered=file.entered_at is not None,
    )


# Entry


async def newcomers(tx: Transaction) -> int:
    """Return how many came in since the group last heard of newcomers."""
    row = await tx.row(
        "SELECT COUNT(*) FROM applications WHERE entered_at NOT NULL AND announced = 0"
    )
    return row[0] if row else 0


async def mark_announced(tx: Transaction) -> None:
    """Note that the group heard of everyone who came in."""
    await tx.write(
        "UPDATE applications SET announced = 1 WHERE entered_at NOT NULL AND announced = 0"
    )


# Retention


async def forget_answers(tx: Transaction, number: int) -> None:
    """Destroy what a person wrote in a file; the outcome and its dates stay."""
    await tx.write("DELETE FROM answers WHERE application_id = ?", (number,))
    await tx.write("DELETE FROM details WHERE application_id = ?", (number,))
    await update(tx, number, review=None, region=None)


async def forget_person(tx: Transaction, number: int) -> None:
    """Cut the tie between a refused or abandoned file and its person; a keyed hash stays."""
    await update(tx, number, user_id=None)


async def end_invited(tx: Transaction, before: datetime) -> int:
    """End, without a name, the files of who asked on Telegram before a moment and said no more."""
    return await tx.write(
        "UPDATE applications SET status = 'expired', user_id = NULL, decided_at = opened_at"
        " WHERE status = 'invited' AND opened_at < ?",
        (to_text(before),),
    )


async def forget_gone(tx: Transaction, before: datetime) -> int:
    """Cut the tie between an accepted file and a person who is not in the group any more.

    A membership that ended is forgotten first: see :func:`bot.storage.members.forget_left`.
    """
    return await tx.write(
        "UPDATE applications SET user_id = NULL, link = NULL WHERE status = 'accepted'"
        " AND user_id NOT NULL AND decided_at < ? AND user_id NOT IN"
        " (SELECT user_id FROM memberships WHERE place = 'group')",
        (to_text(before),),
    )


async def forget_old_answers(tx: Transaction, before: datetime) -> int:
    """Destroy what people wrote in files that ended before a moment; return how many files."""
    numbers = await ended_with_answers(tx, before)
    for number in numbers:
        await forget_answers(tx, number)
    return len(numbers)


async def delete_old(tx: Transaction, before: datetime) -> int:
    """Delete files that ended before a moment without admission, or of people who left since."""
    old = (
        "SELECT id FROM applications WHERE (status IN ('refused', 'withdrawn', 'expired')"
        " OR (status = 'accepted' AND user_id IS NULL)) AND COALESCE(decided_at, opened_at) < ?"
    )
    await tx.write(f"DELETE FROM reviews WHERE application_id IN ({old})", (to_text(before),))
    deleted = await tx.write(f"DELETE FROM applications WHERE id IN ({old})", (to_text(before),))
    for table, since in (("consents", "given_at"), ("code_acceptances", "accepted_at")):
        await tx.write(
            f"DELETE FROM {table} WHERE {since} < ?"
            " AND person NOT IN (SELECT person FROM applications)",
            (to_text(before),),
        )
    return deleted


def _column(value: Any) -> Any:
    match value:
        case datetime():
            return to_text(value)
        case bool():
            return int(value)
    return value


def _answer(tx: Transaction, row: Row) -> Answer:
    cell = f"{row['application_id']}:{row['question']}"
    text = tx.unseal(row["text"], "answers", "text", cell) if row["text"] else ""
    return Answer(row["choice"], bool(row["committed"]), text)


def _detail(tx: Transaction, row: Row) -> Detail:
    answer = tx.unseal(row["answer"], "details", "answer", row["id"]) if row["answer"] else ""
    return Detail(
        row["id"],
        row["asked_by"],
        from_text(row["asked_at"]),
        tx.unseal(row["question"], "details", "question", row["id"]),
        maybe(row["answered_at"]),
        answer,
    )


def _application(tx: Transaction, row: Row) -> Application:
    number = row["id"]
    link = tx.unseal(row["link"], "applications", "link", number) if row["link"] else None
    review = tx.unseal(row["review"], "applications", "review", number) if row["review"] else "{}"
    return Application(
        id=number,
        user_id=row["user_id"],
        status=Status(row["status"]),
        step=row["step"],
        join_request=bool(row["join_request"]),
        statistics=None if row["statistics"] is None else bool(row["statistics"]),
        region=row["region"],
        code_digest=row["code_digest"],
        opened_at=from_text(row["opened_at"]),
        sent_at=maybe(row["sent_at"]),
        flagged=bool(row["flagged"]),
        review=json.loads(review),
        taken_by=row["taken_by"],
        decided_at=maybe(row["decided_at"]),
        decided_by=row["decided_by"],
        reason=row["reason"],
        comes_back_at=maybe(row["comes_back_at"]),
        entered_at=maybe(row["entered_at"]),
        link=link,
        link_expires_at=maybe(row["link_expires_at"]),
    )


async def ended_with_answers(tx: Transaction, before: datetime) -> list[int]:
    """Return the files that ended before a moment and still hold what their person wrote."""
    found = await tx.rows(
        f"SELECT id FROM applications WHERE status NOT IN {_OPEN}"
        " AND COALESCE(decided_at, opened_at) < ? AND (review NOT NULL"
        " OR id IN (SELECT application_id FROM answers)"
        " OR id IN (SELECT application_id FROM details))",
        (to_text(before),),
    )
    return [row["id"] for row in found]
