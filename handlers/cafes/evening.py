"""The evening: who came, counted at the door by plus and minus or by name."""

from __future__ import annotations

from collections.abc import Iterator

from bot.community.cafes.attendance import CheckIn, Group
from bot.community.cafes.places import Standing
from bot.community.members import Place, Role
from bot.storage import members, outbox
from bot.storage.cafes import answers, attendance
from bot.storage.cafes.attendance import FIRST_TIMERS, GUESTS, NOBODY_KNOWS, group_name, group_of
from bot.storage.cafes.programme import Cafe, State
from content import Html, Words
from handlers.buttons import Button, fitting, number, pack
from handlers.cafes import saying
from handlers.cafes.pressing import by_who_runs_it, once_begun
from handlers.context import Context
from handlers.members import name_of
from handlers.routes import Pressed, Routes

COUNTED = (*(group.value for group in Group), NOBODY_KNOWS, FIRST_TIMERS, GUESTS)
"""What the card counts, in its order."""

NAMES_A_PAGE = 20
COUNTING = (State.OPEN, State.HELD)


def register(on: Routes) -> None:
    """The card, plus and minus, and the names."""
    for name, act in (
        ("show", show),
        ("more", more),
        ("less", less),
        ("names", names),
        ("tick", tick),
        ("back", back),
    ):
        on.button(f"door.{name}", by_who_runs_it(once_begun(act), *COUNTING), Role.MEMBER)


def name_of_door(cafe: Cafe, user_id: int) -> str:
    """Return how somebody's count at the door is named."""
    return f"cafe.door:{cafe.id}:{user_id}"


async def call(cafe: Cafe, context: Context) -> None:
    """Give the card to the hosts as the evening begins; without one, ask the moderators."""
    reached = [host for host in cafe.hosts if await _reachable(host, context)]
    for host in reached:
        await say_card(cafe, host, context)
    if not reached:
        await tell_team("begins_alone", cafe, context)


async def recall(cafe: Cafe, context: Context) -> None:
    """Say, the morning after, that nobody has closed the count."""
    if cafe.state is not State.OPEN:
        return
    for host in cafe.hosts:
        if await _reachable(host, context):
            words = await context.words(host)
            await context.say(host, words.text("cafes.door.not_closed"))
            await say_card(cafe, host, context)
    await tell_team("not_closed", cafe, context)


async def tell_team(key: str, cafe: Cafe, context: Context) -> None:
    """Tell the moderators something of a café, with the way to its desk."""
    chat_id = await context.chat_id(Place.MODERATORS)
    if chat_id is None:
        return
    words = await context.words()
    text = words.text(f"cafes.team.{key}", when=saying.moment(cafe.start, words, context))
    desk = Button(
        words.label("cafes.buttons.open_desk"), url=context.community.link(f"desk_{cafe.id}")
    )
    await context.say(chat_id, text, [[desk]], silent=context.is_night)


async def _reachable(user_id: int, context: Context) -> bool:
    person = await members.person(context.tx, user_id)
    return person is not None and person.private_chat


# The card


async def show(cafe: Cafe, pressed: Pressed, context: Context) -> None:
    """Show the card to who asks for it."""
    await say_card(cafe, pressed.user.id, context)


async def say_card(cafe: Cafe, user_id: int, context: Context) -> None:
    """Say the card anew."""
    words = await context.words(user_id)
    check_in = await attendance.check_in(context.tx, cafe.id)
    name = name_of_door(cafe, user_id)
    await context.remove(user_id, name)
    text = _text(cafe, check_in, words, context)
    await context.say(user_id, text, _buttons(cafe, check_in, words), message=name)


def _text(cafe: Cafe, check_in: CheckIn, words: Words, context: Context) -> Html:
    lines = [
        words.text("cafes.door.count", what=words.label(f"cafes.counted.{what}"), n=n)
        for what, n in figures(check_in)
        if n
    ]
    when = saying.moment(cafe.start, words, context)
    total = words.count("cafes.door.total", check_in.total)
    return words.text("cafes.door.card", when=when, lines=Html("\n".join(lines)), total=total)


def figures(check_in: CheckIn) -> Iterator[tuple[str, int]]:
    """Yield what is counted and how many."""
    for group in (*Group, None):
        yield group_name(group), check_in.count(group)
    yield FIRST_TIMERS, check_in.first_timers
    yield GUESTS, check_in.guests


