"""Measures the search on any folder of entries, with questions whose answers are known."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from content.search.asking import Search
from content.search.languages import language_of
from content.search.verdicts import E, Sure
from content.sources import read_toml
from content.synonyms import Synonyms, read_synonyms

_FENCE = "+++"


@dataclass(frozen=True, slots=True)
class Page:
    """An entry read leniently: its first line is the question when it has no front matter."""

    id: str
    question: str
    phrasings: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """A question, and the id of the entry that answers it; empty when none does."""

    text: str
    id: str


@dataclass(frozen=True, slots=True)
class Figures:
    """What was found. Shares are of the questions with an answer, but ``false_answers``,
    the share of those without one that were answered as sure.
    """

    answerable: int
    unanswerable: int
    first: float
    in_three: float
    reciprocal_rank: float
    answered: float
    rightly_answered: float
    wrongly_answered: float
    false_answers: float

    def __str__(self) -> str:
        return "\n".join(
            (
                f"questions with an answer     {self.answerable:6}",
                f"  hit@1                      {self.first:6.1%}",
                f"  hit@3                      {self.in_three:6.1%}",
                f"  mean reciprocal rank       {self.reciprocal_rank:6.3f}",
                f"  answered as sure           {self.answered:6.1%}",
                f"    and right                {self.rightly_answered:6.1%}",
                f"    and wrong                {self.wrongly_answered:6.1%}",
                f"questions without an answer  {self.unanswerable:6}",
                f"  answered as sure           {self.false_answers:6.1%}",
            )
        )


def evaluate(folder: Path, queries: Path, *, titles_only: bool = False) -> Figures:
    """The figures of the search on ``folder``'s Markdown entries, asked the CSV's questions.

    ``queries`` has the columns ``query`` and ``id``. Raises OSError when one can't be read, and
    ValueError when there is no entry, or a column is missing, or an id has no entry.
    """
    pages = read_pages(folder, titles_only=titles_only)
    asked = read_queries(queries)
    known = {page.id for page in pages}
    if missing := sorted({query.id for query in asked if query.id} - known):
        raise ValueError(f"no entry {missing[0]!r} in {folder}")
    language = language_of("\n".join(page.question for page in pages), "fr")
    return measure(Search(pages, shipped_synonyms(language), language), asked)


def measure(search: Search[E], queries: Iterable[Query]) -> Figures:
    """The figures of a search on these questions."""
    ranks: list[int] = []
    right: list[bool] = []
    false: list[bool] = []
    for query in queries:
        verdict = search.ask(query.text)
        if not query.id:
            false.append(isinstance(verdict, Sure))
            continue
        ids = [hit.entry.id for hit in search.find(query.text).hits]
        ranks.append(ids.index(query.id) + 1 if query.id in ids else 0)
        if isinstance(verdict, Sure):
            right.append(verdict.entry.id == query.id)
    count = max(len(ranks), 1)
    return Figures(
        answerable=len(ranks),
        unanswerable=len(false),
        first=ranks.count(1) / count,
        in_three=sum(1 <= rank <= 3 for rank in ranks) / count,
        reciprocal_rank=sum(1 / rank for rank in ranks if rank) / count,
        answered=len(right) / count,
        rightly_answered=sum(right) / count,
        wrongly_answered=(len(right) - sum(right)) / count,
        false_answers=sum(false) / max(len(false), 1),
    )


def read_pages(folder: Path, *, titles_only: bool) -> list[Page]:
    """Every Markdown file of a folder; its id is its name, or the front matter's ``id``."""
    pages = [
        _page(path.stem, path.read_text(encoding="utf-8-sig"), titles_only=titles_only)
        for path in sorted(folder.rglob("*.md"))
    ]
    if not pages:
        raise ValueError(f"no Markdown entry in {folder}")
    return pages


def read_queries(path: Path) -> list[Query]:
    """The questions of a CSV file with the columns ``query`` and ``id``."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        if not {"query", "id"} <= set(rows.fieldnames or ()):
            raise ValueError(f"{path}: the columns query and id are needed")
        return [Query(row["query"], (row["id"] or "").strip()) for row in rows]


def shipped_synonyms(language: str) -> Synonyms:
    """The synonyms of our own content."""
    path = Path(__file__).parents[1] / language / "synonyms.toml"
    source = read_toml(path, path.name, [])
    return read_synonyms(source, []) if source else Synonyms()


def _page(name: str, text: str, *, titles_only: bool) -> Page:
    front, body = _parts(text)
    data = tomllib.loads(front)
    lines = [line.lstrip("# ").strip() for line in body.strip().split("\n")]
    question = str(data.get("question") or data.get("title") or lines[0])
    id = str(data.get("id", name))
    if titles_only:
        return Page(id, question)
    return Page(id, question, tuple(_texts(data.get("phrasings"))), (), (), "\n".join(lines))


def _parts(text: str) -> tuple[str, str]:
    """Front matter and body; either may be empty."""
    if not text.startswith(_FENCE):
        return "", text
    _, front, body = text.split(_FENCE, 2)
    return front, body


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, list):
        yield from (text for text in value if isinstance(text, str))
