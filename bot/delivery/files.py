"""Files on their way out: what the outbox keeps as text becomes an upload when the call leaves."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Mapping
from typing import Any

from telegram import InputFile


def with_uploads(params: Mapping[str, Any]) -> dict[str, Any]:
    """Return a call's parameters, each attachment (see ``outbox.attachment``) as an upload."""
    return {name: _upload(value) for name, value in params.items()}


def _upload(value: Any) -> Any:
    if isinstance(value, Mapping) and value.keys() == {"file_name", "base64"}:
        return InputFile(b64decode(value["base64"]), filename=value["file_name"])
    return value
