"""/pause: out without a ban, back by one's own link within six months, never past a removal."""

from __future__ import annotations

import pytest

from bot.simulator.models import Person
from tests.handlers.conduct.circle import Circle
from tests.stage import RIGHTS, plain


@pytest.fixture(params=["fr", "en"])
def person(circle: Circle, request: pytest.FixtureRequest) -> Person:
    return circle.lea if request.param == "fr" else circle.sam


async def leaves(circle: Circle, person: Person) -> None:
    await circle.says(person, "/break" if person is circle.sam else "/pause")
    await circle.chooses(person, "pause.buttons.leave")


async def test_out_and_back_by_a_link(circle: Circle, person: Person) -> None:
    await leaves(circle, person)
    assert not circle.world.inside(person, circle.group)
    assert circle.group.members[person.id].status != "kicked"
    assert circle.message_with(person, circle.label(person, "pause.buttons.back"))

    await circle.wait(days=150)
    await circle.says(person, "/pause")
    await circle.chooses(person, "pause.buttons.back")
    assert circle.heard(person, "pause.welcome_back") == 1
    await circle.taps(person, circle.label(person, "screening.buttons.enter"))
    assert circle.world.inside(person, circle.group)
    await circle.says(person, "Me revoilà", circle.group)


async def test_whoever_is_away_and_says_start_is_no_stranger(
    circle: Circle, person: Person
) -> None:
    await leaves(circle, person)
    before = len(circle.world.said(person))
    await circle.starts(person, None)
    said = circle.world.said(person)[before:]
    assert len(said) == 1, "the way back, and no questionnaire"
    assert circle.label(person, "pause.buttons.back") in circle.world.seen(person)[-1].labels
    await circle.chooses(person, "pause.buttons.back")
    assert circle.heard(person, "pause.welcome_back") == 1


async def test_the_link_is_given_once(circle: Circle) -> None:
    await leaves(circle, circle.lea)
    await circle.chooses(circle.lea, "pause.buttons.back")
    await circle.chooses(circle.lea, "pause.buttons.back")
    assert circle.toast(circle.lea) == circle.label(circle.lea, "pause.toasts.not_away")
    assert len(circle.api.made("createChatInviteLink")) == 1


async def test_after_six_months_one_asks_again(circle: Circle) -> None:
    await leaves(circle, circle.lea)
    await circle.wait(days=184)
    await circle.chooses(circle.lea, "pause.buttons.back")
    assert circle.is_told(circle.lea, "pause.too_late")
    assert circle.api.made("createChatInviteLink") == []


async def test_a_pause_is_no_way_around_a_removal(circle: Circle) -> None:
    message = await circle.writes(circle.lea, "On se voit demain?")
    await circle.reports(circle.theo, message)
    await leaves(circle, circle.lea)
    for moderator, label in ((circle.marc, "Retirer…"), (circle.odile, "Moi aussi")):
        await circle.decides(moderator, label)
        await circle.decides(moderator, "sans bannir")
    await circle.chooses(circle.lea, "pause.buttons.back")
    assert circle.is_told(circle.lea, "pause.removed")
    assert circle.api.made("createChatInviteLink") == []


async def test_who_cannot_be_put_out_may_leave_and_come_back(circle: Circle) -> None:
    circle.world.set_bot_rights(circle.group, RIGHTS - {"can_restrict_members"})
    await leaves(circle, circle.lea)
    assert "quittez le groupe dans Telegram" in circle.last(circle.lea)
    circle.world.leave(circle.lea, circle.group)
    await circle.settle()
    await circle.chooses(circle.lea, "pause.buttons.back")
    assert circle.message_with(circle.lea, circle.label(circle.lea, "screening.buttons.enter"))


async def test_nobody_comes_back_who_did_not_leave(circle: Circle) -> None:
    zoe = circle.world.add_person("Zoé")
    await circle.starts(zoe, None)
    for data in ("pause.back", "pause.leave"):
        await circle.forges(zoe, data)
    await circle.says(zoe, "/pause")
    assert circle.is_told(zoe, "pause.not_member")
    assert await circle.rows("SELECT * FROM pauses") == []
    assert circle.api.made("createChatInviteLink") == []


async def test_what_is_kept_of_a_pause_names_nobody(circle: Circle) -> None:
    await leaves(circle, circle.lea)
    [row] = await circle.rows("SELECT * FROM pauses")
    assert str(circle.lea.id) not in str([bytes(row["person"]), row["left_at"], row["until"]])


async def test_no_way_back_is_offered_that_would_be_refused(circle: Circle, person: Person) -> None:
    message = await circle.writes(person, "On se voit demain?")
    await circle.reports(circle.theo, message)
    await leaves(circle, person)
    for moderator, label in ((circle.marc, "Retirer…"), (circle.odile, "Moi aussi")):
        await circle.decides(moderator, label)
        await circle.decides(moderator, "sans bannir")
    for command, said in (("/start", "conduct.ended.open"), ("/pause", "pause.removed")):
        await circle.says(person, command)
        assert plain(circle.words(person).text(said)) in circle.last(person)
        back = circle.label(person, "pause.buttons.back")
        assert back not in circle.world.seen(person)[-1].labels
