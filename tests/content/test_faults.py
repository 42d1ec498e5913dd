"""Each mistake an editor can make is told with its file, its line and what to do."""

import shutil
from pathlib import Path

import pytest

from content import ContentError, load

LONG_TEXT = "é" * 3501
LONG_EMOJI_TEXT = "💙" * 1751
LONG_LABEL = "é" * 41
LONG_TOAST = "é" * 201

# file, words there, words instead, every fault expected (the beginning of each line)
MISTAKES = {
    "broken syntax": (
        "fr/common.toml",
        'back = "Retour"',
        'back = "Retour',
        ["content/fr/common.toml:5: le fichier ne se lit plus ici"],
    ),
    "syntax broken at the end of the file": (
        "fr/common.toml",
        'done = "C\'est fait."',
        "done = ",
        ["content/fr/common.toml:8: le fichier ne se lit plus ici"],
    ),
    "a key twice": (
        "fr/common.toml",
        'back = "Retour"',
        'back = "Retour"\nback = "Revenir"',
        ["content/fr/common.toml:6: cette clé est déjà donnée plus haut"],
    ),
    "a table twice": (
        "fr/common.toml",
        "[toasts]",
        "[buttons]",
        ["content/fr/common.toml:7: cette clé est déjà donnée plus haut"],
    ),
    "a key with a dot": (
        "fr/common.toml",
        "back =",
        '"b.k" = "a"\nback =',
        ["content/fr/common.toml:4: une clé s'écrit en lettres, chiffres et _"],
    ),
    "a number instead of a text": (
        "fr/screening.toml",
        'sent = "Envoyée depuis {since}."',
        "sent = 3",
        [
            "content/en/screening.toml:9: status.sent : cette clé n'existe pas en fr",
            "content/fr/screening.toml:9: sent : seul un texte entre guillemets",
        ],
    ),
    "an empty text": (
        "en/screening.toml",
        'sent = "Sent {since} ago."',
        'sent = " "',
        [
            "content/en/screening.toml:9: status.sent : noms entre accolades attendus, comme en "
            "français : {since}",
            "content/en/screening.toml:9: status.sent : texte vide",
        ],
    ),
    "a tag never closed": (
        "fr/screening.toml",
        "<b>Bonjour</b>",
        "<b>Bonjour",
        ["content/fr/screening.toml:1: welcome : balise <b> jamais fermée"],
    ),
    "tags that cross": (
        "fr/screening.toml",
        "<b>Bonjour</b>",
        "<b><i>Bonjour</b></i>",
        ["content/fr/screening.toml:1: welcome : </b> ne ferme pas"],
    ),
    "a tag that Telegram refuses": (
        "fr/screening.toml",
        "<b>Bonjour</b>",
        "<p>Bonjour</p>",
        ["content/fr/screening.toml:1: welcome : balise <p> refusée par Telegram"],
    ),
    "a tag badly written": (
        "fr/screening.toml",
        "<b>Bonjour</b>",
        "<a>Bonjour</a>",
        ["content/fr/screening.toml:1: welcome : balise <a> mal écrite"],
    ),
    "a bare ampersand": (
        "fr/screening.toml",
        "depuis",
        "& lue depuis",
        ["content/fr/screening.toml:9: status.sent : « & » seul : écrivez &amp;"],
    ),
    "a bare sign": (
        "fr/screening.toml",
        "depuis",
        "< depuis",
        ["content/fr/screening.toml:9: status.sent : « < » seul : écrivez &lt;"],
    ),
    "a brace alone": (
        "fr/screening.toml",
        "Envoyée",
        "Envoyée }",
        ["content/fr/screening.toml:9: status.sent : accolade mal placée"],
    ),
    "a placeholder with a format": (
        "fr/screening.toml",
        "Envoyée",
        "{n:>3} Envoyée",
        ["content/fr/screening.toml:9: status.sent : accolade mal placée"],
    ),
    "a text too long": (
        "fr/screening.toml",
        "Envoyée",
        LONG_TEXT,
        ["content/fr/screening.toml:9: status.sent : 3517 caractères : 3500 au plus"],
    ),
    "a text too long in the units of Telegram": (
        "fr/help.toml",
        "De l'aide",
        LONG_EMOJI_TEXT,
        ["content/fr/help.toml:1: title : 3502 caractères : 3500 au plus"],
    ),
    "a button too long": (
        "fr/common.toml",
        "Retour",
        LONG_LABEL,
        ["content/fr/common.toml:5: buttons.back : 41 caractères : 40 au plus"],
    ),
    "a label too long": (
        "fr/common.toml",
        "Français",
        LONG_LABEL,
        ["content/fr/common.toml:2: language_label : 41 caractères : 40 au plus"],
    ),
    "a button with markup": (
        "fr/common.toml",
        "Retour",
        "<b>Retour</b>",
        ["content/fr/common.toml:5: buttons.back : ni balise ni &amp; ici"],
    ),
    "a button on two lines": (
        "fr/common.toml",
        "Retour",
        "Re\\ntour",
        ["content/fr/common.toml:5: buttons.back : un bouton tient sur une seule ligne"],
    ),
    "a toast too long": (
        "fr/common.toml",
        "C'est fait.",
        LONG_TOAST,
        ["content/fr/common.toml:8: toasts.done : 201 caractères : 200 au plus"],
    ),
    "a plural without its singular": (
        "fr/screening.toml",
        "waiting_one",
        "waiting_1",
        [
            "content/en/screening.toml:5: waiting_one : cette clé n'existe pas en fr",
            "content/en/screening.toml:1: il manque la clé « screening.waiting_1 » : traduisez "
            "content/fr/screening.toml:5",
            "content/fr/screening.toml:6: waiting_many : il manque sa jumelle, qui finit par _one",
        ],
    ),
    "a plural that names something else": (
        "fr/screening.toml",
        "attendent {where}",
        "attendent {place}",
        [
            "content/fr/screening.toml:6: waiting_many : les mêmes {noms} qu'au singulier",
            "content/en/screening.toml:6: waiting_many : noms entre accolades attendus",
        ],
    ),
    "a singular without its plural": (
        "fr/common.toml",
        'done = "C\'est fait."',
        'done = "C\'est fait."\nsaved_one = "Gardé."',
        [
            "content/fr/common.toml:9: toasts.saved_one : il manque sa jumelle, qui finit",
            "content/en/common.toml:7: il manque la clé « common.toasts.saved_one » : traduisez "
            "content/fr/common.toml:9",
        ],
    ),
    "a key that is not translated": (
        "en/screening.toml",
        'sent = "Sent {since} ago."',
        "",
        [
            "content/en/screening.toml:8: il manque la clé « screening.status.sent » : traduisez "
            "content/fr/screening.toml:9"
        ],
    ),
    "a key of one language only": (
        "en/common.toml",
        'back = "Back"',
        'back = "Back"\nmore = "More"',
        ["content/en/common.toml:6: buttons.more : cette clé n'existe pas en fr"],
    ),
    "a placeholder changed by the translation": (
        "en/screening.toml",
        "{name}",
        "{nom}",
        [
            "content/en/screening.toml:1: welcome : noms entre accolades attendus, comme en "
            "français : {name}, {organisation}"
        ],
    ),
    "no singular numbers": (
        "fr/common.toml",
        "singular = [0, 1]",
        'singular = "un"',
        ["content/fr/common.toml:1: singular : les nombres qui prennent le singulier"],
    ),
    "a day too few": (
        "fr/calendar.toml",
        '"lundi", ',
        "",
        ["content/fr/calendar.toml:2: days : 7 noms entre guillemets"],
    ),
    "a date without its form": (
        "fr/calendar.toml",
        "pm = ",
        "soir = ",
        [
            "content/en/calendar.toml:13: pm : cette clé n'existe pas en fr",
            "content/en/calendar.toml:1: il manque la clé « calendar.soir »",
            "content/fr/calendar.toml:1: il manque « pm » : les dates en ont besoin",
        ],
    ),
    "a date that names the unknown": (
        "fr/calendar.toml",
        "{weekday} {day} {month} {year}",
        "{weekday} {jour}",
        ["content/fr/calendar.toml:8: date : {jour} est inconnu ici, possibles : day, month"],
    ),
    "a help card without its title": (
        "fr/help.toml",
        "title = ",
        "titre = ",
        [
            "content/en/help.toml:1: il manque la clé « help.titre »",
            "content/en/help.toml:1: title : cette clé n'existe pas en fr",
            "content/fr/help.toml:1: il manque « title » : la carte d'aide en a besoin",
        ],
    ),
    "an unknown field": (
        "fr/screening.toml",
        'hint = "Aucun nom."',
        'hint = "Aucun nom."\nhnt = "?"',
        ["content/fr/screening.toml:24: champ inconnu « hnt » : les champs d'ici sont choices"],
    ),
    "a missing field": (
        "fr/screening.toml",
        'title = "Lien"\n',
        "",
        ["content/fr/screening.toml:18: il manque le champ « title »"],
    ),
    "an unknown kind": (
        "fr/screening.toml",
        'kind = "commitment"',
        'kind = "engagement"',
        [
            "content/en/screening.toml:31: diffère de fr : « promise, engagement » attendu",
            "content/fr/screening.toml:33: kind : l'un de choice, text, commitment",
            "content/fr/screening.toml:37: champ inconnu « commit_label »",
        ],
    ),
    "an id that changes with the language": (
        "en/screening.toml",
        'id = "promise"',
        'id = "promesse"',
        ["content/en/screening.toml:31: diffère de fr : « promise, commitment » attendu"],
    ),
    "an id twice": (
        "fr/screening.toml",
        'id = "promise"',
        'id = "link"',
        [
            "content/en/screening.toml:31: diffère de fr : « link, commitment » attendu",
            "content/fr/screening.toml:32: l'identifiant « link » est déjà pris",
        ],
    ),
    "an id that is no text": (
        "fr/help.toml",
        'id = "talk"',
        "id = [1]",
        [
            "content/en/help.toml:23: diffère de fr : « , 2026-08-24, verified True",
            "content/fr/help.toml:24: id : un nom entre guillemets",
        ],
    ),
    "an empty id": (
        "fr/screening.toml",
        'id = "outside"',
        'id = ""',
        [
            "content/en/screening.toml:45: diffère de fr : «  » attendu",
            "content/fr/screening.toml:46: «  » : 1 à 20 lettres minuscules",
        ],
    ),
    "an id with a space": (
        "en/screening.toml",
        'mother = "Mother"',
        '"my mother" = "Mother"',
        [
            "content/en/screening.toml:18: diffère de fr : « link, choice, mother, father",
            "content/en/screening.toml:28: « my mother » : 1 à 20 lettres minuscules",
        ],
    ),
    "a choice that changes with the language": (
        "en/screening.toml",
        "mother =",
        "mom =",
        ["content/en/screening.toml:18: diffère de fr : « link, choice, mother, father"],
    ),
    "a choice too long": (
        "fr/screening.toml",
        "Mère",
        LONG_LABEL,
        ["content/fr/screening.toml:28: mother : 41 caractères : 40 au plus"],
    ),
    "a single choice": (
        "fr/screening.toml",
        'father = "Père"\n',
        "",
        [
            "content/en/screening.toml:18: diffère de fr : « link, choice, mother » attendu",
            "content/fr/screening.toml:27: au moins deux choix sont nécessaires",
        ],
    ),
    "lengths upside down": (
        "fr/screening.toml",
        "max_length = 200",
        "max_length = 19",
        ["content/fr/screening.toml:39: max_length : au moins autant que min_length"],
    ),
    "a length below one": (
        "fr/screening.toml",
        "min_length = 20",
        "min_length = -1",
        ["content/fr/screening.toml:38: min_length = -1 : 1 au moins"],
    ),
    "a length that is a text": (
        "fr/screening.toml",
        "min_length = 20",
        'min_length = "20"',
        ["content/fr/screening.toml:38: min_length : un nombre entier, sans guillemets"],
    ),
    "a length that is a yes": (
        "fr/screening.toml",
        "min_length = 20",
        "min_length = true",
        ["content/fr/screening.toml:38: min_length : un nombre entier, sans guillemets"],
    ),
    "a text over several lines that looks like keys": (
        "fr/screening.toml",
        "{name},\nbienvenue",
        "{name},\n[status]\nwaiting_one = bienvenue <b>",
        ["content/fr/screening.toml:1: welcome : balise <b> jamais fermée"],
    ),
    "a fault below a text over several lines": (
        "fr/screening.toml",
        'bienvenue à la {organisation}.\n"""\nwaiting_one = "Une',
        'waiting_one = bienvenue à la {organisation}.\n"""\nwaiting_one = "<b>Une',
        ["content/fr/screening.toml:5: waiting_one : balise <b> jamais fermée"],
    ),
    "answers too long for one card": (
        "fr/screening.toml",
        "max_length = 200",
        "max_length = 2500",
        ["content/fr/screening.toml:18: max_length : 3100 en tout, 3000 au plus"],
    ),
    "a yes in words": (
        "fr/screening.toml",
        "details = true",
        'details = "oui"',
        [
            "content/fr/screening.toml:24: details : true ou false",
            "content/fr/screening.toml:25: champ inconnu « details_prompt »",
        ],
    ),
    "an unknown placeholder in a question": (
        "fr/screening.toml",
        "Quel lien?",
        "Quel lien, {name}?",
        ["content/fr/screening.toml:22: prompt : {name} est inconnu ici, possibles : contact"],
    ),
    "questions with one bracket": (
        "fr/screening.toml",
        '[[regions]]\nid = "418"\nlabel = "Québec"\n\n[[regions]]',
        "[regions]",
        [
            "content/en/screening.toml:41: en trop : il n'y en a pas autant en fr",
            "content/en/screening.toml:45: en trop : il n'y en a pas autant en fr",
            "content/fr/screening.toml:41: écrivez [[regions]], avec deux crochets",
        ],
    ),
    "the mandatory purpose made optional": (
        "fr/screening.toml",
        "required = true",
        "required = false",
        ["content/fr/screening.toml:13: required = true pour « screening », et pour lui seul"],
    ),
    "an unknown purpose": (
        "fr/screening.toml",
        'id = "screening"',
        'id = "photos"',
        [
            "content/en/screening.toml:11: diffère de fr : « photos, version 1 » attendu",
            "content/fr/screening.toml:11: [[purposes]] : d'abord « screening »",
            "content/fr/screening.toml:13: required = true pour « screening », et pour lui seul",
        ],
    ),
    "a version forgotten by the translation": (
        "fr/screening.toml",
        'version = "1"',
        'version = "2"',
        ["content/en/screening.toml:11: diffère de fr : « screening, version 2 » attendu"],
    ),
    "a region that is not translated": (
        "en/screening.toml",
        '[[regions]]\nid = "outside"\nlabel = "Elsewhere"\n',
        "",
        ["content/en/screening.toml:41: il manque : « outside » attendu"],
    ),
    "a help date in words": (
        "fr/help.toml",
        "checked_on = 2026-08-24",
        'checked_on = "août"',
        [
            "content/en/help.toml:23: diffère de fr : « talk",
            "content/fr/help.toml:28: checked_on : une date : 2026-11-22, sans guillemets",
        ],
    ),
    "a help line confirmed in one language": (
        "en/help.toml",
        "verified = false",
        "verified = true",
        [
            "content/en/help.toml:15: diffère de fr : « danger-text, 2026-11-22, "
            "verified False » attendu"
        ],
    ),
    "a reason to be told and silent": (
        "fr/decline-reasons/2-silent.md",
        "silent = true\n+++\n",
        "silent = true\n+++\nBonjour.",
        ["content/fr/decline-reasons/2-silent.md:5: silent = true : personne ne lira ce texte"],
    ),
    "a reason without words": (
        "fr/decline-reasons/2-silent.md",
        "silent = true\n",
        "",
        [
            "content/en/decline-reasons/2-silent.md:3: diffère de fr : « dite à la personne",
            "content/fr/decline-reasons/2-silent.md:4: texte vide",
        ],
    ),
    "a reason that never lets back": (
        "fr/decline-reasons/1-purpose.md",
        "comes_back_days = 30",
        "comes_back_days = -1",
        [
            "content/en/decline-reasons/1-purpose.md:3: diffère de fr : « comes_back_days 1",
            "content/fr/decline-reasons/1-purpose.md:3: comes_back_days = -1 : 1 au moins",
        ],
    ),
    "a reason with another delay": (
        "en/decline-reasons/1-purpose.md",
        "comes_back_days = 30",
        "comes_back_days = 60",
        ["content/en/decline-reasons/1-purpose.md:3: diffère de fr : « comes_back_days 30"],
    ),
    "a reason with an unknown field": (
        "fr/decline-reasons/1-purpose.md",
        "comes_back_days",
        "back_days",
        [
            "content/en/decline-reasons/1-purpose.md:3: diffère de fr : « comes_back_days "
            "absent » attendu",
            "content/fr/decline-reasons/1-purpose.md:3: champ inconnu « back_days »",
        ],
    ),
    "a reason without its fence": (
        "fr/decline-reasons/2-silent.md",
        "+++\nlabel",
        "label",
        ["content/fr/decline-reasons/2-silent.md:1: commencez le fichier par ses champs"],
    ),
    "broken syntax inside the fence": (
        "fr/decline-reasons/1-purpose.md",
        "comes_back_days = 30",
        "comes_back_days = trente",
        ["content/fr/decline-reasons/1-purpose.md:3: le fichier ne se lit plus ici"],
    ),
    "bold that crosses a link": (
        "fr/decline-reasons/1-purpose.md",
        "[la Ruche]",
        "**[la** Ruche]",
        ["content/fr/decline-reasons/1-purpose.md:5: </b> ne ferme pas la dernière balise"],
    ),
    "an unknown placeholder in a reason": (
        "fr/decline-reasons/1-purpose.md",
        "Merci",
        "Merci {name}",
        ["content/fr/decline-reasons/1-purpose.md:5: {name} est inconnu ici"],
    ),
    "articles that skip a number": (
        "fr/code-of-conduct.md",
        "## 2.",
        "## 3.",
        ["content/fr/code-of-conduct.md:5: numérotez les articles"],
    ),
    "an article not translated": (
        "en/code-of-conduct.md",
        "## 2. Secrecy",
        "",
        ["content/en/code-of-conduct.md:1: diffère de fr : « 2 articles » attendu"],
    ),
    "an article with a stray brace": (
        "fr/code-of-conduct.md",
        "Rien ne",
        "Rien } ne",
        ["content/fr/code-of-conduct.md:11: accolade mal placée"],
    ),
    "a code of another version": (
        "en/code-of-conduct.md",
        'version = "1"',
        'version = "2"',
        ["content/en/code-of-conduct.md:2: diffère de fr : « 1 » attendu"],
    ),
    "a code too long for one message": (
        "fr/code-of-conduct.md",
        "Pour nous tous.",
        "é" * 3400,
        ["content/fr/code-of-conduct.md:5: le code fait 35"],
    ),
    "an organisation with an unknown field": (
        "fr/organisation.toml",
        "region =",
        "regions =",
        [
            "content/fr/organisation.toml:1: il manque le champ « region »",
            "content/fr/organisation.toml:3: champ inconnu « regions »",
        ],
    ),
    "an address that is none": (
        "fr/organisation.toml",
        "ruche@example.org",
        "ruche",
        ["content/fr/organisation.toml:6: contact_email : une adresse avec @"],
    ),
    "a site that is none": (
        "fr/organisation.toml",
        "https://example.org",
        "example.org",
        ["content/fr/organisation.toml:7: website : une adresse qui commence par https://"],
    ),
}


