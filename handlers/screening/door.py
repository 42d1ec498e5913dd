"""The door: how a request begins, by the link or by a join request, and how it is withdrawn."""

from __future__ import annotations

from telegram import Message, Update, User

from bot.community.members import Place, Role
from bot.community.members import Status as Standing
from bot.storage import members, outbox, pauses, screening
from bot.storage.conduct import cases
from bot.storage.screening import Application
from handlers import help as help_card
from handlers.buttons import Button, column, number, pack
from handlers.context import Context
from handlers.members import is_banned, is_member, language_button, meet
from handlers.routes import Fact, Pressed, Result, Routes, may
from handlers.screening import card, status
from handlers.screening.entry import let_in, send_link
from handlers.screening.files import (
    again,
    close,
    decline_request,
    keep_alive,
    screen_name,
    show,
    show_text,
)
from moderation.screening.decisions import Status

INVITED = "screening.invited"


def register(on: Routes) -> None:
    """What a person who is not in the group can do."""
    on.command("start", "commencer", act=start)
    on.start("adhesion", ask_by_link)
    on.command("statut", "status", act=status.say_status)
    on.button("door.ask", ask_by_button)
    on.button("door.withdraw", withdraw)
    on.button("door.withdraw_yes", withdraw_for_good)
    on.button("door.keep", keep)
    on.button("door.renew", renew_link)
    on.join_requests.append(join_request)
    on.result(INVITED, invited)
    on.fact("language_chosen", language_chosen)
    on.fact("stranger_came", greet_stranger)
    on.otherwise.append(anything_else)


async def start(update: Update, context: Context) -> None:
    """Greet: a draft goes on, otherwise say what this bot is and what one can do."""
    user = update.effective_user
    if user is None or await may(user.id, Role.MEMBER, context) is None:
        return  # Telegram is asked first: a member of before is no stranger
    file = await screening.latest(context.tx, user.id)
    if await _was_removed(user.id, file, context):
        await context.tell("removed_came", context.row.key, user_id=user.id)
    elif file is not None and file.status is Status.DRAFT:
        await ask(user, context)
    elif await _is_away(user.id, context):
        await context.tell("away_came", context.row.key, user_id=user.id)
    elif await is_member(user.id, context) or not _is_newcomer(file):
        await _say_status(user, context)
    else:
        await _greet(user.id, context, fresh=True)


async def _is_away(user_id: int, context: Context) -> bool:
    """Tell whether somebody left for a while and may come back without a request."""
    away = await pauses.of(context.tx, user_id)
    return away is not None and context.now < away.until and not await is_member(user_id, context)


async def _was_removed(user_id: int, file: Application | None, context: Context) -> bool:
    """Tell whether somebody was put out, and has not asked to come back since."""
    if await is_banned(user_id, context):
        return True
    if await is_member(user_id, context):
        return False
    past = [each.at for each in await cases.past(context.tx, user_id) if each.puts_out]
    return bool(past) and (file is None or (not file.status.is_open and file.opened_at < past[-1]))


def _is_newcomer(file: Application | None) -> bool:
    """Tell whether nothing is to be said of a former request."""
    return file is None or file.status in (Status.WITHDRAWN, Status.EXPIRED)


async def greet_stranger(fact: Fact, context: Context) -> None:
    """Say what /start says, to somebody who turned out not to be a member."""
    await _greet(fact.content["user_id"], context, fresh=True)


async def _greet(user_id: int, context: Context, *, fresh: bool) -> None:
    words = await context.words(user_id)
    languages = [
        language_button(name, context)
        for name in context.community.content.languages
        if name != words.language
    ]
    buttons = [[status.ask_button(words)], languages, [help_card.button(words)]]
    await show_text(user_id, words.text("screening.hello"), context, buttons, fresh=fresh)


async def language_chosen(fact: Fact, context: Context) -> None:
    """Say what stands on the screen again, in the language just chosen."""
    user_id = fact.content["user_id"]
    file = await screening.latest(context.tx, user_id)
    if file is not None and file.status is Status.DRAFT:
        await show(file, context)
    elif file is not None and file.status.waits_for_decision:
        await status.show_status(user_id, context)
    elif _is_newcomer(file) and await outbox.message(context.tx, screen_name(user_id)):
        await _greet(user_id, context, fresh=False)


