"""What is looked at before a search never hides what the search would find."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.conduct import judge
from moderation.folding import Folded
from moderation.language.automaton import GAP
from moderation.language.gates import Gate
from moderation.signals.facts import MessageFacts
from moderation.signals.identification.wordings import Wording

DATA = Path(__file__).parent.parent / "data"


def sentences(held: Any) -> Iterator[str]:
    if isinstance(held, str):
        yield held
    elif isinstance(held, list | dict):
        for each in held.values() if isinstance(held, dict) else held:
            yield from sentences(each)


SENTENCES = [
    sentence
    for name in ("conduct-fr", "conduct-en", "distress", "identification")
    for sentence in sentences(tomllib.loads((DATA / f"{name}.toml").read_text("utf-8")))
]
WORDS = sorted({word for sentence in SENTENCES for word in sentence.split()})
ANY_TEXT = st.lists(
    st.sampled_from(SENTENCES) | st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join),
    max_size=3,
).map(" ".join)


def without_gates(text: str) -> object:
    """The verdict where everything is searched."""
    with (
        patch.object(Gate, "lets_in", lambda gate, present: True),
        patch.object(Wording, "finditer", lambda wording, text: wording.pattern.finditer(text)),
        patch.object(Folded, "figures", 99),
    ):
        return judge(MessageFacts(text=text))


@pytest.mark.parametrize("start", range(5))
def test_no_sentence_is_hidden(start: int) -> None:
    for sentence in SENTENCES[start::25]:
        assert judge(MessageFacts(text=sentence)) == without_gates(sentence)


@given(ANY_TEXT)
def test_no_text_is_hidden(text: str) -> None:
    assert judge(MessageFacts(text=text)) == without_gates(text)


KEYS = st.sampled_from("abcdefgh")
SEQUENCE = st.lists(KEYS | st.just(GAP), max_size=6)


@given(st.lists(SEQUENCE, max_size=8), st.frozensets(KEYS), st.frozensets(KEYS))
def test_a_gate_lets_in_what_holds_a_sequence(
    sequences: list[list[str]], present: frozenset[str], common: frozenset[str]
) -> None:
    gate = Gate(sequences, common.__contains__)
    held = any(set(each) - {GAP} and set(each) - {GAP} <= present for each in sequences)
    assert gate.lets_in(present) or not held


def test_a_gate_keeps_out_what_lacks_a_telling_key() -> None:
    gate = Gate([["tu", GAP, "vas", "payer"], ["cher"]], {"tu", "vas"}.__contains__)
    assert gate.lets_in({"tu", "vas", "payer"})
    assert gate.lets_in({"cher"})
    assert not gate.lets_in({"tu", "vas", "bien"})
    assert not gate.lets_in({"payer", "tu"})
