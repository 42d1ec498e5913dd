"""From findings to a verdict: distress first, modes set by moderators, trial periods, articles."""

from __future__ import annotations

import re
import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.conduct import (
    ARTICLES,
    RULES,
    Flag,
    Help,
    Hold,
    Mode,
    Pass,
    Policy,
    judge,
)
from moderation.signals.facts import MessageFacts

ROOT = Path(__file__).parent.parent.parent.parent
INSULT = MessageFacts(text="T'es rien qu'une maudite folle")
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def test_a_message_that_attacks_and_despairs_brings_help_and_a_card() -> None:
    verdict = judge(MessageFacts(text="crève… moi j'en peux plus de vivre"))
    assert isinstance(verdict, Help)
    assert verdict.distress.detail["kind"] == "suicide"
    assert [cited.finding.rule for cited in verdict.cited] == ["threat"]
    assert not verdict.hold


def test_distress_alone_is_for_the_person_alone() -> None:
    verdict = judge(MessageFacts(text="Je veux mourir"))
    assert isinstance(verdict, Help)
    assert verdict.cited == ()


def test_distress_that_names_a_child_also_takes_the_message_down() -> None:
    verdict = judge(MessageFacts(text="Je veux mourir. Mon fils Zachary a 7 ans."))
    assert isinstance(verdict, Help)
    assert verdict.hold


@pytest.mark.parametrize(
    ("mode", "verdict"), [(Mode.OFF, Pass), (Mode.FLAG, Flag), (Mode.HOLD, Hold)]
)
def test_moderators_set_each_rule(mode: Mode, verdict: type) -> None:
    assert isinstance(judge(INSULT, Policy({"insult": mode})), verdict)


def test_on_trial_nothing_is_removed() -> None:
    assert isinstance(judge(INSULT, Policy(dry_run=True)), Flag)
    assert isinstance(judge(INSULT, Policy({"insult": Mode.HOLD}, dry_run=True)), Flag)


def test_every_rule_cites_an_article_of_the_code() -> None:
    for language in ("fr", "en"):
        code = (ROOT / "content" / language / "code-of-conduct.md").read_text("utf-8")
        articles = {int(number) for number in re.findall(r"^## (\d+)\.", code, re.MULTILINE)}
        assert set(ARTICLES.values()) <= articles
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_help_lines_are_never_held(language: str) -> None:
    card = tomllib.loads((ROOT / "content" / language / "help.toml").read_text("utf-8"))
    numbers = [line["reach"] for line in card["lines"]]
    numbers += ["1 866 APPELLE", "1-866-APPELLE", "811", "310-4141", "911", "988", "535353"]
    for number in numbers:
        for sentence in (number, f"Appelle le {number}, ils répondent.", f"call {number} now"):
            facts = MessageFacts(text=sentence, allowed_numbers=frozenset(numbers), days_here=0)
            assert not isinstance(judge(facts), Hold | Flag), sentence


def test_a_new_help_line_is_allowed_by_its_number() -> None:
    facts = MessageFacts(text="Appelle le 514 555-0188")
    assert isinstance(judge(facts), Hold)
    allowed = MessageFacts(text=facts.text, allowed_numbers=frozenset({"(514) 555-0188"}))
    assert judge(allowed) == Pass()


@given(
    st.builds(
        MessageFacts,
        text=st.text(max_size=400),
        poll=st.lists(st.text(max_size=40), max_size=3).map(tuple),
        quote=st.text(max_size=80),
        file_name=st.text(max_size=40),
        contact=st.text(max_size=20),
        links=st.lists(st.text(max_size=40), max_size=2).map(tuple),
        forwarded_from=st.sampled_from(["", "channel", "user"]),
        days_here=st.none() | st.integers(0, 400),
        at=st.none() | st.just(NOON),
    )
)
def test_any_message_is_judged(facts: MessageFacts) -> None:
    assert isinstance(judge(facts), Pass | Flag | Hold | Help)


WEIGHT = {Pass: 0, Flag: 1, Hold: 2, Help: 3}


@given(
    st.dictionaries(st.sampled_from([rule.name for rule in RULES]), st.sampled_from(Mode)),
    st.sampled_from(["T'es conne", "Je vais te tuer", "514 555-0199", "Bonjour", "i hate muslims"]),
    st.sampled_from([rule.name for rule in RULES]),
)
def test_a_stricter_rule_never_makes_a_verdict_lighter(
    modes: dict[str, Mode], text: str, stricter: str
) -> None:
    facts = MessageFacts(text=text)
    before = judge(facts, Policy(modes))
    after = judge(facts, Policy({**modes, stricter: Mode.HOLD}))
    assert WEIGHT[type(after)] >= WEIGHT[type(before)]