async def _say_status(user: User, context: Context) -> None:
    await status.show_status(user.id, context)


async def anything_else(message: Message, context: Context) -> bool:
    """Answer what no one else took in the private chat."""
    if message.from_user is None:
        return False
    words = await context.words(message.from_user.id)
    buttons, said = [[help_card.button(words)]], "not_understood_member"
    if await is_banned(message.from_user.id, context):
        said = "not_understood_removed"
    elif not await is_member(message.from_user.id, context):
        buttons.insert(0, [status.ask_button(words)])
        said = "not_understood"
    await context.say(message.chat_id, words.text(f"screening.{said}"), buttons)
    return True


async def ask_by_link(update: Update, context: Context) -> None:
    """Begin or go on, from the link to join."""
    if update.effective_user is not None:
        await _ask_once_known(update.effective_user, context)


async def ask_by_button(press: Pressed, context: Context) -> None:
    """Begin or go on, from a button."""
    await _ask_once_known(press.user, context)


async def _ask_once_known(user: User, context: Context) -> None:
    if await may(user.id, Role.MEMBER, context) is not None:
        await ask(user, context)  # Telegram was asked: a member of before is greeted


async def ask(user: User, context: Context) -> None:
    """Begin a request, go on with the one that is open, or say why none can begin now."""
    file = await screening.latest(context.tx, user.id)
    if await is_banned(user.id, context):
        await context.tell("removed_came", context.row.key, user_id=user.id)
    elif await is_member(user.id, context):
        await _say_status(user, context)
    elif file is not None and file.status is Status.DRAFT:
        await keep_alive(file, context)
        await show(file, context, fresh=True)
    elif not await _may_begin(user.id, file, context):
        await _say_status(user, context)
    else:
        await show(await _open(user, file, context), context, fresh=True)


async def _may_begin(user_id: int, file: Application | None, context: Context) -> bool:
    """Tell whether a new request may begin after this one, the newest that is known by name."""
    if file is not None and file.status in (Status.SENT, Status.ASKED):
        return False
    if file is not None and file.status is Status.ACCEPTED:
        return file.entered_at is not None
    return await screening.refused_until(context.tx, user_id, context.now) is None


async def _open(user: User, before: Application | None, context: Context) -> Application:
    """Open a draft; a join request that Telegram still holds belongs to the new file."""
    if before is not None and before.status is Status.INVITED:
        await screening.update(context.tx, before.id, status=Status.DRAFT)
        file = before
    else:
        pending = before is not None and before.join_request
        if before is not None and pending:
            await screening.update(context.tx, before.id, join_request=False)
        file = await screening.open_application(
            context.tx, user.id, Status.DRAFT, context.now, join_request=pending
        )
    await keep_alive(file, context)
    return await again(file, context)


# A join request on a link that asks for approval


async def join_request(update: Update, context: Context) -> None:
    """Write to the person within Telegram's five minutes, and open a file for them."""
    request = update.chat_join_request
    if request is None or await context.place_of(request.chat.id) is not Place.GROUP:
        return
    user = request.from_user
    await meet(user, context, private=False)
    if await is_banned(user.id, context):  # nobody asks who is: the ban was lifted by hand
        left = (Place.GROUP, user.id, Standing.LEFT, context.now)
        await members.set_membership(context.tx, *left)
    file = await screening.latest(context.tx, user.id)
    may_begin = await _may_begin(user.id, file, context)
    if file is None and not may_begin:
        await _say_not_yet(request.user_chat_id, user.id, context)
        return
    if file is None or (not file.status.is_open and may_begin):
        file = await screening.open_application(
            context.tx, user.id, Status.INVITED, context.now, join_request=True
        )
    elif not file.join_request:
        await screening.update(context.tx, file.id, join_request=True)
        file = await again(file, context)
    if file.status is Status.ACCEPTED and file.entered_at is None:
        await let_in(file, context)
        return
    await _invite(file, request.user_chat_id, context)


