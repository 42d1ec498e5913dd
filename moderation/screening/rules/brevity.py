"""Answers too short to say anything."""

from __future__ import annotations

import re

from moderation.findings import Finding, Strength
from moderation.screening.facts import AnswerFacts, FileFacts

_WORD = re.compile(r"[^\W_]+")
# Words that alone say nothing: "ok", "je sais pas trop", "n/a", "idk".
_SAY_NOTHING = frozenset(
    """
    ok okay oki oui ouais non nan bof ben bah je j sais sait c ca cela pas trop rien aucun aucune
    idee ne n a na nsp jsp jsais chais chepa idk dunno i don t dont know nothing none yes no yeah
    nope sure maybe idea peut etre test
    bonjour salut allo hello hi hey merci thanks svp stp please plus
    tard later voila point xx xxx lol mdr hum euh et la le un de d qui que est y it s hmm asap
    """.split()  # noqa: SIM905
)


def too_short(file: FileFacts) -> Finding | None:
    """Answers under the length that the question asks for, or made of words that say nothing.

    An answer that holds distress says enough.
    """
    short = [(n, answer) for n, answer in enumerate(file.answers, 1) if _is_short(answer)]
    if not short:
        return None
    questions = ", ".join(str(n) for n, _ in short)
    _, first = short[0]
    return Finding("too_short", first.shown, Strength.CAUTION, {"questions": questions})


def _is_short(answer: AnswerFacts) -> bool:
    text = answer.text.strip()
    if not text and answer.min_length == 0:
        return False  # the words were optional
    says_nothing = all(word in _SAY_NOTHING for word in _WORD.findall(answer.folded.plain))
    return (says_nothing or len(text) < answer.min_length) and not answer.distressed
