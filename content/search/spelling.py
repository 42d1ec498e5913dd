"""Finds the words of a collection that a written word may stand for: typos, kin, words run in."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from content.search.sounds import sound

ALIKE = 0.42
"""Least share of common n-grams (Dice) for two words to be taken for one another."""
BY_EAR = 0.85
RUN_IN = 0.9
MOST = 6
_RUN_IN = ("l", "d", "j", "c", "m", "t", "s", "n", "qu", "les", "des", "une", "un", "de", "la")


class Spelling:
    """The words of a collection, found by character n-grams, by ear, or as parts."""

    def __init__(self, stems: Mapping[str, str], *, by_ear: bool) -> None:
        """``stems`` gives the stem of each word of the collection; ``by_ear`` is for French."""
        self._stems = stems
        self._by_ear = by_ear
        self._grams: dict[str, list[str]] = defaultdict(list)
        self._sizes: dict[str, int] = {}
        self._sounds: dict[str, list[str]] = defaultdict(list)
        for word in stems:
            grams = word_grams(word)
            self._sizes[word] = len(grams)
            for gram in grams:
                self._grams[gram].append(word)
            if by_ear:
                self._sounds[sound(word)].append(word)
        self._known: dict[str, dict[str, float]] = {}

    def alike(self, word: str) -> dict[str, float]:
        """Stems that the word may stand for, each with how sure it is (0 to 1)."""
        if word not in self._known:
            if len(self._known) > 20_000:
                self._known.clear()
            self._known[word] = self._alike(word)
        return self._known[word]

    def _alike(self, word: str) -> dict[str, float]:
        found: dict[str, float] = {}
        if len(word) > 2 and not word.isdigit():
            if len(word) > 3:
                self._keep(found, self._by_grams(word))
            if self._by_ear:
                self._keep(found, ((other, BY_EAR) for other in self._sounds.get(sound(word), ())))
        if word not in self._stems:
            self._keep(found, self._parts(word))
        return found

    def _keep(self, found: dict[str, float], pairs: Iterable[tuple[str, float]]) -> None:
        for word, likeness in pairs:
            stem = self._stems[word]
            found[stem] = max(found.get(stem, 0.0), likeness)

    def _by_grams(self, word: str) -> list[tuple[str, float]]:
        grams = word_grams(word)
        shared: Counter[str] = Counter()
        for gram in grams:
            shared.update(self._grams.get(gram, ()))
        scored = [
            (other, 2 * count / (len(grams) + self._sizes[other]))
            for other, count in shared.most_common(40)
        ]
        kept = [(other, likeness) for other, likeness in scored if likeness >= ALIKE]
        return sorted(kept, key=lambda pair: -pair[1])[:MOST]

    def _parts(self, word: str) -> list[tuple[str, float]]:
        """``lecole`` for ``ecole``, ``gardepartagee`` for ``garde`` and ``partagee``."""
        parts = [
            (word[len(start) :], RUN_IN)
            for start in _RUN_IN
            if word.startswith(start) and word[len(start) :] in self._stems
        ]
        for cut in range(4, len(word) - 3):
            if word[:cut] in self._stems and word[cut:] in self._stems:
                parts += [(word[:cut], RUN_IN), (word[cut:], RUN_IN)]
        return [(part, likeness) for part, likeness in parts if len(part) > 2]


def word_grams(word: str) -> set[str]:
    """The n-grams of 2 to 4 letters of a word, its bounds marked."""
    bound = f"<{word}>"
    return {bound[at : at + size] for size in (2, 3, 4) for at in range(len(bound) - size + 1)}
