"""What one person may not do alone: another has to agree, within a day."""

from __future__ import annotations

import json

import pytest

from bot.simulator.models import Person
from bot.storage import screening
from tests.stage import Stage


async def decided(stage: Stage) -> None:
    """Léa's request is accepted by Marc."""
    await stage.sends(stage.lea)
    await stage.taps(stage.marc, stage.label(stage.marc, "card.buttons.accept"), stage.team)


def agree(stage: Stage) -> str:
    return stage.content.words("fr").label("privacy.buttons.agree")  # the team's language


def alert(stage: Stage, person: Person, key: str) -> bool:
    return stage.toast(person) == stage.label(person, f"privacy.toasts.{key}")


@pytest.mark.parametrize(("language", "command"), [("fr", "/effacer D-1"), ("en", "/erase D-1")])
async def test_two_persons_erase_somebody(stage: Stage, language: str, command: str) -> None:
    stage.marc.language_code = language
    await decided(stage)
    await stage.starts(stage.marc, None)
    await stage.says(stage.marc, command)
    assert stage.is_told(stage.marc, "privacy.pair.proposed")
    assert len(await stage.rows("SELECT * FROM answers")) == 3

    asked = stage.world.seen(stage.odile, stage.team)[-1].text
    assert f"Léa Tremblay (compte {stage.lea.id})" in asked  # nobody agrees blindly

    await stage.taps(stage.marc, agree(stage), stage.team)
    assert alert(stage, stage.marc, "another")
    assert len(await stage.rows("SELECT * FROM answers")) == 3

    await stage.taps(stage.odile, agree(stage), stage.team)
    assert await stage.rows("SELECT * FROM answers") == []
    assert await stage.rows("SELECT * FROM people WHERE user_id = ?", stage.lea.id) == []
    assert stage.is_told(stage.lea, "privacy.forget.done")


async def test_a_decided_file_opens_to_who_proposed_it_for_ten_minutes(stage: Stage) -> None:
    await decided(stage)
    await stage.starts(stage.marc, None)
    await stage.says(stage.marc, "/rouvrir D-1")
    story = stage.story(stage.lea, "hopes")
    assert story not in stage.last(stage.marc)

    await stage.taps(stage.odile, agree(stage), stage.team)

    shown = stage.world.seen(stage.marc)[-1]
    assert story in shown.text
    assert all(story not in m.text for m in stage.world.seen(stage.odile, stage.team))
    acts = await stage.rows("SELECT actor_id, act, subject FROM audit ORDER BY seq DESC LIMIT 3")
    assert [tuple(row) for row in acts] == [
        (stage.marc.id, "screening.view", "D-1"),
        (stage.odile.id, "agree_open", "D-1"),
        (stage.marc.id, "propose_open", "D-1"),
    ]
    await stage.wait(minutes=11)
    assert shown.deleted


async def test_an_open_file_is_not_opened_this_way(stage: Stage) -> None:
    await stage.sends(stage.lea)
    await stage.starts(stage.marc, None)
    await stage.says(stage.marc, "/rouvrir D-1")
    assert stage.is_told(stage.marc, "privacy.pair.not_decided")
    await stage.says(stage.marc, "/rouvrir D-99")
    assert stage.is_told(stage.marc, "privacy.pair.not_found")


async def test_the_list_of_members_needs_two(stage: Stage, sophie: Person) -> None:
    await stage.starts(stage.nadia, None)
    await stage.says(stage.nadia, "/exporter")
    assert not [m for m in stage.world.seen(stage.nadia) if "document" in m.raw]
    await stage.taps(stage.marc, agree(stage), stage.team)
    [file] = [m for m in stage.world.seen(stage.nadia) if "document" in m.raw]
    rows = json.loads(stage.world.files[file.raw["document"]["file_id"]])
    assert sophie.id in [row["user_id"] for row in rows]
    await stage.wait(minutes=11)
    assert file.deleted


async def test_a_moderator_does_not_take_out_the_list(stage: Stage) -> None:
    await stage.says(stage.marc, "/exporter")
    assert await stage.rows("SELECT * FROM pair_proposals") == []


async def test_nobody_agrees_to_their_own_erasure_by_others(stage: Stage) -> None:
    await stage.says(stage.marc, f"/effacer {stage.odile.id}", stage.team)
    await stage.taps(stage.odile, agree(stage), stage.team)
    assert alert(stage, stage.odile, "concerned")
    assert [r[0] for r in await stage.rows("SELECT state FROM pair_proposals")] == ["open"]


