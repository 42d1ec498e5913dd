"""Phrases that trigger a rule, written as people say them and found however they are typed.

A phrase is compared word by word, each word brought to its stem: accents, case, doubled letters,
endings, SMS spellings, small words and intensifiers do not matter. In a table of phrases there is
one phrase a line, which an indented line continues; ``(a|b)`` is a choice, ``(a |)`` what may be
missing, and ``~`` up to five words. A search takes one
pass over the words whatever the number of phrases.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain, product

from moderation.folding import Folded, fold, single
from moderation.language.automaton import STOP, Automaton, Keys
from moderation.language.gates import Gate
from moderation.language.patterns import common

_LONGEST_GAP = 5
_ENDS_SENTENCE = frozenset("!?\n;.")
_BREAK: Keys = ("\n", STOP)

# English contractions are one word. A single full stop ends a sentence, three do not: people
# hesitate.
_WORD = re.compile(r"[a-z0-9]+(?:'(?:[mtsd]|re|ve)\b)?|[!?\n;]+|~|(?<!\.)\.(?!\.)")
_CONTINUED = re.compile(r"\n +")
_NO_SPACE = dict.fromkeys(map(ord, " '-.,\n"))
_CHOICE = re.compile(r"\(([^)]*)\)|([^()]+)")

# Words that change nothing to what a phrase says.
_SMALL = """
a ai as ont n ne d de du des l le la les y que qu mon ma mes notre nos sa ses leur leurs
vraiment juste tellement bien ben tres encore toujours souvent parfois
simplement completement totalement carrement
the to just really so very always still often that have has had been my our his their own
"""

# Hurried spellings, joual and words of one meaning, with the words that they are read as.
_READ_AS = """
j g jai = je
jme jm = je me
jmen = je me en
jen = je en
m = me
t = te
s = se
jsuis chu chui chuis jsui = je suis
sui = suis
jveux jveu jve jvx jaimerais = je veux
veu ve vx veut voudrais voudrai voulais voulait aimerais aimerai souhaite souhaiterais = veux
jvais jvai jva jvas = je vais
vai vas va mva = vais
jpeux jpeu jpe = je peux
peu peut = peux
plu pu pus pas jamais = plus
envi anvie = envie
gou = gout
vi = vie
cela ceci = ca
kelle quelle = elle
kil quil = il
cette cet = ce
fils fille filles garcon garcons bebe bebes ado ados gars neveu niece coco cocos = enfant
frapper frappee frappait bat bats battu battue battait battre gifle gifler = frappe
etrangle etrangler = frappe
tabasse tabasser brutalise maltraite maltraiter viole violer agresse agresser sequestre = frappe
frappes frappees battus battues poignarde bouscule strangule varge secoue secouer fesse = frappe
soul saoul soule saoule = soul
wanna wants wanted = want
gonna = going
im = i am
ive = i
dont doesnt didnt never no = not
cant cannot = can not
isnt = is not
hes = he is
shes = she is
son daughter sons daughters children child kids baby boy girl boys girls niece nephew = kid
hits hitting beat beats beating beaten choked chokes choking punched punches punching = hit
slapped slaps strangled raped rapes molest molests molested molesting attacked attacks = hit
stabbed shoved shakes shook abuse abuses abusing abused kicked kicks = hit
hurts hurting = hurt
anymore =
u = you
"""


@dataclass(frozen=True, slots=True)
class _Prepared:
    """Tables of phrases, ready to search."""

    gate: Gate
    wanted: Automaton
    aside: Automaton


@dataclass(frozen=True)
class Phrases:
    """Tables of phrases by name, the name that matters most first.

    ``aside`` are figures of speech, set aside before looking. ``run_together`` are words of the
    first table, one saying a line, looked for inside other letters: long enough to be met
    nowhere else. The first search prepares the tables, which takes a while.
    """

    tables: Mapping[str, str]
    aside: str = ""
    run_together: str = ""

    def find(self, folded: Folded) -> tuple[str, str] | None:
        """The name of the first table that matches and the person's own words, or None."""
        plain = folded.collapsed
        if found := self._first(plain):
            start, end, name = found
            words = list(_WORD.finditer(folded.plain))
            return name, folded.excerpt(words[start].start(), words[end].end())
        if plain != folded.tight and (found := self._first(folded.tight)):
            start, end, name = found
            words = list(_WORD.finditer(folded.tight))
            return name, folded.excerpt(words[start].start(), words[end].end(), tight=True)
        return self._run_together(folded)

    def _first(self, reading: str) -> tuple[int, int, str] | None:
        """The numbers of the first and last word of a phrase, and the name of its table."""
        stems, numbers = _stems(reading)
        search = self._prepared
        if not search.gate.lets_in(set(chain.from_iterable(stems))):
            return None
        for aside in list(search.aside.matches(stems)):
            # A phrase does not reach across.
            stems[aside.start : aside.end] = [_BREAK] * (aside.end - aside.start)
        found = min(search.wanted.matches(stems), key=lambda match: match.name, default=None)
        if found is None:
            return None
        return numbers[found.start], numbers[found.end - 1], found.name[1]

    def _run_together(self, folded: Folded) -> tuple[str, str] | None:
        """Words written without spaces, or with a space after every letter."""
        letters = folded.tight.translate(_NO_SPACE)
        plain = folded.collapsed
        if any(joined in letters and spaced not in plain for joined, spaced in self._joined):
            return next(iter(self.tables)), folded.excerpt(0, len(folded.plain))
        return None

    @cached_property
    def _joined(self) -> tuple[tuple[str, str], ...]:
        """Each, without spaces and with them: what is spaced, the tables read."""
        spaced = map(single, self.run_together.strip().splitlines())
        return tuple((each.translate(_NO_SPACE), each) for each in spaced)

    @cached_property
    def _prepared(self) -> _Prepared:
        ranked = enumerate(self.tables.items())
        wanted = [
            (phrase, (rank, name)) for rank, (name, table) in ranked for phrase in _phrases(table)
        ]
        aside = ((phrase, (0, "aside")) for phrase in _phrases(self.aside))
        return _Prepared(
            Gate((phrase for phrase, _ in wanted), common),
            Automaton(wanted, _LONGEST_GAP),
            Automaton(aside, _LONGEST_GAP),
        )


