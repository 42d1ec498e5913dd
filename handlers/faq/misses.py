"""A question without a useful answer: answered once, made a draft, merged, or dropped."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any

from telegram import Message

from bot.community.members import Role
from bot.storage import agenda, audit, faq, outbox, threads
from bot.storage.faq import Miss
from content import Html
from handlers.buttons import Button, column, number, pack
from handlers.context import Context
from handlers.faq import drafts, relay
from handlers.members import name_of
from handlers.routes import Due, Pressed, Routes, Where

MISS, PROMPT = "faq.miss:", "faq.write:"
SETTLED = "faq.miss_settled"
UNDONE_WITHIN = timedelta(hours=1)
"""How long the words of a question off the list are kept, for who changes their mind."""
NEAREST = 5

OnMiss = Callable[[Miss, Pressed, Context], Coroutine[Any, Any, None]]


def register(on: Routes) -> None:
    """The buttons under a question, then the replies they ask for."""
    for verb, act in (
        ("answer", prompt_answer),
        ("draft", draft),
        ("merge", show_nearest),
        ("into", merge),
        ("back", show_again),
        ("drop", drop),
    ):
        on.button(f"miss.{verb}", _on_miss(act), Role.MODERATOR, Where.MODERATORS)
    on.button("miss.undo", undo, Role.MODERATOR, Where.MODERATORS)
    on.due(SETTLED, end)
    on.messages[Where.MODERATORS].append(take_words)


def _on_miss(act: OnMiss) -> Callable[[Pressed, Context], Coroutine[Any, Any, None]]:
    """Find the question that a press is about, where it is still on the list."""

    async def press(pressed: Pressed, context: Context) -> None:
        miss = await faq.miss(context.tx, number(pressed.args) or 0)
        if miss is not None and miss.state == "open":
            await act(miss, pressed, context)
            return
        words = await context.words(pressed.user.id)
        text = words.label("faq.toasts.not_listed")
        await context.answer(pressed.query_id, text, alert=True)

    return press


async def post(miss: Miss, chat_id: int, context: Context) -> None:
    """Show a question with what can be done about it."""
    name = f"{MISS}{miss.id}"
    await outbox.forget_message(context.tx, name)
    buttons = await _buttons(miss, context)
    await context.say(chat_id, await _text(miss, context), buttons, message=name, silent=True)


async def _text(miss: Miss, context: Context) -> Html:
    words = await context.words()
    entry = context.community.answers.entry(miss.entry, words.language)
    text = words.text(
        f"faq.miss.{miss.kind}",
        **({"question": entry.question if entry else miss.entry} if miss.entry else {}),
        text=Html.quote(miss.text),
        times=miss.times,
    )
    return Html(f"{text}\n{words.text('faq.miss.answered')}") if miss.answer else text


async def _buttons(miss: Miss, context: Context) -> list[list[Button]]:
    words = await context.words()
    buttons = [
        Button(words.label("faq.buttons.draft"), pack("miss.draft", miss.id)),
        Button(words.label("faq.buttons.merge"), pack("miss.merge", miss.id)),
        Button(words.label("faq.buttons.drop"), pack("miss.drop", miss.id)),
    ]
    if await faq.askers(context.tx, miss.id):
        once = words.label("faq.buttons.answer_once")
        buttons.insert(0, Button(once, pack("miss.answer", miss.id)))
    return column(buttons)


async def show_again(miss: Miss, pressed: Pressed, context: Context) -> None:
    """Go back from the nearest answers."""
    text, buttons = await _text(miss, context), await _buttons(miss, context)
    await context.change(pressed.chat_id, f"{MISS}{miss.id}", text, buttons)


async def _settled(
    miss: Miss, state: str, text: Html, by: int, chat_id: int, context: Context
) -> None:
    await faq.settle_miss(context.tx, miss.id, state)
    await audit.note(context.tx, by, f"faq.{state}", f"question:{miss.id}", context.now)
    await agenda.schedule(context.tx, SETTLED, miss.id, context.now + UNDONE_WITHIN)
    label = (await context.words()).label("faq.buttons.undo")
    button = Button(label, pack("miss.undo", miss.id))
    await context.change(chat_id, f"{MISS}{miss.id}", text, [[button]])


async def undo(pressed: Pressed, context: Context) -> None:
    """Put a question back on the list, as it stood."""
    id = number(pressed.args) or 0
    if not await faq.reopen_miss(context.tx, id):
        words = await context.words(pressed.user.id)
        text = words.label("faq.toasts.not_listed")
        await context.answer(pressed.query_id, text, alert=True)
        return
    await agenda.cancel(context.tx, id, SETTLED)
    await audit.note(context.tx, pressed.user.id, "faq.undo", f"question:{id}", context.now)
    if miss := await faq.miss(context.tx, id):
        drafts.remove_phrasing(context.community.drafts, miss)
        await show_again(miss, pressed, context)


async def end(due: Due, context: Context) -> None:
    """Destroy the words of a question that is off the list for good."""
    await faq.end_miss(context.tx, int(due.key))


# Answered once, or made a draft: both want words


async def prompt_answer(miss: Miss, pressed: Pressed, context: Context) -> None:
    """Ask a moderator for the answer."""
    if await faq.askers(context.tx, miss.id):
        await _prompt("answer", miss, pressed, context)
    else:
        text = (await context.words()).text("faq.miss.nobody")
        await context.say(pressed.chat_id, text, silent=True, reply_to=pressed.message_id)


async def draft(miss: Miss, pressed: Pressed, context: Context) -> None:
    """Write a draft with the answer already given, or ask for one."""
    if miss.answer:
        await _write_draft(miss, miss.answer, pressed.user.id, pressed.chat_id, context)
    else:
        await _prompt("draft", miss, pressed, context)


async def _prompt(what: str, miss: Miss, pressed: Pressed, context: Context) -> None:
    words = await context.words()
    name = f"{PROMPT}{what}:{miss.id}:{pressed.user.id}"
    await context.remove(pressed.chat_id, name)  # one prompt at a time
    link = f"tg://user?id={pressed.user.id}"
    who = Html(f'<a href="{link}">{Html.quote(pressed.user.first_name)}</a>')
    text = words.text(f"faq.miss.{what}_prompt", who=who)
    await context.say(
        pressed.chat_id, text, message=name, reply_to=pressed.message_id, ask_reply=True
    )


async def take_words(message: Message, context: Context) -> bool:
    """Take a moderator's reply to a prompt."""
    moderator, name = message.from_user, await context.name_replied_to(message) or ""
    if moderator is None or not name.startswith(PROMPT):
        return False
    what, id = name.removeprefix(PROMPT).split(":")[:2]
    miss = await faq.miss(context.tx, int(id))
    stands = miss is not None and miss.state == "open"
    if refusal := relay.refused(message, known=stands):
        await relay.reply(message, refusal, context, most=relay.LONGEST)
    elif miss is not None:
        await context.remove(message.chat_id, name)
        act = _answer if what == "answer" else _draft
        await act(miss, message, moderator.id, context)
    return True


