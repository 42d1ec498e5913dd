"""What one person sees of a café in private: their answer, the exact place, the calendar file."""

from __future__ import annotations

from typing import Any

from telegram import Update

from bot.community.cafes.calendar import Meeting, calendar_file
from bot.community.cafes.places import Answer, Places, Standing
from bot.community.members import Relation, Role
from bot.storage import members, outbox
from bot.storage.cafes import answers, programme
from bot.storage.cafes.programme import Cafe, State
from bot.storage.outbox import Lane
from content import Html, Words
from handlers.buttons import Button, Rows, column, number, pack
from handlers.cafes import card, saying
from handlers.cafes.pressing import PLANNED, on_cafe, toast
from handlers.context import DELETABLE_FOR, Context
from handlers.routes import Pressed, Result, Routes

PLACE_SENT = "cafes.place_sent"
WITHOUT_PLACE = (Standing.WAITING, Standing.LAPSED)


def register(on: Routes) -> None:
    """The way in from the group's card, then the buttons of the screen."""
    on.start("cafe_", open_by_link, Role.MEMBER)
    on.button("cafes.open", on_cafe(open_by_button), Role.MEMBER)
    on.button("cafes.file", on_cafe(send_calendar), Role.MEMBER)
    on.button("cafes.who", on_cafe(choose_relation, State.OPEN), Role.MEMBER)
    on.result(PLACE_SENT, place_sent)


def name_of_screen(cafe: Cafe, user_id: int) -> str:
    """Return how somebody's screen of a café is named."""
    return f"{name_of_screens(cafe)}{user_id}"


def name_of_screens(cafe: Cafe) -> str:
    """Return how the names of everybody's screens of a café begin."""
    return f"cafe.mine:{cafe.id}:"


def name_of_place(cafe: Cafe, user_id: int) -> str:
    """Return how the message is named that tells somebody the exact place."""
    return f"cafe.where:{cafe.id}:{user_id}"


def relation_message(cafe: Cafe, user_id: int) -> str:
    """Return how the question is named that asks somebody how to count them."""
    return f"cafe.who:{cafe.id}:{user_id}"


async def open_by_link(update: Update, context: Context) -> None:
    """Show a café to a member who came by the button in the group."""
    user = update.effective_user
    named = number([(context.args or [""])[0].removeprefix("cafe_")])
    if user is None or named is None:
        return
    cafe = await programme.cafe(context.tx, named)
    if cafe is not None and cafe.state in PLANNED:
        await show(cafe, user.id, context)


async def open_by_button(cafe: Cafe, pressed: Pressed, context: Context) -> None:
    """Show a café chosen in a list."""
    await show(cafe, pressed.user.id, context)


async def show(cafe: Cafe, user_id: int, context: Context) -> None:
    """Say a café anew, with the person's own answer; the exact place too, if they come."""
    text, buttons = await screen(cafe, user_id, context)
    name = name_of_screen(cafe, user_id)
    await context.remove(user_id, name)
    await context.say(user_id, text, buttons, message=name)
    answer = (await answers.places(context.tx, cafe)).of(user_id)
    if answer is not None and answer.standing is Standing.SEATED:
        await share_place(cafe, user_id, context)


async def refresh(cafe: Cafe, user_id: int, context: Context, lane: Lane = Lane.PEOPLE) -> None:
    """Bring somebody's screen up to date, where they have one."""
    name = name_of_screen(cafe, user_id)
    if await outbox.message(context.tx, name) or await outbox.is_open(context.tx, name):
        text, buttons = await screen(cafe, user_id, context)
        await context.change(user_id, name, text, buttons, lane)


async def follow(cafe: Cafe, answer: Answer, context: Context, *, acted: bool) -> None:
    """Do in somebody's private chat what their new answer wants."""
    person = await members.person(context.tx, answer.person)
    if person is None or not person.private_chat:
        return
    name = name_of_screen(cafe, answer.person)
    known = await outbox.message(context.tx, name) or await outbox.is_open(context.tx, name)
    if known:
        await refresh(cafe, answer.person, context)
    elif acted and answer.standing in (Standing.SEATED, *WITHOUT_PLACE):
        text, buttons = await screen(cafe, answer.person, context)
        await context.say(answer.person, text, buttons, message=name)
    if answer.standing is Standing.SEATED:
        await share_place(cafe, answer.person, context)
    else:
        await withdraw_place(cafe, answer.person, context)


