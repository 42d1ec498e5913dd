"""Light French and English stems: the same short form for the forms of a word and its family."""

from __future__ import annotations

from functools import lru_cache

from content.search.irregular import WORDS

LEAST = 3
"""Letters that a stem keeps: fewer would join words that have nothing in common."""

# Endings of folded words (no accents): the longest that fits goes.
_FRENCH = """
issements issement eraient atrices issions issaient issait ateurs atrice ations ements erions
trices teurs ateur ation ement ments erais erait erons eront ances ences ables ibles istes ismes
euses tions aient trice teur ment able ible ance ence iste isme euse tion ites ives eurs ions
erez erai eras antes ents ante ants iers iere ieres ite ive ifs eur era ons ont iez ait ais ant
ent ees ier irs eux iens ienne iennes ien ir er ez ee es if is it ie ies as ai a e i s x
"""
_ENGLISH = """
izations ization ational fulness ousness iveness ations ation ments ities ingly edly ances ences
ables ment ness ance ence able ible ings ity ies ing ers ion ous ive ful est ied als er ed es al
ly y e s
"""
_ENDINGS = {"fr": frozenset(_FRENCH.split()), "en": frozenset(_ENGLISH.split())}
_LONGEST = 9
_LONG = 5
_DOUBLED = frozenset("bcdfglmnprst")


@lru_cache(maxsize=65536)
def stem(word: str, language: str) -> str:
    """The stem of a folded word; a number or a very short word is its own."""
    word = WORDS[language].get(word, word)
    if len(word) <= LEAST or word[0].isdigit():
        return word
    if language == "fr" and word.endswith("aux") and len(word) > 4:
        word = word[:-3] + "al"
    endings = _ENDINGS[language]
    if len(word) == LEAST + 1 and word[-1] not in "esx":  # papa, papi
        return _settled(word)
    for size in range(min(_LONGEST, len(word) - LEAST), 0, -1):
        # A long ending leaves at least four letters: "maison" is no "mais" + "ons".
        if word[-size:] in endings and (size < 3 or len(word) - size > LEAST):
            return _settled(word[:-size])
    return _settled(word)


def _settled(stem: str) -> str:
    """Evens out what the ending leaves behind: payer, paye, paie; appeler, appelle."""
    if len(stem) > LEAST and stem[-1] == stem[-2] and stem[-1] in _DOUBLED:
        stem = stem[:-1]
    if len(stem) > _LONG and stem.endswith("at"):  # alienated, alienation
        stem = stem[:-2]
    if len(stem) > LEAST and stem.endswith("gu"):  # psychologue, psychologie; longue, long
        stem = stem[:-1]
    return stem[:-1] + "i" if stem.endswith("y") else stem
