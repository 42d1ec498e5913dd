"""Hate against a group of people, whoever reads it."""

from __future__ import annotations

from moderation.findings import Finding, Strength
from moderation.language.patterns import Match, patterns
from moderation.language.scope import borne_by_the_author, disapproved
from moderation.language.words import Words
from moderation.signals.attacks.found import strongest
from moderation.signals.facts import MessageFacts

_STRENGTHS = {
    "violence": Strength.SERIOUS,
    "contempt": Strength.CAUTION,
    "slur": Strength.CAUTION,
    "rejection": Strength.CAUTION,
    "they": Strength.CAUTION,
}
_NEAR = 4
_REACH = 25  # words between a group and the pronoun that stands for it

_PATTERNS = patterns(
    {
        "aside": """
NEG HATE ALL? GROUP
NEG ALL? GROUP BE
NEG VIOL ALL? GROUP
SLUR a mouches
tapette a souris
SLUR litteraire
pedale de velo
chink in
spic and
coon cat
slur|word SLUR
mot|word|terme|insulte SLUR
pride|proud|fier|fiere ~ SLUR
""",
        "violence": """
I BE? GO|WANT VIOL ALL? ALL? GROUP
I BE? GO|WANT VIOL THEM ALL? GROUP
SHOULD|GO|let ALL? VIOL ALL? ALL? GROUP
SHOULD THEM? VIOL ALL? DET? GROUP|SLUR
PAUSE VIOL ALL GROUP|SLUR
SHOULD ALL? mettre|envoyer|renvoyer|put|send|deport|deporter ALL? GROUP ~ four|camps|pays|back|gas|gaz|jail|prison
GROUP|SLUR ALL? SHOULD ALL? be|get|etre|se|BE ALL? faire? VIOL
GROUP|SLUR ALL? SHOULD ALL? DIE|VIOL|DEAD
GROUP|SLUR GO|SHOULD ALL? be|get? VIOL|DIE|SUFFER
GROUP ALL? GO be|get? VIOL|DIE
GROUP BE GO to? DIE
a mort DET? GROUP|SLUR
mort aux|a ALL? GROUP|SLUR
mort aux|a GROUP|SLUR
death to DET? GROUP|SLUR
I hope|wish|espere|souhaite ~ GROUP ~ DIE|VIOL|DEAD
someone|somebody|quelqu'un|on SHOULD|GO ~ VIOL ALL? ALL? GROUP
GROUP|SLUR au four|bucher
hitler ~ raison|right
a? good DEAD? GROUP BE DET? DEAD GROUP
bon GROUP BE DET? GROUP DEAD
world|monde ~ better|mieux without|sans ALL? GROUP
get|got rid of ALL? ALL? GROUP
debarrasser|debarrasse DET? ALL? GROUP
YOU SHOULD ~ VIOL ~ GROUP
""",
        "contempt": """
I HATE ALL? ALL? GROUP|SLUR
I ~ HATE ALL GROUP
I DISGUST par|by ALL? GROUP
GROUP|SLUR ALL? DISGUST me|moi|us
GROUP|SLUR me|moi|nous DISGUST
GROUP ~ make|makes me|us ~ sick|vomit|puke|ill
GROUP WANT be|get VIOL
WANT NEG de|d'? ALL? GROUP ici|dans|in|near|around|chez
GROUP font|fait|donnent vomir|gerber|envie
ALL GROUP BE ALL? ALL? DET? GANG? DET? INSULT|SLUR|DEROG
ALL GROUP NAME? BE NEG humans|human|people|humains|humain|normal|normaux|welcome|worth|des
GROUP BE ALL DET? GANG? DET? INSULT|DEROG
PAUSE GROUP ALL? BE ALL? DET? GANG? DET? INSULT|DEROG|SLUR
PAUSE THINK? GROUP BE DET? MILD HARSHED
THINK ALL? GROUP BE ALL? DET? GANG? DET? INSULT|DEROG|SLUR
WHY|why ALL? GROUP BE? ALL? DET? INSULT|DEROG
why BE ALL? GROUP ALL? DET? INSULT|DEROG
pourquoi ALL? GROUP BE ALL? DET? INSULT|DEROG
INSULT|DEROG ORIGIN PAUSE
ALL? GROUP NEG deserve|merite|meritent ~ live|vivre|rights|droits|exist|exister|respect|vote|love
GROUP ne? NEG SHOULD vivre|live|exister|exist|vote|voter|respect|droits|droit
GROUP SHOULD ENDING
GROUP SHOULD ALL? fermer|rester|shut|stay|obeir|obey|disparaitre|disappear
GROUP SHOULD NEG de? vivre|exister|respect|droits|aimes
GROUP SHOULD NEG be? allowed|have|exist|live|vote|vivre|avoir|exister|voter
GROUP SHOULD NEG have been? allowed|born
GROUP have|ont NEG place|droit|right
NEG GROUP deserve|deserves ~ live|rights|respect|to
GROUP BE DET? cause|root|plague|problem|probleme|fleau|cancer|disease|maladie|enemy|ennemi|ennemis
GROUP BE ruining|destroying|detruisent|invading|invade|polluting|en train de detruire
GROUP ruinent|envahissent|polluent|volent|ruin|invade|steal
YOU BE DET? INSULT? SLUR
GROUP NEG BE human|humans
GROUP BE inferior|inferieurs|subhuman|abnormal|anormaux|unnatural|less
rien de? pire que ALL? GROUP
nothing worse than ~ GROUP
only good GROUP
GROUP BE good for
GROUP BE bons|bonnes qu'a|a|juste
GROUP BE? belong in|dans|a ~ kitchen|zoo|cage|jail|prison|trash|asylum|gutter|hell
place des GROUP BE ~ cuisine|prison|zoo|maison
""",
        "slur": """
YOU BE DET? SLUR
ALL SLUR
DET SLUR HARSHED
SLUR HARSHED
PAUSE SLUR PAUSE
DET? SLUR YOU
DET SLUR NAME
SLUR BE|SHOULD|GO
DET SLUR
""",
        "rejection": """
go|get|send|sent back to? YOURS|where|africa|mexico|china|their|YOUR country|home|YOU
go back to YOURS? country|africa|mexico|jungle|desert|own
go back where YOU
rentre|rentrez|retourne|retournez|retourner chez|dans YOU|YOURS|ton|leur pays?
rentre|rentrez|retourne|retournez dans YOURS|leur pays|bled|jungle
renvoyer|renvoyez|deporter|deport|send ALL? ALL? GROUP
GROUP ~ rentrer|retourner|retournent|rentrent chez|dans eux|leur
GROUP SHOULD|GO rentrer|retourner|partir|quitter|leave|return|disappear|disparaitre
GROUP SHOULD|GO? go|stay|get back|out|away|home
GROUP out PAUSE
dehors ALL? GROUP
GROUP dehors
NEG GROUP allowed|here|in
NEG WANT ALL? GROUP ici|here|in|dans|near|around|chez
GROUP NEG belong
GROUP BE NEG? welcome
NEG de? place pour ALL? GROUP
ban|bannir ALL? GROUP
""",
        "they": """
I HATE THEM
THEM me|moi DISGUST
THEM DISGUST me
THEM BE ALL? DET? GANG? DET? INSULT|DEROG
THEM SHOULD ALL? be|get|etre|se|BE? ALL? VIOL|DIE|SUFFER
THEM ALL? SHOULD ALL? be|get|etre|se|BE? ALL? VIOL|DIE
SHOULD THEM? VIOL THEM
SHOULD les VIOL
WANT ~ VIOL THEM
""",
    }
)


