"""Tells French from English by the small words and letters of a question."""

from __future__ import annotations

from content.search.folding import words

_FRENCH = """
    ai aux avec c ca ce ces cest comment dans de des donc du elle en est et fait faut il ils j jai
    je jsuis la le les leur lui ma mais mes mon ne nous ou par pas peut pis plus pour pourquoi puis
    quand que quel quelle quelles quels qui quoi sa sans ses si son suis sur ta tes ton tu un une va
    veut veux vos votre vous y a an as me on or te se chu chui jpeux jveux koi ki ke pk pu cest
    demande enfant enfants fils fille garde groupe mere pere aide avocat
    cour merci bonjour ecole visite droit
"""
_ENGLISH = """
    a about am an and any are be but by can cant could did do does dont for from get had has have he
    help her his how i id if im in is it its ive join just kid kids let like my need no not of or
    our out she should so some that the their them there they this to was we what when where which
    who why will with would you your child children court custody lawyer daughter father mother son
    school
"""
_SMALL_WORDS = {"fr": frozenset(_FRENCH.split()), "en": frozenset(_ENGLISH.split())}
_ACCENTED = frozenset("àâçéèêëîïôûùœ")


def language_of(text: str, otherwise: str) -> str:
    """``fr`` or ``en``; ``otherwise`` when the text doesn't tell."""
    said = words(text)
    french = sum(word in _SMALL_WORDS["fr"] for word in said) + any(
        c in _ACCENTED for c in text.lower()
    )
    english = sum(word in _SMALL_WORDS["en"] for word in said)
    if french == english:
        return otherwise
    return "fr" if french > english else "en"
