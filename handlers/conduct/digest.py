"""The weekly digest to moderators: what came, how fast it was decided, the head of the audit."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from statistics import median

from bot.community.members import Place
from bot.storage import appeals, audit
from bot.storage.conduct import cases, rules
from bot.storage.conduct.cases import ACT_OF, Case
from bot.storage.conduct.rules import Precision
from content import Html, Words
from handlers.conduct.code import count_line
from handlers.conduct.rounds import DIGEST
from handlers.context import Context
from handlers.routes import Due, Routes
from moderation.conduct import RULES
from moderation.conduct.ladder import Step

WEEK = timedelta(days=7)
HEAD_SHOWN = 16
"""Hexadecimal digits: enough to know a chain by, short enough to compare by eye."""


def register(on: Routes) -> None:
    """Every Monday morning."""
    on.due(DIGEST, send)


async def send(due: Due, context: Context) -> None:
    """Say in the moderators' chat what the week was; a quiet one is told in the same words."""
    chat_id = await context.chat_id(Place.MODERATORS)
    if chat_id is None:
        return
    words = await context.words()
    parts = [
        await _cases(words, context),
        await _appeals(words, context),
        await _precision(words, context),
        await count_line(context),
        await _audit(words, context),
    ]
    key = f"digest:{due.key}"
    text = Html("\n\n".join(part for part in parts if part))
    await context.say(chat_id, text, key=key, silent=context.is_night)


async def _cases(words: Words, context: Context) -> Html:
    since = context.now - WEEK
    opened = await cases.opened_between(context.tx, since, context.now)
    decided = await cases.decided_between(context.tx, since, context.now)
    waiting = await cases.all_open(context.tx)
    spans = [
        (each.decided_at - each.opened_at).total_seconds() for each in decided if each.decided_at
    ]
    values = {
        "since": words.date(since.astimezone(context.community.timezone)),
        "opened": len(opened),
        "decided": len(decided),
        "waiting": len(waiting),
        "steps": _steps(decided, words),
        "median": _median(spans, words),
    }
    return words.text("digest.cases", **values)


def _median(spans: list[float], words: Words) -> str:
    if not spans:
        return words.label("digest.no_decision")
    return words.span(timedelta(seconds=median(spans)))


def _steps(decided: Iterable[Case], words: Words) -> str:
    taken = [each.step for each in decided if each.step is not None]
    counts = {step: taken.count(step) for step in Step}
    said = [
        f"{words.label(f'conduct.steps.{ACT_OF[step]}')} × {n}" for step, n in counts.items() if n
    ]
    return f" ({', '.join(said)})" if said else ""


async def _appeals(words: Words, context: Context) -> Html:
    waiting = await appeals.still_open(context.tx)
    if not waiting:
        return words.text("digest.no_appeal")
    since = words.span(context.now - waiting[0].at)
    return words.count("digest.appeals", len(waiting), since=since)


async def _precision(words: Words, context: Context) -> Html:
    """Name the rules that were judged, those that are wrong most often first."""
    found = await rules.precision(context.tx)
    judged = [(rule.name, found[rule.name]) for rule in RULES if rule.name in found]
    lines = [_rule(name, each, words) for name, each in sorted(judged, key=_by_share)]
    return words.text("digest.rules", rules=Html("\n".join(lines))) if lines else Html()


def _by_share(rule: tuple[str, Precision]) -> float:
    return rule[1].share or 0.0


def _rule(name: str, found: Precision, words: Words) -> Html:
    what, of = words.label(f"conduct.rules.{name}"), found.right + found.wrong
    return words.text("digest.rule", rule=what, right=found.right, of=of)


async def _audit(words: Words, context: Context) -> Html:
    """Give the chain's head, and say so where the chain is broken."""
    found = await audit.verify(context.tx)
    if isinstance(found, audit.Broken):
        return words.text("digest.broken", seq=found.seq)
    head = found.head[:HEAD_SHOWN] or words.label("digest.none")
    return words.text("digest.audit", head=head, n=found.count)
