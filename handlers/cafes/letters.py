"""What each mailing says to one person, and what else it does for them."""

from __future__ import annotations

from datetime import datetime

from bot.community.cafes import reminders
from bot.community.cafes.places import Standing
from bot.community.cafes.reminders import Kind
from bot.storage import members, outbox
from bot.storage.cafes import answers
from bot.storage.cafes.mailings import Mailing
from bot.storage.cafes.programme import Cafe, State
from bot.storage.outbox import Lane
from content import Html, Words
from handlers import help as help_card
from handlers.buttons import Button, Rows, column, pack
from handlers.cafes import own, saying
from handlers.context import Context

NO_ANSWER, CHANGED, CANCELLED = "no_answer", "changed", "cancelled"
"""The mailings that the timetable does not know."""

SAID_WHEN_CANCELLED = (CANCELLED,)

SAID_AGAIN = (Kind.FOLLOWERS, Kind.ANNOUNCEMENT, NO_ANSWER)
"""The letters that are written anew where the café changes before they left."""

ARE_SCREENS = (
    Kind.ANNOUNCEMENT,
    Kind.FOLLOWERS,
    NO_ANSWER,
    Kind.WEEK_BEFORE,
    Kind.DAY_BEFORE,
    Kind.HOUR_BEFORE,
    CHANGED,
)
"""The letters that bear the answer's buttons, and that follow the answer from then on."""


async def letter(kind: str, cafe: Cafe, user_id: int, context: Context) -> tuple[Html, Rows]:
    """Return the text and the buttons of a letter, in its reader's language."""
    if kind in ARE_SCREENS:
        return await own.screen(cafe, user_id, context, f"cafes.letters.{kind}")
    words = await context.words(user_id)
    text = words.text(f"cafes.letters.{kind}", when=saying.moment(cafe.start, words, context))
    if kind == Kind.FEEDBACK:
        return text, column(_feedback_buttons(cafe, words))
    if kind == Kind.CHECK_IN:
        return text, [*column(_mood_buttons(cafe, words)), [help_card.button(words)]]
    return text, ()


def _feedback_buttons(cafe: Cafe, words: Words) -> list[Button]:
    def feedback_button(name: str) -> Button:
        return Button(words.label(f"cafes.buttons.{name}"), pack(f"feedback.{name}", cafe.id))

    return [
        feedback_button("liked"),
        feedback_button("disliked"),
        feedback_button("themes"),
        feedback_button("to_host"),
    ]


def _mood_buttons(cafe: Cafe, words: Words) -> list[Button]:
    def mood_button(mood: str) -> Button:
        return Button(words.label(f"cafes.buttons.{mood}"), pack(f"morning.{mood}", cafe.id))

    return [mood_button("well"), mood_button("so"), mood_button("low")]


def holds_until(kind: str, cafe: Cafe, context: Context) -> datetime:
    """Return until when a letter is true: past it, it does not leave."""
    if kind in (CHANGED, CANCELLED):
        return cafe.end
    start, end = saying.local(cafe.start, context), saying.local(cafe.end, context)
    return reminders.holds_until(Kind.WEEK_BEFORE if kind == NO_ANSWER else Kind(kind), start, end)


def urgent_from(kind: str, cafe: Cafe) -> datetime | None:
    """Return from when a letter may leave at night, or None where it waits for the day."""
    return reminders.urgent_from(cafe.expected_at) if kind in (CHANGED, CANCELLED) else None


async def beside(kind: str, cafe: Cafe, user_id: int, context: Context) -> int | None:
    """Return the message under which a reminder stands: one tap leads to the exact place."""
    if kind not in (Kind.DAY_BEFORE, Kind.HOUR_BEFORE):
        return None
    sent = await outbox.message(context.tx, own.name_of_place(cafe, user_id))
    return sent.message_id if sent else None


async def is_silent(kind: str, user_id: int, context: Context) -> bool:
    """Tell whether a letter comes without a sound: news that somebody in silence must have."""
    person = await members.person(context.tx, user_id)
    return kind in (CHANGED, CANCELLED) and person is not None and person.silent


async def and_then(mailing: Mailing, cafe: Cafe, user_id: int, context: Context) -> None:
    """Follow the news of a change in what somebody has already: exact place, calendar file."""
    if mailing.kind not in (CHANGED, CANCELLED):
        return
    if cafe.state is State.CANCELLED:
        await own.withdraw_place(cafe, user_id, context)
    else:
        answer = (await answers.places(context.tx, cafe)).of(user_id)
        if answer is not None and answer.standing is Standing.SEATED:
            await own.share_place(cafe, user_id, context)
    if user_id in await answers.with_calendar(context.tx, cafe.id):
        key = f"cafe:{cafe.id}:calendar:{cafe.sequence}:{user_id}"
        when = {
            "expires_at": holds_until(mailing.kind, cafe, context),
            "urgent_from": urgent_from(mailing.kind, cafe),
        }
        await own.give_calendar([cafe], user_id, context, key=key, lane=Lane.BULK, **when)
