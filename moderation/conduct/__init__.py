"""Conduct: what a message brings, what a case leads to, who may decide and report."""

from __future__ import annotations

from moderation.conduct.verdicts import (
    ARTICLES,
    RULES,
    Cited,
    Flag,
    Help,
    Hold,
    Mode,
    Pass,
    Policy,
    Rule,
    Verdict,
    judge,
)

__all__ = [
    "ARTICLES",
    "RULES",
    "Cited",
    "Flag",
    "Help",
    "Hold",
    "Mode",
    "Pass",
    "Policy",
    "Rule",
    "Verdict",
    "judge",
]
