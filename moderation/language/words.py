"""A text as words with their classes: who is spoken to, what is said of them, what changes it.

Words come from the tables of :mod:`moderation.language.lexicon`. Words that change nothing to who
does what (adverbs, swear words used for emphasis) are left out of the reading; a swear word or
``sale`` or ``espèce de`` before a noun marks that noun ``HARSHED``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise
from typing import Any

from moderation.language.inflections import noun_forms, verb_forms
from moderation.language.lexicon import AS_WRITTEN, INNOCENT, NOUNS, READ_AS, VERB_PHRASES, VERBS
from moderation.language.run_together import run_together
from moderation.language.spoken import respoken

Keys = tuple[str, ...]

_TOKEN = re.compile(
    r"[a-z0-9@*_]+'(?:re|ve|ll|m|t|s|d)(?![a-z'])|[a-z0-9@*_]+'?|[.!?;\n]+|[,:()\"…$€]|-(?= )"
)
_ENGLISH_ENDINGS = {
    "'re": ("are",), "'ve": ("have",), "'ll": ("will",), "'m": ("am",), "'d": ("would",),
    "'s": ("is",), "n't": ("not",),
}  # fmt: skip
_NOT = {"can't": ("can", "not"), "won't": ("will", "not"), "ain't": ("is", "not")}
_ELIDED = {
    "j'": "je",
    "jt'": "jte",
    "jl'": "jle",
    "jm'": "jme",
    "d'": "d'",
    "c'": "ce",
    "n'": "ne",
    "s'": "se",
    "qu'": "que",
    "m'": "me",
}
_RUN = re.compile(r"([a-z])\1{2,}")
_DOUBLED = re.compile(r"([a-z])\1+")
_EDGE: Keys = ("PAUSE", "STOP")
_STOP = frozenset(".!?;\n")
_SHORTEST_COLLAPSED = 4
_SHORTEST_SWAPPED, _SHORTEST_MISSING = 7, 8
_MISSPELT = ("INSULT", "SLUR")
_RUDE = frozenset({"INSULT", "SLUR", "VIOL", "DISMISS", "SEX"})
_DROPPED = frozenset({"FILL", "HARSH"})
_CHANGING = frozenset({"HARSH", "ORIGIN"})
_LINKS = frozenset({"de", "d'", "of"})
_ARTICLES = frozenset({"la", "le", "l'", "les"})
_AND = frozenset({"et", "and"})  # « sales et paresseux »: nothing is marked
_MARKS = frozenset({"DIRTY", "CALLED", "KIND"})
_FOLKS = frozenset(
    """
    people ppl folks kids children guys women men woman man couples parents families person
    """.split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a reading that count: the keys of each, and where it stands in the reading.

    The first and the last are the edges of the text, where nothing stands.
    """

    keys: tuple[Keys, ...]
    spans: tuple[tuple[int, int], ...]
    present: frozenset[str]
    """The keys of all words."""


def words(reading: str) -> Words:
    """The words of a folded reading (``Folded.plain`` or ``Folded.tight``)."""
    keys, spans = _merged(respoken(_tokens(reading)))
    present = frozenset(_EDGE).union(*keys)
    if present.isdisjoint(_CHANGING):
        edges = (len(reading), len(reading))
        return Words((_EDGE, *keys, _EDGE), ((0, 0), *spans, edges), present)
    return _changed(keys, spans, len(reading))


def _changed(merged: list[Keys], places: list[tuple[int, int]], length: int) -> Words:
    """The words, where some mark others or name a group together."""
    keys: list[Keys] = [_EDGE]
    spans = [(0, 0)]
    marks: Keys = ()
    for (found, following), (start, end) in zip(pairwise((*merged, _EDGE)), places, strict=True):
        if "HARSH" in found and "PAUSE" not in following and following[0] not in _AND:
            marks = tuple(dict.fromkeys((*marks, "HARSHED", *_MARKS.intersection(found))))
        elif "ORIGIN" in keys[-1] and found[0] in _FOLKS:
            spans[-1] = (spans[-1][0], end)  # « disabled kids »: one group
        elif not (marks and found[0] in _LINKS):
            keys.append(_marked(found, marks) if marks else found)
            spans.append((start, end))
            marks = ()
    keys.append(_EDGE)
    spans.append((length, length))
    return Words(tuple(keys), tuple(spans), frozenset(chain.from_iterable(keys)))


