"""Answers without sense: mashed keys, random letters, filler Latin, one word over and over."""

from __future__ import annotations

import re

from moderation.findings import Finding, Strength
from moderation.screening.facts import AnswerFacts, FileFacts
from moderation.screening.rules.languages import in_another_language

_WORD = re.compile(r"[a-z]+")
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "azertyuiop", "qsdfghjklm", "wxcvbn")
_KEYS_IN_A_ROW = 4
_ENOUGH = 1000  # characters, to know whether a text makes sense
_FILLER = ("lorem ipsum", "dolor sit amet")
_FEW_VOWELS = re.compile(r"[^aeiouy]{6}")
# Pairs of letters that neither French nor English writes inside a word, nor many other languages.
_NEVER = frozenset(
    """
    bq bx cj cv cx dx fq fx fz gq gx hx jb jc jd jf jg jh jk jl jm jp jq jr js jt jv jw jx jz kq kx
    kz lx mx px qa qb qc qd qe qf qg qh qi qj qk ql qm qn qo qp qr qs qt qv qw qx qy qz sx tq
    vb vc vd vf vg vh vj vk vm vp vq vt vw vx vz wj wq wv wx xj xk xz yq zb zf zg zj zk zn zq zr
    zx gf fg dfj kj hj lk fk kf gk kg hg jn df fd sdf gd
    """.split()  # noqa: SIM905
)


def gibberish(file: FileFacts) -> Finding | None:
    """Answers without sense; serious when every written answer is so.

    Bad spelling, joual, short words of messages and other languages are not gibberish.
    """
    written = [answer for answer in file.answers if answer.text.strip()]
    senseless = [answer for answer in written if _is_senseless(answer)]
    if not senseless:
        return None
    strength = Strength.SERIOUS if senseless == written else Strength.CAUTION
    return Finding("gibberish", senseless[0].shown, strength)


def _is_senseless(answer: AnswerFacts) -> bool:
    beginning = answer.folded.plain[:_ENOUGH]
    words = _WORD.findall(beginning)
    if not words:
        return False
    mashed = sum(len(word) for word in words if _is_mashed(word))
    senseless = (
        any(filler in beginning for filler in _FILLER)
        or mashed * 2 > sum(map(len, words))
        or (len(words) >= 4 and len(set(words)) * 4 <= len(words))
    )
    return senseless and not (answer.distressed or in_another_language(answer.text))


def _is_mashed(word: str) -> bool:
    if len(word) < _KEYS_IN_A_ROW:
        return False
    pairs = [word[at : at + 2] for at in range(len(word) - 1)]
    never = sum(pair in _NEVER for pair in pairs)
    return (
        _along_a_row(word)
        or bool(_FEW_VOWELS.search(word))
        or never * 5 >= len(pairs)
        or len(set(word)) * 4 <= len(word)
    )


def _along_a_row(word: str) -> bool:
    runs = (word[at : at + _KEYS_IN_A_ROW] for at in range(len(word) - _KEYS_IN_A_ROW + 1))
    return any(run in row or run in row[::-1] for run in runs for row in _ROWS)
