"""What is said to one person alone, where they opened the private chat; no ring at night."""

from __future__ import annotations

from bot.storage import members
from handlers import help as help_card
from handlers.buttons import Rows
from handlers.context import Context


async def is_reachable(user_id: int, context: Context) -> bool:
    """Tell whether the bot may write to somebody."""
    person = await members.person(context.tx, user_id)
    return person is not None and person.private_chat and person.unreachable_since is None


async def tell(
    user_id: int,
    key: str,
    context: Context,
    buttons: Rows = (),
    *,
    message: str | None = None,
    **values: object,
) -> None:
    """Say a text of the content to somebody, the help button under it; nothing where one cannot."""
    if not await is_reachable(user_id, context):
        return
    words = await context.words(user_id)
    rows = [*buttons, [help_card.button(words)]]
    text = words.text(key, **values)
    # Who just wrote or pressed is awake.
    silent = context.is_night and context.row.kind != "update"
    await context.say(user_id, text, rows, message=message, silent=silent)
