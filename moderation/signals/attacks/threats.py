"""A threat: to hurt or kill, or the wish that somebody die."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from moderation.findings import Finding, Strength
from moderation.language.patterns import Match, Patterns
from moderation.language.scope import borne_by_the_author, told_of_another
from moderation.language.words import Words
from moderation.signals.attacks.found import in_jest, strongest
from moderation.signals.attacks.signs import gathered
from moderation.signals.attacks.tables import harm, signs, veiled
from moderation.signals.attacks.tables import threats as tables
from moderation.signals.facts import MessageFacts

_STRENGTHS = {
    "aimed": Strength.SERIOUS,
    "veiled": Strength.CAUTION,
    "announced": Strength.SERIOUS,
    "perish": Strength.SERIOUS,
    "alone": Strength.CAUTION,
    "regret": Strength.CAUTION,
    "prudence": Strength.CAUTION,
    "ambiguous": Strength.NOTE,
    "wished": Strength.NOTE,
    "warning": Strength.NOTE,
}
_ENDS_A_THREAT = frozenset({"PAUSE", "INSULT", "SLUR", "IF"}) | frozenset(
    """
    demain tomorrow tonight ce quand when pis pour for et and where ou wherever
    crois tkt inquiete worry
    """.split()  # noqa: SIM905
)
_PERHAPS_ADVICE = frozenset({"regret", "ambiguous", "warning"})
_ADVICE = frozenset(
    """
    avocat avocate lawyer signer signes signe sign signing preuves evidence notaire contrat contract
    mediateur mediation plus tard later entente agreement accepter accept attendre wait ecris write
    """.split()  # noqa: SIM905
)
_KIND = frozenset(
    """
    merci thanks thank courage cafe lien link article courriel email bienvenue welcome hug calin
    bisou bise salle room message info information numero mediation rencontre meeting ici here
    mieux better aider help aide soutien support beau belle bravo congrats wait
    route routes road roads glace glacees verglas neige icy ice snow storm tempete
    """.split()  # noqa: SIM905
)

_DARED = frozenset(
    """
    parle parles reparles dis temoignes temoigne continues continue touches touche approches
    approche recommences ecris appelles portes plainte talk testify tell touch come keep call try
    essaies essayes oses dare report denonces police
    """.split()  # noqa: SIM905
)
_DANGERS = frozenset(
    """
    verglas glace neige pluie froid tempete orage vent route routes trottoir trottoirs glissant
    glissante chaussee ice icy snow rain storm wind road roads slippery cold vol vols voleur voleurs
    cambriolage thieves theft robbery burglars quartier neighbourhood neighborhood chantier travaux
    coyote ours bear travers annoncent
    """.split()  # noqa: SIM905
)

_WARM = frozenset(
    """
    merci thanks thank courage bravo congrats champion bisou bise calin hug hugs recette gateau
    cake poutine souper diner dinner soupe soup beigne beignes tarte tourtiere pate sucre biscuits
    lasagne pizza fete anniversaire birthday spectacle gratuit free youpi yay covoiturage carpool
    poste formulaire formulaires forms papiers recu recus great ensemble together salue faith foi
    lift playground coffee chocolat muffins soccer garderie bienvenue welcome felicitations proud
    alone supporting love aime
    """.split()  # noqa: SIM905
)

_SIGNS = Patterns(signs.SIGNS)
_PATTERNS = Patterns(
    {
        "aside": tables.ASIDE + harm.ASIDE,
        "aimed": tables.AIMED,
        "announced": harm.ANNOUNCED,
        "perish": harm.PERISH,
        "veiled": tables.VEILED,
        "alone": veiled.ALONE,
        "regret": veiled.REGRET,
        "prudence": veiled.PRUDENCE,
        "ambiguous": tables.AMBIGUOUS,
        "wished": harm.WISHED,
        "warning": tables.WARNING,
    }
)


def threat(facts: MessageFacts) -> Finding | None:
    """Somebody, who may read it or not, is threatened, told to die or wished dead.

    What a third person said or might do ("he will kill you") is not the author's threat.
    """

    def meant(words: Words, match: Match) -> bool:
        return _meant(words, match) and not (match.name == "perish" and _tired(facts, words, match))

    said = strongest(facts, "threat", _PATTERNS, _STRENGTHS, meant)
    if said is None or said.strength is Strength.NOTE:
        said = gathered(facts, "threat", _SIGNS, signs.TOGETHER) or said
    if said and said.strength is Strength.CAUTION and _warm(facts.readings[0]):
        said = replace(said, strength=Strength.NOTE)
    return said and in_jest(facts, said)


def _warm(words: Words) -> bool:
    """Whether a veiled threat stands among warm words: a person tells which it is."""
    return any(not _WARM.isdisjoint(keys) for keys in words.keys)


def told_threat(reading: Words) -> Match | None:
    """A threat that the author quotes or tells of somebody else, or None."""
    for match in _PATTERNS.matches(reading):
        if _STRENGTHS.get(match.name, Strength.NOTE) > Strength.NOTE and told_of_another(
            reading, match
        ):
            return match
    return None


def _meant(words: Words, match: Match) -> bool:
    if match.name in _PERHAPS_ADVICE and _advises(words):
        return False
    if match.name == "regret" and "IF" in words.present and not _dares(words):
        return False
    if match.name == "prudence" and _cares(words):
        return False
    if match.name == "ambiguous" and not _menacing(words, match):
        return False
    before = words.keys[match.start - 1] if match.start else ()
    spoken_of = {"HE", "PERSON", "NEG", "qui", "who", "ca", "that"} & set(before)
    if spoken_of and {"SUBJECT", "PERSON"}.isdisjoint(words.keys[match.start]):
        return False  # « il va te tuer » warns
    return "NEG" not in before and borne_by_the_author(words, match)


def _tired(facts: MessageFacts, words: Words, match: Match) -> bool:
    """« crevé » once the accent is folded: the person is worn out."""
    before = words.keys[match.start - 1]
    written = unicodedata.normalize("NFC", facts.excerpt(words, match.start, match.end))
    return bool(_WORN & set(before)) or "crevé" in written.lower()


_WORN = frozenset({"BE", "I", "HE", "LOOK", "sens", "me", "m'"})


def _advises(words: Words) -> bool:
    return any(not _ADVICE.isdisjoint(keys) for keys in words.keys)


def _dares(words: Words) -> bool:
    """Whether « si tu… tu vas le regretter » forbids to speak, to come near, to go on."""
    return any(not _DARED.isdisjoint(keys) for keys in words.keys)


def _cares(words: Words) -> bool:
    """Whether weather, thieves or a kind word tell why one should be careful."""
    return any(not (_KIND | _DANGERS).isdisjoint(keys) for keys in words.keys)


def _menacing(words: Words, match: Match) -> bool:
    """Whether « tu vas payer », "I'll find you" is all that is said, with no kind word around."""
    after = words.keys[match.end] if match.end < len(words.keys) else ("PAUSE",)
    return not _ENDS_A_THREAT.isdisjoint(after) and not any(
        not _KIND.isdisjoint(keys) for keys in words.keys
    )
