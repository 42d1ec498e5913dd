"""Drafts of the notices that follow a confidentiality incident: ``notices/*.md``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from content.faults import Fault
from content.fields import Fields
from content.markdown import read_body
from content.markup import Html
from content.sources import Source

FOLDER = "notices"
NAMES = ("authority", "people")
"""To whom: the Commission d'accès à l'information, and the persons concerned."""

FILLED = (
    "data",
    "circumstances",
    "period",
    "known_on",
    "people",
    "serious_risk",
    "told_on",
    "measures",
)
"""What a notice may name between braces: the fields of the register of incidents."""

_FIELD = re.compile(r"\{(" + "|".join(FILLED) + r")\}")


@dataclass(frozen=True, slots=True)
class Notice:
    """One draft, whose fields are filled with what the register says."""

    title: str
    body: Html

    def filled(self, fields: Mapping[str, str]) -> Html:
        """Return the draft with its fields; one that is not known yet stays between brackets."""
        return Html(_FIELD.sub(lambda f: Html.quote(fields.get(f[1], "[…]")), self.body))


def notice_name(file: str) -> str | None:
    """Return ``authority`` for ``notices/authority.md``; None for what is no notice."""
    folder, _, name = file.rpartition("/")
    stem = name.removesuffix(".md")
    return stem if folder == FOLDER and name.endswith(".md") and stem in NAMES else None


def read_notice(source: Source, always: Mapping[str, str], faults: list[Fault]) -> Notice:
    """One file of ``notices``; what is wrong is added to ``faults``."""
    fields = Fields(source, (), source.data, always, faults)
    title = fields.line_of_text("title")
    fields.end()
    kept = {name: Html(f"{{{name}}}") for name in FILLED}
    known = {**always, **kept}
    return Notice(title, read_body(source, source.body, source.body_line, known, faults))
