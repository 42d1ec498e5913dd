"""Sexual advances and explicit words to somebody in the group; what people went through is none."""

from __future__ import annotations

from moderation.findings import Finding, Strength
from moderation.language.patterns import Match, Patterns
from moderation.language.scope import borne_by_the_author
from moderation.language.words import Words
from moderation.signals.attacks.found import strongest
from moderation.signals.facts import MessageFacts

_STRENGTHS = {"sexual": Strength.CAUTION}

_PATTERNS = Patterns(
    {
        "aside": """
baiser sur|la joue|main
suck at|it up
""",
        "sexual": """
send|show me? a? pic|pics|picture|photo|video of YOURS BODY|body
I WANT have sex|sexe with|avec YOU
SEXASK
send|show me? some? YOURS? SEXPHOTO|BODY
send nudes
send me? pics|pictures|photos of YOURS? BODY|body
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
YOU portes quoi ~ dessous|sexy|moment|soir|nuit
what BE YOU wearing ~ sexy|right|under|tonight|underneath|bed
YOU suces|sucez|baises|baisez|fourres PAUSE
YOU suces tu
who|qui|anyone|anybody|someone|quelqu'un veut|want|wants|cherche ~ sexe|sex|baiser
sans attaches
no strings attached
see YOU ~ naked|undressed
YOUO voir|imaginer ~ nue|nu|poil
I GO baiser|fourrer PAUSE|ensemble|toute|comme
sext PAUSE
I YOUO? imagine YOU? ~ lit|bed|nue|naked
I BE? ~ naked PAUSE
YOURS BODY ~ BE so? hot|sexy
YOU have|as DET? ADJ? ass|cul|seins|tits PAUSE
bend YOU over
photo|photos|pic|pics|picture|pictures|video|videos de|of YOU ~ nu|nue|naked|poil|undressed|lingerie
viens|venir|come|rejoins|join|YOU|YOUO|saute|hop ~ dans|in|to|into mon|my lit|bed
viens|venir|come|rejoins|join|voit|retrouve ~ dans|in|to|into ma|my chambre|bedroom
YOUO tente tu? de? SEX
WANT see|voir my|ma|mon BODY
veux|wanna|want YOU? see|voir my|ma|mon BODY
sit|assis|assieds|assois on|sur my|ma|mon face|lap|BODY
I YOUO SEX
SEX me|moi PAUSE
SEX ma|my BODY
suce|lick|suck my|ma|mon BODY
I BE horny|bande|bandee
I BE hard|chaude|chaud for|pour YOU
je bande
je mouille
YOU me|moi fais|fait bander|mouiller
YOU make me hard|horny|wet
I SEX YOU
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
porn|porno|xxx|pornhub ~ free|gratuit|click|CALL|YOU|YOURS
regarde|watch|veux|want|free DET? porn|porno|xxx|pornhub
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
    return strongest(facts, "sexual", _PATTERNS, _STRENGTHS, _advance)


def _advance(words: Words, match: Match) -> bool:
    """Whether the author makes it: what « il voulait… » tells is what people went through."""
    before = words.keys[max(match.start - 4, 0) : match.start + 1]
    told = any(not _OTHERS.isdisjoint(keys) for keys in before)
    return not told and borne_by_the_author(words, match)


_OTHERS = frozenset({"HE", "PERSON", "CHILD", "qui", "who"})