async def _say_not_yet(chat_id: int, user_id: int, context: Context) -> None:
    """Say that a former request was refused and that the date to come back has not come."""
    words = await context.words(user_id)
    door = Button(words.label("screening.buttons.open"), url=context.community.link("adhesion"))
    text = words.text("screening.request.refused_before")
    await context.say(chat_id, text, column([door, help_card.button(words)]))


async def _invite(file: Application, chat_id: int, context: Context) -> None:
    words = await context.words(file.user_id)
    known = {
        Status.SENT: "screening.request.already_sent",
        Status.ASKED: "screening.request.already_sent",
        Status.REFUSED: "screening.request.refused_before",
    }
    door = Button(words.label("screening.buttons.open"), url=context.community.link("adhesion"))
    await context.say(
        chat_id,
        words.text(known.get(file.status, "screening.request.invite")),
        column([door, help_card.button(words)]),
        key=f"invite:{context.row.key}",
        wants=INVITED,
        echo={"application": file.id},
    )


async def invited(result: Result, context: Context) -> None:
    """Tell moderators where the person could not be written to: the request waits, undeclined."""
    file = await screening.application(context.tx, result.echo["application"])
    if file is None or result.ok:
        return
    person = await members.person(context.tx, file.user_id)
    if person is not None and not person.private_chat:
        await members.mark_unreachable(context.tx, file.user_id, context.now)
    await card.tell_unreachable(file, context)


# Going back on it


async def withdraw(press: Pressed, context: Context) -> None:
    """Ask once more before ending a request at the person's wish."""
    file = await _own_open_file(press, context)
    if file is None:
        return
    words = await context.words(press.user.id)
    yes = Button(words.label("screening.buttons.withdraw_yes"), pack("door.withdraw_yes", file.id))
    keep = Button(words.label("screening.buttons.keep"), pack("door.keep", file.id))
    await context.say(press.chat_id, words.text("screening.withdraw_sure"), column([yes, keep]))


async def withdraw_for_good(press: Pressed, context: Context) -> None:
    """End a request at the person's wish; its answers are destroyed at once."""
    file = await _own_open_file(press, context)
    if file is None:
        return
    agreed = (await screening.progress(context.tx, file)).consented
    await decline_request(file, context)
    await close(file, context, status=Status.WITHDRAWN, decided_at=context.now)
    await screening.forget_answers(context.tx, file.id)
    await screening.withdraw_consent(context.tx, file.user_id, "screening", context.now)
    await screening.withdraw_consent(context.tx, file.user_id, "statistics", context.now)
    await context.remove(file.user_id, screen_name(file.user_id))
    words = await context.words(press.user.id)
    text = words.text("screening.withdrawn" if agreed else "screening.stopped")
    buttons = [[status.ask_button(words)], [help_card.button(words)]]
    await context.say(press.chat_id, text, buttons)
    await card.withdrawn(file, context)


async def keep(press: Pressed, context: Context) -> None:
    """Go on with a request that was nearly withdrawn."""
    if await _own_open_file(press, context) is not None:
        await ask(press.user, context)


async def _own_open_file(press: Pressed, context: Context) -> Application | None:
    file = await screening.latest(context.tx, press.user.id)
    if file is not None and file.id == number(press.args) and file.status.is_open:
        return file
    words = await context.words(press.user.id)
    text = words.label("screening.toasts.not_this_file")
    await context.answer(press.query_id, text, alert=True)
    return None


async def renew_link(press: Pressed, context: Context) -> None:
    """Make a new one-time link for an accepted person who has not come in."""
    file = await screening.latest(context.tx, press.user.id)
    if file is None or file.id != number(press.args) or file.status is not Status.ACCEPTED:
        words = await context.words(press.user.id)
        text = words.label("screening.toasts.not_this_file")
        await context.answer(press.query_id, text, alert=True)
    elif file.entered_at is not None:
        await _say_status(press.user, context)
    else:
        await send_link(file, context)
        words = await context.words(press.user.id)
        await context.answer(press.query_id, words.label("screening.toasts.renewing"))
