"""What time does to a request, and what becomes of it when its person is gone."""

from __future__ import annotations

from datetime import timedelta

from bot.simulator.models import Person
from moderation.screening import steps
from tests.stage import MORNING, Stage, plain

HOPES = steps.QUESTION + "hopes"


def times_told(stage: Stage, person: Person, key: str) -> int:
    """Return how often the person was told a text of the content."""
    text = plain(stage.words(person).text(key))
    return sum(text in said for said in stage.world.said(person))


async def statuses(stage: Stage) -> list[str]:
    """Return where each file stands, oldest first."""
    return [row["status"] for row in await stage.rows("SELECT status FROM applications")]


async def test_a_draft_is_recalled_once_after_a_day(stage: Stage, lea: Person) -> None:
    await stage.reaches(lea, HOPES)
    await stage.wait(hours=23, minutes=59)
    assert times_told(stage, lea, "screening.reminder") == 0
    await stage.wait(minutes=2)
    assert times_told(stage, lea, "screening.reminder") == 1
    await stage.wait(days=3)
    assert times_told(stage, lea, "screening.reminder") == 1
    await stage.chooses(lea, "screening.buttons.resume")
    assert stage.last(lea).startswith("2 ")


async def test_whoever_goes_on_is_recalled_later(stage: Stage, lea: Person) -> None:
    await stage.reaches(lea, HOPES)
    await stage.wait(hours=20)
    await stage.says(lea, "Je continue demain.")
    await stage.wait(hours=20)
    assert times_told(stage, lea, "screening.reminder") == 0
    await stage.wait(hours=5)
    assert times_told(stage, lea, "screening.reminder") == 1


async def test_a_reminder_at_night_makes_no_sound(stage: Stage, lea: Person) -> None:
    await stage.wait(hours=16)  # 2:00 in Montréal
    await stage.reaches(lea, HOPES)
    await stage.wait(hours=24, minutes=1)
    assert stage.is_told(lea, "screening.reminder")
    assert stage.world.seen(lea)[-1].silent


async def test_a_draft_ends_kindly_after_a_week_and_its_answers_are_destroyed(
    stage: Stage, lea: Person
) -> None:
    await stage.reaches(lea, HOPES)
    await stage.wait(days=6, hours=23)
    assert await statuses(stage) == ["draft"]
    await stage.wait(hours=2)
    assert await statuses(stage) == ["expired"]
    assert times_told(stage, lea, "screening.expired") == 1
    assert await stage.rows("SELECT * FROM answers") == []
    await stage.wait(days=10)
    assert times_told(stage, lea, "screening.expired") == 1


async def test_a_draft_begun_and_left_at_the_welcome_ends_too(stage: Stage, lea: Person) -> None:
    await stage.starts(lea)
    await stage.wait(days=1, minutes=1)
    assert times_told(stage, lea, "screening.reminder") == 1
    await stage.wait(days=7)
    assert await statuses(stage) == ["expired"]


async def test_a_bot_away_for_ten_days_ends_the_draft_without_recalling_it(
    stage: Stage, lea: Person
) -> None:
    await stage.reaches(lea, HOPES)
    stage.clock.move(timedelta(days=10))
    await stage.restart()
    assert times_told(stage, lea, "screening.reminder") == 0
    assert times_told(stage, lea, "screening.expired") == 1


async def test_a_sent_request_never_ends_and_its_delay_is_told_once(
    stage: Stage, lea: Person
) -> None:
    await stage.sends(lea)
    await stage.wait(hours=47)
    assert times_told(stage, lea, "screening.delayed") == 0
    await stage.wait(hours=2)
    assert times_told(stage, lea, "screening.delayed") == 1
    await stage.wait(days=60)
    assert times_told(stage, lea, "screening.delayed") == 1
    assert times_told(stage, lea, "screening.reminder") == 0
    assert await statuses(stage) == ["sent"]
    assert stage.story(lea, "hopes") in stage.card().text


