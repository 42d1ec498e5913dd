"""What is no new question: a voice or a picture, thanks, a question corrected."""

from __future__ import annotations

import pytest

from bot.simulator.models import Person
from tests.handlers.faq.asker import KNOWN, NONSENSE, Asker

CRY = {"fr": "je veux mourir", "en": "I want to die"}
THANKS = {
    "fr": ("merci", "merci beaucoup, ça m'aide vraiment", "mille mercis!"),
    "en": ("thanks", "thank you so much, that really helps", "thx a lot"),
}


@pytest.mark.parametrize("kind", ["photo", "voice", "sticker", "document", "video_note", "contact"])
async def test_what_is_no_text_is_said_not_to_be_read(stage: Asker, lea: Person, kind: str) -> None:
    stage.world.send(lea, None, kind)
    await stage.settle()
    assert stage.is_told(lea, "faq.text_only")
    assert stage.world.seen(lea)[-1].labels == [
        stage.label(lea, "faq.buttons.person"),
        stage.label(lea, "common.buttons.help"),
    ]


async def test_words_under_a_picture_are_a_question(stage: Asker, lea: Person) -> None:
    stage.world.send(lea, None, "photo", caption=KNOWN[stage.language(lea)])
    await stage.settle()
    assert stage.answer(lea, "cafes") in stage.last(lea)


async def test_a_voice_during_a_request_belongs_to_the_request(stage: Asker, lea: Person) -> None:
    await stage.reaches(lea, "q:hopes")
    stage.world.send(lea, None, "voice")
    await stage.settle()
    assert not any(stage.label(lea, "faq.text_only")[:30] in text for text in stage.world.said(lea))


@pytest.mark.parametrize("which", [0, 1, 2])
async def test_who_thanks_is_not_told_i_do_not_know(stage: Asker, lea: Person, which: int) -> None:
    await stage.says(lea, THANKS[stage.language(lea)][which])
    assert stage.is_told(lea, "faq.thanked")
    await stage.says(stage.marc, "/questions", stage.team)
    assert "🔎" not in stage.last(stage.marc, stage.team)


@pytest.mark.parametrize(
    "text", ["merci de me dire comment tenir un journal", "merci, mais recette de crêpes?"]
)
async def test_a_question_that_thanks_is_a_question(stage: Asker, text: str) -> None:
    await stage.says(stage.lea, text)
    assert not stage.is_told(stage.lea, "faq.thanked")


async def test_a_question_corrected_is_answered_anew(stage: Asker, lea: Person) -> None:
    language = stage.language(lea)
    asked = stage.world.write(lea, None, NONSENSE[language])
    await stage.settle()
    stage.world.edit(lea, asked, KNOWN[language])
    await stage.settle()
    assert stage.answer(lea, "cafes") in stage.last(lea)


async def test_an_edit_that_changes_nothing_says_nothing(stage: Asker, lea: Person) -> None:
    asked = stage.world.write(lea, None, KNOWN[stage.language(lea)])
    await stage.settle()
    said = len(stage.world.said(lea))
    stage.world.edit(lea, asked, KNOWN[stage.language(lea)])
    await stage.settle()
    assert len(stage.world.said(lea)) == said


async def test_an_old_message_corrected_says_nothing(stage: Asker, lea: Person) -> None:
    asked = stage.world.write(lea, None, NONSENSE[stage.language(lea)])
    await stage.settle()
    await stage.wait(hours=1)
    said = len(stage.world.said(lea))
    stage.world.edit(lea, asked, KNOWN[stage.language(lea)])
    await stage.settle()
    assert len(stage.world.said(lea)) == said


async def test_distress_in_a_correction_brings_the_card_first(stage: Asker, lea: Person) -> None:
    asked = stage.world.write(lea, None, NONSENSE[stage.language(lea)])
    await stage.settle()
    before = len(stage.world.said(lea))
    stage.world.edit(lea, asked, CRY[stage.language(lea)])
    await stage.settle()
    assert "APPELLE" in stage.world.said(lea)[before + 1]


async def test_what_was_handed_over_is_not_changed_by_an_edit(stage: Asker, lea: Person) -> None:
    await stage.hands_over(lea)
    noted = stage.world.seen(lea)[-1]
    more = stage.world.write(lea, None, "encore un mot", reply_to=noted)
    await stage.settle()
    stage.world.edit(lea, more, "un autre mot")
    await stage.settle()
    assert stage.is_told(lea, "faq.thread.edited")
    assert not stage.said_to_team("un autre mot")
    await stage.replies(lea, "je voulais dire : un autre mot", stage.world.seen(lea)[-1])
    assert stage.said_to_team("je voulais dire : un autre mot")


@pytest.mark.parametrize(
    ("language", "call"),
    [
        *(("fr", text) for text in ("aide", "À l'aide!!", "au secours", "SOS", "aidez-moi svp")),
        *(("en", text) for text in ("help", "HELP ME", "sos", "help please", "I need help")),
    ],
)
async def test_a_call_for_help_brings_the_card(stage: Asker, language: str, call: str) -> None:
    stage.lea.language_code = language
    await stage.says(stage.lea, call)
    assert sum("APPELLE" in text for text in stage.world.said(stage.lea)) == 1


@pytest.mark.parametrize("text", ["aide juridique", "comment aider mon fils", "besoin d'un avocat"])
async def test_a_question_about_help_is_a_question(stage: Asker, text: str) -> None:
    await stage.says(stage.lea, text)
    assert not any("APPELLE" in said for said in stage.world.said(stage.lea))


@pytest.mark.parametrize("text", ["menu", "Retour", "test", "1", "start"])
async def test_who_looks_for_the_way_is_shown_the_topics(stage: Asker, text: str) -> None:
    await stage.says(stage.lea, text)
    assert stage.is_told(stage.lea, "faq.topics")
