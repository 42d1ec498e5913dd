"""What a rule reports to people: its name, the words that made it speak, and how strongly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum


class Strength(IntEnum):
    """How much a finding weighs; only people decide what follows."""

    NOTE = 1
    CAUTION = 2
    SERIOUS = 3


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a rule saw.

    ``rule`` is the key of its words (``rules.<rule>`` in ``content/<language>/review.toml``).
    ``excerpt`` is the person's own text, short, on one line, without invisible characters, not
    yet escaped; empty when the rule is not about a passage. ``detail`` holds the values of the
    other placeholders in the words of the rule.
    """

    rule: str
    excerpt: str
    strength: Strength
    detail: Mapping[str, str] = field(default_factory=dict, hash=False)
