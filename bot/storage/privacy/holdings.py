"""HOLDINGS: where the database holds something of somebody, what they are given, what is erased.

The register of personal data (``content/<language>/privacy.toml``) names every column; a test
holds that each column named there is given or withheld, and erased or kept, here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

ALL = "1"
"""The rows of somebody that an erasure deletes: all of them."""

NO_ONE = "0"
"""Whose the rows are of which nothing in the database says whose they are."""

Why = Mapping[str, str]
"""Why a column is withheld or kept, by column: a key of ``privacy.why``."""


@dataclass(frozen=True, slots=True)
class Holding:
    """The rows of one table that are about somebody, in one of their capacities.

    ``whose`` is an SQL condition over ``:user`` (a Telegram id) and ``:person`` (the keyed hash
    that stands for it). ``given`` are the columns that /mesdonnees gives. ``gone`` is the condition
    on which an erasure deletes a row; ``emptied`` are the columns that it overwrites in the rows
    that stay. ``opened`` names a sealed column: only rows whose text holds the person's id count.
    """

    table: str
    whose: str
    given: tuple[str, ...] = ()
    withheld: Why = field(default_factory=dict)
    gone: str = ""
    emptied: Mapping[str, str] = field(default_factory=dict)
    kept: Why = field(default_factory=dict)
    opened: str = ""


def _all(why: str, *columns: str) -> dict[str, str]:
    return dict.fromkeys(columns, why)


_FILES = "(SELECT id FROM applications WHERE person = :person)"
_THREADS = "(SELECT id FROM faq_threads WHERE user_id = :user)"
_REFUSED = "CASE WHEN status = 'refused' AND comes_back_at > :now THEN person ELSE x'' END"
"""A refusal stands until its date: without this, erasing would be a way around it."""

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
        withheld=_all("code", "handle"),
        gone=ALL,
    ),
    Holding(
        "memberships",
        "user_id = :user",
        given=("place", "user_id", "status", "origin", "since"),
        gone="status = 'left'",
        kept=_all("membership", "place", "user_id", "status", "origin", "since"),
    ),
    Holding("installation_tries", "user_id = :user", given=("user_id", "at"), gone=ALL),
    Holding("cafe_wrong_links", "user_id = :user", given=("user_id", "at"), gone=ALL),
)

# The outcome is given; not how many agreed or who stepped aside, which would tell the person that
# somebody inside knows them.
REQUESTS: tuple[Holding, ...] = (
    Holding(
        "answers",
        f"application_id IN {_FILES}",
        given=("application_id", "question", "choice", "committed", "text"),
        gone=ALL,
    ),
    Holding(
        "details",
        f"application_id IN {_FILES}",
        given=("application_id", "asked_at", "question", "answered_at", "answer"),
        withheld=_all("team", "asked_by"),
        gone=ALL,
    ),
    Holding(
        "reviews",
        f"application_id IN {_FILES}",
        withheld=_all("team", "application_id", "act", "detail", "at", "undone", "moderator_id"),
        kept=_all("counts", "application_id", "act", "detail", "at", "undone", "moderator_id"),
    ),
    Holding(
        "consents",
        "person = :person",
        given=("purpose", "version", "digest", "language", "given_at", "withdrawn_at"),
        withheld=_all("code", "person"),
        gone=ALL,
    ),
    Holding(
        "code_acceptances",
        "person = :person",
        given=("version", "digest", "language", "accepted_at"),
        withheld=_all("code", "person"),
        gone=ALL,
    ),
    Holding(
        "applications",
        "person = :person",
        given=(
            "id",
            "user_id",
            "status",
            "step",
            "join_request",
            "statistics",
            "region",
            "code_digest",
            "opened_at",
            "sent_at",
            "review",
            "flagged",
            "decided_at",
            "reason",
            "comes_back_at",
            "entered_at",
            "link",
            "link_expires_at",
        ),
        withheld=_all("code", "person") | _all("team", "taken_by", "decided_by"),
        emptied={
            "user_id": "NULL",
            "person": _REFUSED,
            "statistics": "NULL",
            "region": "NULL",
            "code_digest": "NULL",
            "review": "NULL",
            "link": "NULL",
            "link_expires_at": "NULL",
        },
        kept=_all(
            "counts",
            "id",
            "status",
            "step",
            "join_request",
            "opened_at",
            "sent_at",
            "flagged",
            "taken_by",
            "decided_at",
            "decided_by",
            "reason",
            "comes_back_at",
            "entered_at",
        ),
    ),
)

QUESTIONS: tuple[Holding, ...] = (
    Holding(
        "faq_misses",
        "times = 1 AND id IN (SELECT miss_id FROM faq_asked WHERE user_id = :user)",
        given=("text", "answer", "first_at"),
        withheld=_all("code", "same"),
        gone=ALL,
    ),
    Holding(
        "faq_asked",
        "user_id = :user",
        given=("user_id", "at", "language", "text", "entry"),
        gone=ALL,
    ),
    Holding(
        "faq_thread_texts",
        f"thread_id IN {_THREADS}",
        given=("thread_id", "text", "at"),
        withheld=_all("team", "moderator_id"),
        gone=ALL,
    ),
    Holding(
        "faq_threads",
        "user_id = :user",
        given=("id", "user_id", "language", "opened_at", "answered_at", "closed_at"),
        gone=ALL,
    ),
)

_CASES = "(SELECT id FROM cases WHERE person = :person)"
_DECIDED = "(SELECT id FROM cases WHERE decided_at NOT NULL)"
_UNLESS_OPEN = "CASE WHEN decided_at IS NULL THEN user_id END"
COUNTS = "(decided_at IS NULL OR (undone = 0 AND (step = 4 OR (step > 0 AND decided_at > :faded))))"
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
        withheld=_all("machine", "message_id", "album", "removal"),
        gone=f"case_id IN {_DECIDED}",
        kept=_all("case", "case_id", "source", "message_id", "album", "text", "removal", "at"),
    ),
    Holding(
        "case_findings",
        f"case_id IN {_CASES}",
        given=("case_id", "rule", "article", "excerpt", "at"),
        emptied={"excerpt": f"CASE WHEN case_id NOT IN {_DECIDED} THEN excerpt END"},
        kept=_all("case", "case_id", "rule", "article", "at"),
    ),
    Holding(
        "appeals",
        "user_id = :user",
        given=("case_id", "user_id", "words", "at", "answered_at", "granted"),
        withheld=_all("team", "taken_by", "answered_by"),
        emptied={"words": "NULL", "user_id": "0"},
        kept=_all("case", "case_id", "at", "taken_by", "answered_by", "answered_at", "granted"),
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
        ),
        withheld=_all("code", "person") | _all("team", "taken_by"),
        emptied={
            "user_id": _UNLESS_OPEN,
            "person": _WHILE_IT_COUNTS,
            "language": "CASE WHEN decided_at IS NULL THEN language END",
        },
        kept=_all(
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
        ),
    ),
    Holding(
        "reports",
        "reporter_id = :user",
        given=("case_id", "reporter_id", "category", "words", "at"),
        emptied={"reporter_id": "NULL", "words": "NULL"},
        kept=_all("case", "case_id", "category", "at"),
    ),
    Holding(
        "pauses",
        "person = :person",
        given=("left_at", "until", "returned_at"),
        withheld=_all("code", "person"),
        gone=ALL,
    ),
    Holding(
        "likenesses",
        "user_id = :user",
        given=("user_id", "at"),
        withheld=_all("code", "name") | _all("team", "moderator_id"),
        gone=ALL,
    ),
    Holding("code_asks", "user_id = :user", given=("user_id", "asked_at"), gone=ALL),
    Holding("awaited", "user_id = :user", given=("user_id", "what", "at"), gone=ALL),
    Holding(
        "audit",
        "subject = 'user:' || :user",
        given=("at", "act", "subject"),
        withheld=_all("team", "actor_id"),
        kept=_all("acts", "at", "actor_id", "act", "subject"),
    ),
)

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
        withheld=_all("anonymous", "text"),
        kept=_all("anonymous", "text"),
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
        withheld=_all("team", "host_id", "cohost_id"),
        emptied={"host_id": "NULLIF(host_id, :user)", "cohost_id": "NULLIF(cohost_id, :user)"},
    ),
)

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
        withheld=_all("team", "decided_by"),
        gone=ALL,
    ),
    Holding(
        "theme_supporters",
        "1",
        given=("theme_id", "user_id"),
        withheld=_all("code", "person"),
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
        kept=_all("vote", "vote_id", "user_id", "inside"),
    ),
    Holding(
        "ballots",
        NO_ONE,
        withheld=_all("anonymous", "person", "chosen"),
        kept=_all("anonymous", "person", "chosen"),
    ),
)

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
        kept=_all("acts", "created_by")
        | _all("event", "rule", "city", "address", "link", "theme", "guest", "access", "bring"),
    ),
    Holding(
        "cafe_series",
        "created_by = :user",
        given=("id", "created_by", "created_at"),
        kept=_all("acts", "created_by", "created_at"),
    ),
    Holding(
        "cafe_host_links",
        "made_by = :user",
        given=("cafe_id", "seat", "made_by", "expires_at"),
        withheld=_all("code", "token"),
        gone=ALL,
    ),
    Holding(
        "cafe_attendance",
        "closed_by = :user",
        given=("cafe_id", "closed_by", "closed_at"),
        kept=_all("acts", "closed_by", "closed_at"),
    ),
    Holding(
        "cafe_corrections",
        "corrected_by = :user",
        given=("cafe_id", "corrected_by", "corrected_at"),
        kept=_all("acts", "corrected_by", "corrected_at"),
    ),
    Holding(
        "proposals",
        "decided_by = :user",
        given=("id", "decided_at"),
        kept=_all("acts", "decided_by"),
    ),
    Holding(
        "votes",
        "opened_by = :user",
        given=("id", "opened_by", "opened_at"),
        kept=_all("acts", "opened_by", "opened_at"),
    ),
)

RIGHTS: tuple[Holding, ...] = (
    Holding(
        "protected_forms",
        "protection_id IN (SELECT id FROM protections WHERE owner = :person)",
        withheld=_all("code", "form"),
        gone=ALL,
    ),
    Holding(
        "protections",
        "owner = :person",
        given=("kind", "added_at"),
        withheld=_all("code", "owner"),
        gone=ALL,
    ),
    Holding(
        "erasures",
        "person = :person",
        given=("erased_at",),
        withheld=_all("code", "person"),
        kept=_all("erased", "person", "erased_at"),
    ),
    Holding(
        "pair_proposals",
        "subject = CAST(:user AS TEXT)",
        given=("kind", "proposed_at", "state"),
        withheld=_all("team", "subject", "proposed_by", "settled_by"),
        emptied={"subject": "''"},
        kept=_all("acts", "proposed_by", "settled_by"),
    ),
)

ACTS: tuple[Holding, ...] = (
    Holding(
        "applications",
        "decided_by = :user OR taken_by = :user",
        given=("id", "decided_at"),
        kept=_all("acts", "taken_by", "decided_by"),
    ),
    Holding(
        "details",
        "asked_by = :user",
        given=("application_id", "asked_at", "asked_by"),
        kept=_all("acts", "asked_by"),
    ),
    Holding(
        "reviews",
        "moderator_id = :user",
        given=("application_id", "moderator_id", "act", "at"),
        kept=_all("acts", "moderator_id"),
    ),
    Holding(
        "faq_thread_texts",
        "moderator_id = :user",
        given=("thread_id", "moderator_id", "text", "at"),
        kept=_all("acts", "moderator_id"),
    ),
    Holding(
        "faq_confirmed",
        "confirmed_by = :user",
        given=("entry", "confirmed_by", "confirmed_at"),
        kept=_all("acts", "entry", "confirmed_by", "confirmed_at"),
    ),
    Holding(
        "settled_calls",
        "settled_by = :user",
        given=("settled_by", "settled_at"),
        kept=_all("acts", "settled_by", "settled_at"),
    ),
    Holding(
        "incidents",
        "noted_by = :user",
        given=("id", "noted_by", "begun_at", "registered_at"),
        kept=_all("law", "id", "noted_by", "begun_at", "registered_at"),
    ),
    Holding(
        "incident_fields",
        "incident_id IN (SELECT id FROM incidents WHERE noted_by = :user)",
        withheld=_all("law", "text"),
        kept=_all("law", "text"),
    ),
    Holding(
        "pair_proposals",
        "proposed_by = :user OR settled_by = :user",
        given=("kind", "proposed_at", "settled_at", "state"),
        kept=_all(
            "acts", "kind", "proposed_by", "proposed_at", "settled_by", "settled_at", "state"
        ),
    ),
)

TEAM: tuple[Holding, ...] = (
    Holding("cases", "taken_by = :user", given=("id", "opened_at"), kept=_all("acts", "taken_by")),
    Holding(
        "case_acts",
        "moderator_id = :user",
        given=("case_id", "moderator_id", "act", "detail", "at", "undone"),
        kept=_all("acts", "case_id", "moderator_id", "act", "detail", "at", "undone"),
    ),
    Holding(
        "appeals",
        "taken_by = :user OR answered_by = :user",
        given=("case_id", "answered_at", "granted"),
        kept=_all("acts", "taken_by", "answered_by"),
    ),
    Holding(
        "likenesses",
        "moderator_id = :user",
        given=("at",),
        kept=_all("acts", "moderator_id"),
    ),
    Holding(
        "rule_modes",
        "set_by = :user",
        given=("rule", "mode", "set_by", "set_at"),
        kept=_all("acts", "rule", "mode", "set_by", "set_at"),
    ),
    Holding(
        "audit",
        "actor_id = :user",
        given=("at", "actor_id", "act"),
        kept=_all("acts", "at", "actor_id", "act", "subject"),
    ),
)

MACHINE: tuple[Holding, ...] = (
    Holding(
        "messages",
        "chat_id = :user OR name = 'unscreened:' || :user",
        withheld=_all("machine", "name", "chat_id", "message_id", "sent_at"),
        gone=ALL,
    ),
    Holding(
        "outbox",
        "chat_id = :user AND state IN ('done', 'failed', 'uncertain')",
        withheld=_all("machine", "key", "chat_id", "params", "message"),
        gone=ALL,
    ),
    Holding(
        "agenda",
        "key = CAST(:user AS TEXT) OR key LIKE '%:' || :user",
        withheld=_all("machine", "key"),
        gone=ALL,
    ),
    Holding(
        "inbox",
        "state = 'aside'",
        withheld=_all("machine", "key", "payload"),
        gone=ALL,
        opened="payload",
    ),
)

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
