"""Who is in the group already when a protection list comes to recognise them.

Moderators are told of a possible conflict: never whose list it is, never what for.
"""

from __future__ import annotations

from bot.community.members import Place
from bot.storage import members
from bot.storage.privacy import protection
from handlers.context import Context
from handlers.members import coordinators, member_status, name_of
from handlers.routes import Fact, Result, Routes

IN_TEAM = "privacy.in_team"


def register(on: Routes) -> None:
    """What follows a new entry of a list."""
    on.fact("protection_added", look_inside)
    on.result(IN_TEAM, tell)


async def look_inside(fact: Fact, context: Context) -> None:
    """Ask Telegram, of each member whom a new entry is the first to recognise, if they moderate.

    Who reads the moderators' chat without a word is known to Telegram alone.
    """
    entry = fact.content["entry"]
    team = await context.chat_id(Place.MODERATORS)
    if team is None:
        return
    for user_id in sorted(await members.present(context.tx, Place.GROUP)):
        person = await members.person(context.tx, user_id)
        name = person.name or "" if person is not None else ""
        if await protection.is_news(context.tx, entry, user_id, name):
            params, echo = {"chat_id": team, "user_id": user_id}, {"user_id": user_id}
            await context.do("getChatMember", params, wants=IN_TEAM, echo=echo)


async def tell(result: Result, context: Context) -> None:
    """Tell the moderators; of one of themselves, the coordinators alone and in private."""
    user_id = result.echo["user_id"]
    name = await name_of(user_id, context)
    if result.ok and member_status(result.value).is_in:
        told = [one for one in await coordinators(context) if one != user_id]
    else:
        chat_id = await context.chat_id(Place.MODERATORS)
        told = [chat_id] if chat_id is not None else []
    for chat_id in told:
        words = await context.words(chat_id if chat_id > 0 else None)
        text = words.text("privacy.protection.inside", name=name)
        await context.say(chat_id, text, silent=context.is_night)
