"""The review of a file: each rule on both sides of its line, and what the findings recommend."""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.findings import Strength
from moderation.screening.facts import AnswerFacts, AnswerKind, EarlierFile, FileFacts, OtherFile
from moderation.screening.review import RULES, Recommendation, Review, recommend, review

DATA = Path(__file__).parent / "data"
TABLES = tomllib.loads((DATA / "screening.toml").read_text("utf-8"))
DISTRESS = tomllib.loads((DATA / "distress.toml").read_text("utf-8"))["found"]

MOTHER = "Je suis la mère de deux enfants que je ne vois plus depuis un an, c'est très dur."
HOPES = "Je veux briser l'isolement, échanger avec d'autres parents et apprendre de leur vécu."
CARE = "Je ne nommerai personne, ce qui se dit ici reste ici, et je respecte l'autre parent."
COPY = (
    "Depuis la séparation, mon ex-conjointe refuse que je parle aux enfants et je cherche des gens "
    "qui comprennent ce que c'est, pour tenir bon et rester un père digne."
)
DECIDED = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)


def answers(*texts: str, min_length: int = 0) -> tuple[AnswerFacts, ...]:
    return tuple(
        AnswerFacts(f"q{n}", AnswerKind.TEXT, None, text, min_length)
        for n, text in enumerate(texts, 1)
    )


def said(*texts: str, min_length: int = 0) -> Review:
    return review(FileFacts(answers(*texts, min_length=min_length)))


def rules(reviewed: Review) -> set[str]:
    return {finding.rule for finding in reviewed.findings}


@pytest.mark.parametrize(
    ("rule", "answer"), [(rule, text) for rule, table in TABLES.items() for text in table["found"]]
)
def test_an_answer_is_pointed_out(rule: str, answer: str) -> None:
    assert rule in rules(said(answer))


@pytest.mark.parametrize(
    ("rule", "answer"),
    [(rule, text) for rule, table in TABLES.items() for text in table["left_alone"]],
)
def test_an_answer_is_left_alone(rule: str, answer: str) -> None:
    assert rule not in rules(said(answer))


def test_an_ordinary_file_is_adequate() -> None:
    assert said(MOTHER, HOPES, CARE) == Review((), Recommendation.ADEQUATE)


@pytest.mark.parametrize(
    ("strengths", "expected"),
    [
        ([], Recommendation.ADEQUATE),
        ([Strength.NOTE, Strength.NOTE], Recommendation.ADEQUATE),
        ([Strength.NOTE, Strength.CAUTION], Recommendation.CLARIFY),
        ([Strength.CAUTION] * 5, Recommendation.CLARIFY),
        ([Strength.CAUTION, Strength.SERIOUS, Strength.NOTE], Recommendation.DOUBTFUL),
    ],
)
def test_the_strongest_finding_decides(strengths: list[Strength], expected: Recommendation) -> None:
    assert recommend(strengths) is expected


def test_only_a_doubtful_file_needs_two_moderators() -> None:
    assert [Review((), each).flagged for each in Recommendation] == [False, False, True]


def test_an_answer_shorter_than_asked_is_pointed_out_with_the_number_of_its_question() -> None:
    (finding,) = said(MOTHER, "Aider les autres.", CARE, min_length=40).findings
    assert (finding.rule, finding.excerpt) == ("too_short", "Aider les autres.")
    assert finding.detail == {"questions": "2"}


def test_words_that_were_optional_may_be_missing() -> None:
    assert rules(said(MOTHER, "", CARE)) == set()


def test_a_copy_names_the_file_it_comes_from() -> None:
    near_copy = COPY.replace("mon ex-conjointe", "la mère").replace("digne", "présent")
    others = (OtherFile("D-101", (MOTHER, HOPES)), OtherFile("D-102", (HOPES, COPY)))
    reviewed = review(FileFacts(answers(near_copy, HOPES, CARE), others))
    copied = next(finding for finding in reviewed.findings if finding.rule == "copied")
    assert copied.detail == {"reference": "D-102"}
    assert reviewed.flagged


