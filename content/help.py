"""The help card: where a person in distress can turn, readable from memory alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from content.entries import Entry
from content.faults import Fault
from content.markup import Html, to_html
from content.screening import tables
from content.sources import KeyPath, Source
from content.templates import unknown_fault
from content.words import Words

STALE_AFTER = timedelta(days=90)

_TEXTS: Mapping[str, tuple[str, ...]] = {
    "title": (),
    "line": ("line", "reach"),
    "child_in_danger": (),
    "checked": ("date",),
    "checked_long_ago": ("date",),
}

# How the ids of the lines begin that answer a kind of distress of another name.
_NEAREST = {"self_harm": "suicide", "child_in_danger": "danger"}


@dataclass(frozen=True, slots=True)
class HelpLine:
    """One way to reach help; lines of the same situation stand together.

    ``verified`` is False until a person has confirmed it: it is then hidden. ``checked_on`` is
    the day of the last check.
    """

    id: str
    situation: str
    line: Html
    reach: Html
    checked_on: date
    verified: bool


@dataclass(frozen=True, slots=True)
class HelpCard:
    """The card in one language."""

    lines: tuple[HelpLine, ...]
    words: Words = field(repr=False)

    @property
    def shown(self) -> tuple[HelpLine, ...]:
        """The verified lines, in order."""
        return tuple(line for line in self.lines if line.verified)

    def stale(self, today: date) -> tuple[HelpLine, ...]:
        """The lines shown whose last check is more than 90 days old."""
        return tuple(line for line in self.shown if today - line.checked_on > STALE_AFTER)

    def html(self, today: date) -> Html:
        """The message. Old numbers stay: one that may have changed beats none."""
        end = "help.checked_long_ago" if self.stale(today) else "help.checked"
        oldest = min(line.checked_on for line in self.shown)
        return Html(
            "\n\n".join(
                [
                    self.words.text("help.title"),
                    *self._situations(),
                    self.words.text("help.child_in_danger"),
                    self.words.text(end, date=self.words.date(oldest)),
                ]
            )
        )

    def nearest(self, kind: str) -> Html:
        """The lines for one kind of distress (``distress_in``), or the first where none has it."""
        start = _NEAREST.get(kind, kind)
        lines = [line for line in self.shown if line.id.startswith(start)] or self.shown[:2]
        entries = (self.words.text("help.line", line=li.line, reach=li.reach) for li in lines)
        return Html("\n".join(entries))

    def _situations(self) -> list[str]:
        grouped: dict[str, list[str]] = {}
        for line in self.shown:
            entry = self.words.text("help.line", line=line.line, reach=line.reach)
            grouped.setdefault(line.situation, []).append(entry)
        return [f"{to_html(name)}\n" + "\n".join(entries) for name, entries in grouped.items()]


def read_help(
    source: Source, always: Mapping[str, str], faults: list[Fault]
) -> tuple[HelpLine, ...]:
    """The ``[[lines]]`` of ``help.toml``; what is wrong is added to ``faults``."""
    lines = []
    for fields in tables(source, "lines", always, faults):
        lines.append(
            HelpLine(
                id=fields.identifier("id"),
                situation=fields.label("situation"),
                line=fields.html("line"),
                reach=fields.html("reach"),
                checked_on=fields.day("checked_on"),
                verified=fields.flag("verified"),
            )
        )
        fields.end()
    if not any(line.verified for line in lines):
        faults.append(source.fault(("lines",), "aucune ligne d'aide n'a verified = true"))
    return tuple(lines)


def help_faults(source: Source, entries: Mapping[str, Entry]) -> Iterator[Fault]:
    """The texts that the card needs and that are missing, or that name what it doesn't give."""
    for key, known in _TEXTS.items():
        entry = entries.get(f"help.{key}")
        if entry is None:
            yield source.fault((key,), f"il manque « {key} » : la carte d'aide en a besoin")
        elif message := unknown_fault(entry.template, known):
            yield entry.fault(message)


def help_shape(lines: tuple[HelpLine, ...]) -> dict[KeyPath, tuple[object, ...]]:
    """What must be equal in every language."""
    return {
        ("lines", index): (line.id, line.checked_on, f"verified {line.verified}")
        for index, line in enumerate(lines)
    }
