"""What follows when Telegram refuses a call for good."""

from __future__ import annotations

import logging

import pytest

from bot.simulator.faults import Fault
from tests.handlers.town import messages, tell


async def reach(stage, person):
    """How the bot knows a person: (may be written to, out of reach)."""
    query = "SELECT private_chat, unreachable_since FROM people WHERE user_id = ?"
    [row] = await stage.rows(query, person.id)
    return bool(row["private_chat"]), row["unreachable_since"] is not None


@pytest.mark.parametrize(
    ("refusal", "out_of_reach"),
    [
        ("Forbidden: bot was blocked by the user", True),
        ("Forbidden: bot can't initiate conversation with a user", True),
        ("Forbidden: user is deactivated", True),
        ("Bad Request: chat not found", True),
        ("Bad Request: message is too long", False),
    ],
)
async def test_who_cannot_be_reached_is_remembered_as_such(stage, refusal, out_of_reach):
    await stage.starts(stage.lea, None)
    assert await reach(stage, stage.lea) == (True, False)
    stage.api.faults.add(Fault("sendMessage", "refuse", error_code=403, description=refusal))

    await stage.starts(stage.lea, None)

    assert await reach(stage, stage.lea) == (not out_of_reach, out_of_reach)
    told = messages(stage, stage.marc, stage.team, "Une de mes actions n'a pas abouti")
    assert len(told) == (0 if out_of_reach else 1)


async def test_who_blocked_the_bot_is_told_to_the_other_features(stage):
    await stage.starts(stage.lea, None)
    blocked = "Forbidden: bot was blocked by the user"
    stage.api.faults.add(Fault("sendMessage", "refuse", error_code=403, description=blocked))

    await stage.starts(stage.lea, None)

    keys = [row["key"] for row in await stage.rows("SELECT key FROM inbox WHERE kind = 'fact'")]
    assert [key for key in keys if key.startswith("person_blocked:refused:")]


@pytest.mark.parametrize("reason", ["refused", "failed_here", "unknown_method"])
async def test_a_refusal_nobody_expected_is_told_once_an_hour_with_its_code(stage, reason):
    said = {"reason": reason, "chat_id": None, "message": None}
    for seq, method in ((71, "pinChatMessage"), (72, "pinChatMessage"), (73, "getChat")):
        await tell(stage, "call_refused", seq=seq, method=method, **said)

    told = messages(stage, stage.marc, stage.team, "Une de mes actions n'a pas abouti")
    assert [text.text.split(" : ")[-1] for text in told] == ["E71", "E73"]

    await stage.wait(hours=1)
    await tell(stage, "call_refused", seq=74, method="pinChatMessage", **said)
    assert stage.last(stage.marc, stage.team).endswith("E74")


async def test_an_alert_that_is_refused_makes_no_other(stage):
    text = "Bad Request: message is too long"
    stage.api.faults.add(Fault("sendMessage", "refuse", error_code=400, description=text))

    await tell(stage, "conflict")

    alerts = await stage.rows("SELECT state FROM outbox WHERE message LIKE 'alert:%'")
    assert [row["state"] for row in alerts] == ["failed"]


async def test_who_deleted_their_account_is_told_to_the_other_features(stage):
    await stage.starts(stage.lea, None)
    stage.world.start(stage.lea)
    stage.world.delete_account(stage.lea)

    await stage.settle()

    keys = [row["key"] for row in await stage.rows("SELECT key FROM inbox WHERE kind = 'fact'")]
    assert f"person_gone:{stage.lea.id}" in keys


@pytest.mark.parametrize(
    ("method", "right"),
    [
        ("deleteMessage", "Supprimer des messages"),
        ("pinChatMessage", "Épingler des messages"),
        ("restrictChatMember", "Bannir des membres"),
        ("sendMessage", "être administrateur du groupe"),
    ],
)
async def test_a_right_that_lacks_is_named_once_a_day(stage, method, right):
    said = {"reason": "no_rights", "method": method, "chat_id": stage.group.id}
    await tell(stage, "call_refused", **said)
    await tell(stage, "call_refused", **said)

    [alert] = messages(stage, stage.marc, stage.team, "Il me manque un droit dans le groupe")
    assert f"• {right}\n" in alert.text

    await stage.wait(days=1)
    await tell(stage, "call_refused", **said)
    assert len(messages(stage, stage.marc, stage.team, "Il me manque un droit")) == 2


async def test_a_call_on_a_request_to_join_is_about_the_group(stage):
    await tell(
        stage, "call_refused", reason="no_rights", method="approveChatJoinRequest", chat_id=None
    )

    assert "• Ajouter des membres" in stage.last(stage.marc, stage.team)


async def test_a_refusal_elsewhere_is_nobodys_business(stage):
    before = stage.world.said(stage.marc, stage.team)

    await tell(stage, "call_refused", reason="no_rights", method="deleteMessage", chat_id=-42)
    await tell(stage, "call_refused", reason="kicked", method="sendMessage", chat_id=-42)

    assert stage.world.said(stage.marc, stage.team) == before


async def test_the_lost_group_is_told_once_whoever_notices(stage):
    stage.world.remove_bot(stage.group)
    await stage.settle()
    await tell(stage, "call_refused", reason="kicked", method="sendMessage", chat_id=stage.group.id)

    assert len(messages(stage, stage.marc, stage.team, "Je ne suis plus dans le groupe")) == 1


async def test_alerts_that_cannot_be_said_make_no_others(stage):
    await stage.starts(stage.nadia, None)
    stage.world.remove_bot(stage.team)
    await stage.settle()
    before = len(stage.api.calls)

    await tell(stage, "conflict")
    await stage.wait(hours=1)

    refused = [c.method for c in stage.api.calls[before:] if c.error]
    assert refused == ["sendMessage"]
    assert [t[:40] for t in stage.world.said(stage.nadia)].count(
        "Je ne suis plus dans le groupe de modéra"
    ) == 1


async def test_a_moderators_chat_that_cannot_be_written_to_is_only_logged(stage, caplog):
    with caplog.at_level(logging.WARNING):
        await tell(
            stage, "call_refused", reason="no_rights", method="sendMessage", chat_id=stage.team.id
        )

    assert "the moderators' chat cannot be written to" in caplog.text


async def test_without_a_moderators_chat_alerts_are_only_logged(town, caplog):
    with caplog.at_level(logging.WARNING):
        await tell(town, "conflict")

    assert "nobody to alert" in caplog.text
    assert town.api.made("sendMessage") == []


async def test_rights_here_are_told_here(stage):
    stage.world.set_bot_rights(stage.team, None)
    await stage.settle()

    alert = stage.last(stage.marc, stage.team)
    assert alert.startswith("Il me manque un droit ici\n• être administrateur")
