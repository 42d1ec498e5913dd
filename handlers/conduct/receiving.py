"""Receiving a report: the case it opens or joins, its limits, the thanks; never who reports."""

from __future__ import annotations

from bot.community.members import Place, Role
from bot.storage import members, reports
from bot.storage.conduct import cases, evidence
from bot.storage.conduct.cases import Case
from content import Words
from handlers.buttons import Button, Rows, column, pack
from handlers.conduct import alone
from handlers.conduct import cases as desk
from handlers.conduct.standing import is_about_sole_coordinator, readers
from handlers.context import Context
from handlers.routes import may
from moderation.conduct.decisions import No
from moderation.conduct.reports import (
    A_DAY,
    AddTo,
    Known,
    OpenAbout,
    OpenCase,
    Report,
    is_same,
    receive,
)

UNSAID = "unsaid"
"""The category of a report until its author chooses one."""

CATEGORIES = {
    "hurt": 1,
    "threat": 8,
    "worry": 8,
    "named": 2,
    "child": 3,
    "court": 4,
    "parent": 5,
    "advice": 6,
    "selling": 7,
    "other": 9,
}
"""What one may report, each with the article of the code that it falls under."""

LONGEST = 500
"""Characters of what a reporter adds."""


async def stands_somewhere(about: int, context: Context) -> bool:
    """Tell whether it is known if somebody moderates; where not, Telegram is asked first.

    The update comes back then. A moderator whom the bot never saw must not be taken for a member:
    what is reported of them would stand before all the moderators.
    """
    return about < 0 or await may(about, Role.MODERATOR, context) is not None


async def received(
    reporter: int,
    about: int,
    context: Context,
    *,
    message: int | None = None,
    text: str = "",
    words: str = "",
) -> None:
    """Receive a report: it opens a case, or joins that of the same message.

    ``text`` is the reported message, kept as evidence; ``words`` are the reporter's own.
    """
    report = Report(reporter, about, message, text)
    verdict = await _verdict(report, context)
    if isinstance(verdict, No):
        await alone.tell(reporter, f"reports.not.{verdict.why}", context)
        return
    if isinstance(verdict, AddTo):
        case = await cases.again(context.tx, verdict.case)
    else:
        case = await desk.open_about(about, CATEGORIES["other"], context)
    await _keep(report, case, context)
    number = await reports.add(context.tx, case.id, reporter, UNSAID, context.now)
    if words:
        await reports.set_words(context.tx, number, words[:LONGEST])
    await desk.show(case, context)
    rows = category_buttons(number, await context.words(reporter))
    await alone.tell(reporter, "reports.thanks", context, rows, message=screen(number))
    if await is_about_sole_coordinator(case, context):
        key = "sole" if await readers(case, context) else "sole_unread"
        await alone.tell(reporter, f"reports.{key}", context)


async def _keep(report: Report, case: Case, context: Context) -> None:
    """Keep the reported message as evidence, once, whichever way it is shown."""
    for kept in await evidence.of(context.tx, case.id):
        if is_same(report, Known(kept.message_id, kept.text)):
            if kept.message_id is None and report.message is not None:
                await evidence.set_message(context.tx, kept.id, report.message)
            return
    if report.text:
        number, kept_as = report.message, {"source": "report", "text": report.text}
        await evidence.add(context.tx, case.id, **kept_as, message_id=number, now=context.now)


async def _verdict(report: Report, context: Context) -> OpenCase | AddTo | No:
    sent = await reports.sent(context.tx, report.reporter, context.now - A_DAY)
    team = frozenset(await members.present(context.tx, Place.MODERATORS))
    if (group := await context.chat_id(Place.GROUP)) is not None:
        team |= {group}  # an anonymous administrator may be a moderator
    opened = await cases.open_of(context.tx, report.about)
    about = [
        OpenAbout(
            case.id,
            case.user_id,
            tuple(
                Known(each.message_id, each.text) for each in await evidence.of(context.tx, case.id)
            ),
            await reports.reporters(context.tx, case.id),
        )
        for case in opened
        # What concerns a moderator never joins a card that all the moderators read.
        if case.to_coordinators or report.about not in team
    ]
    decided = [
        Known(each.message_id, each.text)
        for case in await cases.of(context.tx, report.about)
        if not case.is_open and not case.rehearsal and not case.undone
        for each in await evidence.of(context.tx, case.id)
    ]
    return receive(report, sent, about, team, context.now, decided)


def screen(number: int) -> str:
    """Return the name of the private message in which a reporter says more."""
    return f"report:{number}"


def category_buttons(number: int, words: Words) -> Rows:
    """Return what a report may be about, one button a row."""
    return column(
        Button(words.label(f"reports.categories.{name}"), pack("report.category", number, name))
        for name in CATEGORIES
    )