def faults_of(folder: Path) -> list[str]:
    with pytest.raises(ContentError) as raised:
        load(folder)
    return str(raised.value).split("\n")


def assert_told(found: list[str], expected: list[str]) -> None:
    """Every fault begins as expected, and nothing else is told."""
    assert len(found) == len(expected), found
    for beginning in expected:
        assert any(line.startswith(beginning) for line in found), (beginning, found)


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
def test_mistake_is_told_with_its_place(folder, spoil, mistake):
    file, old, new, expected = mistake
    spoil(file, old, new)
    assert_told(faults_of(folder), expected)


def test_all_faults_are_told_at_once_in_the_order_of_the_files(folder, spoil):
    spoil("fr/common.toml", "Retour", "")
    spoil("en/common.toml", "Done.", "Done }")
    spoil("fr/help.toml", "checked_on = 2026-11-22\n", "")
    assert [line.split(": ")[0] for line in faults_of(folder)] == [
        "content/en/common.toml:8",
        "content/en/help.toml:7",
        "content/fr/common.toml:5",
        "content/fr/help.toml:7",
    ]


def test_too_many_or_no_questions(folder, spoil):
    text = (folder / "fr/screening.toml").read_text(encoding="utf-8")
    question = (
        '\n[[questions]]\nid = "q{}"\nkind = "text"\ntitle = "Q"\nprompt = "Q?"\nhint = "H"\n'
    )
    more = "".join((question + "max_length = 9\n").format(n) for n in range(4))
    (folder / "fr/screening.toml").write_text(text + more, encoding="utf-8")
    (folder / "en/screening.toml").write_text(text + more, encoding="utf-8")
    told = ["content/fr/screening.toml:18: 6 questions : de 1 à 5"]
    assert_told(faults_of(folder), [*told, told[0].replace("/fr/", "/en/")])


