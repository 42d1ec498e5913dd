"""The phrases that name a day by its date: "le 20 janvier", "Jan. 20th", "2027-01-20", "20/01"."""

from __future__ import annotations

from bot.community.cafes.reading import lexicon
from bot.community.cafes.reading.facts import Facts
from bot.community.cafes.reading.phrases import Match, Phrase, number, phrase, year

_DAY = r"(?P<day>ORDINAL|NUMBER)"


def _day_of(found: Match) -> int | None:
    day = number(found["day"])
    return day if 1 <= day <= 31 else None


def _day_and_month(found: Match) -> Facts | None:
    day = _day_of(found)
    short = found.groupdict().get("short")
    written = 2000 + int(short) if short else None
    return Facts(day=day, month=lexicon.MONTHS[found["month"]], year=written) if day else None


def _day(found: Match) -> Facts | None:
    day = _day_of(found)
    weekday = found.groupdict().get("weekday")
    known = lexicon.WEEKDAYS[weekday] if weekday else None
    return Facts(day=day, weekday=known) if day else None


def _three_numbers(found: Match) -> Facts | None:
    a, b, c = int(found["a"]), int(found["b"]), int(found["c"])
    if len(found["c"]) == 4:
        return _numbers((c, b, a), (c, a, b))
    return _numbers((2000 + c, b, a), (2000 + c, a, b), (2000 + a, b, c))


def _two_numbers(found: Match) -> Facts | None:
    a, b = int(found["a"]), int(found["b"])
    return _numbers((None, b, a), (None, a, b))


def _iso(found: Match) -> Facts | None:
    return _numbers((int(found["y"]), int(found["m"]), int(found["d"])))


def _numbers(*readings: tuple[int | None, int, int]) -> Facts | None:
    kept = (
        (written, month, day)
        for written, month, day in readings
        if 1 <= month <= 12 and 1 <= day <= 31
    )
    dates = tuple(dict.fromkeys(kept))
    return Facts(dates=dates) if dates else None


def _nth(found: Match) -> Facts:
    nth = lexicon.LAST[found["last"]] if found["last"] else number(found["nth"])
    return Facts(nth=nth, weekday=lexicon.WEEKDAYS[found["weekday"]])


PHRASES: tuple[Phrase, ...] = (
    phrase(r"(?P<y>20\d\d) (?P<sign>[-/.]) (?P<m>\d\d?) (?P=sign) (?P<d>\d\d?)(?: t)?", _iso),
    phrase(
        r"(?P<a>\d\d?) (?P<sign>[-/.]) (?P<b>\d\d?) (?P=sign) (?P<c>20\d\d|\d\d)", _three_numbers
    ),
    phrase(r"(?P<a>\d\d?) / (?P<b>\d\d?)", _two_numbers),
    phrase(rf"{_DAY}(?: of| de| d)? month:MONTH(?: prochain)?", _day_and_month),
    phrase(rf"{_DAY}(?: of| de| d)? month:MONTH (?P<short>\d\d)", _day_and_month),
    phrase(rf"month:MONTH(?: the| le)? {_DAY}", _day_and_month),
    phrase(rf"(?:le|the) {_DAY}(?! WEEKDAY)", _day),
    phrase(r"^day:ORDINAL(?! WEEKDAY)", _day),
    phrase(rf"weekday:WEEKDAY(?: ,)?(?: le| the)? {_DAY}", _day),
    phrase(r"(?:dernier jour|last day)", lambda _: Facts(day=-1)),
    phrase(r"(?:nth:ORDINAL|last:LAST) weekday:WEEKDAY", _nth),
    phrase(
        r"(?:de|d|of|in|en|,) month:MONTH",
        lambda found: Facts(month=lexicon.MONTHS[found["month"]]),
    ),
    phrase(r"year:YEAR", lambda found: Facts(year=year(found["year"]))),
)
