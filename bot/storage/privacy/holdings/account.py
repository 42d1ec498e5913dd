"""The account: who is known, where they stand, what they tried."""

from __future__ import annotations

from bot.storage.privacy.holdings.holding import ALL, Holding, for_all

ACCOUNT: tuple[Holding, ...] = (
    Holding(
        "people",
        "user_id = :user",
        given=(
            "user_id",
            "name",
            "language",
            "private_chat",
            "unreachable_since",
            "silent",
            "relation",
            "seen_at",
        ),
        withheld=for_all("code", "handle"),
        gone=ALL,
    ),
    Holding(
        "memberships",
        "user_id = :user",
        given=("place", "user_id", "status", "origin", "since"),
        gone="status = 'left'",
        kept=for_all("membership", "place", "user_id", "status", "origin", "since"),
    ),
    Holding("installation_tries", "user_id = :user", given=("user_id", "at"), gone=ALL),
    Holding("cafe_wrong_links", "user_id = :user", given=("user_id", "at"), gone=ALL),
)
