"""The answers that may be given on a day, and the search over them."""

from __future__ import annotations

from datetime import date
from hashlib import sha256

from content.faq import Entry
from content.library import Content
from content.search import Asked, Search, Searches


class Answers:
    """The entries of a content. An expired one is not found, and not served.

    The search is built at the first question of a day: an entry that expires leaves it overnight.
    """

    def __init__(self, content: Content) -> None:
        self._content = content
        self._day = date.min
        self._by_language: dict[str, Search[Entry]] = {}
        self._searches = Searches(self._by_language)

    def ask(self, text: str, preferred: str, today: date) -> Asked[Entry]:
        """The verdict on a question, in its own language; ``preferred`` when it doesn't tell."""
        self._build(today)
        return self._searches.ask(text, preferred)

    def nearest(self, text: str, language: str, today: date, most: int) -> tuple[Entry, ...]:
        """The entries that look most like a question, sure or not."""
        self._build(today)
        return tuple(hit.entry for hit in self._by_language[language].find(text).hits[:most])

    def served(self, language: str, today: date) -> tuple[Entry, ...]:
        """The entries that may be given."""
        return tuple(e for e in self._content.faq(language) if not e.expired(today))

    def entry(self, id: str, language: str) -> Entry | None:
        """An entry, expired or not."""
        return next((e for e in self._content.faq(language) if e.id == id), None)

    def about(self, topic: str, language: str, today: date) -> tuple[Entry, ...]:
        """The entries of a topic."""
        return tuple(e for e in self.served(language, today) if topic in e.topics)

    def digest(self, id: str) -> str:
        """A mark of what an entry says in every language: another text has another one."""
        found = (self.entry(id, language) for language in self._content.languages)
        said = "\0".join(entry.answer for entry in found if entry)
        return sha256(said.encode()).hexdigest()[:16]

    def _build(self, today: date) -> None:
        if self._day == today:
            return
        content = self._content
        self._by_language = {
            name: Search(self.served(name, today), content.synonyms(name), name)
            for name in content.languages
        }
        self._searches = Searches(self._by_language)
        self._day = today
