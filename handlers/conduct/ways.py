"""The ways to report in private: a message passed on, somebody of the team, one's own words."""

from __future__ import annotations

from telegram import Message, MessageOriginUser

from bot.community.members import Place, Role
from bot.storage import awaited, members, reports
from bot.storage.awaited import Awaited
from bot.storage.conduct import cases
from content.markup import clean
from handlers.buttons import Button, column, number, pack
from handlers.conduct import alone
from handlers.conduct import cases as desk
from handlers.conduct.facts import facts_of, shown_of
from handlers.conduct.receiving import LONGEST, received, stands_somewhere
from handlers.conduct.standing import coordinates_alone
from handlers.context import Context
from handlers.members import is_member, meet, name_of
from handlers.routes import Pressed, Routes, Where

MOST_NAMES = 30
LONGEST_LABEL = 40
OURS = ("report", "forward", "moderator", "team")
"""What is awaited for a report."""


def register(on: Routes) -> None:
    """The three ways, then the words or the message that each asks for."""
    on.button("report.message", by_message, Role.MEMBER)
    on.button("report.team", by_moderator, Role.MEMBER)
    on.button("report.about", about_moderator, Role.MEMBER)
    on.button("report.talk", by_words, Role.MEMBER)
    on.messages[Where.PRIVATE].append(take)


async def offer_ways(user_id: int, introduction: str, context: Context) -> None:
    """Offer the ways to report, under an introduction."""
    words = await context.words(user_id)
    ways = [
        Button(words.label("reports.buttons.message"), pack("report.message")),
        Button(words.label("reports.buttons.team"), pack("report.team")),
        Button(words.label("reports.buttons.talk"), pack("report.talk")),
    ]
    await alone.tell(user_id, introduction, context, column(ways))


async def by_message(pressed: Pressed, context: Context) -> None:
    """Ask for the message, forwarded here."""
    await awaited.expect(context.tx, pressed.user.id, "forward", 0, context.now)
    await alone.tell(pressed.user.id, "reports.forward", context)


async def by_words(pressed: Pressed, context: Context) -> None:
    """Ask what is to be told to the moderators."""
    await awaited.expect(context.tx, pressed.user.id, "team", 0, context.now)
    await alone.tell(pressed.user.id, "reports.talk", context)


async def by_moderator(pressed: Pressed, context: Context) -> None:
    """Ask which moderator it is about."""
    team = await members.present(context.tx, Place.MODERATORS)
    names = {user: clean(await name_of(user, context)) for user in team if user != pressed.user.id}
    buttons = [
        Button(names[user][:LONGEST_LABEL], pack("report.about", user))
        for user in sorted(names, key=lambda user: names[user].casefold())[:MOST_NAMES]
    ]
    await alone.tell(pressed.user.id, "reports.which_moderator", context, column(buttons))


async def about_moderator(pressed: Pressed, context: Context) -> None:
    """Ask what happened with a moderator; coordinators alone will read it."""
    moderator = number(pressed.args) or 0
    if moderator in await members.present(context.tx, Place.MODERATORS):
        await awaited.expect(context.tx, pressed.user.id, "moderator", moderator, context.now)
        key = "sole" if await coordinates_alone(moderator, context) else "moderator"
        await alone.tell(pressed.user.id, f"reports.write_{key}", context)


# What is written then


async def take(message: Message, context: Context) -> bool:
    """Take the words or the message that a report waits for."""
    if message.from_user is None or (message.text or "").startswith("/"):
        return False
    user_id = message.from_user.id
    waits = await awaited.of(context.tx, user_id, context.now)
    if waits is None or waits.what not in OURS or not await is_member(user_id, context):
        return False
    if waits.what == "forward":
        await _take_forward(message, user_id, context)
    elif not message.text:
        await alone.tell(user_id, "reports.text_only", context)
    elif len(message.text) > LONGEST:
        await alone.tell(user_id, "reports.too_long", context, most=LONGEST)
    else:
        await awaited.end(context.tx, user_id)
        await _take_words(waits, message.text, user_id, context)
    return True


async def _take_words(waits: Awaited, text: str, user_id: int, context: Context) -> None:
    match waits.what:
        case "report":
            await _add_words(waits.about, text, user_id, context)
        case "moderator":
            await received(user_id, waits.about, context, words=text)
        case "team":
            noted = "reports.passed_on"
            await context.tell(
                "person_wanted", context.row.key, user_id=user_id, text=text, noted=noted
            )


async def _add_words(report: int, text: str, user_id: int, context: Context) -> None:
    kept = await reports.report(context.tx, report)
    case = await cases.case(context.tx, kept.case) if kept else None
    if kept is None or kept.reporter != user_id or case is None:
        return
    await reports.set_words(context.tx, kept.id, text)
    await desk.show(case, context)
    await alone.tell(user_id, "reports.words_noted", context)


async def _take_forward(message: Message, user_id: int, context: Context) -> None:
    """Report a forwarded message of the group; Telegram does not always say who wrote it."""
    origin = message.forward_origin
    if origin is None:
        await alone.tell(user_id, "reports.not_forwarded", context)
        return
    if not isinstance(origin, MessageOriginUser):
        await awaited.end(context.tx, user_id)
        await alone.tell(user_id, "reports.not.hidden", context)
        return
    if not await stands_somewhere(origin.sender_user.id, context):
        return
    await awaited.end(context.tx, user_id)
    known = await members.membership(context.tx, Place.GROUP, origin.sender_user.id)
    if origin.sender_user.is_bot or known is None:
        await alone.tell(user_id, "reports.not.elsewhere", context)
        return
    await meet(origin.sender_user, context, private=False)
    text = shown_of(facts_of(message))
    await received(user_id, origin.sender_user.id, context, text=text)