# The screen


async def screen(
    cafe: Cafe, user_id: int, context: Context, opening: str = "cafes.own.title"
) -> tuple[Html, Rows]:
    """Return what somebody reads of a café, under an opening line, and their buttons."""
    words = await context.words(user_id)
    places = await answers.places(context.tx, cafe)
    answer = places.of(user_id)
    text = Html(
        "\n\n".join(
            (
                words.text(opening, when=saying.moment(cafe.start, words, context)),
                await saying.details(cafe, words, context, counting=False),
                _standing(cafe, places, user_id, words, context),
            )
        )
    )
    if cafe.state is not State.OPEN or context.now >= cafe.start:
        return text, ()
    buttons = [*card.answer_buttons(cafe, words), *_more(cafe, answer, words)]
    if user_id in cafe.hosts:
        desk = Button(words.label("cafes.buttons.open_desk"), pack("desk.show", cafe.id))
        buttons.insert(0, [desk])
    return text, buttons


def _standing(cafe: Cafe, places: Places, user_id: int, words: Words, context: Context) -> Html:
    """Return the lines that say whether the person hosts, who need not answer, and their answer."""
    if cafe.state is not State.OPEN:
        return words.text(f"cafes.own.{cafe.fate}")
    answer = places.of(user_id)
    said = _answer(answer, places.position(user_id), words, context) if answer else None
    if user_id not in cafe.hosts:
        return said or words.text("cafes.own.nothing")
    return Html("\n".join(filter(None, (words.text("cafes.own.hosts"), said))))


def _answer(answer: Answer, position: int, words: Words, context: Context) -> Html:
    """Return the line that says what the person answered."""
    if answer.standing is Standing.SEATED and answer.seats > 1:
        return words.text("cafes.own.seated_two")
    if answer.standing is Standing.OFFERED and answer.offer_ends is not None:
        until = saying.moment(answer.offer_ends, words, context)
        return words.text("cafes.own.offered", until=until)
    if answer.standing is Standing.WAITING:
        return words.text("cafes.own.waiting", position=position)
    return words.text(f"cafes.own.{answer.standing}")


def _more(cafe: Cafe, answer: Answer | None, words: Words) -> list[list[Button]]:
    rows = []
    if answer is not None and answer.standing is Standing.OFFERED:
        rows.append([Button(words.label("cafes.buttons.take"), pack("cafes.take", cafe.id))])
        rows.append([Button(words.label("cafes.buttons.leave"), pack("cafes.leave", cafe.id))])
    if answer is not None and answer.standing in WITHOUT_PLACE:
        turn = "off" if answer.next_time else "on"
        label = words.label(f"cafes.buttons.keep_{turn}")
        rows.append([Button(label, pack("cafes.keep", cafe.id, turn))])
    rows.append([Button(words.label("cafes.buttons.calendar"), pack("cafes.file", cafe.id))])
    if answer is not None and answer.standing is Standing.SEATED:
        rows.append([Button(words.label("cafes.buttons.who"), pack("cafes.who", cafe.id))])
    return rows


# How the person is counted


async def ask_relation(cafe: Cafe, user_id: int, context: Context) -> None:
    """Ask how somebody stands to the child, for the report's figures; they may not say."""
    person = await members.person(context.tx, user_id)
    if person is None or not person.private_chat:
        return
    words = await context.words(user_id)
    buttons = [
        Button(words.label(f"cafes.relation.{relation}"), pack("cafes.iam", cafe.id, relation))
        for relation in Relation
    ]
    name = relation_message(cafe, user_id)
    await context.remove(user_id, name)
    await context.say(user_id, words.text("cafes.own.who"), column(buttons), message=name)


async def choose_relation(cafe: Cafe, pressed: Pressed, context: Context) -> None:
    """Ask again, because somebody wants to be counted otherwise."""
    await ask_relation(cafe, pressed.user.id, context)


# The exact place: for those who said yes, as long as they do


