"""Blackmail: do this, or I will tell, publish, report."""

from __future__ import annotations

from moderation.findings import Finding, Strength
from moderation.language.patterns import Patterns
from moderation.signals.attacks.found import strongest
from moderation.signals.attacks.signs import gathered
from moderation.signals.facts import MessageFacts

_STRENGTHS = {"blackmail": Strength.SERIOUS}

_PATTERNS = Patterns(
    {
        "blackmail": """
I BE? GO YOUO? HIM? EXPOSE DIRT
I BE? GO YOUO? HIM? EXPOSE tout a|au YOURS
I BE? GO EXPOSE DIRT|everyone ~ YOU|YOURS
I EXPOSE DIRT
I GO? mets|mettre|mettrai|sors|sortir|sortirai|balance|balancer DIRT
I EXPOSE tout a|au YOURS
sinon|autrement I GO? HIM? EXPOSE
sinon|autrement I GO? sors|balance|sortir|mets tout|DIRT
sinon|autrement ~ YOURS ex|juge|avocat|conjoint|patron|boss|famille|enfants GO? ~
    savoir|recevoir|voir
or|otherwise I BE? GO EXPOSE
or YOURS ex|judge|lawyer|wife|husband|boss|family ~ know|see|find|hear|get|gets|knows|sees|finds|
    receives|hears
MONEY ~ I EXPOSE NEG
MONEY ~ I NEG EXPOSE
MONEY ~ I BE? GO NEG EXPOSE
or|ou|sinon|otherwise everyone|everybody|people|they|YOURS ~
    know|knows|see|sees|find|finds|hear|hears|get|gets|recoit|recevra|sait|saura|voit|verra|apprend
sinon|or|ou YOURS famille|ex|juge|avocat|patron|boss|conjoint|enfants|family|kids|wife|husband ~
    recoit|recevra|sait|saura|voit|verra|apprend|apprendra|gets|knows|sees
or|ou|sinon|otherwise I GO? YOUO? HIM? EXPOSE everyone|everybody|everything|tout|DIRT|YOURS
or|ou|sinon|otherwise I GO? appelle|appeler|call|denonce|report ~
    dpj|immigration|boss|employer|patron
and|et I garde|keep|kept DIRT ~ pour|for|private|secret
or else I
envoie|envoies|paie|paies|paye|donne|verse ~ MONEY ~ ou|sinon
send|pay|give|wire ~ MONEY ~ or|otherwise|unless
pay me or|otherwise
paie moi ou|sinon
si YOU ~ NEG ~ I GO? ~ EXPOSE
si YOU ~ NEG ~ I EXPOSE
if YOU ~ NEG ~ I BE? GO EXPOSE
unless YOU ~ I BE? GO EXPOSE
si YOU ~ I GO? EXPOSE DIRT
YOU have|as jusqu'a|until ~ or|ou|sinon I GO? YOUO? EXPOSE
YOU have|as ~ jours|days|heures|hours|hrs ~ or|ou|sinon I GO? YOUO? EXPOSE
YOU WANT|veux NEG que ~ ex|juge|avocat|conjoint|patron|boss|famille ~
    sache|apprenne|voie|voit|recoive
YOU would not want ~ ex|judge|lawyer|husband|wife|boss|family ~ know|see|find|hear
would be a? shame|pity|unfortunate|bad|sad if|for
DIRT GO? sortir|sortent|out|public|publics|ressortir|come|leak|leaked|circuler
DIRT BE? safe ~ as|tant|if|si|pay
secret ~ safe ~ as|tant|if|si|pay|paies
ca|ce serait|ferait|sera dommage|plate|triste|bete si? ~
    ex|juge|avocat|dpj|conjoint|patron|famille
I ai|have DIRT|captures|screenshots ~ ex|juge|judge|avocat|lawyer|dpj|boss|patron
I have ~ screenshots of you
combien YOU GO? payer pour
how much is your
keep me quiet
pour que I me taise
acheter mon silence
""",
    }
)


_SIGNS = Patterns(
    {
        "hold": """
I have|ai|got|garde|kept ~ DIRT
I have|ai|got|garde|kept YOURS|DET? private? messages|photos|pics|nudes|textos|texts|conversations
I ai|have tout|all|everything ~ telephone|phone|ordi|computer|cell
""",
        "demand": """
jusqu'a|until ~ payer|pay|paye
MONEY ~ go|goes away
MONEY ~ disparait|disparaissent|efface|supprime|delete|deleted
payer|paye|paie|pay me|moi|PAUSE
YOU me|moi|nous payes|paies|donnes|envoies
pay|send|transfer ~ MONEY
envoie|envoyer|verse|vire ~ MONEY
""",
    }
)
_TOGETHER = frozenset({("hold", "demand")})


def blackmail(facts: MessageFacts) -> Finding | None:
    """A demand with a threat to reveal, in the first person; the victims' telling is none."""
    said = strongest(facts, "blackmail", _PATTERNS, _STRENGTHS)
    return said or gathered(facts, "blackmail", _SIGNS, _TOGETHER)
