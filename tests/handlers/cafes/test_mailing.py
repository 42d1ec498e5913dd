"""What is said to many: how far it got, whom it could not reach, and once each."""

from __future__ import annotations

import pytest

from handlers.cafes import mailing
from tests.handlers.cafes.salon import Salon


async def test_the_host_sees_how_far_it_got_and_who_was_not_reached(salon: Salon) -> None:
    zoe, ali, _ = [await salon.member(name) for name in ("Zoé", "Ali", "Bo")]
    await salon.member("Rita", private=False)
    salon.world.block_bot(ali)
    salon.world.updates.clear()  # the bot does not know yet
    await salon.announces()
    await salon.chooses(salon.marc, "cafes.buttons.refresh")
    what = salon.said.label("cafes.mailing.announcement")
    line = salon.phrase("mailing.line", what=what, sent=2, audience=3)
    failed = str(salon.said.count("cafes.mailing.failed", 1))
    assert f"{line}{failed}" in salon.last(salon.marc)
    assert salon.phrase("letters.announcement") in salon.reads(zoe)


async def test_one_of_which_nothing_is_known_is_named_and_never_sent_again(
    french: Salon,
) -> None:
    zoe = await french.member("Zoé")
    await french.prepares()
    await french.chooses(french.marc, "cafes.fields.guest")
    await french.says(french.marc, "Me Dubois")
    label = french.said.label("cafes.buttons.announce")
    french.world.press(french.marc, french.message_with(french.marc, label), label)
    await french.handles()
    waiting = await french.rows("SELECT seq FROM outbox WHERE lane = 2 AND state = 'waiting'")
    assert len(waiting) == 1
    async with french.bot.db.transaction() as tx:
        await tx.write("UPDATE outbox SET state = 'in_flight', attempts = 1 WHERE lane = 2")
    await french.restart()  # killed while the call was on its way
    assert french.reads(zoe).count("Un café-rencontre se prépare") == 0
    await french.chooses(french.marc, "cafes.buttons.refresh")
    uncertain = str(french.said.count("cafes.mailing.uncertain", 1, names="Zoé"))
    assert uncertain in french.last(french.marc)
    await french.taps(french.marc, "Envoyer de nouveau", french.team)
    assert french.reads(zoe).count("Un café-rencontre se prépare") == 1


async def test_many_are_told_once_each_in_chunks(
    french: Salon, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = [await french.member(f"Membre{n}") for n in range(7)]
    monkeypatch.setattr(mailing, "CHUNK", 3)
    await french.announces()
    told = [french.reads(person).count("Un café-rencontre se prépare") for person in people]
    assert told == [1] * 7
    facts = await french.rows("SELECT 1 FROM inbox WHERE key LIKE 'cafe_mailing:%'")
    assert len(facts) == 3
