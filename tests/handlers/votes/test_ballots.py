"""A ballot: noted at each tap, changed at will, refused with a sentence, one a person."""

from __future__ import annotations

import pytest

from bot.community.members import Origin, Place, Status
from bot.storage import members
from handlers.votes.ballots import with_theme, without_theme
from tests.handlers.town import tell
from tests.handlers.votes.hall import Hall


async def ballots(hall: Hall) -> int:
    [row] = await hall.rows("SELECT COUNT(*) AS n FROM ballots")
    return int(row["n"])


async def test_a_ballot_is_confirmed_in_words_changed_and_shown_back(hall: Hall) -> None:
    zoe = hall.members[0]
    await hall.opens_vote()
    await hall.opens_ballot(zoe)
    assert hall.said.label("votes.ballot.empty") in hall.last(zoe)
    await hall.taps(zoe, " 2. ")
    assert hall.toast(zoe) == hall.said.label("votes.toasts.noted")
    assert f"• {hall.said.label('themes.starting.rejected_parent')}" in hall.ballot(zoe).text
    await hall.taps(zoe, " 5. ")
    await hall.taps(zoe, " 2. ")
    assert [label[:4] for label in hall.ticked(zoe)] == ["☑ 5."]

    await hall.says(zoe, "/vote")
    assert [label[:4] for label in hall.ticked(zoe)] == ["☑ 5."]
    seen = [m for m in hall.world.seen(zoe) if any(label[0] in "☐☑" for label in m.labels)]
    assert len(seen) == 1  # the former message is gone

    await hall.taps(zoe, " 5. ")
    assert hall.toast(zoe) == hall.said.label("votes.toasts.emptied")
    assert await ballots(hall) == 0


async def test_three_themes_in_order(hall: Hall) -> None:
    zoe = hall.members[0]
    await hall.opens_vote("ranked")
    await hall.votes(zoe, 4, 2, 9)
    assert [label[:6] for label in hall.ticked(zoe)] == ["⟨2⟩ 2.", "⟨1⟩ 4.", "⟨3⟩ 9."]
    await hall.taps(zoe, " 1. ")
    assert hall.toast(zoe) == hall.said.label("votes.toasts.full", most=3)
    await hall.taps(zoe, " 4. ")
    await hall.taps(zoe, " 1. ")
    assert [label[:6] for label in hall.ticked(zoe)] == ["⟨3⟩ 1.", "⟨1⟩ 2.", "⟨2⟩ 9."]


async def test_the_group_sees_a_number_and_no_name(town: Hall) -> None:
    await town.opens_vote()
    for person in town.members[:3]:
        await town.votes(person, 1)
    [card] = town.group_says("votes.for_a_cafe")
    assert town.said.count("votes.turnout", 0) in card.text  # it does not follow each ballot
    await town.wait(minutes=11)
    assert town.said.count("votes.turnout", 3) in card.text
    assert len(town.world.said(town.members[0], town.group)) == 1


# Each refusal is a sentence, and no ballot


async def test_a_stranger_learns_that_members_vote(town: Hall) -> None:
    await town.opens_vote()
    await town.starts(town.lea, "vote_1")
    assert town.is_told(town.lea, "votes.refused.not_a_member")
    assert await town.forges(town.lea, "ballot.on:1:2") == town.said.label(
        "votes.toasts.not_a_member"
    )
    assert await ballots(town) == 0


async def test_who_came_after_the_opening_waits_for_the_next(town: Hall) -> None:
    await town.opens_vote()
    town.world.add_member(town.group, town.lea)
    await town.settle()
    await town.starts(town.lea, "vote_1")
    await town.taps(town.marc, "Laisser entrer", town.team)
    await town.starts(town.lea, "vote_1")
    assert town.is_told(town.lea, "votes.refused.came_after", n=1)
    assert await ballots(town) == 0


