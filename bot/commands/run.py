"""``entraide run``: the bot itself, from its lock to its last call."""

from __future__ import annotations

import asyncio
import signal
import warnings
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

from telegram.warnings import PTBUserWarning

from bot.app import Bot, build_application, stop_on_signals
from bot.crypto import KEY_FILE, KeyRing, KeySource, load_keys
from bot.instance import hold_instance
from bot.liveness import EVERY_SECONDS, SignOfLife, SignWriter
from bot.logs import log_loop_exceptions, set_up_logs
from bot.settings import Settings
from content import Content, load


def run(settings: Settings) -> int:
    """Run until SIGTERM or SIGINT; return 0. Raises what :mod:`bot.commands.sentences` tells."""
    token = settings.bot_token.get_secret_value()
    set_up_logs(settings.log_level, [token])
    with hold_instance(settings.data_dir):
        secret_keys = settings.secret_keys
        keys, source = load_keys(
            secret_keys.get_secret_value() if secret_keys else None, settings.data_dir
        )
        set_up_logs(settings.log_level, [token, *keys.secrets])
        _tell_keys(settings, source)
        asyncio.run(_live(settings, keys, load()))
    return 0


async def _live(settings: Settings, keys: KeyRing, content: Content) -> None:
    log_loop_exceptions(asyncio.get_running_loop())
    # The outbox names methods as the Bot API does, known to python-telegram-bot or not.
    warnings.filterwarnings("ignore", ".*do_api_request", PTBUserWarning)
    _cancel_on_signals()
    try:
        async with build_application(settings, keys, content) as bot:
            stopping = asyncio.Event()
            stop_on_signals(stopping)
            _tell_start(settings, bot)
            async with _signs_of_life(settings, bot):
                await bot.run(stopping)
    except asyncio.CancelledError:
        pass  # asked to stop before it had begun: nothing was taken from Telegram yet
    _say("Entraide est arrêté.")


def _cancel_on_signals() -> None:
    """Give up on a start that is under way, which may be waiting for the network."""
    starting = asyncio.current_task()
    if starting is not None:
        for name in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(name, starting.cancel)


@asynccontextmanager
async def _signs_of_life(settings: Settings, bot: Bot) -> AsyncIterator[None]:
    writer = SignWriter(settings.data_dir)

    async def beat() -> None:
        while True:
            writer.write(_sign(bot))
            await asyncio.sleep(EVERY_SECONDS)

    beating = asyncio.create_task(beat())
    try:
        yield
    finally:
        beating.cancel()
        writer.close()


def _sign(bot: Bot) -> SignOfLife:
    now, monotonic = bot.clock.now(), bot.clock.monotonic()
    return SignOfLife(
        at=now,
        polled_at=now - timedelta(seconds=monotonic - bot.intake.polled_at),
        worked_at=now - timedelta(seconds=monotonic - bot.worker.worked_at),
        conflict=bot.intake.conflict,
    )


def _tell_keys(settings: Settings, source: KeySource) -> None:
    path = settings.data_dir / KEY_FILE
    if source is KeySource.CREATED:
        _say(
            f"Une clé de chiffrement vient d’être créée dans {path} : gardez-en une copie ailleurs."
        )
    if source is KeySource.FILE_WAS_OPEN:
        _say(f"D’autres comptes pouvaient lire {path} : ses droits sont corrigés (0600).")


def _tell_start(settings: Settings, bot: Bot) -> None:
    trial = " Essai à blanc : rien n’est fait à personne." if settings.dry_run else ""
    username = bot.application.bot.username
    _say(f"Entraide écoute @{username} ; données dans {settings.data_dir}.{trial}")
    if bot.code is None:
        return
    _say(f"Code d’installation : {bot.code} (jusqu’au prochain démarrage)")
    _say(f"Faites de @{username} un administrateur de vos deux groupes, puis écrivez :")
    _say(f"  dans le groupe des membres     /installer groupe {bot.code}")
    _say(f"  dans le groupe de modération   /installer moderation {bot.code}")


def _say(line: str) -> None:
    print(line, flush=True)
