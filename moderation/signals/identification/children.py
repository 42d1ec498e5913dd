"""A child's first name, given with what makes the child known: a parent, an age, a school."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moderation.findings import Finding, Strength
from moderation.folding import Folded
from moderation.language.lexicon.first_names import FIRST_NAMES
from moderation.signals.identification.wordings import Wording, wording

_NAME = r"(?P<name>[a-z]{2,20}(?:-[a-z]{2,20})?)\b"
# What only a name follows, and what something else may (« my son called me »).
_CALLED = (
    r"(?:s'appell(?:e|ent|ait)|se (?:pre)?nomment?|prenomme[es]?|named"
    r"|(?:'s|s'|their)? ?names? (?:is|are))"
)
_PERHAPS_CALLED = r"(?:is called|est nommee?|nomme[es]?|called|est|is)"
_KIN = (
    "fils|filles|fille|garcons|garcon|gars|enfants|enfant|bebe|ado|niece|neveu|petite|petit|sons|son"
    "|daughters|daughter|kids|kid|child|children|boys|boy|girls|girl|baby|grandson|granddaughter"
    "|nephew|coco|cocotte|puce|ti-gars"
)
_OUR = (
    r"\b(?:mon|ma|mes|notre|nos|my|our) (?:deux |trois |two |three |little |young )?"
    r"(?:(?:p'?tite?s?|petite?s?|belle|beau|grande?|plus (?:jeune|vieux|vieille)|younger|older"
    r"|youngest|oldest|eldest|other|autre)[ -])?"
)
_RANK = "(?: aine| ainee| cadet| cadette)?"
_AGE = r"(?P<age>\d{1,2}) ?(?:ans|mois|years?|yrs?|yo|months?)\b"
_SCHOOL = "ecole|garderie|cpe|maternelle|primaire|secondaire|school|daycare|kindergarten|grade"
_OUR_CHILD = (
    wording(_OUR, _KIN, rf"{_RANK},? \(?(?:{_PERHAPS_CALLED} )?{_NAME}"),
    wording(_OUR, _KIN, rf"{_RANK},? ?(?:qui |who |is |est )?(?P<called>{_CALLED}) {_NAME}"),
)
_ELDEST = wording(
    r"\b(?:mon|ma|mes|notre|nos|my|our) ",
    "plus jeune|plus vieux|plus vieille|plus grande|plus grand|petit dernier|petite derniere"
    "|cadette|cadet|ainee|aine|jumeaux|jumelles|twins|youngest|oldest|eldest",
    rf",? \(?(?:{_CALLED} |{_PERHAPS_CALLED} )?{_NAME}",
)
_IN_GRADE = re.compile(
    rf"\b{_NAME},? (?:qui )?(?:est |is |entre |rentre )?(?:en|in) (?:\d(?:e|re|er|ere|eme)? "
    r"(?:annee(?! de\b| du\b)|secondaire|primaire)|sec(?:ondaire)? \d|maternelle|grade \d"
    r"|kindergarten)"
)
_GRADES = ("annee", "secondaire", "primaire", "in sec", "en sec", "maternelle", "grade", "kinder")
_BORN = re.compile(
    rf"\b{_NAME},? \(?(?:qui |who )?(?:est |is |was )?(?:nee?|born)(?: le| on| in| en)? "
    r"[a-z0-9 ,./-]{0,15}\b20\d\d\b"
)
_IN_CLASS = wording(
    rf"\b{_NAME} (?:va|est|entre|commence|is|goes|attends)\b[^.!?\n]{{1,25}}?\b",
    "classe de|classe a|class|groupe de",
    " ",
)
_NAMING = ("appel", "nomm", "name")
"""Of which one stands in whatever says how somebody is called."""
_LITTLE_ONE = Wording(
    _NAMING,
    re.compile(
        rf"\b(?:le|la|notre|the) (?:p'?tite?|petite?|plus (?:jeune|vieux|vieille)|bebe|baby"
        rf"|little one|youngest|oldest|eldest|toddler)(?: gars| fille)?"
        rf" (?P<called>{_CALLED}) {_NAME}"
    ),
)
_WHO_IS_CALLED = Wording(
    _NAMING, re.compile(rf"\b(?:elle|il|she|he|qui|ils|elles) {_CALLED} {_NAME}")
)
_AGED = re.compile(
    rf"\b{_NAME}(?:,? \(?| a | is | aura | vient d'avoir | just turned |, who is ){_AGE}"
)
_AT_SCHOOL = wording(
    rf"\b{_NAME} (?:va|est|entre|commence|etudie|frequente|goes|is|attends)\b"
    r"[^.!?\n]{1,25}?\b",
    _SCHOOL,
    r"\b",
)
_ADULT = 18
# Words that people write with a capital after "mon fils", or before an age.
_NOT_NAMES = frozenset(
    """
    je tu il elle on nous vous ils elles et ou mais donc car ne pas plus qui que dont est sont ont
    avait a an en au aux de du des la le les un une ce cet cette mon ma mes son sa ses leur leurs
    par pour avec sans chez dans sur depuis quand comme si tout tous toute toutes deux trois
    dpj police quebec montreal laval gatineau longueuil sherbrooke levis canada noel paques
    maman papa madame monsieur mme dieu juge the and but who is was has had my our her his she he
    they we you it with from at in on to for of when since all god mom dad janvier fevrier mars
    avril mai juin juillet aout septembre octobre novembre decembre lundi mardi mercredi jeudi
    vendredi samedi dimanche instagram facebook snapchat tiktok january february march april may
    june july august september october november december christmas
    """.split()  # noqa: SIM905
)


def child_named(folded: Folded) -> Finding | None:
    """A child's first name beside a parent's word, an age under 18 or a school.

    Nothing may identify a child in family or youth protection matters (Code of Civil Procedure,
    art. 15-16; Youth Protection Act, s. 11.2). A name is known by its capital, or by being a
    common first name where capitals say nothing.
    """
    for found in _spoken_of(folded):
        if _of_a_child(found) and _is_name(folded, found):
            return Finding("child_named", folded.excerpt(*found.span()), Strength.CAUTION)
    return None


def _spoken_of(folded: Folded) -> Iterator[re.Match[str]]:
    for pattern in (*_OUR_CHILD, _ELDEST, _WHO_IS_CALLED, _LITTLE_ONE, _IN_CLASS):
        yield from pattern.finditer(folded.plain)
    if folded.figures:
        yield from _AGED.finditer(folded.plain)
        if "born" in folded.plain or " ne" in folded.plain:
            yield from _BORN.finditer(folded.plain)
    if any(map(folded.plain.__contains__, _GRADES)):
        yield from _IN_GRADE.finditer(folded.plain)
    yield from _AT_SCHOOL.finditer(folded.plain)


def _of_a_child(found: re.Match[str]) -> bool:
    age = found.groupdict().get("age")
    return age is None or int(age) < _ADULT


def _is_name(folded: Folded, found: re.Match[str]) -> bool:
    name = found["name"]
    if name in _NOT_NAMES:
        return False
    if name.split("-")[0] in FIRST_NAMES or found.groupdict().get("called"):
        return True
    written = folded.written(*found.span("name"))
    opens_sentence = folded.plain[: found.start("name")].rstrip()[-1:] in {"", ".", "!", "?", "\n"}
    capital = all(part[:1].isupper() and part[1:].islower() for part in written.split("-"))
    return capital and not opens_sentence
