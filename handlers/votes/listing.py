"""/themes: the list by priority, who wants to be told of a theme, and what cafés say of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from telegram import Update

from bot.community.members import Role
from bot.community.votes.themes import Theme, carried_over, is_resting, rests_until
from bot.storage import outbox, themes
from content import Html, Words
from handlers import help as help_card
from handlers.buttons import Button, Rows, column, number, pack
from handlers.context import Context
from handlers.members import is_member
from handlers.routes import Fact, Pressed, Routes
from handlers.votes.entry import for_members
from handlers.votes.titles import by_priority, short, title

MOST = 20
"""Themes shown at once: with the longest titles, the list still fits in one message."""


def register(on: Routes) -> None:
    """The command, its two buttons, then what other features tell of themes."""
    on.command("themes", act=for_members(show_list))
    on.button("theme.follow", follow, Role.MEMBER)
    on.button("theme.leave", leave, Role.MEMBER)
    on.fact("theme_scheduled", theme_scheduled)
    on.fact("theme_held", theme_held)
    on.fact("theme_interest", theme_interest)


async def show_list(update: Update, context: Context) -> None:
    """Show the list to a member."""
    if update.effective_user is None:
        return
    user_id = update.effective_user.id
    await outbox.forget_message(context.tx, _name(user_id))
    text, buttons = await _list(user_id, context)
    await context.say(user_id, text, buttons, message=_name(user_id))


async def follow(press: Pressed, context: Context) -> None:
    """Tell somebody, from now on, when a theme is taken up."""
    theme = await themes.theme(context.tx, number(press.args) or 0)
    if theme is not None:
        await themes.support(context.tx, theme.id, press.user.id)
        await _answer(press, "followed", context)


async def leave(press: Pressed, context: Context) -> None:
    """Tell somebody no more of a theme."""
    await themes.leave(context.tx, number(press.args) or 0, press.user.id)
    await _answer(press, "left", context)


async def _answer(press: Pressed, what: str, context: Context) -> None:
    words = await context.words(press.user.id)
    await context.answer(press.query_id, words.label(f"themes.toasts.{what}"))
    text, buttons = await _list(press.user.id, context)
    await context.change(press.user.id, _name(press.user.id), text, buttons)


def _name(user_id: int) -> str:
    return f"themes:{user_id}"


async def _list(user_id: int, context: Context) -> tuple[Html, Rows]:
    words = await context.words(user_id)
    every = await by_priority(words, context)
    listed = every[:MOST]
    followed = await themes.supported_by(context.tx, user_id, [theme.id for theme in listed])
    lines = [
        words.text("themes.line", place=place, theme=theme.title, when=_when(theme, words, context))
        for place, theme in enumerate(listed, 1)
    ]
    if len(every) > MOST:
        lines.append(words.count("themes.others", len(every) - MOST))
    text = words.text("themes.list", themes=Html("\n".join(lines)))
    buttons = [
        _button(place, theme, theme.id in followed, words) for place, theme in enumerate(listed, 1)
    ]
    return text, column([*buttons, help_card.button(words)])


def _when(theme: Theme, words: Words, context: Context) -> Html:
    if theme.treated_on is None:
        return words.text("themes.never")
    key = "themes.resting" if is_resting(theme, context.today) else "themes.treated"
    until = words.date(rests_until(theme.treated_on))
    return words.text(key, day=words.date(theme.treated_on), until=until)


def _button(place: int, theme: Theme, followed: bool, words: Words) -> Button:
    label = f"{place}. {short(theme.title)}"
    if followed:
        return Button(f"★ {label}", pack("theme.leave", theme.id))
    return Button(f"☆ {label}", pack("theme.follow", theme.id))


# What other features tell


async def theme_scheduled(fact: Fact, context: Context) -> None:
    """Tell who follows the theme of a café that is about to be announced."""
    cafe_id, theme_id = fact.content["cafe_id"], fact.content["theme_id"]
    people = await themes.supporters(context.tx, theme_id)
    await context.tell("theme_followers", context.row.key, cafe_id=cafe_id, people=people)


async def theme_held(fact: Fact, context: Context) -> None:
    """Let a theme rest, and tell the people who follow it that it is done."""
    theme_id, day = fact.content["theme_id"], date.fromisoformat(fact.content["on"])
    await themes.mark_treated(context.tx, theme_id, day)
    await tell_supporters(theme_id, "held", context, day=day)
    await themes.forget_supporters(context.tx, theme_id)


async def theme_interest(fact: Fact, context: Context) -> None:
    """Add what was asked for at a café: ``theme_ids`` were each named by ``n`` people."""
    named = dict.fromkeys(fact.content["theme_ids"], int(fact.content["n"]))
    await add_interest(named, context)


async def add_interest(voices: Mapping[int, int], context: Context) -> None:
    """Carry the voices that themes received over to the next priority list."""
    known = {theme.id: theme.interest for theme in await themes.standing(context.tx)}
    received = {theme_id: n for theme_id, n in voices.items() if theme_id in known}
    await themes.set_interest(context.tx, carried_over(known, received))


async def tell_supporters(
    theme_id: int, what: str, context: Context, day: date | None = None
) -> None:
    """Tell the members who follow a theme what becomes of it (``what``, a word of the content)."""
    theme = await themes.theme(context.tx, theme_id)
    if theme is None:
        return
    for user_id in await themes.supporters(context.tx, theme_id):
        if not await is_member(user_id, context):
            continue
        words = await context.words(user_id)
        values = {"theme": title(theme, words), "day": words.date(day) if day else ""}
        said = words.text(f"themes.supporters.{what}", **values)
        key = f"theme_{what}:{theme_id}:{context.row.key}:{user_id}"
        await context.say(user_id, said, key=key, silent=context.is_night)
