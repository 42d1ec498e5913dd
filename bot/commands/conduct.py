"""``entraide conduct eval FILE.csv``: what the rules say of labelled sentences."""

from __future__ import annotations

from pathlib import Path

from bot.commands.sentences import Refused
from content import load
from moderation.evaluation import NotASampleError, counted, evaluate


def evaluate_file(path: Path) -> int:
    """Print the verdict and the rule of each line of a CSV (``text,label``), then the counts.

    Returns 0. Raises Refused for a file that is no sample, and OSError.
    """
    lines = []
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            for line in evaluate(file, load().numbers):
                print(line)
                lines.append(line)
    except NotASampleError as error:
        raise Refused(str(error)) from error
    for count in counted(lines):
        print(count)
    return 0
