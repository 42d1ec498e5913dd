"""Which hours the facts may mean, in minutes from the midnight that begins the day."""

from __future__ import annotations

from bot.community.cafes.reading.facts import Clock, Facts, Part

DAY = 24 * 60
HALF_DAY = 12 * 60
LONGEST = 12 * 60
"""Minutes: a café that would last longer is another reading's."""

_PARTS = {
    Part.MORNING: (range(12),),
    Part.AFTERNOON: (range(12, 20),),
    Part.EVENING: (range(16, 24),),
    Part.NIGHT: (range(18, 24), range(6)),
}

Span = tuple[int, int | None]


def spans(facts: Facts) -> tuple[Span, ...]:
    """Return the beginnings, each with its end where one was said."""
    if facts.start is None:
        return ()
    starts = _minutes(facts.start, facts.start.part or facts.part)
    if facts.end is not None:
        ends = _minutes(facts.end, facts.end.part)
        return tuple(
            (start, end)
            for start in starts
            for end in (*ends, *(end + DAY for end in ends))
            if 0 < end - start <= LONGEST and facts.lasts in (None, end - start)
        )
    return tuple((start, start + facts.lasts if facts.lasts else None) for start in starts)


def _minutes(clock: Clock, part: Part | None) -> tuple[int, ...]:
    """The minutes at which this hour may fall in that part of the day."""
    hours: tuple[int, ...] = (
        (clock.hour,) if clock.fixed else (clock.hour % 12, clock.hour % 12 + 12)
    )
    if clock.hour == 24:
        hours = (0, 24)
    elif part is not None:
        hours = tuple(hour for hour in hours if any(hour in some for some in _PARTS[part]))
    elif clock.hour == 12:
        hours = (12,)
    return tuple(hour * 60 + clock.minute for hour in hours)
