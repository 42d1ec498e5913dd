"""The table as a spreadsheet (XLSX) and as a CSV file, safe to open: no text is ever a formula."""

from __future__ import annotations

import csv
import io
import re
from datetime import date

from bot.community.cafes.attendance.layout import Cell, Headings, cells
from bot.community.cafes.attendance.table import Table

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
"""What a spreadsheet would run; https://owasp.org/www-community/attacks/CSV_Injection."""
_ESCAPED = re.compile(r"'+[=+\-@\t\r]")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_WIDTHS = {"A": 12, "B": 16, "I": 48}


def as_csv(table: Table, headings: Headings) -> bytes:
    """Return the table as a CSV file in UTF-8, marked so that spreadsheets see it is."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    for line in cells(table, headings):
        writer.writerow([_harmless(cell) for cell in line])
    return text.getvalue().encode("utf-8-sig", "replace")


def as_xlsx(table: Table, headings: Headings) -> bytes:
    """Return the table as a spreadsheet: dates are dates, counts are numbers, text is text."""
    # Loaded by who writes one: the bot starts sooner without it.
    from openpyxl import Workbook
    from openpyxl.styles import Font

    book = Workbook()
    sheet = book.worksheets[0]
    for at, line in enumerate(cells(table, headings), start=1):
        for column, value in enumerate(line, start=1):
            cell = sheet.cell(at, column)
            if isinstance(value, str):
                cell.value = _UNPRINTABLE.sub("", value)
                cell.data_type = "s"
                cell.quotePrefix = bool(_FORMULA.match(value))
            else:
                cell.value = value
                if isinstance(value, date):
                    cell.number_format = "yyyy-mm-dd"
    for heading in sheet[1]:
        heading.font = Font(bold=True)
    for letter, width in _WIDTHS.items():
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "A2"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def escaped(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def unescaped(text: str) -> str:
    """Return the text that ``escaped`` was given."""
    return text[1:] if _ESCAPED.match(text) else text


def _harmless(cell: Cell) -> str:
    return escaped(cell) if isinstance(cell, str) else str(cell)
