"""What an applicant is asked: the purposes of consent, the key questions, the regions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal, cast, get_args

from content.faults import Fault
from content.fields import Fields
from content.markup import Html
from content.sources import KeyPath, Source

Kind = Literal["choice", "text", "commitment"]
KINDS: tuple[Kind, ...] = get_args(Kind)
MOST_QUESTIONS = 5
MANDATORY, OPTIONAL = "screening", "statistics"
# The answers travel together in one message to the moderators, 4096 units with the rest.
ALL_ANSWERS = 3000
DEFAULT_LENGTH = 600


@dataclass(frozen=True, slots=True)
class Choice:
    """A button of a question, or a region."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Question:
    """One key question. Lengths are in characters, and bear on the person's own words.

    A ``choice`` is answered by a button, then with ``details`` by a few words; a ``text`` by a
    message; a ``commitment`` by accepting the statement with one tap, then own words.
    """

    id: str
    kind: Kind
    title: str
    prompt: Html
    hint: Html
    choices: tuple[Choice, ...]
    details: bool
    details_prompt: Html
    commit_label: str
    min_length: int
    max_length: int


@dataclass(frozen=True, slots=True)
class Purpose:
    """One purpose of consent, asked separately (Law 25: P-39.1, s. 14)."""

    id: str
    title: str
    text: Html
    required: bool
    version: str

    @property
    def digest(self) -> str:
        """SHA-256, in hexadecimal, of the text as shown: what the ledger keeps."""
        return sha256(f"{self.title}\n{self.text}".encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class ScreeningContent:
    """The questions (1 to 5), the purposes (the mandatory one first) and the regions."""

    questions: tuple[Question, ...]
    purposes: tuple[Purpose, ...]
    regions: tuple[Choice, ...]


def read_screening(
    source: Source, always: Mapping[str, str], faults: list[Fault]
) -> ScreeningContent:
    """The typed tables of ``screening.toml``; what is wrong is added to ``faults``."""
    content = ScreeningContent(
        questions=tuple(map(_question, tables(source, "questions", always, faults))),
        purposes=tuple(map(_purpose, tables(source, "purposes", always, faults))),
        regions=tuple(map(_region, tables(source, "regions", always, faults))),
    )
    if not 1 <= len(content.questions) <= MOST_QUESTIONS:
        count = len(content.questions)
        message = f"{count} questions : de 1 à {MOST_QUESTIONS}, chacune sous [[questions]]"
        faults.append(source.fault(("questions",), message))
    if (total := sum(question.max_length for question in content.questions)) > ALL_ANSWERS:
        message = f"max_length : {total} en tout, {ALL_ANSWERS} au plus pour tenir dans une fiche"
        faults.append(source.fault(("questions",), message))
    ids = [purpose.id for purpose in content.purposes]
    if ids not in ([MANDATORY], [MANDATORY, OPTIONAL]):
        message = f"[[purposes]] : d'abord « {MANDATORY} », puis au besoin « {OPTIONAL} »"
        faults.append(source.fault(("purposes",), message))
    return content


def screening_shape(content: ScreeningContent) -> dict[KeyPath, tuple[object, ...]]:
    """What must be equal in every language: the machine's names, not the words."""
    shape: dict[KeyPath, tuple[object, ...]] = {}
    for index, question in enumerate(content.questions):
        choices = (choice.id for choice in question.choices)
        shape["questions", index] = (question.id, question.kind, *choices)
    for index, purpose in enumerate(content.purposes):
        shape["purposes", index] = (purpose.id, f"version {purpose.version}")
    for index, region in enumerate(content.regions):
        shape["regions", index] = (region.id,)
    return shape


def tables(
    source: Source, name: str, always: Mapping[str, str], faults: list[Fault]
) -> list[Fields]:
    """The tables ``[[name]]`` of a source; an id given twice is a fault."""
    found = source.data.get(name, [])
    if not isinstance(found, list):
        faults.append(source.fault((name,), f"écrivez [[{name}]], avec deux crochets"))
        return []
    seen: set[str] = set()
    for index, table in enumerate(found):
        identifier = table.get("id") if isinstance(table, dict) else None
        if not isinstance(identifier, str):
            continue  # the field's own fault tells
        if identifier in seen:
            message = f"l'identifiant « {identifier} » est déjà pris plus haut : changez-le"
            faults.append(source.fault((name, index, "id"), message))
        seen.add(identifier)
    return [Fields(source, (name, i), table, always, faults) for i, table in enumerate(found)]


def _question(fields: Fields) -> Question:
    kind = fields.identifier("kind")
    if kind not in KINDS:
        fields.fault("kind", f"kind : l'un de {', '.join(KINDS)}")
    choices = fields.choices("choices") if kind == "choice" else {}
    details = kind == "choice" and fields.flag("details", default=False)
    question = Question(
        id=fields.identifier("id"),
        kind=cast(Kind, kind),
        title=fields.label("title"),
        prompt=fields.html("prompt"),
        hint=fields.html("hint"),
        choices=tuple(Choice(id, label) for id, label in choices.items()),
        details=details,
        details_prompt=fields.html("details_prompt") if details else Html(),
        commit_label=fields.label("commit_label") if kind == "commitment" else "",
        min_length=fields.number("min_length", default=1),
        max_length=fields.number("max_length", default=DEFAULT_LENGTH),
    )
    if kind == "choice" and len(choices) < 2:
        fields.fault("choices", "au moins deux choix sont nécessaires")
    if question.min_length > question.max_length:
        fields.fault("max_length", "max_length : au moins autant que min_length")
    fields.end()
    return question


def _purpose(fields: Fields) -> Purpose:
    purpose = Purpose(
        id=fields.identifier("id"),
        title=fields.label("title"),
        text=fields.html("text"),
        required=fields.flag("required"),
        version=fields.identifier("version"),
    )
    if purpose.required != (purpose.id == MANDATORY):
        fields.fault("required", f"required = true pour « {MANDATORY} », et pour lui seul")
    fields.end()
    return purpose


def _region(fields: Fields) -> Choice:
    region = Choice(fields.identifier("id"), fields.label("label"))
    fields.end()
    return region
