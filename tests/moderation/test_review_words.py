"""Every finding and recommendation has its words, in each language, with what they need."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from moderation.screening.review import Recommendation

CONTENT = Path(__file__).parents[2] / "content"
# What each finding gives besides its excerpt.
_REFUSED = {"reference", "reason", "decided_on"}
DETAIL = {
    "too_short": {"questions"},
    "copied": {"reference"},
    "gibberish": set(),
    "off_subject": set(),
    "another_language": set(),
    "child_named": set(),
    "court_file": set(),
    "minor": set(),
    "asks_money": set(),
    "journalist": set(),
    "opposing_counsel": set(),
    "refused_before": _REFUSED,
    "refused_before_changed": _REFUSED | {"changed"},
    "refused_before_unchanged": _REFUSED,
    "unreachable": set(),
}


def words(language: str) -> dict[str, Any]:
    return tomllib.loads((CONTENT / language / "review.toml").read_text("utf-8"))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_finding_has_a_sentence_that_asks_only_for_what_it_gives(language: str) -> None:
    sentences = words(language)["rules"]
    assert set(sentences) == set(DETAIL)
    for rule, sentence in sentences.items():
        asked = set(re.findall(r"\{(\w+)\}", sentence))
        assert asked <= DETAIL[rule] | {"excerpt"}, rule


@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_recommendation_has_a_label(language: str) -> None:
    assert set(words(language)["recommendations"]) == set(map(str, Recommendation))
