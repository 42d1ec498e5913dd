"""A judge, a worker, an expert or a lawyer named, or the other parent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moderation.findings import Finding, Strength
from moderation.folding import Folded
from moderation.language.lexicon.first_names import FIRST_NAMES
from moderation.signals.identification.surnames import SURNAMES

_TITLE = r"(?:mme|madame|m\.|mr|monsieur|me|maitre|mrs|ms|miss|dr|dre)"
_NAME = r"(?P<name>[a-z][a-z'-]{2,20})(?: (?P<last>[a-z][a-z'-]{1,20}))?"
_OFFICE = (
    r"(?:juge|judge|justice|magistrate?|intervenante?|travailleu(?:r|se) sociale?"
    r"|educat(?:eur|rice)"
    r"|evaluat(?:eur|rice)|avocate?|procureure?|psychologue|expert|experte|mediat(?:eur|rice)"
    r"|directeur|directrice|enseignante?|prof|caseworker|case worker|social worker|worker|lawyer"
    r"|attorney|psychologist|evaluator|teacher|t\.?s\.?|dpj|policier|policiere|agente?)"
)
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_OFFICE},? (?:de la dpj,? |a la dpj,? |au dossier,? )?"
        rf"(?:{_TITLE} |s'appelle |(?:is |est )?(?:named |called |nommee? )|is |est |c'est )?"
        rf"(?:{_TITLE} )?{_NAME}",
        rf"\b(?:me|maitre|l'honorable|honorable|hon\.) {_NAME}",
        rf"\b{_TITLE} {_NAME}"
        rf"(?= (?:de la|a la|from the|at the|de l'|du) (?:dpj|clsc|cour|ecole|dyp))",
        rf"\b{_TITLE} {_NAME},? (?:est |is )?"
        rf"(?:la |le |l'|mon |ma |notre |my |our |the )?{_OFFICE}\b",
    )
)
# Of which one stands in whatever names an office or a title.
_TELLING = (
    "jug", "judg", "just", "magistr", "intervenant", "travailleu", "educat", "evaluat", "avocat",
    "procureur", "psycholog", "expert", "mediat", "direct", "enseignant", "prof", "worker",
    "lawyer", "attorney", "teacher", "t.s", "ts ", "ts,", "ts.", "dpj", "polici", "agent", "mme",
    "madame", "m. ", "mr", "monsieur", "me ", "maitre", "ms ", "miss", "dr ", "dre ", "honorable",
    "hon.",
)  # fmt: skip
_NAMED = rf",? (?:qui )?(?:s'appelle |se nomme |is |est |is called |named |c'est )?{_NAME}"
_OTHER_PARENT = re.compile(
    r"\b(?:mon|ma|my|son|sa|his|her|l'|the) ?"
    r"(?:ex(?:[ -](?:conjointe?|mari|femme|blonde|chum|husband|wife|partner|boyfriend|girlfriend))?"
    r"|(?:pere|mere|papa|maman) de (?:mes|mon|ma) (?:deux |trois )?"
    r"(?:enfants?|fils|filles?|gars|petits?)"
    rf"|(?:kids'|son's|daughter's|kid's|children's) (?:dad|mom|father|mother)){_NAMED}"
)
# Those who live with the other parent: a whole name only, one may speak of « sa blonde Julie ».
_NEW_PARTNER = re.compile(
    r"\b(?:son|sa|his|her|ex's|ex) (?:nouveau |nouvelle |new )?"
    r"(?:chum|blonde|conjointe?|copain|copine|mari|femme|compagn(?:on|e)"
    rf"|partner|boyfriend|girlfriend|husband|wife){_NAMED}"
)


def official_named(folded: Folded) -> Finding | None:
    """A judge, worker, expert or lawyer by name (Code of Civil Procedure, art. 15-16)."""
    if not any(map(folded.plain.__contains__, _TELLING)):
        return None
    for pattern in _PATTERNS:
        for found in overlapping(pattern, folded.plain):
            if is_a_name(folded, found, "name"):
                return Finding("official_named", folded.excerpt(*found.span()), Strength.CAUTION)
    return None


def other_parent_named(folded: Folded) -> Finding | None:
    """The other parent's name; the first name alone weighs less."""
    noted = None
    for pattern in (_OTHER_PARENT, _NEW_PARTNER):
        for found in overlapping(pattern, folded.plain):
            if not is_a_name(folded, found, "name"):
                continue
            excerpt = folded.excerpt(*found.span())
            if found["last"] and is_a_name(folded, found, "last"):
                return Finding("other_parent_named", excerpt, Strength.CAUTION)
            if pattern is _OTHER_PARENT:
                noted = noted or Finding("other_parent_named", excerpt, Strength.NOTE)
    return noted


def overlapping(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches, each looked for from the letter after the beginning of the one before.

    In « la TS de la DPJ Julie Roy » the words that name an office are two, and the name stands
    after the second.
    """
    found = pattern.search(text)
    while found:
        yield found
        found = pattern.search(text, found.start() + 1)


def is_a_name(folded: Folded, found: re.Match[str], group: str) -> bool:
    """Whether a word is a name: by a capital among small letters, or because it is a known one."""
    if not found[group] or found[group] in _NOT_NAMES:
        return False
    parts = found[group].split("-")
    if any(part in SURNAMES or part in FIRST_NAMES for part in parts):
        return True
    written = folded.written(*found.span(group))
    return written[:1].isupper() and written[1:].islower() and not folded.text.istitle()


_NOT_NAMES = frozenset(
    """
    je tu il elle on nous vous ils elles le la les un une des du de au aux et ou mais donc que qui
    dont est sont a ont dit etait sera en pour par sur dans avec sans chez ne pas plus tres trop
    nous lui leur ce cette ces mon ma mes son sa ses notre nos votre vos dpj clsc quebec montreal
    laval canada bonjour merci madame monsieur juge the and but who is was has had my our her his
    she he they we you it with from at in on to for of when says said told family court superior
    cour superieure youth protection famille familial familiale principal principale jeunesse
    """.split()  # noqa: SIM905
)
