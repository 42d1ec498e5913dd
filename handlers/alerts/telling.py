"""How the moderators are told what the machine knows: once, named, silent at night."""

from __future__ import annotations

import logging

from bot.community.members import Place
from content import Html
from handlers.buttons import Rows
from handlers.context import Context

log = logging.getLogger(__name__)

ALERT = "alert:"
"""Begins the name of every alert's message: an alert that fails makes no other."""


async def tell_moderators(context: Context, key: str, text: Html, buttons: Rows = ()) -> None:
    """Queue an alert in the moderators' chat; the same ``key`` is told once.

    Where that chat is not linked, the alert is only logged.
    """
    chat_id = await context.chat_id(Place.MODERATORS)
    if chat_id is None:
        log.warning("nobody to alert", extra={"alert": key})
        return
    name = ALERT + key
    await context.say(chat_id, text, buttons, key=name, message=name, silent=context.is_night)


def today(context: Context) -> str:
    """Return the local date, for keys of what is told once a day."""
    return context.local_now.date().isoformat()
