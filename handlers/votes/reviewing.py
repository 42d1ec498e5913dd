"""A proposed theme among the moderators: approved, merged with one that is alike, or declined."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from datetime import datetime, time, timedelta
from typing import Any

from bot.community.members import Place, Role
from bot.community.votes.likeness import alike
from bot.storage import agenda, audit, outbox, proposals, themes
from bot.storage.proposals import Proposal, State
from content import Html, Words
from content.search.terms import Reader
from handlers.buttons import Button, Rows, column, number, pack
from handlers.context import Context
from handlers.members import name_of
from handlers.routes import Due, Pressed, Routes, Where
from handlers.votes.titles import short, title

TOLD = "themes.told"
UNDO_FOR = timedelta(minutes=10)
"""A decision is told once it cannot be undone any more."""
SUGGESTED = 3
REASONS = "themes.reasons.buttons."

OnProposal = Callable[[Proposal, Pressed, Context], Coroutine[Any, Any, None]]


def register(on: Routes) -> None:
    """The card's buttons, then what the person is told."""
    for verb, act, state in (
        ("approve", approve, State.WAITING),
        ("merge", merge, State.WAITING),
        ("reasons", show_reasons, State.WAITING),
        ("decline", decline, State.WAITING),
        ("back", show_again, State.WAITING),
        ("undo", undo, None),
    ):
        on.button(f"proposal.{verb}", _on_proposal(act, state), Role.MODERATOR, Where.MODERATORS)
    on.due(TOLD, tell_person)


def _on_proposal(
    act: OnProposal, state: State | None
) -> Callable[[Pressed, Context], Coroutine[Any, Any, None]]:
    """Find the proposal that a press is about, where it is still in the state that is needed."""

    async def press(pressed: Pressed, context: Context) -> None:
        found = await proposals.proposal(context.tx, number(pressed.args) or 0)
        if found is None or (state is not None and found.state is not state):
            words = await context.words(pressed.user.id)
            text = words.label("themes.toasts.settled")
            await context.answer(pressed.query_id, text, alert=True)
            if found is not None:
                await _refresh(found.id, context)
            return
        await act(found, pressed, context)

    return press


async def post(proposal_id: int, context: Context) -> None:
    """Show a proposal to the moderators, without who made it."""
    chat_id = await context.chat_id(Place.MODERATORS)
    found = await proposals.proposal(context.tx, proposal_id)
    if chat_id is not None and found is not None:
        text, buttons = await _card(found, context)
        await context.say(chat_id, text, buttons, message=_name(found.id), silent=context.is_night)


async def approve(found: Proposal, pressed: Pressed, context: Context) -> None:
    """Put the theme on the list."""
    zone = context.community.timezone
    morning = datetime.combine(context.today, time(), zone)
    theme_id = await themes.add(context.tx, found.text, morning)
    await _settle(found, State.APPROVED, pressed, context, theme_id=theme_id)


async def merge(found: Proposal, pressed: Pressed, context: Context) -> None:
    """Take the theme for one that stands already."""
    theme = await themes.theme(context.tx, number(pressed.args, 1) or 0)
    if theme is not None:
        await _settle(found, State.MERGED, pressed, context, theme_id=theme.id)


async def show_reasons(found: Proposal, pressed: Pressed, context: Context) -> None:
    """Turn the card's buttons into the reasons to decline."""
    words = await context.words()
    text, _ = await _card(found, context)
    rows = column(
        Button(words.label(REASONS + reason), pack("proposal.decline", found.id, reason))
        for reason in _reasons(words)
    )
    rows.append([Button(words.label("common.buttons.back"), pack("proposal.back", found.id))])
    await context.change(pressed.chat_id, _name(found.id), text, rows)


async def decline(found: Proposal, pressed: Pressed, context: Context) -> None:
    """Decline with a reason, which the person reads."""
    reason = (*pressed.args, "", "")[1]
    if reason in _reasons(await context.words()):
        await _settle(found, State.DECLINED, pressed, context, reason=reason)


async def show_again(found: Proposal, pressed: Pressed, context: Context) -> None:
    """Go back from the reasons."""
    await _refresh(found.id, context)


async def undo(found: Proposal, pressed: Pressed, context: Context) -> None:
    """Let the proposal wait again, while nobody was told and no vote is about its theme."""
    if not await _may_undo(found, context):
        words = await context.words(pressed.user.id)
        text = words.label("themes.toasts.too_late")
        await context.answer(pressed.query_id, text, alert=True)
    else:
        if found.state is State.APPROVED and found.theme_id is not None:
            await themes.withdraw(context.tx, found.theme_id)
        await proposals.reopen(context.tx, found.id)
        await _trace(found, "undo", pressed, context)
        await agenda.cancel(context.tx, found.id, TOLD)
    await _refresh(found.id, context)


