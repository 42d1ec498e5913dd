"""A host named by a link: rights on one café, checked at each press; a host out of reach."""

from __future__ import annotations

import re

import pytest

from bot.simulator.models import Person
from bot.storage.cafes.programme import Cafe, State
from tests.handlers.cafes.salon import Salon


async def named(salon: Salon, person: Person, seat: str = "host") -> str:
    """Marc makes a link for the café on his desk, and hands it over; return its payload."""
    await salon.chooses(salon.marc, "cafes.buttons.host")
    await salon.chooses(salon.marc, f"cafes.buttons.link_{seat}")
    found = re.search(r"start=(host_[0-9a-f]+)", salon.last(salon.marc))
    assert found
    await salon.starts(person, found[1])
    return found[1]


async def hosts(salon: Salon, person: Person) -> Cafe:
    """A café whose host somebody is."""
    cafe = await salon.announces()
    await named(salon, person)
    await salon.chooses(person, "cafes.buttons.accept_host")
    return await salon.again(cafe)


async def forges(salon: Salon, person: Person, data: str) -> str:
    before = len(salon.world.toasts(person))
    salon.world.press_data(person, salon.world.seen(person)[-1], data)
    await salon.settle()
    return "".join(toast.text for toast in salon.world.toasts(person)[before:])


async def test_a_link_makes_a_host_once(salon: Salon) -> None:
    zoe, ali = await salon.member("Zoé"), await salon.member("Ali")
    cafe = await salon.announces()
    payload = await named(salon, zoe)
    assert "Marc" in salon.last(zoe)
    await salon.chooses(zoe, "cafes.buttons.accept_host")
    assert (await salon.again(cafe)).host_id == zoe.id
    assert "Zoé" in salon.last(salon.marc)
    assert salon.phrase("desk.open") in salon.reads(zoe)
    await salon.starts(ali, payload)
    assert salon.last(ali) == salon.phrase("host.link_over")
    assert (await salon.again(cafe)).host_id == zoe.id


async def test_ten_links_that_do_not_work_in_an_hour_and_no_other_is_looked_at(
    french: Salon,
) -> None:
    zoe = await french.member("Zoé")
    cafe = await french.announces()
    for n in range(9):
        await french.starts(zoe, f"host_{n:032x}")
    assert await forges(french, zoe, f"host.accept:{'0' * 32}") == french.notice("link_over")
    payload = await named(french, zoe)
    assert french.last(zoe) == french.phrase("host.link_over")
    token = payload.removeprefix("host_")
    assert await forges(french, zoe, f"host.accept:{token}") == french.notice("link_over")
    assert (await french.again(cafe)).host_id is None

    await french.wait(hours=1)
    await french.starts(zoe, payload)
    await french.chooses(zoe, "cafes.buttons.accept_host")
    assert (await french.again(cafe)).host_id == zoe.id


async def test_what_one_tries_in_vain_holds_nobody_else_back(french: Salon) -> None:
    zoe, ali = await french.member("Zoé"), await french.member("Ali")
    cafe = await french.announces()
    for n in range(12):
        await french.starts(zoe, f"host_{n:032x}")
    await named(french, ali)
    await french.chooses(ali, "cafes.buttons.accept_host")
    assert (await french.again(cafe)).host_id == ali.id


async def test_a_cohost_has_the_same_rights_on_the_one_cafe(salon: Salon) -> None:
    zoe, ali = await salon.member("Zoé"), await salon.member("Ali")
    cafe = await hosts(salon, zoe)
    await salon.chooses(salon.marc, "common.buttons.back")
    await named(salon, ali, "cohost")
    await salon.chooses(ali, "cafes.buttons.accept_host")
    now = await salon.again(cafe)
    assert (now.host_id, now.cohost_id) == (zoe.id, ali.id)
    desk = salon.last(ali)
    assert "Zoé" in desk
    assert "Ali" in desk
    other = await salon.announces(
        line="jeudi 10 décembre 19 h, Laval"
        if salon.language == "fr"
        else "December 10 7 pm, Laval"
    )

    await salon.chooses(ali, "cafes.buttons.edit")
    await salon.chooses(ali, "cafes.fields.bring")
    await salon.says(ali, "Une tasse")
    assert (await salon.again(cafe)).bring == "Une tasse"
    for verb in ("desk.cancelled", "desk.edit", "host.show", "door.show", "feedback.read"):
        assert await forges(salon, ali, f"{verb}:{other.id}") == salon.notice("not_yours")
    refused = salon.said.label("common.toasts.not_yours")
    assert await forges(salon, ali, f"host.remove:{cafe.id}:host") == refused
    await salon.wait(days=16, hours=9)
    for host in (zoe, ali):
        total = salon.said.label("cafes.buttons.close", n=0)
        assert salon.message_with(host, total), "both have the count at the door"
    await salon.taps(ali, f"+ {salon.said.label('cafes.counted.mother')}")
    assert salon.message_with(zoe, salon.said.label("cafes.buttons.close", n=1))
    await salon.taps(ali, salon.said.label("cafes.buttons.close", n=1))
    await salon.taps(ali, salon.said.label("cafes.buttons.confirm", n=1))
    assert (await salon.again(cafe)).state is State.HELD


