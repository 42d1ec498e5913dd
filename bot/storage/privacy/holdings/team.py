"""What somebody decided of conduct, and the trace of what they did."""

from __future__ import annotations

from bot.storage.privacy.holdings.holding import Holding, for_all

TEAM: tuple[Holding, ...] = (
    Holding(
        "cases", "taken_by = :user", given=("id", "opened_at"), kept=for_all("acts", "taken_by")
    ),
    Holding(
        "case_acts",
        "moderator_id = :user",
        given=("case_id", "moderator_id", "act", "detail", "at", "undone"),
        kept=for_all("acts", "case_id", "moderator_id", "act", "detail", "at", "undone"),
    ),
    Holding(
        "appeals",
        "taken_by = :user OR answered_by = :user",
        given=("case_id", "answered_at", "granted"),
        kept=for_all("acts", "taken_by", "answered_by"),
    ),
    Holding(
        "likenesses",
        "moderator_id = :user",
        given=("at",),
        kept=for_all("acts", "moderator_id"),
    ),
    Holding(
        "rule_modes",
        "set_by = :user",
        given=("rule", "mode", "set_by", "set_at"),
        kept=for_all("acts", "rule", "mode", "set_by", "set_at"),
    ),
    Holding(
        "audit",
        "actor_id = :user",
        given=("at", "actor_id", "act"),
        kept=for_all("acts", "at", "actor_id", "act", "subject"),
    ),
)
