"""What people say who ask nothing: thanks, a call for help, a word to find the way."""

from __future__ import annotations

from content.search.folding import words

_THANKS = frozenset({"merci", "mercis", "thanks", "thank", "thx"})
LONGEST = 8
"""Words: who says more than thank you in as many says something else too."""
_ASKING = frozenset(
    """
    comment ou quand qui quoi quel quelle quels quelles pourquoi combien si mais de pour peut peux
    puis voudrais veux how where when who what which why but for if can could would want
    """.split()  # noqa: SIM905
)

_HELP = frozenset({"aide", "aidez", "aider", "help", "sos", "secours", "urgence", "urgent"})
_AROUND_HELP = frozenset(
    {"a", "l", "la", "au", "d", "de", "j", "ai", "jai", "besoin", "moi", "svp", "stp", "vite"}
) | {"maintenant", "i", "need", "me", "please", "now", "it", "is"}
_WAY = frozenset({"menu", "retour", "accueil", "test", "start", "stop", "home", "back"})


def thanks(text: str) -> bool:
    """Tell whether a text that has no answer says thank you, and asks nothing."""
    said = words(text)
    return "?" not in text and len(said) <= LONGEST and not _THANKS.isdisjoint(said)


def only_thanks(text: str) -> bool:
    """Tell whether a text is no more than a thank you, whatever its words are like."""
    said = words(text)
    return thanks(text) and said[0] in _THANKS and _ASKING.isdisjoint(said)


def calls_for_help(text: str) -> bool:
    """Tell whether a text is a bare call for help, /aide without its sign for one."""
    said = set(words(text))
    return not _HELP.isdisjoint(said) and said <= _HELP | _AROUND_HELP


def looks_for_the_way(text: str) -> bool:
    """Tell whether a text is a number, or one word that menus bear."""
    said = words(text)
    return len(said) == 1 and (said[0].isdigit() or said[0] in _WAY)