def test_a_commonplace_sentence_is_not_a_copy() -> None:
    others = tuple(OtherFile(f"D-{n}", (HOPES,)) for n in range(5))
    assert rules(review(FileFacts(answers(MOTHER, HOPES, CARE), others))) == set()


def test_a_raid_of_copies_is_seen_however_many_they_are() -> None:
    others = tuple(OtherFile(f"D-{n}", (COPY,)) for n in range(20))
    assert "copied" in rules(review(FileFacts(answers(COPY), others)))


def test_gibberish_everywhere_is_doubtful_but_one_slip_is_only_to_be_clarified() -> None:
    assert said("asdf asdfgh", "qwerty qwer").recommendation is Recommendation.DOUBTFUL
    assert said(MOTHER, "asdf asdfgh", CARE).recommendation is Recommendation.CLARIFY


@pytest.mark.parametrize(
    ("before", "rule", "changed", "recommendation"),
    [
        (None, "refused_before", None, Recommendation.CLARIFY),
        ((MOTHER, HOPES), "refused_before_unchanged", None, Recommendation.DOUBTFUL),
        ((MOTHER, "ok"), "refused_before_changed", "2", Recommendation.CLARIFY),
        ((MOTHER,), "refused_before_changed", "2", Recommendation.CLARIFY),
    ],
)
def test_an_earlier_refusal_tells_what_changed(
    before: tuple[str, ...] | None, rule: str, changed: str | None, recommendation: Recommendation
) -> None:
    earlier = EarlierFile("D-7", "réponses incomplètes", DECIDED, before)
    reviewed = review(FileFacts(answers(MOTHER, HOPES), earlier=earlier))
    (finding,) = reviewed.findings
    assert (finding.rule, finding.detail.get("changed")) == (rule, changed)
    assert finding.detail["reference"] == "D-7"
    assert finding.detail["decided_on"] == "2026-03-02"
    assert reviewed.recommendation is recommendation


def test_a_person_who_cannot_be_written_to_is_pointed_out_even_without_answers() -> None:
    assert rules(review(FileFacts((), reachable=False))) == {"unreachable"}


def test_a_cry_said_again_and_again_is_not_gibberish() -> None:
    assert said("Je veux mourir. " * 8, HOPES, CARE).findings == ()


WORDS = st.text(max_size=300) | st.sampled_from(
    [MOTHER, HOPES, CARE, COPY, *(t for table in TABLES.values() for t in table["found"])]
)


@given(texts=st.lists(WORDS, min_size=1, max_size=3), data=st.data())
def test_distress_never_counts_against_a_file(texts: list[str], data: st.DataObject) -> None:
    """Added to any answer, before or after, it never worsens the recommendation."""
    at = data.draw(st.integers(0, len(texts) - 1))
    cry = data.draw(st.sampled_from(DISTRESS))
    order = data.draw(st.sampled_from([(cry, texts[at]), (texts[at], cry)]))
    others = (OtherFile("D-1", (COPY, HOPES)),)
    order_of = list(Recommendation)

    before = review(FileFacts(answers(*texts, min_length=30), others))
    texts[at] = "\n".join(order)
    after = review(FileFacts(answers(*texts, min_length=30), others))

    assert order_of.index(after.recommendation) <= order_of.index(before.recommendation)


@pytest.mark.parametrize("cry", DISTRESS)
def test_distress_alone_is_an_adequate_answer(cry: str) -> None:
    assert said(cry, min_length=200).recommendation is Recommendation.ADEQUATE


@given(st.text(max_size=5000), st.text(max_size=200))
def test_every_rule_reads_any_text(text: str, other: str) -> None:
    file = FileFacts(answers(text, other), (OtherFile("D-1", (other, text)),))
    for finding in filter(None, (rule(file) for rule in RULES)):
        assert len(finding.excerpt) <= 120
        assert "\n" not in finding.excerpt
