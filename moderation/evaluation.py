"""The verdict on labelled sentences: what judging the rules reads."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from moderation.conduct import Cited, Flag, Help, Hold, Pass, judge
from moderation.signals.facts import MessageFacts

COLUMNS = ("text", "label")


class NotASampleError(Exception):
    """Le fichier doit être un CSV en UTF-8 dont la première ligne est « text,label »."""

    def __str__(self) -> str:
        """The sentence told to the operator."""
        return self.__doc__ or ""


@dataclass(frozen=True, slots=True)
class Judged:
    """One line: its text and label, the verdict in a word, and the rules that spoke."""

    text: str
    label: str
    verdict: str
    """``pass``, ``flag``, ``hold``, ``help``, or ``help+flag`` where moderators also learn."""
    rules: tuple[str, ...]

    def __str__(self) -> str:
        """``verdict, rules, label, text`` on one line, separated by tabs."""
        text = " ".join(self.text.split())
        return "\t".join((self.verdict, "+".join(self.rules) or "-", self.label, text))


def evaluate(lines: Iterable[str], allowed_numbers: Iterable[str] = ()) -> Iterator[Judged]:
    """Judge each line of a CSV (``text,label``) with the rules as they stand by default.

    ``allowed_numbers`` are those of the help lines. Raises :class:`NotASampleError` where the
    lines are not such a CSV.
    """
    numbers = frozenset(allowed_numbers)
    try:
        rows = csv.DictReader(lines)
        if not set(COLUMNS) <= set(rows.fieldnames or ()):
            raise NotASampleError
        for row in rows:
            yield judged(row["text"] or "", row["label"] or "", numbers)
    except (UnicodeDecodeError, csv.Error) as error:
        raise NotASampleError from error


def judged(text: str, label: str = "", allowed_numbers: frozenset[str] = frozenset()) -> Judged:
    """The verdict on one sentence of somebody who has been in the group for long."""
    match judge(MessageFacts(text=text, allowed_numbers=allowed_numbers)):
        case Pass():
            return Judged(text, label, "pass", ())
        case Flag(cited):
            return Judged(text, label, "flag", _names(cited))
        case Hold(cited):
            return Judged(text, label, "hold", _names(cited))
        case Help(distress, cited):
            kind = f"distress:{distress.detail['kind']}"
            return Judged(text, label, "help+flag" if cited else "help", (kind, *_names(cited)))


def _names(cited: tuple[Cited, ...]) -> tuple[str, ...]:
    return tuple(each.finding.rule for each in cited)


def counted(lines: Iterable[Judged]) -> Iterator[str]:
    """One line a label: how many sentences, and how many of each verdict."""
    by_label: dict[str, Counter[str]] = {}
    for line in lines:
        by_label.setdefault(line.label, Counter())[line.verdict] += 1
    for label, verdicts in sorted(by_label.items()):
        shares = ", ".join(f"{verdict} {count}" for verdict, count in verdicts.most_common())
        yield f"{label}: {verdicts.total()} ({shares})"
