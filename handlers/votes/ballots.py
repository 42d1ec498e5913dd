"""A ballot, in private: one a person, noted at each tap, changed at will until the closing."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

from telegram import Update

from bot.community.members import Role
from bot.community.votes.ballots import MOST_RANKED, Full, ordered, toggled
from bot.community.votes.opening import Refusal, may_vote
from bot.storage import ballots, outbox, veils, votes
from bot.storage.vote_keys import VoteKey
from bot.storage.votes import State, Vote
from content import Html, Words
from handlers import help as help_card
from handlers.buttons import Button, Rows, column, number, pack
from handlers.context import Context
from handlers.routes import Fact, Pressed, Routes, may
from handlers.votes import card
from handlers.votes.ending import make_void
from handlers.votes.names import START, ballot_name
from handlers.votes.titles import short, titles

Chosen = tuple[int, ...]
"""The themes of a ballot, in their order."""


def register(on: Routes) -> None:
    """The link of the card, the two taps, and who is put out of the group or erased."""
    on.start(START, start)
    on.button("ballot.on", _on_ballot("on"))
    on.button("ballot.off", _on_ballot("off"))
    on.fact("member_removed", member_removed)
    on.fact("person_erases", person_erases)


async def start(update: Update, context: Context) -> None:
    """Open the ballot that a link names."""
    if update.effective_user is None:
        return
    user_id = update.effective_user.id
    name, _, figures = "".join(context.args or ()).partition("_")
    found = await votes.vote(context.tx, number([figures]) or 0)
    if found is None or name != START:
        await context.say(user_id, (await context.words(user_id)).text("votes.refused.unknown"))
    elif await may(user_id, Role.MEMBER, context) is not None:
        await show(found, user_id, context)


async def show(found: Vote, user_id: int, context: Context) -> None:
    """Bring somebody's ballot under what they just wrote, as it stands, or say why not."""
    words = await context.words(user_id)
    if why := await _refusal(found, user_id, context):
        text = words.text(f"votes.refused.{why}", n=found.id)
        await context.say(user_id, text, [[help_card.button(words)]])
        return
    key = await _key(found, context)
    if key is None:
        await context.say(user_id, words.text("votes.refused.lost", n=found.id))
        return
    chosen = await ballots.of(context.tx, key, found.id, user_id)
    text, buttons = await _screen(found, chosen, words, context)
    name = ballot_name(found.id, user_id)
    veil = partial(veils.screen, vote=found.id, key=key)
    if await outbox.is_open(context.tx, name):
        await context.change(user_id, name, text, buttons, veil=veil)
        return
    await context.remove(user_id, name)
    await context.say(user_id, text, buttons, message=name, veil=veil)


async def _refusal(found: Vote, user_id: int, context: Context) -> Refusal | None:
    person = await votes.elector(context.tx, found.id, user_id)
    return may_vote(
        is_open=found.state is State.OPEN and context.now < found.closes_at,
        was_member=person.was_member,
        is_member=person.is_member,
    )


async def _key(found: Vote, context: Context) -> VoteKey | None:
    """Return the key of a vote; one whose key is lost cannot be counted, and ends here."""
    key = context.community.vote_keys.find(found.id)
    if key is None:
        await make_void(found, "lost", context)
    return key


# The two taps


def with_theme(chosen: Chosen, theme: int, *, ranked: bool) -> Chosen | Full:
    """Return a ballot that names a theme, whether it did before or not."""
    if theme in chosen:
        return chosen
    return ordered(chosen, theme) if ranked else toggled(chosen, theme)


def without_theme(chosen: Chosen, theme: int, *, ranked: bool) -> Chosen | Full:
    """Return a ballot that does not name a theme."""
    return tuple(other for other in chosen if other != theme)


CHANGES = {"on": with_theme, "off": without_theme}


def _tap(verb: str, pressed: Pressed, key: VoteKey) -> tuple[str, int] | None:
    """Return what a press taps, ``on`` or ``off`` and the theme; None where it says nothing.

    A tap is written down under the key of its vote; one that waits since before is not.
    """
    match pressed.args:
        case [_, _]:
            theme = number(pressed.args, 1)
            return None if theme is None else (verb, theme)
        case [_, *halves]:
            return veils.read_tap(halves, pressed.query_id, pressed.user.id, key)
    return None


