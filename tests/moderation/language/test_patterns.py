"""Patterns find what they say, in one pass, and refuse to be found everywhere."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.language.automaton import STOP, Automaton, Match
from moderation.language.patterns import ASIDE, Patterns, WeightlessError
from moderation.language.words import words


def found(table: str, text: str) -> list[str]:
    reading = words(text)
    return [
        " ".join(keys[0] for keys in reading.keys[match.start : match.end])
        for match in Patterns({"wanted": table}).matches(reading)
    ]


@pytest.mark.parametrize("line", ["YOU", "YOU fucking?", "fucking YOU", "I YOUO", "DET? ~ YOU BE"])
def test_a_pattern_of_pronouns_and_swearing_is_refused(line: str) -> None:
    with pytest.raises(WeightlessError):
        _ = Patterns({"wanted": line}).prepared


def test_a_choice_of_words_that_are_not_read_is_refused() -> None:
    with pytest.raises(ValueError, match="trop"):
        _ = Patterns({"wanted": "trop|too INSULT"}).prepared


def test_what_resembles_may_be_common() -> None:
    assert Patterns({ASIDE: "I NEG"}).prepared


def test_a_gap_passes_over_four_words_of_one_sentence() -> None:
    assert found("regle ~ dehors", "regle un deux trois quatre dehors")
    assert not found("regle ~ dehors", "regle un deux trois quatre cinq dehors")
    assert not found("regle ~ dehors", "regle un. deux dehors")


SEQUENCES = {
    "ab": ["a", "b"],
    "a~c": ["a", "~", "c"],
    "bb": ["b", "b"],
    "a~bc": ["a", "~", "b", "c"],
}
GAP = 2


def slowly(text: list[str]) -> set[tuple[str, int]]:
    """Every name with the word where it ends, found by trying all."""

    def ends(sequence: list[str], at: int) -> set[int]:
        if not sequence:
            return {at}
        if sequence[0] == "~":
            reach = range(at, min(at + GAP, len(text)) + 1)
            starts = [s for s in reach if "." not in text[at - 1 : s]]
            return set().union(*(ends(sequence[1:], start) for start in starts), set())
        return ends(sequence[1:], at + 1) if text[at : at + 1] == sequence[:1] else set()

    return {
        (name, end)
        for name, sequence in SEQUENCES.items()
        for at in range(len(text))
        for end in ends(sequence, at)
    }


@given(st.lists(st.lists(st.sampled_from("abcx."), max_size=14), min_size=1, max_size=6))
def test_steps_remembered_find_what_trying_all_finds(texts: list[list[str]]) -> None:
    automaton = Automaton(((each, name) for name, each in SEQUENCES.items()), GAP)
    for text in texts:
        keys = [(word, STOP) if word == "." else (word,) for word in text]
        matches = list(automaton.matches(keys))
        assert {(match.name, match.end) for match in matches} == slowly(text)
        assert all(earlier.end <= later.end for earlier, later in pairwise(matches))
        assert all(isinstance(match, Match) and match.start < match.end for match in matches)
