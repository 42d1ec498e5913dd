"""The signals alone: their time for an ordinary message, and the worst of each on hostile texts."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from bench.flood import SAYINGS
from moderation.conduct import RULES, judge
from moderation.findings import Finding
from moderation.folding import MAX_LENGTH
from moderation.language.lexicon.first_names import FIRST_NAMES
from moderation.signals.distress import distress_in
from moderation.signals.facts import MessageFacts

ROUNDS = 5
MESSAGES = 500

# Repeated up to the longest message: what begins many patterns and ends none.
HOSTILE = (
    "tu es ", "il me veux plus ", "je vais te les femmes sont tu ", "a ", "x", "1", "514 ", "c*** ",
    "il dit que tu es con ", "mon ex mon fils a ", "s.o.m.e ", "'\" .", "un deux ", "a@a.", "a at ",
    "abcd 8001 01", "12 rue 12 main ", "his son her kid he ", "he hit ", "si tu si ", "\n", "é",
    "juge dpj ts ", "district of ---", "me a te ", "jevaiste", "you are face ", "quelqu'un ",
)  # fmt: skip

Signal = Callable[[MessageFacts], Finding | None]


@dataclass(frozen=True, slots=True)
class Worst:
    """The slowest text for one signal: its milliseconds of processor time, and how it begins."""

    signal: str
    milliseconds: float
    text: str


def main() -> None:
    """Print the time for an ordinary message and the slowest signals."""
    print(f"\nSignals, {len(RULES) + 1} of them")
    print(f"  ms for a group message, all of them    {ordinary():7.3f}")
    for worst in slowest()[:5]:
        print(f"  ms at worst, {worst.signal:<24} {worst.milliseconds:8.2f}   {worst.text!r}")


def ordinary() -> float:
    """Milliseconds of processor time to judge one ordinary message, reading it included."""
    judge(MessageFacts())  # the first message finds the tables prepared
    begun = time.process_time()
    for number in range(MESSAGES):
        judge(MessageFacts(text=SAYINGS[number % len(SAYINGS)]))
    return (time.process_time() - begun) * 1000 / MESSAGES


def slowest() -> list[Worst]:
    """For each signal, the hostile text that it takes longest on; the slowest signal first."""
    worst: dict[str, Worst] = {}
    for text in _hostile():
        for name, spent in _spent(text).items():
            if name not in worst or spent > worst[name].milliseconds:
                worst[name] = Worst(name, spent, text[:20])
    return sorted(worst.values(), key=lambda each: -each.milliseconds)


def _hostile() -> Iterator[str]:
    for seed in HOSTILE:
        yield (seed * MAX_LENGTH)[:MAX_LENGTH]
    # No step of these can be remembered from one word to the next.
    mixed, words = Random(1), sorted(FIRST_NAMES | set(" ".join(HOSTILE).split()))
    yield " ".join(mixed.choice(words) for _ in range(MAX_LENGTH))[:MAX_LENGTH]


def _spent(text: str) -> dict[str, float]:
    """Milliseconds of each signal, the best of some rounds: a busy machine is not their fault."""
    signals: dict[str, Signal] = {rule.name: rule.signal for rule in RULES}
    signals["distress"] = lambda facts: distress_in(facts.said, facts.readings[0])
    best: dict[str, float] = {}
    for _ in range(ROUNDS):
        facts = MessageFacts(text=text)
        _ = facts.readings, facts.shown.plain  # read once for all of them
        for name, signal in signals.items():
            begun = time.process_time()
            signal(facts)
            spent = (time.process_time() - begun) * 1000
            best[name] = min(spent, best.get(name, spent))
    return best


if __name__ == "__main__":
    main()
