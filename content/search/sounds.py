"""How a French word sounds, roughly: what is written by ear finds the right spelling."""

from __future__ import annotations

import re
from functools import lru_cache

# In order: each line is (letters, sound). The words are folded already.
_SOUNDS = tuple(
    (re.compile(letters), sound)
    for letters, sound in (
        ("eaux?|aux?|ots?$", "o"),
        ("ain|ein|aim|eim|yn|ym|in(?![aeiouyn])|im(?=[bp])|un(?![aeiouyn])", "1"),
        ("[ae][nm](?![aeiouynm])", "2"),
        ("o[nm](?![aeiouynm])", "3"),
        ("oe?u", "u"),
        ("oi|oy", "4"),
        ("ph", "f"),
        ("sch|ch|sh", "5"),
        ("qu|q|ck|k", "c"),
        ("ge(?=[ao])|g(?=[eiy])|j", "j"),
        ("gu(?=[eiy])", "g"),
        ("c(?=[eiy])|ss|t(?=i[o2-3])|z|x", "s"),
        ("(?:ai|ei)(?:(?:t|s|ent)$)?|ez$|er$|ees?$|et$|ey", "e"),
        ("y", "i"),
        ("h", ""),
        (r"(.)\1+", r"\1"),
        ("(?:e?[tdspx])+$", ""),
        ("e$", ""),
    )
)


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """A key shared by folded words that sound alike: ``signalement`` and ``signalemant``."""
    for letters, said in _SOUNDS:
        word = letters.sub(said, word)
    return word
