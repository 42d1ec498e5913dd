"""Answers that have nothing to do with children, family, separation or support."""

from __future__ import annotations

import re

from moderation.findings import Finding, Strength
from moderation.screening.facts import FileFacts
from moderation.screening.rules.languages import in_another_language

_SUBJECT = re.compile(
    r"\b(?:alien|enfan|enfent|fils|fille|garcon|bebe|ado\b|ados\b|paren|pere|mere|papa|maman|mamie"
    r"|papi|famil|frere|soeur|oncle|tante|niece|neveu|conjoint|chum|blonde|mari\b|epou|separ|divor"
    r"|ruptur|coupure|rejet|reje[ct]|gard|visit|acces|droit|avoca|juge|cour\b|tribun|media|dpj|dyp"
    r"|protec|confid|respec|ecout|souti|soute|supp?ort|entraid|aid|group|partag|echang|vecu|vivre"
    r"|expertis|psy|intervena|travail|violen|conflit|manipul|mensong|lien|contact|ex\b|perd|souffr"
    r"|seul|isol|comprend|comprend|child|kid|son\b|sons\b|daughter|boy\b|girl\b|mother|father|mom"
    r"|dad|famil|grand|brother|sister|wife|husband|spouse|partner|custod|access|lawyer|judge|court"
    r"|help|listen|share|sharing|privac|understand|lonel|alone|estrang|contact|lost|lose|pain)"
)
_ENOUGH_WORDS = 12


def off_subject(file: FileFacts) -> Finding | None:
    """No answer, taken together, has a word of what the group is about.

    Weak: people say things in their own words. Nothing is said of a file with few words, in
    another language, or that holds distress.
    """
    written = [answer for answer in file.answers if answer.text.strip()]
    if sum(len(answer.text.split()) for answer in written) < _ENOUGH_WORDS:
        return None
    if any(_SUBJECT.search(answer.folded.plain) for answer in written):
        return None
    if any(in_another_language(a.text) or a.distressed for a in written):
        return None
    return Finding("off_subject", written[0].shown, Strength.CAUTION)
