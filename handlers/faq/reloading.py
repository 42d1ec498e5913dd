"""/recharger: new texts taken live, the old ones kept where the new ones have faults."""

from __future__ import annotations

from typing import cast

from telegram import Update

from bot.community.members import Role
from bot.storage import audit
from content import ContentError, Html, load
from handlers.application import CommunityApplication
from handlers.context import Context
from handlers.routes import Routes, Where

MOST_FAULTS = 10


def register(on: Routes) -> None:
    """The command."""
    both = (Where.PRIVATE, Where.MODERATORS)
    on.command("recharger", "reload", act=reload, role=Role.COORDINATOR, where=both)


async def reload(update: Update, context: Context) -> None:
    """Read the content again: take it where it is valid, else say each fault's file and line."""
    message = update.effective_message
    if message is None:
        return
    try:
        content = load(context.community.content.folder)
    except ContentError as error:
        await context.say(message.chat_id, await _faults(error, context))
        return
    language = context.community.language
    words = content.words(language)
    answers, resources = content.faq(language), content.directory(language).resources
    text = words.text("faq.reload.done", answers=len(answers), resources=len(resources))
    await context.say(message.chat_id, text)
    if message.from_user is not None:
        await audit.note(context.tx, message.from_user.id, "content.reload", "content", context.now)
    cast(CommunityApplication, context.application).take_content(content)


async def _faults(error: ContentError, context: Context) -> Html:
    words = await context.words()
    lines = [Html.quote(str(fault)) for fault in error.faults[:MOST_FAULTS]]
    if more := len(error.faults) - len(lines):
        lines.append(words.text("faq.reload.more_faults", n=more))
    return words.text("faq.reload.faults", faults=Html("\n".join(lines)[:3000]))
