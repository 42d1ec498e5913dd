"""The group's card of a café: counts only, never names, kept in step with the answers."""

from __future__ import annotations

from datetime import timedelta

from bot.community.cafes.places import Places, Standing
from bot.community.members import Place
from bot.storage import outbox
from bot.storage.cafes import answers, programme
from bot.storage.cafes.programme import Cafe, State
from content import Html, Words
from handlers.buttons import Button, Rows, pack
from handlers.cafes import saying
from handlers.context import Context

EVERY = timedelta(seconds=5)
"""The card changes at most this often, however many people answer at once."""


def name_of_card(cafe: Cafe) -> str:
    """Return how the card's message is named."""
    return f"cafe.card:{cafe.id}"


def _key(cafe: Cafe) -> str:
    return f"{name_of_card(cafe)}:"


async def post(cafe: Cafe, context: Context) -> None:
    """Put the card in the group, once."""
    chat_id = await context.chat_id(Place.GROUP)
    if chat_id is None:
        return
    await programme.update(context.tx, cafe.id, context.now, carded_at=context.now)
    text, buttons = await _content(cafe, context)
    await context.say(
        chat_id,
        text,
        buttons,
        message=name_of_card(cafe),
        key=_key(cafe),
        repeatable=False,
    )


async def call_off(cafe: Cafe, context: Context) -> None:
    """Post no card that has not left: the group never hears of a café that ended before."""
    if await outbox.end_keys(context.tx, _key(cafe), context.now):
        await programme.update(context.tx, cafe.id, context.now, carded_at=None)


async def refresh(cafe: Cafe, context: Context) -> None:
    """Bring the card up to date: at once, or with the edit that already waits for its moment."""
    chat_id = await context.chat_id(Place.GROUP)
    if chat_id is None or cafe.carded_at is None:
        return
    moment = cafe.carded_at
    if moment <= context.now:
        moment = max(context.now, moment + EVERY)
        await programme.update(context.tx, cafe.id, context.now, carded_at=moment)
    text, buttons = await _content(cafe, context)
    name = name_of_card(cafe)
    await context.change(chat_id, name, text, buttons, not_before=moment)


async def _content(cafe: Cafe, context: Context) -> tuple[Html, Rows]:
    words = await context.words()
    places = await answers.places(context.tx, cafe)
    if cafe.state is State.CANCELLED:
        key = f"cafes.card.{cafe.fate}"
        return words.text(key, when=saying.when(cafe, words, context)), ()
    if cafe.state is State.HELD or context.now >= cafe.start:
        key = "cafes.card.begun"
        return words.text(key, when=saying.when(cafe, words, context)), ()
    details = await saying.details(cafe, words, context)
    text = words.text("cafes.card.open", details=details, counts=counts(places, words))
    private = Button(
        words.label("cafes.buttons.in_private"), url=context.community.link(f"cafe_{cafe.id}")
    )
    return text, [*answer_buttons(cafe, words), [private]]


def answer_buttons(cafe: Cafe, words: Words) -> list[list[Button]]:
    """Return the buttons that answer, each with its verb."""
    return [
        [
            Button(words.label("cafes.buttons.yes"), pack("cafes.yes", cafe.id)),
            Button(words.label("cafes.buttons.guest"), pack("cafes.guest", cafe.id)),
        ],
        [
            Button(words.label("cafes.buttons.maybe"), pack("cafes.maybe", cafe.id)),
            Button(words.label("cafes.buttons.no"), pack("cafes.no", cafe.id)),
        ],
    ]


def counts(places: Places, words: Words) -> Html:
    """Return how many come, hesitate and wait, and how many places are offered or left."""
    seated = [a for a in places.answers if a.standing is Standing.SEATED]
    coming = words.count("cafes.counts.coming", sum(answer.seats for answer in seated))
    parts = [coming]
    if maybe := places.count(Standing.MAYBE):
        parts.append(words.count("cafes.counts.maybe", maybe))
    if held := sum(answer.offered for answer in places.answers):
        parts.append(words.count("cafes.counts.held", held))
    if waiting := len(places.waiting):
        parts.append(words.count("cafes.counts.waiting", waiting))
    if places.free is not None:
        left = words.count("cafes.counts.left", places.free)
        parts.append(left if places.free else words.text("cafes.counts.full"))
    return Html(" · ".join(parts))
