"""A judgment or a paper of a court or of youth protection, by its file name or its heading."""

from __future__ import annotations

import re

from moderation.findings import Finding, Strength
from moderation.folding import Folded, fold, shown
from moderation.signals.identification.wordings import Wording, wording

_FILE = re.compile(
    r"jugement|ordonnance|requete|affidavit|subpoena|expertise|dpj|assermente|interrogatoire"
    r"|demande introductive|judgment|judgement|court[ _-]?(?:order|file)"
    r"|custody[ _-]?(?:order|eval)"
    r"|rapport[ _-](?:d[ _'-]|du[ _-]|de[ _-]|psy|eval|social|signal)|proces[ _-]verbal"
    r"|mise en demeure"
    r"|declaration sous serment|signalement|youth protection|plumitif|transcription|convention"
)
_NAMED_FILE = re.compile(r"(?<!\S)[\w'()-]{3,80}\.(?:pdf|docx?|odt|jpe?g|png|heic|zip)\b")
# Signs at the edges of a line are few: a text made of signs alone must not be read over and over.
_BEGINS, _ENDS = r"^[^\w\n]{0,9}", r"[^\w\n]{0,9}$"
_COURTS = "cour superieure|cour du quebec|superior court|court of quebec"
# Each mark of a court paper, in the ways to make it.
_MARKS = (
    (wording(_BEGINS, f"{_COURTS}|cour d'appel", _ENDS),),
    (wording(_BEGINS, "canada|province de quebec|province of quebec", _ENDS),),
    (wording(r"\b", _COURTS, r"[,;:() -]{1,4}(?:chambre|district|province|canada|family|youth)"),),
    (wording(r"\b", "district de |district of ", rf"[a-z-]{{2,40}}{_ENDS}"),),
    (
        wording(r"\b", "chambre de la famille|chambre de la jeunesse|chambre civile", r"\b"),
        wording(r"\b", "family division|youth division", r"\b"),
    ),
    (wording(r"\b", "par ces motifs|for these reasons", r"\b"),),
    (
        wording(r"\b", "le tribunal ", "(?::|ordonne|accorde|rejette|confie|declare)"),
        wording(r"\b", "the court orders|the court grants", ""),
    ),
    (
        wording(r"\b", "demanderesse|defenderesse|demandeur|defendeur", r"\b"),
        wording(r"\b", "plaintiff|defendant|respondent", r"\b"),
    ),
    (
        wording(_BEGINS, "jugement|judgment|judgement", r"\b"),
        wording(r"\b", "sous la presidence de", r"\b"),
        wording(r"\b", "jc|j c|j.c|j. c", r"\.? ?[sq]\."),
    ),
    (wording(_BEGINS, "attendu|considerant|whereas", r"\b"),),
)
_WORDS = tuple({word for mark in _MARKS for way in mark for word in way.words})
_NEEDED = 2


def court_paper(folded: Folded, file_name: str = "") -> Finding | None:
    """A file named like a court paper, or a text that bears two marks of one.

    A conversation may well name a court: one mark alone says nothing.
    """
    if file_name and _FILE.search(fold(file_name.replace("_", " ")).plain):
        return Finding("court_paper", shown(file_name), Strength.CAUTION)
    if "." in folded.plain:
        for name in _NAMED_FILE.finditer(folded.plain):
            if _FILE.search(name[0].replace("_", " ")):
                return Finding("court_paper", folded.excerpt(*name.span()), Strength.CAUTION)
    if not any(map(folded.plain.__contains__, _WORDS)):
        return None
    if sum(_bears(folded.plain, mark) for mark in _MARKS) < _NEEDED:
        return None
    return Finding("court_paper", folded.excerpt(0, len(folded.plain)), Strength.CAUTION)


def _bears(text: str, mark: tuple[Wording, ...]) -> bool:
    return any(next(way.finditer(text), None) for way in mark)