async def tell_person(due: Due, context: Context) -> None:
    """Tell who proposed a theme what became of it, and take the undo button away."""
    found = await proposals.proposal(context.tx, int(due.key))
    if found is None or found.state is State.WAITING:
        return
    words = context.community.content.words(found.language)
    theme = await themes.theme(context.tx, found.theme_id or 0)
    values = {"text": found.text, "theme": title(theme, words) if theme else ""}
    said = words.text(f"themes.told.{found.state}", **values)
    if found.reason is not None:
        said = Html(f"{said}\n\n{words.text(f'themes.reasons.{found.reason}')}")
    await context.say(found.user_id, said, silent=context.is_night)
    await _refresh(found.id, context)


async def _settle(
    found: Proposal,
    state: State,
    pressed: Pressed,
    context: Context,
    *,
    theme_id: int | None = None,
    reason: str | None = None,
) -> None:
    by = pressed.user.id
    await proposals.decide(
        context.tx, found.id, state, by, context.now, theme_id=theme_id, reason=reason
    )
    await _trace(found, state, pressed, context, reason or "")
    await agenda.schedule(context.tx, TOLD, found.id, context.now + UNDO_FOR)
    if pressed.message_id is not None:
        await outbox.learn_message(
            context.tx, _name(found.id), pressed.chat_id, pressed.message_id, context.now
        )
    await _refresh(found.id, context)


async def _trace(
    found: Proposal, act: str, pressed: Pressed, context: Context, detail: str = ""
) -> None:
    """Write in the audit who settled a proposal, not who made it."""
    by, subject = pressed.user.id, f"proposal:{found.id}"
    await audit.note(context.tx, by, f"proposal.{act}", subject, context.now, detail)


async def _may_undo(found: Proposal, context: Context) -> bool:
    if found.decided_at is None or context.now - found.decided_at >= UNDO_FOR:
        return False
    new = found.theme_id if found.state is State.APPROVED else None
    return new is None or not await themes.is_voted_on(context.tx, new)


# The card


def _name(proposal_id: int) -> str:
    return f"proposal:{proposal_id}"


def _reasons(words: Words) -> list[str]:
    """The reasons to decline, in the order of the content."""
    return [key.removeprefix(REASONS) for key in words.templates if key.startswith(REASONS)]


async def _refresh(proposal_id: int, context: Context) -> None:
    chat_id = await context.chat_id(Place.MODERATORS)
    found = await proposals.proposal(context.tx, proposal_id)
    if chat_id is not None and found is not None:
        text, buttons = await _card(found, context)
        await context.change(chat_id, _name(proposal_id), text, buttons)


async def _card(found: Proposal, context: Context) -> tuple[Html, Rows]:
    words = await context.words()
    if found.state is not State.WAITING:
        return await _settled_card(found, words, context)
    near = await _alike(found, words, context)
    text = words.text("themes.card", id=found.id, text=found.text)
    buttons = [Button(words.label("themes.buttons.approve"), pack("proposal.approve", found.id))]
    for theme_id, its_title in near.items():
        label = words.label("themes.merge_label", theme=short(its_title))
        buttons.append(Button(label, pack("proposal.merge", found.id, theme_id)))
    buttons.append(
        Button(words.label("themes.buttons.decline"), pack("proposal.reasons", found.id))
    )
    if near:
        lines = Html("\n".join(words.text("themes.alike_line", theme=t) for t in near.values()))
        text = Html(f"{text}\n\n{words.text('themes.alike', themes=lines)}")
    return text, column(buttons)


async def _settled_card(found: Proposal, words: Words, context: Context) -> tuple[Html, Rows]:
    theme = await themes.theme(context.tx, found.theme_id or 0)
    text = words.text(
        f"themes.settled.{found.state}",
        id=found.id,
        text=found.text,
        who=await name_of(found.decided_by or 0, context),
        theme=title(theme, words) if theme else "",
        reason=words.label(REASONS + found.reason) if found.reason else "",
    )
    if not await _may_undo(found, context):
        return text, []
    return text, column(
        [Button(words.label("themes.buttons.undo"), pack("proposal.undo", found.id))]
    )


async def _alike(found: Proposal, words: Words, context: Context) -> dict[int, str]:
    """Return the standing themes that may be the same, the most alike first."""
    content = context.community.content
    reader = Reader(found.language, content.synonyms(found.language))
    theirs = content.words(found.language)
    standing = {theme.id: theme for theme in await themes.standing(context.tx)}
    stems = {
        theme_id: {term.stem for term in reader.terms(title(theme, theirs))}
        for theme_id, theme in standing.items()
    }
    near = alike({term.stem for term in reader.terms(found.text)}, stems)[:SUGGESTED]
    return {theme_id: title(standing[theme_id], words) for theme_id in near}
