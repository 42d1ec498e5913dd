"""The whole content: every language, checked together, then asked for by name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from content.comparison import differences
from content.conduct import Code
from content.faq import Entry
from content.faults import ContentError, Fault
from content.help import HelpCard
from content.languages import ORGANISATION, REFERENCE, Language, read_language
from content.notices import Notice
from content.organisation import NOBODY, Organisation, read_organisation
from content.privacy import Register
from content.reasons import Reason
from content.remarks import remarks
from content.resources import Directory
from content.screening import ScreeningContent
from content.sources import read_toml
from content.synonyms import Synonyms
from content.words import Words

_NUMBER = re.compile(r"\d[\d .()-]{1,16}\d")


@dataclass(frozen=True, slots=True)
class Content:
    """Every word shown to people. An unknown language raises KeyError: see ``pick``."""

    organisation: Organisation
    folder: Path
    """Where it was read, and is read again."""
    _by_name: Mapping[str, Language] = field(repr=False)

    @property
    def languages(self) -> tuple[str, ...]:
        """The reference first, which is the default."""
        return tuple(self._by_name)

    def pick(self, code: str | None) -> str:
        """The language for a ``language_code`` of Telegram ("fr-CA"), or the default."""
        name = (code or "").lower().replace("_", "-")
        candidates = (name, name.partition("-")[0])
        return next((known for known in candidates if known in self._by_name), REFERENCE)

    def words(self, language: str) -> Words:
        """The texts."""
        return self._by_name[language].words

    @property
    def starting_themes(self) -> tuple[str, ...]:
        """The keys of the themes to start from, the most wished for first."""
        start = "themes.starting."
        keys = self._by_name[REFERENCE].words.templates
        return tuple(key.removeprefix(start) for key in keys if key.startswith(start))

    def screening(self, language: str) -> ScreeningContent:
        """The questions, purposes and regions."""
        return self._by_name[language].screening

    def reasons(self, language: str) -> tuple[Reason, ...]:
        """The reasons to refuse, in the order of the buttons."""
        return tuple(self._by_name[language].reasons.values())

    def code(self, language: str) -> Code:
        """The code of conduct."""
        return self._by_name[language].code

    def help(self, language: str) -> HelpCard:
        """The help card."""
        found = self._by_name[language]
        return HelpCard(found.help, found.words)

    @property
    def numbers(self) -> frozenset[str]:
        """The telephone numbers of the help card and of the directory, checked or not."""
        reach: list[str] = []
        for language in self.languages:
            reach += (line.reach for line in self.help(language).lines)
            reach += (resource.reach for resource in self.directory(language).resources)
        return frozenset(number for text in reach for number in _NUMBER.findall(text))

    def faq(self, language: str) -> tuple[Entry, ...]:
        """The questions and answers, the expired ones included, in the order of their ids."""
        return tuple(self._by_name[language].faq.values())

    def topics(self, language: str) -> tuple[str, ...]:
        """The topics to browse, in order; the word ``topics.buttons.{topic}`` names each."""
        return self._by_name[language].topics

    def synonyms(self, language: str) -> Synonyms:
        """What the search takes for the same."""
        return self._by_name[language].synonyms

    def remarks(self, today: date) -> tuple[Fault, ...]:
        """What deserves a second look in the questions and answers of every language."""
        return tuple(remark for found in self._by_name.values() for remark in remarks(found, today))

    def directory(self, language: str) -> Directory:
        """The resources by need and region."""
        return self._by_name[language].directory

    def register(self, language: str) -> Register:
        """The register of personal data."""
        return self._by_name[language].register

    def notice(self, language: str, name: str) -> Notice:
        """The draft of a notice about an incident: ``authority`` or ``people``."""
        return self._by_name[language].notices[name]


def load(folder: Path | None = None) -> Content:
    """Reads and checks all the content; raises ContentError with every fault found."""
    folder = folder or Path(__file__).parent
    if not (folder / REFERENCE).is_dir():
        message = "ce dossier manque : c'est la langue de référence"
        raise ContentError([Fault(f"{folder.name}/{REFERENCE}", 1, message)])
    faults: list[Fault] = []
    organisation = _organisation(folder, faults)
    always = organisation.values()
    languages = {
        name: read_language(folder / name, f"{folder.name}/{name}", always, faults)
        for name in _names(folder)
    }
    reference = languages[REFERENCE]
    for name, language in languages.items():
        if name != REFERENCE:
            faults.extend(differences(reference, language, f"{folder.name}/{name}"))
    if faults:
        raise ContentError(faults)
    return Content(organisation, folder, languages)


def _names(folder: Path) -> list[str]:
    # A folder of code is no language.
    folders = (path for path in folder.iterdir() if path.is_dir())
    found = (path.name for path in folders if not (path / "__init__.py").exists())
    others = {name for name in found if not name.startswith(("_", "."))} - {REFERENCE}
    return [REFERENCE, *sorted(others)]


def _organisation(folder: Path, faults: list[Fault]) -> Organisation:
    path = folder / REFERENCE / ORGANISATION
    source = read_toml(path, f"{folder.name}/{REFERENCE}/{ORGANISATION}", faults)
    return read_organisation(source, faults) if source else NOBODY
