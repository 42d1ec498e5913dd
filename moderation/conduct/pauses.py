"""Pauses: for how long somebody who left may come back without new questions, and who may not."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from moderation.conduct.decisions import No
from moderation.conduct.ladder import Past

RETURN_WITHIN = timedelta(days=183)
"""Six months; then the person is screened as anybody."""


def may_return(left_at: datetime, past: Iterable[Past], now: datetime) -> No | None:
    """Why somebody may not come back from a pause, or None: within six months, unless removed.

    ``left_at`` and ``now`` are aware; ``past`` are the steps taken about the person. A pause is
    no way around a removal that is decided meanwhile.
    """
    if any(_removed_since(left_at, each) for each in past):
        return No("removed")
    return No("too_late") if now - left_at > RETURN_WITHIN else None


def _removed_since(left_at: datetime, past: Past) -> bool:
    return past.puts_out and past.at >= left_at
