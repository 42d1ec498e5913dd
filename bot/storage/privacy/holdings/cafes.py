"""The cafés that somebody answers, comes to, speaks of or hosts."""

from __future__ import annotations

from bot.storage.privacy.holdings.holding import ALL, NO_ONE, Holding, for_all

CAFES: tuple[Holding, ...] = (
    Holding(
        "cafe_answers",
        "user_id = :user",
        given=(
            "cafe_id",
            "user_id",
            "standing",
            "turn",
            "seats",
            "offered",
            "offer_ends",
            "whole",
            "next_time",
            "relation",
            "answered_at",
        ),
        gone=ALL,
    ),
    Holding("cafe_calendars", "user_id = :user", given=("cafe_id", "user_id"), gone=ALL),
    Holding("cafe_present", "user_id = :user", given=("cafe_id", "user_id", "relation"), gone=ALL),
    Holding(
        "cafe_feedback_given", "user_id = :user", given=("cafe_id", "user_id", "question"), gone=ALL
    ),
    Holding(
        "cafe_feedback",
        NO_ONE,
        withheld=for_all("anonymous", "text"),
        kept=for_all("anonymous", "text"),
    ),
    Holding(
        "cafe_prompts",
        "user_id = :user",
        given=("user_id", "cafe_id", "what", "said", "asked_at"),
        gone=ALL,
    ),
    Holding(
        "cafes",
        "host_id = :user OR cohost_id = :user",
        given=("id", "starts_at", "ends_at"),
        withheld=for_all("team", "host_id", "cohost_id"),
        emptied={"host_id": "NULLIF(host_id, :user)", "cohost_id": "NULLIF(cohost_id, :user)"},
    ),
)
