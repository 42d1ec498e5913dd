"""/corriger: what somebody can correct of what is kept of them, and how (P-39.1, s. 28)."""

from __future__ import annotations

from telegram import Update

from bot.community.members import Relation
from bot.storage import members, screening
from bot.storage.screening import Application
from content import Words
from handlers import help as help_card
from handlers.buttons import Button, column, pack
from handlers.context import Context
from handlers.members import language_button
from handlers.routes import Pressed, Routes
from moderation.screening.decisions import Status


def register(on: Routes) -> None:
    """What can be corrected, then the two that change here."""
    on.command("corriger", "correct", act=show)
    on.button("privacy.correct", show_on_press)
    on.button("privacy.relation", choose_relation)
    on.button("privacy.region", choose_region)


async def show(update: Update, context: Context) -> None:
    """Say what can be corrected."""
    if update.effective_user is not None:
        await _offer(update.effective_user.id, context)


async def show_on_press(press: Pressed, context: Context) -> None:
    """Say what can be corrected."""
    await _offer(press.user.id, context)


async def _offer(user_id: int, context: Context) -> None:
    words = await context.words(user_id)
    file = await screening.latest(context.tx, user_id)
    others = [lang for lang in context.community.content.languages if lang != words.language]
    buttons = [language_button(lang, context) for lang in others]
    relation = words.label("privacy.buttons.relation")
    buttons.append(Button(relation, pack("privacy.relation")))
    if _may_change_region(file):
        region = words.label("privacy.buttons.region")
        buttons.append(Button(region, pack("privacy.region")))
    if file is not None and file.status is Status.DRAFT:
        buttons.append(Button(words.label("privacy.buttons.resume"), pack("door.ask")))
    ask = words.label("privacy.buttons.ask_person")
    buttons += [Button(ask, pack("faq.person", 0)), help_card.button(words)]
    answers = words.text(f"privacy.correct.{_state(file)}")
    text = words.text("privacy.correct.text", answers=answers)
    await context.say(user_id, text, column(buttons))


def _state(file: Application | None) -> str:
    if file is not None and file.status is Status.DRAFT:
        return "draft"
    return "sent" if file is not None and file.status.waits_for_decision else "ended"


def _may_change_region(file: Application | None) -> bool:
    """Tell whether a region is kept: only where its person agreed to be counted."""
    return file is not None and bool(file.statistics) and file.region is not None


async def choose_relation(press: Pressed, context: Context) -> None:
    """Offer how somebody may stand to the child, or keep what they chose."""
    chosen = press.args[0] if press.args else ""
    words = await context.words(press.user.id)
    if chosen in {relation.value for relation in Relation}:
        await members.set_relation(context.tx, press.user.id, Relation(chosen))
        await context.answer(press.query_id, words.label("privacy.toasts.noted"))
        return
    buttons = [
        Button(_relation_label(relation, words), pack("privacy.relation", relation.value))
        for relation in Relation
    ]
    await context.say(press.user.id, words.text("privacy.correct.choose_relation"), column(buttons))


def _relation_label(relation: Relation, words: Words) -> str:
    return words.label(f"privacy.correct.relations.{relation.value}_label")


async def choose_region(press: Pressed, context: Context) -> None:
    """Offer the regions, or keep the one that somebody chose, where theirs is kept."""
    file = await screening.latest(context.tx, press.user.id)
    words = await context.words(press.user.id)
    regions = context.community.content.screening(words.language).regions
    if file is None or not _may_change_region(file):
        await context.answer(press.query_id, words.label("privacy.toasts.gone"), alert=True)
    elif press.args and press.args[0] in {region.id for region in regions}:
        await screening.update(context.tx, file.id, region=press.args[0])
        await context.answer(press.query_id, words.label("privacy.toasts.noted"))
    else:
        buttons = [Button(r.label, pack("privacy.region", r.id)) for r in regions]
        text = words.text("privacy.correct.choose_region")
        await context.say(press.user.id, text, column(buttons))
