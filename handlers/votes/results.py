"""The result of a vote as it is told: a picture, the same numbers in words, a file to recount."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from bot.charts import Bar, draw
from bot.community.members import Place
from bot.community.votes.elections import Method
from bot.community.votes.publication import Publication, written
from bot.community.votes.reasons import Reason, bars, settled, why
from content import Html, Words
from content.markup import strip_tags, utf16_length
from handlers.buttons import Button, Rows, pack
from handlers.context import Context

LONGEST = 3900
"""Of the 4,096 that Telegram takes."""


async def post(counted: Publication, context: Context) -> None:
    """Tell the group, and ask the moderators what to do with it."""
    words = await context.words()
    names = {theme.id: theme.title for theme in counted.themes}
    group, team = [await context.chat_id(place) for place in (Place.GROUP, Place.MODERATORS)]
    if group is not None:
        if counted.shows_numbers:
            await _post_chart(counted, names, words, group, context)
        await _post_words(counted, names, words, group, context)
        await _post_file(counted, words, group, context)
    if team is not None:
        await _offer_to_adopt(counted, names, words, team, context)


def winners(publication: str | None) -> tuple[int, ...]:
    """Return the themes that won a published vote, in order; none where it was not counted."""
    if publication is None:
        return ()
    told = json.loads(publication)
    order = [p["theme"] if isinstance(p, dict) else p for p in told["result"]["order"]]
    return tuple(order[: told["seats"]])


def quoted(ids: Iterable[int], names: dict[int, str], words: Words) -> str:
    """Return titles in one line, between quotation marks."""
    return ", ".join(words.label("votes.quoted_label", theme=names[theme]) for theme in ids)


async def _post_chart(
    counted: Publication, names: dict[int, str], words: Words, group: int, context: Context
) -> None:
    chosen = counted.tally.winners
    heights = [Bar(names[theme], n, strong=theme in chosen) for theme, n in bars(counted.tally)]
    shown = words.label(_shown(counted))
    voters = strip_tags(words.count("tally.voters", counted.tally.voters))
    footer = f"{shown} {voters}"
    picture = draw(words.label("votes.result.heading", n=counted.vote), heights, footer)
    await context.send_file(
        group,
        f"vote-{counted.vote}.png",
        picture,
        words.text("votes.result.heading", n=counted.vote),
        picture=True,
        key=f"vote_chart:{counted.vote}",
        repeatable=False,
    )


async def _post_words(
    counted: Publication, names: dict[int, str], words: Words, group: int, context: Context
) -> None:
    for place, text in enumerate(_pages(_parts(counted, names, words)), 1):
        key = f"vote_words:{counted.vote}:{place}"
        await context.say(group, text, key=key, silent=True, repeatable=False)


async def _post_file(counted: Publication, words: Words, group: int, context: Context) -> None:
    holds = "file" if counted.shows_numbers else "file_of_few"
    await context.send_file(
        group,
        f"vote-{counted.vote}.json",
        written(counted).encode(),
        words.text(f"votes.result.{holds}", n=counted.vote),
        key=f"vote_file:{counted.vote}",
        repeatable=False,
    )


def _shown(counted: Publication) -> str:
    """What the numbers of a result are (a key of the content)."""
    ranked = counted.tally.method is Method.SCHULZE
    return "tally.chart.beaten" if ranked else "tally.chart.voices"


# In words


def _parts(counted: Publication, names: dict[int, str], words: Words) -> Iterator[Html]:
    tally = counted.tally
    chosen = quoted(tally.winners, names, words)
    yield words.text("votes.result.text", n=counted.vote, winners=chosen)
    if counted.shows_numbers:
        yield words.count("tally.voters", tally.voters)
    else:
        yield words.text("tally.few")
    yield Html("\n".join(_lines(counted, names, words)))
    if not counted.shows_numbers:
        return
    for place in range(1, tally.seats + 1):
        reason = _said(why(tally, place), names, words)
        theme = names[tally.order[place - 1].theme]
        yield words.text("votes.result.why", theme=theme, reason=reason)
    for tie in tally.ties:
        if tie.place <= tally.seats:
            yield _said(settled(tie), names, words)


def _lines(counted: Publication, names: dict[int, str], words: Words) -> Iterator[Html]:
    if counted.shows_numbers:
        yield Html(f"<i>{words.text(_shown(counted))}</i>")
    for place, (theme, n) in enumerate(bars(counted.tally), 1):
        key = "tally.line" if counted.shows_numbers else "tally.order_line"
        yield words.text(key, place=place, theme=names[theme], n=n)


def _said(reason: Reason, names: dict[int, str], words: Words) -> Html:
    values = dict(reason.values) | {
        "theme": names[reason.theme],
        "other": names.get(reason.other or 0, ""),
    }
    if reason.n is None:
        return words.text(reason.key, **values)
    return words.count(reason.key, reason.n, **values)


def _pages(parts: Iterable[Html]) -> Iterator[Html]:
    """Join parts into as few messages as Telegram takes."""
    page = ""
    for part in parts:
        longer = f"{page}\n\n{part}" if page else str(part)
        if page and utf16_length(strip_tags(longer)) > LONGEST:
            yield Html(page)
            longer = str(part)
        page = longer
    yield Html(page)


# What the moderators do with it


async def _offer_to_adopt(
    counted: Publication, names: dict[int, str], words: Words, team: int, context: Context
) -> None:
    text, buttons = adoption(counted.vote, quoted(counted.tally.winners, names, words), words)
    name = adopt_name(counted.vote)
    await context.say(team, text, buttons, message=name, key=name, silent=context.is_night)


def adoption(vote: int, themes: str, words: Words) -> tuple[Html, Rows]:
    """Offer to send winners, named in one line, to the next cafés."""
    button = Button(words.label("votes.buttons.adopt"), pack("vote.adopt", vote))
    return words.text("votes.adopt.offer", n=vote, winners=themes), [[button]]


def adopt_name(vote: int) -> str:
    """Return the name of the message that offers to take the winners up."""
    return f"vote_adopt:{vote}"
