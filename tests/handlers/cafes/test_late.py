"""What could not leave in time: not at night, not once it is no longer true, and counted so."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.simulator.models import Person
from tests.handlers.cafes.salon import Salon

PREPARED = "Un café-rencontre se prépare"
CHANGED = "Le café-rencontre a changé"


async def to(salon: Salon, local: str, *, sending: bool = True) -> None:
    """Go to a moment of Montréal's winter; without ``sending``, Telegram is out of reach."""
    moment = datetime.fromisoformat(f"{local}-05:00")
    assert moment > salon.clock.time
    salon.clock.time = moment
    await (salon.settle() if sending else salon.handles())


async def known(salon: Salon) -> None:
    """Marc goes in and out of a question, so that Telegram was just asked who he is."""
    await salon.chooses(salon.marc, "cafes.fields.guest")
    await salon.chooses(salon.marc, "common.buttons.back")


async def presses(salon: Salon, key: str) -> None:
    """Marc presses a button of his desk while nothing can leave."""
    label = salon.said.label(key)
    salon.world.press(salon.marc, salon.message_with(salon.marc, label), label)
    await salon.handles()


def told(salon: Salon, people: list[Person], words: str = PREPARED) -> list[int]:
    """How often each reads these words as the beginning of a letter."""
    return [sum(words in m.text for m in salon.world.seen(person)) for person in people]


async def sent(salon: Salon, kind: str, person: Person) -> int:
    """How many letters of a kind left for somebody; what they read may have followed since."""
    rows = await salon.rows(
        "SELECT key FROM outbox WHERE state = 'done' AND chat_id = ? AND key LIKE ?",
        person.id,
        f"cafe:%:{kind}:%",
    )
    return len(rows)


async def members(salon: Salon) -> list[Person]:
    return [await salon.member(name) for name in ("Zoé", "Ali", "Bo")]


async def line(salon: Salon) -> str:
    """What Marc reads of the sendings on his desk."""
    await salon.says(salon.marc, "/cafe")
    await salon.taps(salon.marc, "☕ ")
    return salon.last(salon.marc)


async def test_an_announcement_held_up_leaves_in_the_morning(french: Salon) -> None:
    people = await members(french)
    await french.prepares()
    await to(french, "2026-11-23T20:59:30")
    await known(french)
    await presses(french, "cafes.buttons.announce")
    french.clock.time = datetime.fromisoformat("2026-11-23T22:30:00-05:00")
    await french.restart()
    assert told(french, people) == [0, 0, 0]
    await to(french, "2026-11-24T07:55:00")
    assert told(french, people) == [0, 0, 0]
    await to(french, "2026-11-24T08:00:00")
    assert told(french, people) == [1, 1, 1]
    assert "Annonce : 3 sur 3" in await line(french)


async def test_an_announcement_held_up_until_the_cafe_began_is_missed(french: Salon) -> None:
    people = await members(french)
    await french.prepares()
    await known(french)
    await presses(french, "cafes.buttons.announce")
    await to(french, "2026-12-09T19:00", sending=False)
    await french.restart()
    assert told(french, people) == [0, 0, 0]
    await french.taps(french.marc, "Ouvrir ce café", french.team)
    assert "Annonce : 0 sur 3, 3 ne sont pas parties à temps" in french.last(french.marc)


async def test_what_was_not_said_of_a_cancelled_cafe_is_missed(french: Salon) -> None:
    people = await members(french)
    await french.prepares()
    await known(french)
    await presses(french, "cafes.buttons.announce")
    cafe = await french.newest()
    french.world.press_data(
        french.marc, french.world.seen(french.marc)[-1], f"desk.cancelled:{cafe.id}"
    )
    await french.handles()
    await french.settle()
    assert told(french, people) == [0, 0, 0]
    missed = await french.rows("SELECT 1 FROM outbox WHERE error = 'missed' AND lane = 2")
    assert len(missed) == 3


async def test_a_cafe_that_moves_before_its_announcement_left_is_announced_as_it_is(
    french: Salon,
) -> None:
    people = await members(french)
    await french.prepares()
    await known(french)
    await presses(french, "cafes.buttons.announce")
    cafe = await french.newest()
    start = int(datetime.fromisoformat("2026-12-16T19:00-05:00").timestamp())
    seen = french.world.seen(french.marc)[-1]
    french.world.press_data(french.marc, seen, f"desk.date:{cafe.id}:{start}:120")
    await french.handles()
    await french.settle()
    assert told(french, people) == [1, 1, 1]
    assert all("16 décembre" in french.reads(person) for person in people)
    assert all("9 décembre" not in french.reads(person) for person in people)
    shown = await line(french)
    assert "Annonce : 3 sur 3" in shown
    assert "Annonce : 0 sur 3, 3 ne sont pas parties à temps" in shown


