"""What is known of the person beyond the answers: an earlier refusal, no way to write to them."""

from __future__ import annotations

from moderation.findings import Finding, Strength
from moderation.screening.facts import FileFacts


def refused_before(file: FileFacts) -> Finding | None:
    """The same person was refused: what changed since, by the number of the question.

    The same answers again are serious: nothing that led to the refusal has moved.
    """
    if file.earlier is None:
        return None
    detail = {
        "reference": file.earlier.reference,
        "reason": file.earlier.reason,
        "decided_on": file.earlier.decided_at.date().isoformat(),
    }
    if file.earlier.texts is None:
        return Finding("refused_before", "", Strength.CAUTION, detail)
    changed = _changed(file, file.earlier.texts)
    if not changed:
        return Finding("refused_before_unchanged", "", Strength.SERIOUS, detail)
    detail["changed"] = ", ".join(map(str, changed))
    return Finding("refused_before_changed", "", Strength.CAUTION, detail)


def unreachable(file: FileFacts) -> Finding | None:
    """Nothing can be written to the person, who can neither be asked nor told anything."""
    return None if file.reachable else Finding("unreachable", "", Strength.CAUTION)


def _changed(file: FileFacts, earlier: tuple[str, ...]) -> list[int]:
    now = [answer.text.split() for answer in file.answers]
    before = [text.split() for text in earlier]
    longest = max(len(now), len(before))
    now += [[]] * (longest - len(now))
    before += [[]] * (longest - len(before))
    return [n for n, (a, b) in enumerate(zip(now, before, strict=True), 1) if a != b]
