"""The little Markdown that our texts use: paragraphs, lists, **bold**, [links](https://…)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from content.faults import Fault
from content.markup import Html, escape_plain
from content.sources import Source
from content.templates import Template, text_fault, unknown_fault

_BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
_LINK = re.compile(r"\[([^\[\]]+)\]\((https://[^\s()]+)\)")


def markdown_to_html(text: str) -> str:
    """Telegram HTML. Lines of a paragraph are joined, those of a list (``- ``) stay apart."""
    paragraphs = re.split(r"\n\s*\n", text.strip())
    return "\n\n".join(_paragraph(paragraph) for paragraph in paragraphs)


def read_body(
    source: Source, body: str, line: int, always: Mapping[str, str], faults: list[Fault]
) -> Html:
    """Markdown that begins at ``line`` of a source, as filled Telegram HTML."""
    template = Template(markdown_to_html(body))
    if message := text_fault(template.text) or unknown_fault(template, always):
        faults.append(Fault(source.file, line, message))
        return Html()
    return template.html(always)


def _paragraph(text: str) -> str:
    # A line that begins with a dash begins an item; any other goes on with the one before.
    items = re.split(r"\n(?=- )", text)
    return "\n".join(_inline(re.sub(r"^- ", "• ", " ".join(item.split()))) for item in items)


def _inline(text: str) -> str:
    bold = _BOLD.sub(r"<b>\1</b>", escape_plain(text))
    return _LINK.sub(r'<a href="\2">\1</a>', bold)
