"""What stories are written with: the words of one language, and the labels that content holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.demo.acts import Act, Sees, Taps, Writes
from bot.demo.player import words_of
from content import Content, Question

Answers = Mapping[str, str]
"""What somebody writes to each question, by its id; a question unknown here gets ANY_ANSWER."""

ANY_ANSWER = {
    "fr": "Je cherche de l’écoute, et je partagerais volontiers ce qui m’aide à tenir.",
    "en": "I am looking for someone to listen, and I would gladly share what helps me hold on.",
}


@dataclass(frozen=True, slots=True)
class Script:
    """The words of one language ("fr" or "en")."""

    content: Content
    language: str = "fr"

    def either(self, french: str, english: str) -> str:
        """Return what is said in this language."""
        return french if self.language == "fr" else english

    def label(self, key: str, **values: object) -> str:
        """Return a button's label, by its key in content."""
        return self.content.words(self.language).label(key, **values)

    def line(self, key: str, **values: object) -> str:
        """Return the first line of a message, by its key in content."""
        text = self.content.words(self.language).text(key, **values)
        return words_of(text).splitlines()[0]

    def count(self, key: str, n: int, **values: object) -> str:
        """Return a text that counts, by its key in content."""
        return words_of(self.content.words(self.language).count(key, n, **values))

    def newcomers(self, n: int) -> str:
        """Return what the group is told when ``n`` people came in."""
        return words_of(self.content.words(self.language).count("members.newcomers", n))

    def reason(self, name: str) -> tuple[str, str]:
        """Return a reason's label and the first line that the person is told.

        Any other spoken reason stands in for one that the organisation took away.
        """
        spoken = [r for r in self.content.reasons(self.language) if not r.silent]
        found = next((r for r in spoken if r.id == name), spoken[-1])
        return found.label, words_of(found.text).splitlines()[0]

    # The way through the conversation, whatever its questions are

    def consents(self, who: str) -> Iterator[Act]:
        """Go from the welcome to the first question."""
        yield Taps(who, self.label("screening.buttons.begin"))
        yield Taps(who, self.label("screening.buttons.agree"))
        if len(self.content.screening(self.language).purposes) > 1:
            yield Taps(who, self.label("screening.buttons.statistics_no"))

    def answers(self, who: str, choice: str, texts: Answers) -> Iterator[Act]:
        """Go from the first question to the summary."""
        for question in self.content.screening(self.language).questions:
            text = texts.get(question.id, ANY_ANSWER[self.language])
            yield from self._answer(who, question, choice, text)
        yield Taps(who, self.label("screening.buttons.accept_code"))
        yield Sees(who, self.line("screening.summary", answers=""))

    def _answer(self, who: str, question: Question, choice: str, text: str) -> Iterator[Act]:
        if question.kind == "choice":
            ids = [known.id for known in question.choices]
            yield Taps(who, question.choices[ids.index(choice) if choice in ids else 0].label)
        if question.kind == "commitment":
            yield Taps(who, question.commit_label)
        if question.kind != "choice" or question.details:
            yield Sees(who, question.title)
            yield Sees(who, self.line("screening.write_here"))
            yield Writes(who, text)
            yield Taps(who, self.label("common.buttons.next"))
