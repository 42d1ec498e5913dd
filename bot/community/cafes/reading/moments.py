"""From a text to one moment, to a question, or to nothing: the reader's two doors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.community.cafes.reading.grammar import Parse, parses
from bot.community.cafes.reading.lexicon import FILLERS
from bot.community.cafes.reading.meaning import meaning
from bot.community.cafes.reading.tokens import Token, tokens_of
from bot.community.cafes.reading.verdicts import (
    DayMissing,
    HourMissing,
    NotUnderstood,
    Past,
    Reading,
    Understood,
)


@dataclass(frozen=True, slots=True)
class Found:
    """A moment found among other things, and what is left, in its order."""

    reading: Reading
    rest: tuple[str, ...]


def read_moment(text: str, now: datetime) -> Reading:
    """Read a text that says a moment and nothing else.

    ``now`` is local: its zone is the zone of what is read. Words that no phrase explains make the
    whole not understood, for they may change its meaning ("sauf mercredi").
    """
    if exact := _exact(text, now):
        return exact
    tokens = tokens_of(text)
    found = parses(tokens)
    if not found:
        return NotUnderstood(_words(text, tokens, range(len(tokens))))
    if found[0].skipped:
        return NotUnderstood(_words(text, tokens, found[0].skipped))
    return meaning(tuple(parse.facts for parse in found), now)


def find_moment(parts: Sequence[str], now: datetime) -> Found:
    """Read the moment said by some of these parts of a line.

    The parts that say nothing but a day or an hour count together. Where they lack one of both,
    the first part that says it among other words is taken too, without these words.
    """
    chosen = [part for part in parts if _is_explained(part)]
    rest: list[str] = []
    for part in parts:
        if part in chosen:
            continue
        said, left = _apart(part)
        if said and _adds(chosen, said, now):
            chosen.append(said)
            rest.extend(left)
        else:
            rest.append(part)
    reading = read_moment(", ".join(chosen), now) if chosen else NotUnderstood()
    if isinstance(reading, NotUnderstood):
        return Found(reading, tuple(parts))
    return Found(reading, tuple(rest))


def _exact(text: str, now: datetime) -> Reading | None:
    """An instant as machines write it, its offset included: "2027-01-20T19:00:00-05:00"."""
    try:
        start = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    if start.tzinfo is None:
        return None
    local = start.astimezone(now.tzinfo)
    return Understood(local) if start > now else Past(local.date(), local)


def _words(text: str, tokens: Sequence[Token], left: Sequence[int]) -> tuple[str, ...]:
    return tuple(text[tokens[at].start : tokens[at].end] for at in left)


def _is_explained(part: str) -> bool:
    found = parses(tokens_of(part))
    return bool(found) and not found[0].skipped


def _adds(chosen: Sequence[str], said: str, now: datetime) -> bool:
    """Tell whether a moment lacks what this says: it has no day, or no hour, or neither."""
    before = read_moment(", ".join(chosen), now) if chosen else NotUnderstood()
    if not isinstance(before, NotUnderstood | HourMissing | DayMissing):
        return False
    after = read_moment(", ".join((*chosen, said)), now)
    return not isinstance(after, NotUnderstood | type(before)) or not chosen


def _apart(part: str) -> tuple[str, tuple[str, ...]]:
    """A text without the words that no phrase explains, and these words, run by run."""
    tokens = tokens_of(part)
    found = parses(tokens)
    if not found:
        return "", (part,)
    runs = list(_runs(found[0], tokens))
    bounds = [0, *(edge for run in runs for edge in run), len(part)]
    kept = (part[start:end] for start, end in zip(bounds[::2], bounds[1::2], strict=True))
    return " ".join(kept), tuple(part[start:end] for start, end in runs)


def _runs(parse: Parse, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The unexplained words that follow each other, with the small words between them."""
    first = last = None
    for at in parse.skipped:
        between = tokens[last + 1 : at] if last is not None else ()
        if first is None or last is None:
            first = at
        elif any(token.text not in FILLERS for token in between):
            yield tokens[first].start, tokens[last].end
            first = at
        last = at
    if first is not None and last is not None:
        yield tokens[first].start, tokens[last].end
