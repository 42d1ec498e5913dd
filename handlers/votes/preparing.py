"""/vote: a member gets the ballot; where no vote is open, a moderator prepares one, by buttons."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import replace
from datetime import timedelta
from typing import Any

from telegram import Update

from bot.community.members import Role
from bot.community.votes.elections import Method
from bot.community.votes.opening import CLOSING_DAYS, MOST_THEMES, closing
from bot.community.votes.themes import Theme, is_resting
from bot.storage import outbox, votes
from bot.storage.votes import Draft
from content import Html, Words
from handlers.buttons import Button, Rows, column, number, pack
from handlers.context import Context
from handlers.routes import Pressed, Routes
from handlers.votes import ballots
from handlers.votes.card import about
from handlers.votes.entry import for_members
from handlers.votes.titles import by_priority, short

MOST_SEATS = 12
"""A season of a year."""
MOST_OFFERED = 40
"""Themes to tick from: with the longest titles, the page still fits in one message."""

OnDraft = Callable[[Draft, Pressed, Context], Coroutine[Any, Any, Draft]]


def register(on: Routes) -> None:
    """The command, then the buttons of the form."""
    on.command("vote", act=for_members(vote))
    for verb, change in (
        ("seats", set_seats),
        ("ranked", set_ranked),
        ("days", set_days),
        ("tick", tick),
        ("untick", untick),
    ):
        on.button(f"vote.{verb}", _on_draft(change), Role.MODERATOR)
    on.button("vote.form", back_to_form, Role.MODERATOR)
    on.button("vote.themes", show_themes, Role.MODERATOR)


async def vote(update: Update, context: Context) -> None:
    """Show the ballot of the open vote; without one, the form to who moderates."""
    if update.effective_user is None:
        return
    user_id = update.effective_user.id
    standing = await votes.standing(context.tx)
    if standing is not None:
        await ballots.show(standing, user_id, context)
        return
    if await context.role(user_id) >= Role.MODERATOR:
        await begin(user_id, context)
    else:
        await context.say(user_id, (await context.words(user_id)).text("votes.none"))


async def begin(user_id: int, context: Context) -> None:
    """Show the form under the command, as it was left or with every theme ticked."""
    prepared = await votes.draft(context.tx, user_id) or await _new(context)
    await votes.keep_draft(context.tx, user_id, prepared)
    await outbox.forget_message(context.tx, form_name(user_id))
    text, buttons = await _form(prepared, user_id, context)
    await context.say(user_id, text, buttons, message=form_name(user_id))


async def _new(context: Context) -> Draft:
    ready = await ready_themes(await context.words(), context)
    themes = tuple(theme.id for theme in ready[:MOST_THEMES])
    return Draft(1, ranked=False, themes=themes, closes_on=_in_days(CLOSING_DAYS[1], context))


def _in_days(days: int, context: Context) -> Any:
    return context.today + timedelta(days=days)


async def ready_themes(words: Words, context: Context) -> list[Theme]:
    """Return the themes that a vote may be about, by priority: those that do not rest."""
    listed = await by_priority(words, context)
    return [theme for theme in listed if not is_resting(theme, context.today)][:MOST_OFFERED]


def form_name(user_id: int) -> str:
    """Return the name of a moderator's form."""
    return f"vote_form:{user_id}"


def method(prepared: Draft) -> Method:
    """Return how the ballots of a vote will be counted."""
    if prepared.ranked:
        return Method.SCHULZE
    return Method.APPROVAL if prepared.seats == 1 else Method.PHRAGMEN


# The presses


def _on_draft(change: OnDraft) -> Callable[[Pressed, Context], Coroutine[Any, Any, None]]:
    """Change what the presser prepares, and show the page that they press on."""

    async def press(pressed: Pressed, context: Context) -> None:
        prepared = await votes.draft(context.tx, pressed.user.id)
        if prepared is None:
            await say_gone(pressed, context)
            return
        changed = await change(prepared, pressed, context)
        await votes.keep_draft(context.tx, pressed.user.id, changed)
        page = _themes_page if change in (tick, untick) else _form
        text, buttons = await page(changed, pressed.user.id, context)
        await context.change(pressed.user.id, form_name(pressed.user.id), text, buttons)

    return press


async def say_gone(pressed: Pressed, context: Context) -> None:
    """Say that a form is no more."""
    words = await context.words(pressed.user.id)
    await context.answer(pressed.query_id, words.label("votes.toasts.form_gone"), alert=True)