def hate(facts: MessageFacts) -> Finding | None:
    """Contempt, violence or slurs against people for what they are.

    Naming a group, defending it, denying or disapproving of hate, and anger at an institution
    or a trade (judges, lawyers) are none.
    """
    return strongest(facts, "hate", _PATTERNS, _STRENGTHS, _meant)


def _meant(words: Words, match: Match) -> bool:
    if match.name == "they" and not _stands_for_a_group(words, match):
        return False
    if match.name == "slur" and _claimed(words, match):
        return False
    if _nobody_should(words, match):
        return False
    return borne_by_the_author(words, match) and not disapproved(words, match)


def _nobody_should(words: Words, match: Match) -> bool:
    """« personne ne devrait… », "you can't…": what is denied just before, in the same clause."""
    for at in range(match.start - 1, max(match.start - 5, -1), -1):
        if "PAUSE" in words.keys[at]:
            return False
        if "NEG" in words.keys[at]:
            return True
    return False


def _stands_for_a_group(words: Words, match: Match) -> bool:
    before = words.keys[max(match.start - _REACH, 0) : match.start]
    return any("ORIGIN" in keys or "SLUR" in keys for keys in before) or any(
        "GROUP" in keys and keys[0].endswith(("s", "men")) for keys in before[-_NEAR:]
    )


def _claimed(words: Words, match: Match) -> bool:
    """A slur that the author takes for themselves: "we are proud …"."""
    near = words.keys[max(match.start - 5, 0) : match.start + 1]
    mine = any(
        {"I", "my", "mon", "ma", "mes", "our", "nos", "notre", "me", "us"} & set(keys)
        for keys in near
    )
    return mine and not any({"HATE", "YOU", "VIOL", "GO", "NEG"} & set(keys) for keys in near)
