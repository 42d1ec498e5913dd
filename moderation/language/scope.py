"""What changes the bearing of words: quotes, people who report them, doubt, denial, disapproval."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice, pairwise

from moderation.language.patterns import ASIDE, Match
from moderation.language.words import Keys, Words

_LOOK = 9  # words before or after
_NEAR = 4
_WORDS_AROUND_A_QUOTE = 2


def outside_asides(matches: Iterable[Match]) -> list[Match]:
    """The matches that share no word with those of the table of resemblances."""
    found = list(matches)
    aside: set[int] = set()
    for match in found:
        if match.name == ASIDE:
            aside.update(range(match.start, match.end))
    return [m for m in found if m.name != ASIDE and aside.isdisjoint(range(m.start, m.end))]


def borne_by_the_author(words: Words, match: Match) -> bool:
    """Whether the author says it in earnest: not quoted, reported, doubted or disapproved of."""
    return not (told_of_another(words, match) or _denied(words, match))


def told_of_another(words: Words, match: Match) -> bool:
    """Whether the words are quoted, or told as those of somebody else."""
    return _quoted(words, match) or _reported_before(words, match) or _reported_after(words, match)


def disapproved(words: Words, match: Match) -> bool:
    """Whether the sentence judges the words (« dire que les … c'est raciste »)."""
    first = (match.start, words.keys[match.start])
    around = (*_before(words, match), first, *_after(words, match))
    return any("DISAPPROVE" in keys for _, keys in around)


def _before(words: Words, match: Match, most: int = _LOOK) -> Iterator[tuple[int, Keys]]:
    """The words before, the nearest first, as far as the sentence goes."""
    for at in range(match.start - 1, max(match.start - 1 - most, -1), -1):
        if "STOP" in words.keys[at]:
            return
        yield at, words.keys[at]


def _after(words: Words, match: Match) -> Iterator[tuple[int, Keys]]:
    for at in range(match.end, min(match.end + _LOOK, len(words.keys))):
        if "STOP" in words.keys[at]:
            return
        yield at, words.keys[at]


def _quoted(words: Words, match: Match) -> bool:
    """Between quotation marks, in a text that says something else around them."""
    first = match.start + ("PAUSE" in words.keys[match.start])
    opened = [at for at in range(max(first - 40, 0), first) if words.keys[at][0] == '"']
    marks_before = sum(1 for keys in words.keys[:first] if keys[0] == '"')
    if not opened or marks_before % 2 == 0:
        return False
    after = range(match.end - 1, min(match.end + 40, len(words.keys)))
    closed = next((at for at in after if words.keys[at][0] == '"'), len(words.keys))
    outside = [*words.keys[: opened[-1]], *words.keys[closed + 1 :]]
    said = (keys for keys in outside if "PAUSE" not in keys)
    return len(list(islice(said, _WORDS_AROUND_A_QUOTE))) == _WORDS_AROUND_A_QUOTE


def _reported_before(words: Words, match: Match) -> bool:
    """« il m'a traitée de… », "they keep saying…": somebody else speaks."""
    for at, keys in _before(words, match):
        if "SAY" in keys and _said_by_another(words, at) and not _dares_to_tell(words, at, match):
            return True
        if "REPORT" in keys:
            return True
    return _introduced(words, match)


def _dares_to_tell(words: Words, at: int, match: Match) -> bool:
    """« dis-le à ta mère et je te… »: the threat follows, it is not what is said."""
    told = words.keys[at][0] in _TELL and "PAUSE" in words.keys[at - 1]
    return told and any(keys[0] in _THEN for keys in words.keys[at + 1 : match.start + 1])


_TELL = frozenset({"dis", "dites", "tell", "repete", "raconte"})
_THEN = frozenset({"et", "and", "pis"})


def _introduced(words: Words, match: Match) -> bool:
    """A sentence that ends with a colon announces what follows."""
    before = list(_before(words, match, 3))
    return any(keys[0] == ":" and _says(words, at) for at, keys in before)


def _says(words: Words, at: int) -> bool:
    before = words.keys[max(at - 6, 0) : at]
    if any(keys[0] in _I_SAY for keys in before):
        return False  # « je le dis comme je le pense : … »
    return any({"SAY", "MESSAGE"} & set(keys) for keys in before)


_I_SAY = frozenset({"dis", "repete"})


def _said_by_another(words: Words, at: int) -> bool:
    """Whether somebody else says, or the author is told, or saying it is what one speaks of."""
    if words.keys[at][0] in _NAMES_SOMEBODY and words.keys[at + 1][0] in _LINKS:
        return True  # « l'a traité de »: who says so tells it
    if words.keys[at][0] in _PHONES and any(
        keys[0] in _CALLED for keys in words.keys[at + 1 : at + 4]
    ):
        return False  # « si tu appelles la police… »
    before = words.keys[max(at - 4, 0) : at]
    if words.keys[at][0] in _TAKEN_IN and any("YOU" in keys for keys in before[-2:]):
        return False  # "you heard me, …"
    if any("PAUSE" in one and _bids(next_) for one, next_ in pairwise(before)):
        return False  # « viens me le dire en pleine face »
    if any(keys[0] in _OF_THE_AUTHOR or "HIM" in keys for keys in words.keys[at + 1 : at + 3]):
        return True
    for keys in reversed(before):
        if "STOP" in keys:
            break
        if keys[0] in _OF_THE_AUTHOR or not _OTHERS.isdisjoint(keys):
            return True
        if "I" in keys:
            return False
    return "PAUSE" in words.keys[at - 1] and words.keys[at][0] in _SAID_OF


def _bids(keys: Keys) -> bool:
    return "BID" in keys and keys[0] not in _FORBIDS  # « arrête de dire » reports


_FORBIDS = frozenset({"stop", "arrete", "arretez", "cesse", "cessez", "quit"})
_TAKEN_IN = frozenset({"heard", "read", "lu", "entendu"})
_NAMES_SOMEBODY = frozenset({"traite", "traitee", "traites", "traitees", "traitait", "traiter"})
_PHONES = frozenset({"appelle", "appelles", "appelez", "appeler", "call", "calls", "calling"})
_CALLED = frozenset({"police", "cops", "911", "dpj", "flics", "avocat", "lawyer", "cps"})
_LINKS = frozenset({"de", "d'", "comme"})

_SAID_OF = frozenset(
    """
    dire saying calling called traiter traite traitee telling told entendre entendu hearing heard
    ecrire writing appeler recu recevoir received lu lire reading dit crier yelling
    """.split()  # noqa: SIM905
)
"""What opens a sentence about something said; "say that again and…" is a dare."""

_OF_THE_AUTHOR = frozenset({"me", "m'", "moi", "us", "nous", "myself", "my", "mon", "ma", "mes"})
_OTHERS = frozenset(
    {
        "HE",
        "PERSON",
        "GROUP",
        "OTHERS",
        "FIRSTNAME",
        "BE",
        "WHY",
        "qui",
        "who",
        "people",
        "gens",
        "monde",
        "get",
    }
    | {"got", "getting", "fait", "faire", "someone", "somebody", "everyone", "NEG", "one", "CHILD"}
    | {"autres", "others", "enfants", "kids", "texto", "courriel", "lettre"}
)


def _reported_after(words: Words, match: Match) -> bool:
    """« t'es folle, qu'il me disait »."""
    for at, keys in _after(words, match):
        if "SAY" in keys:
            before = words.keys[max(at - 4, match.end) : at]
            return any("HE" in each for each in before)
    return False


def _denied(words: Words, match: Match) -> bool:
    """« je ne pense pas que tu es… », "if you think that you're…", « même si t'es… »."""
    near = [keys for _, keys in _before(words, match, _NEAR + 2)]
    if "THINK" in words.keys[match.start]:
        near.insert(0, words.keys[match.start])
    thinks = [i for i, keys in enumerate(near) if "THINK" in keys]
    if thinks and _asks_to_agree(near):
        return False
    if thinks and not _agrees(near) and any({"NEG", "IF", "WHY"} & set(keys) for keys in near):
        return True
    if thinks and any({"YOU", "HE", "PERSON"} & set(keys) for keys in near[thinks[0] :]):
        return True
    return any("IF" in keys for keys in near[:2])


def _agrees(near: list[Keys]) -> bool:
    """« qui d'autre trouve que… », "does anyone else think": the author thinks so already."""
    return any(keys[0] in _ELSE for keys in near)


def _asks_to_agree(near: list[Keys]) -> bool:
    """« vous trouvez pas que… », "don't you think…": a question that expects a yes."""
    asked = any("YOU" in keys for keys in near) and any("NEG" in keys for keys in near)
    return asked and not any("I" in keys or "IF" in keys for keys in near)


_ELSE = frozenset({"else", "autre"})


def supposed(words: Words, match: Match) -> bool:
    """Whether it is only supposed: « si tu te dis que t'es… », in the same clause."""
    for _, keys in _before(words, match, _NEAR + 2):
        if "PAUSE" in keys:
            return False
        if "IF" in keys:
            return True
    return False
