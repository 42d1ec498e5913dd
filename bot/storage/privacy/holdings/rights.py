"""What somebody asked for by right: a protection, an erasure."""

from __future__ import annotations

from bot.storage.privacy.holdings.holding import ALL, Holding, for_all

RIGHTS: tuple[Holding, ...] = (
    Holding(
        "protected_forms",
        "protection_id IN (SELECT id FROM protections WHERE owner = :person)",
        withheld=for_all("code", "form"),
        gone=ALL,
    ),
    Holding(
        "protections",
        "owner = :person",
        given=("kind", "added_at"),
        withheld=for_all("code", "owner"),
        gone=ALL,
    ),
    Holding(
        "erasures",
        "person = :person",
        given=("erased_at",),
        withheld=for_all("code", "person"),
        kept=for_all("erased", "person", "erased_at"),
    ),
    Holding(
        "pair_proposals",
        "subject = CAST(:user AS TEXT)",
        given=("kind", "proposed_at", "state"),
        withheld=for_all("team", "subject", "proposed_by", "settled_by"),
        emptied={"subject": "''"},
        kept=for_all("acts", "proposed_by", "settled_by"),
    ),
)