async def test_a_reminder_held_up_is_missed_once_the_cafe_moved(french: Salon) -> None:
    zoe, *_ = await members(french)
    cafe = await french.announces()
    await french.answers(zoe, "yes")
    await to(french, "2026-12-08T19:01", sending=False)
    start = int(datetime.fromisoformat("2027-01-13T19:00-05:00").timestamp())
    seen = french.world.seen(french.marc)[-1]
    french.world.press_data(french.marc, seen, f"desk.date:{cafe.id}:{start}:120")
    await french.handles()
    await french.wait(minutes=6)
    assert told(french, [zoe], "Rappel : le café, c'est bientôt") == [0]
    assert told(french, [zoe], CHANGED) == [1]
    await to(french, "2027-01-12T19:01")
    assert told(french, [zoe], "Rappel : le café, c'est bientôt") == [1]


async def test_news_of_a_cafe_that_was_near_is_urgent_however_far_it_moved(french: Salon) -> None:
    zoe, *_ = await members(french)
    cafe = await french.announces()
    await french.answers(zoe, "yes")
    await to(french, "2026-12-08T22:00")
    start = int(datetime.fromisoformat("2027-01-13T19:00-05:00").timestamp())
    seen = french.world.seen(french.marc)[-1]
    french.world.press_data(french.marc, seen, f"desk.date:{cafe.id}:{start}:120")
    await french.settle()
    await french.chooses(french.marc, "cafes.buttons.edit")
    await french.chooses(french.marc, "cafes.fields.bring")
    await french.says(french.marc, "une tasse")
    await french.wait(minutes=6)
    assert await sent(french, "changed", zoe) == 1

    await to(french, "2026-12-09T22:00")  # told: the next change is about a far café
    await french.chooses(french.marc, "cafes.buttons.edit")
    await french.chooses(french.marc, "cafes.fields.bring")
    await french.says(french.marc, "deux tasses")
    await french.wait(minutes=6)
    assert await sent(french, "changed", zoe) == 1
    await to(french, "2026-12-10T08:00")
    assert await sent(french, "changed", zoe) == 2


async def test_an_urgent_cancellation_leaves_at_night_past_what_waits_for_the_day(
    french: Salon,
) -> None:
    zoe, ali, _ = await members(french)
    near = await french.announces(line="mardi 24 novembre 19 h, Laval")
    await french.answers(zoe, "yes")
    await french.prepares()
    await to(french, "2026-11-23T20:59:30")
    await known(french)
    await presses(french, "cafes.buttons.announce")
    await to(french, "2026-11-23T22:00")
    assert await sent(french, "announcement", ali) == 1
    seen = french.world.seen(french.marc)[-1]
    french.world.press_data(french.marc, seen, f"desk.cancelled:{near.id}")
    await french.settle()
    assert told(french, [zoe], "n'aura pas lieu. Nous en sommes désolés") == [1]
    assert await sent(french, "announcement", ali) == 1
    await to(french, "2026-11-24T08:00")
    assert await sent(french, "announcement", ali) == 2


async def test_at_night_nobody_can_have_a_far_change_told_at_once(salon: Salon) -> None:
    zoe, *_ = await members(salon)
    await salon.announces()
    await salon.answers(zoe, "yes")
    await to(salon, "2026-11-23T22:00")
    await salon.chooses(salon.marc, "cafes.buttons.edit")
    await salon.chooses(salon.marc, "cafes.fields.bring")
    await salon.says(salon.marc, "Une tasse")
    await salon.chooses(salon.marc, "cafes.buttons.tell_now")
    assert salon.toast(salon.marc) == salon.notice("told_later")
    assert told(salon, [zoe], "☕ Le café-rencontre a changé") == [0]
    await to(salon, "2026-11-24T08:00")
    assert salon.phrase("letters.changed") in salon.reads(zoe)


