"""Hate against a group of people, whoever reads it."""

from __future__ import annotations

import re

from moderation.findings import Finding, Strength
from moderation.folding import fold
from moderation.language.patterns import Match, Patterns
from moderation.language.scope import borne_by_the_author, disapproved
from moderation.language.words import Keys, Words
from moderation.signals.attacks.found import strongest
from moderation.signals.attacks.tables import hate as tables
from moderation.signals.facts import MessageFacts

_STRENGTHS = {
    "violence": Strength.SERIOUS,
    "contempt": Strength.CAUTION,
    "slur": Strength.CAUTION,
    "rejection": Strength.CAUTION,
    "they": Strength.CAUTION,
}
_NEAR = 4
_REACH = 25  # words between a group and the pronoun that stands for it

_PATTERNS = Patterns(
    {
        "aside": tables.ASIDE,
        "violence": tables.VIOLENCE,
        "contempt": tables.CONTEMPT,
        "slur": tables.SLUR,
        "rejection": tables.REJECTION,
        "they": tables.THEY,
    }
)


def hate(facts: MessageFacts) -> Finding | None:
    """Contempt, violence or slurs against people for what they are.

    Naming a group, defending it, denying or disapproving of hate, and anger at an institution
    or a trade (judges, lawyers) are none.
    """

    def meant(words: Words, match: Match) -> bool:
        return _meant(words, match) and not _hedged(facts.excerpt(words, match.start, match.end))

    return strongest(facts, "hate", _PATTERNS, _STRENGTHS, meant)


_NOT_ALL = re.compile(r"\b(?:pas|not|jamais|n't) (?:toujours|tou(?:te)?s|always|all|every)\b")


def _hedged(said: str) -> bool:
    """« les mères ne sont pas toujours honnêtes »: it is said of some, or at times."""
    return _NOT_ALL.search(fold(said).plain) is not None


def _meant(words: Words, match: Match) -> bool:
    if match.name == "they" and not _stands_for_a_group(words, match):
        return False
    if match.name == "slur" and (_claimed(words, match) or _of_a_thing(words, match)):
        return False
    if any(spared(words, match) for spared in _SPARED):
        return False
    return borne_by_the_author(words, match) and not disapproved(words, match)


def _nobody_should(words: Words, match: Match) -> bool:
    """« personne ne devrait… », « on devrait pas renvoyer… »: denied in the same clause."""
    said = words.keys[match.start : match.end]
    if _denies(said):
        return True
    if any("PAUSE" in keys for keys in said[:-1]):
        return False  # « parle-moi pas des … . Je les … »
    for at in range(match.start - 1, max(match.start - 5, -1), -1):
        if "PAUSE" in words.keys[at]:
            return False
        if "YOU" in words.keys[at]:
            return False  # "don't you think that…" expects a yes
        if "NEG" in words.keys[at]:
            return not _asks(words, at)
    return False


def _asks(words: Words, at: int) -> bool:
    """« vous trouvez pas que… »: the denial makes a question that expects a yes."""
    return "THINK" in words.keys[at - 1] and "YOU" in words.keys[at - 2]


def _denies(said: tuple[Keys, ...]) -> bool:
    """Whether what should be done to people is denied: "should never be locked up"."""
    at = next((at for at, keys in enumerate(said) if "SHOULD" in keys), len(said))
    after = said[at + 1 :]
    denied = next((at for at, keys in enumerate(after) if "NEG" in keys), len(after))
    return any(not _DONE_TO_PEOPLE.isdisjoint(keys) for keys in after[denied:])


_DONE_TO_PEOPLE = frozenset({"EXPEL", "VIOL", "HURT", "KILL"})


def _for_their_deeds(words: Words, match: Match) -> bool:
    """ "violent men should be locked up": for what they did, not for what they are."""
    return words.keys[match.start - 1][0] in _DEEDS


def _of_some(words: Words, match: Match) -> bool:
    """« certains hommes sont des cons »: not of all of them."""
    return any(keys[0] in _SOME for keys in words.keys[max(match.start - 1, 0) : match.start + 2])


_SOME = frozenset({"some", "certain", "certains", "certaines", "quelques", "few", "beaucoup"})
_DEEDS = frozenset({"violent", "abusive", "dangerous", "controlling", "guilty", "convicted"})


def _others_would(words: Words, match: Match) -> bool:
    """« ils veulent renvoyer les réfugiés » tells of what others want."""
    if any("SHOULD" in keys for keys in words.keys[match.start : match.end]):
        return False
    before = words.keys[max(match.start - 3, 0) : match.start]
    return any("HE" in keys for keys in before) and any(
        keys[0] in _WANT or "WANT" in keys for keys in before
    )


_WANT = frozenset({"veulent", "veut", "voulaient", "want", "wants", "wanted", "veux"})


_SPARED = (_nobody_should, _for_their_deeds, _others_would, _of_some)


def _of_a_thing(words: Words, match: Match) -> bool:
    """ "the damn French keyboard": of one thing that the word describes, not of people."""
    last, after = words.keys[match.end - 1], words.keys[match.end : match.end + 1]
    named = ("ORIGIN" in last and "FOLK" not in last) or last[0] in _HOMONYMS
    if last[0] in _HOMONYMS and any(keys[0] in _OF for keys in after):
        return True  # « la pédale de frein »
    return named and any("ADJ" in keys and len(keys) <= len(("", "ADJ")) for keys in after)


_HOMONYMS = frozenset(
    {"pedale", "pedales", "dyke", "tapette", "tapettes", "chink", "coon", "raton"}
)
_OF = frozenset({"de", "d'", "of", "a"})


def _stands_for_a_group(words: Words, match: Match) -> bool:
    before = words.keys[max(match.start - _REACH, 0) : match.start]
    return any("ORIGIN" in keys or "SLUR" in keys for keys in before) or any(
        "GROUP" in keys and keys[0].endswith(("s", "men")) for keys in before[-_NEAR:]
    )


def _claimed(words: Words, match: Match) -> bool:
    """A slur that the author takes for themselves: "we are proud …"."""
    near = words.keys[max(match.start - 5, 0) : match.start + 1]
    mine = any(
        {"I", "my", "mon", "ma", "mes", "our", "nos", "notre", "me", "us"} & set(keys)
        for keys in near
    )
    return mine and not any({"HATE", "YOU", "VIOL", "GO", "NEG"} & set(keys) for keys in near)
