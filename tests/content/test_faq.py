"""Questions and answers as their editors break them, and as they ship."""

import re
from datetime import date

import pytest

from content import ContentError, load

LONG = "mot " * 230
MISTAKES = {
    "too few ways to ask": (
        "fr/faq/enter.md",
        '    "admettez-moi",\n',
        "",
        "content/fr/faq/enter.md:3: phrasings : 8 au moins, tous différents",
    ),
    "a way to ask twice": (
        "fr/faq/enter.md",
        '"admettez-moi"',
        '"je veux entrer"',
        "content/fr/faq/enter.md:3: phrasings : 8 au moins, tous différents",
    ),
    "a dead link": (
        "fr/faq/enter.md",
        '["leave"]',
        '["lost"]',
        "content/fr/faq/enter.md:14: related : « lost » n'existe pas ailleurs",
    ),
    "a link to itself": (
        "fr/faq/enter.md",
        '["leave"]',
        '["enter"]',
        "content/fr/faq/enter.md:14: related : « enter » n'existe pas ailleurs",
    ),
    "an unknown topic": (
        "fr/faq/enter.md",
        '["door"]',
        '["window"]',
        "content/fr/faq/enter.md:13: topics : « window » n'existe pas ailleurs",
    ),
    "an unknown audience": (
        "fr/faq/enter.md",
        '"everyone"',
        '"nobody"',
        "content/fr/faq/enter.md:15: audience : l'une de everyone, applicants",
    ),
    "an address in clear": (
        "fr/faq/enter.md",
        "https://",
        "http://",
        "content/fr/faq/enter.md:17: address : une adresse qui commence par https://",
    ),
    "it expires before it is checked": (
        "fr/faq/enter.md",
        "2027-11-22",
        "2026-11-22",
        "content/fr/faq/enter.md:19: expires_on : une date après checked_on",
    ),
    "an answer too long for a phone": (
        "fr/faq/enter.md",
        "On vous répond.",
        LONG,
        "content/fr/faq/enter.md:22: la réponse fait 934 caractères : 900 au plus",
    ),
    "a first paragraph too long for the group": (
        "fr/faq/enter.md",
        "Tapez **/start**.",
        LONG[:400],
        "content/fr/faq/enter.md:22: le premier paragraphe, dit seul dans le groupe, fait 399",
    ),
    "a figure that nobody has verified": (
        "fr/faq/enter.md",
        "On vous répond.",
        "On vous répond en 48 heures.",
        "content/fr/faq/enter.md:22: une réponse à vérifier (verify = true) ne donne ni chiffre",
    ),
    "another topic in English": (
        "en/faq/enter.md",
        "2027-11-22",
        "2028-11-22",
        "content/en/faq/enter.md:19: diffère de fr : « 2027-11-22 » attendu",
    ),
    "a synonym alone": (
        "fr/synonyms.toml",
        "entrer, rejoindre",
        "entrer",
        "content/fr/synonyms.toml:4: « entrer » est seul",
    ),
    "a resource for an unknown need": (
        "fr/resources.toml",
        '["listen"]',
        '["fly"]',
        "content/fr/resources.toml:10: needs : « fly » n'est pas listen",
    ),
    "a resource in an unknown region": (
        "fr/resources.toml",
        '["514", "outside"]',
        '["999"]',
        "content/fr/resources.toml:24: regions : « 999 » n'est pas 418, 450",
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_told_with_its_place(folder, spoil, mistake):
    file, old, new, expected = MISTAKES[mistake]
    spoil(file, old, new)
    with pytest.raises(ContentError) as caught:
        load(folder)
    assert any(str(fault).startswith(expected) for fault in caught.value.faults), caught.value


def test_an_entry_missing_in_a_language(folder):
    (folder / "en/faq/leave.md").unlink()
    with pytest.raises(ContentError, match=r"content/en/faq/leave\.md:1: ce fichier manque"):
        load(folder)


def test_the_first_paragraph_is_the_short_answer(folder):
    enter = load(folder).faq("fr")[0]
    assert (enter.id, enter.short) == ("enter", "Tapez <b>/start</b>.")


def test_an_entry_is_served_until_its_day(folder):
    enter = load(folder).faq("fr")[0]
    assert not enter.expired(date(2027, 11, 21))
    assert enter.expired(date(2027, 11, 22))


def test_what_deserves_a_second_look(folder, spoil):
    spoil("fr/faq/leave.md", "adieu tout le monde", "rejoindre, groupe!")
    spoil("fr/faq/leave.md", "Quittez", " ".join(["mot"] * 50) + " quittez")
    spoil("fr/faq/enter.md", "expires_on = 2027-11-22", "expires_on = 2026-12-01")
    spoil("en/faq/enter.md", "expires_on = 2027-11-22", "expires_on = 2026-12-01")
    said = [str(remark) for remark in load(folder).remarks(date(2026, 12, 2))]
    assert [line.partition(" ")[0] for line in said] == [
        "content/fr/faq/enter.md:19:",
        "content/fr/faq/leave.md:3:",
        "content/fr/faq/leave.md:22:",
        "content/en/faq/enter.md:19:",
    ]


def test_resources_near_first_then_everywhere(folder):
    directory = load(folder).directory("fr")
    assert [r.id for r in directory.find("listen", "514")] == ["near", "talk"]
    assert [r.id for r in directory.find("listen", "819")] == ["talk"]
    assert [r.id for r in directory.find("listen", "outside")] == ["near"]
    assert directory.regions("listen") == ("418", "514", "450", "819", "outside")


@pytest.fixture(scope="module")
def content():
    return load()


def test_enough_is_answered_and_every_topic_has_something(content):
    for language in ("fr", "en"):
        entries = content.faq(language)
        assert len(entries) >= 60
        for topic in content.topics(language):
            assert any(topic in entry.topics for entry in entries), topic


def test_no_number_but_those_of_the_help_card(content):
    for language in ("fr", "en"):
        known = " ".join(line.reach for line in content.help(language).shown)
        texts = [entry.answer for entry in content.faq(language)]
        texts += [r.reach for r in content.directory(language).resources]
        for text in texts:
            for number in re.findall(r"\d \d{3} \d{3}-\d{4}|\b9-8-8\b|\b\d{6}\b", text):
                assert number in known, text


def test_law_and_institutions_wait_for_a_person_to_verify(content):
    for entry in content.faq("fr"):
        if entry.address:
            assert entry.verify, entry.id


def test_regions_of_the_directory_are_those_of_the_requests(content):
    asked = {region.id for region in content.screening("fr").regions}
    for need in content.directory("fr").needs:
        assert set(content.directory("fr").regions(need.id)) <= asked


def test_nothing_deserves_a_second_look(content):
    assert [str(remark) for remark in content.remarks(date(2026, 11, 23))] == []
