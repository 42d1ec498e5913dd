"""The year's table gives back exactly what was reported, in every form."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from bot.community.cafes.attendance import (
    Counts,
    Difference,
    Fault,
    Group,
    Headings,
    Row,
    Table,
    Totals,
    Wrong,
    as_csv,
    as_text,
    as_xlsx,
    read_csv,
)
from bot.community.cafes.attendance.sheets import escaped, unescaped
from bot.community.cafes.attendance.table import percent

PAST = (Path(__file__).parent / "data" / "2017-2018.csv").read_bytes()
WITHOUT_TOTALS = b"\n".join(PAST.splitlines()[:-1])
FRENCH = Headings(
    *("date", "lieu", "# participants", "père", "mère", "autres famille", "prof."),
    *("non classé", "thème", "total", "part du total"),
)
ENGLISH = Headings(
    *("date", "place", "participants", "father", "mother", "other family", "prof."),
    *("unclassified", "theme", "total", "share"),
)
PHONE = Headings("", "", "#", "P", "M", "F", "Pr", "nc", "", "total", "part")


def table_of(file: bytes) -> Table:
    table = read_csv(file)
    assert isinstance(table, Table), table
    return table


def row(total: int, counts: Counts, *, place: str = "Québec", theme: str = "Deuil") -> Row:
    return Row(date(2026, 1, 20), place, total, counts, theme)


def test_the_seven_rows_come_out_as_they_were_given() -> None:
    lines = list(csv.reader(io.StringIO(as_csv(table_of(PAST), FRENCH).decode("utf-8-sig"))))
    given_lines = list(csv.reader(io.StringIO(PAST.decode())))
    assert [[*line[:7], line[8]] for line in lines[:-1]] == given_lines


def test_what_was_not_classified_is_a_remainder() -> None:
    table = table_of(PAST)
    assert [row.unclassified for row in table.rows] == [1, 0, 0, 0, 0, 0, 0]
    assert table.unclassified == 1


def test_not_given_is_not_none_at_all() -> None:
    rows = table_of(PAST).rows
    assert [row.counts.professional for row in rows] == [0, None, None, None, None, 2, 2]
    assert rows[-1].counts.family is None


def test_the_totals_and_shares_of_the_report_stand() -> None:
    table = table_of(PAST)
    assert table.totals == Totals(82, Counts(32, 28, 15, 4))
    assert [table.totals.share(group) for group in Group] == [39, 34, 18, 5]
    assert table.differences == (Difference(Group.FAMILY, 15, 17),)


def test_without_a_report_the_rows_give_the_totals() -> None:
    table = table_of(WITHOUT_TOTALS)
    assert table.totals == Totals(82, Counts(32, 28, 17, 4))
    assert [table.totals.share(group) for group in Group] == [39, 34, 21, 5]
    assert table.differences == ()


def test_on_a_phone_the_table_reads_at_a_glance() -> None:
    assert as_text(table_of(PAST), PHONE) == "\n".join(
        (
            "            #    P    M    F  Pr nc",
            "2017-10-16 10    5    2    2   0  1",
            "  Montréal · Partage et entraide",
            "2017-11-29 16    6    7    3   –  0",
            "  Montréal · Juridique",
            "2018-01-17  7    3    3    1   –  0",
            "  Montréal · Partage et entraide",
            "2018-02-12 14    3    5    6   –  0",
            "  Québec · Partage et entraide",
            "2018-02-20 12    7    3    2   –  0",
            "  Montréal · Partage et entraide",
            "2018-02-28 17    6    6    3   2  0",
            "  Montérégie · Partage et entraide",
            "2018-03-21  6    2    2    –   2  0",
            "  Montréal · Partage et entraide",
            "total      82   32   28   15   4  1",
            "part          39 % 34 % 18 % 5 %   ",
        )
    )


def test_a_spreadsheet_holds_dates_numbers_and_words() -> None:
    sheet = load_workbook(io.BytesIO(as_xlsx(table_of(PAST), FRENCH))).worksheets[0]
    lines = list(sheet.iter_rows(values_only=True))
    assert lines[1] == (
        *(datetime(2017, 10, 16), "Montréal", 10, 5, 2, 2, 0, 1),  # noqa: DTZ001
        "Partage et entraide",
    )
    assert lines[2][6] == "–"
    assert lines[8][:8] == ("total", None, 82, 32, 28, 15, 4, 1)
    assert lines[9][3:7] == ("39 %", "34 %", "18 %", "5 %")


@pytest.mark.parametrize(
    "danger", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "'=1", '=HYPERLINK("x")']
)
def test_nothing_that_people_write_runs_in_a_spreadsheet(danger: str) -> None:
    table = Table((row(3, Counts(), place=danger, theme=danger),))
    cells = list(csv.reader(io.StringIO(as_csv(table, FRENCH).decode("utf-8-sig"))))[1]
    assert cells[1][0] == "'" and cells[8][0] == "'"  # noqa: PT018
    sheet = load_workbook(io.BytesIO(as_xlsx(table, FRENCH))).worksheets[0]
    for cell in (sheet["B2"], sheet["I2"]):
        assert (cell.data_type, cell.value) == ("s", danger)


def test_what_a_spreadsheet_cannot_hold_is_left_out_of_it() -> None:
    table = Table((row(3, Counts(), theme="Deuil\x07 \ud800blanc"),))
    sheet = load_workbook(io.BytesIO(as_xlsx(table, FRENCH))).worksheets[0]
    assert sheet["I2"].value == "Deuil blanc"


@given(st.text())
def test_an_escaped_text_comes_back(text: str) -> None:
    assert unescaped(escaped(text)) == text
    assert escaped(text)[:1] not in tuple("=+-@\t\r")


numbers = st.none() | st.integers(0, 40)
words = st.text(st.characters(exclude_categories=["C"]), min_size=1).map(str.strip).filter(bool)
counts = st.builds(Counts, numbers, numbers, numbers, numbers)
rows = st.builds(
    lambda day, place, counts, left, theme: Row(
        day, place, counts.classified + left, counts, theme
    ),
    st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    words,
    counts,
    st.integers(0, 9),
    words,
)
tables = st.builds(
    lambda rows, reported: Table(tuple(rows), reported),
    st.lists(rows, min_size=1, max_size=8, unique_by=lambda row: (row.day, row.place)),
    st.none() | st.builds(Totals, st.integers(0, 999), counts),
)


@settings(deadline=None)
@given(tables, st.sampled_from([FRENCH, ENGLISH]))
def test_what_is_written_as_csv_is_read_back(table: Table, headings: Headings) -> None:
    kept = table if table.reported != table.counted else Table(table.rows)
    assert read_csv(as_csv(table, headings)) == kept


@settings(deadline=None)
@given(tables)
def test_totals_are_the_sums_of_their_rows(table: Table) -> None:
    counted = table.counted
    assert counted.total == counted.counts.classified + table.unclassified
    assert counted.total == sum(row.total for row in table.rows)


@given(st.integers(0, 2000), st.integers(1, 2000))
def test_a_share_is_the_nearest_percent_halves_up(part: int, whole: int) -> None:
    exact = Fraction(100 * part, whole)
    assert -Fraction(1, 2) < percent(part, whole) - exact <= Fraction(1, 2)


HEADER = "date,lieu,participants,père,mère,autres famille,prof.,non classé,thème\n"


@pytest.mark.parametrize(
    ("lines", "faults"),
    [
        ("", [Fault(1, Wrong.EMPTY)]),
        (HEADER, [Fault(1, Wrong.EMPTY)]),
        ("date,lieu\n", [Fault(1, Wrong.HEADING_MISSING, "total")]),
        ("date,lieu,total,humeur\n", [Fault(1, Wrong.HEADING_UNKNOWN, "humeur")]),
        (
            "date,lieu,total,jour\n",
            [Fault(1, Wrong.HEADING_TWICE, "date"), Fault(1, Wrong.HEADING_TWICE, "jour")],
        ),
        (HEADER + "16 octobre,Québec,3\n", [Fault(2, Wrong.DATE, "16 octobre")]),
        (HEADER + "2026-01-20,,3\n", [Fault(2, Wrong.PLACE)]),
        (HEADER + "2026-01-20,Québec,–\n", [Fault(2, Wrong.TOTAL_MISSING)]),
        (HEADER + "2026-01-20,Québec,3,un\n", [Fault(2, Wrong.NUMBER, "un")]),
        (HEADER + "2026-01-20,Québec,3,-1\n", [Fault(2, Wrong.NUMBER, "-1")]),
        (HEADER + "2026-01-20,Québec,3,2,2\n", [Fault(2, Wrong.MORE_THAN_TOTAL, "4")]),
        (HEADER + "2026-01-20,Québec,3,1,1,–,–,0\n", [Fault(2, Wrong.REMAINDER, "0")]),
        (
            HEADER
            + '2026-01-20,Québec,3,1,1,,,,"deux\nlignes"\n\nx,Québec,3\n2026-01-20,Québec,4\n',
            [Fault(5, Wrong.DATE, "x"), Fault(6, Wrong.TWICE, "2026-01-20")],
        ),
    ],
)
def test_what_is_wrong_names_its_line(lines: str, faults: list[Fault]) -> None:
    assert read_csv(lines.encode()) == tuple(faults)


@pytest.mark.parametrize(
    "file",
    [
        "Date;Lieu;Nombre de participants;Pères;Thème;\n2026/01/20;Québec;3;ND;Deuil;\n".encode(
            "cp1252"
        ),
        "theme\tplace\tday\tfathers\tattendance\nDeuil\tQuébec\t2026-01-20\t—\t3\n".encode(),
        "\ufeffdate,lieu,# participants,sujet\r\n2026-01-20,Québec, 3 ,Deuil\r\nPart,\r\n".encode(),
    ],
)
def test_files_of_other_programs_are_read(file: bytes) -> None:
    assert read_csv(file) == Table((row(3, Counts()),))
