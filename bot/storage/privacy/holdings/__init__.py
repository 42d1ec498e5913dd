"""HOLDINGS: where the database holds something of somebody, what they are given, what is erased.

The register of personal data (``content/<language>/privacy.toml``) names every column; a test
holds that each column named there is given or withheld, and erased or kept, here.
"""

from __future__ import annotations

from bot.storage.privacy.holdings.account import ACCOUNT
from bot.storage.privacy.holdings.acts import ACTS
from bot.storage.privacy.holdings.cafes import CAFES
from bot.storage.privacy.holdings.conduct import CONDUCT, COUNTS
from bot.storage.privacy.holdings.holding import ALL, Holding
from bot.storage.privacy.holdings.machine import MACHINE
from bot.storage.privacy.holdings.organisers import ORGANISERS
from bot.storage.privacy.holdings.questions import QUESTIONS
from bot.storage.privacy.holdings.requests import REQUESTS
from bot.storage.privacy.holdings.rights import RIGHTS
from bot.storage.privacy.holdings.team import TEAM
from bot.storage.privacy.holdings.votes import VOTES

__all__ = ["ALL", "CONDUCT", "COUNTS", "DONE", "HOLDINGS", "MACHINE", "OWN", "Holding"]

OWN: tuple[Holding, ...] = (
    *ACCOUNT,
    *REQUESTS,
    *QUESTIONS,
    *CONDUCT,
    *CAFES,
    *VOTES,
    *RIGHTS,
)
"""What is about the person themselves."""

DONE: tuple[Holding, ...] = (*ACTS, *TEAM, *ORGANISERS)
"""What the person decided or prepared for the group."""

HOLDINGS: tuple[Holding, ...] = (*OWN, *DONE, *MACHINE)
"""What hangs on a row stands before it, so that an erasure finds it first."""
