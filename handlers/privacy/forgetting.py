"""/oublier: in two taps, what identifies somebody is destroyed (P-39.1, s. 28.1)."""

from __future__ import annotations

from telegram import Update

from bot.community.members import Place, Role, Status
from bot.storage import appeals, audit, members, outbox, screening
from bot.storage.conduct import cases
from bot.storage.privacy import rights
from content import Html, Words
from handlers.buttons import Button, column, pack
from handlers.context import Context
from handlers.privacy.tracing import stand_in, trace
from handlers.routes import Fact, Pressed, Result, Routes
from moderation.conduct.ladder import WARNINGS_FADE_AFTER, counts_still

SAID = "privacy.said"


def register(on: Routes) -> None:
    """The two taps, then the two turns of an erasure."""
    on.command("oublier", "forget", act=ask)
    on.button("privacy.forget", ask_on_press)
    on.button("privacy.forget_yes", forget)
    on.button("privacy.keep", keep)
    on.fact("person_erases", let_others_end)
    on.fact("erasure_ready", erase)
    on.result(SAID, erase_traces)


async def ask(update: Update, context: Context) -> None:
    """Say what would be destroyed and what would stay."""
    if update.effective_user is not None:
        await _ask(update.effective_user.id, context)


async def ask_on_press(press: Pressed, context: Context) -> None:
    """Say what would be destroyed and what would stay."""
    await _ask(press.user.id, context)


async def _ask(user_id: int, context: Context) -> None:
    words = await context.words(user_id)
    buttons = [
        Button(words.label("privacy.buttons.forget_yes"), pack("privacy.forget_yes")),
        Button(words.label("privacy.buttons.keep"), pack("privacy.keep")),
    ]
    stays = Html("\n".join(await _what_stays(user_id, words, context)))
    text = words.text("privacy.forget.sure", stays=stays)
    await outbox.forget_message(context.tx, _screen(user_id))
    await context.say(user_id, text, column(buttons), message=_screen(user_id))


def _screen(user_id: int) -> str:
    return f"forget:{user_id}"


async def _what_stays(user_id: int, words: Words, context: Context) -> list[Html]:
    standing = await members.membership(context.tx, Place.GROUP, user_id)
    past = await cases.past(context.tx, user_id)
    fading = [each.at for each in past if counts_still(each, context.now) and not each.puts_out]
    stays = []
    if standing is not None and standing.status.is_in:
        stays.append("member")
    if any(each.puts_out for each in past):
        stays.append("removed")
    elif standing is not None and standing.status is Status.BANNED:
        stays.append("banned")
    if fading:
        stays.append("sanction")
    if await cases.open_of(context.tx, user_id):
        stays.append("case")
    if await appeals.waits_for(context.tx, user_id):
        stays.append("appeal")
    if await screening.refused_until(context.tx, user_id, context.now):
        stays.append("refused")
    if await context.role(user_id) >= Role.MODERATOR:
        stays.append("moderator")
    elif await audit.names(context.tx, user_id):
        stays.append("named")
    faded = max(fading, default=context.now) + WARNINGS_FADE_AFTER
    date = words.date(faded.astimezone(context.community.timezone))
    return [words.text(f"privacy.forget.stays_{what}", date=date) for what in stays or ["nothing"]]


async def keep(press: Pressed, context: Context) -> None:
    """Erase nothing; the button that would is not left under a finger."""
    words = await context.words(press.user.id)
    kept = words.label("privacy.toasts.kept")
    asked = await outbox.message(context.tx, _screen(press.user.id))
    if asked is not None and asked.message_id == press.message_id:
        await context.change(press.user.id, _screen(press.user.id), kept)
    await context.answer(press.query_id, kept)


async def forget(press: Pressed, context: Context) -> None:
    """Begin the erasure of who pressed."""
    await begin(press.user.id, press.user.id, context)


async def begin(user_id: int, by: int, context: Context) -> None:
    """Tell everyone that a person is about to be erased, so that what is open of theirs ends."""
    name = stand_in(user_id, context)
    await trace(context, 0 if by == user_id else by, "erase", name)
    await context.tell("person_erases", context.row.key, user_id=user_id)


async def let_others_end(fact: Fact, context: Context) -> None:
    """Let every feature hear it first: the erasure comes with a row of its own, after them."""
    await context.tell("erasure_ready", context.row.key, user_id=fact.content["user_id"])


async def erase(fact: Fact, context: Context) -> None:
    """Destroy what identifies the person, and say so, where they can be written to."""
    user_id = fact.content["user_id"]
    words = await context.words(user_id)
    known = await members.person(context.tx, user_id)
    await rights.erase(context.tx, user_id, context.now)
    await rights.note_erasure(context.tx, user_id, context.now)
    if known is not None and known.private_chat:
        text, echo = words.text("privacy.forget.done"), {"user_id": user_id}
        await context.say(user_id, text, wants=SAID, echo=echo)


async def erase_traces(result: Result, context: Context) -> None:
    """Destroy what the last message itself left in the machine."""
    await rights.erase_traces(context.tx, result.echo["user_id"], context.now)
