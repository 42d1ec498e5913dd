"""Who was removed from the group and comes to the bot: what has ended, and what can be done."""

from __future__ import annotations

from bot.storage.conduct import cases
from bot.storage.conduct.cases import Case
from content import Html
from handlers.buttons import Button, Rows
from handlers.conduct import alone
from handlers.conduct.appeals import decision_of
from handlers.context import Context
from handlers.members import is_banned
from handlers.routes import Fact, Routes
from moderation.conduct.ladder import Step


def register(on: Routes) -> None:
    """Somebody removed says /start, or anything else."""
    on.fact("removed_came", say_ended)


async def say_ended(fact: Fact, context: Context) -> None:
    """Say kindly that the access has ended, how to appeal and until when, where the door stands."""
    user_id = fact.content["user_id"]
    words, case = await context.words(user_id), await _removal(user_id, context)
    banned = await is_banned(user_id, context)
    decided: tuple[Html, Rows] = (words.text("conduct.ended.by_hand"), [])
    if case is not None:
        decided = await decision_of(case, user_id, words, context)
    told, rows = decided
    if not banned:
        label = words.label("pause.buttons.apply")
        rows = [*rows, [Button(label, url=context.community.link("adhesion"))]]
    head, door = words.text("conduct.ended.head"), "shut" if banned else "open"
    text = Html("\n\n".join((head, told, words.text(f"conduct.ended.{door}"))))
    await alone.tell(user_id, "appeals.decision", context, rows, decision=text)


async def _removal(user_id: int, context: Context) -> Case | None:
    """Return the newest removal of somebody that stands."""
    found = await cases.of(context.tx, user_id)
    standing = (case for case in found if case.has_effect and not case.undone)
    return next((case for case in standing if case.step is Step.REMOVAL), None)
