"""The bare bot: python-telegram-bot as its manual starts it, one SQLite look-up a message.

``python -m bench.bare TOKEN URL DATABASE silent|answering``
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Coroutine
from typing import Any

import aiosqlite
from telegram import Update
from telegram.ext import ApplicationBuilder, ContextTypes, MessageHandler, filters

SCHEMA = "CREATE TABLE IF NOT EXISTS members (user_id INTEGER PRIMARY KEY, status TEXT)"
LOOK_UP = "SELECT status FROM members WHERE user_id = ?"


def main(token: str, url: str, database: str, manner: str) -> None:
    """Poll until the process is told to stop."""
    connections: list[aiosqlite.Connection] = []

    async def open_database(_application: Any) -> None:
        connections.append(await aiosqlite.connect(database))
        await connections[0].execute(SCHEMA)
        await connections[0].commit()

    async def close_database(_application: Any) -> None:
        await connections[0].close()

    builder = ApplicationBuilder().token(token).base_url(f"{url}/bot")
    application = builder.post_init(open_database).post_shutdown(close_database).build()
    answer = _answering(connections, everybody=manner == "answering")
    application.add_handler(MessageHandler(filters.ALL, answer))
    application.run_polling()


def _answering(
    connections: list[aiosqlite.Connection], *, everybody: bool
) -> Callable[[Update, ContextTypes.DEFAULT_TYPE], Coroutine[Any, Any, None]]:
    async def answer(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        message = update.effective_message
        if message is None or message.from_user is None:
            return
        async with connections[0].execute(LOOK_UP, (message.from_user.id,)) as cursor:
            await cursor.fetchone()
        if everybody or message.chat.type == "private":
            await message.reply_text("Bonjour")

    return answer


if __name__ == "__main__":
    main(*sys.argv[1:])
