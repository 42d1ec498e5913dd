"""The register of personal data: ``privacy.toml``, from which the policy is said and tested."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from content.faults import Fault
from content.fields import Fields
from content.screening import tables
from content.sources import KeyPath, Source


@dataclass(frozen=True, slots=True)
class Held:
    """One purpose for which something is kept of people (P-39.1, s. 3.2, 4 and 8).

    ``columns`` are those of the database, ``table.column``; ``rules`` the names of the rules of
    retention that destroy them (none where an act of somebody does).
    """

    id: str
    what: str
    why: str
    kept: str
    basis: str
    seen_by: str
    columns: tuple[str, ...]
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Register:
    """Everything kept of people, and the columns that say nothing of anybody.

    ``version`` is the day on which its sense last changed.
    """

    version: date
    held: tuple[Held, ...]
    not_personal: tuple[str, ...]

    def about(self, column: str) -> Held | None:
        """Return the entry that names a column (``table.column``)."""
        return next((held for held in self.held if column in held.columns), None)


EMPTY = Register(date.min, (), ())


def read_register(source: Source, always: Mapping[str, str], faults: list[Fault]) -> Register:
    """``privacy.toml``; what is wrong is added to ``faults``."""
    whole = Fields(source, (), source.data, always, faults)
    register = Register(
        whole.day("version"),
        tuple(_held(fields) for fields in tables(source, "held", always, faults)),
        whole.lines_of_text("not_personal", 1),
    )
    named = [c for held in register.held for c in held.columns] + list(register.not_personal)
    for column in sorted({column for column in named if named.count(column) > 1}):
        whole.fault("held", f"« {column} » est nommée deux fois")
    return register


def _held(fields: Fields) -> Held:
    held = Held(
        id=fields.identifier("id"),
        what=fields.line_of_text("what"),
        why=fields.line_of_text("why"),
        kept=fields.line_of_text("kept"),
        basis=fields.line_of_text("basis"),
        seen_by=fields.line_of_text("seen_by"),
        columns=fields.lines_of_text("columns", 1),
        rules=fields.lines_of_text("rules", 0),
    )
    fields.end()
    return held


def register_shape(register: Register) -> dict[KeyPath, tuple[object, ...]]:
    """What must be equal in every language."""
    shape: dict[KeyPath, tuple[object, ...]] = {
        ("version",): (register.version,),
        ("not_personal",): register.not_personal,
    }
    for at, held in enumerate(register.held):
        shape["held", at] = (held.id, *held.columns, "règles", *held.rules)
    return shape