async def test_nobody_sits_in_both_seats(french: Salon) -> None:
    zoe = await french.member("Zoé")
    cafe = await hosts(french, zoe)
    await french.chooses(french.marc, "common.buttons.back")
    await named(french, zoe, "cohost")
    await french.chooses(zoe, "cafes.buttons.accept_host")
    assert (await french.again(cafe)).cohost_id is None


async def test_a_link_says_nothing_to_who_is_no_member(french: Salon) -> None:
    cafe = await french.announces()
    sam = french.world.add_person("Sam")
    await named(french, sam)
    assert "animer" not in french.reads(sam)
    assert (await french.again(cafe)).host_id is None


async def test_a_host_prepares_the_one_cafe_and_no_other(french: Salon) -> None:
    zoe = await french.member("Zoé")
    cafe = await hosts(french, zoe)
    other = await french.announces(line="jeudi 10 décembre 19 h, Laval")
    await french.chooses(zoe, "cafes.buttons.edit")
    await french.chooses(zoe, "cafes.fields.bring")
    await french.says(zoe, "Une tasse")
    assert (await french.again(cafe)).bring == "Une tasse"
    await french.wait(seconds=6)
    assert any("Une tasse" in text for text in french.world.said(zoe, french.group))
    for verb in ("desk.cancelled", "desk.edit", "host.show", "door.show", "feedback.read"):
        assert await forges(french, zoe, f"{verb}:{other.id}") == french.notice("not_yours")
    for verb in ("host.link", "host.remove", "host.me"):
        refused = french.said.label("common.toasts.not_yours")
        assert await forges(french, zoe, f"{verb}:{cafe.id}:host") == refused
    assert (await french.again(other)).state == "open"


@pytest.mark.parametrize(
    "data",
    [
        *("desk.show:{id}", "desk.edit:{id}", "desk.cancelled:{id}", "desk.tell:{id}"),
        *("desk.field:{id}:address", "desk.clear:{id}:guest", "desk.date:{id}:1800000000:120"),
        *("door.more:{id}:father", "door.closed:{id}:3", "feedback.read:{id}", "host.show:{id}"),
    ],
)
async def test_a_member_who_forges_a_press_changes_nothing(french: Salon, data: str) -> None:
    zoe = await french.member("Zoé")
    cafe = await french.announces()
    assert await forges(french, zoe, data.format(id=cafe.id)) == french.notice("not_yours")
    assert await french.again(cafe) == cafe


@pytest.mark.parametrize("data", ["cafes.yes:99", "cafes.open:x", "cafes.iam:1:king", "desk.show"])
async def test_data_that_no_button_bears_does_nothing(french: Salon, data: str) -> None:
    zoe = await french.member("Zoé")
    await french.announces()
    await forges(french, zoe, data)
    assert await french.rows("SELECT * FROM cafe_answers") == []


async def test_a_draft_is_nobody_elses_business(french: Salon) -> None:
    zoe = await french.member("Zoé")
    cafe = await french.prepares()
    before = french.reads(zoe)
    await french.starts(zoe, f"cafe_{cafe.id}")
    assert await forges(french, zoe, f"cafes.yes:{cafe.id}") == french.notice("over")
    assert french.reads(zoe) == before


async def test_a_host_who_blocked_the_bot_is_made_good_for_by_the_team(french: Salon) -> None:
    zoe = await french.member("Zoé")
    await hosts(french, zoe)
    french.world.block_bot(zoe)
    await french.settle()
    moment = "mercredi 9 décembre, 19 h"
    assert french.last(french.nadia, french.team) == french.phrase(
        "team.host_out_of_reach", when=moment
    )
    await french.wait(days=16, hours=10)
    team = french.world.said(french.nadia, french.team)
    assert team.count(french.phrase("team.begins_alone", when=moment)) == 1
    await french.wait(hours=16)
    team = french.world.said(french.nadia, french.team)
    assert team.count(french.phrase("team.not_closed", when=moment)) == 1


async def test_a_host_who_leaves_the_group_loses_the_rights(french: Salon) -> None:
    zoe = await french.member("Zoé")
    cafe = await hosts(french, zoe)
    french.world.leave(zoe, french.group)
    await french.settle()
    assert (await french.again(cafe)).host_id is None
    assert french.last(french.nadia, french.team).startswith("☕ La personne qui animait")
    await forges(french, zoe, f"desk.cancelled:{cafe.id}")
    assert (await french.again(cafe)).state == "open"


