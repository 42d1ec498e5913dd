"""/presences: the table of a year, as text on a phone and as files."""

from __future__ import annotations

from telegram import Update

from bot.community.cafes.attendance import Table, as_csv, as_text, as_xlsx
from bot.community.members import Role
from content import Html, Words
from handlers.buttons import Button, Rows, number, pack
from handlers.cafes import report
from handlers.context import Context
from handlers.routes import Pressed, Routes

LONGEST = 3400


def register(on: Routes) -> None:
    """The latest year, the others, the files."""
    on.command("presences", "attendance", act=show_latest, role=Role.MODERATOR)
    on.button("presences.year", show_year, Role.MODERATOR)
    on.button("presences.csv", send_csv, Role.MODERATOR)
    on.button("presences.xlsx", send_xlsx, Role.MODERATOR)


async def show_latest(update: Update, context: Context) -> None:
    """Show the latest year that has a café."""
    user = update.effective_user
    if user is None:
        return
    words = await context.words(user.id)
    years = await _years(words, context)
    if years:
        await _show(years[-1], user.id, context)
    else:
        await context.say(user.id, words.text("cafes.table.none"))


async def show_year(pressed: Pressed, context: Context) -> None:
    """Show another year."""
    await _show(number(pressed.args) or 0, pressed.user.id, context)


async def _years(words: Words, context: Context) -> list[int]:
    rows = await report.rows(context.tx, words, context.community.timezone)
    return sorted({report.year_of(row.day) for row in rows})


async def _table(year: int, words: Words, context: Context) -> Table:
    rows = await report.rows(context.tx, words, context.community.timezone)
    return await report.table(context.tx, [r for r in rows if report.year_of(r.day) == year])


async def _show(year: int, user_id: int, context: Context) -> None:
    words = await context.words(user_id)
    table = await _table(year, words, context)
    if not table.rows:
        await context.say(user_id, words.text("cafes.table.none"))
        return
    text = as_text(table, report.headings(words, short=True))
    shown = Html(f"<pre>{Html.quote(text)}</pre>")
    if len(shown) > LONGEST:
        shown = words.text("cafes.table.long")
    parts = [words.text("cafes.table.title", first=year, last=year + 1), shown]
    if said := report.differences(table, words):
        parts.append(Html("\n".join(said)))
    if table.unclassified:
        parts.append(words.count("cafes.table.remainder", table.unclassified))
    buttons = await _buttons(year, words, context)
    await context.say(user_id, "\n\n".join(parts), buttons)


async def _buttons(year: int, words: Words, context: Context) -> Rows:
    files = [
        Button(words.label("cafes.buttons.csv"), pack("presences.csv", year)),
        Button(words.label("cafes.buttons.xlsx"), pack("presences.xlsx", year)),
    ]
    others = [
        [Button(_label(other, words), pack("presences.year", other))]
        for other in await _years(words, context)
        if other != year
    ]
    return [files, *others]


def _label(year: int, words: Words) -> str:
    return words.label("cafes.buttons.year", first=year, last=year + 1)


async def send_csv(pressed: Pressed, context: Context) -> None:
    """Send the year as a CSV file."""
    year, words = number(pressed.args) or 0, await context.words(pressed.user.id)
    content = as_csv(await _table(year, words, context), report.headings(words))
    await _send(year, "csv", content, pressed, context)


async def send_xlsx(pressed: Pressed, context: Context) -> None:
    """Send the year as a spreadsheet."""
    year, words = number(pressed.args) or 0, await context.words(pressed.user.id)
    content = as_xlsx(await _table(year, words, context), report.headings(words))
    await _send(year, "xlsx", content, pressed, context)


async def _send(year: int, ending: str, content: bytes, pressed: Pressed, context: Context) -> None:
    words = await context.words(pressed.user.id)
    caption = words.text("cafes.table.file", first=year, last=year + 1)
    name = f"presences-{year}-{year + 1}.{ending}"
    await context.send_file(pressed.chat_id, name, content, caption)
