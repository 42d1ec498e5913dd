"""The policy in eight lines, written from the register of personal data, and its details."""

from __future__ import annotations

from telegram import Update

from content import Html, Words
from content.markup import strip_tags, utf16_length
from content.privacy import Held
from handlers import help as help_card
from handlers.buttons import Button, column, pack
from handlers.context import Context
from handlers.routes import Pressed, Routes

PAGE = 3500
"""UTF-16 units of details in one message, of Telegram's 4096."""

NAMED = ("account", "answers", "questions")
"""What the eight lines name; the details name everything."""


def register(on: Routes) -> None:
    """The policy, and the details behind it."""
    on.command("confidentialite", "privacy", act=show_policy)
    on.start("confidentialite", show_policy)
    on.button("privacy.register", show_register)


async def show_policy(update: Update, context: Context) -> None:
    """Say in eight lines who answers, what is kept, why, how long, who sees it."""
    if update.effective_user is None:
        return
    user_id = update.effective_user.id
    words = await context.words(user_id)
    found = context.community.content.register(words.language)
    text = words.text(
        "privacy.policy.text",
        what=", ".join(_first_words(held) for held in found.held if held.id in NAMED),
        others=len(found.held) - len(NAMED),
        answers=next(held.kept for held in found.held if held.id == "answers"),
        version=words.date(found.version),
    )
    await context.say(user_id, text, rights_buttons(words))


def _first_words(held: Held) -> str:
    """Return what a thing of the register is called in a few words."""
    return held.what.partition(":")[0].strip()


def rights_buttons(words: Words) -> list[list[Button]]:
    """Return a button for each right, the details, and help."""
    buttons = [
        Button(words.label("privacy.buttons.data"), pack("privacy.data")),
        Button(words.label("privacy.buttons.correct"), pack("privacy.correct")),
        Button(words.label("privacy.buttons.forget"), pack("privacy.forget")),
        Button(words.label("privacy.buttons.consents"), pack("privacy.consents")),
        Button(words.label("privacy.buttons.register"), pack("privacy.register")),
        help_card.button(words),
    ]
    return column(buttons)


async def show_register(press: Pressed, context: Context) -> None:
    """Say of each thing kept why, how long, on what ground, and who sees it."""
    words = await context.words(press.user.id)
    entries = [
        words.text(
            "privacy.policy.entry",
            what=held.what,
            why=held.why,
            kept=held.kept,
            basis=held.basis,
            seen_by=held.seen_by,
        )
        for held in context.community.content.register(words.language).held
    ]
    for page in pages(entries):
        await context.say(press.user.id, page)


def pages(parts: list[Html]) -> list[Html]:
    """Return parts put together, as many in each message as it holds."""
    found: list[Html] = []
    for part in parts:
        joined = f"{found[-1]}\n\n{part}" if found else part
        if found and utf16_length(strip_tags(joined)) <= PAGE:
            found[-1] = Html(joined)
        else:
            found.append(part)
    return found
