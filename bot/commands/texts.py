"""``content check`` and ``faq eval``: the texts looked at, the search measured."""

from __future__ import annotations

from pathlib import Path

from bot.clock import Clock
from bot.commands.sentences import Refused
from content import ContentError, load
from content.search.evaluation import evaluate


def check_content(clock: Clock, folder: Path | None) -> int:
    """Print each fault, else what deserves a second look; return 1 where there is a fault.

    ``folder`` is the content's own where it is None.
    """
    try:
        content = load(folder)
    except ContentError as error:
        print(*(f"✗ {fault}" for fault in error.faults), sep="\n")
        return 1
    for remark in content.remarks(clock.now().date()):
        print(f"⚠ {remark}")
    for language in content.languages:
        answers, resources = content.faq(language), content.directory(language).resources
        print(f"✓ {language} : {len(answers)} réponses, {len(resources)} ressources, sans faute")
    return 0


def evaluate_search(folder: Path, queries: Path, *, titles_only: bool) -> int:
    """Print the figures of the search on a folder of entries and a CSV of questions."""
    try:
        print(evaluate(folder, queries, titles_only=titles_only))
    except ValueError as error:
        raise Refused(f"La mesure ne peut pas être faite : {error}.") from error
    return 0
