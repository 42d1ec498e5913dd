"""``entraide export cafes`` and ``entraide import cafes``: past years come out as they went in."""

from __future__ import annotations

from pathlib import Path

from bot.community.cafes.attendance import Table, read_csv
from bot.crypto import load_keys
from bot.storage.database import Database
from tests.bot.terminal import Terminal

REPORT = """date,lieu,# participants,père,mère,autres famille,prof.,thème
2017-10-16,Montréal,10,5,2,2,0,Partage et entraide
2017-11-29,Montréal,16,6,7,3,–,Juridique
2018-01-17,Montréal,7,3,3,1,–,Partage et entraide
2018-02-12,Québec,14,3,5,6,–,Partage et entraide
2018-02-20,Montréal,12,7,3,2,–,Partage et entraide
2018-02-28,Montérégie,17,6,6,3,2,Partage et entraide
2018-03-21,Montréal,6,2,2,–,2,Partage et entraide
total,,82,32,28,15,4,
"""


async def database(terminal: Terminal) -> None:
    ring, _ = load_keys(None, terminal.data)
    db = await Database.open(terminal.data / "entraide.db", ring)
    await db.close()


async def test_a_past_year_comes_out_exactly_as_it_went_in(
    terminal: Terminal, tmp_path: Path
) -> None:
    await database(terminal)
    given = tmp_path / "2017-2018.csv"
    given.write_text(REPORT, "utf-8")
    for _ in range(2):  # a second time changes nothing
        done = await terminal.type("import", "cafes", str(given))
        assert done.code == 0
        assert "7 cafés repris" in done.out
    out = tmp_path / "out.csv"
    assert (await terminal.type("export", "cafes", str(out))).code == 0
    wanted = read_csv(REPORT.encode())
    assert isinstance(wanted, Table)
    assert read_csv(out.read_bytes()) == wanted
    rows = [line.split(",") for line in out.read_text("utf-8-sig").splitlines()]
    without_remainder = [",".join([*row[:7], row[8]]) for row in rows[1:-1]]
    assert without_remainder == REPORT.splitlines()[1:], "exactly as given"
    assert [row[7] for row in rows[1:-1]] == ["1", "0", "0", "0", "0", "0", "0", "1"]
    shown = (await terminal.type("export", "cafes", "--year", "2017")).out
    assert "39 %" in shown
    total, _, difference = shown.splitlines()[-3:]
    assert "15" in total, "the reported total stands, never corrected"
    assert (
        difference == "autres famille : 15 au rapport, 17 selon les lignes. Les deux sont gardés."
    )
    nothing = (await terminal.type("export", "cafes", "--year", "2018")).out
    assert "2018-01-17" not in nothing


async def test_a_spreadsheet_goes_to_a_file(terminal: Terminal, tmp_path: Path) -> None:
    await database(terminal)
    sheet = tmp_path / "presences.xlsx"
    assert (await terminal.type("export", "cafes", str(sheet))).code == 0
    assert sheet.read_bytes().startswith(b"PK")
    refused = await terminal.type("export", "cafes", "--format", "xlsx")
    assert refused.code == 1
    assert "donnez un nom de fichier" in refused.refusal


async def test_a_faulty_file_is_refused_whole_with_its_lines(
    terminal: Terminal, tmp_path: Path
) -> None:
    await database(terminal)
    given = tmp_path / "faux.csv"
    given.write_text(REPORT.replace("2018-01-17", "janvier").replace(",12,", ",1,"), "utf-8")
    done = await terminal.type("import", "cafes", str(given))
    assert done.code == 1
    assert "ligne 4" in done.err
    assert "ligne 6" in done.err
    assert "2017" not in (await terminal.type("export", "cafes")).out


async def test_without_a_database_there_is_nothing_to_export(terminal: Terminal) -> None:
    done = await terminal.type("export", "cafes")
    assert done.code == 1
    assert "n’existe pas" in done.refusal
