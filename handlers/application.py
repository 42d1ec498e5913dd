"""The application: python-telegram-bot's own, whose failures undo the step they happen in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Any

from telegram.ext import Application

from bot.community.members import Place
from bot.storage.database import Transaction
from bot.storage.inbox import InboxRow
from content import Content
from content.answers import Answers
from moderation.conduct.heard import Heard


@dataclass(frozen=True, slots=True)
class Community:
    """What every handler may read of the community: its words, its habits, its bot."""

    content: Content
    timezone: tzinfo
    language: str
    dry_run: bool
    bot_id: int
    bot_username: str
    fixed_chats: dict[Place, int]
    """Chats that the settings name; the others are linked with a code."""
    drafts: Path
    """Where answers to review are written."""
    answers: Answers = field(init=False)
    allowed_numbers: frozenset[str] = field(init=False)
    """The telephone numbers that the texts give: anybody may repeat them."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "answers", Answers(self.content))
        object.__setattr__(self, "allowed_numbers", self.content.numbers)

    def link(self, payload: str) -> str:
        """Return the address that opens the private chat and starts it with a payload."""
        return f"https://t.me/{self.bot_username}?start={payload}"


@dataclass(frozen=True, slots=True)
class Turn:
    """One row's turn: the row, its transaction, the time."""

    row: InboxRow
    tx: Transaction
    now: datetime


class CommunityApplication(Application[Any, Any, Any, Any, Any, Any]):
    """Routes one inbox row at a time, and lets what a handler raises reach the worker.

    python-telegram-bot swallows it otherwise (``Application.process_update``), and the writes of
    a failed handler would stand.
    """

    community: Community
    turn: Turn

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.heard = Heard()
        self.rows_routed = 0

    async def handle(self, row: InboxRow, tx: Transaction, now: datetime) -> None:
        """Handle one inbox row; raise whatever its handler raises."""
        self.turn = Turn(row, tx, now)
        await self.process_update(self.read(row))

    def take_content(self, content: Content) -> None:
        """Speak with other words from the next row on."""
        self.community = replace(self.community, content=content)

    read: Callable[[InboxRow], object]

    async def process_error(
        self, update: object, error: Exception, job: Any = None, coroutine: Any = None
    ) -> bool:
        """Raise a handler's error again; leave those of jobs to python-telegram-bot."""
        if job is None and coroutine is None:
            raise error
        return await super().process_error(update, error, job, coroutine)
