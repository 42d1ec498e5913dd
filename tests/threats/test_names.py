"""Hostile names through every template: no markup, no hidden direction, no failure."""

from __future__ import annotations

import random
import re
import unicodedata

from content import Words, load
from content.markup import markup_fault

CONTENT = load()
PARTS = (
    "<b>", "</b>", "<a href=\"tg://user?id=1\">", "</a>", "<script>", "&lt;", "&amp;",
    "&", "<", ">", '"', "'",
    "{name}", "{", "}", "{0}", "%s", "${x}", "\u202e", "\u2066", "\u2069", "\u200b",
    "\u200f", "\ufeff", "\u0000", "\u0007", "\n", "\r", "\t", "\u2028", "\u3164", "\u2800",
    "\ud800", "\udc00", "é", "ß", "İ", "ﷺ", "🙂", "👨‍👩‍👧", "A", "Léa", "D-1", "@nadia",
    "/effacer", "_", "*", "`",
    "[x](https://x.y)", "http://x.y", "\\", "\u0301" * 20, "\U000e0041",
)  # fmt: skip
_TAG = re.compile(r"</?[a-zA-Z]+")


def hostile(chance: random.Random) -> str:
    """Return a name as long as Telegram's two names may be together."""
    return "".join(chance.choices(PARTS, k=chance.randrange(1, 24)))[:129]


OURS = "https://exemple.quebec/page"
"""The address of a source: written in content and checked there, never by a person."""


def templates(words: Words) -> tuple[tuple[str, frozenset[str], str, bool], ...]:
    """Return each text that takes a value: its key, what it takes, its own tags, whether plain."""
    return tuple(
        (key, template.placeholders, "".join(_TAG.findall(template.text)), template.plain)
        for key, template in words.templates.items()
        if template.placeholders - words.always.keys()
    )


def test_hostile_names_through_every_template(tries: int, chance: random.Random) -> None:
    for language in CONTENT.languages:
        words = CONTENT.words(language)
        every = templates(words)
        assert len(every) > 60
        for number in range(max(tries, len(every))):
            key, names, tags, plain = every[number % len(every)]
            name = hostile(chance)
            values = {n: OURS if n == "address" else name for n in names}
            told = words.text(key, **values)
            assert markup_fault(told) is None, (key, name)
            assert "".join(_TAG.findall(told)) == ("" if plain else tags), (key, name)
            label = words.label(key, **values)
            for said in (told, label):
                hidden = {c for c in said if unicodedata.category(c) in ("Cf", "Cs")}
                assert not hidden, (key, name, hidden)
                said.encode()  # half a surrogate pair can't be sent
