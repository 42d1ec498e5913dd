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
    await announces_without_sending(french)
    waiting = await french.rows("SELECT seq FROM outbox WHERE lane = 2 AND state = 'waiting'")
    assert len(waiting) == 1
    await cut_short(french)
    await french.restart()  # killed while the call was on its way
    assert french.reads(zoe).count("Un café-rencontre se prépare") == 0
    await french.chooses(french.marc, "cafes.buttons.refresh")
    uncertain = str(french.said.count("cafes.mailing.uncertain", 1, names="Zoé"))
    assert uncertain in french.last(french.marc)
    await french.taps(french.marc, "Envoyer de nouveau", french.team)
    assert french.reads(zoe).count("Un café-rencontre se prépare") == 1


async def cut_short(salon: Salon, *, first: int = 0, last: int = 99) -> None:
    """The bot is killed while the announcement to some of its readers is on its way."""
    async with salon.bot.db.transaction() as tx:
        await tx.write(
            "UPDATE outbox SET state = 'in_flight', attempts = 1 WHERE seq IN (SELECT seq FROM"
            " outbox WHERE lane = 2 AND state = 'waiting' ORDER BY seq LIMIT ? OFFSET ?)",
            (last - first, first),
        )


async def announces_without_sending(salon: Salon) -> None:
    await salon.prepares()
    await salon.chooses(salon.marc, "cafes.fields.guest")
    await salon.says(salon.marc, "Me Dubois")
    label = salon.said.label("cafes.buttons.announce")
    salon.world.press(salon.marc, salon.message_with(salon.marc, label), label)
    await salon.handles()


async def test_those_of_whom_nothing_is_known_make_one_alert(salon: Salon) -> None:
    people = [await salon.member(f"Membre{n}") for n in range(5)]
    await announces_without_sending(salon)
    await cut_short(salon, last=4)
    await salon.restart()
    told = salon.phrase("letters.announcement")
    assert [salon.reads(person).count(told) for person in people] == [0, 0, 0, 0, 1]
    again = salon.said.label("alerts.buttons.send_again")
    alerts = [m for m in salon.world.seen(salon.marc, salon.team) if again in m.labels]
    assert len(alerts) == 1
    assert "Membre0, Membre1, Membre2, Membre3." in alerts[0].text
    await salon.taps(salon.marc, again, salon.team)
    assert [salon.reads(person).count(told) for person in people] == [1] * 5
    assert alerts[0].labels == []
    assert len(await salon.rows("SELECT 1 FROM audit WHERE act = 'alerts.send_again'")) == 4


async def test_an_alert_grows_and_settles_only_what_it_shows(french: Salon) -> None:
    people = [await french.member(f"Membre{n}") for n in range(5)]
    await announces_without_sending(french)
    await cut_short(french, last=3)
    async with french.bot.db.transaction() as tx:
        await tx.write(
            "UPDATE outbox SET not_before = '2027-01-01T00:00:00.000Z' WHERE lane = 2"
            " AND state = 'waiting'"
        )
    await french.restart()
    alert = french.message_with(french.marc, "Envoyer de nouveau", french.team)
    assert alert.text.startswith("3 envois incertains")
    before = {button.text: button.data for row in alert.buttons for button in row}
    await cut_short(french, first=0)
    await french.restart()
    assert alert.text.startswith("5 envois incertains")
    assert "Membre3, Membre4." in alert.text
    french.world.press_data(french.marc, alert, before["Envoyer de nouveau"])
    await french.settle()
    assert french.toast(french.marc) == french.said.label("alerts.toasts.more")
    await french.taps(french.marc, "C'est bien arrivé", french.team)
    assert [french.reads(person).count("☕") for person in people] == [0] * 5
    assert await french.rows("SELECT 1 FROM outbox WHERE state = 'uncertain'") == []


async def test_what_is_no_longer_true_is_not_sent_again(french: Salon) -> None:
    zoe = await french.member("Zoé")
    await announces_without_sending(french)
    await cut_short(french)
    await french.restart()
    await french.wait(days=17)
    await french.taps(french.marc, "Envoyer de nouveau", french.team)
    assert "Un café-rencontre se prépare" not in french.reads(zoe)
    assert any("ce n'est plus vrai" in text for text in french.world.said(french.marc, french.team))


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
