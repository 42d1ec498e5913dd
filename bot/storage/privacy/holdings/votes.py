"""The themes that somebody proposes or follows, and the votes they may vote in."""

from __future__ import annotations

from bot.storage.privacy.holdings.holding import ALL, NO_ONE, Holding, for_all

VOTES: tuple[Holding, ...] = (
    Holding(
        "proposals",
        "user_id = :user",
        given=(
            "id",
            "user_id",
            "text",
            "language",
            "proposed_at",
            "state",
            "theme_id",
            "reason",
            "decided_at",
        ),
        withheld=for_all("team", "decided_by"),
        gone=ALL,
    ),
    Holding(
        "theme_supporters",
        "1",
        given=("theme_id", "user_id"),
        withheld=for_all("code", "person"),
        gone=ALL,
        opened="user_id",
    ),
    Holding(
        "vote_drafts",
        "user_id = :user",
        given=("user_id", "seats", "ranked", "themes", "closes_on"),
        gone=ALL,
    ),
    Holding(
        "electors",
        "user_id = :user",
        given=("vote_id", "user_id", "inside"),
        kept=for_all("vote", "vote_id", "user_id", "inside"),
    ),
    Holding(
        "ballots",
        NO_ONE,
        withheld=for_all("anonymous", "person", "chosen"),
        kept=for_all("anonymous", "person", "chosen"),
    ),
)
