"""After the evening: two free answers without a name, the next themes, a word to the host."""

from __future__ import annotations

from random import SystemRandom

from telegram import Message

from bot.community.cafes.feedback import Withheld, gather
from bot.community.cafes.places import Standing
from bot.community.members import Role
from bot.storage import members, themes
from bot.storage.cafes import answers, attendance, feedback
from bot.storage.cafes.programme import Cafe, State
from bot.storage.cafes.prompts import Prompt
from content import Html, Words
from handlers.buttons import Button, Rows, fitting, joined, numbers, pack
from handlers.cafes import asking, saying
from handlers.cafes.asking import Taker
from handlers.cafes.pressing import OnCafe, by_who_runs_it, on_cafe, toast
from handlers.context import Context
from handlers.members import name_of
from handlers.routes import Due, Pressed, Routes
from moderation.masking import masked
from moderation.signals.distress import distress

LONGEST = 800
MOST_THEMES = 16
"""As many as one argument of a button holds, with two characters each."""

TO_HOST = "to_host"
INTEREST = "cafes.interest"
ASKED = (State.OPEN, State.HELD)


def register(on: Routes) -> None:
    """The two questions, the themes, the word to the host, and what hosts read."""
    for question in feedback.QUESTIONS:
        on.button(f"feedback.{question}", on_cafe(_asks(question), *ASKED), Role.MEMBER)
    on.button("feedback.themes", on_cafe(show_themes, *ASKED), Role.MEMBER)
    on.button("feedback.send", on_cafe(send_themes, *ASKED), Role.MEMBER)
    on.due(INTEREST, tell_interest)
    on.button("feedback.to_host", on_cafe(ask_message, *ASKED), Role.MEMBER)
    on.button("feedback.read", by_who_runs_it(read, State.HELD, State.OPEN), Role.MEMBER)


async def came(cafe: Cafe, user_id: int, context: Context) -> bool:
    """Tell whether somebody may say what they thought: ticked, or else who said yes.

    Nobody came before it began: a forged press may say so earlier.
    """
    if context.now < cafe.start:
        return False
    if user_id in await attendance.was_there(context.tx, cafe.id):
        return True
    answer = (await answers.places(context.tx, cafe)).of(user_id)
    return answer is not None and answer.standing is Standing.SEATED


def _asks(question: str) -> OnCafe:
    async def press(cafe: Cafe, pressed: Pressed, context: Context) -> None:
        if not await came(cafe, pressed.user.id, context):
            await toast("not_there", pressed, context, alert=True)
        elif question in await feedback.given(context.tx, cafe.id, pressed.user.id):
            await toast("given", pressed, context, alert=True)
        else:
            words = await context.words(pressed.user.id)
            text = words.text(f"cafes.feedback.{question}")
            await asking.ask(cafe, question, text, pressed.user.id, context)

    return press


async def take_text(
    cafe: Cafe, text: str, prompt: Prompt, message: Message, context: Context
) -> None:
    """Keep what was written, without what identifies anybody, apart from who wrote it; thank."""
    words = await context.words(message.chat_id)
    if len(text) > LONGEST:
        too_long = words.text("cafes.ask.too_long", most=LONGEST)
        await asking.ask(cafe, prompt.what, too_long, message.chat_id, context)
        return
    if await came(cafe, message.chat_id, context):
        clean = masked(text, LONGEST)
        await feedback.give(context.tx, cafe.id, message.chat_id, prompt.what, clean)
        if distress(text) is None:  # the help card was the answer: no receipt comes after it
            same = clean == " ".join(text.split())
            key = "cafes.feedback.thanks" if same else "cafes.feedback.thanks_cleaned"
            await context.say(message.chat_id, words.text(key, text=clean))


# The next themes: what is chosen stands in the buttons alone until it is sent


async def show_themes(cafe: Cafe, pressed: Pressed, context: Context) -> None:
    """Show the themes with those chosen so far; a press on one chooses it or takes it back."""
    if "themes" in await feedback.given(context.tx, cafe.id, pressed.user.id):
        await toast("given", pressed, context, alert=True)
        return
    words = await context.words(pressed.user.id)
    text = words.text("cafes.feedback.themes")
    buttons = await _theme_buttons(cafe, numbers(pressed.args, 1), words, context)
    name = f"cafe.themes:{cafe.id}:{pressed.user.id}"
    if len(pressed.args) == 1:
        await context.remove(pressed.chat_id, name)
        await context.say(pressed.chat_id, text, buttons, message=name)
    else:
        await context.change(pressed.chat_id, name, text, buttons)


