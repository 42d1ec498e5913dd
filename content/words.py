"""The texts of one language, as the handlers ask for them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from content.markup import Html
from content.templates import Template

ONE, MANY = "_one", "_many"


@dataclass(frozen=True, slots=True)
class Words:
    """Finds a text by its key, ``file.key``, and fills its ``{placeholders}``.

    ``always`` holds the values that every text may use (the organisation's); ``singular`` the
    numbers that take the singular: 0 and 1 in French, 1 in English.
    """

    language: str
    templates: Mapping[str, Template]
    always: Mapping[str, str]
    days: tuple[str, ...]
    months: tuple[str, ...]
    singular: frozenset[int]

    def text(self, key: str, /, **values: object) -> Html:
        """A message in Telegram HTML, its values escaped unless they are ``Html``.

        Raises KeyError when the key or a value is missing.
        """
        return self.templates[key].html({**self.always, **values})

    def label(self, key: str, /, **values: object) -> str:
        """Plain text for a button or a toast. Raises KeyError like ``text``."""
        return self.templates[key].label({**self.always, **values})

    def count(self, key: str, n: int, /, **values: object) -> Html:
        """The text ``key_one`` or ``key_many``, after the language's rule; ``{n}`` is given."""
        return self.text(self._plural(key, n), n=n, **values)

    def date(self, day: datetime.date) -> str:
        """A day in full: "mardi 8 décembre 2026"."""
        return self.label("calendar.date", year=day.year, **self._day(day))

    def moment(self, moment: datetime.datetime) -> str:
        """A day and a time of day, both local: "mardi 8 décembre, 19 h 30"."""
        return self.label("calendar.moment", time=self.time(moment), **self._day(moment))

    def span(self, span: datetime.timedelta) -> str:
        """How long, in its largest whole unit: "2 jours", "3 h", "12 min"."""
        minutes = max(int(span.total_seconds()), 0) // 60
        for unit, size in (("days", 24 * 60), ("hours", 60), ("minutes", 1)):
            if minutes >= size:
                n = minutes // size
                return self.label(self._plural(f"calendar.span.{unit}", n), n=n)
        return self.label("calendar.span.now")

    def _plural(self, key: str, n: int) -> str:
        return key + (ONE if n in self.singular else MANY)

    def _day(self, day: datetime.date) -> dict[str, object]:
        number = self.label("calendar.first_day") if day.day == 1 else day.day
        names = {"weekday": self.days[day.weekday()], "month": self.months[day.month - 1]}
        return {"day": number, **names}

    def time(self, moment: datetime.datetime) -> str:
        """A local time of day: "19 h 30"."""
        key = "calendar.time" if moment.minute else "calendar.time_sharp"
        half = "calendar.am" if moment.hour < 12 else "calendar.pm"
        return self.label(
            key,
            hour=moment.hour,
            hour12=(moment.hour - 1) % 12 + 1,
            minute=f"{moment.minute:02}",
            half=self.label(half),
        )
