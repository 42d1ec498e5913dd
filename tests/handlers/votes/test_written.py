"""What moderators decide about themes and votes is in the audit; an erasure takes the ballot."""

from __future__ import annotations

from bot.storage import audit
from tests.handlers.votes.hall import Hall
from tests.handlers.votes.test_themes import decides, proposes


async def acts(hall: Hall, subject: str) -> list[tuple[int, str, str]]:
    found = await audit.entries(hall.bot.db.reading(), subject)
    return [(entry.actor_id, entry.act, entry.detail) for entry in found]


async def test_who_settles_a_proposal_is_written_and_not_who_made_it(town: Hall) -> None:
    await proposes(town)
    await decides(town, "themes.buttons.approve")
    await decides(town, "themes.buttons.undo")
    await decides(town, "themes.buttons.decline")
    [reason, *_] = [k for k in town.said.templates if k.startswith("themes.reasons.buttons.")]
    await decides(town, reason)

    marc = town.marc.id
    assert await acts(town, "proposal:1") == [
        (marc, "proposal.approved", ""),
        (marc, "proposal.undo", ""),
        (marc, "proposal.declined", reason.rpartition(".")[2]),
    ]


async def test_who_opens_and_takes_back_a_vote_is_written(town: Hall) -> None:
    await town.opens_vote()
    await town.chooses(town.marc, "votes.buttons.annul")

    marc = town.marc.id
    assert await acts(town, "vote:1") == [(marc, "vote.open", ""), (marc, "vote.annul", "")]


async def test_who_sends_the_winners_on_is_written_once(town: Hall) -> None:
    await town.opens_vote("more")
    for person in town.members:
        await town.votes(person, 2, 3)
    await town.ends()
    button = town.said.label("votes.buttons.adopt")
    offer = town.message_with(town.marc, button, town.team)
    for moderator in (town.odile, town.marc):
        town.world.press(moderator, offer, button)
    await town.settle()

    [(by, act, _)] = (await acts(town, "vote:1"))[1:]
    assert act == "vote.adopt"
    assert by in (town.odile.id, town.marc.id)


async def test_an_erasure_takes_the_ballot_while_its_key_finds_it(hall: Hall) -> None:
    zoe = hall.members[0]
    await hall.opens_vote()
    for person in hall.members:
        await hall.votes(person, 1)

    await hall.says(zoe, "/oublier" if hall.language == "fr" else "/forget")
    await hall.chooses(zoe, "privacy.buttons.forget_yes")

    assert len(await hall.rows("SELECT 1 FROM ballots")) == len(hall.members) - 1
    await hall.ends()
    assert (await hall.published())["result"]["voters"] == len(hall.members) - 1
