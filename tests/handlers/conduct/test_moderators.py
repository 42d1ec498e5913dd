"""Who moderates: told to members alone, by account; a name that imitates brings one card."""

from __future__ import annotations

import pytest

from bot.simulator.models import Person
from tests.handlers.conduct.circle import Circle


@pytest.fixture(params=["fr", "en"])
def person(circle: Circle, request: pytest.FixtureRequest) -> Person:
    return circle.lea if request.param == "fr" else circle.sam


async def test_members_learn_who_moderates(circle: Circle, person: Person) -> None:
    await circle.says(person, "/verify" if person is circle.sam else "/verifier")
    for name in ("Marc", "Odile", "Nadia Roy"):
        assert f"• {name}" in circle.last(person)
    assert "Léa" not in circle.last(person)


async def test_strangers_do_not(circle: Circle) -> None:
    zoe = circle.world.add_person("Zoé")
    await circle.starts(zoe, None)
    await circle.says(zoe, "/verifier")
    await circle.forges(zoe, "verify.forward")
    assert not any("Marc" in text for text in circle.world.said(zoe))


async def test_an_account_is_checked_in_reply_or_by_a_message_passed_on(circle: Circle) -> None:
    fake = circle.world.add_person("Nadia", "Roy")
    circle.world.add_member(circle.group, fake)
    circle.world.updates.clear()
    for who, key in ((fake, "does_not"), (circle.nadia, "moderates")):
        message = await circle.writes(who, "Bonjour, je modère ici.")
        await circle.says(circle.lea, "/verifier", circle.group, reply_to=message)
        assert circle.is_told(circle.lea, f"moderators.{key}", name="Nadia Roy")
        assert "/verifier" not in [m.text for m in circle.world.seen(circle.sam, circle.group)]
        await circle.says(circle.sam, "/verify")
        await circle.chooses(circle.sam, "moderators.buttons.check")
        await circle.forwards(circle.sam, message)
        assert circle.is_told(circle.sam, f"moderators.{key}", name="Nadia Roy")


async def test_a_moderator_never_seen_there_is_one_all_the_same(circle: Circle) -> None:
    zoe = circle.world.add_person("Zoé")
    circle.world.add_member(circle.team, zoe)
    circle.world.add_member(circle.group, zoe)
    circle.world.updates.clear()
    message = await circle.writes(zoe, "Bonsoir")
    await circle.says(circle.lea, "/verifier", circle.group, reply_to=message)
    assert circle.is_told(circle.lea, "moderators.moderates", name="Zoé")


# Names


async def test_a_name_like_a_moderators_brings_one_card(circle: Circle) -> None:
    fake = circle.world.add_person("Nаdia", "R0y")  # a Cyrillic letter, a zero
    circle.world.add_member(circle.group, fake)
    await circle.settle()
    assert len(circle.stands("personne de la modération (Nadia Roy)")) == 1, (
        "as soon as they arrive"
    )
    await circle.taps(circle.marc, "Laisser entrer", circle.team)
    await circle.starts(fake, None)
    await circle.restart()
    await circle.says(fake, "Encore moi", circle.group)
    cards = circle.stands("personne de la modération (Nadia Roy)")
    assert len(cards) == 1

    await circle.decides(circle.marc, "changer de nom")
    assert circle.heard(fake, "moderators.change_name") == 1
    assert (circle.marc.id, "likeness.asked") in await circle.acts(f"user:{fake.id}")


async def test_a_name_that_claims_the_office_brings_a_card(circle: Circle) -> None:
    fake = circle.world.add_person("Modératrice Entraide")
    await circle.starts(fake)
    assert len(circle.stands("laisse croire que cette personne modère")) == 1
    await circle.decides(circle.marc, "Rien à redire")
    await circle.says(fake, "Allô?")
    assert len(circle.stands("Modératrice Entraide")) == 1


async def test_somebody_who_changes_their_name_is_seen_again(circle: Circle) -> None:
    circle.theo.first_name = "0dile"
    await circle.says(circle.theo, "Bonjour", circle.group)
    assert circle.stands("personne de la modération (Odile)")
    await circle.decides(circle.marc, "changer de nom")
    assert "« 0dile » : je ne peux pas lui écrire" in circle.stands("0dile")[-1].text


async def test_moderators_may_bear_their_names(circle: Circle) -> None:
    assert circle.stands("👥") == []
