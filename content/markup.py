"""Telegram HTML: the one place that escapes what people wrote, and the check of our own texts."""

from __future__ import annotations

import re
import unicodedata
from html import escape, unescape

# Blank letters that Unicode does not class as controls: a name made of them looks empty.
_BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
_SPACES = frozenset({"Zs", "Zl", "Zp"})
_HIDDEN = frozenset({"Cc", "Cf", "Cs"})

_TAG = re.compile(r"<(/?)([a-zA-Z-]*)([^<>]*)>")
_ENTITY = re.compile(r"&(lt|gt|amp|quot|#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});")
_ATTRIBUTES = {
    "a": re.compile(r' href="[^"]+"'),
    "blockquote": re.compile(r"( expandable)?"),
}
_NO_ATTRIBUTE = re.compile("")
_SET_APART = re.compile(r"(?<=\S) (?=»|[:;!?](?:[\s<]|$))|(?<=«) ")
_TAGS = ("b", "i", "u", "s", "code", "pre", "a", "blockquote", "tg-spoiler")


class Html(str):
    """Text that is already Telegram HTML, and so is inserted as it is."""

    __slots__ = ()

    @classmethod
    def of(cls, markup: str) -> Html:
        """Marks ``markup`` as safe. It is made of our own texts, never of what a person wrote."""
        return cls(markup)

    @classmethod
    def quote(cls, text: str) -> Html:
        """What a person wrote over several lines: cleaned and escaped, line breaks kept."""
        return cls("\n".join(_escape(clean(line)) for line in text.splitlines()))


def clean(text: str) -> str:
    """One line without bidi controls, zero-width or other hidden characters.

    Every kind of line break and space becomes a plain space. An emoji joined by U+200D falls
    apart into its elements, which is the price of names that can't hide anything.
    """
    return "".join(_visible(character) for character in text)


def to_html(value: object) -> str:
    """The value as it goes in a message: ``Html`` as is, anything else cleaned and escaped."""
    return value if isinstance(value, Html) else _escape(clean(str(value)))


def to_plain(value: object) -> str:
    """The value as it goes on a button: no tags, nothing escaped, nothing hidden."""
    return strip_tags(value) if isinstance(value, Html) else clean(str(value))


def strip_tags(markup: str) -> str:
    """The words of a Telegram HTML text."""
    return unescape(_TAG.sub("", markup))


def bound(text: str) -> str:
    """The text with no-break spaces beside the signs that French sets apart from words.

    No line of a phone begins with a colon. Those who write the texts type ordinary spaces.
    """
    return _SET_APART.sub("\N{NO-BREAK SPACE}", text)


def escape_plain(text: str) -> str:
    """Our own plain text (a button's name) made fit for a message."""
    return _escape(text)


def markup_fault(text: str) -> str | None:
    """What Telegram would refuse in ``text``, in French, or None.

    Source: Bot API, "HTML style". Stricter in one point: attributes take double quotes, since
    values are escaped for these.
    """
    if "&" in _ENTITY.sub("", text):
        return "« & » seul : écrivez &amp;"
    if "<" in _TAG.sub("", text):
        return "« < » seul : écrivez &lt;"
    return _tags_fault(text)


def utf16_length(text: str) -> int:
    """The length as Telegram counts it (Bot API, "MessageEntity": UTF-16 code units)."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def pieces(text: str, most: int) -> list[str]:
    """Cut a text into pieces of at most so many UTF-16 units, which are the whole of it."""
    found, size = [""], 0
    for character in text:
        size += utf16_length(character)
        if size > most:
            found.append("")
            size = utf16_length(character)
        found[-1] += character
    return found


def _tags_fault(text: str) -> str | None:
    opened: list[str] = []
    for closing, name, rest in _TAG.findall(text):
        if name not in _TAGS:
            return f"balise <{closing}{name}> refusée par Telegram : utilisez {', '.join(_TAGS)}"
        if not closing:
            if not _ATTRIBUTES.get(name, _NO_ATTRIBUTE).fullmatch(rest):
                return f"balise <{name}{rest}> mal écrite"
            opened.append(name)
        elif rest or not opened or opened.pop() != name:
            return f"</{name}{rest}> ne ferme pas la dernière balise ouverte"
    return f"balise <{opened[-1]}> jamais fermée : ajoutez </{opened[-1]}>" if opened else None


def _escape(text: str) -> str:
    # The apostrophe stays: attributes take double quotes only, and French is full of it.
    return escape(text, quote=False).replace('"', "&quot;")


def _visible(character: str) -> str:
    if character in _BLANK:
        return ""
    category = unicodedata.category(character)
    if category in _SPACES or character.isspace():
        return " "
    return "" if category in _HIDDEN else character
