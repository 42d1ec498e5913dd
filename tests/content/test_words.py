"""What the handlers ask for: texts, buttons, counts, dates."""

from datetime import date, datetime, timedelta

import pytest

from content import Html, load


@pytest.fixture
def content(folder):
    return load(folder)


@pytest.fixture
def fr(content):
    return content.words("fr")


@pytest.fixture
def en(content):
    return content.words("en")


def test_a_text_is_filled_escaped_and_names_the_organisation(fr):
    text = fr.text("screening.welcome", name="Ana <i>\nBot")
    assert text == "<b>Bonjour</b> Ana &lt;i&gt; Bot,\nbienvenue à la Ruche &amp; Cie."
    assert isinstance(text, Html)


def test_a_text_inside_a_text_keeps_its_markup(fr):
    inner = fr.text("screening.status.sent", since="2 jours")
    assert "Envoyée depuis 2 jours.," in fr.text("screening.welcome", name=inner)


def test_a_missing_key_or_value_is_an_error(fr):
    with pytest.raises(KeyError):
        fr.text("screening.nothing")
    with pytest.raises(KeyError):
        fr.text("screening.welcome")


def test_labels_are_plain(fr, spoil, folder):
    assert fr.label("common.buttons.back") == "Retour"
    shown = fr.label("screening.welcome", name="A\u202e & B")
    assert shown == "Bonjour A & B,\nbienvenue à la Ruche & Cie."
    spoil("fr/common.toml", "Retour", "Oui & non")
    words = load(folder).words("fr")
    assert words.label("common.buttons.back") == "Oui & non"
    assert words.text("common.buttons.back") == "Oui &amp; non"


@pytest.mark.parametrize(
    ("language", "n", "said"),
    [
        ("fr", 0, "Une demande attend ici."),
        ("fr", 1, "Une demande attend ici."),
        ("fr", 2, "2 demandes attendent ici."),
        ("en", 0, "0 requests wait here."),
        ("en", 1, "One request waits here."),
        ("en", 2, "2 requests wait here."),
    ],
)
def test_counts_follow_the_language(content, language, n, said):
    where = {"fr": "ici", "en": "here"}[language]
    assert content.words(language).count("screening.waiting", n, where=where) == said


@pytest.mark.parametrize(
    ("moment", "french", "english"),
    [
        ((2026, 12, 8, 19, 30), "mardi 8 décembre, 19 h 30", "Tuesday, December 8, 7:30 p.m."),
        ((2026, 2, 1, 0, 5), "dimanche 1er février, 0 h 05", "Sunday, February 1, 12:05 a.m."),
        ((2026, 8, 31, 12, 0), "lundi 31 août, 12 h", "Monday, August 31, 12 p.m."),
        ((2026, 1, 10, 11, 59), "samedi 10 janvier, 11 h 59", "Saturday, January 10, 11:59 a.m."),
    ],
)
def test_moments(fr, en, moment, french, english):
    local = datetime(*moment)  # noqa: DTZ001 - already in local time
    assert fr.moment(local) == french
    assert en.moment(local) == english


def test_dates(fr, en):
    assert fr.date(date(2026, 12, 8)) == "mardi 8 décembre 2026"
    assert fr.date(date(2027, 5, 1)) == "samedi 1er mai 2027"
    assert en.date(date(2027, 5, 1)) == "Saturday, May 1, 2027"


@pytest.mark.parametrize(
    ("span", "french", "english"),
    [
        (timedelta(seconds=-5), "moins d'une minute", "less than a minute"),
        (timedelta(seconds=59), "moins d'une minute", "less than a minute"),
        (timedelta(minutes=1), "1 min", "1 min"),
        (timedelta(minutes=59, seconds=59), "59 min", "59 min"),
        (timedelta(hours=3, minutes=40), "3 h", "3 h"),
        (timedelta(hours=23, minutes=59), "23 h", "23 h"),
        (timedelta(days=1), "1 jour", "1 day"),
        (timedelta(days=2, hours=5), "2 jours", "2 days"),
    ],
)
def test_spans(fr, en, span, french, english):
    assert fr.span(span) == french
    assert en.span(span) == english


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("fr", "fr"),
        ("fr-CA", "fr"),
        ("en-US", "en"),
        ("EN", "en"),
        ("en_GB", "en"),
        ("es", "fr"),
        ("", "fr"),
        (None, "fr"),
    ],
)
def test_the_language_follows_the_person(content, code, language):
    assert content.pick(code) == language
