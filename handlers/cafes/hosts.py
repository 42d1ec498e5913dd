"""Naming a host: a link that one member opens, once, for one café."""

from __future__ import annotations

import secrets
from datetime import timedelta

from telegram import Update

from bot.community.members import Role
from bot.storage import audit
from bot.storage.cafes import hosts, programme
from bot.storage.cafes.hosts import HostLink
from bot.storage.cafes.programme import Cafe, State
from content import Html, Words
from handlers.buttons import Button, column, number, pack
from handlers.cafes import desk, evening, own, saying
from handlers.cafes.pressing import by_who_runs_it, runs, toast
from handlers.cafes.tracing import trace
from handlers.context import Context
from handlers.members import name_of
from handlers.routes import Fact, Pressed, Routes

SEATS = ("host", "cohost")
EDITABLE = (State.DRAFT, State.OPEN)
WORKS_FOR = timedelta(days=7)
WRONG_LINKS, WITHIN = 10, timedelta(hours=1)
"""So many links that do not work, in so long, and no other is looked at: nobody guesses one."""


def register(on: Routes) -> None:
    """The link on the moderators' side, what it opens, and a host who cannot be reached."""
    on.button("host.show", by_who_runs_it(show, *EDITABLE), Role.MEMBER)
    on.button("host.link", by_who_runs_it(make_link, *EDITABLE), Role.MODERATOR)
    on.button("host.me", by_who_runs_it(take_it_oneself, *EDITABLE), Role.MODERATOR)
    on.button("host.remove", by_who_runs_it(remove, *EDITABLE), Role.MODERATOR)
    on.start("host_", open_link, Role.MEMBER)
    on.button("host.accept", accept, Role.MEMBER)
    on.button("host.decline", decline, Role.MEMBER)
    on.start("desk_", open_desk, Role.MEMBER)
    on.fact("person_blocked", host_out_of_reach)


async def show(cafe: Cafe, pressed: Pressed, context: Context) -> None:
    """Say who hosts, with what changes it."""
    words = await context.words(pressed.user.id)
    lines, buttons = [], []
    may_change = await context.role(pressed.user.id) >= Role.MODERATOR
    for seat in SEATS:
        who = getattr(cafe, f"{seat}_id")
        name = await name_of(who, context) if who else words.label("cafes.host.nobody")
        lines.append(words.text(f"cafes.host.{seat}", name=name))
        if may_change:
            buttons += _seat_buttons(cafe, seat, words, taken=bool(who))
    buttons.append(Button(words.label("common.buttons.back"), pack("desk.show", cafe.id)))
    text = words.text("cafes.host.screen", hosts=Html("\n".join(lines)))
    name = desk.name_of_desk(cafe, pressed.user.id)
    await context.change(pressed.chat_id, name, text, column(buttons))


def _seat_buttons(cafe: Cafe, seat: str, words: Words, *, taken: bool) -> list[Button]:
    """Return what changes who sits there."""

    def seat_button(verb: str) -> Button:
        return Button(
            words.label(f"cafes.buttons.{verb}_{seat}"), pack(f"host.{verb}", cafe.id, seat)
        )

    return [seat_button("remove")] if taken else [seat_button("link"), seat_button("me")]


def _seat(pressed: Pressed) -> str | None:
    seat = pressed.args[1] if len(pressed.args) > 1 else ""
    return seat if seat in SEATS else None


async def make_link(cafe: Cafe, pressed: Pressed, context: Context) -> None:
    """Make a link to hand to the person; it works once, for a week."""
    seat = _seat(pressed)
    if seat is None:
        return
    token = secrets.token_hex(16)
    link = HostLink(cafe.id, seat, pressed.user.id)
    await hosts.make_link(context.tx, token, link, context.now, context.now + WORKS_FOR)
    await trace(cafe.id, pressed.user.id, "host_link", context, seat)
    words = await context.words(pressed.user.id)
    address = context.community.link(f"host_{token}")
    text = words.text(f"cafes.host.link_{seat}", link=address, when=_when(cafe, words, context))
    await context.say(pressed.chat_id, text)


async def take_it_oneself(cafe: Cafe, pressed: Pressed, context: Context) -> None:
    """A moderator hosts."""
    seat = _seat(pressed)
    if seat is not None and pressed.user.id not in cafe.hosts:
        await _seat_host(cafe, seat, pressed.user.id, context)
        await desk.show(await programme.known(context.tx, cafe.id), pressed.user.id, context)


async def remove(cafe: Cafe, pressed: Pressed, context: Context) -> None:
    """Take the rights back from a host, who is told."""
    seat = _seat(pressed)
    who = getattr(cafe, f"{seat}_id") if seat else None
    if seat is None or who is None:
        return
    await _empty_seat(cafe, seat, pressed.user.id, context)
    if who != pressed.user.id:
        words = await context.words(who)
        await context.say(who, words.text("cafes.host.removed", when=_when(cafe, words, context)))
    await desk.show(await programme.known(context.tx, cafe.id), pressed.user.id, context)


def _when(cafe: Cafe, words: Words, context: Context) -> str:
    if cafe.starts_at is None:
        return words.label("cafes.undated")
    return saying.moment(cafe.starts_at, words, context)