async def test_an_offer_that_ended_before_it_could_leave_is_missed(french: Salon) -> None:
    zoe, ali, _ = await members(french)
    await french.announces(1)
    await french.answers(zoe, "yes")
    await french.answers(ali, "yes")
    label = french.said.label("cafes.buttons.no")
    french.world.press(zoe, french.card_in_group(), label)
    await french.handles()
    ends = await french.rows("SELECT offer_ends FROM cafe_answers WHERE offer_ends NOT NULL")
    french.clock.time = datetime.fromisoformat(ends[0][0])
    await french.handles()
    await french.settle()
    assert "Une place est libre pour vous" not in french.reads(ali)


@pytest.mark.parametrize("days", [1, 3])
async def test_after_days_without_a_bot_each_letter_comes_once_or_is_missed(
    french: Salon, days: int
) -> None:
    zoe, ali, _ = await members(french)
    await french.announces()
    await french.answers(zoe, "yes")
    await to(french, "2026-12-02T19:01")
    await to(french, "2026-12-08T18:00")
    await french.close()
    french.clock.time = datetime.fromisoformat(f"2026-12-{8 + days:02d}T18:00:01-05:00")
    await french.open()
    await french.settle()
    reads = french.reads(zoe)
    letters = [
        reads.count(french.phrase(f"letters.{kind}")) for kind in ("day_before", "hour_before")
    ]
    if days == 1:  # both are late: what still holds comes, once; the other is missed
        assert letters == [0, 1]
    else:
        assert letters == [0, 0]
        assert reads.count("Merci d'avoir été là") == 1
        assert reads.count("Comment allez-vous?") == 1
    missed = await french.rows("SELECT name FROM agenda WHERE state = 'missed' ORDER BY name")
    names = ["cafes.day_before", "cafes.hour_before"][:days]
    assert [row["name"] for row in missed] == names
    await french.restart()
    assert french.reads(zoe) == reads
    assert "Merci d'avoir été là" not in french.reads(ali)


async def test_urgent_news_still_says_so_in_the_morning(salon: Salon) -> None:
    zoe, *_ = await members(salon)
    cafe = await salon.announces()
    await salon.answers(zoe, "yes")
    await to(salon, "2026-12-08T22:00")
    was, moved = ("9 décembre", "16 décembre")
    if salon.language == "en":
        was, moved = ("December 9", "December 16")
    screen = [m for m in salon.world.seen(zoe) if was in m.text][-1]
    start = int(datetime.fromisoformat("2026-12-16T19:00-05:00").timestamp())
    seen = salon.world.seen(salon.marc)[-1]
    salon.world.press_data(salon.marc, seen, f"desk.date:{cafe.id}:{start}:120")
    await salon.settle()
    await salon.wait(minutes=6)
    news = salon.world.seen(zoe)[-1]
    assert news.text.startswith(salon.phrase("letters.changed"))
    await to(salon, "2026-12-09T08:01")
    assert news.text.startswith(salon.phrase("letters.changed"))
    assert moved in screen.text, "what stood before the news follows too"


async def test_a_card_that_never_left_is_not_posted_to_say_that_it_is_cancelled(
    french: Salon,
) -> None:
    people = await members(french)
    await french.prepares()
    await known(french)
    await presses(french, "cafes.buttons.announce")
    cafe = await french.newest()
    assert cafe.carded_at is not None, "the card waits to leave"
    french.world.press_data(
        french.marc, french.world.seen(french.marc)[-1], f"desk.cancelled:{cafe.id}"
    )
    await french.handles()
    await french.wait(minutes=10)
    group = [m.text for m in french.world.seen(french.nadia, french.group) if "☕" in m.text]
    assert group == [], "nobody had heard of it"
    assert all("n'aura pas lieu" not in french.reads(person) for person in people)


async def test_a_cafe_announced_later_is_cancelled_without_a_word(french: Salon) -> None:
    people = await members(french)
    await french.prepares()
    await to(french, "2026-11-23T22:00")
    await french.chooses(french.marc, "cafes.buttons.announce")
    await french.chooses(french.marc, "cafes.buttons.cancel_cafe")
    await french.chooses(french.marc, "cafes.buttons.cancel_yes")
    await to(french, "2026-11-25T10:00")
    group = [m.text for m in french.world.seen(french.nadia, french.group) if "☕" in m.text]
    assert group == []
    assert all("n'aura pas lieu" not in french.reads(person) for person in people)
