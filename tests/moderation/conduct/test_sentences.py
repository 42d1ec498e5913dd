"""Sentences of both languages on both sides of the line, from files that anybody may extend."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from moderation.conduct import RULES, Flag, Help, Hold, Pass, judge
from moderation.signals.facts import MessageFacts

DATA = Path(__file__).parent.parent / "data"
FILES = {
    language: tomllib.loads((DATA / f"conduct-{language}.toml").read_text("utf-8"))
    for language in ("fr", "en")
}


def sentences(kind: str) -> list[str]:
    return [sentence for file in FILES.values() for sentence in file[kind]]


def held() -> Iterator[tuple[str, str]]:
    for file in FILES.values():
        for rule, examples in file["held"].items():
            yield from ((rule, sentence) for sentence in examples)


@pytest.mark.parametrize("language", FILES)
def test_there_are_enough_sentences(language: str) -> None:
    file = FILES[language]
    assert sum(map(len, file["held"].values())) >= 40
    assert len(file["passes"]) >= 80
    assert file["held"].keys() <= {rule.name for rule in RULES}


@pytest.mark.parametrize(("rule", "sentence"), list(held()))
def test_a_fault_is_held_under_its_rule(rule: str, sentence: str) -> None:
    verdict = judge(MessageFacts(text=sentence))
    assert isinstance(verdict, Hold)
    assert rule in {cited.finding.rule for cited in verdict.cited}


@pytest.mark.parametrize("sentence", sentences("flagged"))
def test_what_is_doubtful_stays_with_a_card(sentence: str) -> None:
    assert isinstance(judge(MessageFacts(text=sentence)), Flag)


@pytest.mark.parametrize("sentence", sentences("helped"))
def test_distress_brings_help(sentence: str) -> None:
    assert isinstance(judge(MessageFacts(text=sentence)), Help)


@pytest.mark.parametrize("sentence", sentences("passes"))
def test_anger_pain_and_talk_pass(sentence: str) -> None:
    assert judge(MessageFacts(text=sentence)) == Pass()


@pytest.mark.parametrize(
    "sentence",
    [
        "Je vais passer chez elle ce soir avec un batte de baseball.",
        "Je débarque chez lui avec mon fusil à soir",
        "Je m'en vais chez eux avec une hache",
    ],
)
def test_whoever_goes_armed_to_somebody_s_home_is_helped_and_seen(sentence: str) -> None:
    verdict = judge(MessageFacts(text=sentence))
    assert isinstance(verdict, Help)
    assert "threat" in {cited.finding.rule for cited in verdict.cited}
