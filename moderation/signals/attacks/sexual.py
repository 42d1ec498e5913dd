"""Sexual advances and explicit words to somebody in the group; what people went through is none."""

from __future__ import annotations

from moderation.findings import Finding, Strength
from moderation.language.patterns import patterns
from moderation.signals.attacks.found import strongest
from moderation.signals.facts import MessageFacts

_STRENGTHS = {"sexual": Strength.CAUTION}

_PATTERNS = patterns(
    {
        "aside": """
baiser sur|la joue|main
fuck YOU
suck at|it up
""",
        "sexual": """
send|show me? some? YOURS? SEXPHOTO|BODY
send nudes
send me pics of YOURS? BODY
envoie|envoies|envoi|montre|montres moi? DET? SEXPHOTO|BODY
montre moi YOURS BODY
I|YOU WANT|veux YOU? YOUO? SEX PAUSE|YOU|me|moi|avec|with|ce
I BE? GO YOUO SEX
I WANT YOUO SEX
I WANT SEX YOU
I WANT SEX YOURS BODY
veux YOU SEX
WANT YOU? to? SEX PAUSE
wanna|want to? have? sex|hook up|sexe with|tonight|PAUSE
YOU WANT|veux have? sex|sexe|coucher ~ me|moi|tonight|PAUSE
coucher|couche|baiser avec moi
SEX me|moi PAUSE
SEX ma|my BODY
suce|lick|suck my|ma|mon BODY
I BE horny|hard|bande|bandee|excite|chaude
je bande
je mouille
YOU me|moi fais|fait bander|mouiller
YOU make me hard|horny|wet
YOURS BODY BE|looks sexy|hot|beau|belle|beaux|bandant|bandante|nice|good|juicy
YOU BE bandante|bandant|baisable|fuckable
YOU have|as DET? GANG? BODY|gros
nice tits|ass|boobs
beau cul
beaux seins
plan cul
sex tape
sexcam
sexe en cam|video|ligne
hot girls|teens|singles
filles chaudes|sexy
qui veut|want to SEX
who WANT ~ SEX
looking for sex|hookup
cherche plan|sexe|baise
YOU BE? seul|alone ~ lit|bed ~ sexy
onlyfans
porn|porno|xxx|pornhub
photos|pics chaudes|hot|coquines|naked|nues
viens me|moi SEX
I imagine YOU nue|nu|naked
YOU naked|nue in|dans my|mon bed|lit
masturber|masturbe ~ pour|for|with|avec YOU|moi|me
""",
    }
)


def sexual(facts: MessageFacts) -> Finding | None:
    """Advances, requests for intimate photos, pornography."""
    return strongest(facts, "sexual", _PATTERNS, _STRENGTHS)
