"""Distress is found as people write it, and figures of speech are left alone."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from moderation.signals.distress import distress

SENTENCES = tomllib.loads((Path(__file__).parent / "data" / "distress.toml").read_text("utf-8"))


@pytest.mark.parametrize("sentence", SENTENCES["found"])
def test_distress_is_found(sentence: str) -> None:
    assert distress(sentence) is not None


@pytest.mark.parametrize("sentence", SENTENCES["left_alone"])
def test_what_is_not_distress_is_left_alone(sentence: str) -> None:
    assert distress(sentence) is None
