"""The code of conduct: numbered articles that a person reads, accepts and can be told of."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from content.faults import Fault
from content.fields import Fields
from content.markdown import read_body
from content.markup import Html, to_html, utf16_length
from content.sources import Source
from content.templates import TEXT_LIMIT

_HEADING = re.compile(r"^## +(\d+)\. +(.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Article:
    """One rule, quoted by its number."""

    number: int
    title: str
    text: Html


@dataclass(frozen=True, slots=True)
class Code:
    """The whole code; ``html`` fits in one message, ``digest`` is its SHA-256 in hexadecimal."""

    version: str
    articles: tuple[Article, ...]
    html: Html

    @property
    def digest(self) -> str:
        """What the acceptance keeps beside the version."""
        return sha256(self.html.encode()).hexdigest()


def read_code(source: Source, always: Mapping[str, str], faults: list[Fault]) -> Code:
    """``code-of-conduct.md``: an introduction, then articles under ``## 1. Title``."""
    fields = Fields(source, (), source.data, always, faults)
    version, title = fields.identifier("version"), fields.label("title")
    fields.end()
    introduction, *rest = _HEADING.split(source.body)
    parts = [f"<b>{to_html(title)}</b>"]
    if introduction.strip():
        parts.append(read_body(source, introduction, source.body_line, always, faults))
    articles = _articles(source, rest, always, faults)
    parts += [f"<b>{a.number}. {to_html(a.title)}</b>\n{a.text}" for a in articles]
    html = Html("\n\n".join(parts))
    _check(source, articles, html, faults)
    return Code(version, articles, html)


def _articles(
    source: Source, rest: list[str], always: Mapping[str, str], faults: list[Fault]
) -> tuple[Article, ...]:
    headings = list(_HEADING.finditer(source.body))
    articles = []
    for heading, text in zip(headings, rest[2::3], strict=True):
        line = source.body_line + source.body[: heading.start()].count("\n")
        html = read_body(source, text, line, always, faults)
        articles.append(Article(int(heading[1]), heading[2].strip(), html))
    return tuple(articles)


def _check(source: Source, articles: tuple[Article, ...], html: Html, faults: list[Fault]) -> None:
    numbers = [article.number for article in articles]
    if not numbers or numbers != list(range(1, len(numbers) + 1)):
        message = "numérotez les articles « ## 1. Titre », « ## 2. Titre »… sans trou ni doublon"
        faults.append(Fault(source.file, source.body_line, message))
    if (length := utf16_length(html)) > TEXT_LIMIT:
        message = f"le code fait {length} caractères : {TEXT_LIMIT} au plus, raccourcissez"
        faults.append(Fault(source.file, source.body_line, message))