async def test_who_came_back_votes_if_they_were_in_at_the_opening(
    town: Hall,
) -> None:
    zoe, karim = town.members[:2]
    for person in (zoe, karim):
        await town.says(person, "Bonjour", town.group)
    town.world.leave(karim, town.group)
    await town.settle()
    await town.opens_vote()
    town.world.leave(zoe, town.group)
    await town.settle()
    await town.starts(zoe, "vote_1")
    assert town.is_told(zoe, "votes.refused.not_a_member")
    for person in (zoe, karim):
        town.world.add_member(town.group, person)
        await town.settle()
    await town.votes(zoe, 1)
    assert await ballots(town) == 1
    await town.starts(karim, "vote_1")
    assert town.is_told(karim, "votes.refused.came_after", n=1)


async def test_a_closed_vote(town: Hall) -> None:
    zoe = town.members[0]
    await town.opens_vote()
    await town.votes(zoe, 1)
    message = town.ballot(zoe)
    await town.ends()
    town.world.press(zoe, message, message.labels[1])
    await town.settle()
    assert town.toast(zoe) == town.said.label("votes.toasts.closed")
    await town.starts(zoe, "vote_1")
    assert town.is_told(zoe, "votes.refused.closed", n=1)
    await town.says(zoe, "/vote")
    assert town.is_told(zoe, "votes.none")


async def test_a_vote_is_over_at_its_hour_even_before_it_is_counted(town: Hall) -> None:
    zoe = town.members[0]
    await town.opens_vote()
    await town.opens_ballot(zoe)
    async with town.bot.db.transaction() as tx:
        await tx.write("DELETE FROM agenda WHERE name = 'votes.closing'")
    await town.ends()
    await town.taps(zoe, " 1. ")
    assert town.toast(zoe) == town.said.label("votes.toasts.closed")
    assert await ballots(town) == 0


@pytest.mark.parametrize(
    "data",
    [
        "ballot.on:7:1",
        "ballot.on:1:99",
        "ballot.on:1",
        "ballot.on",
        "ballot.off:x:1",
        "ballot.on:0:0",
        "ballot.on:1:-1",
        "ballot.on:1:00:00",
        "ballot.off:1:zz:00:zz",
        f"ballot.on:1:{'0' * 21}:{'0' * 21}",
    ],
)
async def test_a_button_of_another_vote(town: Hall, data: str) -> None:
    zoe = town.members[0]
    await town.opens_vote()
    await town.votes(zoe, 1)
    assert await town.forges(zoe, data) == town.said.label("votes.toasts.other_vote")
    assert [label[:4] for label in town.ticked(zoe)] == ["☑ 1."]


@pytest.mark.parametrize("payload", ["vote_99", "vote_", "vote", "vote_x", "vote_1_2", "voteur_1"])
async def test_a_link_that_leads_nowhere(town: Hall, payload: str) -> None:
    zoe = town.members[0]
    await town.opens_vote()
    await town.starts(zoe, payload)
    assert town.is_told(zoe, "votes.refused.unknown")


async def test_a_former_message_changes_nothing_and_brings_the_ballot_back(town: Hall) -> None:
    zoe = town.members[0]
    await town.opens_vote()
    await town.votes(zoe, 1)
    former = town.ballot(zoe)
    await town.wait(days=3)  # too old to be removed
    await town.says(zoe, "/vote")
    town.world.press(zoe, former, former.labels[1])
    await town.settle()
    assert town.toast(zoe) == town.said.label("votes.toasts.old_ballot")
    assert [label[:4] for label in town.ticked(zoe)] == ["☑ 1."]
    assert town.ballot(zoe).message_id > former.message_id


async def test_two_devices_at_once_make_one_ballot(town: Hall) -> None:
    zoe = town.members[0]
    await town.opens_vote()
    await town.opens_ballot(zoe)
    shown = town.ballot(zoe)
    for label in (shown.labels[0], shown.labels[0], shown.labels[2]):
        town.world.press(zoe, shown, label)  # both see the same screen: nothing ticked yet
    await town.settle()
    assert [label[:4] for label in town.ticked(zoe)] == ["☑ 1.", "☑ 3."]
    assert await ballots(town) == 1


