"""What is said once is said once: "no answer yet", and nothing at all in silence."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from bot.simulator.models import Person
from bot.storage.cafes.programme import Cafe
from tests.handlers.cafes.salon import Salon

EAST = ZoneInfo("America/Toronto")


async def asked(salon: Salon, *people: Person) -> list[int]:
    """How often each was asked; what they read has followed the café since."""
    rows = await salon.rows("SELECT chat_id FROM outbox WHERE key LIKE 'cafe:%:no_answer:%'")
    told = [row["chat_id"] for row in rows]
    return [told.count(person.id) for person in people]


def moment(salon: Salon, cafe: Cafe) -> str:
    """How a button names a café."""
    return salon.said.moment(cafe.start.astimezone(EAST))


async def test_who_did_not_answer_is_asked_once(salon: Salon) -> None:
    zoe, ali, bo = [await salon.member(name) for name in ("Zoé", "Ali", "Bo")]
    await salon.announces()
    await salon.answers(ali, "maybe")
    await salon.wait(days=9, hours=10)
    assert salon.phrase("letters.no_answer") in salon.last(bo)
    assert await asked(salon, zoe, ali, bo) == [1, 0, 1]
    await salon.chooses(salon.marc, "cafes.buttons.edit")
    await salon.chooses(salon.marc, "cafes.fields.bring")
    await salon.says(salon.marc, "Une tasse")
    await salon.restart()
    late = await salon.member("Rita")
    await salon.wait(days=8)
    assert await asked(salon, zoe, ali, bo, late) == [1, 0, 1, 0]
    after = [m.text for m in salon.world.seen(bo) if m.sender is salon.world.bot]
    assert len([text for text in after if "☕" in text]) == 2, "the announcement and this"


async def test_silence_asked_after_the_answer_stops_the_rest(salon: Salon) -> None:
    zoe = await salon.member("Zoé")
    await salon.announces()
    await salon.answers(zoe, "yes")
    await salon.says(zoe, "/silence")
    await salon.chooses(zoe, "members.silence.turn_on")
    before = salon.reads(zoe)
    await salon.wait(days=20)
    assert salon.reads(zoe) == before, "no reminder, no question, no thanks, no check-in"
    await salon.announces(line="2027-01-13 19:00, Laval")
    assert salon.reads(zoe) == before, "no announcement either"


async def test_how_one_is_counted_can_change_for_one_cafe(salon: Salon) -> None:
    zoe = await salon.member("Zoé")
    cafe = await salon.announces()
    other = await salon.announces(line="2027-01-13 19:00, Laval")
    await salon.says(zoe, "/cafes")
    for one in (cafe, other):
        await salon.taps(zoe, moment(salon, one))
        await salon.chooses(zoe, "cafes.buttons.yes")
        if one is cafe:
            await salon.chooses(zoe, "cafes.relation.mother")
        await salon.says(zoe, "/cafes")
    await salon.taps(zoe, moment(salon, cafe))
    await salon.chooses(zoe, "cafes.buttons.who")
    await salon.chooses(zoe, "cafes.relation.professional")
    assert salon.toast(zoe) == salon.notice(
        "counted_as", relation=salon.said.label("cafes.relation.professional")
    )
    profile = await salon.rows("SELECT relation FROM people WHERE user_id = ?", zoe.id)
    assert profile[0]["relation"] == "mother", "what was said once stays the rule"
    await salon.wait(days=16, hours=10)
    await salon.says(salon.marc, "/cafe")
    await salon.taps(salon.marc, moment(salon, cafe))
    await salon.chooses(salon.marc, "cafes.buttons.door")
    await salon.chooses(salon.marc, "cafes.buttons.names")
    await salon.taps(salon.marc, "☐ Zoé")
    counted = await salon.rows("SELECT relation FROM cafe_present WHERE cafe_id = ?", cafe.id)
    assert [row["relation"] for row in counted] == ["professional"]
    said = await salon.rows("SELECT relation FROM cafe_answers WHERE cafe_id = ?", other.id)
    assert [row["relation"] for row in said] in (["mother"], [None])
