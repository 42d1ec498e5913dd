"""A series by rule: "le troisième mercredi du mois, 19 h à 21 h, sauf juillet"."""

from bot.community.cafes.recurrence.evenings import Occurrence, Rule, is_holiday, occurrences
from bot.community.cafes.recurrence.lines import rhythm_in
from bot.community.cafes.recurrence.wording import Lack, NoRule, read_rule

__all__ = [
    "Lack",
    "NoRule",
    "Occurrence",
    "Rule",
    "is_holiday",
    "occurrences",
    "read_rule",
    "rhythm_in",
]
