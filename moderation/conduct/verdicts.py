"""What follows from a message: nothing, a card, a hold or help; people decide the rest."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from moderation.findings import Finding, Strength
from moderation.signals.attacks.blackmail import blackmail
from moderation.signals.attacks.hate import hate
from moderation.signals.attacks.insults import insult
from moderation.signals.attacks.life import threat_to_life
from moderation.signals.attacks.sexual import sexual
from moderation.signals.attacks.threats import threat
from moderation.signals.distress import distress_in
from moderation.signals.facts import MessageFacts
from moderation.signals.identification.addresses import address
from moderation.signals.identification.cards import contact_card, live_location
from moderation.signals.identification.children import child_named
from moderation.signals.identification.court_files import court_file
from moderation.signals.identification.court_papers import court_paper
from moderation.signals.identification.emails import email
from moderation.signals.identification.health_insurance import health_insurance
from moderation.signals.identification.officials import official_named, other_parent_named
from moderation.signals.identification.phones import phone
from moderation.signals.identification.postal_codes import postal_code
from moderation.signals.identification.social_insurance import social_insurance
from moderation.signals.intrusion.links import invitation, newcomer_link
from moderation.signals.intrusion.lures import lure
from moderation.signals.intrusion.origins import channel_as_person, channel_forward, other_bot
from moderation.signals.intrusion.repetition import flood, repetition


class Mode(StrEnum):
    """What a rule may do, as moderators set it."""

    OFF = "off"
    FLAG = "flag"
    HOLD = "hold"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its name, the article of the code of conduct that it applies, what it may do."""

    name: str
    article: int
    mode: Mode
    signal: Callable[[MessageFacts], Finding | None]


# In the order in which moderators read them, and in which one is told to the person.
RULES: tuple[Rule, ...] = (
    Rule("threat_to_life", 8, Mode.HOLD, threat_to_life),
    Rule("threat", 8, Mode.HOLD, threat),
    Rule("blackmail", 8, Mode.HOLD, blackmail),
    Rule("hate", 1, Mode.HOLD, hate),
    Rule("sexual", 1, Mode.HOLD, sexual),
    Rule("insult", 1, Mode.HOLD, insult),
    Rule("court_file", 4, Mode.HOLD, lambda facts: court_file(facts.shown)),
    Rule("court_paper", 4, Mode.HOLD, lambda facts: court_paper(facts.shown, facts.file_name)),
    Rule("official_named", 4, Mode.HOLD, lambda facts: official_named(facts.shown)),
    Rule("child_named", 3, Mode.HOLD, lambda facts: child_named(facts.shown)),
    Rule("social_insurance", 2, Mode.HOLD, lambda facts: social_insurance(facts.shown)),
    Rule("health_insurance", 2, Mode.HOLD, lambda facts: health_insurance(facts.shown)),
    Rule("phone", 2, Mode.HOLD, lambda facts: phone(facts.shown, facts.allowed_numbers)),
    Rule("email", 2, Mode.HOLD, lambda facts: email(facts.shown)),
    Rule("address", 2, Mode.HOLD, lambda facts: address(facts.shown)),
    Rule("postal_code", 2, Mode.HOLD, lambda facts: postal_code(facts.shown)),
    Rule("contact_card", 2, Mode.HOLD, lambda facts: contact_card(facts.contact)),
    Rule("live_location", 2, Mode.HOLD, lambda facts: live_location(facts.live_location)),
    Rule("other_parent_named", 5, Mode.HOLD, lambda facts: other_parent_named(facts.shown)),
    Rule("lure", 7, Mode.HOLD, lure),
    Rule("invitation", 7, Mode.HOLD, invitation),
    Rule("newcomer_link", 7, Mode.HOLD, newcomer_link),
    Rule("channel_forward", 7, Mode.HOLD, channel_forward),
    Rule("other_bot", 7, Mode.HOLD, other_bot),
    Rule("channel_as_person", 7, Mode.HOLD, channel_as_person),
    Rule("repetition", 7, Mode.HOLD, repetition),
    Rule("flood", 1, Mode.FLAG, flood),
)
ARTICLES: Mapping[str, int] = {rule.name: rule.article for rule in RULES}


@dataclass(frozen=True, slots=True)
class Policy:
    """What moderators allow each rule to do; ``dry_run`` removes nothing, whatever they set."""

    modes: Mapping[str, Mode] = field(default_factory=dict)
    dry_run: bool = False

    def mode(self, rule: Rule) -> Mode:
        """What a rule may do now."""
        mode = self.modes.get(rule.name, rule.mode)
        return Mode.FLAG if self.dry_run and mode is Mode.HOLD else mode


@dataclass(frozen=True, slots=True)
class Cited:
    """A finding and the number of the article that it falls under."""

    finding: Finding
    article: int


@dataclass(frozen=True, slots=True)
class Pass:
    """Nothing to do."""


@dataclass(frozen=True, slots=True)
class Flag:
    """A card to the moderators; the message stays."""

    cited: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Hold:
    """The message is taken down until a person decides; the first finding is the one told."""

    cited: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Help:
    """The help card to the person alone.

    ``cited`` is what moderators learn of, in a card: empty for distress alone, which is theirs to
    know only if the person wishes. The message stays, whatever it also holds: people decide.
    ``hold`` tells the exception, a message that gives away who somebody is.
    """

    distress: Finding
    cited: tuple[Cited, ...] = ()
    hold: bool = False


Verdict = Pass | Flag | Hold | Help

_SAID_AGAIN = frozenset({"repetition", "flood"})
_IDENTIFIES = frozenset({2, 3, 4})
_DEFAULT = Policy()


def judge(facts: MessageFacts, policy: Policy = _DEFAULT) -> Verdict:
    """Decide what a message brings; never a sanction.

    Distress comes first: a message that also attacks brings help and a card, so that a person
    decides. A message is held only where a rule that may hold finds more than a note.
    """
    held: list[Cited] = []
    flagged: list[Cited] = []
    for rule in RULES:
        finding = rule.signal(facts)
        if finding is None or (mode := policy.mode(rule)) is Mode.OFF:
            continue
        holds = mode is Mode.HOLD and finding.strength > Strength.NOTE
        (held if holds else flagged).append(Cited(finding, rule.article))
    cited = (*held, *flagged)
    if distress := distress_in(facts.said, facts.readings[0]):
        # A cry said again is the same cry.
        cited = tuple(each for each in cited if each.finding.rule not in _SAID_AGAIN)
        return Help(distress, cited, any(each.article in _IDENTIFIES for each in held))
    if held:
        return Hold(cited)
    return Flag(cited) if flagged else Pass()
