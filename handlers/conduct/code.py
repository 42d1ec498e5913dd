"""The code of conduct: shown to whoever asks, accepted anew by members when it changes."""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256

from telegram import Update

from bot.community.members import Place, Role
from bot.storage import audit, code, members, screening
from bot.storage.code import Asked, Edition
from bot.storage.outbox import Lane
from content import Code, Content, Html
from handlers import help as help_card
from handlers.buttons import Button, Rows, pack
from handlers.conduct.rounds import CODE
from handlers.context import Context
from handlers.members import is_member
from handlers.routes import Due, Pressed, Routes, Where, where_is

REMINDED_AFTER = timedelta(days=7)
DIGEST_SHOWN = 16
"""Hexadecimal digits of the text's digest in the button that accepts it."""


def register(on: Routes) -> None:
    """The code by command and by link, its acceptance, and the daily look at who lacks it."""
    on.command("code", act=show_code, where=(Where.PRIVATE, Where.MODERATORS))
    on.start("code", show_code)
    on.button("code.accept", accept, Role.MEMBER)
    on.button("code.ask", ask_the_others, Role.MODERATOR, Where.MODERATORS)
    on.due(CODE, look_at_code)


# Reading and accepting


async def show_code(update: Update, context: Context) -> None:
    """Show the code; to moderators in their chat, how many accepted it."""
    message = update.effective_message
    if message is None or message.from_user is None:
        return
    if await where_is(message.chat_id, context) is Where.MODERATORS:
        await _show_count(message.chat_id, context)
    else:
        await _show_to(message.from_user.id, "", context)


async def _show_to(
    user_id: int, introduction: str, context: Context, *, bulk: bool = False
) -> None:
    """Show somebody the code under an introduction, with the button that accepts it."""
    words = await context.words(user_id)
    found = context.community.content.code(words.language)
    lacks = await is_member(user_id, context) and bool(await _lacking([user_id], context))
    text = Html(f"{words.text(introduction)}\n\n{found.html}") if introduction else found.html
    rows: Rows = [[help_card.button(words)]]
    if lacks:
        data = pack("code.accept", found.digest[:DIGEST_SHOWN])
        rows = [[Button(words.label("code.buttons.accept"), data)], *rows]
    lane = Lane.BULK if bulk else Lane.PEOPLE
    await context.say(user_id, text, rows, message=f"code:{user_id}", lane=lane)


async def accept(pressed: Pressed, context: Context) -> None:
    """Keep the proof of the very text that was under the eyes; an older one is shown anew."""
    words = await context.words(pressed.user.id)
    found = _of_digest("".join(pressed.args[:1]), context)
    if found is None:
        await _show_to(pressed.user.id, "code.changed_since", context)
        return
    language, accepted = found
    if await _lacking([pressed.user.id], context):
        proof = (accepted.version, accepted.digest, language, context.now)
        await screening.accept_code(context.tx, pressed.user.id, *proof)
        name = f"code:{pressed.user.id}"
        await context.change(pressed.chat_id, name, accepted.html, [[help_card.button(words)]])
    await context.answer(pressed.query_id, words.label("code.toasts.accepted"), alert=True)


def _of_digest(start: str, context: Context) -> tuple[str, Code] | None:
    """Return the text of today, with its language, whose digest begins so."""
    content = context.community.content
    texts = ((language, content.code(language)) for language in content.languages)
    full = len(start) == DIGEST_SHOWN
    return next((found for found in texts if full and found[1].digest.startswith(start)), None)


# A new edition


def edition_of(content: Content) -> str:
    """Return what names the code as it stands, in all languages together."""
    digests = "".join(content.code(language).digest for language in content.languages)
    return sha256(digests.encode()).hexdigest()


async def look_at_code(due: Due, context: Context) -> None:
    """Take a new edition in, and ask or remind those who accepted none of its texts."""
    edition = await _edition(context)
    if edition is None or not edition.asks:
        return
    asked = await code.asked(context.tx, edition.edition)
    for user_id in await _lacking(await _members(context), context):
        if await _may_be_asked(user_id, asked.get(user_id), context):
            await _ask(user_id, edition, context, again=user_id in asked)


async def _edition(context: Context) -> Edition | None:
    """Return the edition that stands; a changed one is taken in and told to the group.

    The first one that the bot ever sees asks nobody: moderators decide that with a button.
    """
    content = context.community.content
    now_stands, known = edition_of(content), await code.newest(context.tx)
    if known is not None and known.edition == now_stands:
        return known
    version = content.code(context.community.language).version
    changed = known is not None
    await code.take_in(context.tx, now_stands, version, context.now, asks=changed)
    if changed:
        await _tell_group(now_stands, context)
    return await code.newest(context.tx)


async def _tell_group(edition: str, context: Context) -> None:
    """Tell the group once: who never opened the private chat learns of it there."""
    group = await context.chat_id(Place.GROUP)
    if group is None:
        return
    words = await context.words()
    door = Button(words.label("code.buttons.read"), url=context.community.link("code"))
    await context.say(
        group,
        words.text("code.new_in_group"),
        [[door]],
        key=f"code:{edition}",
        lane=Lane.BULK,
        silent=context.is_night,
        repeatable=False,
    )


async def _may_be_asked(user_id: int, asked: Asked | None, context: Context) -> bool:
    """Tell whether somebody can be written to, and was not asked, or not reminded for a week."""
    person = await members.person(context.tx, user_id)
    if person is None or not person.private_chat or person.unreachable_since is not None:
        return False
    if asked is None:
        return True
    return asked.reminded_at is None and context.now - asked.at >= REMINDED_AFTER


async def _ask(user_id: int, edition: Edition, context: Context, *, again: bool) -> None:
    await code.note_asked(context.tx, edition.edition, user_id, context.now)
    new = "new" if await code.has_changed(context.tx) else "first"
    await _show_to(user_id, "code.reminder" if again else f"code.{new}", context, bulk=True)


async def _members(context: Context) -> list[int]:
    known = await members.present(context.tx, Place.GROUP)
    return [user_id for user_id in known if await is_member(user_id, context)]


async def _lacking(people: list[int], context: Context) -> tuple[int, ...]:
    content = context.community.content
    digests = [content.code(language).digest for language in content.languages]
    return await code.lacking(context.tx, people, digests)


# What moderators see


async def count_line(context: Context) -> Html:
    """Return how many of those in the group accepted the code as it stands."""
    words, people = await context.words(), await _members(context)
    accepted = len(people) - len(await _lacking(people, context))
    version = context.community.content.code(words.language).version
    return words.text("code.count", version=version, n=accepted, of=len(people))


async def _show_count(chat_id: int, context: Context) -> None:
    words = await context.words()
    button = Button(words.label("code.buttons.ask"), pack("code.ask"))
    lacking = await _lacking(await _members(context), context)
    await context.say(chat_id, await count_line(context), [[button]] if lacking else ())


async def ask_the_others(pressed: Pressed, context: Context) -> None:
    """Have those who did not accept asked, at the next round, in the day."""
    words, edition = await context.words(pressed.user.id), await _edition(context)
    if edition is not None:
        await code.begin_asking(context.tx, edition.edition)
        await audit.note(context.tx, pressed.user.id, "code.ask", edition.version, context.now)
    await context.answer(pressed.query_id, words.label("code.toasts.asking"), alert=True)
