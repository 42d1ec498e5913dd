"""What a start queues: chats that the settings name, menus, what Telegram is asked, the code."""

from __future__ import annotations

import secrets
from datetime import datetime

from bot.community.installation import new_code
from bot.community.members import Place
from bot.storage import inbox, installation, members, outbox, themes
from bot.storage.database import Database, Transaction
from handlers.alerts.housekeeping import schedule_next
from handlers.application import Community
from handlers.conduct.rounds import schedule_rounds
from handlers.features import routes
from handlers.installation.linking import ask_about_chat
from handlers.menu import menu_calls


async def start_up(db: Database, community: Community, now: datetime) -> str | None:
    """Write, in one transaction, all that a start wants.

    Returns the one-time code by which the chats still unknown are linked, or None where both are
    known. A code lives until the next start.
    """
    async with db.transaction() as tx:
        for place, chat_id in community.fixed_chats.items():
            await installation.link(tx, place, chat_id, now)
        found = await members.linked_chats(tx)
        linked = {place: chat.chat_id for place, chat in found.items()}
        for place, chat_id in linked.items():
            await ask_about_chat(tx, place, chat_id, now)
        calls = menu_calls(routes(), community.content, community.language, linked, now)
        for call in calls:
            await outbox.put(tx, call, now)
        await themes.add_starting(tx, community.content.starting_themes, now)
        await schedule_next(tx, community.timezone, now)
        await schedule_rounds(tx, community.timezone, now)
        return await _code(tx, now, all_linked=len(linked) == len(Place))


async def _code(tx: Transaction, now: datetime, *, all_linked: bool) -> str | None:
    if all_linked:
        await installation.forget_code(tx)
        fact = {"fact": "chats_linked"}
        await inbox.put(tx, "fact", f"chats_linked:{now.isoformat()}", fact, now)
        return None
    code = new_code(secrets.choice)
    await installation.set_code(tx, code)
    return code
