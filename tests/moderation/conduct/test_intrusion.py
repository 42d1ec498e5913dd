"""Links, forwards, bots, channels, repetition and flood: what a message carries beside words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from moderation.conduct import Flag, Hold, Pass, judge
from moderation.signals.facts import MessageFacts, Recent

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
LEA, MARC, ODILE = 1, 2, 3
TEXT = "Avez-vous vu la nouvelle du jour sur la garde?"


def rules(facts: MessageFacts) -> list[str]:
    verdict = judge(facts)
    return [each.finding.rule for each in verdict.cited] if isinstance(verdict, Hold | Flag) else []


@pytest.mark.parametrize(
    ("facts", "rule"),
    [
        (MessageFacts(text="Voir www.exemple.com", days_here=2), "newcomer_link"),
        (
            MessageFacts(text="Lisez ceci", links=("https://exemple.com/x",), days_here=0),
            "newcomer_link",
        ),
        (MessageFacts(text="t.me/+AbCdEf123", days_here=400), "invitation"),
        (MessageFacts(text="ici", links=("https://chat.whatsapp.com/AbCd1",)), "invitation"),
        (MessageFacts(text="Nouvelle", forwarded_from="channel"), "channel_forward"),
        (MessageFacts(text="🎲", via_bot="jeuxbot"), "other_bot"),
        (MessageFacts(text="Bonjour", sender_chat=-100), "channel_as_person"),
    ],
)
def test_what_does_not_come_from_a_person_of_the_group(facts: MessageFacts, rule: str) -> None:
    assert rules(facts) == [rule]


@pytest.mark.parametrize(
    "facts",
    [
        MessageFacts(text="Voir www.exemple.com", days_here=7),
        MessageFacts(text="Voir www.exemple.com"),
        MessageFacts(text="https://www.quebec.ca/famille", days_here=0),
        MessageFacts(text="suicide.ca répond jour et nuit", days_here=0),
        MessageFacts(text="On se voit mardi.Merci", days_here=0),
        MessageFacts(text="Nouvelle", forwarded_from="user"),
    ],
)
def test_what_members_share(facts: MessageFacts) -> None:
    assert judge(facts) == Pass()


def recent(*authors: int, text: str = TEXT, apart: int = 5) -> tuple[Recent, ...]:
    return tuple(
        Recent(author, NOON - timedelta(seconds=apart * number), text)
        for number, author in enumerate(authors, 1)
    )


def test_the_same_text_by_one_or_by_several() -> None:
    facts = MessageFacts(text=TEXT, author=LEA, at=NOON)
    assert rules(facts) == []
    for before, rule in [
        (recent(LEA), []),
        (recent(LEA, LEA), ["repetition"]),
        (recent(MARC), []),
        (recent(MARC, ODILE), ["repetition"]),
        (recent(LEA, LEA, apart=4000), []),
        (recent(LEA, LEA, text=TEXT.upper() + "!!"), ["repetition"]),
    ]:
        assert rules(MessageFacts(text=TEXT, author=LEA, at=NOON, recent=before)) == rule


def test_many_may_say_thanks() -> None:
    before = recent(MARC, ODILE, LEA, text="Bon courage!")
    assert rules(MessageFacts(text="Bon courage!", author=LEA, at=NOON, recent=before)) == []


@pytest.mark.parametrize(("earlier", "found"), [(9, []), (10, ["flood"])])
def test_more_than_ten_messages_in_a_minute(earlier: int, found: list[str]) -> None:
    before = tuple(Recent(LEA, NOON - timedelta(seconds=n), f"mot {n}") for n in range(earlier))
    facts = MessageFacts(text="encore", author=LEA, at=NOON, recent=before)
    assert rules(facts) == found
    if found:
        assert isinstance(judge(facts), Flag)
