"""The gate: who comes into the group, and who is held there until moderators decide."""

from __future__ import annotations

from telegram import ChatPermissions, Update, User

from bot.community.members import Origin, Place, Role
from bot.community.members import Status as Standing
from bot.storage import audit, members, screening
from bot.storage.privacy import protection
from bot.storage.screening import Application
from content import Html, Words
from handlers.buttons import Button, number, pack
from handlers.context import Context
from handlers.members import ask_count, meet, name_of, status_after, status_before
from handlers.routes import Pressed, Result, Routes, Where
from handlers.screening.entry import entered, free, put_out
from moderation.screening.decisions import Status

RESTRICTED = "screening.restricted"
MUTED = ChatPermissions.no_permissions().to_dict()


def register(on: Routes) -> None:
    """Who comes and goes, and the moderators' two ways with who was not accepted."""
    on.chat_members.append(group_changed)
    on.result(RESTRICTED, restricted)
    on.button("entry.let", let_unscreened, Role.MODERATOR, Where.MODERATORS)
    on.button("entry.remove", remove_unscreened, Role.MODERATOR, Where.MODERATORS)


async def group_changed(update: Update, context: Context) -> None:
    """Follow who comes into the group and who leaves it."""
    change = update.chat_member
    if change is None or change.new_chat_member.user.is_bot:
        return
    if change.chat.id != await context.chat_id(Place.GROUP):
        return
    user = change.new_chat_member.user
    before, after = status_before(change), status_after(change)
    known = await members.membership(context.tx, Place.GROUP, user.id)
    origin = Origin.BEFORE if known is None and before.is_in else None
    await members.set_membership(
        context.tx, Place.GROUP, user.id, after, context.now, origin=origin
    )
    if before.is_in != after.is_in:
        await ask_count(Place.GROUP, context)
    if after.is_in and not before.is_in:
        link = change.invite_link.invite_link if change.invite_link else None
        await came_in(user, link, context)
    elif before.is_in and not after.is_in:
        await context.tell("member_left", context.row.key, user_id=user.id)


async def came_in(user: User, link: str | None, context: Context) -> None:
    """Welcome who was accepted; hold at the door who was not."""
    await meet(user, context, private=False)
    made_for = await screening.by_link(context.tx, link) if link else None
    file = await screening.latest(context.tx, user.id)
    known = await members.membership(context.tx, Place.GROUP, user.id)
    if file is not None and file.status is Status.ACCEPTED:
        if known is not None and known.status is Standing.RESTRICTED:
            await free(user.id, context)  # held earlier: Telegram keeps a restriction
        await entered(file, context)
    elif known is not None and known.origin is Origin.BEFORE:
        return  # was here before the bot: never restricted
    elif known is not None and known.status is Standing.ADMINISTRATOR:
        return
    else:
        await _hold(user, made_for, context)


async def _hold(user: User, made_for: Application | None, context: Context) -> None:
    """Restrict somebody who came in without an accepted file, and show them to moderators."""
    group = await context.chat_id(Place.GROUP)
    await members.set_membership(
        context.tx, Place.GROUP, user.id, Standing.RESTRICTED, context.now, Origin.UNSCREENED
    )
    await context.do(
        "restrictChatMember",
        {"chat_id": group, "user_id": user.id, "permissions": MUTED},
        group,
        wants=RESTRICTED,
        echo={"user_id": user.id, "link_of": made_for.reference if made_for else ""},
    )


async def _tell_held(user_id: int, context: Context) -> None:
    """Tell somebody held at the door what they may do, where they opened the private chat."""
    person = await members.person(context.tx, user_id)
    if person is None or not person.private_chat:
        return
    words = await context.words(user_id)
    door = Button(words.label("screening.buttons.open"), url=context.community.link("adhesion"))
    await context.say(user_id, words.text("screening.held"), [[door]])


async def restricted(result: Result, context: Context) -> None:
    """Show moderators who came in without an accepted file, and what was done."""
    user_id = result.echo["user_id"]
    if result.ok:
        await _tell_held(user_id, context)
    chat_id = await context.chat_id(Place.MODERATORS)
    if chat_id is None:
        return
    words = await context.words()
    name = await name_of(user_id, context)
    right = words.text("installation.right.can_restrict_members")
    text = words.text(f"card.unscreened.{_held_how(result)}", name=name, right=right)
    if result.echo["link_of"]:
        used = words.text("card.unscreened.link", reference=result.echo["link_of"])
        text = Html(f"{text}\n{used}")
    if await _in_conflict(user_id, context):
        text = Html(f"{text}\n{words.text('card.conflict')}")
    buttons = [
        [Button(words.label("card.buttons.let"), pack("entry.let", user_id))],
        [Button(words.label("card.buttons.remove"), pack("entry.remove", user_id))],
    ]
    await context.say(
        chat_id,
        text,
        buttons,
        message=f"unscreened:{user_id}",
        silent=context.is_night,
    )


async def _in_conflict(user_id: int, context: Context) -> bool:
    """Tell whether somebody without a request is on a member's list."""
    name = await name_of(user_id, context)
    return await protection.conflicts(context.tx, user_id, name)


def _held_how(result: Result) -> str:
    if result.ok:
        return "held"
    return result.reason if result.reason in ("no_rights", "dry_run") else "free"


async def let_unscreened(pressed: Pressed, context: Context) -> None:
    """Let somebody stay whom a moderator vouches for; who has a file is decided on its card."""
    user_id = await _held(pressed, context)
    if user_id is None:
        return
    if why := await _why_not_alone(user_id, await context.words(pressed.user.id), context):
        await context.answer(pressed.query_id, why, alert=True)
        return
    await free(user_id, context)
    await _settled("let", user_id, pressed, context)


async def _why_not_alone(user_id: int, words: Words, context: Context) -> str:
    """Return why one moderator cannot let somebody stay by a tap; empty where they can."""
    file = await screening.latest(context.tx, user_id)
    if file is not None and (file.status.waits_for_decision or file.status is Status.REFUSED):
        return words.label("card.toasts.on_the_card", reference=file.reference)
    if await _in_conflict(user_id, context):
        return words.label("card.toasts.conflict_wants_two")
    return ""


async def remove_unscreened(pressed: Pressed, context: Context) -> None:
    """Put out of the group, without a ban, somebody who was not accepted."""
    user_id = await _held(pressed, context)
    if user_id is None:
        return
    await put_out(user_id, context)
    await _settled("removed", user_id, pressed, context)


async def _held(pressed: Pressed, context: Context) -> int | None:
    """Return the person a press is about, while they are held at the door."""
    user_id = number(pressed.args) or 0
    known = await members.membership(context.tx, Place.GROUP, user_id)
    held = known is not None and known.origin is Origin.UNSCREENED and known.status.is_in
    if held and user_id != pressed.user.id:
        return user_id
    words = await context.words(pressed.user.id)
    why = words.label("card.toasts.own_file" if held else "card.toasts.settled")
    await context.answer(pressed.query_id, why, alert=True)
    return None


async def _settled(how: str, user_id: int, pressed: Pressed, context: Context) -> None:
    moderator, person = pressed.user.id, f"user:{user_id}"
    await audit.note(context.tx, moderator, f"entry.{how}", person, context.now)
    words = await context.words()
    who, name = Html.quote(pressed.user.full_name), await name_of(user_id, context)
    text = words.text(f"card.unscreened.{how}", name=name, who=who)
    await context.change(pressed.chat_id, f"unscreened:{user_id}", text)
