"""Which words mean the same to those who ask, and which words say little: ``synonyms.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from content.faults import Fault
from content.sources import Source

NAMES = ("silent", "faint", "short", "groups", "everyday")


@dataclass(frozen=True, slots=True)
class Synonyms:
    """``silent`` words are not searched, ``faint`` ones weigh little, ``short`` ones are spelled
    out (``pcq``: parce que), the expressions of a group mean about the same. Those of ``everyday``
    belong to any field (to pay, to lose, a paper): they bring words together less closely.
    """

    silent: frozenset[str] = frozenset()
    faint: frozenset[str] = frozenset()
    short: Mapping[str, str] = field(default_factory=dict)
    groups: tuple[tuple[str, ...], ...] = ()
    everyday: tuple[tuple[str, ...], ...] = ()


def read_synonyms(source: Source, faults: list[Fault]) -> Synonyms:
    """``synonyms.toml``; what is wrong is added to ``faults``.

    ``silent`` and ``faint`` are words apart by spaces; ``groups`` and ``everyday`` have one group a
    line, its expressions apart by commas; ``[short]`` gives what each short form stands for.
    """
    for name in source.data.keys() - set(NAMES):
        faults.append(source.fault((name,), f"champ inconnu « {name} » : {', '.join(NAMES)}"))
    return Synonyms(
        silent=frozenset(_text(source, "silent", faults).split()),
        faint=frozenset(_text(source, "faint", faults).split()),
        short=_short(source, faults),
        groups=_groups(source, "groups", faults),
        everyday=_groups(source, "everyday", faults),
    )


def _text(source: Source, name: str, faults: list[Fault]) -> str:
    value = source.data.get(name)
    if isinstance(value, str):
        return value
    faults.append(source.fault((name,), f"{name} : un texte entre guillemets"))
    return ""


def _short(source: Source, faults: list[Fault]) -> Mapping[str, str]:
    table = source.data.get("short")
    if not isinstance(table, dict):
        faults.append(source.fault(("short",), "short : un tableau [short] est attendu"))
        return {}
    for word, text in table.items():
        if not isinstance(text, str) or not _says(text):
            faults.append(source.fault(("short", word), f"{word} : des mots entre guillemets"))
    return {word: text for word, text in table.items() if isinstance(text, str)}


def _groups(source: Source, name: str, faults: list[Fault]) -> tuple[tuple[str, ...], ...]:
    groups = []
    first = source.line(name)
    for number, line in enumerate(_text(source, name, faults).split("\n"), start=1):
        group = tuple(text.strip() for text in line.split(",") if _says(text))
        if len(group) == 1:
            message = f"« {group[0]} » est seul : séparez ses synonymes par des virgules"
            faults.append(Fault(source.file, first + number, message))
        elif group:
            groups.append(group)
    return tuple(groups)


def _says(text: str) -> bool:
    return any(map(str.isalnum, text))
