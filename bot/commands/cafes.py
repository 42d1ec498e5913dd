"""``entraide export cafes`` and ``entraide import cafes``: the table of attendance, out and in."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from bot.commands.ring import known_keys
from bot.commands.sentences import Refused
from bot.community.cafes.attendance import (
    Fault,
    Table,
    Wrong,
    as_csv,
    as_text,
    as_xlsx,
    read_csv,
)
from bot.crypto import DATABASE_FILE
from bot.settings import Settings
from bot.storage.cafes import attendance
from bot.storage.database import Database, looking
from content import Words, load
from content.markup import strip_tags
from handlers.cafes import report

FORMATS = ("text", "csv", "xlsx")

_WHY = {
    Wrong.EMPTY: "le fichier ne contient aucun café",
    Wrong.HEADING_UNKNOWN: "la colonne « {value} » est inconnue",
    Wrong.HEADING_TWICE: "la colonne « {value} » est là deux fois",
    Wrong.HEADING_MISSING: "il manque une colonne : {value}",
    Wrong.DATE: "« {value} » n’est pas une date comme 2018-01-17",
    Wrong.PLACE: "il manque le lieu",
    Wrong.NUMBER: "« {value} » n’est pas un nombre",
    Wrong.TOTAL_MISSING: "il manque le nombre de participants",
    Wrong.MORE_THAN_TOTAL: "les groupes font {value}, plus que le total",
    Wrong.REMAINDER: "« {value} » non classés ne correspond pas au reste",
    Wrong.TWICE: "ce jour et ce lieu sont déjà sur une autre ligne ({value})",
}


def export(settings: Settings, file: Path | None, wanted: str | None, year: int | None) -> int:
    """Write the table to a file, or to the terminal as text or CSV; ``year`` begins in April."""
    form = wanted or (file.suffix.lstrip(".") if file and file.suffix[1:] in FORMATS else "text")
    words = load().words(settings.default_language)
    table = asyncio.run(_table(settings, words, year))
    content = _written(table, form, words)
    if file is not None:
        file.write_bytes(content)
        print(f"{len(table.rows)} cafés écrits dans {file}.")
    elif form == "xlsx":
        raise Refused("Un fichier Excel ne s’affiche pas : donnez un nom de fichier.")
    else:
        sys.stdout.buffer.write(content)
        sys.stdout.flush()
    return 0


def _written(table: Table, form: str, words: Words) -> bytes:
    headings = report.headings(words, short=form == "text")
    match form:
        case "csv":
            return as_csv(table, headings)
        case "xlsx":
            return as_xlsx(table, headings)
    said = (strip_tags(line) for line in report.differences(table, words))
    return "".join(f"{line}\n" for line in (as_text(table, headings), *said)).encode()


async def _table(settings: Settings, words: Words, year: int | None) -> Table:
    database = _existing(settings)
    keys, _ = known_keys(settings)
    async with looking(database, keys) as tx:
        rows = await report.rows(tx, words, settings.timezone)
        kept = [row for row in rows if year in (None, report.year_of(row.day))]
        return await report.table(tx, kept)


def import_past(settings: Settings, file: Path) -> int:
    """Take in the cafés of past years from a CSV file: all of it, or nothing."""
    found = read_csv(file.read_bytes())
    if not isinstance(found, Table):
        raise Refused("Rien n’est repris :\n" + "\n".join(_said(fault) for fault in found))
    count = asyncio.run(_take(settings, found))
    print(f"{count} cafés repris de {file}, tels quels.")
    if found.unclassified:
        print(f"Personnes non classées : {found.unclassified}, montrées ainsi, jamais corrigées.")
    if found.reported is not None:
        print("Les totaux du rapport diffèrent de ceux des lignes : les deux sont gardés.")
    return 0


def _said(fault: Fault) -> str:
    return f"ligne {fault.line} : {_WHY[fault.why].format(value=fault.value)}"


async def _take(settings: Settings, table: Table) -> int:
    keys, _ = known_keys(settings)
    db = await Database.open(_existing(settings), keys)
    try:
        async with db.transaction() as tx:
            return await attendance.take_past(tx, table)
    finally:
        await db.close()


def _existing(settings: Settings) -> Path:
    database = settings.data_dir / DATABASE_FILE
    if not database.exists():
        raise Refused(f"{database} n’existe pas : lancez d’abord le robot une fois.")
    return database