def normalised(text: str) -> list[str]:
    """The words of an entry of a lexicon or of a pattern, as a text's words are read."""
    return [word for found in _TOKEN.finditer(text) for word in _expanded(found[0])]


def _tokens(reading: str) -> list[tuple[str, int, int]]:
    return [(word, *found.span()) for found in _TOKEN.finditer(reading) for word in _read(found[0])]


@lru_cache(maxsize=8192)
def _read(token: str) -> tuple[str, ...]:
    """The words that a token stands for."""
    return _pieces(token) or _expanded(token)


def _pieces(token: str) -> tuple[str, ...]:
    """The words of an unknown one that is several, written together."""
    if _expanded(token) != (token,) or _known(token) or token in _SET_PHRASES:
        return ()
    found = run_together(token, _kinds)
    return tuple(word for piece in found for word in _expanded(piece))


def _kinds(piece: str) -> frozenset[str]:
    """The classes of a word, or of all those that a hurried spelling stands for."""
    meant = _SPOKEN.get(piece, (piece,)) if len(piece) >= _SHORTEST_COLLAPSED else (piece,)
    return frozenset(key for word in meant for key in _known(word) or ())


@lru_cache(maxsize=8192)
def _expanded(token: str) -> tuple[str, ...]:
    if token[0] in _STOP:
        return (token[0] if "\n" not in token else "\n",)
    if token in _NOT:
        return _NOT[token]
    if token in _ELIDED:
        return _SPOKEN.get(_ELIDED[token], (_ELIDED[token],))
    for ending, meaning in _ENGLISH_ENDINGS.items():
        if token.endswith(ending) and len(token) > len(ending):
            return (*_expanded(token.removesuffix(ending)), *meaning)
    token = token.strip("*_") or token
    return _SPOKEN.get(token) or _SPOKEN.get(_RUN.sub(r"\1", token)) or (token,)


def _merged(tokens: list[tuple[str, int, int]]) -> tuple[list[Keys], list[tuple[int, int]]]:
    """The keys of the tokens that count, and their places; a set phrase becomes one word."""
    all_keys: list[Keys] = []
    spans: list[tuple[int, int]] = []
    at, count = 0, len(tokens)
    while at < count:
        word, start, end = tokens[at]
        keys, node, fills = _node(word)
        at += 1
        if node is not None and at < count and tokens[at][0] in node:
            keys, at = _set_phrase(node, tokens, at) or (keys, at)
            end, fills = tokens[at - 1][2], "FILL" in keys
        if not fills:
            all_keys.append(keys)
            spans.append((start, end))
    return all_keys, spans


def _set_phrase(node: Any, tokens: list[tuple[str, int, int]], at: int) -> tuple[Keys, int] | None:
    """The longest set phrase (« fils de pute ») that goes on from there, and where it ends."""
    found = None
    for ahead in range(at, len(tokens)):
        node = node.get(tokens[ahead][0])
        if node is None:
            break
        if _END in node:
            found = node[_END], ahead + 1
    return found


@lru_cache(maxsize=16384)
def _node(word: str) -> tuple[Keys, Any, bool]:
    """The keys of a word, the set phrases that it opens, and whether it changes nothing."""
    keys = _keys(word)
    return keys, _SET_PHRASES.get(word), "FILL" in keys


def joined(keys: list[str]) -> Iterator[str]:
    """The keys of a pattern, its set phrases made one as those of a text are."""
    at = 0
    while at < len(keys):
        node, ahead, after = _SET_PHRASES.get(keys[at]), at + 1, at + 1
        while node is not None:
            if _END in node:
                after = ahead
            node = node.get(keys[ahead]) if ahead < len(keys) else None
            ahead += 1
        yield " ".join(keys[at:after])
        at = after


def counts(word: str) -> bool:
    """Whether readings keep a word: adverbs and swear words for emphasis are left out."""
    return _DROPPED.isdisjoint(_keys(word))


def classes(word: str) -> Keys:
    """The classes of a word, none for a class itself."""
    return _keys(word)[1:] if not word.isupper() else ()


@lru_cache(maxsize=16384)
def _keys(word: str) -> Keys:
    if word in _STOP:
        return (word, *_EDGE)
    if not word[0].isalnum() and word not in _CLASSES:
        return (word, "MENTION", "PERSON") if word[0] == "@" and len(word) > 1 else (word, "PAUSE")
    known = _known(word)
    if known is None and "*" in word:
        known = _masked(word)
    if known is None:
        known = _MISSPELLINGS.get(word, ("ADJ",))  # whatever a lexicon does not know
    return (word, *known)


