"""The forms under which a name is recognised, however it is written."""

from __future__ import annotations

import re

from moderation.folding import fold

_WORD = re.compile(r"[a-z]{2,}")
_PARTICLES = frozenset(("de", "du", "des", "la", "le", "st", "ste", "van", "von", "dit"))
_MOST_WORDS = 8


def name_forms(name: str) -> frozenset[str]:
    """Return the forms of a full name: all of its words, and the first with the last.

    Folded, without particles, in any order: « Jean-Pierre de la Tour » and « TOUR jean pierre »
    share theirs. A single word is the name of too many people, and has none.
    """
    words = [w for w in _WORD.findall(fold(name).plain) if w not in _PARTICLES][:_MOST_WORDS]
    if len(set(words)) < 2:
        return frozenset()
    forms = (set(words), {words[0], words[-1]})
    return frozenset(" ".join(sorted(form)) for form in forms if len(form) > 1)
