"""An explicit threat to the life of somebody, present or not."""

from __future__ import annotations

from moderation.findings import Finding, Strength
from moderation.language.patterns import Patterns
from moderation.signals.attacks.found import in_jest, strongest
from moderation.signals.facts import MessageFacts

_STRENGTHS = {"said": Strength.SERIOUS, "wished": Strength.NOTE}

_PATTERNS = Patterns(
    {
        "aside": """
KILL le temps
KILL ~ gentillesse|kindness|bonte|love|bisous|amour
kill time|it|me|the|two
KILL ~ dans l'oeuf
burn|bruler DET? bridges|ponts|candle|calories
VIOL ~ a|aux|au|at|en|in GAME
VIOL ~ a|aux|au|at|en|in DET GAME
I GO? shoot HIM? DET? message|text|mail|email|photo|video|picture
HIM eliminer de ma|notre|mes|la
eliminer HIM de ma|notre|mes|la
""",
        "said": """
I BE? GO HIM KILL
I BE? GO KILL HIM
I BE? GO KILL HIM? PERSON
I BE? GO KILL DET PERSON
I BE? GO KILL DET ~ PERSON
I BE? GO KILL everyone|everybody|FIRSTNAME|MENTION
I BE? GO KILL tout le monde
I BE? GO HIM faire KILL
I HIM tuerai|buterai|egorgerai|tue|bute
I BE? GO HIM mettre|tirer|loger|foutre DET balle|bullet
I BE? GO put DET bullet in|into|through HIM|DET
I BE? GO YOUO KILL
I BE? GO KILL YOU
I YOUO tuerai|tue|bute|buterai|egorge
I BE? GO shoot up DET
I BE? GO HIM faire la peau
I BE? GO faire la peau a|au
I ai|have|achete|got DET gun|fusil|arme|couteau|knife ~ GO ~ HIM|PERSON
""",
        "wished": """
I WANT HIM KILL
I WANT KILL HIM|YOU
I WANT KILL DET PERSON
I WANT YOUO KILL
""",
    }
)


def threat_to_life(facts: MessageFacts) -> Finding | None:
    """Somebody says that they are going to kill; a wish told in anger weighs less."""
    said = strongest(facts, "threat_to_life", _PATTERNS, _STRENGTHS)
    return said and in_jest(facts, said)