async def set_seats(prepared: Draft, pressed: Pressed, context: Context) -> Draft:
    """Choose for how many cafés."""
    wanted = number(pressed.args) or 1
    return replace(prepared, seats=max(1, min(wanted, MOST_SEATS, len(prepared.themes))))


async def set_ranked(prepared: Draft, pressed: Pressed, context: Context) -> Draft:
    """Choose the kind of ballot."""
    return replace(prepared, ranked=pressed.args == ("yes",))


async def set_days(prepared: Draft, pressed: Pressed, context: Context) -> Draft:
    """Choose how long the vote lasts."""
    days = number(pressed.args)
    if days not in CLOSING_DAYS:
        return prepared
    return replace(prepared, closes_on=_in_days(days, context))


async def tick(prepared: Draft, pressed: Pressed, context: Context) -> Draft:
    """Put a theme to the vote."""
    theme_id = number(pressed.args) or 0
    known = {theme.id for theme in await ready_themes(await context.words(), context)}
    if theme_id not in known - {*prepared.themes}:
        return prepared
    return replace(prepared, themes=(*prepared.themes, theme_id))


async def untick(prepared: Draft, pressed: Pressed, context: Context) -> Draft:
    """Leave a theme out."""
    left = tuple(theme for theme in prepared.themes if theme != number(pressed.args))
    return replace(prepared, themes=left, seats=max(1, min(prepared.seats, len(left))))


async def back_to_form(pressed: Pressed, context: Context) -> None:
    """Show the form again."""
    await _show(_form, pressed, context)


async def show_themes(pressed: Pressed, context: Context) -> None:
    """Show the themes to tick."""
    await _show(_themes_page, pressed, context)


async def _show(page: Any, pressed: Pressed, context: Context) -> None:
    prepared = await votes.draft(context.tx, pressed.user.id)
    if prepared is None:
        await say_gone(pressed, context)
        return
    text, buttons = await page(prepared, pressed.user.id, context)
    await context.change(pressed.user.id, form_name(pressed.user.id), text, buttons)


# The pages


async def _form(prepared: Draft, user_id: int, context: Context) -> tuple[Html, Rows]:
    words = await context.words(user_id)
    ready = await ready_themes(words, context)
    text = words.text(
        "votes.form.text",
        about=about(prepared.seats, words),
        ballot=words.text(f"votes.form.{'ranked' if prepared.ranked else 'approval'}"),
        themes=len(prepared.themes),
        all=len(ready),
        closes=closes(prepared, words, context),
    )
    return text, _form_buttons(prepared, words)


def closes(prepared: Draft, words: Words, context: Context) -> str:
    """Say when a prepared vote closes."""
    zone = context.community.timezone
    return words.moment(closing(prepared.closes_on, zone).astimezone(zone))


def _form_buttons(prepared: Draft, words: Words) -> Rows:
    def choice(key: str, name: str, *args: object, chosen: bool = False) -> Button:
        label = words.label(f"votes.form.buttons.{key}")
        return Button(f"✓ {label}" if chosen else label, pack(name, *args))

    seats = prepared.seats
    return [
        [
            choice("fewer", "vote.seats", max(1, seats - 1)),
            choice("more", "vote.seats", seats + 1),
        ],
        [
            choice("approval", "vote.ranked", "no", chosen=not prepared.ranked),
            choice("ranked", "vote.ranked", "yes", chosen=prepared.ranked),
        ],
        [
            Button(words.label("votes.form.days_label", n=days), pack("vote.days", days))
            for days in CLOSING_DAYS
        ],
        [choice("other_day", "vote.day")],
        [choice("themes", "vote.themes")],
        [choice("check", "vote.check")],
    ]


async def _themes_page(prepared: Draft, user_id: int, context: Context) -> tuple[Html, Rows]:
    words = await context.words(user_id)
    ready = await ready_themes(words, context)
    lines = [
        words.text("votes.theme_line", place=place, theme=theme.title)
        for place, theme in enumerate(ready, 1)
    ]
    text = words.text("votes.form.choose", most=MOST_THEMES, themes=Html("\n".join(lines)))
    buttons = [
        _toggle(place, theme, theme.id in prepared.themes) for place, theme in enumerate(ready, 1)
    ]
    buttons.append(Button(words.label("common.buttons.back"), pack("vote.form")))
    return text, column(buttons)


def _toggle(place: int, theme: Theme, ticked: bool) -> Button:
    label = f"{place}. {short(theme.title)}"
    if ticked:
        return Button(f"☑ {label}", pack("vote.untick", theme.id))
    return Button(f"☐ {label}", pack("vote.tick", theme.id))
