"""Drafts: files to review, beside the data, that become content when somebody moves them there."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

from bot.storage.faq import Miss
from content.search.folding import words

VALID_FOR = timedelta(days=180)
LONGEST_NAME = 32


def write_entry(folder: Path, miss: Miss, answer: str, today: date) -> str:
    """Write a draft answer; return its name in the folder. Written again, it is the same file."""
    name = f"{miss.language}/faq/{_slug(miss)}.md"
    _write(folder / name, _entry(miss, answer, today))
    return name


def write_phrasing(folder: Path, miss: Miss, entry: str) -> str:
    """Add a way of asking to those noted for an entry; return the file's name in the folder."""
    name = f"{miss.language}/phrasings/{entry}.txt"
    path = folder / name
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    if miss.text not in lines:
        _write(path, "\n".join([*lines, miss.text]) + "\n")
    return name


def remove_phrasing(folder: Path, miss: Miss) -> None:
    """Take a way of asking back from wherever it was noted."""
    for path in (folder / miss.language / "phrasings").glob("*.txt"):
        lines = path.read_text("utf-8").splitlines()
        left = [line for line in lines if line != miss.text]
        if left and left != lines:
            _write(path, "\n".join(left) + "\n")
        elif not left:
            path.unlink()


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    path.write_text(text, encoding="utf-8")


def _slug(miss: Miss) -> str:
    """Return a name for the file, from the question; its number tells two alike apart."""
    told = "-".join(word for word in words(miss.text) if not word.isdigit())
    end = f"-{miss.id}"
    return f"{told[: LONGEST_NAME - len(end) - 2].strip('-') or 'question'}{end}"


def _entry(miss: Miss, answer: str, today: date) -> str:
    question = json.dumps(miss.text, ensure_ascii=False)  # a JSON string is a TOML one too
    return f"""\
+++
# Brouillon : complétez phrasings (huit façons de demander), topics, related et source, écrivez le
# jumeau dans l'autre langue, puis rangez ce fichier dans content/{miss.language}/faq/.
question = {question}
phrasings = [
    {question},
]
topics = []
related = []
audience = "everyone"
source = ""
checked_on = {today}
expires_on = {today + VALID_FOR}
verify = true
+++
{answer.strip()}
"""
