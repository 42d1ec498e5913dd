"""How many came, of which groups; a remainder that nobody classified is a value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Group(StrEnum):
    """The groups that the activity report counts."""

    FATHER = "father"
    MOTHER = "mother"
    FAMILY = "family"
    PROFESSIONAL = "professional"


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of each group; None is "not given" (–), which is not 0."""

    father: int | None = None
    mother: int | None = None
    family: int | None = None
    professional: int | None = None

    @classmethod
    def of(cls, numbers: Mapping[Group, int | None]) -> Counts:
        """Return the counts of these groups, the others not given."""
        return cls(**{group.value: number for group, number in numbers.items()})

    def __getitem__(self, group: Group) -> int | None:
        """Return the count of a group, or None where it is not given."""
        return {
            Group.FATHER: self.father,
            Group.MOTHER: self.mother,
            Group.FAMILY: self.family,
            Group.PROFESSIONAL: self.professional,
        }[group]

    @property
    def classified(self) -> int:
        """How many people have a group."""
        return sum(self[group] or 0 for group in Group)


@dataclass(frozen=True, slots=True)
class Attendance:
    """One evening's figures. The groups need not add up to the total, never the reverse."""

    total: int
    counts: Counts = Counts()
    first_timers: int | None = None
    guests: int | None = None

    @property
    def unclassified(self) -> int:
        """How many people came whom nobody classified; shown, never corrected."""
        return self.total - self.counts.classified
