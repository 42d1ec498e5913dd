"""What the search finds on its own set of questions, and what it costs as the collection grows."""

from __future__ import annotations

import random
import time
from dataclasses import replace
from pathlib import Path
from statistics import median

from content import Html, load
from content.faq import Entry
from content.search import Search
from content.search.evaluation import Figures, measure, read_queries
from content.search.languages import language_of

ROOT = Path(__file__).parents[1]
QUERIES = ROOT / "tests" / "content" / "data" / "faq_queries.csv"
SIZES = (2_000, 20_000)
CHANGED = 0.2
"""Share of words changed in each copy."""
INVENTED = 0.1
"""Share of these that become words never seen: a collection that grows meets ever fewer."""


def main(sizes: tuple[int, ...] = SIZES) -> None:
    """Print the figures of the search, then its cost at each size, in seconds of this machine."""
    for language in ("fr", "en"):
        print(f"questions asked in {language}, of its entries")
        print(found(language))
    print("entries   index    a question (median, 95 %, CPU)")
    for size in sizes:
        built, asked = cost(size)
        print(
            f"{size:7,}  {built:5.2f} s   {median(asked) * 1e3:5.2f} ms"
            f"   {sorted(asked)[int(len(asked) * 0.95)] * 1e3:5.2f} ms"
        )


def found(language: str) -> Figures:
    """The figures of the entries of a language on the questions of the set in that language."""
    content = load()
    search = Search(content.faq(language), content.synonyms(language), language)
    asked = read_queries(QUERIES)
    return measure(search, [each for each in asked if language_of(each.text, "fr") == language])


def cost(size: int) -> tuple[float, list[float]]:
    """Seconds of CPU to build an index of so many entries, and to answer each question."""
    content = load()
    entries = grown(content.faq("fr"), size)
    synonyms = content.synonyms("fr")
    queries = [query.text for query in read_queries(QUERIES)]
    before = time.process_time()
    search = Search(entries, synonyms, "fr")
    built = time.process_time() - before
    return built, [_timed(search, query) for query in queries]


def grown(entries: tuple[Entry, ...], size: int) -> list[Entry]:
    """So many entries: copies of ours, some of their words changed."""
    chance = random.Random(1)
    vocabulary = sorted({word for e in entries for t in e.phrasings for word in t.split()})

    def changed(text: str) -> str:
        return " ".join(
            word if chance.random() > CHANGED else _other(vocabulary, chance)
            for word in text.split()
        )

    return [
        replace(
            entry,
            id=f"{entry.id}-{number}",
            question=changed(entry.question),
            phrasings=tuple(map(changed, entry.phrasings[:12])),
            answer=Html(changed(entry.answer)),
        )
        for number in range(size)
        for entry in (entries[number % len(entries)],)
    ]


def _other(vocabulary: list[str], chance: random.Random) -> str:
    if chance.random() > INVENTED:
        return chance.choice(vocabulary)
    syllables = range(chance.randint(2, 4))
    return "".join(chance.choice("bcdfglmnprst") + chance.choice("aeiou") for _ in syllables)


def _timed(search: Search[Entry], query: str) -> float:
    before = time.process_time()
    search.ask(query)
    return time.process_time() - before


if __name__ == "__main__":
    main()
