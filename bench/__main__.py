"""``python -m bench``: measure, print, judge nothing."""

from __future__ import annotations

import argparse
import asyncio
import tempfile
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from bench import applicants, faq, flood, signals

BOTS = ("bare", "full")


def main() -> None:
    """Run the measures and print their tables."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="times each bot is measured")
    parser.add_argument("--quick", action="store_true", help="one round, 1,500 messages")
    options = parser.parse_args()
    rounds = 1 if options.quick else options.rounds
    messages = 1500 if options.quick else 5000
    asyncio.run(_measure(rounds, messages, people=50))
    faq.main(faq.SIZES[:1] if options.quick else faq.SIZES)
    signals.main()


async def _measure(rounds: int, messages: int, people: int) -> None:
    floods = await _alternated(rounds, "flood", partial(flood.measure, messages))
    waves = await _alternated(rounds, "applicants", partial(applicants.measure, people))
    _print_floods(floods, messages)
    _print_waves(waves, people)
    _print_aims(floods, waves)


async def _alternated(rounds: int, name: str, measure: Callable[..., Any]) -> dict[str, list[Any]]:
    """Measure each bot in turn, so that a slower moment of the machine is slow for both."""
    found: dict[str, list[Any]] = {bot: [] for bot in BOTS}
    for number in range(1, rounds + 1):
        for bot in BOTS:
            print(f"{name}, {number}/{rounds}: {bot}", flush=True)
            with tempfile.TemporaryDirectory() as folder:
                found[bot].append(await measure(bot, Path(folder)))
    return found


def _print_floods(floods: dict[str, list[flood.Flood]], messages: int) -> None:
    print(f"\n{messages} messages in the group, medians")
    for label, field in (
        ("updates/s", "per_second"),
        ("CPU ms/update", "cpu_ms"),
        ("peak MB", "peak_mb"),
    ):
        bare, full = (_median(floods[bot], field) for bot in BOTS)
        print(f"  {label:<16} bare {bare:8.2f}   full {full:8.2f}   full/bare {full / bare:5.2f}")
    signals, cpu = flood.signals_ms(messages), _median(floods["full"], "cpu_ms")
    print(f"  signals          {signals:.3f} ms/message, {signals / cpu:.0%} of the full bot's CPU")


def _print_waves(waves: dict[str, list[applicants.Answers]], people: int) -> None:
    print(f"\n{people} simultaneous applicants, seconds from update served to answer received")
    for bot in BOTS:
        for label, field in (
            ("first question", "first_question"),
            ("on the way to it", "on_the_way"),
            ("from it to sending", "to_sending"),
        ):
            times = [getattr(wave, field) for wave in waves[bot] if getattr(wave, field)]
            if times:
                p50, p99 = _percentile(times, 50), _percentile(times, 99)
                print(f"  {bot}  {label:<19} p50 {p50:6.3f}   p99 {p99:6.3f}")
        lost, refused = (
            sum(getattr(w, f) for w in waves[bot]) for f in ("lost", "refused_for_pace")
        )
        print(f"  {bot}  answers never received: {lost}; refused by the server for pace: {refused}")


def _print_aims(floods: dict[str, list[Any]], waves: dict[str, list[Any]]) -> None:
    ratio = _median(floods["full"], "per_second") / _median(floods["bare"], "per_second")
    question = _percentile([wave.first_question for wave in waves["full"]], 99)
    peak = max(measured.peak_mb for measured in (*floods["full"], *waves["full"]))
    print("\nAims")
    for label, value, reached in (
        ("updates/s, full/bare, at least 0.9", ratio, ratio >= 0.9),
        ("first question p99, under 2 s", question, question < 2.0),
        ("peak memory, under 100 MB", peak, peak < 100),
    ):
        print(f"  {label:<36} {value:7.2f}   {'reached' if reached else 'missed'}")


def _median(measured: Iterable[Any], field: str) -> float:
    return float(median(getattr(one, field) for one in measured))


def _percentile(rounds: list[list[float]], percent: int) -> float:
    """Return the median over the rounds of a percentile of each."""
    cuts = [quantiles(times, n=100, method="inclusive") for times in rounds]
    return median(cut[percent - 1] for cut in cuts)


if __name__ == "__main__":
    main()
