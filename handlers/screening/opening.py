"""A decided file that two persons agreed to open again: shown to one of them, for ten minutes."""

from __future__ import annotations

from bot.storage import agenda, audit, screening
from content import Html
from handlers import shown
from handlers.context import Context
from handlers.routes import Due, Fact, Routes
from handlers.screening.files import view_of
from handlers.screening.screens import summary

OVER = "screening.opened_over"


def register(on: Routes) -> None:
    """What two agreed to, and its end."""
    on.fact("agreed_by_two", open_file)
    on.due(OVER, take_away)


async def open_file(fact: Fact, context: Context) -> None:
    """Show what is left of a decided file to who proposed to open it, in private."""
    if fact.content["kind"] != "open":
        return
    to = int(fact.content["by"])
    file = await screening.application(context.tx, int(fact.content["subject"]))
    words = await context.words(to)
    if file is None:
        await context.say(to, words.text("privacy.pair.not_found"))
        return
    await audit.note(context.tx, to, "screening.view", file.reference, context.now)
    kept = await screening.answers(context.tx, file.id)
    values: dict[str, object] = {"reference": file.reference}
    if kept:
        values["answers"] = Html(summary(await view_of(file, context)))
    key = "privacy.pair.opened" if kept else "privacy.pair.opened_empty"
    await context.remove(to, _name(to))
    leaves = shown.for_a_while(to, _name(to), shown.FILE, context)
    await context.say(to, words.text(key, **values), **leaves)
    await agenda.schedule(context.tx, OVER, to, context.now + shown.SHOWN_FOR)


def _name(user_id: int) -> str:
    return f"opened:{user_id}"


async def take_away(due: Due, context: Context) -> None:
    """Remove the file from the private chat."""
    await context.remove(int(due.key), _name(int(due.key)))
