"""What somebody said or reported that was looked at, and what followed."""

from __future__ import annotations

from bot.storage.privacy.holdings.holding import ALL, Holding, for_all

_CASES = "(SELECT id FROM cases WHERE person = :person)"
_DECIDED = "(SELECT id FROM cases WHERE decided_at NOT NULL)"
_UNLESS_OPEN = "CASE WHEN decided_at IS NULL THEN user_id END"
COUNTS = """(decided_at IS NULL OR (
    undone = 0 AND rehearsal = 0 AND (step = 4 OR (step > 0 AND decided_at > :faded))
))"""
"""A case that still counts: it is open, a removal, or a step that has not faded at ``:faded``.

Nobody escapes a decision by erasing: until then the keyed hash stays, beside what was decided and
when; a removal stays so in its register.
"""
_WHILE_IT_COUNTS = f"CASE WHEN {COUNTS} THEN person ELSE x'' END"

CONDUCT: tuple[Holding, ...] = (
    Holding(
        "case_evidence",
        f"case_id IN {_CASES}",
        given=("case_id", "source", "text", "at"),
        withheld=for_all("machine", "message_id", "album", "removal"),
        gone=f"case_id IN {_DECIDED}",
        kept=for_all("case", "case_id", "source", "message_id", "album", "text", "removal", "at"),
    ),
    Holding(
        "case_findings",
        f"case_id IN {_CASES}",
        given=("case_id", "rule", "article", "excerpt", "at"),
        emptied={"excerpt": f"CASE WHEN case_id NOT IN {_DECIDED} THEN excerpt END"},
        kept=for_all("case", "case_id", "rule", "article", "at"),
    ),
    Holding(
        "appeals",
        "user_id = :user",
        given=("case_id", "user_id", "words", "at", "answered_at", "granted"),
        withheld=for_all("team", "taken_by", "answered_by"),
        emptied={"words": "NULL", "user_id": "0"},
        kept=for_all("case", "case_id", "at", "taken_by", "answered_by", "answered_at", "granted"),
    ),
    Holding(
        "cases",
        "person = :person",
        given=(
            "id",
            "user_id",
            "rule",
            "article",
            "opened_at",
            "step",
            "decided_at",
            "banned",
            "until",
            "undone",
            "language",
            "rehearsal",
        ),
        withheld=for_all("code", "person") | for_all("team", "taken_by"),
        emptied={
            "user_id": _UNLESS_OPEN,
            "person": _WHILE_IT_COUNTS,
            "language": "CASE WHEN decided_at IS NULL THEN language END",
        },
        kept=for_all(
            "case",
            "id",
            "rule",
            "article",
            "opened_at",
            "taken_by",
            "step",
            "decided_at",
            "banned",
            "until",
            "undone",
            "rehearsal",
        ),
    ),
    Holding(
        "reports",
        "reporter_id = :user",
        given=("case_id", "reporter_id", "category", "words", "at"),
        emptied={"reporter_id": "NULL", "words": "NULL"},
        kept=for_all("case", "case_id", "category", "at"),
    ),
    Holding(
        "pauses",
        "person = :person",
        given=("left_at", "until", "returned_at"),
        withheld=for_all("code", "person"),
        gone=ALL,
    ),
    Holding(
        "likenesses",
        "user_id = :user",
        given=("user_id", "at"),
        withheld=for_all("code", "name") | for_all("team", "moderator_id"),
        gone=ALL,
    ),
    Holding("code_asks", "user_id = :user", given=("user_id", "asked_at"), gone=ALL),
    Holding("awaited", "user_id = :user", given=("user_id", "what", "at"), gone=ALL),
    Holding(
        "audit",
        "subject = 'user:' || :user",
        given=("at", "act", "subject"),
        withheld=for_all("team", "actor_id"),
        kept=for_all("acts", "at", "actor_id", "act", "subject"),
    ),
)
