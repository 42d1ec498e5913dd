"""The JSON files of votes: read, checked, and quoted in the sentence that says what is wrong."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, TypeGuard

LONGEST = 60
"""Characters quoted of what is wrong: a sentence stays one."""


class BadFileError(ValueError):
    """The file cannot be taken; the message says where and why, in French."""


@dataclass(frozen=True, slots=True)
class Nothing:
    """Stands where a file says nothing: ``null`` is something."""


def loaded(text: str) -> Any:
    """Return the plain values of a JSON text. Raises BadFileError."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        where = f"ligne {error.lineno}, colonne {error.colno}"
        raise BadFileError(f"ce n’est pas du JSON ({where})") from error
    except RecursionError as error:
        raise BadFileError("ce n’est pas du JSON lisible : trop de crochets imbriqués") from error
    except ValueError as error:
        raise BadFileError("ce n’est pas du JSON lisible : un nombre est trop long") from error


def quoted(value: object) -> str:
    """Return a value as the file writes it, cut where it is long."""
    if isinstance(value, Nothing):
        return "rien"
    try:
        written = json.dumps(value, ensure_ascii=False)
    except (RecursionError, ValueError):  # too deep, or a number too long to be written
        return "une valeur trop longue"
    return written if len(written) <= LONGEST else f"{written[: LONGEST - 1]}…"


def is_number(value: object) -> TypeGuard[int]:
    """Tell whether a value is a whole number: ``true`` is none, though Python counts with it."""
    return isinstance(value, int) and not isinstance(value, bool)


def is_text(value: object) -> TypeGuard[str]:
    """Tell whether a value is a text that can be encoded: half of a surrogate pair cannot."""
    return isinstance(value, str) and not any("\ud800" <= letter <= "\udfff" for letter in value)
