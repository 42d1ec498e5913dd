"""The command line: its words, its options, and how a failure is told."""

from __future__ import annotations

import argparse
import io
import logging
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from bot.clock import Clock
from bot.community.votes.elections import Method
from bot.settings import Settings, load_settings

Act = Callable[[Settings, argparse.Namespace], int]

_log = logging.getLogger(__name__)


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments ask; return 0, or 1 after one sentence on stderr."""
    options = _parser().parse_args(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal without accents is no reason to stop
    settings: Settings | None = None
    try:
        if options.act is None:
            code = _without_settings(options)
        else:
            settings = load_settings()
            act: Act = options.act
            code = act(settings, options)
        sys.stdout.flush()
        return code
    except BrokenPipeError:  # who reads has read enough (« | head »)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
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


def _without_settings(options: argparse.Namespace) -> int:
    """Do what needs no settings, or tells for itself what is wrong with them."""
    if options.command == "demo":
        from bot.demo import main as demo

        return demo(transcript=options.transcript, fast=options.fast)
    if options.command in ("content", "faq", "conduct"):
        return _texts(options)
    if options.command == "votes":
        return _votes(options)
    from bot.commands.check import check

    return check(Clock.system())


def _texts(options: argparse.Namespace) -> int:
    from bot.commands import texts

    if options.command == "conduct":
        from bot.commands.conduct import evaluate_file

        return evaluate_file(options.sentences)
    if options.command == "content":
        return texts.check_content(Clock.system(), options.folder)
    return texts.evaluate_search(options.folder, options.queries, titles_only=options.titles_only)


def _votes(options: argparse.Namespace) -> int:
    from bot.commands import votes

    if options.what == "verify":
        if str(options.vote).isdecimal():
            return votes.verify_kept(load_settings(), int(str(options.vote)))
        return votes.verify_file(options.vote)
    method = Method(options.method)
    return votes.count_file(options.file, method, options.seats, every_tie=options.all_tied)


def _run(settings: Settings, _options: argparse.Namespace) -> int:
    from bot.commands.run import run

    return run(settings)


def _status(settings: Settings, _options: argparse.Namespace) -> int:
    from bot.commands.status import status

    return status(settings, Clock.system())


def _backup(settings: Settings, options: argparse.Namespace) -> int:
    from bot.commands.backups import backup

    return backup(settings, options.file)


def _restore(settings: Settings, options: argparse.Namespace) -> int:
    from bot.commands.backups import restore

    return restore(settings, options.file)


def _keys(settings: Settings, options: argparse.Namespace) -> int:
    from bot.commands import keys

    match options.what:
        case "list":
            return keys.show_list(settings)
        case "backup":
            return keys.show_keys(settings, anyway=options.show)
    return keys.rotate(settings, anyway=options.show)


def _audit(settings: Settings, options: argparse.Namespace) -> int:
    from bot.commands.audit import show, verify

    if options.what == "show":
        return show(settings, options.subject)
    return verify(settings, options.head)


def _export(settings: Settings, options: argparse.Namespace) -> int:
    from bot.commands import cafes

    return cafes.export(settings, options.file, options.format, options.year)


def _import(settings: Settings, options: argparse.Namespace) -> int:
    from bot.commands import cafes

    return cafes.import_past(settings, options.file)


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
    command("check", None, "Vérifie chaque chose dont le robot a besoin, et dit quoi corriger.")
    command("status", _status, "Dit si le robot entend Telegram et travaille ; code 1 sinon.")
    file = command(
        "backup", _backup, "Fait une sauvegarde chiffrée et vérifiée, sans rien arrêter."
    )
    file.add_argument("file", type=Path, nargs="?", metavar="FICHIER", help="où l’écrire")
    file = command(
        "restore", _restore, "Remet une sauvegarde ; la base présente est gardée à côté."
    )
    file.add_argument("file", type=Path, metavar="FICHIER", help="la sauvegarde à remettre")
    keys = command("keys", _keys, "Les clés de chiffrement : les nommer, en changer, les recopier.")
    keys.add_argument(
        "what",
        choices=("list", "rotate", "backup"),
        help="list : les noms et ce que chacune chiffre ; rotate : tout chiffrer avec une clé "
        "neuve, robot arrêté ; backup : afficher les clés, pour les garder ailleurs",
    )
    keys.add_argument("--show", action="store_true", help="afficher même hors d’un terminal")
    audit = command("audit", _audit, "Vérifie le registre de ce qui a été décidé, ou le lit.")
    audit.add_argument(
        "what",
        choices=("verify", "show"),
        help="verify : suivre toute la chaîne; show : qui a fait quoi au sujet d’une fiche",
    )
    audit.add_argument("subject", nargs="?", default="", metavar="C-12", help="pour show")
    audit.add_argument(
        "--head", default="", metavar="EMPREINTE", help="une empreinte notée, du bilan par exemple"
    )
    _add_texts(command)
    _add_tables(command)

    _add_votes(command)
    demo = command("demo", None, "Montre le robot dans une page web, sans jeton ni Internet.")
    demo.add_argument(
        "--transcript", action="store_true", help="joue l’histoire dans le terminal, puis finit"
    )
    demo.add_argument("--fast", action="store_true", help="sans laisser le temps de lire")
    return parser


def _add_texts(command: Callable[[str, Act | None, str], argparse.ArgumentParser]) -> None:
    content = command(
        "content", None, "Vérifie les textes : fautes avec fichier et ligne, conseils."
    )
    content.add_argument("what", choices=("check",), help="check : tout lire, ne rien changer")
    content.add_argument("folder", type=Path, nargs="?", metavar="DOSSIER", help="un autre dossier")
    conduct = command("conduct", None, "Dit ce que les règles pensent de phrases étiquetées.")
    conduct.add_argument("what", choices=("eval",), help="eval : verdict et règle de chaque ligne")
    conduct.add_argument("sentences", type=Path, metavar="FICHIER.csv", help="colonnes text,label")
    faq = command("faq", None, "Mesure la recherche sur un dossier de réponses.")
    faq.add_argument("what", choices=("eval",), help="eval : hit@1, hit@3, MRR, fausses réponses")
    faq.add_argument("folder", type=Path, metavar="DOSSIER", help="des réponses en Markdown")
    faq.add_argument("queries", type=Path, metavar="QUESTIONS.csv", help="colonnes query,id")
    faq.add_argument("--titles-only", action="store_true", help="sans formulations ni réponses")


def _add_tables(command: Callable[[str, Act | None, str], argparse.ArgumentParser]) -> None:
    out = command("export", _export, "Écrit le tableau des présences aux cafés.")
    out.add_argument("what", choices=("cafes",), help="cafes : présences, totaux et parts")
    out.add_argument("file", type=Path, nargs="?", metavar="FICHIER", help="sinon, au terminal")
    out.add_argument("--format", choices=("text", "csv", "xlsx"), help="sinon, selon le fichier")
    out.add_argument("--year", type=int, metavar="ANNÉE", help="2017 : d’avril 2017 à mars 2018")
    into = command("import", _import, "Reprend les cafés des années passées.")
    into.add_argument("what", choices=("cafes",), help="cafes : une ligne par café")
    into.add_argument("file", type=Path, metavar="FICHIER.csv", help="les lignes du rapport")


def _add_votes(command: Callable[[str, Act | None, str], argparse.ArgumentParser]) -> None:
    votes = command("votes", None, "Compte des bulletins; recompte un vote publié.")
    what = votes.add_subparsers(dest="what", required=True, metavar="QUOI")
    count = what.add_parser(
        "count",
        help="compte un fichier de bulletins",
        description=COUNT_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    count.add_argument("file", type=Path, metavar="FICHIER.json")
    count.add_argument("--method", required=True, choices=[str(method) for method in Method])
    count.add_argument(
        "--seats",
        type=int,
        metavar="N",
        help="combien de gagnants; sinon ce que dit le fichier, ou 1",
    )
    count.add_argument(
        "--all-tied",
        action="store_true",
        help="tous les ensembles de gagnants possibles avant la règle des égalités",
    )
    verify = what.add_parser("verify", help="recompte un vote publié; code 1 s’il diffère")
    verify.add_argument(
        "vote",
        type=Path,
        metavar="N|FICHIER.json",
        help="le numéro d’un vote de cette communauté, ou le fichier publié",
    )


COUNT_HELP = """\
Compte des bulletins et imprime le résultat en JSON.

