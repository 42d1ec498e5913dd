"""``entraide status``: whether the bot hears Telegram and works, told from outside its process."""

from __future__ import annotations

import asyncio
import sqlite3
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.crypto import DATABASE_FILE, KeyRing
from bot.instance import is_held
from bot.liveness import DEAF_AFTER, SignOfLife, read_sign
from bot.settings import Settings
from bot.storage import agenda, inbox, outbox
from bot.storage.database import Transaction, looking
from bot.storage.inbox import InboxState
from bot.storage.moments import from_text
from bot.storage.outbox import OutboxState
from bot.storage.privacy import retention
from bot.storage.privacy.retention import Round

SILENT_AFTER = timedelta(seconds=30)
"""Six signs of life missed: the process is stuck, or its machine sleeps."""


@dataclass(frozen=True, slots=True)
class Queues:
    """What waits, what is uncertain, what was set aside, what falls due next."""

    inbox: InboxState
    outbox: OutboxState
    next_due: datetime | None
    retention: Round | None


def status(settings: Settings, clock: Clock) -> int:
    """Print the state of the bot; return 1 when it does not run, hear or work."""
    now = clock.now()
    sign = read_sign(settings.data_dir) if is_held(settings.data_dir) else None
    queues = asyncio.run(_queues(settings))
    if sign is not None:
        print(f"Dernier appel réussi à Telegram : {_ago(now - sign.polled_at)}")
        print(f"Dernière ligne traitée : {_ago(now - sign.worked_at)}")
    if queues is not None:
        print(
            f"Lignes en attente : {queues.inbox.waiting} reçues, {queues.outbox.waiting} à envoyer"
        )
        print(f"Envois incertains : {queues.outbox.uncertain}")
        print(f"Lignes mises de côté : {queues.inbox.aside}")
        print(f"Prochaine échéance : {_local(queues.next_due, settings)}")
        print(f"Conservation : {_round(queues.retention)}")
    if sign is not None and sign.conflict:
        print("⚠ Un autre programme utilise le même jeton : arrêtez-le.")
    trouble = trouble_of(sign, queues.inbox if queues else None, now)
    print(f"✗ {trouble}" if trouble else "✓ Le robot entend Telegram.")
    return 1 if trouble else 0


def trouble_of(sign: SignOfLife | None, rows: InboxState | None, now: datetime) -> str | None:
    """Return in a sentence why the bot does not do its work, or None when it does."""
    if sign is None:
        return "Le robot ne tourne pas : entraide run."
    if now - sign.at > SILENT_AFTER:
        return f"Le robot ne donne plus signe de vie ({_ago(now - sign.at)}) : redémarrez-le."
    if now - sign.polled_at > DEAF_AFTER:
        return "Le robot n’entend plus Telegram : vérifiez la connexion à Internet."
    waits = now - rows.oldest if rows and rows.oldest else timedelta(0)
    if min(waits, now - sign.worked_at) > DEAF_AFTER:
        return "Des lignes attendent et aucune n’est traitée : vérifiez le disque et les journaux."
    return None


async def _queues(settings: Settings) -> Queues | None:
    path = settings.data_dir / DATABASE_FILE
    if not path.exists():
        return None
    # What is read here is not sealed: a ring that opens nothing will do.
    async with looking(path, KeyRing.new()) as tx:
        due = await agenda.next_due_at(tx)
        return Queues(
            await inbox.state(tx),
            await outbox.state(tx),
            from_text(due) if due else None,
            await _last_round(tx),
        )


async def _last_round(tx: Transaction) -> Round | None:
    """Return the last round of destruction; none where the database knows of none yet."""
    try:
        return await retention.last_round(tx)
    except sqlite3.OperationalError:
        return None


def _round(last: Round | None) -> str:
    """Say what the last round destroyed, by count."""
    if last is None:
        return "aucun passage encore"
    kinds = ", ".join(f"{kind} {count}" for kind, count in last.destroyed.items())
    return f"passage du {last.day}, détruit : {kinds or 'rien'}"


def _ago(age: timedelta) -> str:
    seconds = max(0, int(age.total_seconds()))
    for size, unit in ((86400, "j"), (3600, "h"), (60, "min")):
        if seconds >= 2 * size:
            return f"il y a {seconds // size} {unit}"
    return f"il y a {seconds} s"


def _local(moment: datetime | None, settings: Settings) -> str:
    return f"{moment.astimezone(settings.timezone):%Y-%m-%d %H:%M}" if moment else "aucune"
