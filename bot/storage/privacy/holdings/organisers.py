"""The cafés and votes that somebody prepared for the group."""

from __future__ import annotations

from bot.storage.privacy.holdings.holding import ALL, Holding, for_all

ORGANISERS: tuple[Holding, ...] = (
    Holding(
        "cafes",
        "created_by = :user",
        given=(
            "id",
            "created_by",
            "updated_at",
            "rule",
            "city",
            "address",
            "link",
            "theme",
            "guest",
            "access",
            "bring",
        ),
        kept=for_all("acts", "created_by")
        | for_all("event", "rule", "city", "address", "link", "theme", "guest", "access", "bring"),
    ),
    Holding(
        "cafe_series",
        "created_by = :user",
        given=("id", "created_by", "created_at"),
        kept=for_all("acts", "created_by", "created_at"),
    ),
    Holding(
        "cafe_host_links",
        "made_by = :user",
        given=("cafe_id", "seat", "made_by", "expires_at"),
        withheld=for_all("code", "token"),
        gone=ALL,
    ),
    Holding(
        "cafe_attendance",
        "closed_by = :user",
        given=("cafe_id", "closed_by", "closed_at"),
        kept=for_all("acts", "closed_by", "closed_at"),
    ),
    Holding(
        "cafe_corrections",
        "corrected_by = :user",
        given=("cafe_id", "corrected_by", "corrected_at"),
        kept=for_all("acts", "corrected_by", "corrected_at"),
    ),
    Holding(
        "proposals",
        "decided_by = :user",
        given=("id", "decided_at"),
        kept=for_all("acts", "decided_by"),
    ),
    Holding(
        "votes",
        "opened_by = :user",
        given=("id", "opened_by", "opened_at"),
        kept=for_all("acts", "opened_by", "opened_at"),
    ),
)
