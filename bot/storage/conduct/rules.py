"""What each rule may do as moderators set it, how often it was right, and the trial at first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import cast

from bot.storage.database import Transaction
from bot.storage.moments import from_text, to_text
from moderation.conduct import Mode

_MODES, _TRIAL = "conduct.modes", "conduct.trial"


@dataclass(frozen=True, slots=True)
class Precision:
    """How often moderators found a rule right, and wrong."""

    right: int
    wrong: int

    @property
    def share(self) -> float | None:
        """The share of what it found that was right, or None while nobody has judged."""
        judged = self.right + self.wrong
        return self.right / judged if judged else None


@dataclass(frozen=True, slots=True)
class Trial:
    """Until when nothing is removed: as planned at first, and as a coordinator left it."""

    planned_end: datetime
    ends_at: datetime


async def modes(tx: Transaction) -> dict[str, Mode]:
    """Return what moderators allow each rule that they set; the others have their default."""
    if _MODES not in tx.cache:
        found = await tx.rows("SELECT rule, mode FROM rule_modes")
        tx.cache[_MODES] = {row[0]: Mode(row[1]) for row in found}
    return cast(dict[str, Mode], tx.cache[_MODES])


async def set_mode(tx: Transaction, rule: str, mode: Mode | None, by: int, now: datetime) -> None:
    """Set what a rule may do; None gives it its default again."""
    tx.cache.pop(_MODES, None)
    await tx.write("DELETE FROM rule_modes WHERE rule = ?", (rule,))
    if mode is not None:
        await tx.write(
            "INSERT INTO rule_modes (rule, mode, set_by, set_at) VALUES (?, ?, ?, ?)",
            (rule, mode, by, to_text(now)),
        )


async def precision(tx: Transaction, since: datetime | None = None) -> dict[str, Precision]:
    """Return how often each rule was right by the moderators' verdicts, since a moment or ever."""
    found = await tx.rows(
        "SELECT rule, SUM(verdict = 'right'), SUM(verdict = 'wrong') FROM case_findings"
        " WHERE verdict NOT NULL AND at >= ? GROUP BY rule",
        (to_text(since) if since else "",),
    )
    return {row[0]: Precision(row[1], row[2]) for row in found}


# The trial


async def trial(tx: Transaction) -> Trial | None:
    """Return the trial, or None before the bot is set up."""
    if _TRIAL not in tx.cache:
        row = await tx.row("SELECT planned_end, ends_at FROM conduct_trial")
        tx.cache[_TRIAL] = Trial(from_text(row[0]), from_text(row[1])) if row else None
    return cast(Trial | None, tx.cache[_TRIAL])


async def begin_trial(tx: Transaction, ends_at: datetime) -> bool:
    """Begin the trial, once; tell whether it begins now."""
    tx.cache.pop(_TRIAL, None)
    begun = await tx.write(
        "INSERT OR IGNORE INTO conduct_trial (id, planned_end, ends_at) VALUES (1, ?, ?)",
        (to_text(ends_at), to_text(ends_at)),
    )
    return begun == 1


async def move_trial_end(tx: Transaction, ends_at: datetime) -> None:
    """Have the trial end at another moment; the planned one stays known."""
    tx.cache.pop(_TRIAL, None)
    await tx.write("UPDATE conduct_trial SET ends_at = ?", (to_text(ends_at),))
