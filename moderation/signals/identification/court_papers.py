"""A judgment or a paper of a court or of youth protection, by its file name or its heading."""

from __future__ import annotations

import re

from moderation.findings import Finding, Strength
from moderation.folding import Folded, fold, shown

_FILE = re.compile(
    r"jugement|ordonnance|requete|affidavit|subpoena|expertise|dpj|assermente|interrogatoire"
    r"|demande introductive|judgment|judgement|court[ _-]?(?:order|file)"
    r"|custody[ _-]?(?:order|eval)"
    r"|rapport[ _-](?:d[ _'-]|du[ _-]|de[ _-]|psy|eval|social|signal)|proces[ _-]verbal"
    r"|mise en demeure"
    r"|declaration sous serment|signalement|youth protection|plumitif|transcription|convention"
)
# Signs at the edges of a line are few: a text made of signs alone must not be read over and over.
_HEADINGS = tuple(
    re.compile(pattern, re.MULTILINE)
    for pattern in (
        r"^[^\w\n]{0,9}(?:cour superieure|cour du quebec|cour d'appel|superior court"
        r"|court of quebec)[^\w\n]{0,9}$",
        r"^[^\w\n]{0,9}(?:canada|province (?:de|of) quebec)[^\w\n]{0,9}$",
        r"\b(?:cour superieure|cour du quebec|superior court|court of quebec)[,;:() -]{1,4}"
        r"(?:chambre|district|province|canada|family|youth)",
        r"\bdistrict (?:de|of) [a-z-]{2,40}[^\w\n]{0,9}$",
        r"\bchambre (?:de la (?:famille|jeunesse)|civile)\b|\b(?:family|youth) division\b",
        r"\bpar ces motifs\b|\bfor these reasons\b",
        r"\ble tribunal (?::|ordonne|accorde|rejette|confie|declare)|\bthe court (?:orders|grants)",
        r"\b(?:demanderesse|defenderesse|demandeur|defendeur|plaintiff|defendant|respondent)\b",
        r"^[^\w\n]{0,9}(?:jugement|judge?ment)\b|\bsous la presidence de\b|\bj\.? ?c\.? ?[sq]\.",
        r"^[^\w\n]{0,9}(?:attendu|considerant|whereas)\b",
    )
)
_NEEDED = 2


def court_paper(folded: Folded, file_name: str = "") -> Finding | None:
    """A file named like a court paper, or a text that bears two marks of one.

    A conversation may well name a court: one mark alone says nothing.
    """
    if file_name and _FILE.search(fold(file_name.replace("_", " ")).plain):
        return Finding("court_paper", shown(file_name), Strength.CAUTION)
    marks = sum(1 for mark in _HEADINGS if mark.search(folded.plain))
    if marks < _NEEDED:
        return None
    return Finding("court_paper", folded.excerpt(0, len(folded.plain)), Strength.CAUTION)
