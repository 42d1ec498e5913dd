"""Seeing, correcting, erasing, withdrawing: at once, by anyone, for themselves alone."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.simulator.models import Person
from moderation.screening import steps
from tests.stage import Stage

COMMANDS = {
    "fr": {
        "data": "/mesdonnees",
        "correct": "/corriger",
        "forget": "/oublier",
        "consents": "/consentements",
    },
    "en": {"data": "/mydata", "correct": "/correct", "forget": "/forget", "consents": "/consents"},
}

languages = pytest.mark.parametrize("language", ["fr", "en"])


def document(stage: Stage, person: Person) -> Any:
    """Return what the newest file sent to somebody says."""
    sent = [m for m in stage.world.seen(person) if "document" in m.raw]
    return json.loads(stage.world.files[sent[-1].raw["document"]["file_id"]])


# Seeing


@languages
async def test_my_data_come_at_once_and_go_after_ten_minutes(stage: Stage, language: str) -> None:
    stage.lea.language_code = language
    await stage.sends(stage.lea)

    await stage.says(stage.lea, COMMANDS[language]["data"])

    data = document(stage, stage.lea)
    page, file = stage.world.seen(stage.lea)[-2:]
    assert stage.story(stage.lea, "hopes") in page.text
    assert [row["text"] for row in data["data"]["answers"]][-1] is not None
    texts = {row["text"] for row in data["data"]["answers"]}
    assert {stage.story(stage.lea, q) for q in ("hopes", "protection")} <= texts
    assert data["data"]["people"][0]["name"] == "Léa Tremblay"
    assert data["data"]["consents"][0]["purpose"] == "screening"
    assert "reviews" not in data["data"]
    await stage.wait(minutes=11)
    assert page.deleted
    assert file.deleted


async def test_nobody_is_given_what_is_another_s(stage: Stage, sophie: Person) -> None:
    await stage.sends(stage.lea)
    await stage.says(sophie, "/mesdonnees")

    told = json.dumps(document(stage, sophie), ensure_ascii=False)
    assert "Sophie Gagnon" in told
    assert "Tremblay" not in told
    assert str(stage.lea.id) not in told


async def test_a_second_press_within_the_minute_sends_nothing_more(stage: Stage) -> None:
    await stage.says(stage.lea, "/mesdonnees")
    count = len(stage.world.seen(stage.lea))
    await stage.says(stage.lea, "/mesdonnees")
    assert len(stage.world.seen(stage.lea)) == count + 1  # her own message
    await stage.wait(minutes=2)
    await stage.says(stage.lea, "/mesdonnees")
    assert len([m for m in stage.world.seen(stage.lea) if "document" in m.raw]) == 1


# Correcting


@languages
async def test_what_can_be_corrected_changes_here(stage: Stage, language: str) -> None:
    lea = stage.lea
    lea.language_code = language
    await stage.sends(lea, statistics=True)
    await stage.says(lea, COMMANDS[language]["correct"])
    assert stage.is_told(lea, "privacy.correct.sent")

    await stage.chooses(lea, "privacy.buttons.relation")
    await stage.chooses(lea, "privacy.correct.relations.mother_label")
    await stage.chooses(lea, "privacy.buttons.region")
    await stage.taps(lea, "819 ·")

    rows = await stage.rows("SELECT relation FROM people WHERE user_id = ?", lea.id)
    assert [row[0] for row in rows] == ["mother"]
    assert [r[0] for r in await stage.rows("SELECT region FROM applications")] == ["819"]


async def test_a_draft_is_corrected_by_going_back_to_it(stage: Stage) -> None:
    await stage.reaches(stage.lea, steps.QUESTION + "hopes")
    await stage.says(stage.lea, "/corriger")
    assert stage.is_told(stage.lea, "privacy.correct.draft")
    await stage.chooses(stage.lea, "privacy.buttons.resume")
    assert stage.last(stage.lea).startswith("2 ")


async def test_who_has_no_region_kept_is_not_given_one(stage: Stage) -> None:
    await stage.sends(stage.lea)
    await stage.says(stage.lea, "/corriger")
    labels = stage.world.seen(stage.lea)[-1].labels
    assert stage.label(stage.lea, "privacy.buttons.region") not in labels
    stage.world.press_data(stage.lea, stage.world.seen(stage.lea)[-1], "privacy.region:819")
    await stage.settle()
    assert [r[0] for r in await stage.rows("SELECT region FROM applications")] == [None]


# Erasing


@languages
async def test_two_taps_erase_and_end_the_request(stage: Stage, language: str) -> None:
    lea = stage.lea
    lea.language_code = language
    await stage.sends(lea)
    await stage.says(lea, COMMANDS[language]["forget"])
    assert stage.is_told(lea, "privacy.forget.stays_nothing")
    assert len(await stage.rows("SELECT * FROM answers")) == 3

    await stage.chooses(lea, "privacy.buttons.forget_yes")

    assert stage.is_told(lea, "privacy.forget.done")
    assert await stage.rows("SELECT * FROM answers") == []
    assert await stage.rows("SELECT * FROM consents") == []
    assert await stage.rows("SELECT * FROM people WHERE user_id = ?", lea.id) == []
    kept = await stage.rows("SELECT user_id, person, status FROM applications")
    assert [tuple(row) for row in kept] == [(None, b"", "withdrawn")]
    card = stage.card().text
    assert "Léa" not in card
    assert stage.story(lea, "hopes") not in card


async def test_nothing_is_erased_by_one_tap_or_by_a_change_of_mind(stage: Stage) -> None:
    await stage.sends(stage.lea)
    await stage.says(stage.lea, "/oublier")
    asked = stage.message_with(stage.lea, stage.label(stage.lea, "privacy.buttons.keep"))
    await stage.chooses(stage.lea, "privacy.buttons.keep")
    assert asked.text == stage.label(stage.lea, "privacy.toasts.kept")
    assert asked.labels == [], "no button that erases is left under a finger"
    assert len(await stage.rows("SELECT * FROM answers")) == 3
    assert await stage.rows("SELECT * FROM erasures") == []


async def test_a_member_stays_in_the_group_and_is_told(stage: Stage, sophie: Person) -> None:
    await stage.says(sophie, "/oublier")
    assert stage.is_told(sophie, "privacy.forget.stays_member")
    await stage.chooses(sophie, "privacy.buttons.forget_yes")
    assert await stage.rows("SELECT * FROM people WHERE user_id = ?", sophie.id) == []
    assert stage.world.inside(sophie, stage.group)
    kept = await stage.rows("SELECT place, status FROM memberships WHERE user_id = ?", sophie.id)
    assert [tuple(row) for row in kept] == [("group", "member")]


@languages
async def test_who_is_named_in_the_audit_is_told_before(stage: Stage, language: str) -> None:
    """It is chained by hash: no line of it is ever rewritten."""
    lea = stage.lea
    lea.language_code = language
    await stage.starts(lea, None)
    stage.world.add_member(stage.group, lea)
    await stage.settle()
    await stage.taps(stage.marc, stage.label(stage.marc, "card.buttons.let"), stage.team)
    await stage.says(lea, COMMANDS[language]["forget"])
    assert stage.is_told(lea, "privacy.forget.stays_named")
    assert stage.is_told(lea, "privacy.forget.stays_member")


async def test_erasing_is_no_way_around_a_refusal(stage: Stage) -> None:
    lea = stage.lea
    await stage.sends(lea)
    reason = next(r for r in stage.content.reasons("fr") if r.id == "protection")
    for label in (stage.label(stage.marc, "card.buttons.refuse"), reason.label):
        await stage.taps(stage.marc, label, stage.team)
    await stage.says(lea, "/oublier")
    assert stage.is_told(lea, "privacy.forget.stays_refused")
    await stage.chooses(lea, "privacy.buttons.forget_yes")

    await stage.starts(lea)

    assert "pas été retenue" in stage.last(lea)
    assert "2027" in stage.last(lea)
    assert [r[0] for r in await stage.rows("SELECT status FROM applications")] == ["refused"]


async def test_an_undo_finds_nobody_once_erased(stage: Stage) -> None:
    await stage.sends(stage.lea)
    await stage.taps(stage.marc, stage.label(stage.marc, "card.buttons.accept"), stage.team)
    await stage.says(stage.lea, "/oublier")
    await stage.chooses(stage.lea, "privacy.buttons.forget_yes")
    assert [r[0] for r in await stage.rows("SELECT user_id FROM applications")] == [None]
    assert stage.api.nonconformities == []


# Withdrawing


@languages
async def test_a_consent_is_shown_and_withdrawn(stage: Stage, language: str) -> None:
    lea = stage.lea
    lea.language_code = language
    await stage.sends(lea, statistics=True)
    await stage.says(lea, COMMANDS[language]["consents"])
    purpose = stage.label(lea, "privacy.consents.purposes.statistics")
    assert purpose in stage.last(lea)

    await stage.chooses(lea, "privacy.buttons.withdraw", what=purpose)

    assert stage.is_told(lea, "privacy.consents.gone_statistics")
    kept = await stage.rows("SELECT region, statistics, status FROM applications")
    assert [tuple(row) for row in kept] == [(None, 0, "sent")]
    await stage.says(lea, COMMANDS[language]["consents"])
    labels = stage.world.seen(lea)[-1].labels
    assert stage.label(lea, "privacy.buttons.withdraw", what=purpose) not in labels


@languages
async def test_without_the_consent_to_read_the_request_ends_once_asked_twice(
    stage: Stage, language: str
) -> None:
    lea = stage.lea
    lea.language_code = language
    await stage.sends(lea)
    await stage.says(lea, COMMANDS[language]["consents"])
    purpose = stage.label(lea, "privacy.consents.purposes.screening")
    await stage.chooses(lea, "privacy.buttons.withdraw", what=purpose)
    assert stage.is_told(lea, "privacy.consents.sure_open")
    assert len(await stage.rows("SELECT * FROM answers")) == 3
    await stage.chooses(lea, "privacy.buttons.keep_consent")
    assert [r[0] for r in await stage.rows("SELECT status FROM applications")] == ["sent"]

    await stage.chooses(lea, "privacy.buttons.withdraw_yes")

    assert stage.is_told(lea, "privacy.consents.gone_open")
    assert await stage.rows("SELECT * FROM answers") == []
    assert [r[0] for r in await stage.rows("SELECT status FROM applications")] == ["withdrawn"]
    assert stage.story(lea, "hopes") not in stage.card().text


async def test_after_the_decision_the_same_withdrawal_leaves_the_decision(stage: Stage) -> None:
    lea = stage.lea
    await stage.sends(lea)
    await stage.taps(stage.marc, stage.label(stage.marc, "card.buttons.accept"), stage.team)
    await stage.says(lea, "/consentements")
    purpose = stage.label(lea, "privacy.consents.purposes.screening")
    await stage.chooses(lea, "privacy.buttons.withdraw", what=purpose)
    assert stage.is_told(lea, "privacy.consents.sure_decided")
    await stage.chooses(lea, "privacy.buttons.withdraw_yes")
    assert stage.is_told(lea, "privacy.consents.gone_decided")
    assert await stage.rows("SELECT * FROM answers") == []
    assert [r[0] for r in await stage.rows("SELECT status FROM applications")] == ["accepted"]


async def test_the_second_tap_withdraws_nothing_else(stage: Stage) -> None:
    """Forged data: the question is skipped for the one consent it is about, and no other."""
    await stage.sends(stage.lea, statistics=True)
    for forged in ("statistics", "none", ""):
        shown = stage.world.seen(stage.lea)[-1]
        stage.world.press_data(stage.lea, shown, f"privacy.withdraw_yes:{forged}")
        await stage.settle()
    kept = await stage.rows("SELECT COUNT(*) FROM consents WHERE withdrawn_at IS NULL")
    assert kept[0][0] == 2
