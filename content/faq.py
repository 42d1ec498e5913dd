"""Questions that people ask and their answers: ``faq/*.md``, one file each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, cast, get_args

from content.faults import Fault
from content.fields import Fields
from content.markdown import read_body
from content.markup import Html, strip_tags, utf16_length
from content.sources import KeyPath, Source

Audience = Literal["everyone", "applicants", "parents", "relatives", "professionals"]
AUDIENCES: tuple[Audience, ...] = get_args(Audience)
FOLDER = "faq"
LEAST_PHRASINGS = 8
"""How a person asks matters more than the search: fewer ways are not enough to be found."""
LONGEST_ANSWER, LONGEST_SHORT = 900, 330
"""Characters: a screen of a phone, and what is said in the group."""

_NAME = re.compile(rf"{FOLDER}/([a-z][a-z0-9-]{{0,31}})\.md")
_HELP_NUMBERS = re.compile(r"\b(?:911|811, option 2|811|9-8-8|535353|1 8\d\d \d{3}-\d{4})\b")


@dataclass(frozen=True, slots=True)
class Entry:
    """One question. ``verify`` is true until a person has confirmed the answer.

    ``address`` is the source's, empty when the source is the organisation's own rules. With
    ``person``, the button that hands a question to a person stands under the answer.
    """

    id: str
    question: str
    phrasings: tuple[str, ...]
    topics: tuple[str, ...]
    related: tuple[str, ...]
    audience: Audience
    source: str
    address: str
    checked_on: date
    expires_on: date
    verify: bool
    person: bool
    answer: Html

    @property
    def short(self) -> Html:
        """The first paragraph, which answers: enough for the group."""
        return Html(self.answer.partition("\n\n")[0])

    def expired(self, today: date) -> bool:
        """Whether the answer is too old to be served."""
        return today >= self.expires_on


def entry_id(file: str) -> str | None:
    """``join-how`` for ``faq/join-how.md``; None when the file is not named so."""
    found = _NAME.fullmatch(file)
    return found[1] if found else None


def read_entry(id: str, source: Source, always: Mapping[str, str], faults: list[Fault]) -> Entry:
    """One file of ``faq``; what is wrong is added to ``faults``."""
    fields = Fields(source, (), source.data, always, faults)
    audience = fields.identifier("audience")
    if audience not in AUDIENCES:
        fields.fault("audience", f"audience : l'une de {', '.join(AUDIENCES)}")
    entry = Entry(
        id=id,
        question=fields.line_of_text("question"),
        phrasings=fields.lines_of_text("phrasings", LEAST_PHRASINGS),
        topics=fields.lines_of_text("topics", 1),
        related=fields.lines_of_text("related", 1),
        audience=cast(Audience, audience),
        source=fields.line_of_text("source"),
        address=fields.line_of_text("address") if fields.has("address") else "",
        checked_on=fields.day("checked_on"),
        expires_on=fields.day("expires_on"),
        verify=fields.flag("verify", default=False),
        person=fields.flag("person", default=False),
        answer=read_body(source, source.body, source.body_line, always, faults),
    )
    fields.end()
    faults.extend(_dates(entry, source))
    faults.extend(_body(entry, source))
    return entry


def _dates(entry: Entry, source: Source) -> Iterable[Fault]:
    if entry.address and not entry.address.startswith("https://"):
        yield source.fault(("address",), "address : une adresse qui commence par https://")
    if entry.expires_on <= entry.checked_on != date.min:
        yield source.fault(("expires_on",), "expires_on : une date après checked_on")


def _body(entry: Entry, source: Source) -> Iterable[Fault]:
    for text, longest, name in (
        (entry.answer, LONGEST_ANSWER, "la réponse"),
        (entry.short, LONGEST_SHORT, "le premier paragraphe, dit seul dans le groupe,"),
    ):
        if (length := utf16_length(strip_tags(text))) > longest:
            message = f"{name} fait {length} caractères : {longest} au plus, raccourcissez"
            yield Fault(source.file, source.body_line, message)
    if entry.verify and re.search(r"\d", _HELP_NUMBERS.sub("", strip_tags(entry.answer))):
        message = (
            "une réponse à vérifier (verify = true) ne donne ni chiffre ni délai, "
            "sauf les lignes d'aide"
        )
        yield Fault(source.file, source.body_line, message)


def link_faults(entries: Iterable[tuple[Source, Entry]], topics: Iterable[str]) -> Iterable[Fault]:
    """Related questions and topics that don't exist."""
    pairs = tuple(entries)
    known = {"related": {entry.id for _, entry in pairs}, "topics": set(topics)}
    for source, entry in pairs:
        for field, names in (("related", entry.related), ("topics", entry.topics)):
            for name in names:
                if name not in known[field] or (field, name) == ("related", entry.id):
                    yield source.fault((field,), f"{field} : « {name} » n'existe pas ailleurs")


def entry_shape(entry: Entry) -> dict[KeyPath, tuple[object, ...]]:
    """What must be equal in every language."""
    return {
        ("topics",): entry.topics,
        ("related",): entry.related,
        ("audience",): (entry.audience,),
        ("checked_on",): (entry.checked_on,),
        ("expires_on",): (entry.expires_on,),
        ("verify",): (f"verify {entry.verify}",),
        ("person",): (f"person {entry.person}",),
    }
