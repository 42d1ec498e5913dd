"""/file: what waits for a decision, the oldest first."""

from __future__ import annotations

from telegram import Update

from bot.community.members import Role
from bot.storage import audit, screening
from bot.storage.screening import Application
from content import Html
from handlers.buttons import Button, pack
from handlers.context import Context
from handlers.members import name_of
from handlers.routes import Pressed, Routes, Where
from handlers.screening import card
from handlers.screening.presses import on_file, say_no
from moderation.screening.decisions import FileState, No, Status

MOST_LISTED = 20


def register(on: Routes) -> None:
    """The command, and the buttons that list and bring a card down."""
    on.command(
        "file",
        "queue",
        act=list_files,
        role=Role.MODERATOR,
        where=(Where.PRIVATE, Where.MODERATORS),
    )
    on.button("review.list", list_by_button, Role.MODERATOR, Where.MODERATORS)
    on.button("review.bring", on_file(bring, on_card=False), Role.MODERATOR, Where.MODERATORS)


async def list_files(update: Update, context: Context) -> None:
    """Answer /file: what waits, the oldest first."""
    message = update.effective_message
    if message is not None:
        await _list(message.chat_id, context, in_chat=message.chat_id < 0)


async def list_by_button(pressed: Pressed, context: Context) -> None:
    """List what waits, from the growing card."""
    await _list(pressed.chat_id, context, in_chat=True)


async def _list(chat_id: int, context: Context, *, in_chat: bool) -> None:
    words = await context.words()
    files = await screening.waiting(context.tx)
    counts = await screening.count_by_status(context.tx)
    lines = [await _line(file, context) for file in files[:MOST_LISTED]]
    text = words.text(
        "card.list" if files else "card.list_empty",
        files=Html("\n".join(lines)),
        n=len(files),
        drafts=counts.get(Status.DRAFT, 0),
        invited=counts.get(Status.INVITED, 0),
    )
    rows = [
        [
            Button(
                words.label("card.buttons.bring", reference=file.reference),
                pack("review.bring", file.id),
            )
        ]
        for file in files[:MOST_LISTED]
    ]
    await context.say(chat_id, text, rows if in_chat else ())


async def _line(file: Application, context: Context) -> Html:
    words = await context.words()
    state = "asked" if file.status is Status.ASKED else "flagged" if file.flagged else "plain"
    taken = await name_of(file.taken_by, context) if file.taken_by is not None else ""
    line = words.text(
        f"card.line.{state}",
        reference=file.reference,
        since=words.span(context.now - (file.sent_at or file.opened_at)),
    )
    return Html(f"{line} {words.text('card.line.taken', name=taken)}") if taken else line


async def bring(file: Application, state: FileState, pressed: Pressed, context: Context) -> None:
    """Bring a file's card down to the end of the chat."""
    await audit.note(context.tx, pressed.user.id, "screening.view", file.reference, context.now)
    if file.status.waits_for_decision:
        await card.post(file, pressed.chat_id, context)
    else:
        await say_no(No("decided"), file, pressed, context)