def test_a_tap_says_what_it_wants_and_so_may_come_twice() -> None:
    assert with_theme((1,), 1, ranked=False) == (1,)
    assert with_theme((2,), 1, ranked=False) == (1, 2)
    assert with_theme((2,), 1, ranked=True) == (2, 1)
    assert without_theme((2, 1), 3, ranked=True) == (2, 1)
    assert without_theme((2, 1), 2, ranked=True) == (1,)


# Who counts at the end


async def test_who_left_is_not_counted(town: Hall) -> None:
    await town.opens_vote()
    for person in town.members:
        await town.votes(person, 1 if person is town.members[0] else 2)
    town.world.leave(town.members[0], town.group)
    await town.settle()
    await town.ends()
    published = await town.published()
    assert published["result"]["voters"] == 5
    assert published["ballots"] == [{"count": 5, "approves": [2]}]


async def test_the_ballot_of_who_is_put_out_is_void_even_if_they_come_back(town: Hall) -> None:
    zoe = town.members[0]
    await town.opens_vote()
    for person in town.members:
        await town.votes(person, 1)
    await tell(town, "member_removed", user_id=zoe.id, case=1, banned=False)
    assert await ballots(town) == 5
    async with town.bot.db.transaction() as tx:  # let back in
        place, status, origin = Place.GROUP, Status.MEMBER, Origin.ADMITTED
        await members.set_membership(tx, place, zoe.id, status, town.clock.time, origin)
    await town.starts(zoe, "vote_1")
    assert town.is_told(zoe, "votes.refused.came_after", n=1)
    await town.ends()
    assert (await town.published())["result"]["voters"] == 5


async def test_who_is_erased_takes_their_ballot_along_and_may_vote_anew(hall: Hall) -> None:
    zoe, karim = hall.members[:2]
    await hall.opens_vote()
    for person in (zoe, karim):
        await hall.votes(person, 1)
    screen = hall.ballot(zoe)
    await hall.says(zoe, "/oublier")
    await hall.chooses(zoe, "privacy.buttons.forget_yes")
    assert await ballots(hall) == 1
    assert screen.deleted
    await hall.votes(zoe, 2)  # still in the group: what she says now is all she says
    assert [label[:4] for label in hall.ticked(zoe)] == ["☑ 2."]
    assert await ballots(hall) == 2


async def test_a_vote_whose_key_is_lost_is_given_up(town: Hall) -> None:
    zoe = town.members[0]
    await town.opens_vote()
    await town.votes(zoe, 1)
    town.keys_of_votes.destroy(1)
    await town.taps(zoe, " 2. ")
    assert town.toast(zoe) == town.said.label("votes.toasts.lost")
    assert town.group_says("votes.card.lost", n=1)
    assert await ballots(town) == 0
    await town.opens_vote()  # another one opens
    await town.votes(zoe, 2)
    assert await ballots(town) == 1


async def test_a_vote_without_a_ballot_decides_nothing(town: Hall) -> None:
    await town.opens_vote()
    await town.ends()
    assert town.group_says("votes.card.nobody", n=1)
    [row] = await town.rows("SELECT state FROM votes")
    assert row["state"] == "void"


# The reminder


async def test_one_reminder_to_who_has_not_voted_and_wants_announcements(town: Hall) -> None:
    zoe, karim, ines, *others = town.members
    for person in (zoe, karim, ines):
        await town.starts(person, None)
    await town.says(ines, "/silence")
    await town.taps(ines, town.said.label("members.silence.turn_on"))
    for person in (zoe, karim, ines):
        await town.says(person, "Bonjour", town.group)
    await town.opens_vote()
    await town.votes(zoe, 1)
    await town.wait(days=6, hours=22)  # in the morning

    def reminded(person: object) -> int:
        text = town.said.label("votes.reminder", about="…", closes="…").split("…")[2]
        return sum(text.strip(" .") in said for said in town.world.said(person))  # type: ignore[arg-type]

    assert [reminded(person) for person in (zoe, karim, ines, *others)] == [0, 1, 0, 0, 0, 0]
    await town.taps(karim, town.said.label("votes.buttons.vote"))
    await town.taps(karim, " 1. ")
    assert await ballots(town) == 2
    await town.ends()
    assert reminded(karim) <= 1
