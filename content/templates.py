"""One text with its ``{placeholders}``, and the rules that every text of the content follows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from content.markup import (
    Html,
    escape_plain,
    markup_fault,
    strip_tags,
    to_html,
    to_plain,
    utf16_length,
)

TEXT_LIMIT = 3500  # Telegram takes 4096; the rest is left to the values.
LABEL_LIMIT = 40  # More is cut on a phone.
TOAST_LIMIT = 200  # Bot API, answerCallbackQuery.

_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_MARKUP = re.compile(r"</?[a-z]|&(?:amp|lt|gt|quot);")


@dataclass(frozen=True, slots=True)
class Template:
    """A text: ``plain`` for buttons and toasts, Telegram HTML otherwise."""

    text: str
    plain: bool = False

    @property
    def placeholders(self) -> frozenset[str]:
        """The names between braces."""
        return frozenset(_PLACEHOLDER.findall(self.text))

    def html(self, values: Mapping[str, object]) -> Html:
        """The message. Raises KeyError when a value is missing."""
        text = escape_plain(self.text) if self.plain else self.text
        return Html(_fill(text, values, to_html))

    def label(self, values: Mapping[str, object]) -> str:
        """The words alone. Raises KeyError when a value is missing."""
        text = self.text if self.plain else strip_tags(self.text)
        return _fill(text, values, to_plain)


def text_fault(text: str) -> str | None:
    """What is wrong with a text in Telegram HTML, in French, or None."""
    return _empty(text) or _braces(text) or markup_fault(text) or _length(text, TEXT_LIMIT)


def label_fault(text: str) -> str | None:
    """What is wrong with a button's name, in French, or None."""
    if "\n" in text:
        return "un bouton tient sur une seule ligne"
    return _plain(text) or _length(text, LABEL_LIMIT)


def toast_fault(text: str) -> str | None:
    """What is wrong with the short notice shown after a press, in French, or None."""
    return _plain(text) or _length(text, TOAST_LIMIT)


def unknown_fault(template: Template, known: Iterable[str]) -> str | None:
    """Which placeholder of the template is not among the known ones, in French, or None."""
    unknown = sorted(template.placeholders.difference(known))
    if not unknown:
        return None
    return f"{{{unknown[0]}}} est inconnu ici, possibles : {', '.join(sorted(known)) or 'aucun'}"


def _fill(text: str, values: Mapping[str, object], render: Callable[[object], str]) -> str:
    return _PLACEHOLDER.sub(lambda found: render(values[found[1]]), text)


def _empty(text: str) -> str | None:
    return None if text.strip() else "texte vide : écrivez-le"


def _braces(text: str) -> str | None:
    if any(brace in _PLACEHOLDER.sub("", text) for brace in "{}"):
        return "accolade mal placée : seule la forme {nom_en_minuscules} est permise"
    return None


def _plain(text: str) -> str | None:
    if _MARKUP.search(text):
        return "ni balise ni &amp; ici : un bouton et un avis n'ont pas de mise en forme"
    return _empty(text) or _braces(text)


def _length(text: str, limit: int) -> str | None:
    length = utf16_length(text)
    return f"{length} caractères : {limit} au plus, raccourcissez" if length > limit else None
