"""/incident: the register of confidentiality incidents, step by step; its notices are drafts."""

from __future__ import annotations

from datetime import datetime

from telegram import Message, Update

from bot.community.members import Role
from bot.storage import outbox
from bot.storage.privacy import incidents
from bot.storage.privacy.incidents import FIELDS, Incident
from content import Html, Words
from content.notices import NAMES
from handlers.buttons import Button, column, number, pack
from handlers.context import Context
from handlers.privacy.policy import pages
from handlers.privacy.tracing import trace
from handlers.routes import Pressed, Routes, Where

PROMPT = "incident:"
LONGEST = 1500
LISTED = 12


def register(on: Routes) -> None:
    """In the order in which an incident is noted."""
    on.command("incident", act=show, role=Role.COORDINATOR)
    on.button("incident.new", begin, Role.COORDINATOR)
    on.button("incident.show", show_one, Role.COORDINATOR)
    on.button("incident.write", rewrite, Role.COORDINATOR)
    on.button("incident.notice", show_notice, Role.COORDINATOR)
    on.messages[Where.PRIVATE].append(take)


async def show(update: Update, context: Context) -> None:
    """Show the register."""
    if update.effective_user is None:
        return
    user_id = update.effective_user.id
    words = await context.words(user_id)
    noted = (await incidents.all_of(context.tx))[:LISTED]
    lines = [
        words.text(
            "privacy.incident.line",
            reference=one.reference,
            date=_date(one.begun_at, words, context),
            state=words.label(f"privacy.incident.{_state(one)}"),
        )
        for one in noted
    ]
    said = Html("\n".join(lines)) if lines else words.text("privacy.incident.none")
    buttons = [Button(words.label("privacy.buttons.new_incident"), pack("incident.new"))]
    buttons += [
        Button(
            words.label("privacy.buttons.incident", reference=one.reference),
            pack("incident.show", one.id),
        )
        for one in noted
    ]
    text = words.text("privacy.incident.list", incidents=said)
    await context.say(user_id, text, column(buttons))


def _state(one: Incident) -> str:
    return "incomplete" if one.next_field else "complete"


def _date(moment: datetime, words: Words, context: Context) -> str:
    return words.date(moment.astimezone(context.community.timezone).date())


async def begin(press: Pressed, context: Context) -> None:
    """Open an incident and ask its first field."""
    noted = await incidents.begin(context.tx, press.user.id, context.now)
    await trace(context, press.user.id, "incident", noted.reference)
    await _ask(noted, FIELDS[0], press.user.id, context)


async def _ask(noted: Incident, name: str, user_id: int, context: Context) -> None:
    words = await context.words(user_id)
    text = words.text(
        "privacy.incident.prompt",
        reference=noted.reference,
        number=FIELDS.index(name) + 1,
        field=words.label(f"privacy.incident.fields.{name}"),
        hint=words.text(f"privacy.incident.hints.{name}"),
    )
    message = f"{PROMPT}{noted.id}:{name}:{user_id}"
    await outbox.forget_message(context.tx, message)
    await context.say(user_id, text, message=message, ask_reply=True)


async def take(message: Message, context: Context) -> bool:
    """Take a coordinator's reply to the question of a field; ask the next one."""
    user, answered = message.from_user, message.reply_to_message
    if user is None or answered is None:
        return False
    name = await outbox.message_name(context.tx, message.chat_id, answered.message_id) or ""
    if not name.startswith(PROMPT) or await context.role(user.id) < Role.COORDINATOR:
        return False
    _, text_number, field, _ = name.split(":")
    noted = await incidents.incident(context.tx, int(text_number))
    if noted is None:
        return False
    text = (message.text or "").strip()
    if not text or len(text) > LONGEST or text.startswith("/"):
        words = await context.words(user.id)
        await context.say(user.id, words.text("privacy.incident.text_only"))
        await _ask(noted, field, user.id, context)
        return True
    await incidents.write_field(context.tx, noted.id, field, text)
    await _go_on(noted.id, user.id, context)
    return True


async def _go_on(number: int, user_id: int, context: Context) -> None:
    """Ask the next field, or put the incident in the register and show it."""
    noted = await incidents.incident(context.tx, number)
    if noted is None:
        return
    if (following := noted.next_field) is not None:
        await _ask(noted, following, user_id, context)
        return
    if noted.registered_at is None:
        await incidents.register(context.tx, noted.id, context.now)
        words = await context.words(user_id)
        text = words.text("privacy.incident.registered", reference=noted.reference)
        await context.say(user_id, text)
    await _show(noted, user_id, context)


async def show_one(press: Pressed, context: Context) -> None:
    """Show what is noted of an incident."""
    noted = await _of(press, context)
    if noted is not None:
        await trace(context, press.user.id, "view", noted.reference)
        await _show(noted, press.user.id, context)


async def _of(press: Pressed, context: Context) -> Incident | None:
    noted = await incidents.incident(context.tx, number(press.args) or 0)
    if noted is None:
        words = await context.words(press.user.id)
        await context.answer(press.query_id, words.label("privacy.toasts.gone"), alert=True)
    return noted


async def _show(noted: Incident, user_id: int, context: Context) -> None:
    words = await context.words(user_id)
    lines = [
        words.text(
            "privacy.incident.field_line",
            field=words.label(f"privacy.incident.fields.{name}"),
            text=Html.quote(noted.fields.get(name, "—")),
        )
        for name in FIELDS
    ]
    head = words.text(
        "privacy.incident.shown",
        reference=noted.reference,
        date=_date(noted.begun_at, words, context),
        fields="",
    )
    *first, last = pages([Html(head.strip()), *lines])
    for page in first:
        await context.say(user_id, page)
    await context.say(user_id, last, _buttons(noted, words))


def _buttons(noted: Incident, words: Words) -> list[list[Button]]:
    notices = [
        Button(
            words.label(f"privacy.buttons.notice_{name}"), pack("incident.notice", noted.id, name)
        )
        for name in NAMES
    ]
    again = [
        Button(
            words.label(
                "privacy.buttons.rewrite", field=words.label(f"privacy.incident.fields.{name}")
            ),
            pack("incident.write", noted.id, name),
        )
        for name in FIELDS
    ]
    return column([*notices, *again])


async def rewrite(press: Pressed, context: Context) -> None:
    """Ask a field again."""
    noted = await _of(press, context)
    if noted is not None and press.args[1:] and press.args[1] in FIELDS:
        await _ask(noted, press.args[1], press.user.id, context)


async def show_notice(press: Pressed, context: Context) -> None:
    """Show a draft filled with what is noted; nothing is sent to anybody else."""
    noted = await _of(press, context)
    if noted is None or not press.args[1:] or press.args[1] not in NAMES:
        return
    await trace(context, press.user.id, "view", noted.reference)
    words = await context.words(press.user.id)
    notice = context.community.content.notice(words.language, press.args[1])
    body = notice.filled(noted.fields)
    text = words.text("privacy.incident.notice", title=notice.title, body=body)
    for page in pages([Html(part) for part in text.split("\n\n")]):
        await context.say(press.user.id, page)
