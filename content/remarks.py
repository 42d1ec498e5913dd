"""What deserves a second look in the answers, and doesn't keep the bot from starting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from content.faq import Entry
from content.faults import Fault
from content.languages import Language
from content.markup import strip_tags
from content.search.terms import Reader
from content.search.variants import in_common, trigrams
from content.sources import Source

LONGEST_SENTENCE = 45
"""Words: on a phone, at night, a longer sentence is read twice."""
LEAST_WORDS = 2
"""Of one word, two questions may well mean different things."""
ALIKE, WRITTEN_ALIKE = 0.8, 0.75
"""Share of common words, and of common letters, from which two questions are near duplicates."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A way to ask an entry: its stems, and its letters three by three."""

    id: str
    text: str
    stems: frozenset[str]
    trigrams: frozenset[str]


_END = re.compile(r"(?<=[.!?…])\s+|\n")


def remarks(language: Language, today: date) -> tuple[Fault, ...]:
    """Expired entries, long sentences and near-duplicate questions, in the order of the files."""
    entries = [
        (source, entry)
        for file, entry in language.faq.items()
        if (source := language.sources[file])
    ]
    found = [remark for pair in entries for remark in (*_expired(*pair, today), *_long(*pair))]
    reader = Reader(language.name, language.synonyms)
    return tuple(sorted((*found, *_duplicates(entries, reader))))


def _expired(source: Source, entry: Entry, today: date) -> Iterator[Fault]:
    if entry.expired(today):
        message = f"périmée depuis le {entry.expires_on} : elle n'est plus servie, vérifiez-la"
        yield source.fault(("expires_on",), message)


def _long(source: Source, entry: Entry) -> Iterator[Fault]:
    for sentence in _END.split(strip_tags(entry.answer)):
        if (count := len(sentence.split())) > LONGEST_SENTENCE:
            message = f"phrase de {count} mots : coupez « {sentence[:40]}… »"
            yield Fault(source.file, source.body_line, message)


def _duplicates(entries: list[tuple[Source, Entry]], reader: Reader) -> Iterator[Fault]:
    """Each way to ask that another entry's looks like; compared with those that share a word."""
    seen: dict[str, list[_Said]] = {}
    for source, entry in entries:
        for field, text in _asked(entry):
            terms, plain = reader.read(text)
            said = _Said(entry.id, text, frozenset(term.stem for term in terms), trigrams(plain))
            if len(said.stems) < LEAST_WORDS:
                continue
            others = (other for word in said.stems for other in seen.get(word, ()))
            if twin := next((other for other in others if _alike(said, other)), None):
                message = f"« {text} » se demande aussi dans {twin.id} (« {twin.text} »)"
                yield source.fault((field,), message)
            for word in said.stems:
                seen.setdefault(word, []).append(said)


def _asked(entry: Entry) -> Iterator[tuple[str, str]]:
    yield "question", entry.question
    for text in entry.phrasings:
        yield "phrasings", text


def _alike(said: _Said, other: _Said) -> bool:
    common = len(said.stems & other.stems) / len(said.stems | other.stems)
    if other.id == said.id or common < ALIKE:
        return False
    return in_common(said.trigrams, other.trigrams) >= WRITTEN_ALIKE
