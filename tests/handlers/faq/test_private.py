"""Asked in private: sure, half sure, unknown; in the language of the question."""

from __future__ import annotations

import pytest

from bot.simulator.models import Person
from content.search import Perhaps
from tests.handlers.faq.asker import KNOWN, NONSENSE, Asker

CRY = {"fr": "j'en peux plus, je veux mourir", "en": "I can't go on, I want to die"}


def half_sure(stage: Asker, language: str) -> str:
    """Return words of the content with which the search is half sure."""
    answers = stage.bot.application.community.answers
    for entry in stage.content.faq(language):
        for words in (entry.question.split(), *(p.split() for p in entry.phrasings)):
            text = " ".join(words[-2:])
            found = answers.ask(text, language, stage.clock.time.date())
            if found.language == language and isinstance(found.verdict, Perhaps):
                return text
    raise AssertionError("the search is never half sure")


async def test_a_question_is_answered_with_its_source_and_date(stage: Asker, lea: Person) -> None:
    await stage.says(lea, KNOWN[stage.language(lea)])
    said = stage.last(lea)
    assert stage.answer(lea, "cafes") in said
    assert "2017-2018" in said
    assert "2026" in said.splitlines()[-1]
    labels = stage.world.seen(lea)[-1].labels
    entries = {e.id: e for e in stage.content.faq(stage.language(lea))}
    assert {entries[id].question[:40] for id in entries["cafes"].related} <= {
        label[:40] for label in labels
    }
    assert stage.label(lea, "common.buttons.help") in labels


@pytest.mark.parametrize(("reads", "asks"), [("fr", "en"), ("en", "fr")])
async def test_the_language_of_the_question_decides(stage: Asker, reads: str, asks: str) -> None:
    stage.lea.language_code = reads
    await stage.says(stage.lea, KNOWN[asks])
    assert (
        stage.content.words(asks).label("faq.buttons.useful")
        in stage.world.seen(stage.lea)[-1].labels
    )


async def test_a_related_question_is_one_tap_away(stage: Asker, lea: Person) -> None:
    await stage.says(lea, KNOWN[stage.language(lea)])
    entries = {e.id: e for e in stage.content.faq(stage.language(lea))}
    await stage.taps(lea, entries["cafe-first"].question[:40])
    assert stage.answer(lea, "cafe-first") in stage.last(lea)


async def test_half_sure_offers_at_most_three_and_a_person(stage: Asker, lea: Person) -> None:
    await stage.says(lea, half_sure(stage, stage.language(lea)))
    assert stage.is_told(lea, "faq.perhaps")
    offered = stage.world.seen(lea)[-1].labels
    assert 1 <= len(offered) - 2 <= 3
    assert stage.label(lea, "faq.buttons.person") in offered
    await stage.taps(lea, offered[0])
    shown = [
        e for e in stage.content.faq(stage.language(lea)) if e.question[:40] == offered[0][:40]
    ]
    assert stage.answer(lea, shown[0].id) in stage.last(lea)


async def test_what_is_not_known_is_said_not_to_be(stage: Asker, lea: Person) -> None:
    await stage.says(lea, NONSENSE[stage.language(lea)])
    assert stage.is_told(lea, "faq.unknown")
    labels = stage.world.seen(lea)[-1].labels
    assert stage.label(lea, "faq.buttons.person") in labels
    await stage.chooses(lea, "faq.buttons.all_topics")
    await stage.chooses(lea, "topics.buttons.organisation")
    entries = [e for e in stage.content.faq(stage.language(lea)) if "organisation" in e.topics]
    assert entries[0].question[:40] == stage.world.seen(lea)[-1].labels[0][:40]


async def test_who_tells_a_story_is_thanked_and_offered_what_comes_nearest(
    stage: Asker, lea: Person
) -> None:
    story = ", ".join([NONSENSE[stage.language(lea)]] * 4)
    await stage.says(lea, story)
    assert stage.is_told(lea, "faq.story")
    questions = {e.question[:40] for e in stage.content.faq(stage.language(lea))}
    offered = [label for label in stage.world.seen(lea)[-1].labels if label[:40] in questions]
    assert 1 <= len(offered) <= 2
    await stage.chooses(lea, "faq.buttons.person")
    assert stage.said_to_team(story)


async def test_a_topic_with_many_questions_has_pages(stage: Asker) -> None:
    topics = stage.content.topics("fr")
    crowded = max(topics, key=lambda t: sum(t in e.topics for e in stage.content.faq("fr")))
    await stage.says(stage.lea, "/faq")
    await stage.chooses(stage.lea, f"topics.buttons.{crowded}")
    first = stage.world.seen(stage.lea)[-1].labels
    await stage.chooses(stage.lea, "faq.buttons.more_questions")
    second = stage.world.seen(stage.lea)[-1].labels
    assert len(first) == 10
    assert set(first) & set(second) <= {
        stage.label(stage.lea, f"faq.buttons.{name}") for name in ("all_topics", "more_questions")
    }


async def test_a_stranger_may_ask_to_join_and_a_member_is_not_offered_to(
    stage: Asker, member: Person
) -> None:
    join = stage.label(stage.lea, "screening.buttons.ask_to_join")
    await stage.says(member, "bonjour à tous", stage.group)
    for person, offered in ((stage.lea, True), (member, False)):
        await stage.says(person, NONSENSE["fr"])
        assert (join in stage.world.seen(person)[-1].labels) is offered


