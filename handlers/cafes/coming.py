"""/cafes: what is coming, the person's own answers, the calendar file of one or of all."""

from __future__ import annotations

from telegram import Update

from bot.community.members import Role
from bot.storage.cafes import answers, programme
from bot.storage.cafes.programme import Cafe
from content import Html, Words
from handlers.buttons import Button, pack
from handlers.cafes import own, saying
from handlers.cafes.pressing import AFTERWARDS, toast
from handlers.context import Context
from handlers.routes import Pressed, Routes


def register(on: Routes) -> None:
    """The list and its file."""
    on.command("cafes", act=show, role=Role.MEMBER)
    on.button("cafes.all_files", send_all, Role.MEMBER)


async def show(update: Update, context: Context) -> None:
    """Show the cafés that are coming, with the person's answer to each."""
    user = update.effective_user
    if user is None:
        return
    words = await context.words(user.id)
    cafes = await programme.coming(context.tx, context.now)
    hosted = await _hosted(user.id, words, context)
    if not cafes:
        await context.say(user.id, words.text("cafes.coming.none"), hosted)
        return
    said = {
        cafe.id: answer.standing
        for cafe, answer in await answers.of_person(context.tx, user.id, context.now)
    }
    lines, buttons = [], []
    for cafe in cafes[:10]:
        nothing = "hosts" if user.id in cafe.hosts else "nothing"
        answer = words.text(f"cafes.coming.{said.get(cafe.id, nothing)}")
        lines.append(await _line(cafe, answer, words, context))
        when = saying.moment(cafe.start, words, context)
        buttons.append([Button(when, pack("cafes.open", cafe.id))])
    buttons.append([Button(words.label("cafes.buttons.all_files"), pack("cafes.all_files"))])
    buttons += hosted
    text = words.text("cafes.coming.list", lines=Html("\n\n".join(lines)))
    await context.say(user.id, text, buttons)


async def _line(cafe: Cafe, answer: Html, words: Words, context: Context) -> Html:
    theme = await saying.theme(cafe, words, context)
    return words.text(
        "cafes.coming.one",
        when=saying.when(cafe, words, context),
        place=saying.place(cafe, words),
        theme=Html(f"\n{words.text('cafes.lines.theme', value=theme)}") if theme else "",
        answer=answer,
    )


async def _hosted(user_id: int, words: Words, context: Context) -> list[list[Button]]:
    """Return the way back to each café that the person hosts."""
    cafes = await programme.hosted_by(context.tx, user_id, context.now - AFTERWARDS)
    names = {cafe.id: saying.moment(cafe.start, words, context) for cafe in cafes}
    return [
        [Button(words.label("cafes.buttons.hosted", when=when), pack("desk.show", number))]
        for number, when in names.items()
    ]


async def send_all(pressed: Pressed, context: Context) -> None:
    """Give one calendar file for all the cafés that are coming."""
    cafes = await programme.coming(context.tx, context.now)
    if cafes:
        await own.give_calendar(cafes, pressed.user.id, context)
        await toast("calendar", pressed, context)