async def _seat_host(cafe: Cafe, seat: str, user_id: int, context: Context) -> None:
    await programme.update(context.tx, cafe.id, context.now, **{f"{seat}_id": user_id})
    await trace(cafe.id, user_id, "host", context, seat)
    await _refresh_screen(cafe, user_id, context)


async def _empty_seat(cafe: Cafe, seat: str, by: int, context: Context) -> None:
    await programme.update(context.tx, cafe.id, context.now, **{f"{seat}_id": None})
    await trace(cafe.id, by, "host_removed", context, seat)
    await _refresh_screen(cafe, getattr(cafe, f"{seat}_id"), context)


async def _refresh_screen(cafe: Cafe, user_id: int, context: Context) -> None:
    """Let what somebody has of a café say whether they host it."""
    if cafe.state is State.OPEN:
        await own.refresh(await programme.known(context.tx, cafe.id), user_id, context)


# The member's side


async def _link(token: str, user_id: int, context: Context) -> HostLink | None:
    """Return what a link offers to who came with it, or None; those that fail are counted."""
    if await hosts.wrong(context.tx, user_id, context.now - WITHIN) >= WRONG_LINKS:
        return None
    found = await hosts.link(context.tx, token, context.now)
    if found is None:
        await hosts.count_wrong(context.tx, user_id, context.now)
    return found


async def open_link(update: Update, context: Context) -> None:
    """Say what is proposed to who opened the link, or that it works no more."""
    user = update.effective_user
    if user is None:
        return
    token = (context.args or [""])[0].removeprefix("host_")
    words = await context.words(user.id)
    found = await _link(token, user.id, context)
    cafe = await programme.cafe(context.tx, found.cafe_id) if found else None
    if found is None or cafe is None or cafe.state not in EDITABLE:
        await context.say(user.id, words.text("cafes.host.link_over"))
        return
    who = await name_of(found.made_by, context)
    buttons = [
        Button(words.label("cafes.buttons.accept_host"), pack("host.accept", token)),
        Button(words.label("cafes.buttons.decline_host"), pack("host.decline", token)),
    ]
    text = words.text(f"cafes.host.offer_{found.seat}", when=_when(cafe, words, context), who=who)
    await context.say(user.id, text, column(buttons), message=f"cafe.host:{user.id}")


async def accept(pressed: Pressed, context: Context) -> None:
    """Become the host, if the link still works and the seat is free."""
    token = pressed.args[0] if pressed.args else ""
    found = await _link(token, pressed.user.id, context)
    cafe = await programme.cafe(context.tx, found.cafe_id) if found else None
    if found is None or cafe is None or cafe.state not in EDITABLE:
        await toast("link_over", pressed, context, alert=True)
        return
    await hosts.use_link(context.tx, token)
    await context.remove(pressed.chat_id, f"cafe.host:{pressed.user.id}")
    if getattr(cafe, f"{found.seat}_id") is not None or pressed.user.id in cafe.hosts:
        await toast("seat_taken", pressed, context, alert=True)
        return
    await _seat_host(cafe, found.seat, pressed.user.id, context)
    cafe = await programme.known(context.tx, cafe.id)
    await desk.show(cafe, pressed.user.id, context)
    words = await context.words(found.made_by)
    key = "cafes.host.accepted"
    name = pressed.user.full_name
    text = words.text(key, name=name, when=_when(cafe, words, context))
    if found.made_by != pressed.user.id:
        await context.say(found.made_by, text)


async def decline(pressed: Pressed, context: Context) -> None:
    """Say no; the link works no more, and who made it is told."""
    token = pressed.args[0] if pressed.args else ""
    found = await _link(token, pressed.user.id, context)
    await context.remove(pressed.chat_id, f"cafe.host:{pressed.user.id}")
    if found is None:
        await toast("link_over", pressed, context, alert=True)
        return
    await hosts.use_link(context.tx, token)
    cafe = await programme.known(context.tx, found.cafe_id)
    words = await context.words(found.made_by)
    name = pressed.user.full_name
    text = words.text("cafes.host.declined", name=name, when=_when(cafe, words, context))
    await context.say(found.made_by, text)


async def open_desk(update: Update, context: Context) -> None:
    """Open the desk of a café from the moderators' chat."""
    user = update.effective_user
    named = number([(context.args or [""])[0].removeprefix("desk_")])
    if user is None or named is None:
        return
    cafe = await programme.cafe(context.tx, named)
    if cafe is not None and await runs(user.id, cafe, context):
        await desk.show(cafe, user.id, context)
    elif cafe is not None and user.id in cafe.hosts:
        words = await context.words(user.id)
        await context.say(user.id, words.text("cafes.toasts.host_before"))


async def host_out_of_reach(fact: Fact, context: Context) -> None:
    """Tell the moderators that a host can no longer be written to."""
    user_id = fact.content["user_id"]
    for cafe in await programme.hosted_by(context.tx, user_id, context.now):
        await evening.tell_team("host_out_of_reach", cafe, context)


async def host_left(user_id: int, context: Context, how: str = "host_left") -> None:
    """Take a café back from a host who left the group, or (``how``) who is erased."""
    for cafe in await programme.hosted_by(context.tx, user_id, context.now):
        seat = "host" if cafe.host_id == user_id else "cohost"
        await _empty_seat(cafe, seat, audit.BOT, context)
        await evening.tell_team(how, cafe, context)