async def test_a_moderator_learns_how_to_place_the_answer(stage: Asker, member: Person) -> None:
    for person, told in ((member, False), (stage.marc, True)):
        await stage.says(stage.marc, "bonjour", stage.team)
        await stage.says(person, KNOWN["fr"])
        assert ("/faq cafes" in stage.last(person)) is told


async def test_the_command_asks_too(stage: Asker, lea: Person) -> None:
    await stage.says(lea, f"/faq {KNOWN[stage.language(lea)]}")
    assert stage.answer(lea, "cafes") in stage.last(lea)


# Screening comes first


async def test_an_answer_to_the_questions_of_a_request_is_not_a_question(
    stage: Asker, lea: Person
) -> None:
    await stage.reaches(lea, "q:hopes")
    await stage.says(lea, KNOWN[stage.language(lea)])
    assert stage.answer(lea, "cafes") not in stage.last(lea)


async def test_who_waits_for_a_decision_can_ask(stage: Asker, lea: Person) -> None:
    await stage.sends(lea)
    await stage.says(lea, f"/faq {KNOWN[stage.language(lea)]}")
    assert stage.answer(lea, "cafes") in stage.last(lea)


# Distress first


async def test_distress_brings_the_card_before_any_answer(stage: Asker, lea: Person) -> None:
    await stage.says(lea, CRY[stage.language(lea)])
    said = stage.world.said(lea)
    assert stage.words(lea).label("members.you_matter")[:20] in said[0]
    assert "APPELLE" in said[1]
    assert len(said) == 3  # an answer, or the offer of a person, follows


async def test_distress_without_an_answer_is_not_told_i_do_not_know(
    stage: Asker, lea: Person
) -> None:
    cry = {"fr": "je veux mourir, crêpes sarrasin", "en": "I want to die, buckwheat pancakes"}
    await stage.says(lea, cry[stage.language(lea)])
    assert "APPELLE" in stage.world.said(lea)[1]
    assert not stage.is_told(lea, "faq.unknown")


async def test_nothing_is_guessed_after_a_cry(stage: Asker, lea: Person) -> None:
    cry = {
        "fr": "je veux mourir sans mon enfant",
        "en": "I want to kill myself, my lawyer left me",
    }
    await stage.says(lea, cry[stage.language(lea)])
    assert "APPELLE" in stage.world.said(lea)[1]
    assert not stage.is_told(lea, "faq.perhaps")
    assert stage.is_told(lea, "faq.after_cry")


# Six a minute


async def test_the_seventh_question_in_a_minute_waits_and_help_does_not(
    stage: Asker, lea: Person
) -> None:
    question = KNOWN[stage.language(lea)]
    for _ in range(7):
        stage.world.write(lea, None, question)
    await stage.settle()
    said = stage.world.said(lea)
    assert sum(stage.answer(lea, "cafes") in text for text in said) == 6
    assert stage.is_told(lea, "faq.too_fast")
    await stage.says(lea, "/aide")
    assert "APPELLE" in stage.last(lea)
    await stage.says(lea, CRY[stage.language(lea)])
    assert any("APPELLE" in text for text in stage.world.said(lea)[-3:])
    await stage.wait(minutes=2)
    await stage.says(lea, question)
    assert stage.answer(lea, "cafes") in stage.last(lea)


async def test_patience_is_asked_for_once(stage: Asker) -> None:
    for _ in range(12):
        stage.world.write(stage.lea, None, KNOWN["fr"])
    await stage.settle()
    wait = stage.label(stage.lea, "faq.too_fast")
    assert sum(wait in text for text in stage.world.said(stage.lea)) == 1


@pytest.mark.parametrize("greeting", ["bonjour", "bonsoir à vous", "👍", "😭😭😭", "?"])
async def test_who_asks_nothing_is_shown_the_topics(stage: Asker, greeting: str) -> None:
    await stage.says(stage.lea, greeting)
    assert stage.is_told(stage.lea, "faq.topics")
    await stage.says(stage.marc, "/questions", stage.team)
    assert "🔎" not in stage.last(stage.marc, stage.team)


@pytest.mark.parametrize(
    ("language", "question", "id"),
    [
        ("fr", "je suis plus capable", "crisis-now"),
        ("en", "i can't do this anymore", "crisis-now"),
        ("fr", "comment annuler ma présence au café", "cafes"),
        ("en", "how do i report somebody", "member-conflict"),
    ],
)
async def test_what_tired_people_write_has_its_answer(
    stage: Asker, language: str, question: str, id: str
) -> None:
    stage.lea.language_code = language
    await stage.says(stage.lea, question)
    assert stage.answer(stage.lea, id).split("\n")[0] in stage.last(stage.lea)


@pytest.mark.parametrize("id", ["write-child", "expertise"])
async def test_an_answer_is_given_by_its_name(stage: Asker, lea: Person, id: str) -> None:
    await stage.says(lea, f"/faq {id.upper()}")
    assert stage.answer(lea, id) in stage.last(lea)


async def test_who_wants_a_person_has_the_button_under_the_answer(
    stage: Asker, lea: Person
) -> None:
    await stage.says(lea, "/faq ask-person")
    await stage.chooses(lea, "faq.buttons.person")
    assert stage.is_told(lea, "faq.thread.prompt")
