"""The content that ships: it loads, and says what this group must be told."""

import re
from datetime import date

import pytest

from content import load

LANGUAGES = ("fr", "en")


@pytest.fixture(scope="module")
def content():
    return load()


def test_it_loads_in_both_languages(content):
    assert content.languages[:2] == LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_questions_and_consents(content, language):
    screening = content.screening(language)
    assert 1 <= len(screening.questions) <= 5
    assert screening.purposes[0].id == "screening"
    assert content.organisation.name in screening.purposes[0].text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_help_card_fits_a_phone_with_danger_and_suicide_first(content, language):
    card = content.help(language)
    html = card.html(date(2026, 11, 22))
    assert [line.reach for line in card.shown][:2] == ["911", "9-8-8"]
    assert len(html) < 1500
    for line in card.lines:
        assert (line.reach in html) == line.verified, line.id
    assert "DPJ" in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_refusal_never_leaves_a_person_without_a_word_by_accident(content, language):
    reasons = {reason.id: reason for reason in content.reasons(language)}
    assert [id for id, reason in reasons.items() if reason.silent] == ["silent"]
    assert "1 800 263-2266" in reasons["minor"].text
    assert content.organisation.values()["contact_email"] in reasons["professional"].text


def test_nobody_reads_a_placeholder(content):
    organisation = content.organisation
    for name in ("contact_email", "website", "responsible_person"):
        filled_in = getattr(organisation, name)
        shown = organisation.short_name if "À REMPLIR" in filled_in else filled_in
        assert organisation.values()[name] == shown
    for language in LANGUAGES:
        shown = [reason.text for reason in content.reasons(language)]
        shown += [purpose.text for purpose in content.screening(language).purposes]
        assert "À REMPLIR" not in "".join(shown)


@pytest.mark.parametrize("language", LANGUAGES)
def test_refusing_to_protect_members_reveals_nothing(content, language):
    (reason,) = (reason for reason in content.reasons(language) if reason.id == "protection")
    assert not re.search(r"membre|member|conflit|conflict|parent|connaî|know", reason.text)


def test_every_number_given_is_on_the_help_card(content):
    """A number is checked in one place: no text gives one that the card does not."""
    for language in LANGUAGES:
        known = {line.reach for line in content.help(language).shown}
        for reason in content.reasons(language):
            for number in re.findall(r"\d \d{3} \d{3}-\d{4}", reason.text):
                assert number in known, (reason.id, number)
