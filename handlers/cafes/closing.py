"""The figures of an evening: confirmed when the count closes, corrected later with a trace."""

from __future__ import annotations

from telegram import Message

from bot.community.cafes.attendance import (
    Attendance,
    Closed,
    Corrected,
    Counts,
    Group,
    Impossible,
    close,
    correct,
)
from bot.community.members import Role
from bot.storage import agenda
from bot.storage.cafes import attendance, programme
from bot.storage.cafes.programme import Cafe, State
from bot.storage.cafes.prompts import Prompt
from handlers.buttons import Button, column, number, pack
from handlers.cafes import asking, card, desk, evening, saying
from handlers.cafes.asking import Taker
from handlers.cafes.evening import COUNTING
from handlers.cafes.pressing import by_who_runs_it, once_begun
from handlers.cafes.tracing import trace
from handlers.context import Context
from handlers.routes import Pressed, Routes

TOTAL = "total"
MOST = 5000


def register(on: Routes) -> None:
    """Closing wants a confirmation; another total is written."""
    on.button("door.close", by_who_runs_it(once_begun(ask_total), *COUNTING), Role.MEMBER)
    on.button("door.closed", by_who_runs_it(once_begun(confirm), *COUNTING), Role.MEMBER)
    on.button("door.total", by_who_runs_it(once_begun(ask_other_total), *COUNTING), Role.MEMBER)
    on.button("door.correct", by_who_runs_it(start_again, State.HELD), Role.MEMBER)


async def ask_total(cafe: Cafe, pressed: Pressed, context: Context) -> None:
    """Ask to confirm the total."""
    words = await context.words(pressed.user.id)
    check_in = await attendance.check_in(context.tx, cafe.id)
    text = words.count("cafes.door.confirm", check_in.total)
    yes = words.label("cafes.buttons.confirm", n=check_in.total)
    buttons = [
        Button(yes, pack("door.closed", cafe.id, check_in.total)),
        Button(words.label("cafes.buttons.other_total"), pack("door.total", cafe.id)),
        Button(words.label("common.buttons.back"), pack("door.back", cafe.id)),
    ]
    name = evening.name_of_door(cafe, pressed.user.id)
    await context.change(pressed.chat_id, name, text, column(buttons))


async def ask_other_total(cafe: Cafe, pressed: Pressed, context: Context) -> None:
    """Ask for the total, because some people were not counted one by one."""
    words = await context.words(pressed.user.id)
    text = words.text("cafes.ask.total")
    back = Button(words.label("common.buttons.back"), pack("desk.show", cafe.id))
    await asking.ask(cafe, TOTAL, text, pressed.user.id, context, [[back]])


async def take_total(
    cafe: Cafe, text: str, prompt: Prompt, message: Message, context: Context
) -> None:
    """Take the total that was written, from somebody who still runs the café."""
    total = number((text,))
    if total is None or total > MOST:
        words = await context.words(message.chat_id)
        await asking.ask(
            cafe, TOTAL, words.text("cafes.ask.no_number", most=MOST), message.chat_id, context
        )
        return
    await _settle(cafe, total, message.chat_id, context)


async def confirm(cafe: Cafe, pressed: Pressed, context: Context) -> None:
    """Close the count with the total that was shown."""
    total = number(pressed.args, 1)
    if total is not None and total <= MOST:
        await _settle(cafe, total, pressed.user.id, context)


async def start_again(cafe: Cafe, pressed: Pressed, context: Context) -> None:
    """Show the count again, to correct it."""
    await evening.say_card(cafe, pressed.user.id, context)


async def _settle(cafe: Cafe, total: int, user_id: int, context: Context) -> None:
    """Close, or correct what was closed; refuse a total under those who are classified."""
    check_in = await attendance.check_in(context.tx, cafe.id)
    before = await attendance.attendance(context.tx, cafe.id)
    if before is None:
        verdict: Closed | Corrected | Impossible = close(check_in, total)
    else:
        counts = Counts.of({group: check_in.count(group) for group in Group})
        now = Attendance(before.total, counts, check_in.first_timers, check_in.guests)
        verdict = _corrected(before, correct(now, total, counts))
    match verdict:
        case Impossible(classified):
            words = await context.words(user_id)
            text = words.text("cafes.door.impossible", total=total, classified=classified)
            await context.say(user_id, text)
            return
        case Closed(figures):
            await _close(cafe, figures, user_id, context)
        case Corrected():
            await attendance.correct(context.tx, cafe.id, verdict, user_id, context.now)
            await trace(cafe.id, user_id, "correct", context)
    await context.remove(user_id, evening.name_of_door(cafe, user_id))
    await desk.show(await programme.known(context.tx, cafe.id), user_id, context)


def _corrected(before: Attendance, verdict: Corrected | Impossible) -> Corrected | Impossible:
    return Corrected(before, verdict.after) if isinstance(verdict, Corrected) else verdict


async def _close(cafe: Cafe, figures: Attendance, user_id: int, context: Context) -> None:
    await attendance.close(context.tx, cafe.id, figures, user_id, context.now)
    await trace(cafe.id, user_id, "close", context)
    await programme.update(context.tx, cafe.id, context.now, state=State.HELD)
    await card.refresh(await programme.known(context.tx, cafe.id), context)
    await agenda.cancel(context.tx, cafe.id, "cafes.not_closed")
    if cafe.theme_id is not None:
        on = saying.local(cafe.start, context).date().isoformat()
        await context.tell(
            "theme_held", str(cafe.id), theme_id=cafe.theme_id, on=on, cafe_id=cafe.id
        )


TAKERS: dict[str, Taker] = {TOTAL: take_total}
