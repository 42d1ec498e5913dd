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
_HEADINGS = tuple(
    re.compile(pattern)
    for pattern in (
        r"^\W*(?:cour superieure|cour du quebec|cour d'appel|superior court|court of quebec)\W*$",
        r"^\W*(?:canada|province (?:de|of) quebec)\W*$",
        r"\bdistrict (?:de|of) [a-z-]+\W*$",
        r"\bchambre (?:de la (?:famille|jeunesse)|civile)\b|\b(?:family|youth) division\b",
        r"\bpar ces motifs\b|\bfor these reasons\b",
        r"\ble tribunal (?::|ordonne|accorde|rejette|confie|declare)|\bthe court (?:orders|grants)",
        r"\b(?:demanderesse|defenderesse|demandeur|defendeur|plaintiff|defendant|respondent)\b",
        r"^\W*jugement\b|^\W*judge?ment\b|\bsous la presidence de\b|\bj\.? ?c\.? ?[sq]\.",
        r"^\W*(?:attendu|considerant|whereas)\b",
    )
)
_NEEDED = 2


def court_paper(folded: Folded, file_name: str = "") -> Finding | None:
    """A file named like a court paper, or a text that bears two marks of one.

    A conversation may well name a court: one mark alone says nothing.
    """
    if _FILE.search(fold(file_name.replace("_", " ")).plain):
        return Finding("court_paper", shown(file_name), Strength.CAUTION)
    marks = set()
    for line in folded.plain.split("\n"):
        marks |= {number for number, mark in enumerate(_HEADINGS) if mark.search(line)}
        if len(marks) >= _NEEDED:
            return Finding("court_paper", folded.excerpt(0, len(folded.plain)), Strength.CAUTION)
    return None
