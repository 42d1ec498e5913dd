"""A threat that somebody received: « il m'a écrit \"je sais où tu restes\" »."""

from __future__ import annotations

from moderation.language.words import Words
from moderation.signals.attacks.threats import told_threat

_TELLING = frozenset({"SAY", "MESSAGE"})
_NEAR = 4
_ME = frozenset({"me", "m'", "moi", "nous", "us"})
_RECEIVED = frozenset({"recu", "recois", "recevoir", "got", "get", "received", "entendu", "heard"})


def threatened(reading: Words) -> tuple[int, int] | None:
    """The words of a threat told by whom it was made to: where they begin and end, or None.

    Threats that others tell of, in the news or in court, are not the author's to fear.
    """
    if reading.present.isdisjoint(_TELLING) or not _told_me(reading):
        return None
    match = told_threat(reading)
    return (
        None if match is None else (reading.spans[match.start][0], reading.spans[match.end - 1][1])
    )


def _told_me(reading: Words) -> bool:
    for at, keys in enumerate(reading.keys):
        if not _TELLING.isdisjoint(keys):
            near = reading.keys[max(at - _NEAR, 0) : at + _NEAR]
            if any(word[0] in _ME or (word[0] in _RECEIVED and _mine(near)) for word in near):
                return True
    return False


def _mine(near: tuple[tuple[str, ...], ...]) -> bool:
    return any("I" in keys for keys in near)
