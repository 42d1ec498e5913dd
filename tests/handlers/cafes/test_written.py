"""What is decided about a café is in the audit; an erasure frees the place and the seat."""

from __future__ import annotations

from bot.storage import audit
from bot.storage.cafes import answers
from bot.storage.cafes.programme import Cafe
from tests.handlers.cafes.salon import Salon
from tests.handlers.cafes.test_after import evening_over
from tests.handlers.cafes.test_hosts import hosts


async def acts(salon: Salon, cafe: Cafe) -> list[tuple[int, str, str]]:
    found = await audit.entries(salon.bot.db.reading(), f"cafe:{cafe.id}")
    return [(entry.actor_id, entry.act.removeprefix("cafes."), entry.detail) for entry in found]


async def test_who_announces_names_a_host_and_cancels_is_written(french: Salon) -> None:
    zoe, marc = await french.member("Zoé"), french.marc
    cafe = await hosts(french, zoe)
    await french.says(marc, f"/start desk_{cafe.id}")
    await french.chooses(marc, "cafes.buttons.host")
    await french.chooses(marc, "cafes.buttons.remove_host")
    await french.chooses(marc, "cafes.buttons.cancel_cafe")
    await french.chooses(marc, "cafes.buttons.cancel_yes")

    assert await acts(french, cafe) == [
        (marc.id, "announce", ""),
        (marc.id, "host_link", "host"),
        (zoe.id, "host", "host"),
        (marc.id, "host_removed", "host"),
        (marc.id, "cancel", ""),
    ]


async def test_who_closes_and_corrects_the_count_is_written(french: Salon) -> None:
    cafe, zoe, _ = await evening_over(french)
    await french.says(zoe, f"/start desk_{cafe.id}")
    await french.chooses(zoe, "cafes.buttons.correct")
    await french.taps(zoe, french.said.label("cafes.buttons.close", n=3))
    await french.chooses(zoe, "cafes.buttons.other_total")
    await french.says(zoe, "5")

    assert (await acts(french, cafe))[-2:] == [(zoe.id, "close", ""), (zoe.id, "correct", "")]


async def test_an_erasure_frees_the_place_for_who_waits(salon: Salon) -> None:
    zoe, ali = await salon.member("Zoé"), await salon.member("Ali")
    cafe = await salon.announces(n=1)
    await salon.answers(zoe, "yes")
    await salon.answers(ali, "yes")

    await salon.says(zoe, "/oublier" if salon.language == "fr" else "/forget")
    await salon.chooses(zoe, "privacy.buttons.forget_yes")

    places = await answers.places(salon.bot.db.reading(), await salon.again(cafe))
    assert [(answer.person, answer.standing) for answer in places.answers] == [(ali.id, "offered")]


async def test_a_host_who_is_erased_hosts_no_more_and_the_team_is_told(salon: Salon) -> None:
    zoe = await salon.member("Zoé")
    cafe = await hosts(salon, zoe)

    await salon.says(zoe, "/oublier" if salon.language == "fr" else "/forget")
    await salon.chooses(zoe, "privacy.buttons.forget_yes")

    assert (await salon.again(cafe)).host_id is None
    said = salon.phrase("team.host_erased", when="|").split("|")[0]
    assert any(said in text for text in salon.world.said(salon.marc, salon.team))
    assert (await acts(salon, cafe))[-1] == (audit.BOT, "host_removed", "host")
