"""A member's answer: one tap in the group or in private, and everything that follows from it."""

from __future__ import annotations

from bot.community.cafes.places import (
    Choice,
    NoRoomForGuest,
    Noted,
    NotOffered,
    Refused,
    Same,
    Seated,
    Standing,
    Verdict,
    Waiting,
    accept,
    answer,
    decline,
    keep_waiting,
)
from bot.community.members import Relation, Role
from bot.storage import members
from bot.storage.cafes import answers
from bot.storage.cafes.programme import Cafe, State
from content import Words
from handlers.cafes import own, waiting
from handlers.cafes.pressing import OnCafe, on_cafe, toast
from handlers.context import Context
from handlers.routes import Pressed, Routes, Where

EVERYWHERE = (Where.GROUP, Where.PRIVATE)


def register(on: Routes) -> None:
    """The buttons that answer, in the group and in private; then those of the waiting list."""
    for name, choice, guest in (
        ("cafes.yes", Choice.YES, False),
        ("cafes.guest", Choice.YES, True),
        ("cafes.maybe", Choice.MAYBE, False),
        ("cafes.no", Choice.NO, False),
    ):
        on.button(name, on_cafe(_answers(choice, guest)), Role.MEMBER, *EVERYWHERE)
    on.button("cafes.take", on_cafe(take, State.OPEN), Role.MEMBER)
    on.button("cafes.leave", on_cafe(leave, State.OPEN), Role.MEMBER)
    on.button("cafes.keep", on_cafe(keep), Role.MEMBER)
    on.button("cafes.iam", on_cafe(count_as, State.OPEN), Role.MEMBER)


def _answers(choice: Choice, guest: bool) -> OnCafe:
    async def press(cafe: Cafe, pressed: Pressed, context: Context) -> None:
        places, now = await answers.places(context.tx, cafe), context.local_now
        outcome = answer(places, pressed.user.id, choice, guest, now)
        await waiting.settle(cafe, outcome, context, pressed.user.id)
        mine = outcome.places.of(pressed.user.id)
        if guest and mine is not None and mine.standing is Standing.OFFERED:
            await toast("one_place", pressed, context, alert=True)
        else:
            await _tell(outcome.verdict, cafe, pressed, context)

    return press


async def take(cafe: Cafe, pressed: Pressed, context: Context) -> None:
    """Take the place that was offered."""
    places = await answers.places(context.tx, cafe)
    outcome = accept(places, pressed.user.id, context.local_now)
    await waiting.settle(cafe, outcome, context, pressed.user.id)
    await _tell(outcome.verdict, cafe, pressed, context)


async def leave(cafe: Cafe, pressed: Pressed, context: Context) -> None:
    """Leave the place that was offered to the next one."""
    places = await answers.places(context.tx, cafe)
    outcome = decline(places, pressed.user.id, context.local_now)
    await waiting.settle(cafe, outcome, context, pressed.user.id)
    await _tell(outcome.verdict, cafe, pressed, context)


async def keep(cafe: Cafe, pressed: Pressed, context: Context) -> None:
    """Note whether somebody without a place waits for one at the next café."""
    places = await answers.places(context.tx, cafe)
    wants = "on" if pressed.args[1:] == ("on",) else "off"
    outcome = keep_waiting(places, pressed.user.id, wants == "on")
    await waiting.settle(cafe, outcome, context, pressed.user.id)
    refused = isinstance(outcome.verdict, NotOffered)
    await toast("not_waiting" if refused else f"keep_{wants}", pressed, context)


async def _tell(verdict: Verdict | None, cafe: Cafe, pressed: Pressed, context: Context) -> None:
    key, values = _word(verdict)
    person = await members.person(context.tx, pressed.user.id)
    closed = person is None or not person.private_chat
    if closed and isinstance(verdict, Seated | Waiting):
        key += "_no_private"
    elif isinstance(verdict, Seated) and not (cafe.address or cafe.link):
        key += "_place_to_come"
    await toast(key, pressed, context, alert=closed or isinstance(verdict, Refused), **values)
    if person is not None and person.relation is None and isinstance(verdict, Seated):
        await own.ask_relation(cafe, pressed.user.id, context)


def _word(verdict: Verdict | None) -> tuple[str, dict[str, object]]:
    """Return the notice for a verdict: its word, and what fills it."""
    match verdict:
        case Seated(seats):
            return ("seated" if seats == 1 else "seated_two"), {}
        case Waiting(position):
            return "waiting", {"position": position}
        case Noted(choice):
            return choice.value, {}
        case Same():
            return "same", {}
        case NoRoomForGuest():
            return "no_room_for_guest", {}
        case Refused(why):
            return f"refused_{why}", {}
    return "not_offered", {}


async def count_as(cafe: Cafe, pressed: Pressed, context: Context) -> None:
    """Note how somebody wants to be counted: here, and from now on where they never said."""
    try:
        relation = Relation(pressed.args[1] if len(pressed.args) > 1 else "")
    except ValueError:
        return
    user_id = pressed.user.id
    person = await members.person(context.tx, user_id)
    if person is None or person.relation is None:
        await members.set_relation(context.tx, user_id, relation)
    await answers.set_relation(context.tx, cafe.id, user_id, relation)
    await context.remove(pressed.chat_id, own.relation_message(cafe, user_id))
    await own.refresh(cafe, user_id, context)
    words = await context.words(user_id)
    await toast("counted_as", pressed, context, relation=relation_name(relation, words))


def relation_name(relation: Relation, words: Words) -> str:
    """Return how somebody is said to be counted."""
    return words.label(f"cafes.relation.{relation}")
