"""The winners of a vote become the themes of the next cafés, with one tap."""

from __future__ import annotations

from bot.community.members import Role
from bot.storage import audit, outbox, votes
from handlers.buttons import number
from handlers.context import Context
from handlers.members import name_of
from handlers.routes import Pressed, Routes, Where
from handlers.votes.results import adopt_name, quoted, winners
from handlers.votes.titles import titles


def register(on: Routes) -> None:
    """The one button."""
    on.button("vote.adopt", adopt, Role.MODERATOR, Where.MODERATORS)


async def adopt(pressed: Pressed, context: Context) -> None:
    """Tell what was chosen, once."""
    words = await context.words(pressed.user.id)
    found = await votes.vote(context.tx, number(pressed.args) or 0)
    if found is None or found.publication is None:
        await context.answer(pressed.query_id, words.label("votes.toasts.other_vote"), alert=True)
        return
    if not await votes.adopt(context.tx, found.id, context.now):
        await context.answer(pressed.query_id, words.label("votes.toasts.adopted"), alert=True)
        return
    await audit.note(context.tx, pressed.user.id, "vote.adopt", f"vote:{found.id}", context.now)
    chosen = winners(found.publication)
    for rank, theme_id in enumerate(chosen, 1):
        await context.tell(
            "theme_chosen",
            f"{found.id}:{theme_id}",
            theme_id=theme_id,
            rank=rank,
            season=found.seats > 1,
        )
    if pressed.message_id is not None:
        await outbox.learn_message(
            context.tx, adopt_name(found.id), pressed.chat_id, pressed.message_id, context.now
        )
    ours = await context.words()
    said = ours.text(
        "votes.adopt.done",
        n=found.id,
        winners=quoted(chosen, await titles(chosen, ours, context), ours),
        who=await name_of(pressed.user.id, context),
    )
    await context.change(pressed.chat_id, adopt_name(found.id), said)
