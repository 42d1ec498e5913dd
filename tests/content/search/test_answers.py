"""The search on the content that ships: what it finds, what it refuses to answer, its cost."""

from dataclasses import replace
from pathlib import Path

import pytest

from content import load
from content.search import Nothing, Perhaps, Search, Searches, Sure, Unknown
from content.search.evaluation import Page, read_queries
from content.synonyms import Synonyms

QUERIES = Path(__file__).parents[1] / "data" / "faq_queries.csv"


@pytest.fixture(scope="module")
def content():
    return load()


@pytest.fixture(scope="module")
def searches(content):
    return {
        language: Search(content.faq(language), content.synonyms(language), language)
        for language in ("fr", "en")
    }


@pytest.fixture(scope="module")
def asked(searches):
    """Each question of the set, with the verdict and where its answer stands (0: not in ten)."""
    answered, unanswered = [], []
    for query in read_queries(QUERIES):
        verdict = Searches(searches).ask(query.text, "fr")
        if not query.id:
            unanswered.append((query.text, verdict.verdict))
            continue
        ids = [hit.entry.id for hit in searches[verdict.language].find(query.text).hits]
        rank = ids.index(query.id) + 1 if query.id in ids else 0
        answered.append((query, verdict.verdict, rank))
    return answered, unanswered


def test_the_set_is_large_enough(asked):
    answered, unanswered = asked
    assert len(answered) >= 600
    assert len(unanswered) >= 170


def test_the_right_answer_comes_first_or_among_three(asked):
    ranks = [rank for _, _, rank in asked[0]]
    assert ranks.count(1) / len(ranks) >= 0.90
    assert sum(1 <= rank <= 3 for rank in ranks) / len(ranks) >= 0.97


def test_what_is_sure_is_right(asked):
    sure = [verdict.entry.id == q.id for q, verdict, _ in asked[0] if isinstance(verdict, Sure)]
    assert sum(sure) / len(asked[0]) >= 0.60
    assert sure.count(False) / len(asked[0]) <= 0.02


def test_what_has_no_answer_here_is_not_answered(asked):
    false = [text for text, verdict in asked[1] if isinstance(verdict, Sure)]
    assert len(false) / len(asked[1]) <= 0.02, false


@pytest.mark.parametrize(("left", "right", "false"), [(2, 0.35, 0.05), (0, 0.25, 0.06)])
def test_entries_that_tell_few_ways_to_ask_are_answered_too(content, left, right, false):
    bare = {
        language: Search(
            [replace(entry, phrasings=entry.phrasings[:left]) for entry in content.faq(language)],
            content.synonyms(language),
            language,
        )
        for language in ("fr", "en")
    }
    sure, strangers = [], []
    for query in read_queries(QUERIES):
        verdict = Searches(bare).ask(query.text, "fr").verdict
        answered = verdict.entry.id if isinstance(verdict, Sure) else ""
        (sure if query.id else strangers).append(answered == query.id if query.id else answered)
    assert sum(sure) / len(sure) >= right
    assert sum(map(bool, strangers)) / len(strangers) <= false, strangers


def test_every_entry_is_found_by_its_own_question(content, searches):
    for language, search in searches.items():
        for entry in content.faq(language):
            hits = search.find(entry.question).hits
            assert hits[0].entry.id == entry.id, entry.question


def test_a_sure_answer_brings_two_related_questions(searches):
    verdict = searches["fr"].ask("comment entrer dans le groupe")
    assert isinstance(verdict, Sure)
    assert verdict.entry.id == "join-how"
    assert tuple(entry.id for entry in verdict.related) == verdict.entry.related[:2]


def test_half_sure_offers_at_most_three(searches):
    verdict = searches["fr"].ask("je veux voir mon enfant plus souvent")
    assert isinstance(verdict, Perhaps)
    assert 1 <= len(verdict.entries) <= 3
    assert "change-custody" in {entry.id for entry in verdict.entries}


@pytest.mark.parametrize(
    ("language", "text", "id"),
    [
        (
            "fr",
            "est-ce que les grands parents ont le droit de voir leur petit fils?",
            "grandparents",
        ),
        ("fr", "jai pas dormi depuis 3 jours", "sleep"),
        ("fr", "jdor pu", "sleep"),
        ("en", "what can i write to my daughter who no longer talks to me", "write-child"),
        ("en", "i havent slept in 4 days", "sleep"),
    ],
)
def test_asked_at_night(searches, language, text, id):
    assert searches[language].find(text).hits[0].entry.id == id
    assert not isinstance(searches[language].ask(text), Unknown)


@pytest.mark.parametrize(
    "text", ["", "???", "🤷", "le la de", "bonjour", "merci!", "Allo", "0" * 5000, "a" * 5000]
)
def test_what_asks_nothing(searches, text):
    assert searches["fr"].ask(text) == Nothing()


@pytest.mark.parametrize("text", ["xkcd qwrtz", "xkcd" * 1000])
def test_what_means_nothing_is_unknown(searches, text):
    assert searches["fr"].ask(text) == Unknown(())


def test_an_unknown_question_names_the_nearest_topics(searches):
    verdict = searches["fr"].ask("recette de pâté chinois pour les enfants")
    assert isinstance(verdict, Unknown | Perhaps)


def test_an_empty_collection_knows_nothing():
    search = Search((), language="fr")
    assert search.find("comment entrer").hits == ()
    assert search.ask("comment entrer") == Unknown(())


def test_an_everyday_word_finds_less_than_a_synonym_and_that_less_than_the_word():
    entries = (Page("lost", "carte perdue"), Page("mislaid", "carte égarée"), Page("gone", "parti"))
    asked = "perdue"

    def found(synonyms: Synonyms) -> dict[str, float]:
        return {hit.entry.id: hit.score for hit in Search(entries, synonyms).find(asked).hits}

    alone, synonym, everyday = (
        found(Synonyms(**kinds))
        for kinds in (
            {},
            {"groups": (("perdre", "égarer"),)},
            {"everyday": (("perdre", "égarer"),)},
        )
    )
    assert "mislaid" not in alone
    assert everyday["mislaid"] < synonym["mislaid"]
    assert everyday["mislaid"] < everyday["lost"]