async def _answer(miss: Miss, message: Message, moderator: int, context: Context) -> None:
    """Give the answer to everyone who asked this; each may go on from there."""
    askers = await faq.askers(context.tx, miss.id)
    text = message.text or ""
    for asked in askers:
        thread = await threads.open_of(context.tx, asked.user_id) or await threads.open_thread(
            context.tx, asked.user_id, asked.language, context.now
        )
        question = asked.text or miss.text
        await relay.send(thread, text, moderator, context, question)
    words = await context.words()
    done = words.count("faq.miss.relayed", len(askers)) if askers else words.text("faq.miss.nobody")
    await context.say(message.chat_id, done, silent=True, reply_to=message.message_id)
    if askers:
        await faq.answer_miss(context.tx, miss.id, text)
        now = await faq.miss(context.tx, miss.id)
        await context.change(
            message.chat_id,
            f"{MISS}{miss.id}",
            await _text(now or miss, context),
            await _buttons(miss, context),
        )


async def _draft(miss: Miss, message: Message, moderator: int, context: Context) -> None:
    await _write_draft(miss, message.text or "", moderator, message.chat_id, context)


async def _write_draft(miss: Miss, answer: str, by: int, chat_id: int, context: Context) -> None:
    file = drafts.write_entry(context.community.drafts, miss, answer, context.today)
    words = await context.words()
    text = words.text("faq.miss.drafted", file=file)
    await _settled(miss, "drafted", text, by, chat_id, context)


# Merged, dropped


async def show_nearest(miss: Miss, pressed: Pressed, context: Context) -> None:
    """Offer the answers to which this way of asking may belong."""
    answers, words = context.community.answers, await context.words()
    nearest = answers.nearest(miss.text, miss.language, context.today, NEAREST)
    buttons = [Button(entry.question, pack("miss.into", miss.id, entry.id)) for entry in nearest]
    buttons.append(Button(words.label("common.buttons.back"), pack("miss.back", miss.id)))
    text = Html(f"{await _text(miss, context)}\n{words.text('faq.miss.merge')}")
    await context.change(pressed.chat_id, f"{MISS}{miss.id}", text, column(buttons))


async def merge(miss: Miss, pressed: Pressed, context: Context) -> None:
    """Note a way of asking for an answer that exists."""
    entry = context.community.answers.entry((*pressed.args, "", "")[1], miss.language)
    if entry is None:
        return
    file = drafts.write_phrasing(context.community.drafts, miss, entry.id)
    words = await context.words()
    text = words.text("faq.miss.merged", question=entry.question, file=file)
    await _settled(miss, "merged", text, pressed.user.id, pressed.chat_id, context)


async def drop(miss: Miss, pressed: Pressed, context: Context) -> None:
    """Take a question off the list."""
    name = await name_of(pressed.user.id, context)
    text = (await context.words()).text("faq.miss.dropped", name=name)
    await _settled(miss, "dropped", text, pressed.user.id, pressed.chat_id, context)
