"""/consentements: what somebody agreed to, and how they withdraw it (P-39.1, s. 8 and 14)."""

from __future__ import annotations

from datetime import datetime

from telegram import Update

from bot.storage import screening
from bot.storage.screening import Consent
from content import Html, Words
from handlers import help as help_card
from handlers.buttons import Button, column, pack
from handlers.context import Context
from handlers.routes import Pressed, Routes


def register(on: Routes) -> None:
    """The list, and the withdrawal of each."""
    on.command("consentements", "consents", act=show)
    on.button("privacy.consents", show_on_press)
    on.button("privacy.withdraw", withdraw)


async def show(update: Update, context: Context) -> None:
    """Say what somebody agreed to."""
    if update.effective_user is not None:
        await _list(update.effective_user.id, context)


async def show_on_press(press: Pressed, context: Context) -> None:
    """Say what somebody agreed to."""
    await _list(press.user.id, context)


async def _list(user_id: int, context: Context) -> None:
    words = await context.words(user_id)
    given = await screening.consents(context.tx, user_id)
    lines = [_line(consent, words, context) for consent in given]
    for version, at in await screening.code_accepted(context.tx, user_id):
        date = _date(at, words, context)
        lines.append(words.text("privacy.consents.code", version=version, date=date))
    said = Html("\n".join(lines)) if lines else words.text("privacy.consents.none")
    standing = dict.fromkeys(c.purpose for c in given if c.withdrawn_at is None)
    buttons = [
        Button(
            words.label("privacy.buttons.withdraw", what=_name(purpose, words)),
            pack("privacy.withdraw", purpose),
        )
        for purpose in standing
    ]
    text = words.text("privacy.consents.text", consents=said)
    await context.say(user_id, text, column([*buttons, help_card.button(words)]))


def _name(purpose: str, words: Words) -> str:
    key = f"privacy.consents.purposes.{purpose}"
    return words.label(key) if key in words.templates else purpose


def _date(moment: datetime, words: Words, context: Context) -> str:
    return words.date(moment.astimezone(context.community.timezone).date())


def _line(consent: Consent, words: Words, context: Context) -> Html:
    values: dict[str, object] = {
        "what": _name(consent.purpose, words),
        "date": _date(consent.given_at, words, context),
    }
    if consent.withdrawn_at is None:
        return words.text("privacy.consents.given", version=consent.version, **values)
    withdrawn = _date(consent.withdrawn_at, words, context)
    return words.text("privacy.consents.withdrawn", withdrawn=withdrawn, **values)


async def withdraw(press: Pressed, context: Context) -> None:
    """Withdraw a consent; what it allowed ends."""
    purpose = press.args[0] if press.args else ""
    given = await screening.consents(context.tx, press.user.id)
    if not any(c.purpose == purpose and c.withdrawn_at is None for c in given):
        words = await context.words(press.user.id)
        await context.answer(press.query_id, words.label("privacy.toasts.gone"), alert=True)
        return
    await screening.withdraw_consent(context.tx, press.user.id, purpose, context.now)
    await context.tell("consent_withdrawn", context.row.key, user_id=press.user.id, purpose=purpose)
    words = await context.words(press.user.id)
    key = f"privacy.consents.gone_{purpose}"
    if key in words.templates:
        await context.say(press.user.id, words.text(key), [[help_card.button(words)]])
