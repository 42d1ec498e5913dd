"""One language: what its folder holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from content.calendar import calendar_faults, read_names, read_singular
from content.conduct import Code, read_code
from content.entries import Entry, read_entries
from content.faq import Entry as FaqEntry
from content.faq import entry_id, link_faults, read_entry
from content.faults import Fault
from content.help import HelpLine, help_faults, read_help
from content.markup import Html
from content.notices import Notice, notice_name, read_notice
from content.privacy import EMPTY, Register, read_register
from content.reasons import Reason, read_reason, reason_id
from content.resources import Directory, read_directory
from content.screening import ScreeningContent, read_screening
from content.sources import Source, read_markdown, read_toml
from content.synonyms import Synonyms, read_synonyms
from content.words import Words

REFERENCE = "fr"
ORGANISATION = "organisation.toml"
CODE = "code-of-conduct.md"
REASONS = "decline-reasons"
TOPICS = "topics.toml"
SYNONYMS = "synonyms.toml"
RESOURCES = "resources.toml"
PRIVACY = "privacy.toml"
NEEDED = ("common.toml", "calendar.toml", "screening.toml", "help.toml", CODE)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Language:
    """One folder, read. A file that can't be read leaves its part empty.

    ``sources``, ``reasons`` and ``faq`` are by file, as named inside the folder; ``topics`` are
    those of the questions, in the order in which they are offered.
    """

    name: str
    words: Words
    screening: ScreeningContent
    reasons: Mapping[str, Reason]
    code: Code
    help: tuple[HelpLine, ...]
    faq: Mapping[str, FaqEntry]
    topics: tuple[str, ...]
    synonyms: Synonyms
    directory: Directory
    register: Register
    notices: Mapping[str, Notice]
    entries: Mapping[str, Entry] = field(repr=False)
    sources: Mapping[str, Source | None] = field(repr=False)


def read_language(
    folder: Path, shown: str, always: Mapping[str, str], faults: list[Fault]
) -> Language:
    """The language of ``folder``, called ``shown`` in faults (``content/fr``)."""
    sources = _sources(folder, shown, faults)
    entries: dict[str, Entry] = {}
    for file, source in sources.items():
        if file.endswith(".toml") and source:
            entries |= read_entries(file.removesuffix(".toml"), source, faults)

    def read(file: str, reader: Callable[[Source], T], empty: T) -> T:
        source = sources.get(file)
        return reader(source) if source else empty

    def check(file: str, rule: Callable[[Source, Mapping[str, Entry]], Iterable[Fault]]) -> None:
        faults.extend(read(file, lambda source: tuple(rule(source, entries)), ()))

    check("calendar.toml", calendar_faults)
    check("help.toml", help_faults)
    topics = _topics(sources)
    words = Words(
        language=folder.name,
        templates={key: entry.template for key, entry in entries.items()},
        always=always,
        days=read("calendar.toml", lambda source: read_names(source, "days", 7, faults), ()),
        months=read("calendar.toml", lambda source: read_names(source, "months", 12, faults), ()),
        singular=read("common.toml", lambda source: read_singular(source, faults), frozenset()),
    )
    return Language(
        name=folder.name,
        words=words,
        screening=read(
            "screening.toml",
            lambda source: read_screening(source, always, faults),
            ScreeningContent((), (), ()),
        ),
        reasons=_reasons(sources, always, faults),
        code=read(CODE, lambda source: read_code(source, always, faults), Code("", (), Html())),
        help=read("help.toml", lambda source: read_help(source, always, faults), ()),
        faq=_faq(sources, topics, always, faults),
        topics=topics,
        synonyms=read(SYNONYMS, lambda source: read_synonyms(source, faults), Synonyms()),
        directory=read(
            RESOURCES, lambda source: read_directory(source, always, faults), Directory((), ())
        ),
        register=read(PRIVACY, lambda source: read_register(source, always, faults), EMPTY),
        notices={
            name: read_notice(source, always, faults)
            for file, source in sources.items()
            if source and (name := notice_name(file))
        },
        entries=entries,
        sources=sources,
    )


def _sources(folder: Path, shown: str, faults: list[Fault]) -> dict[str, Source | None]:
    sources: dict[str, Source | None] = {}
    for path in _files(folder):
        file = path.relative_to(folder).as_posix()
        if file == ORGANISATION and folder.name == REFERENCE:
            continue
        if file.endswith(".toml") and "/" not in file and file != ORGANISATION:
            sources[file] = read_toml(path, f"{shown}/{file}", faults)
        elif file == CODE or _is_reason(file) or entry_id(file) or notice_name(file):
            sources[file] = read_markdown(path, f"{shown}/{file}", faults)
        else:
            message = "fichier inattendu ici : voyez content/README.md pour sa place et son nom"
            faults.append(Fault(f"{shown}/{file}", 1, message))
    missing = [file for file in NEEDED if file not in sources]
    faults.extend(Fault(f"{shown}/{file}", 1, "ce fichier manque") for file in missing)
    return sources


def _files(folder: Path) -> Iterator[Path]:
    # Hidden files are the editor's or the system's business.
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return (path for path in paths if not path.name.startswith("."))


def _is_reason(file: str) -> bool:
    parent, _, name = file.rpartition("/")
    return parent == REASONS and reason_id(name) is not None


def _reasons(
    sources: Mapping[str, Source | None], always: Mapping[str, str], faults: list[Fault]
) -> dict[str, Reason]:
    reasons: dict[str, Reason] = {}
    for file, source in sources.items():
        id = reason_id(file.rpartition("/")[2]) if _is_reason(file) else None
        if id is None or source is None:
            continue
        if any(reason.id == id for reason in reasons.values()):
            faults.append(Fault(source.file, 1, f"la raison « {id} » existe déjà : renommez"))
        reasons[file] = read_reason(id, source, always, faults)
    return reasons


def _topics(sources: Mapping[str, Source | None]) -> tuple[str, ...]:
    source = sources.get(TOPICS)
    buttons = source.data.get("buttons") if source else None
    return tuple(buttons) if isinstance(buttons, dict) else ()


def _faq(
    sources: Mapping[str, Source | None],
    topics: tuple[str, ...],
    always: Mapping[str, str],
    faults: list[Fault],
) -> dict[str, FaqEntry]:
    found = {
        file: (source, read_entry(id, source, always, faults))
        for file, source in sources.items()
        if source and (id := entry_id(file))
    }
    faults.extend(link_faults(found.values(), topics))
    return {file: entry for file, (_, entry) in found.items()}
