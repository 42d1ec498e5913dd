"""What is shown for ten minutes: it leaves within them or not at all, and it is taken away."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bot.storage import outbox
from bot.storage.moments import from_text, to_text
from handlers.buttons import Button, Rows, pack
from handlers.context import Context
from handlers.routes import Result, Routes

SHOWN_FOR = timedelta(minutes=10)
ARRIVED = "shown.arrived"
DATA, MEMBERS, FILE = (
    "privacy.data.missed",
    "privacy.pair.export_missed",
    "privacy.pair.open_missed",
)
"""What is said where it did not leave in time, by what it was."""


def register(on: Routes) -> None:
    """What came of each sending."""
    on.result(ARRIVED, arrived)


def for_a_while(user_id: int, name: str, missed: str, context: Context) -> dict[str, Any]:
    """Return how a named message leaves, as :meth:`Context.say` and ``send_file`` take it.

    ``missed`` is what its reader is told where Telegram did not answer in time.
    """
    until = context.now + SHOWN_FOR
    echo = {"user_id": user_id, "name": name, "missed": missed, "until": to_text(until)}
    return {"message": name, "expires_at": until, "wants": ARRIVED, "echo": echo}


async def arrived(result: Result, context: Context) -> None:
    """Take away what came as its time ended; say once that something did not leave in time."""
    user_id, until = result.echo["user_id"], result.echo["until"]
    if result.ok and context.now >= from_text(until):
        await context.remove(user_id, result.echo["name"])
    elif result.reason == outbox.MISSED:
        await _say_missed(user_id, result.echo["missed"], until, context)


async def _say_missed(user_id: int, missed: str, until: str, context: Context) -> None:
    words = await context.words(user_id)
    buttons: Rows = ()
    if missed == DATA:
        buttons = [[Button(words.label("privacy.buttons.data"), pack("privacy.data"))]]
    key = f"{missed}:{user_id}:{until}"
    await context.say(user_id, words.text(missed), buttons, key=key, silent=context.is_night)
