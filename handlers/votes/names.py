"""The names that the parts of a vote are known by in the agenda and among the messages."""

from __future__ import annotations

CLOSING, REMINDER = "votes.closing", "votes.reminder"
TURNOUT, SWEEP = "votes.turnout", "votes.sweep"
ADOPTED = "votes.adopted"
START = "vote"
"""What the link of a ballot begins with: ``/start vote_3``."""


def card_name(vote: int) -> str:
    """Return the name of a vote's card in the group."""
    return f"vote:{vote}"


def ballot_names(vote: int) -> str:
    """Return what the names of everything shown to one person about a vote begin with."""
    return f"ballot:{vote}:"


def ballot_name(vote: int, user_id: int) -> str:
    """Return the name of a person's ballot."""
    return f"{ballot_names(vote)}{user_id}"
