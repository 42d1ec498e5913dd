"""/questions: what people sought in vain, who waits for a person, which answers are to be read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from telegram import Update

from bot.community.members import Role
from bot.storage import audit, faq, outbox, threads
from content import Html, Words
from content.faq import Entry
from handlers.buttons import Button, column, number, pack
from handlers.context import Context
from handlers.faq import misses, relay, saying
from handlers.members import name_of
from handlers.routes import Pressed, Routes, Where

KINDS = ("waiting", "unknown", "not_useful", "verify", "expired")
AT_ONCE = 5
COUNTED_FOR = timedelta(days=90)
MOST_TOPICS = 6
VERIFY = "faq.verify:"


def register(on: Routes) -> None:
    """The list, what it shows, and the confirmation of an answer."""
    both = (Where.PRIVATE, Where.MODERATORS)
    on.command("questions", act=list_questions, role=Role.MODERATOR, where=both)
    on.button("questions.show", show, Role.MODERATOR, Where.MODERATORS)
    on.button("questions.confirm", confirm, Role.COORDINATOR, Where.MODERATORS)
    on.button("questions.undo", unconfirm, Role.COORDINATOR, Where.MODERATORS)


async def list_questions(update: Update, context: Context) -> None:
    """Answer /questions: how many of each kind, and what was sought in vain."""
    message = update.effective_message
    if message is None:
        return
    words = await context.words()
    found = {kind: await _found(kind, context) for kind in KINDS}
    lines = [_line(kind, items, words, context) for kind, items in found.items() if items]
    lines = lines or [words.text("faq.list.nothing")]
    if topics := await _topics(words, context):
        lines.append(topics)
    buttons = [_show_button(kind, 0, len(items), words) for kind, items in found.items() if items]
    in_team = message.chat_id < 0
    if not in_team and buttons:
        lines.append(words.text("faq.list.in_team"))
    text = "\n".join([words.text("faq.list.title"), "", *lines])
    await context.say(message.chat_id, Html(text), column(buttons) if in_team else ())


Item = threads.Thread | faq.Miss | Entry


async def _found(kind: str, context: Context) -> Sequence[Item]:
    match kind:
        case "waiting":
            return await threads.waiting(context.tx)
        case "unknown" | "not_useful":
            return await faq.misses(context.tx, kind)
    entries = context.community.content.faq(context.community.language)
    if kind == "expired":
        return [entry for entry in entries if entry.expired(context.today)]
    served = [e for e in entries if e.verify and not e.expired(context.today)]
    return [entry for entry in served if await saying.confirmed(entry, context) is None]


def _line(kind: str, items: Sequence[Item], words: Words, context: Context) -> Html:
    since = {}
    if isinstance(items[0], threads.Thread):
        waited = context.now - (items[0].waiting_since or context.now)
        since = {"since": words.span(waited)}
    return words.count(f"faq.list.{kind}", len(items), **since)


def _show_button(kind: str, start: int, n: int, words: Words) -> Button:
    label = words.label(f"faq.buttons.show_{'more' if start else kind}", n=n)
    return Button(label, pack("questions.show", kind, start))


async def _topics(words: Words, context: Context) -> Html:
    """Return the topics most sought in vain, or nothing."""
    found = await faq.not_found(context.tx, context.now - COUNTED_FOR)
    known = context.community.content.topics(words.language)
    names = [
        words.text(
            "faq.list.topic",
            topic=words.label(f"topics.buttons.{topic}" if topic in known else "faq.list.no_topic"),
            n=n,
        )
        for topic, n in found.most_common(MOST_TOPICS)
    ]
    return words.text("faq.list.topics", topics=Html(", ".join(names))) if names else Html()


async def show(press: Pressed, context: Context) -> None:
    """Post the next few of a kind, each with what can be done about it."""
    kind, start = (*press.args, "", "")[0], number(press.args, 1) or 0
    if kind not in KINDS:
        return
    items = (await _found(kind, context))[start:]
    if not items:
        words = await context.words(press.user.id)
        await context.answer(press.query_id, words.label("faq.toasts.not_listed"), alert=True)
    for item in items[:AT_ONCE]:
        match item:
            case threads.Thread():
                await relay.show_waiting(item, context)
            case faq.Miss():
                await misses.post(item, press.chat_id, context)
            case Entry():
                await _post_entry(item, kind, press.chat_id, context)
    if left := len(items) - AT_ONCE:
        await _offer_more(kind, start + AT_ONCE, left, press.chat_id, context)


async def _offer_more(kind: str, start: int, left: int, chat_id: int, context: Context) -> None:
    if left > 0:
        words = await context.words()
        button = _show_button(kind, start, left, words)
        await context.say(chat_id, words.text("faq.list.title"), [[button]], silent=True)


# Answers to verify, answers that expired


async def _post_entry(entry: Entry, kind: str, chat_id: int, context: Context) -> None:
    words = await context.words()
    file = f"{words.language}/faq/{entry.id}.md"
    if kind == "expired":
        date = words.date(entry.expires_on)
        text = words.text("faq.list.expired", question=entry.question, file=file, date=date)
        await context.say(chat_id, text, silent=True)
        return
    name = f"{VERIFY}{entry.id}"
    await outbox.forget_message(context.tx, name)
    text, button = _to_confirm(entry, file, words, context)
    await context.say(chat_id, text, [[button]], message=name, silent=True)


def _to_confirm(entry: Entry, file: str, words: Words, context: Context) -> tuple[Html, Button]:
    source = Html.quote(f"{entry.source} {entry.address}".strip())
    values = {"question": entry.question, "answer": entry.answer, "source": source, "file": file}
    digest = context.community.answers.digest(entry.id)
    data = pack("questions.confirm", entry.id, digest)
    button = Button(words.label("faq.buttons.confirm"), data)
    return words.text("faq.list.verify", **values), button


async def confirm(press: Pressed, context: Context) -> None:
    """Take an answer as confirmed by a coordinator, as it read when it was shown."""
    id, digest = (*press.args, "", "")[:2]
    words = await context.words()
    entry = context.community.answers.entry(id, words.language)
    stands = entry is not None and digest == context.community.answers.digest(id)
    if entry is None or not stands or await saying.confirmed(entry, context) is not None:
        text = words.label("faq.toasts.changed_since")
        await context.answer(press.query_id, text, alert=True)
        return
    await faq.confirm(context.tx, id, digest, press.user.id, context.now)
    await audit.note(context.tx, press.user.id, "faq.confirm", id, context.now, digest)
    await context.answer(press.query_id, words.label("faq.toasts.confirmed"))
    name = await name_of(press.user.id, context)
    text = words.text("faq.list.confirmed", question=entry.question, name=name)
    undo = Button(words.label("faq.buttons.undo"), pack("questions.undo", id))
    await context.change(press.chat_id, f"{VERIFY}{id}", text, [[undo]])


async def unconfirm(press: Pressed, context: Context) -> None:
    """Take a confirmation back: the answer is to be verified again."""
    words = await context.words()
    id = press.args[0] if press.args else ""
    entry = context.community.answers.entry(id, words.language)
    if entry is None or not await faq.unconfirm(context.tx, id):
        text = words.label("faq.toasts.changed_since")
        await context.answer(press.query_id, text, alert=True)
        return
    await audit.note(context.tx, press.user.id, "faq.unconfirm", id, context.now)
    file = f"{words.language}/faq/{id}.md"
    text, button = _to_confirm(entry, file, words, context)
    await context.change(press.chat_id, f"{VERIFY}{id}", text, [[button]])