def _on_ballot(verb: str) -> Callable[[Pressed, Context], Coroutine[Any, Any, None]]:
    """Check a tap before noting it: the vote, the person, its theme, the message."""

    async def press(pressed: Pressed, context: Context) -> None:
        found = await votes.vote(context.tx, number(pressed.args) or 0)
        if found is None:
            await _say("other_vote", pressed, context)
        elif await may(pressed.user.id, Role.MEMBER, context) is None:
            return  # Telegram is asked; the press comes again with its answer
        elif why := await _refusal(found, pressed.user.id, context):
            await _say(why, pressed, context)
        elif (key := await _key(found, context)) is None:
            await _say("lost", pressed, context)
        elif (tap := _tap(verb, pressed, key)) is None or tap[1] not in found.themes:
            await _say("other_vote", pressed, context)
        elif not await _is_live(found, pressed, context):
            await _say("old_ballot", pressed, context)
            await show(found, pressed.user.id, context)
        else:
            await _note(tap, found, key, pressed, context)

    return press


async def _is_live(found: Vote, pressed: Pressed, context: Context) -> bool:
    """Tell whether a press is on the ballot shown last; teaches where it stands if need be."""
    name = ballot_name(found.id, pressed.user.id)
    live = await outbox.message(context.tx, name)
    if live is None and pressed.message_id is not None:
        await outbox.learn_message(
            context.tx, name, pressed.chat_id, pressed.message_id, context.now
        )
    return live is None or live.message_id == pressed.message_id


async def _note(
    tap: tuple[str, int], found: Vote, key: VoteKey, pressed: Pressed, context: Context
) -> None:
    """Put the changed ballot in the place of the former one, and confirm it in words."""
    user_id, (verb, theme) = pressed.user.id, tap
    before = await ballots.of(context.tx, key, found.id, user_id)
    after = CHANGES[verb](before, theme, ranked=found.is_ranked)
    if isinstance(after, Full):
        await _say("full", pressed, context)
        return
    if after != before:
        await ballots.cast(context.tx, key, found.id, user_id, after)
    if bool(after) is not bool(before):
        await card.turnout_changed(found, context)
    words = await context.words(user_id)
    toast = words.label(f"votes.toasts.{'noted' if after else 'emptied'}")
    await context.answer(pressed.query_id, toast)
    text, buttons = await _screen(found, after, words, context)
    veil = partial(veils.screen, vote=found.id, key=key)
    await context.change(user_id, ballot_name(found.id, user_id), text, buttons, veil=veil)


async def _say(why: str, pressed: Pressed, context: Context) -> None:
    words = await context.words(pressed.user.id)
    text = words.label(f"votes.toasts.{why}", most=MOST_RANKED)
    await context.answer(pressed.query_id, text, alert=True)


async def member_removed(fact: Fact, context: Context) -> None:
    """Take the ballot of somebody who was put out of the group away."""
    found, user_id = await votes.standing(context.tx), fact.content["user_id"]
    if found is not None:
        await votes.exclude(context.tx, found.id, user_id)
        await _withdraw(found, user_id, context)


async def person_erases(fact: Fact, context: Context) -> None:
    """Take the ballot of somebody about to be erased away, while its key can still find it."""
    found, user_id = await votes.standing(context.tx), fact.content["user_id"]
    if found is not None:
        await _withdraw(found, user_id, context)
        await context.remove(user_id, ballot_name(found.id, user_id))


async def _withdraw(found: Vote, user_id: int, context: Context) -> None:
    key = await _key(found, context)
    if key is not None:
        await ballots.withdraw(context.tx, key, found.id, user_id)
        await card.turnout_changed(found, context)


# The screen


async def _screen(found: Vote, chosen: Chosen, words: Words, context: Context) -> tuple[Html, Rows]:
    names = await titles(found.themes, words, context)
    kind = "ranked" if found.is_ranked else "approval"
    zone = context.community.timezone
    text = words.text(
        "votes.ballot.text",
        n=found.id,
        about=card.about(found.seats, words),
        closes=words.moment(found.closes_at.astimezone(zone)),
        themes=card.theme_lines(list(names.values()), words),
        how=words.text(f"votes.ballot.{kind}", most=MOST_RANKED),
        ballot=_in_words([names[theme] for theme in chosen], kind, words),
    )
    buttons = [
        _button(found, place, theme, names[theme], chosen) for place, theme in enumerate(names, 1)
    ]
    return text, column([*buttons, help_card.button(words)])


def _in_words(chosen: list[str], kind: str, words: Words) -> Html:
    if not chosen:
        return words.text("votes.ballot.empty")
    lines = [
        words.text(f"votes.ballot.{kind}_line", place=place, theme=theme)
        for place, theme in enumerate(chosen, 1)
    ]
    return words.text("votes.ballot.noted", themes=Html("\n".join(lines)))


def _button(found: Vote, place: int, theme: int, name: str, chosen: Chosen) -> Button:
    label = f"{place}. {short(name)}"
    if theme not in chosen:
        return Button(f"☐ {label}", pack("ballot.on", found.id, theme))
    mark = f"⟨{chosen.index(theme) + 1}⟩" if found.is_ranked else "☑"
    return Button(f"{mark} {label}", pack("ballot.off", found.id, theme))
