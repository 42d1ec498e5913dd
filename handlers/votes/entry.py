"""Who may say the commands of themes and votes: members and moderators; others are told so."""

from __future__ import annotations

from telegram import Update

from bot.community.members import Role
from handlers import help as help_card
from handlers.context import Context
from handlers.routes import Act, may


def for_members(act: Act) -> Act:
    """Return a command that first makes sure who says it, asking Telegram where need be.

    The menu shows it to everyone, and Telegram has no menu for members alone.
    """

    async def guarded(update: Update, context: Context) -> None:
        if update.effective_user is None:
            return
        user_id = update.effective_user.id
        for role in (Role.MODERATOR, Role.MEMBER):
            allowed = await may(user_id, role, context)
            if allowed is None:
                return  # Telegram is asked; the command comes again with its answer
            if allowed:
                await act(update, context)
                return
        words = await context.words(user_id)
        await context.say(user_id, words.text("votes.members_only"), [[help_card.button(words)]])

    return guarded
