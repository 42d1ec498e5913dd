"""How a language says days, months and hours: the fixed parts of ``calendar.toml``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from content.entries import Entry
from content.faults import Fault
from content.sources import Source
from content.templates import unknown_fault

_TIME = ("hour", "hour12", "minute", "half")
_TEXTS: Mapping[str, tuple[str, ...]] = {
    "date": ("weekday", "day", "month", "year"),
    "moment": ("weekday", "day", "month", "time"),
    "time": _TIME,
    "time_sharp": _TIME,
    "am": (),
    "pm": (),
    "first_day": (),
    "span.now": (),
    **{
        f"span.{unit}_{number}": ("n",)
        for unit in ("minutes", "hours", "days")
        for number in ("one", "many")
    },
}


def read_names(source: Source, name: str, count: int, faults: list[Fault]) -> tuple[str, ...]:
    """The names of the days, Monday first, or of the months."""
    names = source.data.get(name)
    good = isinstance(names, list) and all(isinstance(item, str) and item for item in names)
    if not good or names is None or len(names) != count:
        faults.append(
            source.fault((name,), f"{name} : {count} noms entre guillemets sont attendus")
        )
        return ("",) * count
    return tuple(names)


def read_singular(source: Source, faults: list[Fault]) -> frozenset[int]:
    """The numbers that take the singular, ``singular`` in ``common.toml``."""
    numbers = source.data.get("singular")
    if not isinstance(numbers, list) or not all(type(number) is int for number in numbers):
        message = "singular : les nombres qui prennent le singulier, [0, 1] en français"
        faults.append(source.fault(("singular",), message))
        return frozenset()
    return frozenset(numbers)


def calendar_faults(source: Source, entries: Mapping[str, Entry]) -> Iterator[Fault]:
    """The texts that dates need and that are missing, or that name what dates don't give."""
    for key, known in _TEXTS.items():
        entry = entries.get(f"calendar.{key}")
        if entry is None:
            yield source.fault(
                tuple(key.split(".")), f"il manque « {key} » : les dates en ont besoin"
            )
        elif message := unknown_fault(entry.template, known):
            yield entry.fault(message)
