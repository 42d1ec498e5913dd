"""A sending of which nobody knows whether it arrived, settled by a moderator."""

from __future__ import annotations

from bot.simulator.faults import Fault
from bot.storage.outbox import Call, put
from tests.handlers.town import messages, tell

AGAIN, ARRIVED = "Envoyer de nouveau", "C'est bien arrivé"


async def announce(stage, words="Café mardi, apportez <b>un livre</b>", *, lost="cut_after"):
    """Queue an announcement to the group, whose answer gets lost."""
    stage.api.faults.add(Fault("sendMessage", lost))
    params = {"chat_id": stage.group.id, "text": words, "parse_mode": "HTML"}
    call = Call("sendMessage", params, stage.group.id, key="announcement", repeatable=False)
    async with stage.bot.db.transaction() as tx:
        await put(tx, call, stage.clock.time)
    await stage.settle()


async def minutes(stage, count):
    """Let a sending be tried again and again, later each time."""
    for _ in range(count):
        await stage.wait(minutes=1)


async def test_a_moderator_sends_it_again(stage):
    await announce(stage, lost="500")
    alert = stage.message_with(stage.marc, AGAIN, stage.team)
    assert "« Café mardi, apportez un livre »" in alert.text

    await stage.taps(stage.marc, AGAIN, stage.team)

    assert len(messages(stage, stage.nadia, stage.group, "Café mardi")) == 1
    assert "Envoyé de nouveau, à la demande de Marc." in alert.text
    assert alert.labels == []


async def test_a_moderator_says_that_it_arrived(stage):
    await announce(stage)

    await stage.taps(stage.marc, ARRIVED, stage.team)

    assert len(messages(stage, stage.nadia, stage.group, "Café mardi")) == 1
    [alert] = messages(stage, stage.marc, stage.team, "Envoi incertain")
    assert "Bien arrivé, selon Marc." in alert.text


async def test_a_second_press_is_told_who_settled_it(stage):
    await announce(stage)
    alert = stage.message_with(stage.marc, AGAIN, stage.team)
    data = {button.text: button.data for row in alert.buttons for button in row}
    await stage.taps(stage.marc, ARRIVED, stage.team)

    stage.world.press_data(stage.odile, alert, data[AGAIN])
    await stage.settle()

    assert stage.toast(stage.odile) == "C'est déjà réglé, par Marc."
    assert len(messages(stage, stage.nadia, stage.group, "Café mardi")) == 1


async def test_a_forged_number_settles_nothing(stage):
    await announce(stage)
    alert = stage.message_with(stage.marc, AGAIN, stage.team)

    for data in ("alerts.arrived:99999", "alerts.arrived", "alerts.send_again:x"):
        stage.world.press_data(stage.marc, alert, data)
        await stage.settle()
        assert stage.toast(stage.marc) == "C'est déjà réglé."

    assert alert.labels == [AGAIN, ARRIVED]


async def test_what_is_private_is_not_shown(stage):
    await stage.starts(stage.lea, None)
    said = stage.last(stage.lea)
    stage.api.faults.add(Fault("sendMessage", "500", times=5))
    await stage.starts(stage.lea, None)
    await minutes(stage, 10)

    [alert] = messages(stage, stage.marc, stage.team, "Envoi incertain")
    assert "Un message privé à Léa Tremblay." in alert.text
    assert said[:12] not in alert.text


async def test_an_uncertain_alert_makes_no_alert(stage):
    before = stage.world.said(stage.marc, stage.team)
    stage.api.faults.add(Fault("sendMessage", "500", times=5))

    await tell(stage, "conflict")
    await minutes(stage, 10)

    assert stage.world.said(stage.marc, stage.team) == before
    states = await stage.rows("SELECT state FROM outbox WHERE key LIKE 'alert:conflict%'")
    assert [row["state"] for row in states] == ["uncertain"]


async def test_at_night_nothing_rings(stage):
    await stage.wait(hours=12)
    await announce(stage, lost="500")
    [night] = messages(stage, stage.marc, stage.team, "Envoi incertain")

    assert night.silent


async def test_by_day_it_rings(stage):
    await announce(stage, lost="500")
    [day] = messages(stage, stage.marc, stage.team, "Envoi incertain")

    assert not day.silent
