"""Questions handed to a person, on the side of who asks: sent, completed, settled."""

from __future__ import annotations

from telegram import Message

from bot.storage import faq, outbox, threads
from bot.storage.threads import Thread
from content import Words
from handlers import help as help_card
from handlers.buttons import Button, number, pack
from handlers.context import Context
from handlers.faq import asking, relay
from handlers.faq.relay import THREAD
from handlers.routes import Fact, Pressed, Routes, Where

LONGEST = 1500
"""Characters of a question: with its card it fits in one message, and in a minute of reading."""

HANDED_OVER = "faq.thread.handed_over"
"""What is said to whoever handed a question over."""

PROMPT = "faq.ask:"
"""How the message begins to which a person replies with a question."""


def register(on: Routes) -> None:
    """In the order in which a person meets them."""
    on.button("faq.person", hand_over_by_button)
    on.messages[Where.PRIVATE].append(take_reply)
    on.button("faq.more", prompt_for_more)
    on.button("faq.settled", settle)
    on.button("faq.retract", retract)
    on.fact("person_wanted", person_wanted)


async def hand_over_by_button(press: Pressed, context: Context) -> None:
    """Hand the question just asked to a person, or ask for the words of one."""
    asked = await faq.asked(context.tx, number(press.args) or 0, press.user.id)
    if asked is not None and not asked.text and not asked.entry:
        words = await context.words(press.user.id)
        await context.answer(press.query_id, words.label("faq.toasts.judged"))
    elif asked is None or not asked.text:
        await _prompt(press, f"{PROMPT}{press.user.id}", "prompt", context)
    elif len(asked.text) > LONGEST:
        await _prompt(press, f"{PROMPT}{press.user.id}", "too_long", context)
    else:
        await faq.forget_text(context.tx, asked.id)
        await hand_over(press.user.id, asked.text, asked.language, context)


async def _prompt(press: Pressed, name: str, why: str, context: Context) -> None:
    words = await context.words(press.user.id)
    text = words.text(f"faq.thread.{why}", **({"most": LONGEST} if why == "too_long" else {}))
    await outbox.forget_message(context.tx, name)
    await context.say(press.chat_id, text, message=name, ask_reply=True)


async def take_reply(message: Message, context: Context) -> bool:
    """Take a reply to one of the bot's messages about a question handed to a person."""
    user, name = message.from_user, await context.name_replied_to(message) or ""
    if user is None or (message.text or "").startswith("/"):
        return False
    if not name.startswith((PROMPT, THREAD)):
        return False
    await help_card.answer_distress(message, context)
    words = await context.words(user.id)
    if not message.text or len(message.text) > LONGEST:
        why = "too_long" if message.text else "text_only"
        text = words.text(f"faq.thread.{why}", **({"most": LONGEST} if message.text else {}))
        await outbox.forget_message(context.tx, name)
        await context.say(message.chat_id, text, message=name, ask_reply=True)
    elif await asking.too_many(user.id, context):
        await asking.say_wait(user.id, words, context)
    else:
        thread = await _thread_of(name, user.id, context)
        await hand_over(user.id, message.text, words.language, context, thread)
    return True


async def _thread_of(name: str, user_id: int, context: Context) -> Thread | None:
    """Return the thread that a message belongs to, also one that was closed."""
    if not name.startswith(THREAD):
        return None
    thread = await threads.thread(context.tx, int(name.split(":")[1]))
    return thread if thread is not None and thread.user_id == user_id else None


async def person_wanted(fact: Fact, context: Context) -> None:
    """Open the way to a person for somebody who asked for it elsewhere.

    ``text`` is what the moderators read, ``noted`` the key of what the person is then told.
    """
    told = fact.content
    words = await context.words(told["user_id"])
    noted = told.get("noted", HANDED_OVER)
    await hand_over(told["user_id"], told["text"], words.language, context, noted=noted)


async def hand_over(
    user_id: int,
    text: str,
    language: str,
    context: Context,
    thread: Thread | None = None,
    noted: str = HANDED_OVER,
) -> None:
    """Put a question, or more of one, before the moderators; the person's open thread goes on."""
    thread = thread or await threads.open_of(context.tx, user_id)
    first = thread is None
    if thread is None:
        thread = await threads.open_thread(context.tx, user_id, language, context.now)
    said = await threads.add(context.tx, thread.id, text, context.now)
    await relay.keep_open(thread, context)
    if thread.waiting_since is None:
        await relay.watch(thread, context)
    await relay.post(thread, said, text, "new" if first else "more", context)
    words = relay.thread_words(thread, context)
    await context.say(
        user_id,
        words.text(noted if first or noted != HANDED_OVER else "faq.thread.added"),
        [[_retract_button(thread, words)], [help_card.button(words)]],
        message=f"{THREAD}{thread.id}:{said}",
    )


def _retract_button(thread: Thread, words: Words) -> Button:
    return Button(words.label("faq.buttons.retract"), pack("faq.retract", thread.id))


async def _own(press: Pressed, context: Context) -> Thread | None:
    thread = await threads.thread(context.tx, number(press.args) or 0)
    if thread is not None and thread.user_id == press.user.id:
        return thread
    words = await context.words(press.user.id)
    await context.answer(press.query_id, words.label("faq.toasts.forgotten"), alert=True)
    return None


async def prompt_for_more(press: Pressed, context: Context) -> None:
    """Ask for what is to be added."""
    thread = await _own(press, context)
    if thread is not None:
        await _prompt(press, f"{THREAD}{thread.id}:more", "more_prompt", context)


async def settle(press: Pressed, context: Context) -> None:
    """Close a thread because its person has what they need."""
    thread = await _own(press, context)
    if thread is None:
        return
    if not await threads.close(context.tx, thread.id, context.now):
        words = await context.words(press.user.id)
        await context.answer(press.query_id, words.label("faq.toasts.judged"))
        return
    await relay.stop_timers(thread, context)
    text = relay.thread_words(thread, context).text("faq.thread.settled")
    await context.say(press.chat_id, text)


async def retract(press: Pressed, context: Context) -> None:
    """Destroy a question that its person takes back before anybody answered."""
    thread = await _own(press, context)
    if thread is None:
        return
    words = relay.thread_words(thread, context)
    said = await threads.texts(context.tx, thread.id)
    if not await threads.withdraw(context.tx, thread.id):
        text = words.label("faq.toasts.answered_already")
        await context.answer(press.query_id, text, alert=True)
        return
    await relay.stop_timers(thread, context)
    await relay.take_back(thread, said, context)
    await context.say(press.chat_id, words.text("faq.thread.retracted"))
