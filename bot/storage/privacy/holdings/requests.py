"""The request to join: answers, consents, what was decided."""

from __future__ import annotations

from bot.storage.privacy.holdings.holding import ALL, Holding, for_all

_FILES = "(SELECT id FROM applications WHERE person = :person)"
_REFUSED = "CASE WHEN status = 'refused' AND comes_back_at > :now THEN person ELSE x'' END"
"""A refusal stands until its date: without this, erasing would be a way around it."""

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
        withheld=for_all("team", "asked_by"),
        gone=ALL,
    ),
    Holding(
        "reviews",
        f"application_id IN {_FILES}",
        withheld=for_all("team", "application_id", "act", "detail", "at", "undone", "moderator_id"),
        kept=for_all("counts", "application_id", "act", "detail", "at", "undone", "moderator_id"),
    ),
    Holding(
        "consents",
        "person = :person",
        given=("purpose", "version", "digest", "language", "given_at", "withdrawn_at"),
        withheld=for_all("code", "person"),
        gone=ALL,
    ),
    Holding(
        "code_acceptances",
        "person = :person",
        given=("version", "digest", "language", "accepted_at"),
        withheld=for_all("code", "person"),
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
        withheld=for_all("code", "person") | for_all("team", "taken_by", "decided_by"),
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
        kept=for_all(
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
