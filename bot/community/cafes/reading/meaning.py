"""What facts come to: one moment, a choice, a question, or a day that is over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import IntEnum

from bot.community.cafes.reading.days import Candidates, candidates
from bot.community.cafes.reading.facts import Facts
from bot.community.cafes.reading.spans import Span, spans
from bot.community.cafes.reading.verdicts import (
    Ambiguous,
    DayMissing,
    Doubt,
    HourMissing,
    NotUnderstood,
    Past,
    Reading,
    Understood,
)

Choice = Understood | HourMissing


class Rank(IntEnum):
    """How much a reading makes of a text: only the best ones count."""

    MOMENT = 0
    CONTRADICTION = 1
    DAY = 2
    CONTRADICTED_DAY = 3
    HOUR = 4


@dataclass(frozen=True, slots=True)
class Sense:
    """The choices that one reading leaves."""

    rank: Rank
    choices: tuple[Choice, ...] = ()
    doubt: Doubt | None = None
    start: time | None = None


def meaning(readings: Sequence[Facts], now: datetime) -> Reading:
    """Return what the readings of one text come to; ``now`` is local."""
    senses = [sense for facts in readings if (sense := _sense(facts, now))]
    if not senses:
        return NotUnderstood()
    rank = min(sense.rank for sense in senses)
    best = [sense for sense in senses if sense.rank is rank]
    if rank is Rank.HOUR:
        starts = {sense.start for sense in best}
        return DayMissing(starts.pop() if len(starts) == 1 else None)
    doubt = next((sense.doubt for sense in best if sense.doubt), None)
    return _settled([choice for sense in best for choice in sense.choices], doubt, now)


def _settled(choices: Sequence[Choice], doubt: Doubt | None, now: datetime) -> Reading:
    ordered = sorted({_key(choice): choice for choice in choices}.items())
    coming = tuple(choice for _, choice in ordered if _is_coming(choice, now))
    if not coming:
        return _past(ordered[-1][1])
    if len(coming) == 1 and doubt is None:
        return coming[0]
    return Ambiguous(doubt or _doubt(coming), coming)


def _doubt(choices: Sequence[Choice]) -> Doubt:
    if len({_day(choice) for choice in choices}) > 1:
        return Doubt.DAY
    return Doubt.HOUR


def _sense(facts: Facts, now: datetime) -> Sense | None:
    if facts.in_minutes is not None:
        return _from_now(facts, now)
    hours, days = spans(facts), candidates(facts, now.date())
    if (facts.start or facts.end or facts.lasts) and not hours:
        return None
    if days is None:
        return _hour_alone(hours)
    if not days.days:
        return None
    if not hours:
        rank = Rank.CONTRADICTED_DAY if days.doubt else Rank.DAY
        return Sense(rank, tuple(HourMissing(day) for day in days.days), days.doubt)
    return _moments(days, hours, now)


def _from_now(facts: Facts, now: datetime) -> Sense | None:
    if facts.start or facts.weekday is not None or facts.in_minutes is None:
        return None
    then = now.astimezone(UTC) + timedelta(minutes=facts.in_minutes)
    start = then.replace(second=0, microsecond=0).astimezone(now.tzinfo)
    return Sense(Rank.MOMENT, (Understood(start),))


def _hour_alone(hours: Sequence[Span]) -> Sense | None:
    if not hours:
        return None
    known = len(hours) == 1
    return Sense(Rank.HOUR, start=_time(hours[0][0]) if known else None)


def _moments(days: Candidates, hours: Sequence[Span], now: datetime) -> Sense:
    doubt = days.doubt
    choices: list[Choice] = []
    for day in days.days:
        for start, end in hours:
            starts = tuple(_instants(day, start, now))
            if len(starts) > 1 and doubt is None:
                doubt = Doubt.CLOCKS
            choices.extend(Understood(at, _end(at, day, end, now)) for at in starts)
    rank = Rank.CONTRADICTION if days.doubt else Rank.MOMENT
    return Sense(rank, tuple(choices), doubt)


def _end(start: datetime, day: date, minutes: int | None, now: datetime) -> datetime | None:
    if minutes is None:
        return None
    ends = _instants(day, minutes, now)
    return next((end for end in ends if end.astimezone(UTC) > start.astimezone(UTC)), None)


def _instants(day: date, minutes: int, now: datetime) -> Iterator[datetime]:
    """The instants of an hour on the wall: two where the clocks change, that night."""
    wall = datetime.combine(day, time()) + timedelta(minutes=minutes)
    offsets = set()
    for fold in (0, 1):
        local = wall.replace(tzinfo=now.tzinfo, fold=fold)
        if local.utcoffset() not in offsets:
            offsets.add(local.utcoffset())
            yield local.astimezone(UTC).astimezone(now.tzinfo)


def _key(choice: Choice) -> tuple[float, float]:
    if isinstance(choice, HourMissing):
        return (choice.day.toordinal(), 0)
    return (choice.start.timestamp(), choice.end.timestamp() if choice.end else 0)


def _is_coming(choice: Choice, now: datetime) -> bool:
    if isinstance(choice, HourMissing):
        return choice.day >= now.date()
    return choice.start.astimezone(UTC) > now.astimezone(UTC)


def _day(choice: Choice) -> date:
    return choice.day if isinstance(choice, HourMissing) else choice.start.date()


def _past(choice: Choice) -> Past:
    return Past(_day(choice), choice.start if isinstance(choice, Understood) else None)


def _time(minutes: int) -> time:
    return time(minutes // 60 % 24, minutes % 60)
