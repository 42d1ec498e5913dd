"""Content files as read from the disk, with the line on which each key stands."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from content.faults import Fault

KeyPath = tuple[str | int, ...]

_HEADER = re.compile(r"\s*(\[\[?)([^\[\]]+)\]\]?\s*(#.*)?$")
_KEY = re.compile(r"""\s*([\w."' -]+?)\s*=\s*(.*)""")
_POSITION = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
_FENCE = "+++"


@dataclass(frozen=True, slots=True)
class Source:
    """A file: its name as said in faults, its values, and for Markdown what follows the fence."""

    file: str
    data: Mapping[str, Any]
    lines: Mapping[KeyPath, int]
    body: str = ""
    body_line: int = 1

    def line(self, *path: str | int) -> int:
        """The line of a key, or of the nearest table around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def fault(self, path: KeyPath, message: str) -> Fault:
        """A fault at the line of a key."""
        return Fault(self.file, self.line(*path), message)


def read_toml(path: Path, file: str, faults: list[Fault]) -> Source | None:
    """The file's values; None, with a fault added, when it can't be read."""
    text = _read(path, file, faults)
    return None if text is None else _parse(text, file, faults)


def read_markdown(path: Path, file: str, faults: list[Fault]) -> Source | None:
    """A Markdown file with TOML between two ``+++`` lines first; None when it can't be read."""
    text = _read(path, file, faults)
    if text is None:
        return None
    lines = text.split("\n")
    if lines[0].strip() != _FENCE or _FENCE not in (rest := [line.strip() for line in lines[1:]]):
        faults.append(Fault(file, 1, "commencez le fichier par ses champs entre deux lignes +++"))
        return None
    end = rest.index(_FENCE) + 1
    # The blank first line stands for the fence, so that lines are counted as in the file.
    front = _parse("\n".join(["", *lines[1:end]]), file, faults)
    if front is None:
        return None
    body = "\n".join(lines[end + 1 :])
    return Source(file, front.data, front.lines, body, end + 2)


def key_lines(text: str) -> dict[KeyPath, int]:
    """Where each key and each table of a TOML text stands (first line is 1)."""
    found: dict[KeyPath, int] = {}
    counts: dict[KeyPath, int] = {}
    table: KeyPath = ()
    closing = ""
    for number, line in enumerate(text.split("\n"), start=1):
        if closing:
            closing = "" if closing in line else closing
        elif header := _HEADER.match(line):
            table = _enter(_parts(header[2]), header[1] == "[[", counts)
            found.setdefault(table, number)
            if header[1] == "[[":  # the list stands where its first table does
                found.setdefault(table[:-1], number)
        elif key := _KEY.match(line):
            found.setdefault(table + _parts(key[1]), number)
            closing = _opened(key[2])
    return found


def _read(path: Path, file: str, faults: list[Fault]) -> str | None:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        faults.append(Fault(file, line, "lettre illisible : enregistrez le fichier en UTF-8"))
    except OSError as error:
        faults.append(Fault(file, 1, f"fichier illisible : {error.strerror}"))
    return None


def _parse(text: str, file: str, faults: list[Fault]) -> Source | None:
    try:
        return Source(file, tomllib.loads(text), key_lines(text))
    except tomllib.TOMLDecodeError as error:
        faults.append(_syntax_fault(str(error), text, file))
        return None


def _syntax_fault(message: str, text: str, file: str) -> Fault:
    position = _POSITION.search(message)
    line = int(position[1]) if position and position[1] else text.rstrip("\n").count("\n") + 1
    reason = _POSITION.sub("", message)
    if "overwrite" in reason or "twice" in reason:
        return Fault(file, line, "cette clé est déjà donnée plus haut : gardez-en une seule")
    advice = (
        "vérifiez les guillemets, les crochets et le signe = de cette ligne et de la précédente"
    )
    return Fault(file, line, f"le fichier ne se lit plus ici ({reason}) : {advice}")


def _parts(dotted: str) -> KeyPath:
    return tuple(part.strip().strip("\"'") for part in dotted.split("."))


def _enter(parts: KeyPath, repeated: bool, counts: dict[KeyPath, int]) -> KeyPath:
    """The path of a table: a part that is a list of tables stands for its latest one."""
    path: KeyPath = ()
    for position, part in enumerate(parts):
        path += (part,)
        if repeated and position == len(parts) - 1:
            counts[path] = counts.get(path, 0) + 1
        if path in counts:
            path += (counts[path] - 1,)
    return path


def _opened(value: str) -> str:
    """The quotes that will close the text begun in ``value``, when it goes on below."""
    for quotes in ('"""', "'''"):
        if value.startswith(quotes) and quotes not in value[3:]:
            return quotes
    return ""
