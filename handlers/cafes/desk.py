"""The desk of a café: what its host or a moderator reads of it, and every button to prepare it."""

from __future__ import annotations

from bot.community.cafes.line import Setting
from bot.community.members import Role
from bot.storage import agenda
from bot.storage.cafes import answers, attendance, programme
from bot.storage.cafes.programme import Cafe, State
from content import Html, Words
from handlers.buttons import Button, column, pack
from handlers.cafes import asking, card, mailing, saying, timetable
from handlers.cafes.pressing import by_who_runs_it, once_begun, toast, until_it_begins
from handlers.cafes.tracing import trace
from handlers.context import Context
from handlers.members import name_of
from handlers.routes import Pressed, Routes

FIELDS = (
    ("when", "theme"),
    ("place", "address"),
    ("link", "guest"),
    ("capacity", "closing"),
    ("access", "bring"),
)
"""The fields that a button changes, two a row."""


def register(on: Routes) -> None:
    """The screen, then what ends a draft or a café."""
    either = (State.DRAFT, State.OPEN)
    on.button("desk.show", by_who_runs_it(show_again, *State), Role.MEMBER)
    on.button("desk.announce", by_who_runs_it(announce, State.DRAFT), Role.MEMBER)
    on.button("desk.drop", by_who_runs_it(drop, State.DRAFT), Role.MEMBER)
    on.button("desk.tell", by_who_runs_it(tell_now), Role.MEMBER)
    on.button("desk.cancel", by_who_runs_it(until_it_begins(ask_to_cancel)), Role.MEMBER)
    on.button("desk.cancelled", by_who_runs_it(until_it_begins(cancel)), Role.MEMBER)
    on.button("desk.not_held", by_who_runs_it(once_begun(ask_whether_held)), Role.MEMBER)
    on.button("desk.was_not_held", by_who_runs_it(once_begun(was_not_held)), Role.MEMBER)
    on.button("desk.edit", by_who_runs_it(show_fields, *either), Role.MEMBER)


def name_of_desk(cafe: Cafe, user_id: int) -> str:
    """Return how somebody's desk of a café is named."""
    return f"cafe.desk:{cafe.id}:{user_id}"


async def show(cafe: Cafe, user_id: int, context: Context, leftovers: tuple[str, ...] = ()) -> None:
    """Say the desk anew, at the bottom of the chat."""
    words = await context.words(user_id)
    text = await _text(cafe, words, context, leftovers)
    name = name_of_desk(cafe, user_id)
    await context.remove(user_id, name)
    await context.say(user_id, text, await _buttons(cafe, user_id, words, context), message=name)


async def show_again(cafe: Cafe, pressed: Pressed, context: Context) -> None:
    """Go back to the desk, with today's figures; what was asked waits no more."""
    await asking.stop(pressed.user.id, context)
    await show(cafe, pressed.user.id, context)


async def _text(cafe: Cafe, words: Words, context: Context, leftovers: tuple[str, ...]) -> Html:
    parts = [words.text(f"cafes.desk.{cafe.fate}"), await prepared(cafe, words, context)]
    if leftovers:
        parts.append(words.text("cafes.desk.leftovers", said=" · ".join(leftovers)))
    if cafe.state is State.DRAFT:
        missing = [words.label(f"cafes.fields.{name}") for name in missing_fields(cafe, context)]
        parts.append(
            words.text("cafes.desk.missing", fields=", ".join(missing).lower())
            if missing
            else words.text("cafes.desk.ready")
        )
    else:
        parts += await _life(cafe, words, context)
    return Html("\n\n".join(parts))


async def prepared(cafe: Cafe, words: Words, context: Context) -> Html:
    """Return everything that is settled of a café, what members do not see included."""
    lines = []
    if cafe.starts_at is not None:
        lines.append(await saying.details(cafe, words, context))
    else:
        known = {"theme": await saying.theme(cafe, words, context), "guest": cafe.guest}
        lines.append(words.text("cafes.lines.place", place=saying.place(cafe, words)))
        lines += [words.text(f"cafes.lines.{key}", value=known[key]) for key in known if known[key]]
    hosts = [await name_of(host, context) for host in cafe.hosts]
    private = {
        "address": cafe.address,
        "link": cafe.link,
        "capacity": cafe.capacity,
        "host": " · ".join(hosts),
    }
    lines += [
        words.text(f"cafes.lines.{key}", value=value) for key, value in private.items() if value
    ]
    return Html("\n".join(lines))


async def _life(cafe: Cafe, words: Words, context: Context) -> list[Html]:
    """Return what became of an open café: its answers, its mailings, its figures."""
    places = await answers.places(context.tx, cafe)
    found = [words.text("cafes.desk.answers", counts=card.counts(places, words))]
    if lines := await mailing.lines(cafe, words, context):
        found.append(Html("\n".join(lines)))
    news = await agenda.item(context.tx, timetable.NEWS, cafe.id)
    if news is not None and news.state == "waiting":
        at = saying.moment(news.due_at, words, context)
        found.append(words.text("cafes.desk.news", at=at))
    if figures := await attendance.attendance(context.tx, cafe.id):
        found.append(words.count("cafes.desk.total", figures.total))
    return found


def missing_fields(cafe: Cafe, context: Context) -> list[str]:
    """Return what a draft needs before it can be announced."""
    dated = cafe.starts_at is not None and cafe.starts_at > context.now
    placed = cafe.city or cafe.setting is Setting.ONLINE
    return [name for name, there in (("when", dated), ("place", placed)) if not there]


