"""The words of dates and hours, folded, in French and in English, as values and as patterns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.community.cafes.reading.facts import Part

WEEKDAYS: Mapping[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "lundi lun monday mon",
            "mardi mar tuesday tues tue",
            "mercredi mer wednesday weds wed",
            "jeudi jeu thursday thurs thur thu",
            "vendredi ven friday fri",
            "samedi sam saturday sat",
            "dimanche dim sunday sun",
        )
    )
    for name in names.split()
}

MONTHS: Mapping[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "janvier janv january jan",
            "fevrier fevr fev february feb",
            "mars march mar",
            "avril avr april apr",
            "mai may",
            "juin june jun",
            "juillet juil july jul",
            "aout august aug",
            "septembre september sept sep",
            "octobre october oct",
            "novembre november nov",
            "decembre december dec",
        ),
        start=1,
    )
    for name in names.split()
}

PARTS: Mapping[str, Part] = {
    phrase: part
    for part, phrases in {
        Part.MORNING: "matin|matinee|avant midi|am|morning",
        Part.AFTERNOON: "apres midi|aprem|pm|afternoon",
        Part.EVENING: "soir|soiree|evening",
        Part.NIGHT: "nuit|night",
    }.items()
    for phrase in phrases.split("|")
}

_UNITS_FR = (
    "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
)
_UNITS_EN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
)
_TENS_FR = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante"}
_TENS_EN = {20: "twenty", 30: "thirty", 40: "forty", 50: "fifty"}
_ORDINALS_FR = (
    " premier deuxieme troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme"
)
_ORDINALS_EN = (
    " first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)


def _numbers_fr() -> dict[str, int]:
    words = {name: number for number, name in enumerate(_UNITS_FR.split())}
    words |= {"dix sept": 17, "dix huit": 18, "dix neuf": 19, "une": 1}
    small = {name: number for name, number in words.items() if 1 < number < 10}
    for ten, name in _TENS_FR.items():
        words |= {name: ten, f"{name} et un": ten + 1, f"{name} et une": ten + 1}
        words |= {f"{name} {unit}": ten + number for unit, number in small.items()}
    return words


def _numbers_en() -> dict[str, int]:
    words = {name: number for number, name in enumerate(_UNITS_EN.split())}
    small = {name: number for name, number in words.items() if 0 < number < 10}
    for ten, name in _TENS_EN.items():
        words[name] = ten
        words |= {f"{name} {unit}": ten + number for unit, number in small.items()}
    return words


def _ordinals() -> dict[str, int]:
    french = {name: number for number, name in enumerate(_ORDINALS_FR.split(" ")) if name}
    english = {name: number for number, name in enumerate(_ORDINALS_EN.split(" ")) if name}
    small = {name: number for name, number in english.items() if number < 10}
    tens = {"twentieth": 20, "thirtieth": 30, "premiere": 1, "seconde": 2}
    tens |= {f"twenty {unit}": 20 + number for unit, number in small.items()}
    return french | english | tens | {"thirty first": 31}


NUMBERS: Mapping[str, int] = _numbers_fr() | _numbers_en()
ORDINALS: Mapping[str, int] = _ordinals()
LAST: Mapping[str, int] = {
    "avant dernier": -2,
    "avant derniere": -2,
    "second to last": -2,
    "second last": -2,
    "dernier": -1,
    "derniere": -1,
    "last": -1,
}
YEARS: Mapping[str, int] = {
    f"{century} {name}": 2000 + number
    for century in ("deux mille", "two thousand", "two thousand and", "twenty")
    for name, number in NUMBERS.items()
    if 20 <= number < 60
}

_SMALL_WORDS = (
    "le la les l the a an at on of in de du des d , ; - @ c est ce it is will be for pour please"
    " svp s v p rencontre cafe meeting rendez vous rv rdv date heure environ precise precises pile"
    " sharp exactement tapantes il te plait donc we meet on se voit va aura lieu sera let us soit"
    " from ("
)
FILLERS = frozenset(_SMALL_WORDS.split())
"""Words that may stand around a date and do not change it."""


def one_of(words: Iterable[str]) -> str:
    """Return a pattern for any of these phrases, longest first."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(ordered)})"