@pytest.mark.parametrize("name", ["questions", "purposes"])
def test_none_of_what_is_needed(folder, name):
    for language in ("fr", "en"):
        path = folder / language / "screening.toml"
        tables = path.read_text(encoding="utf-8").split("\n[[")
        kept = [table for table in tables if not table.startswith(name)]
        path.write_text("\n[[".join(kept), encoding="utf-8")
    told = {"questions": "0 questions : de 1 à 5", "purposes": "[[purposes]] : d'abord"}[name]
    places = [f"content/{language}/screening.toml:1: " for language in ("fr", "en")]
    assert_told(faults_of(folder), [place + told for place in places])


def test_limits_are_reached_without_a_fault(folder, spoil):
    spoil("fr/common.toml", "Retour", "é" * 40)
    spoil("fr/common.toml", "C'est fait.", "é" * 200)
    spoil("fr/help.toml", "De l'aide", "💙" * 1750)
    load(folder)


def test_missing_and_unexpected_files(folder):
    (folder / "en/calendar.toml").unlink()
    (folder / "en/decline-reasons/2-silent.md").unlink()
    (folder / "fr/notes.txt").write_text("à faire")
    (folder / "fr/decline-reasons/autre.md").write_text("+++\n+++\n")
    (folder / "en/organisation.toml").write_text("")
    (folder / "fr/.DS_Store").write_text("")
    assert_told(
        faults_of(folder),
        [
            "content/en/calendar.toml:1: ce fichier manque",
            "content/en/decline-reasons/2-silent.md:1: ce fichier manque",
            "content/en/organisation.toml:1: fichier inattendu ici",
            "content/fr/decline-reasons/autre.md:1: fichier inattendu ici",
            "content/fr/notes.txt:1: fichier inattendu ici",
        ],
    )


