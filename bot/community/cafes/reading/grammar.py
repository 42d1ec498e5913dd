"""The grammar: all the ways in which the phrases, one after the other, explain a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from bot.community.cafes.reading import dates, hours, relative
from bot.community.cafes.reading.facts import NOTHING, Facts
from bot.community.cafes.reading.lexicon import FILLERS
from bot.community.cafes.reading.phrases import Said
from bot.community.cafes.reading.tokens import Token

PHRASES = (*dates.PHRASES, *relative.PHRASES, *hours.PHRASES)
LONGEST = 60
"""Tokens: a date needs far fewer, and nobody's text may keep the reader busy."""


@dataclass(frozen=True, slots=True)
class Parse:
    """One way to explain a text: what it says, and the tokens that it leaves unexplained."""

    facts: Facts
    skipped: tuple[int, ...]


def parses(tokens: Sequence[Token]) -> tuple[Parse, ...]:
    """Return the ways that say something and leave the fewest tokens unexplained."""
    if len(tokens) > LONGEST:
        return ()
    found = [parse for parse in _all_parses(tokens) if parse.facts != NOTHING]
    fewest = min((len(parse.skipped) for parse in found), default=0)
    return tuple(parse for parse in found if len(parse.skipped) == fewest)


def _all_parses(tokens: Sequence[Token]) -> list[Parse]:
    """Walk the tokens once: at each place, what the text before it may say, and what it left."""
    text = " ".join(token.text for token in tokens)
    starts = [0, *accumulate(len(token.text) + 1 for token in tokens)]
    place = {start: at for at, start in enumerate(starts)}
    before: list[dict[Facts, tuple[int, ...]]] = [{} for _ in starts]
    before[0][NOTHING] = ()
    for at, token in enumerate(tokens):
        said = list(_said_at(text, starts[at]))
        for facts, skipped in before[at].items():
            left = skipped if token.text in FILLERS else (*skipped, at)
            _keep(before[at + 1], facts, left)
            for more, end in said:
                if together := facts.merge(more):
                    _keep(before[place[end + 1]], together, skipped)
    return [Parse(facts, skipped) for facts, skipped in before[-1].items()]


def _said_at(text: str, at: int) -> Iterator[Said]:
    for phrase in PHRASES:
        yield from phrase(text, at)


def _keep(known: dict[Facts, tuple[int, ...]], facts: Facts, skipped: tuple[int, ...]) -> None:
    if facts not in known or len(skipped) < len(known[facts]):
        known[facts] = skipped