async def test_answers_of_an_ended_request_are_destroyed_after_a_month(
    stage: Stage, lea: Person
) -> None:
    await stage.sends(lea)
    await stage.taps(stage.marc, stage.content.words("fr").label("card.buttons.refuse"), stage.team)
    await stage.taps(stage.marc, stage.content.reasons("fr")[0].label, stage.team)
    assert len(await stage.rows("SELECT * FROM answers")) == 3
    await stage.wait(days=30, minutes=1)
    assert await stage.rows("SELECT * FROM answers") == []
    kept = await stage.rows("SELECT user_id, status, reason FROM applications")
    assert [tuple(row) for row in kept] == [(None, "refused", "purpose")]


async def refused_a_month_ago(stage: Stage, person: Person) -> None:
    """Marc refuses somebody's request to protect the members, and 31 days go by one by one."""
    await stage.sends(person)
    reason = next(r for r in stage.content.reasons("fr") if r.id == "protection")
    for label in (stage.label(stage.marc, "card.buttons.refuse"), reason.label):
        await stage.taps(stage.marc, label, stage.team)
    for _ in range(31):
        await stage.wait(days=1)


async def test_who_was_refused_is_told_the_date_also_once_forgotten(
    stage: Stage, lea: Person
) -> None:
    await refused_a_month_ago(stage, lea)
    kept = await stage.rows("SELECT user_id FROM applications")
    assert [row["user_id"] for row in kept] == [None]
    until = (MORNING + timedelta(days=180)).date()
    told = {"date": stage.words(lea).date(until)}
    await stage.starts(lea)
    assert stage.is_told(lea, "screening.status.refused", **told)
    await stage.says(lea, "/statut")
    assert stage.is_told(lea, "screening.status.refused", **told)
    assert await statuses(stage) == ["refused"]


async def test_the_card_of_who_was_refused_loses_the_name_after_a_month(stage: Stage) -> None:
    await refused_a_month_ago(stage, stage.lea)
    assert stage.card().text == "◽ D-1\nDemande close. Le nom et les réponses sont détruits."
    assert "Léa" not in "".join(stage.world.said(stage.marc, stage.team))


async def test_a_passer_by_is_forgotten_after_a_month_and_who_waits_is_not(stage: Stage) -> None:
    sam = stage.world.add_person("Sam")
    await stage.says(sam, "Bonjour?")
    await stage.sends(stage.lea)

    async def known() -> set[int]:
        return {row["user_id"] for row in await stage.rows("SELECT user_id FROM people")}

    for _ in range(29):
        await stage.wait(days=1)
    assert sam.id in await known()
    for _ in range(2):
        await stage.wait(days=1)
    assert sam.id not in await known()
    assert stage.lea.id in await known()


async def test_who_blocked_the_bot_loses_nothing(stage: Stage, lea: Person) -> None:
    await stage.reaches(lea, HOPES)
    stage.world.block_bot(lea)
    await stage.wait(days=2)
    assert await statuses(stage) == ["draft"]
    await stage.says(stage.marc, "/file", stage.team)  # nothing upsets the others
    await stage.starts(lea)
    assert stage.last(lea).startswith("2 ")


async def test_the_card_shows_who_cannot_be_written_to(stage: Stage, lea: Person) -> None:
    await stage.sends(lea)
    stage.world.block_bot(lea)
    await stage.settle()
    assert plain(stage.content.words("fr").text("card.unreachable")) in stage.card().text
    await stage.taps(stage.marc, "Demander une précision", stage.team)
    assert stage.toast(stage.marc) == stage.content.words("fr").label("card.toasts.unreachable")


async def test_a_deleted_account_closes_its_request(stage: Stage, lea: Person) -> None:
    await stage.sends(lea)
    stage.world.delete_account(lea)
    await stage.wait(hours=49)  # the delay could not be told
    assert await statuses(stage) == ["withdrawn"]
    assert stage.story(lea, "hopes") not in stage.card().text
    await stage.wait(days=31)
    assert await stage.rows("SELECT * FROM answers") == []
    assert [row["user_id"] for row in await stage.rows("SELECT user_id FROM applications")] == [
        None
    ]
