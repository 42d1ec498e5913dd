"""The winners of a vote become the themes of the next cafés, with one tap; one more undoes it."""

from __future__ import annotations

from datetime import timedelta

from bot.community.members import Place, Role
from bot.storage import agenda, audit, outbox, votes
from bot.storage.moments import to_text
from bot.storage.votes import Vote
from content import Html, Words
from handlers.buttons import Button, Rows, number, pack
from handlers.context import Context
from handlers.members import name_of
from handlers.routes import Due, Pressed, Routes, Where
from handlers.votes.listing import tell_supporters
from handlers.votes.names import ADOPTED
from handlers.votes.results import adopt_name, adoption, quoted, winners
from handlers.votes.titles import titles

UNDO_FOR = timedelta(minutes=10)
"""Who follows the themes learns of the choice once it cannot be taken back any more."""


def register(on: Routes) -> None:
    """The button, the one that takes it back, and the end of both."""
    on.button("vote.adopt", adopt, Role.MODERATOR, Where.MODERATORS)
    on.button("vote.unadopt", take_back, Role.MODERATOR, Where.MODERATORS)
    on.due(ADOPTED, tell_followers)


async def adopt(pressed: Pressed, context: Context) -> None:
    """Tell what was chosen, once."""
    found = await votes.vote(context.tx, number(pressed.args) or 0)
    if found is None or found.publication is None:
        await _say("other_vote", pressed, context)
    elif not await votes.adopt(context.tx, found.id, context.now):
        await _say("adopted", pressed, context)
    else:
        stands_from = context.now + UNDO_FOR
        await _tell(found, "theme_chosen", context, stands_from=to_text(stands_from))
        await agenda.schedule(context.tx, ADOPTED, found.id, stands_from)
        await _settle(found, "adopt", pressed, context)


async def take_back(pressed: Pressed, context: Context) -> None:
    """Leave the next cafés as they were, and offer the winners again."""
    found = await votes.vote(context.tx, number(pressed.args) or 0)
    if found is None or found.adopted_at is None:
        await _say("other_vote", pressed, context)
    elif context.now - found.adopted_at >= UNDO_FOR:
        await _say("too_late", pressed, context)
    else:
        await votes.take_back(context.tx, found.id)
        await agenda.cancel(context.tx, found.id, ADOPTED)
        await _tell(found, "theme_unchosen", context)
        await _settle(found, "unadopt", pressed, context)


async def tell_followers(due: Due, context: Context) -> None:
    """Tell the people who follow the themes, before anybody, and take the way back away."""
    found = await votes.vote(context.tx, int(due.key))
    if found is None or found.adopted_at is None:
        return
    if context.now - found.adopted_at < UNDO_FOR:
        return  # taken back and sent anew: the row of the later time tells
    for theme_id in winners(found.publication):
        await tell_supporters(theme_id, "chosen", context)
    chat_id = await context.chat_id(Place.MODERATORS)
    if chat_id is not None:
        await _show(found, chat_id, context)


async def _say(why: str, pressed: Pressed, context: Context) -> None:
    words = await context.words(pressed.user.id)
    await context.answer(pressed.query_id, words.label(f"votes.toasts.{why}"), alert=True)


async def _tell(found: Vote, fact: str, context: Context, **more: str) -> None:
    """Tell of each winner, as often as it is chosen and taken back."""
    for rank, theme_id in enumerate(winners(found.publication), 1):
        about = {"theme_id": theme_id, "rank": rank, "season": found.seats > 1, **more}
        await context.tell(fact, f"{found.id}:{theme_id}:{context.row.key}", **about)


async def _settle(found: Vote, act: str, pressed: Pressed, context: Context) -> None:
    """Write who decided, and show it where they did."""
    await audit.note(context.tx, pressed.user.id, f"vote.{act}", f"vote:{found.id}", context.now)
    if pressed.message_id is not None:
        await outbox.learn_message(
            context.tx, adopt_name(found.id), pressed.chat_id, pressed.message_id, context.now
        )
    again = await votes.vote(context.tx, found.id)
    if again is not None:
        await _show(again, pressed.chat_id, context)


async def _show(found: Vote, chat_id: int, context: Context) -> None:
    words = await context.words()
    text, buttons = await _card(found, words, context)
    await context.change(chat_id, adopt_name(found.id), text, buttons)


async def _card(found: Vote, words: Words, context: Context) -> tuple[Html, Rows]:
    chosen = winners(found.publication)
    themes = quoted(chosen, await titles(chosen, words, context), words)
    if found.adopted_at is None:
        return adoption(found.id, themes, words)
    entries = await audit.entries(context.tx, f"vote:{found.id}")
    by = [entry.actor_id for entry in entries if entry.act == "vote.adopt"]
    who = await name_of(by[-1] if by else 0, context)
    text = words.text("votes.adopt.done", n=found.id, winners=themes, who=who)
    if context.now - found.adopted_at >= UNDO_FOR:
        return text, []
    undo = Button(words.label("votes.buttons.unadopt"), pack("vote.unadopt", found.id))
    return text, [[undo]]