def test_a_file_of_one_language_only(folder):
    (folder / "en/members.toml").write_text('hello = "Hello"')
    assert_told(faults_of(folder), ["content/en/members.toml:1: ce fichier n'existe pas en fr"])


def test_two_reasons_of_the_same_name(folder):
    for language in ("fr", "en"):
        reasons = folder / language / "decline-reasons"
        shutil.copy(reasons / "2-silent.md", reasons / "3-silent.md")
    assert_told(
        faults_of(folder),
        [
            "content/en/decline-reasons/3-silent.md:1: la raison « silent » existe déjà",
            "content/fr/decline-reasons/3-silent.md:1: la raison « silent » existe déjà",
        ],
    )


def test_a_file_saved_in_another_alphabet(folder):
    (folder / "fr/common.toml").write_bytes("singular = [0, 1]\na = 'é'".encode("latin-1"))
    assert_told(faults_of(folder), ["content/fr/common.toml:2: lettre illisible"])


def test_without_its_reference_nothing_is_read(folder):
    shutil.rmtree(folder / "fr")
    assert_told(faults_of(folder), ["content/fr:1: ce dossier manque"])


@pytest.mark.parametrize("file", ["screening.toml", "help.toml", "code-of-conduct.md"])
def test_a_needed_file_missing_from_the_reference(folder, file):
    (folder / "fr" / file).unlink()
    assert_told(
        faults_of(folder),
        [
            f"content/en/{file}:1: ce fichier n'existe pas en fr",
            f"content/fr/{file}:1: ce fichier manque",
        ],
    )


def test_the_organisation_missing(folder):
    (folder / "fr/organisation.toml").unlink()
    assert_told(faults_of(folder), ["content/fr/organisation.toml:1: fichier illisible"])
