"""/regles: each rule's mode and precision; to weaken one takes two; every change in the audit."""

from __future__ import annotations

import pytest

from bot.simulator.models import Person
from bot.storage.conduct import rules
from moderation.conduct import RULES, Mode
from tests.handlers.conduct.circle import Circle

HURT = "Tu es vraiment une moins que rien."


async def judged(circle: Circle, label: str, text: str = HURT) -> None:
    await circle.writes(circle.theo, text)
    await circle.decides(circle.marc, label)


def screen(circle: Circle) -> str:
    return circle.stands("Les règles")[-1].text


async def test_every_rule_is_there_with_what_it_may_do(circle: Circle) -> None:
    await circle.says(circle.marc, "/regles", circle.team)
    words = circle.content.words("fr")
    for rule in RULES:
        assert words.label(f"conduct.rules.{rule.name}") in screen(circle)
    assert screen(circle).count("pas encore jugée") == len(RULES)
    assert "Période d'observation" in screen(circle)


async def test_the_precision_comes_from_the_moderators_verdicts(circle: Circle) -> None:
    for label in ("Avertir", "Avertir", "Rien à redire"):
        await judged(circle, label)
    await circle.says(circle.marc, "/regles", circle.team)
    assert "67 % juste (2 sur 3)" in screen(circle)


async def test_a_coordinator_and_another_set_a_rule_and_it_applies_at_once(circle: Circle) -> None:
    await circle.says(circle.nadia, "/regles", circle.team)
    for label in ("1. ", "des mots blessants envers", "⚪ Éteindre"):
        await circle.taps(circle.nadia, label, circle.team)
    assert circle.toast(circle.nadia) == circle.label(circle.nadia, "rules.toasts.two_needed")
    assert await rules.modes(circle.bot.db.reading()) == {}, "what weakens takes two"
    proposed = circle.stands("Nadia Roy propose")[-1].text
    assert "qui ne regardera plus rien : des mots blessants envers une personne" in proposed
    assert "insult" not in proposed
    await circle.taps(circle.marc, "D'accord", circle.team)
    await circle.says(circle.nadia, "/regles", circle.team)
    for label in ("1. ", "des mots blessants envers"):
        await circle.taps(circle.nadia, label, circle.team)
    assert "Éteinte : elle ne regarde rien." in circle.stands("Article 1")[-1].text
    await circle.writes(circle.theo, HURT)
    assert circle.stands("C-1") == []
    await circle.taps(circle.nadia, "🛡 Retenir", circle.team)
    await circle.writes(circle.theo, HURT)
    assert circle.stands("C-1")
    assert await circle.acts("insult") == [
        (circle.nadia.id, "rule.weaken"),
        (circle.nadia.id, "rule.strengthen"),
    ]
    assert await rules.modes(circle.bot.db.reading()) == {}, "its default again"


async def test_a_moderator_weakens_a_rule_with_another_and_strengthens_it_alone(
    circle: Circle,
) -> None:
    await circle.says(circle.marc, "/regles", circle.team)
    for label in ("1. ", "des mots blessants envers", "🔎 Signaler seulement"):
        await circle.taps(circle.marc, label, circle.team)
    assert circle.toast(circle.marc) == circle.label(circle.marc, "rules.toasts.two_needed")
    await circle.taps(circle.marc, "D'accord", circle.team)
    assert circle.toast(circle.marc) == circle.label(circle.marc, "privacy.toasts.another")
    assert await rules.modes(circle.bot.db.reading()) == {}, "one's own agreement is not another's"
    await circle.taps(circle.odile, "D'accord", circle.team)
    assert await rules.modes(circle.bot.db.reading()) == {"insult": Mode.FLAG}

    await circle.says(circle.odile, "/regles", circle.team)
    whole = "8. La détresse est bienvenue, la menace ne l'est pas"
    assert whole in circle.message_with(circle.odile, "8. ", circle.team).labels
    for label in ("1. ", "des mots blessants envers", "🛡 Retenir"):
        await circle.taps(circle.odile, label, circle.team)
    assert circle.toast(circle.odile) == circle.label(circle.odile, "rules.toasts.set")
    assert await rules.modes(circle.bot.db.reading()) == {}, "to strengthen takes nobody else"
    assert await circle.acts("insult") == [
        (circle.marc.id, "rule.weaken"),
        (circle.odile.id, "rule.strengthen"),
    ]


@pytest.mark.parametrize(
    "data", ["rules.set:insult:burn", "rules.set:nothing:off", "rules.set:insult", "rules.set"]
)
async def test_what_is_no_rule_or_no_mode_sets_nothing(circle: Circle, data: str) -> None:
    await circle.says(circle.nadia, "/regles", circle.team)
    await circle.forges(circle.nadia, data, circle.stands("Les règles")[-1])
    assert await rules.modes(circle.bot.db.reading()) == {}


async def test_the_trial_ends_with_one_tap(circle: Circle) -> None:
    await circle.says(circle.nadia, "/regles", circle.team)
    await circle.taps(circle.nadia, "Commencer à retenir", circle.team)
    trial = await rules.trial(circle.bot.db.reading())
    assert trial is not None
    assert trial.ends_at <= circle.clock.time
    await circle.says(circle.nadia, "/regles", circle.team)
    assert "Période d'observation" not in screen(circle)
    assert (circle.nadia.id, "conduct.trial_ended") in await circle.acts("trial")


async def test_strangers_and_members_do_not_see_the_rules(circle: Circle) -> None:
    people: list[Person] = [circle.lea, circle.sam]
    for person in people:
        for chat in (None, circle.group):
            await circle.says(person, "/regles", chat)
        assert not any("pas encore jugée" in text for text in circle.world.said(person))
