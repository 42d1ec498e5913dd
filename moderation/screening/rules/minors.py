"""A minor by their own words: the group is for adults."""

from __future__ import annotations

import re

from moderation.findings import Finding, Strength
from moderation.folding import Folded
from moderation.screening.facts import FileFacts

_AGES = (
    r"(?:[5-9]|1[0-7]|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize"
    r"|dix[ -]sept|dix[ -]huit ans moins|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)"
)
_NOT_AN_AGE = (  # "j'ai 15 ans d'expérience", "I am 15 years into this"
    r"(?! ?(?:de |d'|dans |depuis |a |into|in |of |late|away|since|older|younger|clean|sober"
    r"|separ|divorc|derriere|que ))"
)
_YEARS = r"(?: ?(?:years? ?old|yrs? ?old|yo|y/o|y\.o\.)\b| ?(?=[.,!;\n]|$| and | but | et | je ))"
_OWN_AGE = re.compile(
    rf"\b(?:j'ai|jai|j ai|j'aurai|g|moi|i'm|im|i am|je viens d'avoir|je vais avoir|je suis agee? de"
    rf"|je suis une? (?:ado|jeune|fille|gars|garcon|etudiante?) de) {_AGES}"
    rf"(?: ?ans?\b(?: et demie?)?{_NOT_AN_AGE}|{_YEARS})"
)
_OWN_SCHOOL = re.compile(
    r"\b(?:je suis|j'suis|jsuis|chu|chui|je vais|i'm|im|i am) (?:encore |still |toujours )?"
    r"(?:(?:au|en|a l'ecole) (?:primaire|secondaire|sec|[1-6](?:e|re|er|ieme) (?:annee|secondaire)"
    r"|(?:premiere|deuxieme|troisieme|quatrieme|cinquieme) secondaire)\b"
    r"|in (?:high ?school|middle ?school|elementary|grade \d|\d+th grade|secondary)"
    r"|(?:un |une |a )?(?:mineure?|minor)\b(?! (?:de |dans |a la |part)))"
)
# Somebody else's words: « j'ai 15 ans », il m'a dit que j'ai 15 ans.
_QUOTED = re.compile(r"(?:\"|: ?|\bdit |\brepond |\bsaid |\bsays |\bquand )[ \"]{0,3}$")


def minor(file: FileFacts) -> Finding | None:
    """The person says that they are under 18, or at school; a child's age is not theirs."""
    for answer in file.answers:
        if excerpt := _own_words(answer.folded):
            return Finding("minor", excerpt, Strength.SERIOUS)
    return None


def _own_words(folded: Folded) -> str | None:
    for pattern in (_OWN_AGE, _OWN_SCHOOL):
        for found in pattern.finditer(folded.plain):
            before = folded.plain[max(0, found.start() - 20) : found.start()]
            if not _QUOTED.search(before):
                return folded.excerpt(*found.span())
    return None
