"""The command line: its words, its options, and how a failure is told."""

from __future__ import annotations

import argparse
import importlib
import logging
import sys
from collections.abc import Callable, Sequence

from bot.settings import Settings, load_settings

Act = Callable[[Settings, argparse.Namespace], int]

_log = logging.getLogger(__name__)


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments ask; return 0, or 1 after one sentence on stderr."""
    options = _parser().parse_args(arguments)
    if options.command == "demo":
        return int(importlib.import_module("bot.demo").main() or 0)
    settings: Settings | None = None
    try:
        settings = load_settings()
        act: Act = options.act
        return act(settings, options)
    except Exception as error:  # noqa: BLE001 - whatever it is, the operator gets a sentence
        return _tell(error, settings)


def _tell(error: Exception, settings: Settings | None) -> int:
    from bot.commands.sentences import sentence
    from bot.logs import set_up_logs

    said = sentence(error, settings)
    if said is None:
        token = settings.bot_token.get_secret_value() if settings else ""
        set_up_logs(settings.log_level if settings else "INFO", [token])
        _log.critical("unforeseen error", exc_info=error)
        said = "Erreur imprévue : la ligne ci-dessus dit où. Rien n’a été effacé."
    print(f"entraide : {said}", file=sys.stderr)
    return 1


def _run(settings: Settings, _options: argparse.Namespace) -> int:
    from bot.commands.run import run

    return run(settings)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="entraide",
        description="Le robot Telegram d’un groupe d’entraide fermé. Réglages : .env (voir "
        ".env.example).",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMANDE")

    def command(name: str, act: Act | None, help_text: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=help_text, description=help_text)
        added.set_defaults(act=act)
        return added

    command("run", _run, "Fait tourner le robot, jusqu’à Ctrl-C ou SIGTERM.")
    command("demo", None, "Joue une adhésion du début à la fin, sans jeton ni Internet.")
    return parser
