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

READING = "screening"
"""The consent without which nobody may read a request."""


def register(on: Routes) -> None:
    """The list, and the withdrawal of each: what cannot be mended is asked twice."""
    on.command("consentements", "consents", act=show)
    on.button("privacy.consents", show_on_press)
    on.button("privacy.withdraw", withdraw)
    on.button("privacy.withdraw_yes", withdraw_for_good)


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
    """Withdraw a consent; ask once more before what ends a request and destroys its answers."""
    purpose = await _standing(press, context)
    if purpose == READING:
        await _ask_once_more(press.user.id, context)
    elif purpose is not None:
        await _withdraw(purpose, f"gone_{purpose}", press.user.id, context)


async def withdraw_for_good(press: Pressed, context: Context) -> None:
    """Withdraw the consent to be read; the request ends, its answers are destroyed."""
    if await _standing(press, context) == READING:
        state = await _state(press.user.id, context)
        await _withdraw(READING, f"gone_{state}", press.user.id, context)


async def _standing(press: Pressed, context: Context) -> str | None:
    """Return the purpose that a press names, where its consent stands; say it is gone otherwise."""
    purpose = press.args[0] if press.args else ""
    given = await screening.consents(context.tx, press.user.id)
    if any(c.purpose == purpose and c.withdrawn_at is None for c in given):
        return purpose
    words = await context.words(press.user.id)
    await context.answer(press.query_id, words.label("privacy.toasts.gone"), alert=True)
    return None


async def _ask_once_more(user_id: int, context: Context) -> None:
    words = await context.words(user_id)
    text = words.text(f"privacy.consents.sure_{await _state(user_id, context)}")
    yes = Button(words.label("privacy.buttons.withdraw_yes"), pack("privacy.withdraw_yes", READING))
    keep = Button(words.label("privacy.buttons.keep_consent"), pack("privacy.keep"))
    await context.say(user_id, text, column([yes, keep]))


async def _state(user_id: int, context: Context) -> str:
    """Tell what a withdrawal ends: a request under way, or only what is left of one decided."""
    file = await screening.latest(context.tx, user_id)
    return "open" if file is not None and file.status.is_open else "decided"


async def _withdraw(purpose: str, said: str, user_id: int, context: Context) -> None:
    await screening.withdraw_consent(context.tx, user_id, purpose, context.now)
    await context.tell("consent_withdrawn", context.row.key, user_id=user_id, purpose=purpose)
    words = await context.words(user_id)
    key = f"privacy.consents.{said}"
    if key in words.templates:
        await context.say(user_id, words.text(key), [[help_card.button(words)]])
