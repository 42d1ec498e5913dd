"""Distress in the group: help for its author alone; moderators know only if that person wishes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from telegram import Message

from bot.community.members import Role
from bot.storage import members
from handlers import help as help_card
from handlers.buttons import Button, pack
from handlers.conduct.facts import command_of
from handlers.context import Context
from handlers.routes import Pressed, Routes
from handlers.rows import Result

SENT = "conduct.helped"


def register(on: Routes) -> None:
    """Where the card could not go, and the wish that moderators know."""
    on.result(SENT, sent_alone)
    on.button("distress.tell", tell_moderators, Role.MEMBER)


async def help_author(message: Message, kind: str, context: Context, *, seen: bool) -> None:
    """Give the author of a message the help card in private, or the nearest lines under it.

    Once an hour: the card stands just above. Who says /aide there gets it from that command.
    ``seen`` tells that moderators read the message too, which is then said.
    """
    user = message.from_user
    if user is None or message.sender_chat is not None:
        return
    if command_of(message) in help_card.COMMANDS:
        return
    hour = f"{context.now:%Y%m%d%H}"
    echo: dict[str, Any] = {"chat_id": message.chat_id, "message_id": message.message_id}
    echo |= {"user_id": user.id, "kind": kind, "hour": hour}
    person = await members.person(context.tx, user.id)
    if person is None or not person.private_chat:
        await _say_in_group(echo, context)
        return
    key = f"distress:{user.id}:{hour}"
    words = await context.words(user.id)
    tell = Button(words.label("conduct.buttons.tell_moderators"), pack("distress.tell"))
    said = "distress_seen" if seen else "distress"
    await context.say(user.id, words.text(f"conduct.{said}"), key=f"{key}:{said}")
    await help_card.send_card(
        context, user.id, user.id, buttons=[[tell]], key=f"{key}:card", wants=SENT, echo=echo
    )


async def sent_alone(result: Result, context: Context) -> None:
    """Answer in the group where the private chat turned out to be closed."""
    if not result.ok:
        await _say_in_group(result.echo, context)


async def _say_in_group(echo: Mapping[str, Any], context: Context) -> None:
    """Say the nearest lines under a message, to whoever reads it."""
    user_id = echo["user_id"]
    words = await context.words(user_id)
    lines = context.community.content.help(words.language).nearest(echo["kind"])
    link = context.community.link(help_card.COMMANDS[0])
    await context.say(
        echo["chat_id"],
        words.text("conduct.distress_in_group", lines=lines),
        [[Button(words.label("conduct.buttons.open_help"), url=link)]],
        key=f"distress:{user_id}:{echo['hour']}:group",
        silent=context.is_night,
        reply_to=echo["message_id"],
    )


async def tell_moderators(pressed: Pressed, context: Context) -> None:
    """Let moderators know, because the person wishes it, that somebody should write to them."""
    await context.tell(
        "person_wanted",
        f"distress:{pressed.user.id}:{context.now:%Y%m%d%H}",
        user_id=pressed.user.id,
        text=(await context.words()).label("conduct.in_distress"),
        noted="conduct.distress_noted",
    )
