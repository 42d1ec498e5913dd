"""What each mailing says to one person, and what else it does for them."""

from __future__ import annotations

from bot.community.cafes.places import Standing
from bot.community.cafes.reminders import Kind
from bot.storage import members
from bot.storage.cafes import answers
from bot.storage.cafes.mailings import Mailing
from bot.storage.cafes.programme import Cafe, State
from content import Html, Words
from handlers import help as help_card
from handlers.buttons import Button, Rows, column, pack
from handlers.cafes import own, saying
from handlers.context import Context

NO_ANSWER, CHANGED, CANCELLED = "no_answer", "changed", "cancelled"
"""The mailings that the timetable does not know."""

SAID_WHEN_CANCELLED = (CANCELLED,)

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
        await own.give_calendar([cafe], user_id, context, key=key)
