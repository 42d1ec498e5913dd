"""Asking in private: a question in any words, the topics, and whether the answer was useful."""

from __future__ import annotations

from datetime import timedelta

from telegram import Message, Update

from bot.community.members import Role
from bot.storage import faq
from content import Html, Words
from content.faq import Entry
from content.search import Nothing, Perhaps, Sure, Unknown
from handlers import help as help_card
from handlers.buttons import Button, column, number, pack
from handlers.context import Context
from handlers.faq import saying, unknown
from handlers.faq.courtesy import calls_for_help, looks_for_the_way, only_thanks, thanks
from handlers.routes import Pressed, Routes
from moderation.masking import masked
from moderation.signals.distress import distress

MOST_A_MINUTE = 6
GRAVE = frozenset({"suicide", "self_harm"})
"""The kinds of distress after which nothing is guessed."""
CARRIED = "Q"
"""How a link names a question; the names of answers are in small letters."""
A_PAGE = 8
"""Questions of a topic shown at once."""


def register(on: Routes) -> None:
    """In the order in which a person meets them."""
    on.otherwise.append(take_question)
    on.start("faq", open_answer)
    on.button("faq.entry", show_entry)
    on.button("faq.topics", show_topics)
    on.button("faq.topic", show_topic)
    on.button("faq.useful", useful)
    on.button("faq.useless", useless)


async def ask(message: Message, text: str, context: Context) -> None:
    """Answer /faq said in private: with words a question, without any the topics."""
    if message.from_user is None:
        return
    user_id = message.from_user.id
    words = await context.words(user_id)
    if context.community.answers.entry(text.lower(), words.language) is not None:
        await _give(user_id, text.lower(), words, context)
    elif text:
        await help_card.answer_distress(message, context)
        await answer(user_id, text, context)
    else:
        await browse(user_id, words, context)


async def take_question(message: Message, context: Context) -> bool:
    """Answer a sentence that is no command; screening has looked for distress in it before."""
    if message.from_user is None or not message.text or message.text.startswith("/"):
        return False
    user_id, text = message.from_user.id, message.text
    calls = calls_for_help(text)
    if calls and distress(text) is None:  # else the card was shown already
        await help_card.send_card(context, user_id, user_id)
    if calls or looks_for_the_way(text):
        await browse(user_id, await context.words(user_id), context)
    else:
        await answer(user_id, text, context)
    return True


async def too_many(user_id: int, context: Context) -> bool:
    """Tell whether somebody asked enough for this minute."""
    since = context.now - timedelta(minutes=1)
    return await faq.asked_since(context.tx, user_id, since) >= MOST_A_MINUTE


async def answer(user_id: int, text: str, context: Context) -> None:
    """Answer a question in its own language."""
    words = await context.words(user_id)
    if await too_many(user_id, context):
        await say_wait(user_id, words, context)
        return
    found = context.community.answers.ask(text, words.language, context.today)
    words = context.community.content.words(found.language)
    entry = found.verdict.entry.id if isinstance(found.verdict, Sure) else ""
    asked = await faq.note_asked(context.tx, user_id, found.language, text, entry, context.now)
    cry = distress(text)
    match found.verdict:
        case Sure(entry=sure, related=related):
            await faq.count(context.tx, sure.topics, "sure", context.now)
            await say_answer(user_id, sure, related, asked, words, context)
        case Perhaps() if cry is None and only_thanks(text):
            await _say_thanked(user_id, words, context)
        case Perhaps() if cry is not None and cry.detail["kind"] in GRAVE:
            await unknown.say(user_id, text, (), asked, words, context)
        case Perhaps(entries=entries):
            await faq.count(context.tx, entries[0].topics, "perhaps", context.now)
            await _say_perhaps(user_id, entries, asked, words, context)
        case Unknown() | Nothing() if cry is None and thanks(text):
            await _say_thanked(user_id, words, context)
        case Unknown(topics=topics):
            await unknown.note(asked, found.language, text, topics, context)
            await unknown.say(user_id, text, topics, asked, words, context)
        case Nothing() if cry is None:
            await browse(user_id, words, context)
        case Nothing():
            await unknown.say(user_id, text, (), asked, words, context)


async def _say_thanked(user_id: int, words: Words, context: Context) -> None:
    buttons = [saying.topics_button(words), help_card.button(words)]
    await context.say(user_id, words.text("faq.thanked"), column(buttons))


async def say_wait(user_id: int, words: Words, context: Context) -> None:
    """Ask, once a minute, for a minute of patience; help is never limited."""
    key = f"faq_wait:{user_id}:{context.now:%Y%m%d%H%M}"
    await context.say(user_id, words.text("faq.too_fast"), [[help_card.button(words)]], key=key)


async def say_answer(
    user_id: int,
    entry: Entry,
    related: tuple[Entry, ...],
    asked: int,
    words: Words,
    context: Context,
) -> None:
    """Give an answer in private, what goes with it, and ask whether it was useful."""
    text = await saying.full(entry, words, context)
    if await context.role(user_id) >= Role.MODERATOR:
        text = Html(f"{text}\n\n<i>{words.text('faq.place_it', id=entry.id)}</i>")
    judge = [
        Button(words.label("faq.buttons.useful"), pack("faq.useful", asked)),
        Button(words.label("faq.buttons.not_useful"), pack("faq.useless", asked)),
    ]
    others = [saying.question_button(other, words.language) for other in related]
    if entry.person:
        others.insert(0, saying.person_button(words))
    await context.say(user_id, text, [judge, *column(others), [help_card.button(words)]])


