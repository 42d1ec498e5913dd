"""Why a person is refused: what a moderator presses, and what the person is told."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from content.faults import Fault
from content.fields import Fields
from content.markdown import read_body
from content.markup import Html
from content.sources import Source

_NAME = re.compile(r"[0-9]+-([a-z][a-z0-9-]{0,19})\.md")


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason; ``text`` is empty when ``silent``.

    ``comes_back_days`` is how long before a new request is taken; None means at any time.
    """

    id: str
    label: str
    text: Html
    comes_back_days: int | None
    silent: bool


def reason_id(file_name: str) -> str | None:
    """``legal`` for ``2-legal.md``; None when the file is not named so.

    The number orders the moderators' buttons, the rest is stored with the decision.
    """
    found = _NAME.fullmatch(file_name)
    return found[1] if found else None


def read_reason(id: str, source: Source, always: Mapping[str, str], faults: list[Fault]) -> Reason:
    """One file of ``decline-reasons``; what is wrong is added to ``faults``."""
    fields = Fields(source, (), source.data, always, faults)
    silent = fields.flag("silent", default=False)
    reason = Reason(
        id=id,
        label=fields.label("label"),
        text=_text(source, silent, always, faults),
        comes_back_days=fields.number("comes_back_days") if fields.has("comes_back_days") else None,
        silent=silent,
    )
    fields.end()
    return reason


def _text(source: Source, silent: bool, always: Mapping[str, str], faults: list[Fault]) -> Html:
    if not silent:
        return read_body(source, source.body, source.body_line, always, faults)
    if source.body.strip():
        message = "silent = true : personne ne lira ce texte, retirez l'un ou l'autre"
        faults.append(Fault(source.file, source.body_line, message))
    return Html()
