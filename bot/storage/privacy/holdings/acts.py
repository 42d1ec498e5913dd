"""What somebody decided or wrote as a moderator."""

from __future__ import annotations

from bot.storage.privacy.holdings.holding import Holding, for_all

ACTS: tuple[Holding, ...] = (
    Holding(
        "applications",
        "decided_by = :user OR taken_by = :user",
        given=("id", "decided_at"),
        kept=for_all("acts", "taken_by", "decided_by"),
    ),
    Holding(
        "details",
        "asked_by = :user",
        given=("application_id", "asked_at", "asked_by"),
        kept=for_all("acts", "asked_by"),
    ),
    Holding(
        "reviews",
        "moderator_id = :user",
        given=("application_id", "moderator_id", "act", "at"),
        kept=for_all("acts", "moderator_id"),
    ),
    Holding(
        "faq_thread_texts",
        "moderator_id = :user",
        given=("thread_id", "moderator_id", "text", "at"),
        kept=for_all("acts", "moderator_id"),
    ),
    Holding(
        "faq_confirmed",
        "confirmed_by = :user",
        given=("entry", "confirmed_by", "confirmed_at"),
        kept=for_all("acts", "entry", "confirmed_by", "confirmed_at"),
    ),
    Holding(
        "settled_calls",
        "settled_by = :user",
        given=("settled_by", "settled_at"),
        kept=for_all("acts", "settled_by", "settled_at"),
    ),
    Holding(
        "incidents",
        "noted_by = :user",
        given=("id", "noted_by", "begun_at", "registered_at"),
        kept=for_all("law", "id", "noted_by", "begun_at", "registered_at"),
    ),
    Holding(
        "incident_fields",
        "incident_id IN (SELECT id FROM incidents WHERE noted_by = :user)",
        withheld=for_all("law", "text"),
        kept=for_all("law", "text"),
    ),
    Holding(
        "pair_proposals",
        "proposed_by = :user OR settled_by = :user",
        given=("kind", "proposed_at", "settled_at", "state"),
        kept=for_all(
            "acts", "kind", "proposed_by", "proposed_at", "settled_by", "settled_at", "state"
        ),
    ),
)
