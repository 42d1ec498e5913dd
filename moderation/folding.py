"""The one place that folds text, so that a rule reads the same words however they are dressed."""

from __future__ import annotations

import re
import string
import unicodedata
from dataclasses import dataclass
from functools import cached_property

MAX_LENGTH = 4096  # a Telegram message holds no more
EXCERPT_LENGTH = 120

# Letters that look like Latin ones and that Unicode does not decompose into them.
_LOOK_ALIKES = {
    ord(twin): letter
    for letter, twins in {
        "a": "аαɑᴀ", "b": "вьβʙ", "c": "сϲᴄ", "d": "ԁδđðᴅ", "e": "еєεəᴇ", "f": "ғϝꜰ", "g": "гɡɢ",
        "h": "нһħʜ", "i": "іιıɩɪɨ", "j": "јϳᴊ", "k": "кκᴋ", "l": "ӏłℓʟⅼ", "m": "мᴍ", "n": "пηɴ",
        "o": "оοσøᴏ", "p": "рρþᴘ", "q": "ԛ", "r": "яʀ", "s": "ѕꜱ", "t": "тτŧᴛ", "u": "υцᴜ",
        "v": "ѵνᴠ", "w": "ԝωшᴡ", "x": "хχ", "y": "уүγʏ", "z": "ζᴢ",
    }.items()
    for twin in twins
}  # fmt: skip
_SPELLED_OUT = {"œ": "oe", "æ": "ae", "ß": "ss", "’": "'", "‘": "'", "ʼ": "'", "′": "'", "`": "'"}
_SPELLED_OUT |= {"´": "'", "«": '"', "»": '"', "“": '"', "”": '"', "·": ".", "•": ".", "‧": "."}
_SPELLED_OUT |= dict.fromkeys("‐‑‒–—―−", "-") | dict.fromkeys("\u115f\u1160\u3164\uffa0\u034f", "")
_DRESSED_LETTERS = ((0x1F150, 26), (0x1F170, 26), (0x1F1E6, 26))  # 🅐 🅰 🇦

_LEET = str.maketrans("013457@$!|€+", "oieastasilet")
_IN_WORDS = re.compile(r"[a-z0-9@$!|€+]+")
_BY_A_LETTER = re.compile(r"[0-9@$!|€+](?:(?<=[a-z].)|(?=[a-z]))")
_NUMBER_AND_UNIT = re.compile(r"\d+[a-z]{1,4}\d*")  # 15h30, 15ans, 2e
# What stands between two letters set apart: a space, or a sign with or without spaces.
_SPACED_LETTER = re.compile(
    r"[ ._*/|-](?<=[a-z0-9@$!€].)(?<![a-z0-9][a-z0-9@$!€].)(?:(?<= )(?:[._*/|-] ?)?|(?<! ) ?)"
    r"(?=[a-z0-9@$!€](?![a-z0-9]))"
)
_INSIDE_A_WORD = re.compile(r"(?<=[a-z])[._*|~-]{1,3}(?=[a-z])")
_DOUBLED = tuple((letter * 2, letter) for letter in string.ascii_lowercase)
_DIGIT = re.compile(r"\d")


class _Folded(dict[int, str]):
    """What each character met so far is folded to, by its code point."""

    def __missing__(self, code: int) -> str:
        folded = _fold_character(chr(code))
        if len(self) < _MOST_CHARACTERS:
            self[code] = folded
        return folded


_MOST_CHARACTERS = 16384
_FOLDED = _Folded()


@dataclass(frozen=True)
class Folded:
    """A text and its folded readings.

    ``plain`` keeps words, punctuation and numbers; case, accents, look-alikes and invisible
    characters are folded. ``tight`` also folds digits and symbols inside words (``su1c1de``),
    letters set apart (``s u i c i d e``) and repeated letters (``noooon``), doubles included.
    """

    text: str

    @cached_property
    def plain(self) -> str:
        """The text in lower-case Latin letters, words and numbers kept."""
        return self.text.translate(_FOLDED)

    @cached_property
    def collapsed(self) -> str:
        """The plain reading without repeated letters."""
        return single(self.plain)

    @cached_property
    def figures(self) -> int:
        """How many digits the plain reading holds."""
        return len(_DIGIT.findall(self.plain))

    @cached_property
    def tight(self) -> str:
        """The plain reading without leet, letter spacing or repeats, for trigger words only."""
        joined = _SPACED_LETTER.sub("", self.plain)
        if _BY_A_LETTER.search(joined):
            joined = _IN_WORDS.sub(lambda token: _unleet(token[0]), joined)
        joined = _INSIDE_A_WORD.sub("", joined)
        return self.collapsed if joined == self.plain else single(joined)

    @cached_property
    def origin(self) -> list[int]:
        """For each character of ``plain``, the place in ``text`` that it comes from."""
        return [at for at, written in enumerate(self.text) for _ in _FOLDED[ord(written)]]

    def written(self, start: int, end: int) -> str:
        """The person's own characters behind ``plain[start:end]``, invisible ones included."""
        return self.text[self.origin[start] : self.origin[end - 1] + 1]

    def excerpt(self, start: int, end: int, *, tight: bool = False) -> str:
        """The original words behind ``plain[start:end]`` (or ``tight``), fit to be shown."""
        if tight:
            start, end = _in_plain(self.plain, self.tight, start, end)
        return shown(self.written(start, end))


def fold(text: str) -> Folded:
    """The readings of a text, of which only the first 4096 characters count."""
    return Folded(text[:MAX_LENGTH])


def single(text: str) -> str:
    """A folded text without repeated letters."""
    for doubled, letter in _DOUBLED:
        while doubled in text:
            text = text.replace(doubled, letter)
    return text


def shown(text: str) -> str:
    """A text on one line, short, without invisible or direction-changing characters."""
    seen = "".join(c for c in text if unicodedata.category(c) != "Cf")
    line = " ".join(seen.split())
    return line if len(line) <= EXCERPT_LENGTH else line[: EXCERPT_LENGTH - 1] + "…"


def _fold_character(character: str) -> str:
    if character in _SPELLED_OUT:
        return _SPELLED_OUT[character]
    if character.isspace() or character == "\u2800":  # the blank braille cell
        return "\n" if character in "\n\r\u2028\u2029" else " "
    for first, count in _DRESSED_LETTERS:
        if first <= ord(character) < first + count:
            return chr(ord("a") + ord(character) - first)
    letter = character.lower().translate(_LOOK_ALIKES)
    letters = unicodedata.normalize("NFKD", letter).casefold().translate(_LOOK_ALIKES)
    kept = "".join(c for c in letters if unicodedata.category(c)[0] not in "MC")
    return kept if len(kept) <= 2 else kept[:1]  # a folded text is never much longer


def _unleet(token: str) -> str:
    if token.isalpha() or _NUMBER_AND_UNIT.fullmatch(token) or not any(map(str.isalpha, token)):
        return token
    word = token.rstrip("!|+")
    return word.translate(_LEET) + token[len(word) :]


def _in_plain(plain: str, tight: str, start: int, end: int) -> tuple[int, int]:
    """Where ``tight[start:end]`` comes from: folding tightly only drops or replaces characters."""
    places, position, unleet = [], 0, plain.translate(_LEET)
    for character in tight[:end]:
        while character not in (plain[position], unleet[position]):
            position += 1
        places.append(position)
        position += 1
    return places[start], places[end - 1] + 1