def _known(word: str) -> Keys | None:
    """The classes of a word in the lexicon, whatever letters are repeated."""
    if word in _INNOCENT:
        return None
    known = _CLASSES.get(word)
    if known is None and (run := _RUN.sub(r"\1\1", word)) != word:
        known = _CLASSES.get(run)
    return _COLLAPSED.get(_DOUBLED.sub(r"\1", word)) if known is None else known


def _masked(word: str) -> Keys:
    """The classes of a word of which letters are hidden (``c*nnard``)."""
    pattern = re.compile(word.replace("*", "[a-z]"))
    fits = (
        keys
        for each, keys in _CLASSES.items()
        if _RUDE.intersection(keys) and pattern.fullmatch(each)
    )
    return next(fits, ())


@lru_cache(maxsize=4096)
def _marked(keys: Keys, marks: Keys) -> Keys:
    """The keys of a word that stands after words such as ``sale``, ``pauvre``, ``espèce de``."""
    insult: Keys = ("INSULT",) if "MILD" in keys or ("MEEK" in keys and "CALLED" in marks) else ()
    insult += ("VOCATIVE",) if "CALLED" in marks and (insult or "INSULT" in keys) else ()
    slur = ("SLUR",) if "ORIGIN" in keys and "DIRTY" in marks else ()
    return (*keys, *marks, *insult, *slur)


_END = ""  # no word is empty


def _compiled() -> tuple[dict[str, Keys], dict[str, Any]]:
    classes: dict[str, dict[str, None]] = {}
    phrases: dict[str, Any] = {}
    for forms, tables in ((noun_forms, NOUNS), (verb_forms, VERBS), (_itself, AS_WRITTEN)):
        for names, table in tables:
            for entry in chain.from_iterable(line.split(",") for line in table.splitlines()):
                *before, last = normalised(entry) or [""]
                for form in forms(last) if last else ():
                    _add(names.split(), [*before, form], classes, phrases)
                if before and forms is noun_forms:
                    plural = [each if each in _LINKS | _ARTICLES else each + "s" for each in before]
                    for form in forms(last):
                        _add(names.split(), [*plural, form], classes, phrases)
    for names, table in VERB_PHRASES:
        for entry in chain.from_iterable(line.split(",") for line in table.splitlines()):
            first, *after = normalised(entry) or [""]
            for form in verb_forms(first) if first else ():
                _add(names.split(), [form, *after], classes, phrases)
    return {word: tuple(keys) for word, keys in classes.items()}, phrases


def _itself(word: str) -> Iterator[str]:
    yield word


def _add(
    names: list[str],
    entry: list[str],
    classes: dict[str, dict[str, None]],
    phrases: dict[str, Any],
) -> None:
    if len(entry) == 1:
        classes.setdefault(entry[0], {}).update(dict.fromkeys(names))
        return
    node = phrases
    for word in entry:
        node = node.setdefault(word, {})
    node[_END] = tuple(dict.fromkeys((*node.get(_END, (" ".join(entry),)), *names)))


def _misspellings() -> dict[str, Keys]:
    """Rude words with two letters swapped or one missing, the long ones: short ones are many."""
    found: dict[str, Keys] = {}
    for word, keys in _CLASSES.items():
        if len(word) >= _SHORTEST_SWAPPED and not set(keys).isdisjoint(_MISSPELT):
            found |= {wrong: keys for wrong in _wrong(word) if wrong not in _CLASSES}
    return found


def _wrong(word: str) -> Iterator[str]:
    for at in range(1, len(word) - 1):
        yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        if len(word) >= _SHORTEST_MISSING:
            yield word[:at] + word[at + 1 :]


def _spoken(table: str) -> Mapping[str, tuple[str, ...]]:
    spoken: dict[str, tuple[str, ...]] = {}
    for line in table.strip().splitlines():
        spellings, meaning = line.split("=")
        spoken |= dict.fromkeys(spellings.split(), tuple(meaning.split()))
    return spoken


_SPOKEN = _spoken(READ_AS)
_INNOCENT = frozenset(INNOCENT.split())
_CLASSES, _SET_PHRASES = _compiled()
_COLLAPSED = {
    _DOUBLED.sub(r"\1", word): keys
    for word, keys in _CLASSES.items()
    if len(word) >= _SHORTEST_COLLAPSED
}
_MISSPELLINGS = _misspellings()