async def share_place(cafe: Cafe, user_id: int, context: Context) -> None:
    """Tell the exact place to somebody who comes, or bring what they were told up to date."""
    text = await place_text(cafe, user_id, context)
    name = name_of_place(cafe, user_id)
    if text is None or await outbox.is_open(context.tx, name):
        return
    if await outbox.message(context.tx, name):
        await context.change(user_id, name, text)
        return
    await context.say(
        user_id,
        text,
        message=name,
        key=f"{name}:{context.row.key}",
        wants=PLACE_SENT,
        echo={"cafe": cafe.id, "user_id": user_id},
    )


async def place_text(cafe: Cafe, user_id: int, context: Context) -> Html | None:
    """Return the exact place as told to those who come, or None while there is none to tell."""
    if not cafe.address and not cafe.link:
        return None
    words = await context.words(user_id)
    known = {"address": cafe.address, "link": cafe.link}
    lines = [words.text(f"cafes.place.{key}", value=value) for key, value in known.items() if value]
    moment = saying.moment(cafe.start, words, context)
    return words.text("cafes.place.text", when=moment, place=Html("\n".join(lines)))


async def withdraw_place(cafe: Cafe, user_id: int, context: Context) -> None:
    """Take the exact place back from somebody who does not come; what is old is blanked."""
    name = name_of_place(cafe, user_id)
    await outbox.call_off(context.tx, f"{name}:")
    sent = await outbox.message(context.tx, name)
    if sent is not None and context.now - sent.sent_at >= DELETABLE_FOR:
        words = await context.words(user_id)
        await context.change(user_id, name, words.text("cafes.place.withdrawn"))
    else:
        await context.remove(user_id, name)


async def place_sent(result: Result, context: Context) -> None:
    """Take a place back that was on its way when its reader changed their mind."""
    cafe = await programme.cafe(context.tx, result.echo["cafe"])
    if cafe is None or not result.ok:
        return
    answer = (await answers.places(context.tx, cafe)).of(result.echo["user_id"])
    comes = answer is not None and answer.standing is Standing.SEATED
    if not comes or cafe.state is State.CANCELLED:
        await withdraw_place(cafe, result.echo["user_id"], context)


# The calendar file


async def send_calendar(cafe: Cafe, pressed: Pressed, context: Context) -> None:
    """Give the calendar file of one café; its later versions will follow."""
    await give_calendar([cafe], pressed.user.id, context)
    await toast("calendar", pressed, context)


async def give_calendar(cafes: list[Cafe], user_id: int, context: Context, **leaves: Any) -> None:
    """Send one file for some cafés; those where the person comes hold the exact place.

    ``leaves`` says how and when it goes, as :meth:`Context.send_file` takes it.
    """
    words = await context.words(user_id)
    seated = {
        cafe.id
        for cafe, answer in await answers.of_person(context.tx, user_id, context.now)
        if answer.standing is Standing.SEATED
    }
    meetings = [await _meeting(cafe, words, context, exact=cafe.id in seated) for cafe in cafes]
    for cafe in cafes:
        await answers.take_calendar(context.tx, cafe.id, user_id)
    name = words.label("cafes.calendar.name")
    content = calendar_file(meetings, name=name, private=True)
    key_of_caption = "cafes.calendar.cancelled" if _all_cancelled(cafes) else "cafes.calendar.file"
    await context.send_file(
        user_id,
        words.label("cafes.calendar.file_name"),
        content,
        words.text(key_of_caption),
        **leaves,
    )


def _all_cancelled(cafes: list[Cafe]) -> bool:
    return all(cafe.state is State.CANCELLED for cafe in cafes)


async def _meeting(cafe: Cafe, words: Words, context: Context, *, exact: bool) -> Meeting:
    """Return a café as a calendar shows it; the exact place only to whoever comes."""
    theme = await saying.theme(cafe, words, context)
    title = words.label("cafes.calendar.title")
    return Meeting(
        cafe.uid,
        cafe.sequence,
        cafe.start,
        cafe.end,
        cafe.updated_at,
        f"{title} : {theme}" if theme else title,
        "\n".join(filter(None, (cafe.guest, cafe.access, cafe.bring))),
        saying.place(cafe, words),
        cafe.address if exact else "",
        cafe.link if exact else "",
        cancelled=cafe.state is State.CANCELLED,
    )
