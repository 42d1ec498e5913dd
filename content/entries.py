"""The free texts of one language: every key of its TOML files that is not typed content."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from content.faults import Fault
from content.sources import KeyPath, Source
from content.templates import Template, label_fault, text_fault, toast_fault
from content.words import MANY, ONE

# Names that the typed readers own, by file; everything else is free text.
RESERVED: Mapping[str, tuple[str, ...]] = {
    "screening": ("questions", "purposes", "regions"),
    "help": ("lines",),
    "calendar": ("days", "months"),
    "common": ("singular",),
    "synonyms": ("silent", "faint", "short", "groups", "everyday"),
    "resources": ("needs", "resources"),
    "privacy": ("version", "held", "not_personal"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A free text and where it stands."""

    template: Template
    source: Source
    path: KeyPath

    def fault(self, message: str) -> Fault:
        """A fault at the line of this text."""
        return self.source.fault(self.path, f"{'.'.join(map(str, self.path))} : {message}")


def read_entries(stem: str, source: Source, faults: list[Fault]) -> dict[str, Entry]:
    """The texts of ``stem``.toml by key, ``stem.key``; what is wrong is added to ``faults``."""
    entries: dict[str, Entry] = {}
    for path, value in _leaves(source.data, RESERVED.get(stem, ())):
        if not all(str(part).replace("_", "a").isalnum() for part in path):
            faults.append(source.fault(path, "une clé s'écrit en lettres, chiffres et _"))
        elif not isinstance(value, str):
            message = f"{path[-1]} : seul un texte entre guillemets est permis ici"
            faults.append(source.fault(path, message))
        else:
            entries[".".join(map(str, (stem, *path)))] = _entry(value.strip(), source, path, faults)
    faults.extend(_plural_faults(entries))
    return entries


def _leaves(
    table: Mapping[str, Any], reserved: tuple[str, ...], path: KeyPath = ()
) -> Iterator[tuple[KeyPath, Any]]:
    for key, value in table.items():
        if not path and key in reserved:
            continue
        if isinstance(value, dict):
            yield from _leaves(value, (), (*path, key))
        else:
            yield (*path, key), value


def _entry(text: str, source: Source, path: KeyPath, faults: list[Fault]) -> Entry:
    if "toasts" in path[:-1]:
        plain, message = True, toast_fault(text)
    elif "buttons" in path[:-1] or str(path[-1]).endswith("_label"):
        plain, message = True, label_fault(text)
    else:
        plain, message = False, text_fault(text)
    entry = Entry(Template(text, plain), source, path)
    if message:
        faults.append(entry.fault(message))
    return entry


def _plural_faults(entries: Mapping[str, Entry]) -> Iterator[Fault]:
    for key, entry in entries.items():
        for ending, other in ((ONE, MANY), (MANY, ONE)):
            if not key.endswith(ending):
                continue
            pair = entries.get(key.removesuffix(ending) + other)
            if pair is None:
                yield entry.fault(f"il manque sa jumelle, qui finit par {other}")
            elif _but_n(pair) != _but_n(entry) and ending == MANY:
                yield entry.fault("les mêmes {noms} qu'au singulier sont attendus")


def _but_n(entry: Entry) -> frozenset[str]:
    # "une personne" may leave its number out.
    return entry.template.placeholders - {"n"}


def placeholder_difference(key: str, reference: Entry, other: Entry) -> str | None:
    """What ``other`` names between braces that its reference does not, or the reverse."""
    if key.startswith("calendar."):  # hours are said in 12 or 24, after the language
        return None
    wanted, found = reference.template.placeholders, other.template.placeholders
    if key.endswith(ONE):
        wanted, found = _but_n(reference), _but_n(other)
    if wanted == found:
        return None
    names = ", ".join(f"{{{name}}}" for name in sorted(wanted)) or "aucun"
    return f"noms entre accolades attendus, comme en français : {names}"
