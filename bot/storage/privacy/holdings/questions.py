"""What somebody asked the bot, and their words with the team."""

from __future__ import annotations

from bot.storage.privacy.holdings.holding import ALL, Holding, for_all

_THREADS = "(SELECT id FROM faq_threads WHERE user_id = :user)"

QUESTIONS: tuple[Holding, ...] = (
    Holding(
        "faq_misses",
        "times = 1 AND id IN (SELECT miss_id FROM faq_asked WHERE user_id = :user)",
        given=("text", "answer", "first_at"),
        withheld=for_all("code", "same"),
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
        withheld=for_all("team", "moderator_id"),
        gone=ALL,
    ),
    Holding(
        "faq_threads",
        "user_id = :user",
        given=("id", "user_id", "language", "opened_at", "answered_at", "closed_at"),
        gone=ALL,
    ),
)
