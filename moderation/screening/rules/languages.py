"""Answers in full sentences of a language other than French or English."""

from __future__ import annotations

import re
import unicodedata

from moderation.findings import Finding, Strength
from moderation.folding import fold
from moderation.screening.facts import FileFacts

_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 1000  # characters, to know a language
_ENOUGH_WORDS = 6
_FRENCH_OR_ENGLISH = frozenset(
    """
    je j tu il elle on nous vous ils le la les l un une des du de d et est c ce ca que qui qu pas
    plus pour par dans avec sans sur mon ma mes son ses mais ou si ne n a ai au aux en y me m se s
    suis chu jai pis moi toi lui fait tout comme quand bien the i you he she it we they and to of
    in is was my for not that have with be are this me but on so do at from all just can want
    """.split()  # noqa: SIM905
)
_OTHERS = frozenset(
    """
    el los las una unos y es soy estoy por para con mi mis hijo hija hijos que muy pero yo del
    porque quiero tengo como o os uma meu minha meus filho filha filhos para com nao eu mas quero
    sou estou il gli che sono mio mia miei figlio figlia figli per con non ma ho vorrei perche
    der die das und ich bin ist nicht mein meine meinen mit fur habe kinder sohn tochter mochte
    mwen pitit mwenn li nou ak pou paske yo gen te ap fe m renmen bezwen ed se nan manman
    si sunt eu meu copil copii pentru nu cu vreau am benim cocuk ve bir icin istiyorum
    jestem moje dziecko nie ze w na z jak chce dzieci walad ana ibni binti
    """.split()  # noqa: SIM905
) - frozenset("il ma mi me si y m o se on par comme a".split())  # noqa: SIM905


def another_language(file: FileFacts) -> Finding | None:
    """An answer in another language: somebody who reads it is needed, nothing more."""
    for answer in file.answers:
        if in_another_language(answer.text):
            return Finding("another_language", answer.shown, Strength.NOTE)
    return None


def in_another_language(text: str) -> bool:
    """Whether most letters are not Latin, or most of the small words are of other languages."""
    beginning = text[:_ENOUGH]
    letters = [character for character in beginning if character.isalpha()]
    latin = sum("LATIN" in unicodedata.name(letter, "") for letter in letters)
    if len(letters) > 2 * _ENOUGH_WORDS and latin * 2 < len(letters):
        return True
    words = _WORD.findall(fold(beginning).plain)
    if len(words) < _ENOUGH_WORDS:
        return False
    ours = sum(word in _FRENCH_OR_ENGLISH for word in words)
    theirs = sum(word in _OTHERS for word in words)
    return theirs > ours and theirs * 6 >= len(words)
