"""Reports: a message or a person shown to moderators, by somebody whom nobody will ever name."""

from __future__ import annotations

from datetime import timedelta

from telegram import Message, Update

from bot.community.members import Place, Role
from bot.storage import agenda, appeals, awaited, reports
from bot.storage.conduct import cases
from bot.storage.reports import Report
from handlers.buttons import Button, number, pack
from handlers.conduct import alone
from handlers.conduct import cases as desk
from handlers.conduct.facts import author_of, facts_of, shown_of
from handlers.conduct.receiving import CATEGORIES, received, screen, stands_somewhere
from handlers.conduct.ways import offer_ways
from handlers.context import Context
from handlers.members import meet
from handlers.routes import Due, Fact, Pressed, Routes, Where, where_is

COMMANDS = ("signaler", "report")
FORGET = "reports.forget"
KEPT = timedelta(days=30)
"""After the decision, who reported and what they said are destroyed."""


def register(on: Routes) -> None:
    """The command in the group, what it is about, and what follows once the case is decided."""
    both = (Where.PRIVATE, Where.GROUP)
    on.command(*COMMANDS, act=report, role=Role.MEMBER, where=both)
    on.start(COMMANDS[0], report, Role.MEMBER)
    on.button("report.category", choose_category, Role.MEMBER)
    on.button("report.words", ask_words, Role.MEMBER)
    on.fact("case_decided", tell_treated)
    on.due(FORGET, forget)


async def report(update: Update, context: Context) -> None:
    """Take a reply in the group as a report, and make the command vanish; guide in private."""
    message = update.effective_message
    if message is None or message.from_user is None:
        return
    if await where_is(message.chat_id, context) is Where.PRIVATE:
        await offer_ways(message.from_user.id, "reports.ways", context)
        return
    reported = message.reply_to_message
    if reported is not None and not await stands_somewhere(author_of(reported), context):
        return
    await context.remove_id(message.chat_id, message.message_id)
    await _report_reply(message, message.from_user.id, context)


async def _report_reply(message: Message, reporter: int, context: Context) -> None:
    """Report the message that a command answers; a deleted one is not there any more."""
    reported = message.reply_to_message
    if reported is None:
        await _say_how(reporter, context)
    elif author_of(reported) == context.community.bot_id:
        await alone.tell(reporter, "reports.not.robot", context)
    else:
        if reported.from_user is not None and reported.sender_chat is None:
            await meet(reported.from_user, context, private=False)
        words = (message.text or "").partition(" ")[2].strip()
        text, shown = shown_of(facts_of(reported)), reported.message_id
        about = author_of(reported)
        await received(reporter, about, context, message=shown, text=text, words=words)


async def _say_how(user_id: int, context: Context) -> None:
    """Say how to report, in private; to who never opened it, in the group, without a name."""
    if await alone.is_reachable(user_id, context):
        await offer_ways(user_id, "reports.no_message", context)
        return
    group, words = await context.chat_id(Place.GROUP), await context.words()
    if group is not None:
        label = words.label("common.buttons.open_private")
        door = Button(label, url=context.community.link(COMMANDS[0]))
        key = f"report_how:{context.now:%Y%m%d%H}"
        await context.say(group, words.text("reports.how"), [[door]], key=key, silent=True)


# What it is about


async def choose_category(pressed: Pressed, context: Context) -> None:
    """Note what a report is about; the card says it, and the case falls under that article."""
    kept = await _own(pressed, context)
    category = pressed.args[1] if len(pressed.args) > 1 else ""
    if kept is None or category not in CATEGORIES:
        return
    await reports.set_category(context.tx, kept.id, category)
    case = await cases.case(context.tx, kept.case)
    if case is not None and case.is_open:
        if not case.rule and case.article == CATEGORIES["other"]:
            case = await cases.update(context.tx, case.id, article=CATEGORIES[category])
        await desk.show(case, context)
    words = await context.words(pressed.user.id)
    text = words.text("reports.noted", category=words.label(f"reports.categories.{category}"))
    more = Button(words.label("reports.buttons.words"), pack("report.words", kept.id))
    await context.change(pressed.chat_id, screen(kept.id), text, [[more]])


async def ask_words(pressed: Pressed, context: Context) -> None:
    """Ask the reporter for a few words."""
    kept = await _own(pressed, context)
    if kept is not None:
        await awaited.expect(context.tx, pressed.user.id, "report", kept.id, context.now)
        await alone.tell(pressed.user.id, "reports.write", context)


async def _own(pressed: Pressed, context: Context) -> Report | None:
    """Return the report that a press is about, where it is the presser's own."""
    kept = await reports.report(context.tx, number(pressed.args) or 0)
    if kept is not None and kept.reporter == pressed.user.id:
        return kept
    words = await context.words(pressed.user.id)
    await context.answer(pressed.query_id, words.label("reports.toasts.gone"), alert=True)
    return None


# Once the case is decided


async def tell_treated(fact: Fact, context: Context) -> None:
    """Tell each reporter once that the matter was looked at; what was decided stays private."""
    case = int(fact.content["case"])
    await agenda.schedule(context.tx, FORGET, case, context.now + KEPT)
    for reporter in await reports.to_thank(context.tx, case, context.now):
        await alone.tell(reporter, "reports.treated", context)


async def forget(due: Due, context: Context) -> None:
    """Destroy what reporters said and who they are, unless the case is worked on again."""
    case = await cases.case(context.tx, int(due.key))
    appeal = await appeals.of(context.tx, int(due.key))
    if (case and case.is_open) or (appeal and appeal.is_open):
        await agenda.schedule(context.tx, FORGET, due.key, context.now + KEPT)
    else:
        await reports.forget(context.tx, int(due.key))
