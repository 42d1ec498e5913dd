"""Retention: what is destroyed once it has been kept long enough, rule by rule, and the counts.

Each rule is named by the register of personal data (``rules`` in
``content/<language>/privacy.toml``); a test holds that none is missing on either side.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.storage import (
    agenda,
    alerts,
    audit,
    awaited,
    faq,
    inbox,
    installation,
    likenesses,
    members,
    outbox,
    pauses,
    screening,
    themes,
    threads,
    votes,
)
from bot.storage import proposals as theme_proposals
from bot.storage.cafes import forgetting, hosts
from bot.storage.conduct import cases
from bot.storage.database import Transaction
from bot.storage.moments import to_text
from bot.storage.privacy import incidents, proposals, rights
from moderation.screening.decisions import ANSWERS_KEPT

Destroy = Callable[[Transaction, datetime], Awaitable[int]]
"""Destroys what is older than a moment; returns how many."""

MONTH, YEAR = timedelta(days=30), timedelta(days=365)
QUARTER = timedelta(days=90)
TWO_YEARS = timedelta(days=730)
FIVE_YEARS = timedelta(days=1827)
"""Of the incident register (regulation A-2.1, r. 3.1, s. 8)."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that is destroyed: its name, how long it is kept, how it is destroyed."""

    kind: str
    kept: timedelta
    destroy: Destroy


async def _forget_received(tx: Transaction, before: datetime) -> int:
    # The inbox counts its two delays from now by itself.
    return await inbox.forget_old(tx, before)


async def _forget_messages(tx: Transaction, before: datetime) -> int:
    return await outbox.forget_messages(tx, before)


async def _forget_erasures(tx: Transaction, before: datetime) -> int:
    return await tx.write("DELETE FROM erasures WHERE erased_at < ?", (to_text(before),))


async def _forget_awaited(tx: Transaction, before: datetime) -> int:
    await awaited.forget_old(tx, before)
    return 0  # an hour's memory: nothing to count


async def _forget_tries(tx: Transaction, before: datetime) -> int:
    return await installation.forget_tries(tx, before) + await hosts.forget_wrong(tx, before)


async def _forget_prompts(tx: Transaction, before: datetime) -> int:
    return await forgetting.forget_prompts(tx, before) + await votes.forget_drafts(tx, before)


async def _forget_supporters(tx: Transaction, before: datetime) -> int:
    return await themes.forget_gone(tx)  # when somebody began to follow is kept nowhere


async def _cut_audit(tx: Transaction, before: datetime) -> int:
    return await audit.cut(tx, before, before + TWO_YEARS)


async def _forget_counts(tx: Transaction, before: datetime) -> int:
    day = before.date().isoformat()
    return await tx.write("DELETE FROM retention_counts WHERE day < ?", (day,))


RULES: tuple[Rule, ...] = (
    Rule("received", timedelta(0), _forget_received),
    Rule("sent", MONTH, outbox.forget_old),
    Rule("places", TWO_YEARS, _forget_messages),
    Rule("dues", MONTH, agenda.forget_old),
    Rule("settled", MONTH, alerts.forget_settled),
    Rule("tries", timedelta(days=1), _forget_tries),
    Rule("answers", ANSWERS_KEPT, screening.forget_old_answers),
    Rule("invited", MONTH, screening.end_invited),
    Rule("outsiders", MONTH, members.forget_outsiders),
    Rule("left", QUARTER, members.forget_left),
    Rule("banned", TWO_YEARS, members.forget_banned),
    Rule("gone", QUARTER, screening.forget_gone),
    Rule("files", TWO_YEARS, screening.delete_old),
    Rule("questions", timedelta(days=14), faq.forget_asked),
    Rule("misses", YEAR, faq.forget_misses),
    Rule("threads", MONTH, threads.forget_closed),
    Rule("awaited", timedelta(0), _forget_awaited),
    Rule("pauses", MONTH, pauses.forget_over),
    Rule("likenesses", TWO_YEARS, likenesses.forget_old),
    Rule("cases", TWO_YEARS, cases.delete_old),
    Rule("cafes", YEAR, forgetting.forget_old),
    Rule("prompts", timedelta(days=1), _forget_prompts),
    Rule("proposals", MONTH, theme_proposals.forget_decided),
    Rule("unheard", YEAR, theme_proposals.forget_unheard),
    Rule("votes", TWO_YEARS, votes.forget_old),
    Rule("audit", TWO_YEARS, _cut_audit),
    Rule("supporters", timedelta(0), _forget_supporters),
    Rule("strangers", MONTH, members.forget_strangers),
    Rule("erased", timedelta(0), rights.finish),
    Rule("erasures", TWO_YEARS, _forget_erasures),
    Rule("incidents", FIVE_YEARS, incidents.forget_old),
    Rule("pairs", TWO_YEARS, proposals.forget_old),
    Rule("counts", TWO_YEARS, _forget_counts),
)
"""In this order: who left is forgotten before the files of those who are in no chat."""


async def destroy_old(tx: Transaction, now: datetime, day: date) -> dict[str, int]:
    """Run every rule; return what each destroyed, and keep these counts under a day.

    Once committed, the file is rewritten so that the bytes are nowhere.
    """
    counts = {rule.kind: await rule.destroy(tx, now - rule.kept) for rule in RULES}
    await note(tx, day, counts)
    tx.leave_no_trace()
    return counts


async def note(tx: Transaction, day: date, counts: dict[str, int]) -> None:
    """Keep how many of each kind were destroyed on a day; a second round of the day adds up."""
    await tx.write_many(
        "INSERT INTO retention_counts (day, kind, destroyed) VALUES (?, ?, ?)"
        " ON CONFLICT (day, kind) DO UPDATE SET destroyed = destroyed + excluded.destroyed",
        [(day.isoformat(), kind, count) for kind, count in counts.items()],
    )


@dataclass(frozen=True, slots=True)
class Round:
    """What the last round destroyed, by kind; only what was not zero."""

    day: date
    destroyed: dict[str, int]


async def last_round(tx: Transaction) -> Round | None:
    """Return the last round, or None where there was none yet."""
    found = await tx.rows(
        "SELECT day, kind, destroyed FROM retention_counts"
        " WHERE day = (SELECT MAX(day) FROM retention_counts) ORDER BY destroyed DESC, kind"
    )
    if not found:
        return None
    return Round(date.fromisoformat(found[0][0]), {row[1]: row[2] for row in found if row[2]})
