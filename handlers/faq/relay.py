"""Questions handed to a person, as moderators see them: answered unsigned, not forgotten."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from telegram import Message

from bot.community.members import Place, Role
from bot.storage import agenda, audit, outbox, threads
from bot.storage.threads import Said, Thread
from content import Html, Words
from handlers import help as help_card
from handlers.buttons import Button, number, pack
from handlers.context import Context
from handlers.members import name_of
from handlers.routes import Due, Fact, Pressed, Result, Routes, Where
from moderation.signals.distress import distress

LONGEST = 3000
"""Characters of an answer: the rest of Telegram's 4096 is for what stands around it."""

ANSWERED_WITHIN = timedelta(hours=48)
OPEN_FOR = timedelta(days=14)
UNANSWERED, SILENT = "faq.unanswered", "faq.silent"
RELAYED = "faq.relayed"
CARD, THREAD, CLOSED = "faq.card:", "faq.thread:", "faq.closed:"
"""How the messages begin that belong to a thread: the moderators' cards, what its person reads,
and what is said of its end."""


def register(on: Routes) -> None:
    """In the order of a thread's life."""
    on.messages[Where.MODERATORS].append(take_answer)
    on.result(RELAYED, relayed)
    on.fact("chats_linked", post_what_waits)
    on.button("faq.close", close, Role.MODERATOR, Where.MODERATORS)
    on.button("faq.reopen", reopen, Role.MODERATOR, Where.MODERATORS)
    on.due(UNANSWERED, remind)
    on.due(SILENT, end)


async def keep_open(thread: Thread, context: Context) -> None:
    """Let a thread stay open for another while."""
    await agenda.schedule(context.tx, SILENT, thread.id, context.now + OPEN_FOR)


async def watch(thread: Thread, context: Context) -> None:
    """See to it that a question without an answer is shown again."""
    await agenda.schedule(context.tx, UNANSWERED, thread.id, context.now + ANSWERED_WITHIN)


async def stop_timers(thread: Thread, context: Context) -> None:
    """Take a thread's items off the agenda."""
    await agenda.cancel(context.tx, thread.id, UNANSWERED, SILENT)


def thread_words(thread: Thread, context: Context) -> Words:
    """Return the texts in the language in which the question was asked."""
    content = context.community.content
    return content.words(content.pick(thread.language))


async def post(thread: Thread, said: int, text: str, what: str, context: Context) -> None:
    """Show the moderators a person's words, without their name.

    ``what`` is ``new``, ``more`` or ``waits``. Without a moderators' chat the words wait in the
    database, and /questions shows them.
    """
    chat_id = await context.chat_id(Place.MODERATORS)
    if chat_id is None:
        return
    words, values = await context.words(), {"text": Html.quote(text)}
    if what == "waits":
        values["since"] = Html(words.span(context.now - (thread.waiting_since or context.now)))
    card = words.text(f"faq.card.{what}", reference=thread.reference, **values)
    if distress(text) is not None:
        card = Html(f"{words.text('faq.card.distress')}\n\n{card}")
    button = Button(words.label("faq.buttons.close"), pack("faq.close", thread.id))
    name = f"{CARD}{thread.id}:{said}"
    await outbox.rename_message(context.tx, name)
    await context.say(chat_id, card, [[button]], message=name)


async def take_back(thread: Thread, said: Sequence[Said], context: Context) -> None:
    """Leave nothing of a person's words on the moderators' cards."""
    chat_id = await context.chat_id(Place.MODERATORS)
    if chat_id is None:
        return
    text = (await context.words()).text("faq.card.retracted", reference=thread.reference)
    for one in said:
        name = f"{CARD}{thread.id}:{one.id}"
        for card in (name, *await outbox.renamed(context.tx, name)):
            await context.change(chat_id, card, text)


async def post_what_waits(fact: Fact, context: Context) -> None:
    """Show the moderators, once their chat is linked, the questions that it has not been shown."""
    chat_id = await context.chat_id(Place.MODERATORS)
    for thread in await threads.waiting(context.tx) if chat_id is not None else ():
        said = (await threads.texts(context.tx, thread.id))[-1]
        name = f"{CARD}{thread.id}:{said.id}"
        card = await outbox.message(context.tx, name)
        shown = card is not None and card.chat_id == chat_id
        if not shown and not await outbox.is_open(context.tx, name):
            await show_waiting(thread, context)


async def take_answer(message: Message, context: Context) -> bool:
    """Relay a moderator's reply to a card, unsigned."""
    moderator, name = message.from_user, await context.name_replied_to(message) or ""
    if moderator is None or not name.startswith(CARD):
        return False
    thread = await threads.thread(context.tx, int(name.split(":")[1]))
    if refusal := refused(message, known=thread is not None):
        await reply(message, refusal, context, most=LONGEST)
    elif thread is not None:
        await send(thread, message.text or "", moderator.id, context)
        done = "relayed" if thread.waiting_since else "relayed_too"
        await reply(message, done, context, reference=thread.reference)
    return True


