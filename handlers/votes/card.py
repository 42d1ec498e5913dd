"""The card of a vote in the group: what it is about, until when, and how many took part."""

from __future__ import annotations

from datetime import timedelta

from bot.community.members import Place
from bot.community.votes import draw
from bot.storage import agenda, ballots, outbox, votes
from bot.storage.votes import State, Vote
from content import Html, Words
from handlers.buttons import Button
from handlers.context import Context
from handlers.routes import Due, Routes
from handlers.votes.names import START, TURNOUT, card_name

SHOWN = 16
"""Figures of the commitment on the card; the publication has it whole."""
TURNOUT_EVERY = timedelta(minutes=10)
"""A number that changed with each ballot would tell when somebody votes."""


def register(on: Routes) -> None:
    """The number on the card."""
    on.due(TURNOUT, show_turnout)


def about(seats: int, words: Words) -> Html:
    """Say what a vote is for."""
    return words.text("votes.for_a_cafe") if seats == 1 else words.text("votes.for_season", n=seats)


async def post(opened: Vote, context: Context) -> None:
    """Post the card of a vote that just opened."""
    group = await context.chat_id(Place.GROUP)
    if group is None:
        return
    text, button = await _card(opened, context)
    await outbox.forget_message(context.tx, card_name(opened.id))
    await context.say(
        group,
        text,
        [[button]],
        message=card_name(opened.id),
        key=card_name(opened.id),
        silent=context.is_night,
        repeatable=False,
    )


async def _card(opened: Vote, context: Context) -> tuple[Html, Button]:
    words = await context.words()
    zone = context.community.timezone
    text = words.text(
        "votes.card.open",
        n=opened.id,
        about=about(opened.seats, words),
        closes=words.moment(opened.closes_at.astimezone(zone)),
        turnout=words.count("votes.turnout", await ballots.count(context.tx, opened.id)),
        rule=words.text(f"tally.rules.{opened.method}"),
        ties=words.text("tally.rules.ties", commitment=_promise(opened)),
    )
    link = context.community.link(f"{START}_{opened.id}")
    return text, Button(words.label("votes.buttons.vote"), url=link)


def _promise(vote: Vote) -> str:
    """What the draw is committed to: it stays on the card, to be compared with the publication."""
    return draw.commitment(vote.id, vote.secret)[:SHOWN]


async def turnout_changed(opened: Vote, context: Context) -> None:
    """Let the number on the card follow, together with those of the next minutes."""
    waits = await agenda.item(context.tx, TURNOUT, opened.id)
    if waits is None or waits.state != "waiting":
        due = context.now + TURNOUT_EVERY
        await agenda.schedule(context.tx, TURNOUT, opened.id, due, opened.closes_at)


async def show_turnout(due: Due, context: Context) -> None:
    """Show how many ballots there are."""
    opened = await votes.vote(context.tx, int(due.key))
    group = await context.chat_id(Place.GROUP)
    if opened is not None and opened.state is State.OPEN and group is not None:
        text, button = await _card(opened, context)
        await context.change(group, card_name(opened.id), text, [[button]])


async def end(ended: Vote, how: str, context: Context) -> None:
    """Say on the card that a vote has ended, and take its button away."""
    group = await context.chat_id(Place.GROUP)
    if group is not None:
        words, promise = await context.words(), _promise(ended)
        text = words.text(f"votes.card.{how}", n=ended.id, commitment=promise)
        await context.change(group, card_name(ended.id), text)


def theme_lines(titles: list[str], words: Words) -> Html:
    """Return titles, one a line, numbered."""
    return Html(
        "\n".join(
            words.text("votes.theme_line", place=place, theme=one)
            for place, one in enumerate(titles, 1)
        )
    )