async def test_a_host_finds_the_cafe_again_and_others_find_no_desk(salon: Salon) -> None:
    zoe, ali = await salon.member("Zoé"), await salon.member("Ali")
    cafe = await hosts(salon, zoe)
    await salon.says(ali, "/cafes")
    assert not any("👤" in label for label in salon.world.seen(ali)[-1].labels)
    await salon.says(zoe, "/cafes")
    await salon.taps(zoe, "👤")
    assert salon.last(zoe).startswith(salon.phrase("desk.open"))
    assert (await salon.again(cafe)).host_id == zoe.id


@pytest.mark.parametrize("data", ["door.closed:{id}:4", "door.more:{id}:father", "door.total:{id}"])
async def test_nothing_is_counted_before_the_evening_begins(french: Salon, data: str) -> None:
    zoe = await french.member("Zoé")
    cafe = await hosts(french, zoe)
    assert await forges(french, zoe, data.format(id=cafe.id)) == french.notice("too_early")
    assert (await french.again(cafe)).state is State.OPEN


async def test_a_host_who_is_erased_loses_the_rights(french: Salon) -> None:
    zoe = await french.member("Zoé")
    cafe = await hosts(french, zoe)
    await french.says(zoe, "/oublier")
    await french.chooses(zoe, "privacy.buttons.forget_yes")
    assert (await french.again(cafe)).host_id is None
    assert french.last(french.nadia, french.team).startswith("☕ La personne qui animait")


@pytest.mark.parametrize("payload", ["desk_²", "cafe_²", "desk_", "cafe_-1", "desk_" + "9" * 30])
async def test_a_link_that_names_no_cafe_does_nothing(french: Salon, payload: str) -> None:
    zoe = await french.member("Zoé")
    await french.starts(zoe, payload)
    assert await french.rows("SELECT * FROM inbox WHERE state = 'aside'") == []


async def test_who_hosts_is_told_once_of_a_change_and_of_the_end(salon: Salon) -> None:
    zoe = await salon.member("Zoé")
    await hosts(salon, zoe)
    await salon.chooses(salon.marc, "common.buttons.back")
    await salon.chooses(salon.marc, "cafes.buttons.edit")
    await salon.chooses(salon.marc, "cafes.fields.place")
    await salon.says(salon.marc, "Laval")
    await salon.wait(minutes=6)
    assert salon.reads(zoe).count(salon.phrase("letters.changed")) == 1
    assert salon.phrase("own.hosts") in salon.last(zoe)
    assert salon.phrase("own.nothing") not in salon.last(zoe)

    await salon.chooses(salon.marc, "cafes.buttons.cancel_cafe")
    await salon.chooses(salon.marc, "cafes.buttons.cancel_yes")
    french = salon.language == "fr"
    when = "mercredi 9 décembre, 19 h" if french else "Wednesday, December 9, 7 p.m."
    assert salon.reads(zoe).count(salon.phrase("letters.cancelled", when=when)) == 1


async def test_a_host_who_has_not_answered_reads_that_they_host(salon: Salon) -> None:
    zoe = await salon.member("Zoé")
    await hosts(salon, zoe)
    await salon.says(zoe, "/cafes")
    assert salon.phrase("coming.hosts") in salon.last(zoe)
    assert salon.phrase("coming.nothing") not in salon.last(zoe)


async def test_a_week_after_an_old_button_of_the_host_says_why_it_does_nothing(
    salon: Salon,
) -> None:
    zoe = await salon.member("Zoé")
    cafe = await hosts(salon, zoe)
    await salon.wait(days=16, hours=11)
    await salon.wait(days=7, hours=-1)
    await salon.says(zoe, "/cafes")
    await salon.taps(zoe, "👤")
    assert salon.phrase("desk.open") in salon.last(zoe)
    await salon.wait(hours=2)
    before, cafe = salon.reads(zoe), await salon.again(cafe)
    old = ("desk.show", "door.show", "door.more", "desk.was_not_held", "desk.edit", "feedback.read")
    for verb in old:
        answered = await forges(salon, zoe, f"{verb}:{cafe.id}:father")
        assert answered == salon.notice("host_before"), verb
    assert (await salon.again(cafe)) == cafe
    assert salon.reads(zoe) == before
    await salon.starts(zoe, f"desk_{cafe.id}")
    assert salon.last(zoe) == salon.notice("host_before")
    assert await forges(salon, salon.marc, f"desk.show:{cafe.id}") == "", "moderators go on"
    assert salon.phrase("desk.open") in salon.last(salon.marc)


async def test_an_offer_to_host_that_ran_out_says_so_whatever_is_pressed(salon: Salon) -> None:
    zoe = await salon.member("Zoé")
    cafe = await salon.announces()
    await named(salon, zoe)
    await salon.wait(days=9)
    for told, verb in enumerate(("accept", "decline"), 1):
        await salon.chooses(zoe, f"cafes.buttons.{verb}_host")
        toasts = [toast.text for toast in salon.world.toasts(zoe)]
        assert toasts == [salon.notice("link_over")] * told
    assert (await salon.again(cafe)).host_id is None
    assert salon.phrase("host.declined", name="Zoé", when="").rstrip(". ") not in salon.reads(
        salon.marc
    )