def refused(message: Message, *, known: bool) -> str:
    """Return why a moderator's words cannot be passed on (a word of the content), or nothing."""
    if not known:
        return "gone"
    if not message.text:
        return "text_only"
    return "too_long" if len(message.text) > LONGEST else ""


async def reply(message: Message, key: str, context: Context, **values: object) -> None:
    """Tell a moderator, under their words, what became of them."""
    text = (await context.words()).text(f"faq.card.{key}", **values)
    await context.say(message.chat_id, text, silent=True, reply_to=message.message_id)


async def send(
    thread: Thread, answer: str, moderator: int, context: Context, question: str = ""
) -> None:
    """Give a person the answer of a person; ``question`` reminds them of what they asked."""
    said = await threads.add(context.tx, thread.id, answer, context.now, moderator)
    await agenda.cancel(context.tx, thread.id, UNANSWERED)
    await keep_open(thread, context)
    words = thread_words(thread, context)
    values = {"answer": Html.quote(answer)}
    if question:
        values["question"] = Html.quote(question)
    await context.say(
        thread.user_id,
        words.text(f"faq.thread.from_person{'_to' if question else ''}", **values),
        [*_answer_buttons(thread, words), [help_card.button(words)]],
        message=f"{THREAD}{thread.id}:{said}",
        wants=RELAYED,
        echo={"thread": thread.id},
    )


def _answer_buttons(thread: Thread, words: Words) -> list[list[Button]]:
    add = Button(words.label("faq.buttons.add"), pack("faq.more", thread.id))
    settled = Button(words.label("faq.buttons.settled"), pack("faq.settled", thread.id))
    return [[add], [settled]]


async def relayed(result: Result, context: Context) -> None:
    """Tell the moderators where an answer could not arrive."""
    chat_id = await context.chat_id(Place.MODERATORS)
    thread = await threads.thread(context.tx, result.echo["thread"])
    if result.ok or chat_id is None or thread is None:
        return
    words = await context.words()
    text = words.text("faq.card.unreachable", reference=thread.reference)
    await context.say(chat_id, text, silent=True)


async def close(press: Pressed, context: Context) -> None:
    """Close a thread that wants no answer."""
    thread = await threads.thread(context.tx, number(press.args) or 0)
    words = await context.words(press.user.id)
    if thread is None or not await threads.close(context.tx, thread.id, context.now):
        await context.answer(press.query_id, words.label("faq.toasts.not_listed"), alert=True)
        return
    await stop_timers(thread, context)
    name = await name_of(press.user.id, context)
    await audit.note(context.tx, press.user.id, "faq.close", thread.reference, context.now)
    words = await context.words()
    text = words.text("faq.card.closed", reference=thread.reference, name=name)
    undo = Button(words.label("faq.buttons.undo"), pack("faq.reopen", thread.id))
    closed = f"{CLOSED}{thread.id}"
    await outbox.forget_message(context.tx, closed)
    await context.say(
        press.chat_id, text, [[undo]], message=closed, silent=True, reply_to=press.message_id
    )


async def reopen(press: Pressed, context: Context) -> None:
    """Let a question that was closed without an answer wait again."""
    thread = await threads.thread(context.tx, number(press.args) or 0)
    if thread is None or not await threads.reopen(context.tx, thread.id):
        words = await context.words(press.user.id)
        await context.answer(press.query_id, words.label("faq.toasts.not_listed"), alert=True)
        return
    await keep_open(thread, context)
    await watch(thread, context)
    await audit.note(context.tx, press.user.id, "faq.reopen", thread.reference, context.now)
    name = await name_of(press.user.id, context)
    text = (await context.words()).text("faq.card.reopened", reference=thread.reference, name=name)
    await context.change(press.chat_id, f"{CLOSED}{thread.id}", text)


# What falls due


async def remind(due: Due, context: Context) -> None:
    """Show the moderators again, every 48 hours, what waits; its person is told the first time."""
    thread = await threads.thread(context.tx, int(due.key))
    if thread is None or thread.waiting_since is None:
        return
    await show_waiting(thread, context)
    await watch(thread, context)
    if context.now - thread.waiting_since < 2 * ANSWERED_WITHIN:
        words = thread_words(thread, context)
        buttons = [[help_card.button(words)]]
        await context.say(
            thread.user_id, words.text("faq.thread.delayed"), buttons, silent=context.is_night
        )


async def show_waiting(thread: Thread, context: Context) -> None:
    """Post again what a person waits to have answered, as a card to reply to."""
    since = thread.waiting_since or context.now
    said = [said for said in await threads.texts(context.tx, thread.id) if said.at >= since]
    if said:
        text = "\n".join(one.text for one in said)[-LONGEST:]
        await post(thread, said[-1].id, text, "waits", context)


async def end(due: Due, context: Context) -> None:
    """Close a thread in which nobody said anything for two weeks, never one that waits."""
    thread = await threads.thread(context.tx, int(due.key))
    if thread is None:
        return
    if thread.waiting_since is not None:
        await keep_open(thread, context)
    elif await threads.close(context.tx, thread.id, context.now):
        await stop_timers(thread, context)
