"""The signal of distress: it brings help to the person, and never counts against them."""

from __future__ import annotations

import re

from moderation.findings import Finding, Strength
from moderation.folding import Folded, fold
from moderation.language.laughter import laughs
from moderation.language.words import Words, words
from moderation.phrases import Phrases
from moderation.signals.distress.children import CHILD_IN_DANGER, NOT_CHILD_IN_DANGER
from moderation.signals.distress.meanings import meaning
from moderation.signals.distress.self_harm import NOT_SELF_HARM, SELF_HARM
from moderation.signals.distress.suicide import NOT_SUICIDE, RUN_TOGETHER, SUICIDE
from moderation.signals.distress.threatened import threatened
from moderation.signals.distress.violence import NOT_VIOLENCE, VIOLENCE

# When a text says several things, the first kind is told: the help card begins with its line.
_PHRASES = Phrases(
    {
        "suicide": SUICIDE,
        "self_harm": SELF_HARM,
        "child_in_danger": CHILD_IN_DANGER,
        "violence": VIOLENCE,
    },
    aside=NOT_SUICIDE + NOT_SELF_HARM + NOT_VIOLENCE + NOT_CHILD_IN_DANGER,
    run_together=RUN_TOGETHER,
)

# The site that answers people is not a cry.
_SITE = "suicide.ca"
_HELP_SITE = re.compile(rf"\b(?:www\.)?{re.escape(_SITE)}\b")


def distress(text: str) -> Finding | None:
    """A wish to die or disappear, self-harm, violence, or a child in danger.

    Takes any text in French or English. Returns a note whose ``detail["kind"]`` is ``suicide``,
    ``self_harm``, ``child_in_danger`` or ``violence``. It prefers a needless help card to a
    missed cry: only clear figures of speech are left out.
    """
    return distress_in(fold(text))


def _threatened(folded: Folded, reading: Words) -> tuple[str, str] | None:
    told = threatened(reading)
    return told and ("violence", folded.excerpt(*told))


_KILLS_ME = re.compile(r"\b(?:kill|murder|strangle) me\b|\bme (?:tuer|etrangler|assassiner)\b")
_SCOLDS = re.compile(
    r"\b(?:mom|mum|mother|dad|boss|coach|teacher|teen|teenager|sister|brother|roommate)"
    r" (?:will|would|is (?:going to|gonna)|gonna|'ll) (?:kill|murder|strangle) me\b"
)
_DOOMED = re.compile(
    r"\bj?'?v(?:ais|a) (?:crever|mourir)\b|\b(?:going to|gonna|will|'ll) die\b|\b(?:am|'m) dying\b"
)
# What one is fed up with and nobody dies of.
_TRIVIAL = re.compile(
    r"\b(?:formulaires?|forms?|annexes?|devoirs?|homework|fractions?|cours|class|zooms?|reunions?"
    r"|meetings?|exam(?:en)?s?|bac|partiels?|revis\w+|controles?|imprimante|printer|trafic|traffic"
    r"|lessive|laundry|vaisselle|dishes|gym|cardio|menage|tableur|spreadsheet|canicule)\b"
)
_IN_EARNEST = re.compile(
    r"\b(?:scared|afraid|terrified|peur|police|911|knife|couteau|gun|fusil|arme|help|aide[rz]?"
    r"|pilules?|pills?|corde|rope|pont|bridge|serieu\w+|serious\w*|en peux|anymore|pour vrai)\b"
)


def _hyperbole(kind: str, plain: str) -> bool:
    """« ma femme va me tuer haha », « jvais crever j'ai rien révisé »: a way to speak.

    It takes laughter, or a cause that nobody dies of, and nothing said in earnest.
    """
    if _IN_EARNEST.search(plain):
        return False
    if kind == "violence":
        return bool(_SCOLDS.search(plain) or (_KILLS_ME.search(plain) and laughs(plain)))
    if kind != "suicide" or not _TRIVIAL.search(plain):
        return False
    return laughs(plain) or _DOOMED.search(plain) is not None


def distress_in(folded: Folded, reading: Words | None = None) -> Finding | None:
    """The same as ``distress``, for a text already folded, and perhaps already read."""
    if _SITE in folded.plain and _HELP_SITE.search(folded.plain):
        folded, reading = fold(_HELP_SITE.sub("", folded.plain)), None
    reading = reading or words(folded.plain)
    found = _PHRASES.find(folded) or meaning(folded, reading) or _threatened(folded, reading)
    if found is None or _hyperbole(found[0], folded.plain):
        return None
    kind, excerpt = found
    return Finding("distress", excerpt, Strength.NOTE, {"kind": kind})
