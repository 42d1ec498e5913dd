"""Reads the fields of one typed table, noting every fault instead of stopping at the first."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from content.faults import Fault
from content.markup import Html
from content.sources import KeyPath, Source
from content.templates import Template, label_fault, text_fault, toast_fault, unknown_fault

_IDENTIFIER = re.compile(r"[a-z0-9][a-z0-9_-]{0,19}")
_IDENTIFIER_RULE = "1 à 20 lettres minuscules sans accent, chiffres, - ou _"


class Fields:
    """One table of a source; what is missing or wrong is a fault and reads as empty.

    ``always`` holds the values that its texts may name between braces.
    """

    def __init__(
        self,
        source: Source,
        path: KeyPath,
        table: object,
        always: Mapping[str, str],
        faults: list[Fault],
    ) -> None:
        self._source = source
        self._path = path
        self._table: Mapping[str, Any] = table if isinstance(table, dict) else {}
        self._always = always
        self._faults = faults
        self._read: set[str] = set()
        if not isinstance(table, dict):
            self.fault("", "des champs « nom = valeur » sont attendus ici")

    def fault(self, name: str, message: str) -> None:
        """Notes a fault at the line of a field, or of the table when the field is not there."""
        path = (*self._path, name) if name else self._path
        self._faults.append(self._source.fault(path, message))

    def html(self, name: str) -> Html:
        """A text in Telegram HTML, filled."""
        return self._template(name, text_fault).html(self._always)

    def label(self, name: str) -> str:
        """A button's name or a title: plain, short."""
        return self._template(name, label_fault, plain=True).label(self._always)

    def line_of_text(self, name: str) -> str:
        """A plain text on one line, longer than a button's name."""
        return self._template(name, toast_fault, plain=True).label(self._always)

    def lines_of_text(self, name: str, least: int) -> tuple[str, ...]:
        """A list of plain texts, at least so many, each once."""
        values = self._value(name, list, [], "une liste de textes entre guillemets")
        found = []
        for value in values:
            template = Template(value.strip() if isinstance(value, str) else "", plain=True)
            if message := toast_fault(template.text) or unknown_fault(template, self._always):
                self.fault(name, f"{name} : « {value} » : {message}")
            else:
                found.append(template.label(self._always))
        if len(set(found)) < least:
            self.fault(name, f"{name} : {least} au moins, tous différents")
        return tuple(found)

    def identifier(self, name: str) -> str:
        """A name for the machine, stored with the data."""
        value = self._value(name, str, None, "un nom entre guillemets")
        if value is None:
            return ""
        if not _IDENTIFIER.fullmatch(value):
            self.fault(name, f"« {value} » : {_IDENTIFIER_RULE}")
        return str(value)

    def number(self, name: str, default: int | None = None) -> int:
        """A whole number, at least 1; required when there is no default."""
        if default is not None and name not in self._table:
            return default
        value = self._value(name, int, 1, "un nombre entier, sans guillemets")
        if value < 1:
            self.fault(name, f"{name} = {value} : 1 au moins")
            return 1
        return int(value)

    def has(self, name: str) -> bool:
        """Whether the field is there."""
        return name in self._table

    def flag(self, name: str, default: bool | None = None) -> bool:
        """true or false; required when there is no default."""
        if default is not None and name not in self._table:
            return default
        return bool(self._value(name, bool, False, "true ou false, sans guillemets"))

    def day(self, name: str) -> date:
        """A date: 2026-11-22."""
        found: date = self._value(name, date, date.min, "une date : 2026-11-22, sans guillemets")
        return found

    def choices(self, name: str) -> dict[str, str]:
        """A table of buttons, ``id = "words"``, in the order of the file."""
        table = self._value(name, dict, {}, "un tableau de boutons")
        inner = Fields(self._source, (*self._path, name), table, self._always, self._faults)
        for key in table:
            if not _IDENTIFIER.fullmatch(key):
                inner.fault(key, f"« {key} » : {_IDENTIFIER_RULE}")
        return {key: inner.label(key) for key in table}

    def end(self) -> None:
        """Notes a fault for each field that nobody asked for."""
        for name in sorted(self._table.keys() - self._read):
            known = ", ".join(sorted(self._read))
            self.fault(name, f"champ inconnu « {name} » : les champs d'ici sont {known}")

    def _template(
        self, name: str, check: Callable[[str], str | None], *, plain: bool = False
    ) -> Template:
        value = self._value(name, str, None, "un texte entre guillemets")
        if value is None:
            return Template("", plain)
        template = Template(value.strip(), plain)
        if message := check(template.text) or unknown_fault(template, self._always):
            self.fault(name, f"{name} : {message}")
            return Template("", plain)
        return template

    def _value(self, name: str, kind: type[Any], instead: Any, expected: str) -> Any:
        self._read.add(name)
        if name not in self._table:
            self.fault(name, f"il manque le champ « {name} » : {expected}")
            return instead
        value = self._table[name]
        if type(value) is not kind:  # true is an int for Python, not for the reader of the file
            self.fault(name, f"{name} : {expected}")
            return instead
        return value
