"""An insult thrown at somebody who reads it, or at a person who is named."""

from __future__ import annotations

import re

from moderation.findings import Finding, Strength
from moderation.folding import fold
from moderation.language.patterns import Match, Patterns
from moderation.language.scope import borne_by_the_author, supposed
from moderation.language.words import Words
from moderation.signals.attacks.found import in_jest, strongest
from moderation.signals.attacks.tables import insults as tables
from moderation.signals.facts import MessageFacts

_STRENGTHS = {
    "aimed": Strength.CAUTION,
    "called": Strength.CAUTION,
    "dismissed": Strength.CAUTION,
    "mine": Strength.CAUTION,
    "despised": Strength.NOTE,
    "parent": Strength.CAUTION,
}

_PATTERNS = Patterns(
    {
        "aside": tables.ASIDE,
        "aimed": tables.AIMED,
        "called": tables.CALLED,
        "dismissed": tables.DISMISSED,
        "mine": tables.MINE,
        "parent": tables.PARENT,
        "despised": tables.DESPISED,
    }
)


def insult(facts: MessageFacts) -> Finding | None:
    """Name-calling in the second person, or of somebody named; swearing alone is none.

    An insult that the author reports, quotes, denies or turns on themselves is not one.
    """
    said = strongest(facts, "insult", _PATTERNS, _STRENGTHS, _aimed)
    return in_jest(facts, said) if said and _teases(said) else said


def _teases(finding: Finding) -> bool:
    """Whether friends say it laughing: « lol t'es con », and not « lol quelle salope »."""
    return not _TEASES.isdisjoint(_WORD.findall(fold(finding.excerpt).plain))


_WORD = re.compile(r"[a-z]+")
_TEASES = frozenset(
    """
    con conne cons cave caves epais epaisse niaiseux niaiseuse nono nonos nounoune tata tatas fou
    folle fous folles idiot idiots idiote idiotes dumb dumbass stupid silly innocent gnochon
    couillon cretin bouffon jackass moron morons couillonne cochon cochonne dork goof crazy nut
    chier gueule yeule ferme shut fuck
    """.split()  # noqa: SIM905
)
"""What one laughs with; harder words hurt, laughter or not."""


def _aimed(words: Words, match: Match) -> bool:
    if match.name == "called" and not _calls_somebody(words, match):
        return False
    if match.name == "mine" and "HARSHED" not in words.keys[match.end - 2]:
        return False
    if _lets_go(words, match):
        return False
    if match.name == "dismissed" and _of_somebody_else(words, match):
        return False
    if _teasing_follows(words, match):
        return False
    return borne_by_the_author(words, match) and not supposed(words, match)


def _teasing_follows(words: Words, match: Match) -> bool:
    same_sentence = True
    for keys in words.keys[match.end : match.end + _NEAR]:
        same_sentence = same_sentence and "STOP" not in keys
        if keys[0] in _TEASING or (same_sentence and keys[0] in _FRIENDLY):
            return True
    return False


_NEAR = 6
_TEASING = frozenset(
    """
    love laugh hilarious adore adorer laughing aime congrats congratulations felicitations bravo
    amazing awesome wow ri rire
    """.split()  # noqa: SIM905
)
_FRIENDLY = frozenset({"merci", "thanks", "thank", "fete", "birthday", "ennuie", "manques", "miss"})
"""What follows an insult between friends: "you idiots made me laugh"."""


def _lets_go(words: Words, match: Match) -> bool:
    """« tu lâches pas »: the last word is a verb where « pas » or what is let go follows."""
    last, after = words.keys[match.end - 1], words.keys[match.end : match.end + 1]
    return last[0] in _LET_GO and any("NEG" in keys or keys[0] in _HELD for keys in after)


_LET_GO = frozenset({"lache", "laches", "lachez"})
_HELD = frozenset({"prise", "rien", "moi", "nous", "la", "le", "les", "ta", "ton", "tes"})


