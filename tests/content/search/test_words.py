"""Words as people write them at night, as the search reads them."""

import pytest

from content.search.folding import words
from content.search.languages import language_of
from content.search.sounds import sound
from content.search.spelling import Spelling
from content.search.stems import stem
from content.search.terms import Reader, is_concept, plain
from content.synonyms import Synonyms

WRITTEN = {
    "L'ÉCOLE d’été": ["ecole", "ete"],
    "aiiiiide-moi!!!": ["aide", "moi"],
    "ma sœur, qu'elle vienne": ["ma", "soeur", "elle", "vienne"],
    "the kid's lawyer isn't here": ["the", "kid", "lawyer", "isnt", "here"],
    "": [],
    "🤷 ???": [],
}
FAMILIES = [
    ("fr", "avocat avocats avocate avocates"),
    ("fr", "refuse refuser refusé refusent refusait"),
    ("fr", "paie payer payé payez"),
    ("fr", "médiation médiateur médiatrice"),
    ("fr", "signalement signaler signale signalements"),
    ("fr", "journal journaux"),
    ("fr", "psychologue psychologues psychologie"),
    ("fr", "long longue longs"),
    ("fr", "dormir dors dormi dormais"),
    ("fr", "écrire écrit écrivez"),
    ("fr", "voir vu vois voyait"),
    ("en", "alienated alienation"),
    ("en", "sleep slept sleeping"),
    ("en", "write wrote written"),
    ("en", "refuse refused refusing refuses"),
    ("en", "lawyer lawyers"),
]
STRANGERS = [("fr", "maison", "mais"), ("fr", "papa", "papi"), ("fr", "dpj", "dp")]


@pytest.mark.parametrize("text", WRITTEN)
def test_words(text):
    assert words(text) == WRITTEN[text]


@pytest.mark.parametrize(("language", "family"), FAMILIES)
def test_a_family_has_one_stem(language, family):
    assert len({stem(word, language) for word in words(family)}) == 1


@pytest.mark.parametrize(("language", "one", "other"), STRANGERS)
def test_strangers_keep_apart(language, one, other):
    assert stem(one, language) != stem(other, language)


def test_what_sounds_alike():
    assert sound("signalement") == sound("signalemant")
    assert sound("jugement") == sound("jugemen")
    assert sound("garde") != sound("grande")


def test_typos_kin_and_words_run_in():
    known = {word: stem(word, "fr") for word in words("signalement mediation ecole garde partagee")}
    spelling = Spelling(known, by_ear=True)
    assert max(found := spelling.alike("signlement"), key=lambda word: found[word]) == "signal"
    assert max(found := spelling.alike("mediasion"), key=lambda word: found[word]) == "medi"
    assert set(spelling.alike("lecole")) == {"ecol"}
    assert set(spelling.alike("gardepartagee")) >= {"gard", "partag"}
    assert spelling.alike("xylophone") == {}


def test_synonyms_join_words_and_expressions():
    synonyms = Synonyms(
        silent=frozenset({"de", "la"}),
        faint=frozenset({"vouloir"}),
        short={"pcq": "parce que"},
        groups=(("dpj", "protection de la jeunesse"),),
    )
    reader = Reader("fr", synonyms)
    (short,) = reader.terms("DPJ")
    long = reader.terms("la protection de la jeunesse")
    assert {concept for term in long for concept in term.concepts} == set(short.concepts)
    assert [term.word for term in reader.terms("de la pcq")] == ["parce", "que"]
    assert [term.faint for term in reader.terms("vouloir jeunesse")] == [True, False]


def test_a_silent_word_takes_no_synonym_from_its_look_alikes():
    reader = Reader("fr", Synonyms(silent=frozenset({"pas"}), groups=(("billet", "passe"),)))
    assert reader.terms("pas") == []
    assert reader.terms("ma passe")[-1].concepts


def test_an_expression_stands_for_its_telling_words_alone():
    synonyms = Synonyms(silent=frozenset({"de"}), groups=(("pension", "droit de garde"),))
    terms = Reader("fr", synonyms).terms("droit de garde")
    assert [term.word for term in terms] == ["droit", "garde"]
    assert all(term.concepts for term in terms)


def test_no_expression_runs_from_one_text_to_the_next():
    reader = Reader("fr", Synonyms(groups=(("refaire", "en neuf"),)))
    assert plain(reader.tokens(("dix en", "neuf jours"))) == ["dix en", "neuf jours"]
    assert not any(map(is_concept, reader.keys(reader.tokens(("dix en", "neuf jours")))))
    assert any(map(is_concept, reader.keys(reader.tokens(("dix en neuf", "jours")))))


def test_everyday_words_are_kin_not_one():
    reader = Reader("fr", Synonyms(everyday=(("finir", "mettre fin", "cesser"),)))
    (finish,) = reader.terms("finir")
    assert finish.concepts == ()
    assert stem("cesser", "fr") in reader.kin[finish.stem]
    (concept,) = {concept for term in reader.terms("mettre fin") for concept in term.concepts}
    assert concept in reader.kin[finish.stem]
    assert finish.stem in reader.kin[concept]


def test_small_words_run_in():
    reader = Reader("fr", Synonyms(silent=frozenset({"peux", "avoir", "on", "or"})))
    assert reader.terms("jpeux") == []
    assert [term.word for term in reader.terms("jmange")] == ["mange"]
    assert reader.runs_in("davoir")
    assert reader.runs_in("quon")
    assert not reader.runs_in("dor")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("mon ex veut pas me laisser voir ma fille", "fr"),
        ("my ex won't let me see my daughter", "en"),
        ("how do i join", "en"),
        ("comment m'inscrire", "fr"),
        ("ok", "fr"),
        ("on me a remis sa", "fr"),
        ("a", "fr"),
    ],
)
def test_the_language_of_a_question(text, language):
    assert language_of(text, "fr") == language


def test_what_does_not_tell_takes_the_persons_language():
    assert language_of("dpj", "en") == "en"
