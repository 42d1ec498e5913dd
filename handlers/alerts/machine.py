"""Alerts about the bot itself: a row that fails, a token used twice, a chat or a right lost."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from bot.community.members import Place
from content import Html, Words
from handlers.alerts.telling import ALERT, tell_moderators, today
from handlers.context import Context
from handlers.members import coordinators
from handlers.routes import Fact, Routes

log = logging.getLogger(__name__)


def register(on: Routes) -> None:
    """What the worker, intake and the installation tell."""
    on.fact("row_set_aside", row_set_aside)
    on.fact("conflict", conflict)
    on.fact("bot_removed", bot_removed)
    on.fact("rights_missing", rights_missing)


async def row_set_aside(fact: Fact, context: Context) -> None:
    """Say that something could not be handled, with the code that finds it in the log.

    The same failure is told once an hour: a fault in the program may set many rows aside.
    """
    words = await context.words()
    text = words.text("alerts.row_set_aside", code=f"R{fact.content['seq']}")
    hour = f"{context.now:%Y%m%d%H}"
    await tell_moderators(context, f"aside:{fact.content['error']}:{hour}", text)


async def conflict(fact: Fact, context: Context) -> None:
    """Say that another program uses the token."""
    words = await context.words()
    text = words.text("alerts.conflict")
    await tell_moderators(context, f"conflict:{context.now:%Y%m%d%H}", text)


async def bot_removed(fact: Fact, context: Context) -> None:
    """Say that the bot is out of one of its chats, to whoever can still be told."""
    await tell_lost(Place(fact.content["place"]), context)


async def tell_lost(place: Place, context: Context) -> None:
    """Tell, once a day, that a chat is lost: the moderators, or else each coordinator."""
    words = await context.words()
    text = words.text(f"alerts.removed.{place}", bot=context.community.bot_username)
    key = f"removed:{place}:{today(context)}"
    if place is Place.GROUP:
        await tell_moderators(context, key, text)
        return
    log.warning("the moderators' chat is lost", extra={"alert": key})
    for user_id in await coordinators(context):
        await context.say(user_id, text, key=f"{ALERT}{key}:{user_id}")


async def rights_missing(fact: Fact, context: Context) -> None:
    """Say which rights the bot has lost and where to tick them."""
    await tell_missing(Place(fact.content["place"]), fact.content["missing"], context)


async def tell_missing(place: Place, missing: Sequence[str], context: Context) -> None:
    """Tell, once a day for the same rights, what the bot lacks in one of its chats."""
    words = await context.words()
    text = words.text(f"alerts.rights.{place}", rights=right_list(missing, words))
    await tell_moderators(context, f"rights:{place}:{'+'.join(missing)}:{today(context)}", text)


def right_list(missing: Sequence[str], words: Words) -> Html:
    """Return rights as lines, by the names that the Telegram application gives them."""
    names = (words.text(f"installation.right.{right}") for right in missing)
    return Html("\n".join(f"• {name}" for name in names))
