"""Evidence: the messages that a case is about, sealed for its life, and what rules found there."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from bot.storage.database import Row, Transaction
from bot.storage.moments import from_text, to_text


@dataclass(frozen=True, slots=True)
class Evidence:
    """One message of a case. ``text`` is empty once it was destroyed, or where there was none.

    ``source`` is ``hold``, ``flag`` or ``report``; ``removal`` tells what became of the message:
    None (it was left), ``asked``, ``done``, ``no_rights`` or ``too_old``.
    """

    id: int
    case: int
    source: str
    message_id: int | None
    album: str | None
    text: str = field(repr=False)
    removal: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Kept:
    """What a rule found in a message, and whether moderators found it right."""

    evidence: int
    rule: str
    article: int
    excerpt: str = field(repr=False)
    verdict: str | None


async def add(
    tx: Transaction,
    case: int,
    *,
    source: str,
    text: str,
    message_id: int | None,
    now: datetime,
    album: str | None = None,
    removal: str | None = None,
) -> int:
    """Keep a message in a case; return its number."""
    number = await tx.insert(
        "INSERT INTO case_evidence (case_id, source, message_id, album, removal, at)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (case, source, message_id, album, removal, to_text(now)),
    )
    if text:
        sealed = tx.seal(text, "case_evidence", "text", number)
        await tx.write("UPDATE case_evidence SET text = ? WHERE id = ?", (sealed, number))
    return number


async def set_text(tx: Transaction, number: int, source: str, text: str) -> None:
    """Keep what a message became by an edit, under what was said before."""
    sealed = tx.seal(text, "case_evidence", "text", number)
    await tx.write(
        "UPDATE case_evidence SET text = ?, source = ? WHERE id = ?", (sealed, source, number)
    )


async def set_message(tx: Transaction, number: int, message_id: int) -> None:
    """Note which message of the group a text is, known from somebody who passed it on before."""
    await tx.write("UPDATE case_evidence SET message_id = ? WHERE id = ?", (message_id, number))


async def set_removal(tx: Transaction, number: int, removal: str) -> None:
    """Note what became of a message."""
    await tx.write("UPDATE case_evidence SET removal = ? WHERE id = ?", (removal, number))


async def evidence(tx: Transaction, number: int) -> Evidence | None:
    """Return one message of a case."""
    row = await tx.row("SELECT * FROM case_evidence WHERE id = ?", (number,))
    return _evidence(tx, row) if row else None


async def of(tx: Transaction, case: int) -> list[Evidence]:
    """Return the messages of a case, the oldest first."""
    found = await tx.rows("SELECT * FROM case_evidence WHERE case_id = ? ORDER BY id", (case,))
    return [_evidence(tx, row) for row in found]


async def about_message(tx: Transaction, message_id: int) -> list[Evidence]:
    """Return what is kept about a message of the group, in whatever case, the newest first."""
    found = await tx.rows(
        "SELECT * FROM case_evidence WHERE message_id = ? ORDER BY id DESC", (message_id,)
    )
    return [_evidence(tx, row) for row in found]


async def held_album(tx: Transaction, album: str) -> Evidence | None:
    """Return what is kept of an album that is being removed."""
    row = await tx.row(
        "SELECT * FROM case_evidence WHERE album = ? AND removal IN ('asked', 'done') LIMIT 1",
        (album,),
    )
    return _evidence(tx, row) if row else None


async def latest_held(tx: Transaction, person: bytes) -> Evidence | None:
    """Return the newest message of a person that was taken out of the group, with its words."""
    row = await tx.row(
        "SELECT e.* FROM case_evidence e JOIN cases c ON c.id = e.case_id"
        " WHERE c.person = ? AND e.removal = 'done' AND e.text NOT NULL ORDER BY e.id DESC LIMIT 1",
        (person,),
    )
    return _evidence(tx, row) if row else None


async def messages(tx: Transaction, case: int) -> frozenset[int]:
    """Return the messages of the group that a case is about."""
    found = await tx.rows(
        "SELECT message_id FROM case_evidence WHERE case_id = ? AND message_id NOT NULL", (case,)
    )
    return frozenset(row[0] for row in found)


# What rules found


async def add_finding(
    tx: Transaction,
    case: int,
    evidence: int,
    rule: str,
    article: int,
    excerpt: str,
    now: datetime,
) -> None:
    """Keep what a rule found in a message."""
    number = await tx.insert(
        "INSERT INTO case_findings (case_id, evidence_id, rule, article, at)"
        " VALUES (?, ?, ?, ?, ?)",
        (case, evidence, rule, article, to_text(now)),
    )
    if excerpt:
        sealed = tx.seal(excerpt, "case_findings", "excerpt", number)
        await tx.write("UPDATE case_findings SET excerpt = ? WHERE id = ?", (sealed, number))


async def findings(tx: Transaction, case: int) -> list[Kept]:
    """Return what rules found in the messages of a case, in order."""
    found = await tx.rows("SELECT * FROM case_findings WHERE case_id = ? ORDER BY id", (case,))
    return [_kept(tx, row) for row in found]


async def judge_findings(tx: Transaction, case: int, verdict: str | None) -> None:
    """Note whether moderators found the rules right in a case (``right``, ``wrong``, or None)."""
    await tx.write("UPDATE case_findings SET verdict = ? WHERE case_id = ?", (verdict, case))


# Retention


async def destroy(tx: Transaction, case: int) -> None:
    """Destroy what a case holds of people's words; the rules and their verdicts stay."""
    await tx.write("UPDATE case_evidence SET text = NULL WHERE case_id = ?", (case,))
    await tx.write("UPDATE case_findings SET excerpt = NULL WHERE case_id = ?", (case,))


def _evidence(tx: Transaction, row: Row) -> Evidence:
    text = tx.unseal(row["text"], "case_evidence", "text", row["id"]) if row["text"] else ""
    return Evidence(
        row["id"],
        row["case_id"],
        row["source"],
        row["message_id"],
        row["album"],
        text,
        row["removal"],
        from_text(row["at"]),
    )


def _kept(tx: Transaction, row: Row) -> Kept:
    sealed = row["excerpt"]
    excerpt = tx.unseal(sealed, "case_findings", "excerpt", row["id"]) if sealed else ""
    return Kept(row["evidence_id"], row["rule"], row["article"], excerpt, row["verdict"])
