"""Who is here already, or nearly, when a list comes to name them: moderators learn it, once."""

from __future__ import annotations

import pytest

from bot.simulator.models import Person
from tests.handlers.privacy.test_protection import names
from tests.stage import Stage, plain


def inside(stage: Stage, person: Person) -> str:
    name = f"{person.first_name} {person.last_name}"
    return plain(stage.content.words("fr").text("privacy.protection.inside", name=name))


def team_reads(stage: Stage) -> list[str]:
    return [m.text for m in stage.world.seen(stage.marc, stage.team) if m.sender is stage.world.bot]


@pytest.fixture
async def paul(stage: Stage) -> Person:
    """A member, whom Sophie may not want to meet."""
    paul = stage.world.add_person("Paul", "Roy", username="paul_roy")
    stage.world.add_member(stage.group, paul)
    stage.world.updates.clear()  # he was in before the bot looked
    await stage.says(paul, "Bonjour", stage.group)
    await stage.starts(paul, None)
    return paul


@pytest.mark.parametrize("said", ["Paul Roy", "ROY paul", "@paul_roy", "{id}"])
async def test_a_member_who_is_named_is_told_to_moderators_once(
    stage: Stage, sophie: Person, paul: Person, said: str
) -> None:
    await names(stage, sophie, said.format(id=paul.id))

    assert team_reads(stage).count(inside(stage, paul)) == 1
    assert "Sophie" not in "".join(team_reads(stage))
    await names(stage, sophie, "Paul Roy\nPaul R. Roy")
    assert team_reads(stage).count(inside(stage, paul)) == 1
    heard = [*stage.world.said(paul, stage.group), *stage.world.said(paul)]
    assert not any("onflit" in text for text in heard)


async def test_who_never_wrote_to_the_bot_is_known_by_number_alone(
    stage: Stage, sophie: Person
) -> None:
    ines = stage.world.add_person("Inès", "Cloutier")
    stage.world.add_member(stage.group, ines)
    stage.world.updates.clear()
    await stage.says(ines, "Bonjour", stage.group)
    await names(stage, sophie, str(ines.id))
    assert f"entre {ines.id}, qui est dans le groupe" in team_reads(stage)[-1]


async def test_of_one_of_the_team_only_the_coordination_learns_it(
    stage: Stage, sophie: Person
) -> None:
    marc = stage.marc
    marc.last_name = "Dubé"
    stage.world.add_member(stage.group, marc)
    await stage.says(marc, "Bonjour", stage.group)
    for moderator in (marc, stage.nadia):
        await stage.starts(moderator, None)
    await names(stage, sophie, "Marc Dubé")

    assert stage.last(stage.nadia) == inside(stage, marc)
    assert inside(stage, marc) not in team_reads(stage)
    assert not any("onflit" in text for text in stage.world.said(marc))


async def test_a_coordinator_is_not_told_of_themselves(stage: Stage, sophie: Person) -> None:
    stage.world.add_member(stage.group, stage.nadia)
    await stage.says(stage.nadia, "Bonjour", stage.group)
    await stage.starts(stage.nadia, None)
    before = stage.world.said(stage.nadia)
    await names(stage, sophie, "Nadia Roy")
    assert stage.world.said(stage.nadia) == before
    assert not any("onflit" in text for text in team_reads(stage))


async def test_nobody_is_told_of_a_name_that_is_not_there(stage: Stage, sophie: Person) -> None:
    before = team_reads(stage)
    await names(stage, sophie, "Inconnu Total")
    await names(stage, sophie, "Sophie Gagnon")  # herself
    assert team_reads(stage) == before


async def test_a_request_that_waits_is_told_of_and_not_by_its_card_alone(
    stage: Stage, sophie: Person
) -> None:
    await stage.sends(stage.lea)
    await names(stage, sophie, "Léa Tremblay")
    said = plain(stage.content.words("fr").text("card.conflict_here", reference="D-1"))
    assert team_reads(stage).count(said) == 1


async def test_who_is_accepted_and_not_yet_in_is_told_of(stage: Stage, sophie: Person) -> None:
    await stage.sends(stage.lea)
    await stage.taps(stage.marc, stage.label(stage.marc, "card.buttons.accept"), stage.team)
    await names(stage, sophie, "Léa Tremblay")
    said = plain(stage.content.words("fr").text("card.conflict_accepted", reference="D-1"))
    assert team_reads(stage).count(said) == 1


async def test_who_comes_back_from_a_pause_is_told_of(
    stage: Stage, sophie: Person, paul: Person
) -> None:
    await stage.says(paul, "/pause")
    await stage.chooses(paul, "pause.buttons.leave")
    await names(stage, sophie, "Paul Roy")
    assert not any("conflit est possible" in text for text in team_reads(stage))

    await stage.says(paul, "/pause")
    await stage.chooses(paul, "pause.buttons.back")
    said = plain(stage.content.words("fr").text("card.conflict_accepted", reference="D-1"))
    assert team_reads(stage).count(said) == 1


async def test_who_is_held_at_the_door_is_not_let_in_by_one_alone(
    stage: Stage, sophie: Person
) -> None:
    await names(stage, sophie, "Sam Untel")
    sam = stage.world.add_person("Sam", "Untel")
    stage.world.add_member(stage.group, sam)
    await stage.settle()
    assert plain(stage.content.words("fr").text("card.conflict")) in team_reads(stage)[-1]

    await stage.taps(stage.marc, stage.label(stage.marc, "card.buttons.let"), stage.team)

    assert stage.toast(stage.marc) == stage.label(stage.marc, "card.toasts.conflict_wants_two")
    assert stage.group.member(sam, stage.world.now()).status == "restricted"