async def _theme_buttons(cafe: Cafe, named: frozenset[int], words: Words, context: Context) -> Rows:
    """Return the themes with those chosen ticked; the buttons name them by their numbers alone."""
    listed = (await themes.standing(context.tx))[:MOST_THEMES]
    chosen = named & {theme.id for theme in listed}  # the list may change between two presses
    rows = []
    for theme in listed:
        mark = "☑" if theme.id in chosen else "☐"
        label = fitting(f"{mark} {saying.theme_title(theme, words)}")
        after = joined(chosen ^ {theme.id})
        rows.append([Button(label, pack("feedback.themes", cafe.id, after))])
    send = pack("feedback.send", cafe.id, joined(chosen))
    return [*rows, [Button(words.label("cafes.buttons.send"), send)]]


async def send_themes(cafe: Cafe, pressed: Pressed, context: Context) -> None:
    """Count the themes chosen; who chose them is not kept beside them."""
    standing = {theme.id for theme in await themes.standing(context.tx)}
    ids = sorted(numbers(pressed.args, 1) & standing)
    name = f"cafe.themes:{cafe.id}:{pressed.user.id}"
    words = await context.words(pressed.user.id)
    if await came(cafe, pressed.user.id, context):
        await feedback.add_interest(context.tx, cafe.id, pressed.user.id, ids)
    await context.change(pressed.chat_id, name, words.text("cafes.feedback.thanks"))


async def tell_interest(due: Due, context: Context) -> None:
    """Tell the others, once answers come no more, which themes were asked for and how often."""
    counted = await feedback.interest(context.tx, int(due.key))
    for n in sorted(set(counted.values())):
        ids = [theme_id for theme_id, times in counted.items() if times == n]
        await context.tell("theme_interest", f"{due.key}:{n}", theme_ids=ids, n=n)


# A word to the host, signed


async def ask_message(cafe: Cafe, pressed: Pressed, context: Context) -> None:
    """Ask for the words; the person is told that their name goes with them."""
    words = await context.words(pressed.user.id)
    key = "cafes.feedback.to_host" if cafe.hosts else "cafes.feedback.no_host"
    if cafe.hosts:
        await asking.ask(cafe, TO_HOST, words.text(key), pressed.user.id, context)
    else:
        await context.say(pressed.chat_id, words.text(key))


async def take_message(
    cafe: Cafe, text: str, prompt: Prompt, message: Message, context: Context
) -> None:
    """Hand a signed message to the hosts."""
    words = await context.words(message.chat_id)
    if len(text) > LONGEST:
        too_long = words.text("cafes.ask.too_long", most=LONGEST)
        await asking.ask(cafe, TO_HOST, too_long, message.chat_id, context)
        return
    name = await name_of(message.chat_id, context)
    for host in cafe.hosts:
        person = await members.person(context.tx, host)
        if person is not None and person.private_chat:
            theirs = await context.words(host)
            said = theirs.text("cafes.feedback.message", name=name, text=Html.quote(text))
            await context.say(host, said)
    await context.say(message.chat_id, words.text("cafes.feedback.message_sent"))


# What hosts read


async def read(cafe: Cafe, pressed: Pressed, context: Context) -> None:
    """Show what was said, once enough people said something; never in the order it came."""
    words = await context.words(pressed.user.id)
    said = await feedback.of_cafe(context.tx, cafe.id)
    shown = gather(said.liked, said.disliked, said.people, SystemRandom())
    if isinstance(shown, Withheld):
        await context.say(pressed.chat_id, words.count("cafes.feedback.withheld", shown.missing))
        return
    values = {
        name: Html("\n".join(words.text("cafes.feedback.one", text=text) for text in texts))
        for name, texts in (("liked", shown.liked), ("disliked", shown.disliked))
    }
    text = words.text("cafes.feedback.shown", people=shown.people, **values)
    interest = await _interest(cafe, words, context)
    await context.say(pressed.chat_id, Html(f"{text}\n\n{interest}") if interest else text)


async def _interest(cafe: Cafe, words: Words, context: Context) -> Html:
    counted = await feedback.interest(context.tx, cafe.id)
    lines = []
    for theme_id, n in sorted(counted.items(), key=lambda item: -item[1]):
        if theme := await themes.theme(context.tx, theme_id):
            title = saying.theme_title(theme, words)
            lines.append(words.text("cafes.feedback.interest", theme=title, n=n))
    return Html("\n".join(lines))


TAKERS: dict[str, Taker] = {
    **dict.fromkeys(feedback.QUESTIONS, take_text),
    TO_HOST: take_message,
}
