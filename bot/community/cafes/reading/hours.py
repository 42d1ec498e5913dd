"""The phrases that say an hour: "19 h 30", "sept heures et quart du soir", "from 7 to 9 pm"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.community.cafes.reading import lexicon
from bot.community.cafes.reading.facts import Clock, Facts
from bot.community.cafes.reading.phrases import Match, Phrase, Said, number, pattern, phrase
from bot.community.cafes.reading.spans import LONGEST

LONGEST_BARE = 4
"""Hours: "18 à 20 h" says two hours, "8 à 19 h" the 8th at 19 h."""

_WORDY = r"(?:quinze|vingt|trente|quarante|quarante cinq|fifteen|twenty|thirty|forty|forty five)"
_FEW = r"(?<!from )(?:five|ten|twenty|twenty five)"
_TAIL = (
    r"(?P<tail>(?:et demie?|et quart|(?:et )?trois quarts|moins (?:le |un )?quart"
    r"|moins NUMBER|et NUMBER))"
)
_UNIT = r"(?:h|hrs?|hres?|heures?)"
_MINUTES = rf"(?P<minutes>\d\d|{_WORDY})"
_BARE, _CLEAR = True, False
_FORMS = tuple(
    (pattern(written), bare)
    for written, bare in (
        (rf"(?P<name>midi|noon|midday|mid day|minuit|midnight)(?: {_TAIL}| {_MINUTES})?", _CLEAR),
        (rf"(?P<before>{_FEW}) (?P<sense>past|after|to|before) hour:NUMBER", _CLEAR),
        (r"before:NUMBER minutes (?P<sense>past|after|to|before) hour:NUMBER", _CLEAR),
        (r"(?P<half>half) past hour:NUMBER", _CLEAR),
        (r"(?:a )?(?P<quarter>quarter) (?P<sense>past|after|to|before|of) hour:NUMBER", _CLEAR),
        (rf"hour:NUMBER {_UNIT}", _CLEAR),
        (rf"hour:NUMBER {_UNIT} {_MINUTES}(?: min(?:utes)?)?(?! MONTH)", _CLEAR),
        (rf"hour:NUMBER {_UNIT} {_TAIL}", _CLEAR),
        (r"hour:NUMBER oclock", _CLEAR),
        (r"(?P<hour>\d\d?) [:.] (?P<minutes>\d\d)(?: : \d\d)?(?: h)?", _CLEAR),
        (r"hour:NUMBER", _BARE),
        (rf"hour:NUMBER {_MINUTES}", _BARE),
        (rf"hour:NUMBER {_TAIL}", _BARE),
    )
)
_SUFFIX = pattern(
    r"(?: (?P<half>am|pm))?"
    r"(?: (?:(?:du|le|au|en|de la|de l|dans la|dans l|in the|at|l) )?part:PART)?"
    r"(?: (?:est|edt|et|hne|hae|eastern time|eastern|heure de l est|heure de montreal))?"
)
_RANGES = tuple(
    (pattern(opening) if opening else None, pattern(between))
    for opening, between in (
        (r"(?:de|d|from)", r" (?:a|to|-|jusqu a|until|till)"),
        (r"(?:entre|between)", r" (?:et|and)"),
        ("", r" (?:a|to|-|jusqu a|until|till)"),
    )
)
_AT = pattern(
    r"(?:a compter de|a partir de|starting at|starts at|beginning at|commence a|debut a|debut"
    r"|a|at|@|vers|around|about|des|pour|for)"
)
_UNTIL = pattern(r"(?:jusqu a|until|till|fin a|fin|finit a|se termine a|ends at|ending at)")
_NAMED = {"minuit": 24, "midnight": 24}
_EARLIER = ("to", "before", "of")


@dataclass(frozen=True, slots=True)
class Hour:
    """An hour found in a text: where it ends, and whether it is a mere number."""

    clock: Clock
    end: int
    bare: bool


def hours_at(text: str, at: int) -> Iterator[Hour]:
    """Return the hours that may stand at this place."""
    for form, bare in _FORMS:
        found = form.match(text, at)
        clock = _clock(found) if found else None
        if found and clock:
            yield Hour(clock, found.end(), bare)
            yield from _with_suffix(text, Hour(clock, found.end(), bare))


def _with_suffix(text: str, hour: Hour) -> Iterator[Hour]:
    """The same hour with what follows it: "pm", "du soir", a time zone."""
    found = _SUFFIX.match(text, hour.end)
    if not found or found.end() == hour.end:
        return
    part = lexicon.PARTS[found["part"]] if found["part"] else None
    said = _half(hour.clock, found["half"]) if found["half"] else hour.clock
    if said:
        bare = hour.bare and not found["half"] and not part
        yield Hour(replace(said, part=part), found.end(), bare)


def _half(clock: Clock, half: str) -> Clock | None:
    if clock.hour > 12:
        return clock if half == "pm" else None
    return replace(clock, hour=clock.hour % 12 + 12 * (half == "pm"), fixed=True)


def _clock(found: Match) -> Clock | None:
    said = found.groupdict()
    minutes = _minutes(said)
    if name := said.get("name"):
        hour, fixed = _NAMED.get(name, 12), True
    else:
        hour = number(said["hour"])
        fixed = hour > 12 or hour == 0 or said["hour"].startswith("0")
    hour, minute = hour + minutes // 60, minutes % 60
    return Clock(hour, minute, fixed) if 0 <= hour <= 24 and -60 < minutes < 60 else None


def _minutes(said: dict[str, str | None]) -> int:
    """How many minutes after the hour; negative before it."""
    if written := said.get("minutes"):
        return number(written)
    if tail := said.get("tail"):
        return _tail(tail)
    amount = 0
    if before := said.get("before"):
        amount = number(before)
    elif said.get("half") or said.get("quarter"):
        amount = 30 if said.get("half") else 15
    return -amount if said.get("sense") in _EARLIER else amount


def _tail(tail: str) -> int:
    words = tail.removeprefix("et ").removeprefix("moins ").removeprefix("le ").removeprefix("un ")
    named = {"demi": 30, "demie": 30, "quart": 15, "trois quarts": 45}
    minutes = named[words] if words in named else number(words)
    return -minutes if tail.startswith("moins") else minutes


def _single(text: str, at: int) -> Iterator[Said]:
    """ "19 h", and "à 7" where a mere number follows "à" or "at"."""
    for hour in hours_at(text, at):
        if not hour.bare:
            yield Facts(start=hour.clock), hour.end
    if prefix := _AT.match(text, at):
        for hour in hours_at(text, prefix.end() + 1):
            yield Facts(start=hour.clock), hour.end


def _range(text: str, at: int) -> Iterator[Said]:
    """ "de 19 h à 21 h", "7-9 pm": one of both hours may be a mere number, both after "de"."""
    for opening, between in _RANGES:
        opened = opening.match(text, at) if opening else None
        if opening and not opened:
            continue
        for first in hours_at(text, opened.end() + 1 if opened else at):
            joint = between.match(text, first.end)
            for last in hours_at(text, joint.end() + 1) if joint else ():
                if opened or _stands_alone(first, last):
                    yield Facts(start=first.clock, end=last.clock), last.end


def _stands_alone(first: Hour, last: Hour) -> bool:
    if not first.bare:
        return True
    return not last.bare and 0 < (last.clock.hour - first.clock.hour) % 12 <= LONGEST_BARE


def _ending(text: str, at: int) -> Iterator[Said]:
    if prefix := _UNTIL.match(text, at):
        for hour in hours_at(text, prefix.end() + 1):
            yield Facts(end=hour.clock), hour.end


def _lasts_so_long(found: Match) -> Facts | None:
    """ "(2 h)", "(1 h 30)", beside an hour: a mere "(19 h)" is the hour itself."""
    minutes = 60 * number(found["count"]) + number(found["minutes"] or "0")
    return Facts(lasts=minutes) if 0 < minutes <= LONGEST else None


def _lasts(found: Match) -> Facts:
    count = 1 if found["article"] else number(found["count"])
    if found["unit"].startswith("m"):
        return Facts(lasts=count)
    return Facts(lasts=60 * count + (30 if found["more"] else 0))


PHRASES: tuple[Phrase, ...] = (
    _single,
    _range,
    _ending,
    phrase(
        r"(?:(?:pendant|durant|pour|for|duree|duree de|dure|lasting|d une duree de) )"
        rf"(?:count:NUMBER|(?P<article>an?)) (?P<unit>{_UNIT}|hours?|min|minutes?)"
        r"(?P<more> et demie| 30| trente| and a half)?",
        _lasts,
    ),
    phrase(
        r"(?:count:NUMBER|(?P<article>an?)) (?P<unit>hours?|min|minutes?)(?P<more> and a half)?",
        _lasts,
    ),
    phrase(rf"\( count:NUMBER {_UNIT}(?: {_MINUTES})?", _lasts_so_long),
    phrase(
        r"(?:un )?(?:5|cinq) (?:a|-) (?:7|sept)(?! (?:h|heures?|:|am|pm))",
        lambda _: Facts(start=Clock(17, fixed=True), end=Clock(19, fixed=True)),
    ),
)
