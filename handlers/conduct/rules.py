"""/regles: what each rule may do, how often moderators found it right, and setting it."""

from __future__ import annotations

from telegram import Update

from bot.community.members import Role
from bot.storage import audit
from bot.storage.conduct import rules
from bot.storage.conduct.rules import Precision
from content import Html, Words
from handlers.buttons import Button, Rows, column, number, pack
from handlers.conduct.explaining import title_of
from handlers.context import Context
from handlers.routes import Fact, Pressed, Routes, Where
from moderation.conduct import RULES, Mode, Rule

SCREEN = "rules"
WEAKEN = "weaken"
"""What two persons agree on: the name of a proposal."""
_STRENGTH = {Mode.OFF: 0, Mode.FLAG: 1, Mode.HOLD: 2}


def register(on: Routes) -> None:
    """The list, then an article, a rule, what it may do."""
    both = (Where.PRIVATE, Where.MODERATORS)
    on.command("regles", "rules", act=show_rules, role=Role.MODERATOR, where=both)
    on.button("rules.all", show_again, Role.MODERATOR, *both)
    on.button("rules.article", show_article, Role.MODERATOR, *both)
    on.button("rules.rule", show_rule, Role.MODERATOR, *both)
    on.button("rules.set", set_rule, Role.MODERATOR, *both)
    on.fact("agreed_by_two", weaken)


async def show_rules(update: Update, context: Context) -> None:
    """List every rule: its mode, its precision, how many verdicts that rests on."""
    message = update.effective_message
    if message is None:
        return
    text, buttons = await _all(context, in_chat=message.chat_id < 0)
    await context.say(message.chat_id, text, buttons, message=_screen(message.chat_id))


def _screen(chat_id: int) -> str:
    return f"{SCREEN}:{chat_id}"


async def _all(context: Context, *, in_chat: bool) -> tuple[Html, Rows]:
    words = await context.words()
    modes, found = await rules.modes(context.tx), await rules.precision(context.tx)
    lines = [_line(rule, modes.get(rule.name, rule.mode), found, words) for rule in RULES]
    articles = sorted({rule.article for rule in RULES})
    rows: list[list[Button]] = column(
        Button(_article_label(article, words, context), pack("rules.article", article))
        for article in articles
    )
    trial = await rules.trial(context.tx)
    state = words.text("rules.real")
    if trial is not None and trial.ends_at > context.now:
        until = words.date(trial.ends_at.astimezone(context.community.timezone))
        state = words.text("rules.trial", until=until)
        if in_chat:  # the trial's own card stands there, and says who ended it
            rows.append([Button(words.label("conduct.buttons.end_trial"), pack("trial.end"))])
    if context.community.dry_run:
        state = words.text("conduct.card.dry_run")
    return words.text("rules.all", state=state, rules=Html("\n".join(lines))), rows


def _article_label(article: int, words: Words, context: Context) -> str:
    return f"{article}. {title_of(article, words, context)}"


def _line(rule: Rule, mode: Mode, found: dict[str, Precision], words: Words) -> Html:
    return words.text(
        "rules.line",
        mode=words.label(f"rules.modes.{mode.value}"),
        rule=words.label(f"conduct.rules.{rule.name}"),
        precision=_precision(found.get(rule.name), words),
    )


def _precision(found: Precision | None, words: Words) -> str:
    if found is None or found.share is None:
        return words.label("rules.no_verdict")
    judged = found.right + found.wrong
    percent = round(100 * found.share)
    return words.label("rules.precision", percent=percent, right=found.right, of=judged)


async def show_again(pressed: Pressed, context: Context) -> None:
    """Go back to the list."""
    text, buttons = await _all(context, in_chat=pressed.chat_id < 0)
    await context.change(pressed.chat_id, _screen(pressed.chat_id), text, buttons)


async def show_article(pressed: Pressed, context: Context) -> None:
    """Offer the rules of an article."""
    article, words = number(pressed.args), await context.words()
    found = [rule for rule in RULES if rule.article == article]
    if article is None or not found:
        return
    rows = column(
        Button(words.label(f"conduct.rules.{rule.name}"), pack("rules.rule", rule.name))
        for rule in found
    )
    rows.append([Button(words.label("common.buttons.back"), pack("rules.all"))])
    text = words.text("rules.article", article=_article_label(article, words, context))
    await context.change(pressed.chat_id, _screen(pressed.chat_id), text, rows)


async def show_rule(pressed: Pressed, context: Context) -> None:
    """Show one rule, and what it may be set to."""
    if rule := _rule(pressed):
        await _show_rule(rule, pressed.chat_id, context)


def _rule(pressed: Pressed) -> Rule | None:
    wanted = pressed.args[0] if pressed.args else ""
    return next((rule for rule in RULES if rule.name == wanted), None)


async def _show_rule(rule: Rule, chat_id: int, context: Context) -> None:
    words, modes = await context.words(), await rules.modes(context.tx)
    mode = modes.get(rule.name, rule.mode)
    line = _line(rule, mode, await rules.precision(context.tx), words)
    rows = column(
        Button(
            words.label(f"rules.buttons.{other.value}"), pack("rules.set", rule.name, other.value)
        )
        for other in Mode
        if other is not mode
    )
    back = pack("rules.article", rule.article)
    rows.append([Button(words.label("common.buttons.back"), back)])
    meaning = words.text(f"rules.meaning.{mode.value}")
    text = words.text("rules.rule", line=line, article=rule.article, meaning=meaning)
    await context.change(chat_id, _screen(chat_id), text, rows)


async def set_rule(pressed: Pressed, context: Context) -> None:
    """Set what a rule may do; what weakens a protection is proposed, and takes two persons."""
    rule, wanted = _rule(pressed), pressed.args[1] if len(pressed.args) > 1 else ""
    if rule is None or wanted not in set(Mode):
        return
    mode, modes = Mode(wanted), await rules.modes(context.tx)
    before = modes.get(rule.name, rule.mode)
    said = "set"
    if _STRENGTH[mode] < _STRENGTH[before]:
        by, subject = pressed.user.id, f"{rule.name}:{mode.value}"
        await context.tell("two_needed", context.row.key, kind=WEAKEN, subject=subject, by=by)
        said = "two_needed"
    elif mode is not before:
        await _set(rule, before, mode, pressed.user.id, context)
    await _show_rule(rule, pressed.chat_id, context)
    words = await context.words(pressed.user.id)
    await context.answer(pressed.query_id, words.label(f"rules.toasts.{said}"))


async def weaken(fact: Fact, context: Context) -> None:
    """Set a rule to what two persons agreed on."""
    if fact.content["kind"] != WEAKEN:
        return
    name, _, wanted = str(fact.content["subject"]).partition(":")
    rule = next((rule for rule in RULES if rule.name == name), None)
    if rule is not None and wanted in set(Mode):
        before = (await rules.modes(context.tx)).get(rule.name, rule.mode)
        await _set(rule, before, Mode(wanted), int(fact.content["by"]), context)


async def _set(rule: Rule, before: Mode, mode: Mode, by: int, context: Context) -> None:
    """Set a rule, and write it in the audit; one that weakens it is told apart there."""
    kept = None if mode is rule.mode else mode
    await rules.set_mode(context.tx, rule.name, kept, by, context.now)
    act = "rule.weaken" if _STRENGTH[mode] < _STRENGTH[before] else "rule.strengthen"
    detail = f"{before.value} > {mode.value}"
    await audit.note(context.tx, by, act, rule.name, context.now, detail)