def _buttons(cafe: Cafe, check_in: CheckIn, words: Words) -> list[list[Button]]:
    rows = []
    for what, n in figures(check_in):
        label = words.label(f"cafes.counted.{what}")
        rows.append(
            [
                Button(f"− {label}", pack("door.less", cafe.id, what)),
                Button(f"+ {label} ({n})", pack("door.more", cafe.id, what)),
            ]
        )
    total = words.label("cafes.buttons.close", n=check_in.total)
    rows.append([Button(words.label("cafes.buttons.names"), pack("door.names", cafe.id, 0))])
    rows.append([Button(total, pack("door.close", cafe.id))])
    return rows


async def more(cafe: Cafe, pressed: Pressed, context: Context) -> None:
    """One more."""
    await _step(cafe, pressed, context, 1)


async def less(cafe: Cafe, pressed: Pressed, context: Context) -> None:
    """One fewer."""
    await _step(cafe, pressed, context, -1)


async def _step(cafe: Cafe, pressed: Pressed, context: Context, by: int) -> None:
    what = pressed.args[1] if len(pressed.args) > 1 else ""
    if what not in COUNTED:
        return
    check_in = await attendance.check_in(context.tx, cafe.id)
    if what == FIRST_TIMERS:
        check_in = check_in.step_first_timers(by)
    elif what == GUESTS:
        check_in = check_in.step_guests(by)
    else:
        check_in = check_in.step(group_of(what), by)
    await attendance.set_check_in(context.tx, cafe.id, check_in)
    await _refresh(cafe, check_in, context, pressed)


async def _refresh(cafe: Cafe, check_in: CheckIn, context: Context, pressed: Pressed) -> None:
    """Show the new count to who pressed, and to the other hosts where they have the card."""
    for user_id in {pressed.user.id, *cafe.hosts}:
        words = await context.words(user_id)
        text, buttons = _text(cafe, check_in, words, context), _buttons(cafe, check_in, words)
        if await outbox.message(context.tx, name_of_door(cafe, user_id)):
            await context.change(user_id, name_of_door(cafe, user_id), text, buttons)


async def back(cafe: Cafe, pressed: Pressed, context: Context) -> None:
    """Go back from the names."""
    await _refresh(cafe, await attendance.check_in(context.tx, cafe.id), context, pressed)


# By name


async def names(cafe: Cafe, pressed: Pressed, context: Context) -> None:
    """Show who said yes, to be ticked."""
    await _show_names(cafe, number(pressed.args, 1) or 0, pressed, context)


async def tick(cafe: Cafe, pressed: Pressed, context: Context) -> None:
    """Tick somebody who said yes, or take the tick away."""
    who, page = number(pressed.args, 1) or 0, number(pressed.args, 2) or 0
    if who not in await _expected(cafe, context):
        return
    relation = (await answers.relations(context.tx, cafe.id)).get(who)
    group = group_of(relation or NOBODY_KNOWS)
    check_in = (await attendance.check_in(context.tx, cafe.id)).tick(who, group)
    await attendance.set_check_in(context.tx, cafe.id, check_in)
    await _show_names(cafe, page, pressed, context)


async def _expected(cafe: Cafe, context: Context) -> list[int]:
    """Return who said yes or perhaps."""
    places = await answers.places(context.tx, cafe)
    standing = (Standing.SEATED, Standing.MAYBE, Standing.OFFERED, Standing.WAITING)
    return [answer.person for answer in places.answers if answer.standing in standing]


async def _show_names(cafe: Cafe, page: int, pressed: Pressed, context: Context) -> None:
    words = await context.words(pressed.user.id)
    expected = await _expected(cafe, context)
    there = await attendance.was_there(context.tx, cafe.id)
    first = page * NAMES_A_PAGE
    rows = []
    for who in expected[first : first + NAMES_A_PAGE]:
        mark = "☑" if who in there else "☐"
        label = fitting(f"{mark} {await name_of(who, context)}")
        rows.append([Button(label, pack("door.tick", cafe.id, who, page))])
    if expected[first + NAMES_A_PAGE :]:
        label = words.label("common.buttons.next")
        rows.append([Button(label, pack("door.names", cafe.id, page + 1))])
    rows.append([Button(words.label("common.buttons.back"), pack("door.back", cafe.id))])
    text = words.text("cafes.door.names" if expected else "cafes.door.nobody")
    await context.change(pressed.chat_id, name_of_door(cafe, pressed.user.id), text, rows)