async def _say_perhaps(
    user_id: int, entries: tuple[Entry, ...], asked: int, words: Words, context: Context
) -> None:
    buttons = [saying.question_button(entry, words.language) for entry in entries]
    buttons += [saying.person_button(words, asked), help_card.button(words)]
    await context.say(user_id, words.text("faq.perhaps"), column(buttons))


# From a button or a link


def carried(asked: int) -> str:
    """Return the payload of the link that goes on in private with a question of the group."""
    return f"faq_{CARRIED}{asked}"


async def open_answer(update: Update, context: Context) -> None:
    """Give the answer that a link names (``faq_<id>``), offer a person for the question that it
    carries, or show the topics.
    """
    if update.effective_user is None:
        return
    user_id = update.effective_user.id
    words = await context.words(user_id)
    id = (context.args or [""])[0].removeprefix("faq").removeprefix("_")
    if id.startswith(CARRIED):
        asked = await faq.asked(context.tx, number((id.removeprefix(CARRIED),)) or 0, user_id)
        if asked is not None and asked.text:
            await unknown.say(user_id, asked.text, (), asked.id, words, context)
        else:
            await browse(user_id, words, context)
    elif id:
        await _give(user_id, id, words, context)
    else:
        await browse(user_id, words, context)


async def show_entry(press: Pressed, context: Context) -> None:
    """Give the answer whose question was pressed, in the language it was shown in."""
    id, language = (*press.args, "", "")[:2]
    await _give(press.user.id, id, await _words(press.user.id, language, context), context)


async def _words(user_id: int, language: str, context: Context) -> Words:
    content = context.community.content
    return (
        content.words(language) if language in content.languages else await context.words(user_id)
    )


async def _give(user_id: int, id: str, words: Words, context: Context) -> None:
    answers = context.community.answers
    entry = answers.entry(id, words.language)
    if entry is None or entry.expired(context.today):
        buttons = [saying.person_button(words), saying.topics_button(words)]
        await context.say(user_id, words.text("faq.gone"), column(buttons))
        return
    asked = await faq.note_asked(context.tx, user_id, words.language, "", id, context.now)
    served = {other.id: other for other in answers.served(words.language, context.today)}
    related = tuple(served[other] for other in entry.related if other in served)[:2]
    await say_answer(user_id, entry, related, asked, words, context)


async def show_topics(press: Pressed, context: Context) -> None:
    """Show the topics to browse."""
    words = await _words(press.user.id, press.args[0] if press.args else "", context)
    await browse(press.user.id, words, context)


async def browse(user_id: int, words: Words, context: Context) -> None:
    """Show the topics, then a person, then help."""
    topics = context.community.content.topics(words.language)
    buttons = [saying.topic_button(topic, words) for topic in topics]
    buttons += [saying.person_button(words), help_card.button(words)]
    await context.say(user_id, words.text("faq.topics"), column(buttons))


async def show_topic(press: Pressed, context: Context) -> None:
    """Show the questions of a topic, a page at a time."""
    topic, language, page = (*press.args, "", "", "")[:3]
    words = await _words(press.user.id, language, context)
    if topic not in context.community.content.topics(words.language):
        return
    start = number((page,)) or 0
    entries = context.community.answers.about(topic, words.language, context.today)
    shown = entries[start : start + A_PAGE]
    buttons = [saying.question_button(entry, words.language) for entry in shown]
    if start + A_PAGE < len(entries):
        more = pack("faq.topic", topic, words.language, start + A_PAGE)
        buttons.append(Button(words.label("faq.buttons.more_questions"), more))
    buttons.append(saying.topics_button(words))
    title = words.text("faq.topic", topic=words.label(f"topics.buttons.{topic}"))
    await context.say(press.chat_id, title, column(buttons))


# Was it useful?


async def useful(press: Pressed, context: Context) -> None:
    """Count a useful answer."""
    asked = await _judged(press, context)
    if asked is not None:
        await _count(asked, "useful", context)


async def useless(press: Pressed, context: Context) -> None:
    """Put what was not answered on the moderators' list, and offer a person."""
    asked = await _judged(press, context)
    if asked is None:
        return
    entry = await _count(asked, "not_useful", context)
    clean = masked(asked.text) or (entry.question if entry else "")
    await faq.note_miss(
        context.tx, asked.id, "not_useful", asked.language, clean, asked.entry, context.now
    )
    words = context.community.content.words(asked.language)
    buttons = [saying.person_button(words, asked.id), saying.topics_button(words)]
    await context.say(press.chat_id, words.text("faq.what_missed"), column(buttons))


async def _judged(press: Pressed, context: Context) -> faq.Asked | None:
    """Take a judgement once; say what became of it."""
    asked = await faq.asked(context.tx, number(press.args) or 0, press.user.id)
    new = asked is not None and await faq.judge(context.tx, asked.id)
    words = await context.words(press.user.id)
    toast = "thanks" if new else "judged" if asked else "forgotten"
    await context.answer(press.query_id, words.label(f"faq.toasts.{toast}"))
    return asked if new else None


async def _count(asked: faq.Asked, outcome: str, context: Context) -> Entry | None:
    entry = context.community.answers.entry(asked.entry, asked.language)
    await faq.count(context.tx, entry.topics if entry else (), outcome, context.now)
    return entry
