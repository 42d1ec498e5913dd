"""Text as Telegram measures and marks it: UTF-16 units, HTML, entities it finds by itself.

The accepted tags and the texts of the errors are those of the Bot API's section
"Formatting options"; positions in errors are bytes of UTF-8.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.simulator.errors import bad_request
from bot.simulator.models import Raw

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
REFERENCES = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
TOKEN = re.compile(
    r"(?P<tag><(?P<slash>/?)(?P<name>[^\s>]*)(?P<attributes>[^>]*)(?P<closed>>?))"
    r"|&(?P<ref>(?:lt|gt|amp|quot)(?![a-zA-Z])|#[0-9]+|#[xX][0-9a-fA-F]+);?"
    r"|(?P<text>[^<&]+|&)",
    re.DOTALL,
)
ATTRIBUTE = re.compile(r"""(?P<key>[^\s=>/"']+)(?:\s*=\s*(?:"(?P<d>[^"]*)"|'(?P<s>[^']*)'))?""")
FOUND = re.compile(
    r"(?P<email>[\w.+-]+@[\w-]+\.[\w.-]*\w)"
    r"|(?P<url>(?:https?://|www\.|t\.me/)[^\s<>\"«»]+"
    r"|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|ca|quebec|info|io|me)\b(?:/[^\s<>\"«»]*)?)"
    r"|(?<![\w/@])(?P<bot_command>/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?)(?![\w/])"
    r"|(?<!\w)(?P<mention>@[A-Za-z]\w{3,31})"
)


@dataclass(slots=True)
class Formatted:
    """Plain text, its entities, and the HTML it came from."""

    text: str
    entities: list[Raw] = field(default_factory=list)
    html: str = ""


def units(text: str) -> int:
    """The length of ``text`` in UTF-16 code units, the measure of every limit of Telegram."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def escape(text: str) -> str:
    """``text`` as HTML that shows it."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def plain(text: str) -> Formatted:
    """What a person typed, or a bot sent without a parse mode."""
    text = text.strip()
    return Formatted(text, automatic(text), escape(text))


def automatic(text: str) -> list[Raw]:
    """The entities that Telegram finds by itself: commands, mentions, addresses, links."""
    found = []
    for match in FOUND.finditer(text):
        kind = match.lastgroup
        value = match.group().rstrip(".,;:!?)") if kind == "url" else match.group()
        start = units(text[: match.start()])
        found.append({"type": kind, "offset": start, "length": units(value)})
    return found


def parse_html(source: str) -> Formatted:
    """The text and entities of ``source``; raises the API's error when it is not valid HTML."""
    parser = _Parser(source)
    for match in TOKEN.finditer(source):
        parser.take(match)
    if parser.open:
        raise _unparsed(f'Can\'t find end tag corresponding to start tag "{parser.open[-1].name}"')
    return _trimmed(parser.text, parser.entities, source.strip())


@dataclass(slots=True)
class _Open:
    """A tag that waits for its end."""

    name: str
    offset: int
    entity: Raw


class _Parser:
    """Walks over the tokens of one HTML text."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.text = ""
        self.length = 0
        self.open: list[_Open] = []
        self.entities: list[Raw] = []

    def take(self, match: re.Match[str]) -> None:
        """Adds what one token means."""
        if match["tag"] is None:
            value = match["text"] or _character(match["ref"]) or match.group()
            self.text += value
            self.length += units(value)
            return
        at = len(self.source[: match.start()].encode())
        if match["slash"]:
            self._end(match, at)
        else:
            self._start(match, at)

    def _start(self, match: re.Match[str], at: int) -> None:
        name = match["name"].lower()
        if not match["closed"] and (name in TAGS or not match["attributes"]):
            raise _unparsed(f"Unclosed start tag at byte offset {at}")
        if name not in TAGS:
            raise _unparsed(f'Unsupported start tag "{name}" at byte offset {at}')
        attributes = {
            found["key"].lower(): found["d"] or found["s"] or ""
            for found in ATTRIBUTE.finditer(match["attributes"])
        }
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise _unparsed(f'Tag "span" must have class "tg-spoiler" at byte offset {at}')
        self.open.append(_Open(name, self.length, _entity(name, attributes)))

    def _end(self, match: re.Match[str], at: int) -> None:
        if not self.open:
            raise _unparsed(f"Unexpected end tag at byte offset {at}")
        if not match["closed"]:
            raise _unparsed(f"Unclosed end tag at byte offset {at}")
        opened, name = self.open.pop(), match["name"].lower()
        if name and name != opened.name:
            raise _unparsed(
                f'Unmatched end tag at byte offset {at}, expected "</{opened.name}>", '
                f'found "</{name}>"'
            )
        length = self.length - opened.offset
        if length and (opened.entity["type"] != "text_link" or opened.entity.get("url")):
            self.entities.append(opened.entity | {"offset": opened.offset, "length": length})


def _character(reference: str) -> str:
    """The character of a named or numeric HTML reference; empty when there is no such one."""
    if reference in REFERENCES:
        return REFERENCES[reference]
    number = reference[1:]
    code = int(number[1:], 16) if number[0] in "xX" else int(number.lstrip("0")[:9] or "0")
    return chr(code) if 0 < code < 0xD800 or 0xDFFF < code < 0x10FFFF else ""


def _entity(name: str, attributes: dict[str, str]) -> Raw:
    """The entity that a tag opens, still without its place."""
    entity: Raw = {"type": TAGS[name]}
    if name == "a":
        entity["url"] = attributes.get("href", "")
    elif name == "tg-emoji":
        entity["custom_emoji_id"] = attributes.get("emoji-id", "")
    elif name == "blockquote" and "expandable" in attributes:
        entity["type"] = "expandable_blockquote"
    elif name == "code" and attributes.get("class", "").startswith("language-"):
        entity["language"] = attributes["class"].removeprefix("language-")
    return entity


def _trimmed(text: str, entities: list[Raw], html: str) -> Formatted:
    """Without white space at both ends, entities moved with the text."""
    shift = units(text) - units(text.lstrip())
    text = text.strip()
    total, kept = units(text), []
    for entity in entities:
        start = max(entity["offset"] - shift, 0)
        end = min(entity["offset"] - shift + entity["length"], total)
        if end > start:
            kept.append(entity | {"offset": start, "length": end - start})
    marked = [(e["offset"], e["offset"] + e["length"]) for e in kept]
    for entity in automatic(text):
        start, end = entity["offset"], entity["offset"] + entity["length"]
        if not any(start < last and first < end for first, last in marked):
            kept.append(entity)
    kept.sort(key=lambda entity: (entity["offset"], -entity["length"]))
    return Formatted(text, kept, html)


def _unparsed(text: str) -> Exception:
    return bad_request(f"can't parse entities: {text}")
