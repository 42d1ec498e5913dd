"""Questions, reasons, code, help card and organisation, as the sample folder gives them."""

import shutil
from datetime import date
from hashlib import sha256

import pytest

from content import Article, Choice, Question, Reason, load


@pytest.fixture
def content(folder):
    return load(folder)


def test_the_questions(content):
    link, promise = content.screening("fr").questions
    assert link == Question(
        id="link",
        kind="choice",
        title="Lien",
        prompt="Quel lien?",
        hint="Aucun nom.",
        choices=(Choice("mother", "Mère"), Choice("father", "Père")),
        details=True,
        details_prompt="En quelques mots?",
        commit_label="",
        min_length=1,
        max_length=600,
    )
    assert (promise.kind, promise.commit_label, promise.details) == ("commitment", "Oui", False)
    assert (promise.min_length, promise.max_length) == (20, 200)
    assert content.screening("fr").regions == (
        Choice("418", "Québec"),
        Choice("outside", "Ailleurs"),
    )


def test_a_purpose_is_known_by_the_hash_of_what_was_shown(folder, spoil):
    (before,) = load(folder).screening("fr").purposes
    assert (before.id, before.required, before.version) == ("screening", True, "1")
    assert before.text == "Lue par Ruche &amp; Cie."
    assert before.digest == sha256(f"{before.title}\n{before.text}".encode()).hexdigest()
    spoil("fr/organisation.toml", "Ruche & Cie", "Essaim")
    (after,) = load(folder).screening("fr").purposes
    assert after.digest != before.digest


def test_the_reasons_come_in_the_order_of_their_files(content):
    assert content.reasons("fr") == (
        Reason(
            id="purpose",
            label="Hors sujet",
            text="Merci &amp; bon courage :\n"
            '• voyez <a href="https://example.org">la Ruche</a>\n'
            "• ou le <b>811</b>",
            comes_back_days=30,
            silent=False,
        ),
        Reason("silent", "Sans message", "", None, silent=True),
    )


def test_the_code(folder, spoil):
    code = load(folder).code("fr")
    assert code.version == "1"
    assert code.articles == (
        Article(1, "Respect", "On s'écoute, on ne juge pas."),
        Article(2, "Secret", "Rien ne <b>sort</b>. Écrivez à ruche@example.org."),
    )
    assert code.html == (
        "<b>Le code</b>\n\nPour nous tous.\n\n"
        "<b>1. Respect</b>\nOn s'écoute, on ne juge pas.\n\n"
        "<b>2. Secret</b>\nRien ne <b>sort</b>. Écrivez à ruche@example.org."
    )
    assert code.digest == sha256(code.html.encode()).hexdigest()
    spoil("fr/code-of-conduct.md", "juge pas", "juge jamais")
    assert load(folder).code("fr").digest != code.digest


def test_the_help_card_hides_what_nobody_verified(content):
    assert content.help("fr").html(date(2026, 11, 22)) == (
        "De l'aide\n\nDanger\nPolice : 911\n\nParler\nInfo-Social : 811\n\n"
        "Un enfant : 911\n\nVérifié le lundi 24 août 2026."
    )


def test_the_help_card_is_stale_after_90_days_and_still_shown(content):
    card = content.help("fr")
    assert card.stale(date(2026, 11, 22)) == ()
    assert [line.id for line in card.stale(date(2026, 11, 23))] == ["talk"]
    html = card.html(date(2026, 11, 23))
    assert "Info-Social : 811" in html
    assert html.endswith("Vérifié le lundi 24 août 2026 : ou 911.")


def test_the_help_card_needs_no_file(folder, content):
    shutil.rmtree(folder)
    assert "911" in content.help("en").html(date(2026, 11, 22))


def test_the_organisation_says_what_is_still_to_fill_in(folder, spoil, content):
    assert content.organisation.name == "Ruche & Cie"
    assert content.organisation.placeholders() == (
        "content/fr/organisation.toml:4: responsible_person",
    )
    spoil("fr/organisation.toml", "À REMPLIR", "Alix Tremblay")
    assert load(folder).organisation.placeholders() == ()


def test_a_third_language_is_a_folder(folder):
    shutil.copytree(folder / "en", folder / "es")
    content = load(folder)
    assert content.languages == ("fr", "en", "es")
    assert content.pick("es-MX") == "es"
    assert content.words("es").label("common.buttons.back") == "Back"


def test_a_new_file_and_nested_keys_need_no_python(folder):
    for language in ("fr", "en"):
        (folder / language / "cafes.toml").write_text('[a.b]\nhello = "Hi {n}"\n')
    assert load(folder).words("en").text("cafes.a.b.hello", n=3) == "Hi 3"
