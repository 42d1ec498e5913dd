"""``votes count FILE.json`` and ``votes verify``: elections counted, published votes recounted."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bot.commands.sentences import Refused
from bot.community.votes.counting import all_tied, count
from bot.community.votes.elections import Committees, Method, TooManyTiesError
from bot.community.votes.files import BadFileError, quoted
from bot.community.votes.instances import Instance, read
from bot.community.votes.marks import Name
from bot.community.votes.publication import as_text, result
from bot.community.votes.verification import (
    Different,
    OrderOnly,
    Same,
    verify,
)
from bot.crypto import DATABASE_FILE, KeyRing
from bot.settings import Settings
from bot.storage import votes
from bot.storage.database import looking


def count_file(path: Path, method: Method, seats: int | None, *, every_tie: bool) -> int:
    """Print as JSON the result of an election, or every set of winners before the tie rule.

    Returns 0. Raises Refused for a file that is no election, and OSError.
    """
    try:
        instance = read(_text(path), method, seats)
    except BadFileError as error:
        raise Refused(f"{path} : {error}.") from error
    if every_tie:
        print(_listed(_tied(path, method, instance), instance.names))
    else:
        print(as_text(_named(instance, method)))
    return 0


def _tied(path: Path, method: Method, instance: Instance) -> Committees:
    try:
        return all_tied(method, instance.election)
    except TooManyTiesError as error:
        instead = f"entraide votes count {path} --method {method} --seats {instance.election.seats}"
        raise Refused(
            f"{path} : plus de 200 000 ensembles de gagnants à égalité, ou trop d’égalités à"
            " suivre; rien n’est écrit, plutôt qu’une partie. Demandez moins de gagnants, avec"
            " --seats. Ou le résultat seul, qui dit sous « ties » chaque égalité et ce qui la"
            f" départage : {instead}"
        ) from error


def verify_file(path: Path) -> int:
    """Recount a vote published in a file; print the verdict, return 1 if it differs."""
    return verify_text(_text(path))


def verify_kept(settings: Settings, vote: int) -> int:
    """Recount a vote of this community by its number, whether the bot runs or not.

    Raises Refused where there is no such vote, or it is not counted.
    """
    published = asyncio.run(_kept(settings, vote))
    if published is None:
        raise Refused(f"Le vote n° {vote} n’existe pas, ou n’a pas été compté.")
    return verify_text(published)


async def _kept(settings: Settings, vote: int) -> str | None:
    path = settings.data_dir / DATABASE_FILE
    if not path.exists():
        return None
    # What is published is not sealed: a ring that opens nothing will do.
    async with looking(path, KeyRing.new()) as tx:
        return await votes.publication(tx, vote)


def verify_text(published: str) -> int:
    """Recount a published vote; print the verdict, return 1 if it differs.

    Raises Refused for a text that is no publication.
    """
    try:
        verdict = verify(published)
    except BadFileError as error:
        raise Refused(f"Ce n’est pas un vote publié : {error}.") from error
    match verdict:
        case Same(voters):
            print(f"✓ {voters} bulletins recomptés : le résultat publié est le bon.")
            return 0
        case OrderOnly():
            print("✓ Moins de cinq bulletins : seul l’ordre est publié, rien n’est à recompter.")
            return 0
        case Different(where, said, recounted):
            print(f"✗ {where} : publié {quoted(said)}, recompté {quoted(recounted)}")
    return 1


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(f"{path} : ce n’est pas un texte en UTF-8.") from error


def _listed(committees: Committees, names: Mapping[int, Name]) -> str:
    """A list of lists, names sorted in each and sets sorted among themselves, one a line."""
    named = sorted(
        (sorted((names[theme] for theme in committee), key=_key) for committee in committees),
        key=lambda committee: [_key(name) for name in committee],
    )
    return "[\n" + ",\n".join(f"  {_json(committee)}" for committee in named) + "\n]"


def _key(name: Name) -> tuple[bool, int, str]:
    """Numbers by their size, before texts."""
    return (False, name, "") if isinstance(name, int) else (True, 0, name)


def _named(instance: Instance, method: Method) -> dict[str, Any]:
    """The result, its themes by the names that the file gives them."""
    names, election = instance.names, instance.election
    told = result(count(method, election))
    told["winners"] = [names[theme] for theme in told["winners"]]
    told["order"] = [place | {"theme": names[place["theme"]]} for place in told["order"]]
    told["ties"] = [
        tie | {"between": [names[theme] for theme in tie["between"]]} for tie in told["ties"]
    ]
    return {"method": str(method), "seats": election.seats} | told


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
