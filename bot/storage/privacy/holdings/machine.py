"""What the machine keeps of its calls and updates."""

from __future__ import annotations

from bot.storage.privacy.holdings.holding import ALL, Holding, for_all

MACHINE: tuple[Holding, ...] = (
    Holding(
        "messages",
        "chat_id = :user OR name = 'unscreened:' || :user",
        withheld=for_all("machine", "name", "chat_id", "message_id", "sent_at"),
        gone=ALL,
    ),
    Holding(
        "outbox",
        "chat_id = :user AND state IN ('done', 'failed', 'uncertain')",
        withheld=for_all("machine", "key", "chat_id", "params", "message"),
        gone=ALL,
    ),
    Holding(
        "agenda",
        "key = CAST(:user AS TEXT) OR key LIKE '%:' || :user",
        withheld=for_all("machine", "key"),
        gone=ALL,
    ),
    Holding(
        "inbox",
        "state = 'aside'",
        withheld=for_all("machine", "key", "payload"),
        gone=ALL,
        opened="payload",
    ),
)
