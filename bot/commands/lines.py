"""The lines of a check: a mark, what was looked at, what was found and its fix."""

from __future__ import annotations

from dataclasses import dataclass

_GOOD, _WARN, _BAD = "✓", "⚠", "✗"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing looked at; ``stops`` says that the bot cannot do its work as things stand."""

    mark: str
    subject: str
    said: str

    @property
    def stops(self) -> bool:
        """Whether this alone makes the check fail."""
        return self.mark == _BAD

    def __str__(self) -> str:
        return f"{self.mark} {self.subject} : {self.said}"


def good(subject: str, said: str) -> Line:
    """A thing in order."""
    return Line(_GOOD, subject, said)


def warn(subject: str, said: str) -> Line:
    """A thing to mend, with which the bot can run."""
    return Line(_WARN, subject, said)


def bad(subject: str, said: str) -> Line:
    """A thing to mend before the bot can run."""
    return Line(_BAD, subject, said)
