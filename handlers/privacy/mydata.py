"""/mesdonnees: everything held of somebody, at once, as a page and as JSON, gone in ten minutes."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

from telegram import Update

from bot.storage import agenda, outbox
from bot.storage.moments import to_text
from bot.storage.privacy import rights
from bot.storage.privacy.holdings import DONE, OWN
from content.privacy import Register
from handlers import shown
from handlers.context import Context
from handlers.privacy.cells import Data, reader_of
from handlers.privacy.page import page
from handlers.routes import Due, Pressed, Routes

OVER = "privacy.page_over"


def register(on: Routes) -> None:
    """The command, its button, and the end of what it showed."""
    on.command("mesdonnees", "mydata", act=show)
    on.button("privacy.data", show_on_press)
    on.due(OVER, take_away)


async def show(update: Update, context: Context) -> None:
    """Give somebody what is held of them."""
    if update.effective_user is not None:
        await give(update.effective_user.id, context)


async def show_on_press(press: Pressed, context: Context) -> None:
    """Give somebody what is held of them."""
    await give(press.user.id, context)


def page_names(user_id: int) -> tuple[str, str]:
    """Return the names of the page's message and of the file's."""
    return f"mydata:page:{user_id}", f"mydata:file:{user_id}"


async def give(user_id: int, context: Context) -> None:
    """Send the page and the file, in place of those shown before; once a minute at most."""
    words = await context.words(user_id)
    found = context.community.content.register(words.language)
    data = await rights.held(context.tx, user_id)
    page_name, file_name = page_names(user_id)
    before = await outbox.message(context.tx, page_name)
    if await outbox.is_open(context.tx, file_name) or (
        before and context.now - before.sent_at < timedelta(minutes=1)
    ):
        return
    for name in (page_name, file_name):
        await context.remove(user_id, name)
    own = await rights.held(context.tx, user_id, OWN)
    acts = sum(map(len, (await rights.held(context.tx, user_id, DONE)).values()))
    text = page(own, acts, found, await reader_of(own, words, context))
    for_page = shown.for_a_while(user_id, page_name, shown.DATA, context)
    await context.say(user_id, text, **for_page)
    content = json.dumps(in_full(data, found, user_id, context), ensure_ascii=False, indent=2)
    name = words.label("privacy.data.file_name_label")
    caption = words.text("privacy.data.caption")
    for_file = shown.for_a_while(user_id, file_name, shown.DATA, context)
    await context.send_file(user_id, name, content.encode(), caption, **for_file)
    await agenda.schedule(context.tx, OVER, user_id, context.now + shown.SHOWN_FOR)


def in_full(data: Data, register: Register, user_id: int, context: Context) -> dict[str, Any]:
    """Return everything held of somebody as the file says it: with why, how long, for whom."""
    return {
        "user_id": user_id,
        "given_at": to_text(context.now),
        "register_version": register.version.isoformat(),
        "register": [
            {
                "what": held.what,
                "why": held.why,
                "kept": held.kept,
                "basis": held.basis,
                "seen_by": held.seen_by,
                "columns": held.columns,
            }
            for held in register.held
        ],
        "data": data,
    }


async def take_away(due: Due, context: Context) -> None:
    """Remove the page and the file from the private chat."""
    user_id = int(due.key)
    for name in page_names(user_id):
        await context.remove(user_id, name)