async def test_a_proposal_is_declined_or_ends_by_itself(stage: Stage) -> None:
    await decided(stage)
    await stage.says(stage.marc, "/effacer D-1", stage.team)
    await stage.taps(stage.odile, stage.label(stage.odile, "privacy.buttons.decline"), stage.team)
    await stage.says(stage.marc, "/effacer D-1", stage.team)
    await stage.wait(hours=25)
    states = [r[0] for r in await stage.rows("SELECT state FROM pair_proposals")]
    assert states == ["declined", "expired"]
    assert len(await stage.rows("SELECT * FROM answers")) == 3


async def test_who_coordinates_no_more_takes_nothing_out(stage: Stage, sophie: Person) -> None:
    stage.world.promote(stage.team, stage.odile, by=stage.nadia)
    await stage.settle()
    await stage.starts(stage.odile, None)
    await stage.says(stage.odile, "/exporter")
    stage.world.demote(stage.team, stage.odile, by=stage.nadia)
    await stage.settle()
    await stage.taps(stage.marc, agree(stage), stage.team)
    assert alert(stage, stage.marc, "over")
    assert not [m for m in stage.world.seen(stage.odile) if "document" in m.raw]


async def test_who_steps_aside_meanwhile_reads_nothing(stage: Stage) -> None:
    await stage.sends(stage.lea)
    card = stage.card()
    await stage.says(stage.marc, "Je regarde.", stage.team)
    await stage.taps(stage.odile, stage.label(stage.odile, "card.buttons.accept"), stage.team)
    await stage.starts(stage.marc, None)
    await stage.says(stage.marc, "/rouvrir D-1")
    async with stage.bot.db.transaction() as tx:
        await screening.note_review(tx, 1, stage.marc.id, "recuse", stage.clock.time)
    await stage.taps(stage.odile, agree(stage), stage.team)
    assert alert(stage, stage.odile, "over")
    assert stage.story(stage.lea, "hopes") not in card.text
    assert stage.story(stage.lea, "hopes") not in stage.last(stage.marc)


async def test_who_left_the_team_proposes_nothing_any_more(stage: Stage) -> None:
    await decided(stage)
    await stage.says(stage.marc, "/effacer D-1", stage.team)
    stage.world.leave(stage.marc, stage.team)
    await stage.settle()
    await stage.taps(stage.odile, agree(stage), stage.team)
    assert alert(stage, stage.odile, "over")
    assert len(await stage.rows("SELECT * FROM answers")) == 3


@pytest.mark.parametrize("said", ["D-²", "²²", "D-", "0", "-1", "Léa", "9" * 17, "D-٣"])
async def test_what_names_nobody_is_answered_with_how_to_say_it(stage: Stage, said: str) -> None:
    await stage.starts(stage.marc, None)
    for command, how in (("/effacer", "erase"), ("/rouvrir", "open")):
        await stage.says(stage.marc, f"{command} {said}")
        assert stage.is_told(stage.marc, f"privacy.pair.how_{how}")
    assert await stage.rows("SELECT * FROM inbox WHERE state = 'aside'") == []
    assert await stage.rows("SELECT * FROM pair_proposals") == []


@pytest.mark.parametrize("end", ["agree", "decline", "expire"])
async def test_a_settled_erasure_leaves_no_number_on_its_card(stage: Stage, end: str) -> None:
    await decided(stage)
    await stage.says(stage.marc, "/effacer D-1", stage.team)
    card = stage.message_with(stage.odile, agree(stage), stage.team)
    assert str(stage.lea.id) in card.text
    if end == "expire":
        await stage.wait(hours=25)
    else:
        label = stage.content.words("fr").label(f"privacy.buttons.{end}")
        await stage.taps(stage.odile, label, stage.team)
    assert card.labels == []
    for message in stage.world.seen(stage.odile, stage.team):
        assert str(stage.lea.id) not in message.text
        assert end != "agree" or "Tremblay" not in message.text


async def test_who_stepped_aside_neither_opens_the_file_nor_agrees_to_it(stage: Stage) -> None:
    await stage.sends(stage.lea)
    await stage.taps(stage.marc, stage.label(stage.marc, "card.buttons.recuse"), stage.team)
    await stage.taps(stage.nadia, stage.label(stage.nadia, "card.buttons.accept"), stage.team)
    await stage.starts(stage.marc, None)
    await stage.says(stage.marc, "/rouvrir D-1")
    assert stage.is_told(stage.marc, "privacy.pair.stepped_aside")
    assert await stage.rows("SELECT * FROM pair_proposals") == []

    await stage.says(stage.odile, "/rouvrir D-1", stage.team)
    await stage.taps(stage.marc, agree(stage), stage.team)
    assert alert(stage, stage.marc, "stepped_aside")
    assert [r[0] for r in await stage.rows("SELECT state FROM pair_proposals")] == ["open"]
