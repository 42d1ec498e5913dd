"""The count at the door: by name, by plus and minus, then closed, then perhaps corrected."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from bot.community.cafes.attendance.counts import Attendance, Counts, Group


@dataclass(frozen=True, slots=True)
class CheckIn:
    """Who is there. None stands for people whom nobody classified.

    ``named`` are members ticked by name with their group; ``others`` people counted without a
    name, those without the app among them. First-timers and guests are among all these.
    """

    named: Mapping[int, Group | None] = field(default_factory=dict)
    others: Mapping[Group | None, int] = field(default_factory=dict)
    first_timers: int = 0
    guests: int = 0

    @property
    def total(self) -> int:
        """How many people are there."""
        return len(self.named) + sum(self.others.values())

    def count(self, group: Group | None) -> int:
        """Return how many of a group are there; None counts the unclassified."""
        by_name = sum(theirs is group for theirs in self.named.values())
        return by_name + self.others.get(group, 0)

    def tick(self, person: int, group: Group | None) -> CheckIn:
        """Return the check-in with this person come, or no longer if they were ticked."""
        named = dict(self.named)
        if person in named:
            del named[person]
        else:
            named[person] = group
        return self._fitted(replace(self, named=named))

    def step(self, group: Group | None, by: int) -> CheckIn:
        """Return the check-in with one more or one fewer without a name; never below none."""
        number = max(self.others.get(group, 0) + by, 0)
        return self._fitted(replace(self, others={**self.others, group: number}))

    def step_first_timers(self, by: int) -> CheckIn:
        """Return the check-in with one more or one fewer first-timer, never more than came."""
        return self._fitted(replace(self, first_timers=max(self.first_timers + by, 0)))

    def step_guests(self, by: int) -> CheckIn:
        """Return the check-in with one more or one fewer guest, never more than came."""
        return self._fitted(replace(self, guests=max(self.guests + by, 0)))

    @staticmethod
    def _fitted(check_in: CheckIn) -> CheckIn:
        total = check_in.total
        return replace(
            check_in,
            first_timers=min(check_in.first_timers, total),
            guests=min(check_in.guests, total),
        )


@dataclass(frozen=True, slots=True)
class Closed:
    """The evening's figures, confirmed."""

    attendance: Attendance


@dataclass(frozen=True, slots=True)
class Impossible:
    """More people are classified than the total says."""

    classified: int


@dataclass(frozen=True, slots=True)
class Corrected:
    """The figures changed after closing; both stay, with who and when."""

    before: Attendance
    after: Attendance


def close(check_in: CheckIn, total: int) -> Closed | Impossible:
    """Close with the total that the host confirms; what no group explains is unclassified."""
    counts = Counts.of({group: check_in.count(group) for group in Group})
    if total < counts.classified:
        return Impossible(counts.classified)
    first_timers, guests = min(check_in.first_timers, total), min(check_in.guests, total)
    return Closed(Attendance(total, counts, first_timers, guests))


def correct(before: Attendance, total: int, counts: Counts | None = None) -> Corrected | Impossible:
    """Correct a closed evening: its total, and its groups where they are given."""
    after = replace(before, total=total, counts=counts or before.counts)
    if after.unclassified < 0:
        return Impossible(after.counts.classified)
    return Corrected(before, after)
