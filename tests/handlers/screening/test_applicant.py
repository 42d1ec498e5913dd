"""The applicant's conversation, from the welcome to the promise of an answer."""

from __future__ import annotations

import pytest

from bot.simulator.models import Person
from bot.storage.persons import person_hash
from moderation.screening import steps
from tests.stage import STORY, Stage, plain

CONSENTS = "SELECT purpose, version, digest, language, given_at, withdrawn_at FROM consents"


async def test_the_welcome_says_who_decides_how_long_and_where_help_is(
    stage: Stage, lea: Person
) -> None:
    await stage.starts(lea)
    welcome = stage.last(lea)
    told = {
        "fr": ("bénévoles", "décident", "48 heures", "10 minutes", "lignes d'aide", "3 questions"),
        "en": ("volunteer", "decide", "48 hours", "10 minutes", "help lines", "3 questions"),
    }
    for words in told[stage.words(lea).language]:
        assert words in welcome
    screen = stage.message_with(lea, stage.label(lea, "screening.buttons.begin"))
    assert stage.label(lea, "common.buttons.help") in screen.labels
    assert len(screen.labels) == 3  # begin, the other language, help


async def test_each_purpose_has_its_screen_its_button_and_its_line_in_the_ledger(
    stage: Stage, lea: Person
) -> None:
    await stage.reaches(lea, steps.CONSENT)
    language = stage.words(lea).language
    required, optional = stage.content.screening(language).purposes
    assert plain(required.title) in stage.last(lea)
    assert await stage.rows(CONSENTS) == []
    asked_at = stage.clock.time

    await stage.chooses(lea, "screening.buttons.agree")
    await stage.chooses(lea, "screening.buttons.statistics_yes")
    ledger = [tuple(row) for row in await stage.rows(CONSENTS)]
    assert [row[:4] for row in ledger] == [
        (required.id, required.version, required.digest, language),
        (optional.id, optional.version, optional.digest, language),
    ]
    assert all(row[4][:16] == asked_at.isoformat()[:16] and row[5] is None for row in ledger)


async def test_refusing_the_statistics_blocks_nothing(stage: Stage, lea: Person) -> None:
    await stage.sends(lea, statistics=False)
    assert stage.is_told(lea, "screening.sent")
    assert [row["purpose"] for row in await stage.rows(CONSENTS)] == ["screening"]
    assert [row["region"] for row in await stage.rows("SELECT region FROM applications")] == [None]


async def test_the_region_is_asked_with_the_statistics_only(stage: Stage, lea: Person) -> None:
    await stage.reaches(lea, steps.REGION, statistics=True)
    assert stage.is_told(lea, "screening.region")
    await stage.taps(lea, "450")
    assert [row["region"] for row in await stage.rows("SELECT region FROM applications")] == ["450"]


async def test_going_back_on_the_statistics_forgets_the_region(stage: Stage, lea: Person) -> None:
    await stage.reaches(lea, steps.CODE, statistics=True)
    for _ in range(5):  # region, three questions, statistics
        await stage.chooses(lea, "common.buttons.back")
    await stage.chooses(lea, "screening.buttons.statistics_no")
    kept = await stage.rows("SELECT statistics, region FROM applications")
    assert [tuple(row) for row in kept] == [(0, None)]
    standing = [row["purpose"] for row in await stage.rows(CONSENTS) if not row["withdrawn_at"]]
    assert standing == ["screening"]


async def test_agreeing_twice_is_written_once(stage: Stage, lea: Person) -> None:
    await stage.reaches(lea, steps.STATISTICS)
    await stage.chooses(lea, "common.buttons.back")
    await stage.chooses(lea, "screening.buttons.agree")
    await stage.chooses(lea, "screening.buttons.statistics_yes")
    await stage.chooses(lea, "common.buttons.back")
    await stage.chooses(lea, "screening.buttons.statistics_yes")
    assert [row["purpose"] for row in await stage.rows(CONSENTS)] == ["screening", "statistics"]


async def test_refusing_what_is_needed_stops_kindly_and_keeps_nothing(
    stage: Stage, lea: Person
) -> None:
    await stage.reaches(lea, steps.CONSENT)
    await stage.chooses(lea, "screening.buttons.stop")
    assert stage.is_told(lea, "screening.stopped")
    assert await stage.rows(CONSENTS) == []
    assert [row["status"] for row in await stage.rows("SELECT status FROM applications")] == [
        "withdrawn"
    ]
    await stage.chooses(lea, "screening.buttons.ask_to_join")  # the door stays open
    assert "48" in stage.last(lea)


async def test_stopping_after_having_agreed_asks_first(stage: Stage, lea: Person) -> None:
    await stage.reaches(lea, steps.QUESTION + "hopes")
    for _ in range(3):
        await stage.chooses(lea, "common.buttons.back")
    await stage.chooses(lea, "screening.buttons.stop")
    assert stage.is_told(lea, "screening.withdraw_sure")
    await stage.chooses(lea, "screening.buttons.keep")
    assert [row["choice"] for row in await stage.rows("SELECT choice FROM answers")] == ["mother"]


async def test_questions_come_one_at_a_time_with_their_number(stage: Stage, lea: Person) -> None:
    await stage.reaches(lea, steps.QUESTION + "link")
    of = {"fr": "de", "en": "of"}[stage.words(lea).language]
    for number, question in enumerate(stage.questions(lea), 1):
        assert stage.last(lea).startswith(f"{number} {of} 3 · {question.title}")
        await stage.answers(lea, question)
    assert stage.content.code(stage.words(lea).language).version
    assert "10." in stage.last(lea)  # the code of conduct comes next


