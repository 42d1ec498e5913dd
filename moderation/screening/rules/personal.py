"""What an answer says that must stay out of it: a child's name, a court file number."""

from __future__ import annotations

from moderation.findings import Finding
from moderation.screening.facts import FileFacts
from moderation.signals.identification.children import child_named as child_named_in
from moderation.signals.identification.court_files import court_file as court_file_in


def child_named(file: FileFacts) -> Finding | None:
    """A child can be recognised in an answer."""
    return next(filter(None, (child_named_in(answer.folded) for answer in file.answers)), None)


def court_file(file: FileFacts) -> Finding | None:
    """A court file number stands in an answer."""
    return next(filter(None, (court_file_in(answer.folded) for answer in file.answers)), None)