async def _buttons(cafe: Cafe, user_id: int, words: Words, context: Context) -> list[list[Button]]:
    def desk_button(name: str, verb: str, *args: object) -> Button:
        return Button(words.label(f"cafes.buttons.{name}"), pack(verb, cafe.id, *args))

    match cafe.state:
        case State.DRAFT:
            ready = (
                []
                if missing_fields(cafe, context)
                else [[desk_button("announce", "desk.announce")]]
            )
            leads = await context.role(user_id) >= Role.MODERATOR
            series = [desk_button("series", "desk.field", "rule")] if leads else []
            return [
                *ready,
                *field_rows(cafe, words),
                [desk_button("host", "host.show"), *series],
                [desk_button("drop", "desk.drop")],
            ]
        case State.OPEN:
            if context.now >= cafe.start:
                return [
                    [desk_button("door", "door.show"), desk_button("refresh", "desk.show")],
                    [desk_button("edit", "desk.edit"), desk_button("host", "host.show")],
                    [desk_button("not_held", "desk.not_held")],
                ]
            news = await agenda.item(context.tx, timetable.NEWS, cafe.id)
            waits = news is not None and news.state == "waiting"
            return [
                *([[desk_button("tell_now", "desk.tell")]] if waits else []),
                [desk_button("edit", "desk.edit"), desk_button("host", "host.show")],
                [desk_button("door", "door.show"), desk_button("refresh", "desk.show")],
                [desk_button("cancel_cafe", "desk.cancel")],
            ]
        case State.HELD:
            return column(
                [desk_button("said", "feedback.read"), desk_button("correct", "door.correct")]
            )
    return []


def field_rows(cafe: Cafe, words: Words) -> list[list[Button]]:
    """Return the buttons that change a field."""
    return [
        [
            Button(words.label(f"cafes.fields.{name}"), pack("desk.field", cafe.id, name))
            for name in row
        ]
        for row in FIELDS
    ]


async def show_fields(cafe: Cafe, pressed: Pressed, context: Context) -> None:
    """Offer the fields of an open café to change."""
    words = await context.words(pressed.user.id)
    back = [Button(words.label("common.buttons.back"), pack("desk.show", cafe.id))]
    buttons = [*field_rows(cafe, words), back]
    text = words.text("cafes.desk.edit", cafe=await prepared(cafe, words, context))
    await context.change(pressed.chat_id, name_of_desk(cafe, pressed.user.id), text, buttons)


async def announce(cafe: Cafe, pressed: Pressed, context: Context) -> None:
    """Open the café: it is announced now, or in the morning."""
    if missing_fields(cafe, context):
        await toast("missing", pressed, context, alert=True)
        return
    cafe = await timetable.open_cafe(cafe, context)
    await trace(cafe.id, pressed.user.id, "announce", context)
    said = "announced" if cafe.theme_id is None else "announced_first"
    await toast("announced_later" if context.is_night else said, pressed, context)
    await show(cafe, pressed.user.id, context)


async def drop(cafe: Cafe, pressed: Pressed, context: Context) -> None:
    """Throw a draft away."""
    await programme.update(context.tx, cafe.id, context.now, state=State.DROPPED)
    words = await context.words(pressed.user.id)
    name = name_of_desk(cafe, pressed.user.id)
    await context.change(pressed.chat_id, name, words.text("cafes.desk.dropped"))


async def tell_now(cafe: Cafe, pressed: Pressed, context: Context) -> None:
    """Tell of the changes at once; at night only what is urgent."""
    if not timetable.may_ring(cafe, context):
        await toast("told_later", pressed, context, alert=True)
        return
    await timetable.tell_change(cafe, context)
    await show(await programme.known(context.tx, cafe.id), pressed.user.id, context)


async def ask_to_cancel(cafe: Cafe, pressed: Pressed, context: Context) -> None:
    """Ask whether the café is really to be cancelled, and say who would be told."""
    words = await context.words(pressed.user.id)
    places = await answers.places(context.tx, cafe)
    when = saying.when(cafe, words, context)
    if places.answers:
        text = words.count("cafes.desk.cancel", len(places.answers), when=when)
    else:
        text = words.text("cafes.desk.cancel_untold", when=when)
    yes = Button(words.label("cafes.buttons.cancel_yes"), pack("desk.cancelled", cafe.id))
    await _ask_again(cafe, text, yes, pressed, context)


async def cancel(cafe: Cafe, pressed: Pressed, context: Context) -> None:
    """Cancel the café."""
    cancelled = await timetable.cancel(cafe, context)
    await trace(cafe.id, pressed.user.id, "cancel", context)
    await show(cancelled, pressed.user.id, context)


async def ask_whether_held(cafe: Cafe, pressed: Pressed, context: Context) -> None:
    """Ask whether an evening that nobody closed really did not take place."""
    words = await context.words(pressed.user.id)
    text = words.text("cafes.desk.ask_not_held", when=saying.when(cafe, words, context))
    yes = Button(words.label("cafes.buttons.not_held_yes"), pack("desk.was_not_held", cafe.id))
    await _ask_again(cafe, text, yes, pressed, context)


async def _ask_again(
    cafe: Cafe, text: str, yes: Button, pressed: Pressed, context: Context
) -> None:
    """Show on the desk what cannot be taken back, with the button that does it and the way out."""
    words = await context.words(pressed.user.id)
    back = Button(words.label("common.buttons.back"), pack("desk.show", cafe.id))
    name = name_of_desk(cafe, pressed.user.id)
    await context.change(pressed.chat_id, name, text, column([yes, back]))


async def was_not_held(cafe: Cafe, pressed: Pressed, context: Context) -> None:
    """Note that the evening did not take place; nobody is told, the figures know nothing of it."""
    after = await timetable.was_not_held(cafe, context)
    await trace(cafe.id, pressed.user.id, "not_held", context)
    await show(after, pressed.user.id, context)
