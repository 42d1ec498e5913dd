"""The list of members, once two persons agreed to take it out: given to one, for ten minutes."""

from __future__ import annotations

import json

from bot.community.members import Place
from bot.storage import agenda, members
from handlers import shown
from handlers.context import Context
from handlers.routes import Due, Routes

OVER = "privacy.export_over"


def register(on: Routes) -> None:
    """The end of what was given."""
    on.due(OVER, take_away)


async def give(to: int, context: Context) -> None:
    """Send the list of members to who proposed it, in private."""
    words = await context.words(to)
    inside = sorted(await members.present(context.tx, Place.GROUP))
    people = [await members.person(context.tx, user_id) for user_id in inside]
    rows = [
        {"user_id": p.user_id, "name": p.name, "language": p.language, "relation": p.relation}
        for p in people
        if p is not None
    ]
    content = json.dumps(rows, ensure_ascii=False, indent=2).encode()
    name = words.label("privacy.pair.export_name_label")
    caption = words.text("privacy.pair.exported")
    await context.remove(to, _message(to))
    leaves = shown.for_a_while(to, _message(to), shown.MEMBERS, context)
    await context.send_file(to, name, content, caption, **leaves)
    await agenda.schedule(context.tx, OVER, to, context.now + shown.SHOWN_FOR)


def _message(to: int) -> str:
    return f"export:{to}"


async def take_away(due: Due, context: Context) -> None:
    """Remove the list from the private chat."""
    await context.remove(int(due.key), _message(int(due.key)))
