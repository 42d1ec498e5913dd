"""Reads the rule of a series as it is said: "every second Tuesday at 7 pm, except July"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bot.community.cafes.reading.facts import NOTHING, Facts
from bot.community.cafes.reading.grammar import parses
from bot.community.cafes.reading.lexicon import LAST, MONTHS, ORDINALS, WEEKDAYS
from bot.community.cafes.reading.phrases import Match, number, pattern
from bot.community.cafes.reading.spans import spans
from bot.community.cafes.reading.tokens import tokens_of
from bot.community.cafes.recurrence.evenings import WEEK, Rule

MOST_WEEKS = 8


class Lack(StrEnum):
    """What a rule does not say well enough."""

    DAY = "day"
    HOUR = "hour"
    """None was said, or one with two readings ("7 h")."""


@dataclass(frozen=True, slots=True)
class NoRule:
    """No rule was understood; ``words`` are those that nothing explains, folded."""

    words: tuple[str, ...] = ()
    lacks: Lack | None = None


_EACH = r"(?:chaque|every|each|tous les|toutes les)"
_OF_THE_MONTH = pattern(
    rf" (?:(?:de|of|du|in) )?(?:(?:{_EACH}|the) (?:mois|months?)|monthly|mensuel|par mois|a month)"
)
_REST = r"(?:MONTH|(?:public |statutory |bank )?holidays?|(?:jours? |conges? )?feries?)"
_JOINT = r"(?: (?:le|la|les|l|en|in|on|et|and|or|ou|ni|,|the|mois de|mois d|month of|de|d|a|au))*"
_EXCEPT = pattern(
    r" (?:sauf|excepte|except(?: for)?|excluding|skipping|skip|hors|pas|not|no|sans|relache)"
    rf"{_JOINT} {_REST}(?:{_JOINT} {_REST})*(?: (?:du|of|in|de) quebec)?"
)
_WEEKLY = (
    pattern(r" (?:toutes les|aux|every|chaque) count:NUMBER (?:semaines?|weeks?)"),
    pattern(r" une? (?P<day>WEEKDAY) sur count:NUMBER"),
    pattern(rf" {_EACH} (?P<two>other|second|2 nd|deux|2|deuxieme) (?P<day>WEEKDAY)(?! du mois)"),
    pattern(rf" (?:{_EACH} (?:semaines?|weeks?)|weekly|hebdomadaire)"),
    pattern(rf" {_EACH} (?P<day>WEEKDAY)(?! du mois)"),
)
_PARTS = frozenset({"soir", "matin", "midi", "evening", "morning", "night", "afternoon"})
_SINGULARS = WEEKDAYS.keys() | ORDINALS.keys() | LAST.keys() | _PARTS
DAYS = re.compile(
    r"(?:lun|mar|mercre|jeu|vendre|same)dis|dimanches"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)days|soirs|evenings"
)
"""A day in the plural is every one of them: "Wednesdays at 7 pm"."""


def read_rule(text: str, now: datetime) -> Rule | NoRule:
    """Read the rule of a series, in French or in English; ``now`` is local.

    Every ``n`` weeks are counted from the first such day to come.
    """
    spoken = tokens_of(text)
    said = "".join(f" {_singular(token.text)}" for token in spoken)
    exceptions = " ".join(found[0] for found in _EXCEPT.finditer(said))
    said = _OF_THE_MONTH.sub(" du mois", _EXCEPT.sub(" ,", said))
    weeks, rest = _weeks(said)
    if " du mois" not in said and any(DAYS.fullmatch(token.text) for token in spoken):
        weeks = weeks or 1
    rest = re.sub(rf" {_EACH}(?= )", " ", rest)
    tokens = tokens_of(rest)
    found = parses(tokens)
    if not found or found[0].skipped:
        left = found[0].skipped if found else range(len(tokens))
        return NoRule(tuple(tokens[at].text for at in left))
    rules = {_rule(parse.facts, weeks, now.date()) for parse in found}
    good = [rule for rule in rules if isinstance(rule, Rule)]
    if len(good) != 1:
        return NoRule(lacks=Lack.HOUR if NoRule(lacks=Lack.HOUR) in rules else Lack.DAY)
    return _with_rests(good[0], exceptions)


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and word[:-1] in _SINGULARS else word


def _weeks(said: str) -> tuple[int | None, str]:
    """Every how many weeks, None where a month's weekday is said, and the rest of the text."""
    for phrase in _WEEKLY:
        if found := phrase.search(said):
            day = found.groupdict().get("day")
            kept = f" {day}" if day else ""
            return _count(found), said[: found.start()] + kept + said[found.end() :]
    return None, said


def _count(found: Match) -> int:
    groups = found.groupdict()
    if count := groups.get("count"):
        return number(count)
    return 2 if groups.get("two") else 1


def _rule(facts: Facts, weeks: int | None, today: date) -> Rule | NoRule:
    """The rule of these facts, which may say a weekday, which one of the month, and hours."""
    timed = replace(NOTHING, part=facts.part, start=facts.start, end=facts.end, lasts=facts.lasts)
    said = replace(timed, weekday=facts.weekday, nth=facts.nth, any_month=facts.any_month)
    if facts.weekday is None or facts != said:
        return NoRule(lacks=Lack.DAY)
    if weeks is not None and facts.nth is not None:
        return NoRule(lacks=Lack.DAY)
    by_month = facts.nth is not None and bool(facts.any_month)
    if by_month == (weeks is not None) or not (weeks is None or 1 <= weeks <= MOST_WEEKS):
        return NoRule(lacks=Lack.DAY)
    hours = spans(timed)
    if len(hours) != 1:
        return NoRule(lacks=Lack.HOUR)
    start, end = hours[0]
    rule = Rule(facts.weekday, facts.nth, _time(start), None if end is None else _time(end))
    if weeks is None:
        return rule
    ahead = timedelta(days=(facts.weekday - today.weekday()) % WEEK or WEEK)
    return replace(rule, weeks=weeks, since=today + ahead)


def _with_rests(rule: Rule, exceptions: str) -> Rule:
    words = exceptions.split()
    months = frozenset(MONTHS[word] for word in words if word in MONTHS)
    holidays = any(word.startswith(("ferie", "holiday")) for word in words)
    return replace(rule, skipped_months=months, skips_holidays=holidays)


def _time(minutes: int) -> time:
    return time(minutes // 60 % 24, minutes % 60)
