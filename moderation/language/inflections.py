"""The forms under which a word of a lexicon is met: French and English endings, hurried or not."""

from __future__ import annotations

from collections.abc import Iterator

_ER = """er e es ons ez ent ai as a erai eras era erons erez eront erais erait eraient ais ait
aient ant ee ees eux""".split()  # noqa: SIM905
_IR = """ir is it issons issez issent irai iras ira irons irez iront irais irait i ie ies
issant isse""".split()  # noqa: SIM905


def noun_forms(word: str) -> Iterator[str]:
    """A noun or adjective, with the marks of gender and number of both languages."""
    yield word
    if word.endswith("eur"):
        yield from (word + "s", word[:-1] + "se", word[:-1] + "ses", word + "e", word + "es")
    elif word.endswith("eux"):
        yield from (word[:-1] + "se", word[:-1] + "ses")
    elif word.endswith("al"):
        yield from (word + "e", word + "es", word[:-1] + "ux", word + "s")
    elif word.endswith(("s", "x", "z", "sh", "ch")):
        yield from (word + "e", word + "es")
    elif word.endswith(("on", "en", "el")):
        yield from (word + "s", word + word[-1] + "e", word + word[-1] + "es")
    elif word.endswith("y"):
        yield from (word + "s", word[:-1] + "ies")
    elif word.endswith("e"):
        yield word + "s"
    else:
        yield from (word + "s", word + "e", word + "es")


def verb_forms(word: str) -> Iterator[str]:
    """A regular verb: French in -er, -ir, -dre or -tre, otherwise English."""
    yield word
    if word.endswith("er") and len(word) > 4:
        stem = word[:-2]
        stems = {stem}
        if stem.endswith("g"):
            stems.add(stem + "e")
        yield from (each + ending for each in stems for ending in _ER)
    elif word.endswith("ir"):
        yield from (word[:-2] + ending for ending in _IR)
    elif word.endswith(("dre", "tre")):
        stem = word[:-2]
        yield from (stem + end for end in ("s", "", "ons", "ez", "ent", "u", "ue", "us", "ues"))
        yield from (stem + "r" + end for end in ("ai", "as", "a", "ons", "ez", "ont", "ais", "ait"))
    else:
        stem = word.removesuffix("e")
        yield from (word + "s", stem + "ed", stem + "ing", word + "es", stem + "in", stem + "er")
        yield from (word + word[-1] + "ed", word + word[-1] + "ing", word + word[-1] + "in")
