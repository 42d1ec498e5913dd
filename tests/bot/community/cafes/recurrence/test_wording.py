"""The rule of a series is read as it is said, or what it lacks is asked."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.community.cafes.recurrence import Lack, NoRule, Rule, read_rule, rhythm_in

NOW = datetime(2026, 11, 23, 10, tzinfo=ZoneInfo("America/Toronto"))
SEVEN, NINE = time(19), time(21)
THIRD_WEDNESDAY = Rule(2, 3, SEVEN, NINE)
EVERY_OTHER_TUESDAY = Rule(1, None, SEVEN, weeks=2, since=date(2026, 11, 24))


@pytest.mark.parametrize(
    "said",
    [
        "troisième mercredi du mois, 19:00-21:00",
        "le troisième mercredi de chaque mois de 19 h à 21 h",
        "tous les troisièmes mercredis du mois, 19 h à 21 h",
        "chaque 3e mercredi du mois à 7 h du soir jusqu’à 9 h",
        "third Wednesday of the month, 7 to 9 pm",
        "every 3rd Wednesday of the month from 7 pm to 9 pm",
        "the third Wednesday of each month at 7pm for 2 hours",
        "3rd Wednesday monthly 19h-21h",
    ],
)
def test_the_third_wednesday_is_said_in_many_ways(said: str) -> None:
    assert read_rule(said, NOW) == THIRD_WEDNESDAY


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        ("last Thursday of the month at 6:30 pm", Rule(3, -1, time(18, 30))),
        ("le dernier jeudi du mois, 18 h 30", Rule(3, -1, time(18, 30))),
        ("premier lundi du mois à midi", Rule(0, 1, time(12))),
        ("every second Tuesday at 7 pm", EVERY_OTHER_TUESDAY),
        ("un mardi sur deux, 19 h", EVERY_OTHER_TUESDAY),
        (
            "le mardi aux deux semaines, 19 h",
            EVERY_OTHER_TUESDAY,
        ),
        ("tous les lundis à 19 h", Rule(0, None, SEVEN, weeks=1, since=date(2026, 11, 30))),
        ("every Monday 19:00", Rule(0, None, SEVEN, weeks=1, since=date(2026, 11, 30))),
        ("every second Tuesday of the month at 7 pm", Rule(1, 2, SEVEN)),
    ],
)
def test_other_rules(said: str, rule: Rule) -> None:
    assert read_rule(said, NOW) == rule


@pytest.mark.parametrize(
    ("said", "months", "holidays"),
    [
        ("sauf juillet", {7}, False),
        ("sauf en juillet et en août et les jours fériés", {7, 8}, True),
        ("pas de juillet ni de fériés", {7}, True),
        ("except July and public holidays", {7}, True),
        ("skipping July, August and December", {7, 8, 12}, False),
        ("hors congés fériés du Québec", set(), True),
    ],
)
def test_what_is_skipped(said: str, months: set[int], holidays: bool) -> None:
    for written in (
        f"troisième mercredi du mois, 19:00-21:00, {said}",
        f"troisième mercredi du mois {said}, 19:00-21:00",
    ):
        rule = Rule(2, 3, SEVEN, NINE, skipped_months=frozenset(months), skips_holidays=holidays)
        assert read_rule(written, NOW) == rule


@pytest.mark.parametrize(
    ("said", "missing"),
    [
        ("troisième mercredi du mois", NoRule(lacks=Lack.HOUR)),
        ("troisième mercredi du mois à 7 h", NoRule(lacks=Lack.HOUR)),
        ("mercredi 19 h", NoRule(lacks=Lack.DAY)),
        ("every third Wednesday at 7 pm", NoRule(lacks=Lack.DAY)),
        ("19 h", NoRule(lacks=Lack.DAY)),
        ("le 20 janvier à 19 h", NoRule(lacks=Lack.DAY)),
        ("troisième mercredi du mois 19 h sauf si tempête", NoRule(("sauf", "si", "tempete"))),
        ("bonjour", NoRule(("bonjour",))),
    ],
)
def test_what_is_missing_is_said(said: str, missing: NoRule) -> None:
    assert read_rule(said, NOW) == missing


@pytest.mark.parametrize(
    "said",
    [
        "tous les mercredis 19 h",
        "les mercredis à 19 h",
        "Tous les mercredis soirs à 19 h",
        "every Wednesday at 7 pm",
        "Wednesdays at 7 pm",
        "Wednesday evenings, 7 pm",
    ],
)
def test_every_wednesday_is_said_in_many_ways(said: str) -> None:
    assert read_rule(said, NOW) == Rule(2, None, SEVEN, weeks=1, since=date(2026, 11, 25))


@pytest.mark.parametrize("said", ["le mercredi à 19 h", "les premiers mercredis 19 h", "19 h"])
def test_one_day_is_no_rhythm(said: str) -> None:
    assert isinstance(read_rule(said, NOW), NoRule)


@pytest.mark.parametrize(
    ("line", "rhythm", "rest"),
    [
        (
            "tous les mercredis 19 h, Laval, 16 places",
            "tous les mercredis 19 h",
            "Laval, 16 places",
        ),
        ("Laval, every Wednesday, 7 pm", "every Wednesday, 7 pm", "Laval"),
        ("tous les mercredis, Laval", "tous les mercredis", "Laval"),
        (
            "troisième mercredi du mois, 19 h, sauf juillet, Laval",
            "troisième mercredi du mois, 19 h, sauf juillet",
            "Laval",
        ),
        ("mercredi 9 décembre 19 h, Laval", "", "mercredi 9 décembre 19 h, Laval"),
        ("mercredi 19 h, apporter chaque une tasse", "", None),
    ],
)
def test_a_rhythm_is_found_in_a_line(line: str, rhythm: str, rest: str | None) -> None:
    assert rhythm_in(line, NOW) == (rhythm, line if rest is None else rest)