Le fichier : {"candidates": ["A", "B", "C"], "ballots": [...], "seats": 2}
  approval, phragmen   {"count": 3, "approves": ["A", "B"]}
  schulze              {"count": 3, "ranking": [["A"], ["B", "C"]]} : A, puis B et C à égalité;
                       qui n’est pas nommé vient après tous les autres, à égalité
On peut aussi écrire themes au lieu de candidates, weight au lieu de count (1 s’il manque), le
bulletin seul (["A", "B"], "A>B=C"), ou le rang d’un candidat dans la liste (0, 1…) pour son nom.
Sans candidates, ce sont ceux que les bulletins nomment.

Avec --all-tied, une liste d’ensembles de gagnants, triés : [["A", "B"], ["A", "C"]]
  approval   tout ensemble de N candidats qui laisse dehors des candidats pas plus approuvés
  phragmen   tout ensemble auquel mènent les égalités, quel que soit le candidat pris à chacune
  schulze    une place : les gagnants potentiels; N places : les N premiers de tout ordre qui
             respecte chaque victoire (la relation de Schulze est transitive). Ce n’est pas
             proportionnel. Force d’une victoire : le nombre de bulletins gagnants.

Sans --all-tied : winners, order (voices : bulletins qui nomment; new_voices : ceux d’entre eux qui
ne nomment rien de placé avant; score : voix, charge de Phragmén, ou candidats devancés) et ties.
Les égalités : jamais traité, traité depuis le plus longtemps (treated_on), proposé le premier
(proposed_on), puis le plus petit SHA-256 de « seed:numéro ».
"""
