"""Compares a language with the reference: same files, same keys, same names between braces."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from content.entries import placeholder_difference
from content.faq import entry_shape
from content.faults import Fault
from content.help import help_shape
from content.languages import CODE, PRIVACY, RESOURCES, Language
from content.privacy import register_shape
from content.resources import directory_shape
from content.screening import screening_shape
from content.sources import KeyPath

Shape = Mapping[KeyPath, tuple[object, ...]]


def differences(reference: Language, other: Language, shown: str) -> Iterator[Fault]:
    """The faults of ``other``, whose folder is called ``shown`` in them."""
    yield from _files(reference, other, shown)
    yield from _missing_texts(reference, other)
    yield from _texts(reference, other)
    yield from _shapes(reference, other)


def _files(reference: Language, other: Language, shown: str) -> Iterator[Fault]:
    for file in reference.sources.keys() - other.sources.keys():
        yield Fault(f"{shown}/{file}", 1, "ce fichier manque")
    for file in other.sources.keys() - reference.sources.keys():
        message = f"ce fichier n'existe pas en {reference.name} : ajoutez-le là-bas ou retirez-le"
        yield Fault(f"{shown}/{file}", 1, message)


def _missing_texts(reference: Language, other: Language) -> Iterator[Fault]:
    for key, entry in reference.entries.items():
        source = other.sources.get(f"{key.partition('.')[0]}.toml")
        if source and key not in other.entries:
            origin = f"{entry.source.file}:{entry.source.line(*entry.path)}"
            yield source.fault(entry.path, f"il manque la clé « {key} » : traduisez {origin}")


def _texts(reference: Language, other: Language) -> Iterator[Fault]:
    for key, entry in other.entries.items():
        wanted = reference.entries.get(key)
        if wanted and (message := placeholder_difference(key, wanted, entry)):
            yield entry.fault(message)
        elif not wanted and reference.sources.get(f"{key.partition('.')[0]}.toml"):
            yield entry.fault(f"cette clé n'existe pas en {reference.name} : retirez-la")


def _shapes(reference: Language, other: Language) -> Iterator[Fault]:
    found = _shape_of(other)
    for file, wanted in _shape_of(reference).items():
        source = other.sources.get(file)
        # A file that is missing or can't be read has its own fault already.
        if source is None or reference.sources.get(file) is None:
            continue
        shape = found.get(file, {})
        for path in wanted.keys() | shape.keys():
            expected, value = wanted.get(path), shape.get(path)
            if expected != value:
                yield source.fault(path, _difference(reference.name, expected, value))


def _difference(name: str, expected: tuple[object, ...] | None, value: object) -> str:
    if expected is None:
        return f"en trop : il n'y en a pas autant en {name}"
    words = ", ".join(map(str, expected))
    return f"{f'diffère de {name}' if value else 'il manque'} : « {words} » attendu"


def _shape_of(language: Language) -> dict[str, Shape]:
    """By file, what must be equal in every language: what the machine keeps, not the words."""
    code = language.code
    shapes: dict[str, Shape] = {
        "screening.toml": screening_shape(language.screening),
        "help.toml": help_shape(language.help),
        CODE: {("version",): (code.version,), (): (f"{len(code.articles)} articles",)},
    }
    shapes[RESOURCES] = directory_shape(language.directory)
    shapes[PRIVACY] = register_shape(language.register)
    shapes |= {file: entry_shape(entry) for file, entry in language.faq.items()}
    for file, reason in language.reasons.items():
        silent = "silencieuse" if reason.silent else "dite à la personne"
        days = f"comes_back_days {reason.comes_back_days or 'absent'}"
        shapes[file] = {("silent",): (silent,), ("comes_back_days",): (days,)}
    return shapes