def _of_somebody_else(words: Words, match: Match) -> bool:
    """ "he can go to hell", « qu'elle aille au diable »: nobody who reads it is sent away."""
    for at in range(match.start - 1, max(match.start - 4, -1), -1):
        if "PAUSE" in words.keys[at]:
            return False
        if not _NOT_HERE.isdisjoint(words.keys[at]):
            return True
    return False


_NOT_HERE = frozenset({"HE", "OTHERS"})


def _calls_somebody(words: Words, match: Match) -> bool:
    if any(spared(words, match) for spared in (_bids, _of_the_absent, _of_a_thing)):
        return False
    return _vocative(words, match)


def _bids(words: Words, match: Match) -> bool:
    """« lâche pas »: the insult is also a verb, and nothing says that it is a noun."""
    named = [keys for keys in words.keys[match.start : match.end] if "INSULT" in keys]
    return bool(named) and all("BID" in keys and "HARSHED" not in keys for keys in named)


def _of_a_thing(words: Words, match: Match) -> bool:
    """ "stupid damn form": what is harshed is no insult, so that the insult describes it."""
    last = words.keys[match.end - 2 if "PAUSE" in words.keys[match.end - 1] else match.end - 1]
    return "HARSHED" in last and {"INSULT", "SLUR", "PERSON", "MEEK"}.isdisjoint(last)


def _vocative(words: Words, match: Match) -> bool:
    """An insult that nobody else bears: « …, maudite folle », not « mon ex est un menteur »."""
    if "PAUSE" in words.keys[match.start]:
        before = words.keys[match.start - 1][0] if match.start else ""
        return before not in _ONESELF and not _listed(words, match)
    for at in range(match.start - 1, max(match.start - 6, -1), -1):
        keys = words.keys[at]
        if "PAUSE" in keys:
            return not _listed(words, match)
        if "YOU" in keys or "BID" in keys or ("YOURS" in keys and at < match.start - 1):
            return True
        if "SAY" in keys and "YOU" in words.keys[at - 1]:
            return True  # "you heard me, …"
        if not _BEARERS.isdisjoint(keys):
            return False
    return True


def _of_the_absent(words: Words, match: Match) -> bool:
    """« mon ex a encore menti, maudite hypocrite »: of whom one speaks, and nobody is spoken to."""
    if not _SPOKEN_TO.isdisjoint(words.present):
        return False
    for at in range(match.start - 1, max(match.start - _LONG, -1), -1):
        keys = words.keys[at]
        if "STOP" in keys:
            return False
        spoken_of = not _SPOKEN_OF.isdisjoint(keys) and "FIRSTNAME" not in keys
        if spoken_of or keys[0] in _INSTITUTIONS:
            return True
    return False


_SPOKEN_TO = frozenset({"YOU", "YOUO", "TES", "YOURS"})
_INSTITUTIONS = frozenset(
    {"police", "dpj", "cour", "court", "gouvernement", "government", "systeme", "system", "judges"}
)
_SPOKEN_OF = frozenset({"PERSON", "CHILD", "OTHERS"})
_LONG = 20
_ONESELF = frozenset({"moi", "me", "i", "je", "myself"})  # « moi, la grosse torche du groupe »
_BEARERS = frozenset(
    {"ABOUT", "BE", "DET", "PERSON", "NEG", "HIM", "HE", "and", "et", "LOOK", "SAY", "de", "sens"}
)


def _listed(words: Words, match: Match) -> bool:
    """One of several that the author was called: « il m'a tout dit : conne, folle, menteuse »."""
    for at in range(match.start, max(match.start - _LONG, -1), -1):
        keys = words.keys[at]
        if "STOP" in keys and at < match.start:
            return False
        said = "SAY" in keys and "INSULT" not in keys
        if "HE" in keys or (said and not _you_say(words, at)):
            return True
    return False


def _you_say(words: Words, at: int) -> bool:
    """« t'as bien lu, … », "you heard me, …": what follows is not what was said."""
    return any("YOU" in keys for keys in words.keys[max(at - 3, 0) : at])
