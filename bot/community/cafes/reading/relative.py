"""The phrases that name a day from today: "demain", "jeudi en huit", "next week", "in ten days"."""

from __future__ import annotations

from bot.community.cafes.reading import lexicon
from bot.community.cafes.reading.facts import Clock, Facts, Part, Which
from bot.community.cafes.reading.phrases import Match, Phrase, number, phrase

_COUNT = r"(?:count:NUMBER|(?P<article>an?))"
_BEFORE_PART = r"(?:(?:du|le|au|en|de la?|de l|dans la|dans l|in the|at|l|la|during the) )?"
_IDIOMS = {8: (7, 8), 15: (14, 15)}
""""Huit jours" is a week and "quinze jours" two, unless they are counted."""
_MINUTES = {"h": 60, "m": 1}


def _always(pattern: str, facts: Facts) -> Phrase:
    return phrase(pattern, lambda _: facts)


def _count(found: Match) -> int:
    return 1 if found["article"] else number(found["count"])


def _in_days(found: Match) -> Facts:
    count = _count(found)
    french = found["unit"].startswith("j")
    return Facts(offsets=_IDIOMS.get(count, (count,)) if french else (count,))


def _in_hours(found: Match) -> Facts:
    half = 30 if found["half"] else 0
    return Facts(in_minutes=_count(found) * _MINUTES[found["unit"][0]] + half)


def _which(which: Which | None) -> Phrase:
    """A weekday, which one of them, and perhaps the part of the day said in between."""

    def says(found: Match) -> Facts:
        said = found.groupdict()
        part = said.get("part")
        return Facts(
            weekday=lexicon.WEEKDAYS[said.get("weekday") or said["after"]],
            which=which,
            part=lexicon.PARTS[part] if part else None,
        )

    return phrase(_WEEKDAYS[which], says)


_WEEKDAYS = {
    None: r"weekday:WEEKDAY",
    Which.NEXT: r"(?:weekday:WEEKDAY(?: (?:en )?part:PART)? prochain|next after:WEEKDAY)",
    Which.COMING: r"(?:weekday:WEEKDAY(?: part:PART)? (?:qui vient|qui s en vient|a venir)"
    r"|(?:prochain|coming|this coming) after:WEEKDAY)",
    Which.THIS: r"(?:ce|this) weekday:WEEKDAY",
    Which.LAST: r"weekday:WEEKDAY(?: part:PART)? (?:dernier|passe)",
}
PHRASES: tuple[Phrase, ...] = (
    _always("(?:aujourdhui|today)", Facts(offsets=(0,))),
    _always("(?:demain|tomorrow|tmrw)", Facts(offsets=(1,))),
    _always(
        "(?:apres demain|day after tomorrow|surlendemain(?! (?:du?|de l|des)))",
        Facts(offsets=(2,)),
    ),
    _always("(?:hier|yesterday)", Facts(offsets=(-1,))),
    _always("(?:avant hier|day before yesterday)", Facts(offsets=(-2,))),
    _always("(?:tonight|ce soir|this evening)", Facts(offsets=(0,), part=Part.EVENING)),
    _always("(?:cet apres midi|this afternoon)", Facts(offsets=(0,), part=Part.AFTERNOON)),
    _always("(?:ce matin|cet avant midi|this morning)", Facts(offsets=(0,), part=Part.MORNING)),
    _always("ce midi", Facts(offsets=(0,), start=Clock(12, fixed=True))),
    phrase(rf"(?:dans|in) {_COUNT} (?P<unit>jours?|days?)", _in_days),
    phrase(rf"{_COUNT} (?P<unit>jours?|days?) (?:from now|from today)", _in_days),
    phrase(rf"(?:dans|in) {_COUNT} (?:semaines?|weeks?)", lambda m: Facts(in_weeks=_count(m))),
    phrase(rf"{_COUNT} weeks? from now", lambda m: Facts(in_weeks=_count(m))),
    _always("(?:in a fortnight|dans une quinzaine)", Facts(in_weeks=2)),
    phrase(rf"(?:dans|in) {_COUNT} (?:mois|months?)", lambda m: Facts(in_months=_count(m))),
    phrase(
        rf"(?:dans|in) {_COUNT} (?P<unit>h|heures?|hours?|min|minutes?)"
        r"(?P<half> et demie| and a half)?",
        _in_hours,
    ),
    _always("(?:dans une demi heure|in half an hour)", Facts(in_minutes=30)),
    phrase(rf"(?:in )?{_COUNT} weeks? (?:from|on|after)", lambda m: Facts(weeks_after=_count(m))),
    _always("(?:a )?fortnight(?: from| on| after)?", Facts(weeks_after=2)),
    _always("(?:en huit|en 8|week)", Facts(weeks_after=1)),
    _always("(?:en quinze|en 15)", Facts(weeks_after=2)),
    _always("(?:semaine prochaine|next week)", Facts(week_shift=1)),
    _always("(?:cette semaine|this week)", Facts(week_shift=0)),
    _always("(?:week after next|semaine d apres la prochaine)", Facts(week_shift=2)),
    *(_which(which) for which in _WEEKDAYS),
    _always("(?:en |cette |this )?(?:fin de semaine|week end|weekend)", Facts(weekend=True)),
    _always(
        "(?:fin de semaine prochaine|next week ?end|week ?end prochain)",
        Facts(weekend=True, which=Which.NEXT),
    ),
    _always("(?:mois prochain|next month)", Facts(month_shift=1)),
    _always("(?:ce mois ci|ce mois|this month)", Facts(month_shift=0)),
    _always("(?:du mois|of the month)", Facts(any_month=True)),
    _always("(?:(?:an|annee) prochaine?|next year)", Facts(year_shift=1)),
    _always("(?:cette annee|this year)", Facts(year_shift=0)),
    phrase(
        rf"{_BEFORE_PART}(?:(?:debut|fin) (?:de|d) (?:la |l )?)?part:PART",
        lambda found: Facts(part=lexicon.PARTS[found["part"]]),
    ),
)
