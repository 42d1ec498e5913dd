"""A vote is checked once more and opened; its card goes to the group."""

from __future__ import annotations

import secrets

from bot.community.members import Place, Role
from bot.community.quiet import awake
from bot.community.votes.opening import closing, reminder, unfit
from bot.community.votes.themes import Theme
from bot.storage import agenda, audit, votes
from bot.storage.votes import Choice, Draft, State, Vote
from content import Words
from handlers.buttons import Button, column, number, pack
from handlers.context import Context
from handlers.routes import Pressed, Routes
from handlers.votes import card
from handlers.votes.card import about, theme_lines
from handlers.votes.ending import make_void
from handlers.votes.names import CLOSING, REMINDER
from handlers.votes.preparing import closes, form_name, method, ready_themes, say_gone


def register(on: Routes) -> None:
    """The last look, the opening, and its undoing."""
    on.button("vote.check", check, Role.MODERATOR)
    on.button("vote.open", open_vote, Role.MODERATOR)
    on.button("vote.annul", annul, Role.MODERATOR)


async def check(pressed: Pressed, context: Context) -> None:
    """Show what is about to be opened, its rule for ties included, or what stands against it."""
    prepared = await votes.draft(context.tx, pressed.user.id)
    if prepared is None:
        await say_gone(pressed, context)
        return
    words = await context.words(pressed.user.id)
    if why := await _unfit(prepared, words, context):
        await context.answer(pressed.query_id, words.label(f"votes.toasts.{why}"), alert=True)
        return
    chosen = await _chosen(prepared, words, context)
    text = words.text(
        "votes.check",
        about=about(prepared.seats, words),
        ballot=words.text(f"votes.form.{'ranked' if prepared.ranked else 'approval'}"),
        closes=closes(prepared, words, context),
        themes=theme_lines([theme.title for theme in chosen], words),
        rule=words.text(f"tally.rules.{method(prepared)}"),
        ties=words.text("votes.ties"),
    )
    buttons = [
        Button(words.label("votes.buttons.open"), pack("vote.open")),
        Button(words.label("common.buttons.back"), pack("vote.form")),
    ]
    await context.change(pressed.user.id, form_name(pressed.user.id), text, column(buttons))


async def open_vote(pressed: Pressed, context: Context) -> None:
    """Open what the presser prepared."""
    user_id = pressed.user.id
    prepared = await votes.draft(context.tx, user_id)
    if prepared is None:
        await say_gone(pressed, context)
        return
    words = await context.words(user_id)
    if why := await _unfit(prepared, words, context):
        await context.answer(pressed.query_id, words.label(f"votes.toasts.{why}"), alert=True)
        return
    opened = await _open(prepared, user_id, words, context)
    await votes.drop_draft(context.tx, user_id)
    await audit.note(context.tx, user_id, "vote.open", f"vote:{opened.id}", context.now)
    text = words.text("votes.opened", n=opened.id, closes=closes(prepared, words, context))
    button = Button(words.label("votes.buttons.annul"), pack("vote.annul", opened.id))
    await context.change(user_id, form_name(user_id), text, [[button]])


async def _open(prepared: Draft, user_id: int, words: Words, context: Context) -> Vote:
    """Make the key first: a vote that the database holds open can take ballots at once."""
    number = await votes.next_number(context.tx)
    context.community.vote_keys.make(number)
    closes_at = closing(prepared.closes_on, context.community.timezone)
    chosen = await _chosen(prepared, words, context)
    choices = [Choice(theme.id, theme.proposed_on, theme.treated_on) for theme in chosen]
    await votes.open_vote(
        context.tx,
        method(prepared),
        prepared.seats,
        choices,
        secrets.token_hex(16),
        user_id,
        context.now,
        closes_at,
    )
    reminds_at = awake(reminder(context.now, closes_at).astimezone(context.community.timezone))
    await agenda.schedule(context.tx, REMINDER, number, reminds_at, expires_at=closes_at)
    await agenda.schedule(context.tx, CLOSING, number, closes_at)
    opened = await votes.vote(context.tx, number)
    if opened is None:
        raise LookupError(f"vote {number} vanished")
    await card.post(opened, context)
    return opened


async def _unfit(prepared: Draft, words: Words, context: Context) -> str | None:
    """Return what stands against opening (a word of the content), or None."""
    if await votes.standing(context.tx) is not None:
        return "another_open"
    if await context.chat_id(Place.GROUP) is None:
        return "no_group"
    zone = context.community.timezone
    chosen = await _chosen(prepared, words, context)
    return unfit(chosen, prepared.seats, context.now, closing(prepared.closes_on, zone), zone)


async def _chosen(prepared: Draft, words: Words, context: Context) -> list[Theme]:
    """Return the ticked themes that still may be voted on, by priority."""
    ready = await ready_themes(words, context)
    return [theme for theme in ready if theme.id in prepared.themes]


async def annul(pressed: Pressed, context: Context) -> None:
    """Take back a vote that was opened by mistake: nothing of it is counted."""
    words = await context.words(pressed.user.id)
    found = await votes.vote(context.tx, number(pressed.args) or 0)
    if found is None or found.state is not State.OPEN:
        await context.answer(pressed.query_id, words.label("votes.toasts.closed"), alert=True)
        return
    await make_void(found, "annulled", context)
    await audit.note(context.tx, pressed.user.id, "vote.annul", f"vote:{found.id}", context.now)
    text = words.text("votes.annulled", n=found.id)
    await context.change(pressed.user.id, form_name(pressed.user.id), text)