def _phrases(table: str) -> Iterator[tuple[str, ...]]:
    """The stems of every phrase of a table."""
    for line in _CONTINUED.sub("", table).strip().splitlines():
        yield from map(tuple, _spoken(line))


def _spoken(line: str) -> Iterator[Iterator[str]]:
    """The stems of every phrase that a line with choices stands for."""
    return map(chain.from_iterable, product(*map(_alternatives, _CHOICE.finditer(line))))


def _alternatives(part: re.Match[str]) -> set[tuple[str, ...]]:
    choice, words = part.groups()
    written = [words] if choice is None else choice.split("|")
    read = (_stems(single(fold(each).plain))[0] for each in written)
    stems = {tuple(keys[0] for keys in stems) for stems in read}
    if choice is not None and () in stems and "" not in written:
        raise ValueError(f"small words only, write an empty choice instead: ({choice})")
    return stems


def _stems(reading: str) -> tuple[list[Keys], list[int]]:
    """The stems of a reading without doubled letters, each with the number of its word."""
    read = list(map(_stemmed, _WORD.findall(reading)))
    numbers = [number for number, stems in enumerate(read) for _ in stems]
    return list(chain.from_iterable(read)), numbers


@lru_cache(maxsize=8192)
def _stemmed(word: str) -> tuple[Keys, ...]:
    if word[0] in _ENDS_SENTENCE:
        return ((word[0], STOP),)
    word = word.replace("'", "")
    meant = _MEANT.get(word, (word,))
    return tuple((_stem(each),) for each in meant if each not in _IGNORED)


def _stem(word: str) -> str:
    """Six letters at most, without the marks of gender and number."""
    stem = word[:6]
    for mark in "se":
        if len(stem) > 3:
            stem = stem.removesuffix(mark)
    return stem


_MEANT = {
    single(spelling): tuple(meaning.split())
    for spellings, meaning in (line.split("=") for line in _READ_AS.strip().splitlines())
    for spelling in spellings.split()
}
_IGNORED = frozenset(_SMALL.split())
