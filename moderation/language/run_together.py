"""Words written without spaces between them: « jevaistetuer », "fuckyouidiot"."""

from __future__ import annotations

from collections.abc import Callable

Kinds = Callable[[str], frozenset[str]]

_SHORTEST, _LONGEST = 7, 40  # letters of what may be several words
_LONGEST_WORD = 14
_SHORTEST_RUDE = 4
_RUDE = frozenset({"INSULT", "SLUR", "VIOL", "KILL", "DISMISS", "HATE", "SEX", "DIE", "RIP"})
_OPENS = frozenset({"I", "YOU", "TES"})
_SMALL = _OPENS | frozenset(
    """
    YOUO YOURS HE HIM THEM DET ALL BE GO WANT SHOULD HARSH GANG GROUP LIMB NEG BID FILL
    """.split()  # noqa: SIM905
)


def run_together(word: str, kinds: Kinds) -> tuple[str, ...]:
    """The words that an unknown word is made of, or nothing.

    ``kinds`` tells the classes of a word, none for an unknown one. All of it has to be read: it
    opens with a pronoun or names a group, holds a rude word, and nothing else but small words;
    for many ordinary words begin or end as a rude one does.
    """
    if not _SHORTEST <= len(word) <= _LONGEST or not word.isalpha():
        return ()
    # The fewest words that make up the first letters, for each number of letters.
    fewest: list[tuple[str, ...] | None] = [(), *[None] * len(word)]
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - _LONGEST_WORD), end):
            before, piece = fewest[start], word[start:end]
            if before is not None and _serves(piece, start, kinds):
                longer = (*before, piece)
                fewest[end] = min(fewest[end] or longer, longer, key=len)
    found = fewest[-1] or ()
    return found if len(found) > 1 and _aimed(found, kinds) else ()


def _aimed(found: tuple[str, ...], kinds: Kinds) -> bool:
    opens = len(found[0]) > 1 and not _OPENS.isdisjoint(kinds(found[0]))
    hates = found[0] == "i" and "HATE" in kinds(found[1])
    grouped = any("GROUP" in kinds(piece) for piece in found)
    return (opens or hates or grouped) and any(_rude(piece, kinds) for piece in found)


def _serves(piece: str, start: int, kinds: Kinds) -> bool:
    if len(piece) == 1:
        return piece == "a" or (piece == "i" and start == 0)
    return _rude(piece, kinds) or not _SMALL.isdisjoint(kinds(piece))


def _rude(piece: str, kinds: Kinds) -> bool:
    return len(piece) >= _SHORTEST_RUDE and not _RUDE.isdisjoint(kinds(piece))
