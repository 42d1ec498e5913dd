"""The organisation that runs the group, as its texts name it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from content.faults import Fault
from content.fields import Fields
from content.sources import Source

PLACEHOLDER = "À REMPLIR"


@dataclass(frozen=True, slots=True)
class Organisation:
    """Who the members deal with.

    ``responsible_person`` answers for personal information (Law 25: P-39.1, s. 3.1).
    """

    name: str
    short_name: str
    region: str
    responsible_person: str
    responsible_title: str
    contact_email: str
    website: str
    unfilled: tuple[str, ...] = ()

    def placeholders(self) -> tuple[str, ...]:
        """What is still to be filled in, each as ``file:line: field``."""
        return self.unfilled

    def values(self) -> Mapping[str, str]:
        """What every text may name between braces.

        The short name stands for what is not filled in yet: nobody reads a placeholder.
        """
        values = {
            "organisation": self.name,
            "organisation_short": self.short_name,
            "responsible_person": self.responsible_person,
            "contact_email": self.contact_email,
            "website": self.website,
        }
        return {
            key: self.short_name if _is_placeholder(value) else value
            for key, value in values.items()
        }


NOBODY = Organisation("", "", "", "", "", "", "")


def read_organisation(source: Source, faults: list[Fault]) -> Organisation:
    """``organisation.toml``; what is wrong is added to ``faults``."""
    read = Fields(source, (), source.data, {}, faults)
    organisation = Organisation(
        name=read.line_of_text("name"),
        short_name=read.line_of_text("short_name"),
        region=read.line_of_text("region"),
        responsible_person=read.line_of_text("responsible_person"),
        responsible_title=read.line_of_text("responsible_title"),
        contact_email=read.line_of_text("contact_email"),
        website=read.line_of_text("website"),
        unfilled=tuple(
            f"{source.file}:{source.line(name)}: {name}"
            for name, value in source.data.items()
            if _is_placeholder(value)
        ),
    )
    read.end()
    _check(read, organisation)
    return organisation


def _is_placeholder(value: object) -> bool:
    return isinstance(value, str) and value.startswith(PLACEHOLDER)


def _check(read: Fields, organisation: Organisation) -> None:
    email, website = organisation.contact_email, organisation.website
    if email and "@" not in email and not _is_placeholder(email):
        read.fault("contact_email", "contact_email : une adresse avec @")
    if website and not website.startswith("https://") and not _is_placeholder(website):
        read.fault("website", "website : une adresse qui commence par https://")