async def test_an_answered_button_gives_way_to_what_is_asked_next(
    stage: Stage, lea: Person
) -> None:
    await stage.reaches(lea, steps.QUESTION + "link")
    question = stage.questions(lea)[0]
    assert plain(question.prompt) in stage.last(lea)
    await stage.taps(lea, question.choices[2].label)
    assert f"✓ {question.choices[2].label}" in stage.last(lea)
    assert plain(question.details_prompt) in stage.last(lea)
    assert plain(question.prompt) not in stage.last(lea)
    labels = stage.message_with(lea, stage.label(lea, "screening.buttons.restart")).labels
    assert stage.label(lea, "common.buttons.next") not in labels  # words are still to come


async def test_the_code_is_accepted_by_a_tap_and_its_version_kept(
    stage: Stage, lea: Person
) -> None:
    await stage.reaches(lea, steps.CODE)
    assert await stage.rows("SELECT * FROM code_acceptances") == []
    await stage.chooses(lea, "screening.buttons.accept_code")
    language = stage.words(lea).language
    code = stage.content.code(language)
    kept = await stage.rows("SELECT person, version, digest, language FROM code_acceptances")
    person = person_hash(stage.bot.db.reading(), lea.id)
    assert [tuple(row) for row in kept] == [(person, code.version, code.digest, language)]


async def test_the_summary_shows_every_answer_and_changes_each(stage: Stage, lea: Person) -> None:
    await stage.applies(lea)
    summary = stage.last(lea)
    for question in stage.questions(lea):
        assert question.title in summary
        assert stage.story(lea, question.id) in summary

    await stage.chooses(lea, "screening.buttons.change", title=stage.questions(lea)[1].title)
    assert stage.is_told(lea, "screening.notes.change")
    await stage.chooses(lea, "screening.buttons.restart")
    other = "Souffler, et aider à mon tour quand j'en aurai la force."
    await stage.says(lea, other)
    await stage.chooses(lea, "common.buttons.next")
    assert other in stage.last(lea)
    assert stage.story(lea, "hopes") not in stage.last(lea)

    await stage.chooses(lea, "screening.buttons.change", title=stage.questions(lea)[0].title)
    await stage.chooses(lea, "screening.buttons.restart")
    await stage.answers(lea, stage.questions(lea)[0], link="father")
    father = next(c.label for c in stage.questions(lea)[0].choices if c.id == "father")
    assert father in stage.last(lea)


async def test_back_from_a_change_leads_to_the_summary(stage: Stage, lea: Person) -> None:
    await stage.applies(lea)
    summary = stage.last(lea)
    await stage.chooses(lea, "screening.buttons.change", title=stage.questions(lea)[1].title)
    await stage.chooses(lea, "common.buttons.back")
    assert stage.last(lea) == summary


async def test_sent_is_said_with_the_promised_delay(stage: Stage, lea: Person) -> None:
    await stage.sends(lea)
    assert stage.is_told(lea, "screening.sent")
    assert "48" in stage.last(lea)
    card = stage.card().text
    assert STORY[stage.words(lea).language]["hopes"] in card
    await stage.says(lea, "/statut")
    assert stage.is_told(lea, "screening.status.sent", since=stage.label(lea, "calendar.span.now"))


@pytest.mark.parametrize(
    "step",
    [steps.CONSENT, steps.STATISTICS, steps.QUESTION + "link", steps.QUESTION + "protection"],
)
async def test_back_leads_to_the_step_before(stage: Stage, step: str) -> None:
    await stage.reaches(stage.lea, step)
    before = stage.last(stage.lea)
    await stage.taps(stage.lea, "Retour")
    assert stage.last(stage.lea) != before
    again = {
        steps.CONSENT: "Commencer",
        steps.STATISTICS: "J'accepte",
        steps.QUESTION + "link": "Non merci",
        steps.QUESTION + "protection": "Continuer",
    }
    await stage.taps(stage.lea, again[step])
    assert stage.last(stage.lea) == before


@pytest.mark.parametrize("step", [steps.CONSENT, steps.QUESTION + "hopes", steps.SUMMARY])
async def test_pause_and_status_at_any_step_lose_nothing(
    stage: Stage, lea: Person, step: str
) -> None:
    await stage.reaches(lea, step)
    screen = stage.last(lea)
    await stage.says(lea, "/statut")
    assert stage.is_told(lea, "screening.status.draft")
    await stage.says(lea, "/annuler")
    assert stage.is_told(lea, "screening.paused")
    await stage.chooses(lea, "screening.buttons.resume")
    assert stage.last(lea) == screen


async def test_a_draft_survives_a_restart_and_days(stage: Stage, lea: Person) -> None:
    await stage.reaches(lea, steps.QUESTION + "protection")
    screen = stage.last(lea)
    await stage.restart()
    await stage.wait(days=5)
    await stage.starts(lea)
    assert stage.last(lea) == screen
    await stage.answers(lea, stage.questions(lea)[2])
    await stage.chooses(lea, "screening.buttons.accept_code")
    await stage.chooses(lea, "screening.buttons.send")
    assert stage.story(lea, "link") in stage.card().text


async def test_one_screen_stands_the_last(stage: Stage, lea: Person) -> None:
    await stage.sends(lea)
    said = [m for m in stage.world.seen(lea) if m.sender is stage.world.bot]
    assert len(said) == 1
