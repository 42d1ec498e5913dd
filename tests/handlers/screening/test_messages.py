"""Whatever an applicant writes: nothing is lost, and they learn what to do."""

from __future__ import annotations

import pytest

from bot.simulator.contents import MAKERS
from bot.simulator.faults import Fault
from bot.simulator.models import Message, Person
from bot.storage import screening
from moderation.screening import steps
from tests.stage import Stage, plain

HOPES = steps.QUESTION + "hopes"


async def kept(stage: Stage, person: Person, question: str = "hopes") -> str:
    """Return the words noted so far, as the screen shows them."""
    tx = stage.bot.db.reading()
    file = await screening.latest(tx, person.id)
    assert file is not None
    found = (await screening.answers(tx, file.id)).get(question)
    return found.text if found else ""


def screens(stage: Stage, person: Person) -> list[Message]:
    """Return the messages that still bear the buttons of a step."""
    back = stage.label(person, "common.buttons.back")
    return [m for m in stage.world.seen(person) if back in m.labels]


async def test_what_is_no_text_is_answered_and_costs_nothing(stage: Stage) -> None:
    await stage.reaches(stage.lea, HOPES)
    await stage.says(stage.lea, "Ne plus être seule, et comprendre.")
    for kind in MAKERS:
        await stage.says(stage.lea, "Oui.")
        assert not stage.is_told(stage.lea, "screening.notes.text_only")
        stage.world.send(stage.lea, None, kind)
        await stage.settle()
        assert stage.is_told(stage.lea, "screening.notes.text_only"), kind
        assert "Ne plus être seule, et comprendre." in stage.last(stage.lea)
        assert len(screens(stage, stage.lea)) == 1


async def test_a_photo_with_words_is_answered_too(stage: Stage, lea: Person) -> None:
    await stage.reaches(lea, HOPES)
    stage.world.send(lea, None, "photo", caption="Me, last summer")
    await stage.settle()
    assert stage.is_told(lea, "screening.notes.text_only")
    assert await kept(stage, lea) == ""


async def test_too_short_is_noted_and_asks_for_a_little_more(stage: Stage, lea: Person) -> None:
    await stage.reaches(lea, HOPES)
    await stage.says(lea, "De l'écoute.")
    assert stage.is_told(lea, "screening.notes.too_short", least=30, most=800)
    assert "De l'écoute." in stage.last(lea)
    assert stage.label(lea, "common.buttons.next") not in screens(stage, lea)[-1].labels
    await stage.says(lea, "Et des idées pour tenir bon.")
    assert await kept(stage, lea) == "De l'écoute.\nEt des idées pour tenir bon."
    assert stage.label(lea, "common.buttons.next") in screens(stage, lea)[-1].labels


async def test_a_wall_of_text_is_not_added_and_what_was_noted_stays(
    stage: Stage, lea: Person
) -> None:
    await stage.reaches(lea, HOPES)
    await stage.says(lea, "Trouver des gens qui comprennent ce que c'est.")
    await stage.says(lea, "Je raconte. " * 340)
    assert stage.is_told(lea, "screening.notes.too_long", least=30, most=800)
    assert await kept(stage, lea) == "Trouver des gens qui comprennent ce que c'est."


async def test_a_screen_goes_only_once_the_next_one_is_there(stage: Stage) -> None:
    await stage.reaches(stage.lea, HOPES)
    [former] = screens(stage, stage.lea)
    stage.api.faults.add(Fault("sendMessage", "500", times=5))
    await stage.says(stage.lea, "Je voudrais parler à quelqu'un.")
    await stage.wait(minutes=10)
    assert screens(stage, stage.lea) == [former]
    await stage.says(stage.lea, "Merci d'être là.")
    assert "Je voudrais parler à quelqu'un.\nMerci d'être là." in stage.last(stage.lea)
    assert len(screens(stage, stage.lea)) == 1
    assert former.deleted


async def test_an_answer_fits_to_the_last_character(stage: Stage) -> None:
    await stage.reaches(stage.lea, HOPES)
    await stage.says(stage.lea, "é" * 801)
    assert await kept(stage, stage.lea) == ""
    await stage.says(stage.lea, "é" * 800)
    assert await kept(stage, stage.lea) == "é" * 800
    await stage.says(stage.lea, "!")
    assert await kept(stage, stage.lea) == "é" * 800


async def test_several_short_messages_make_one_answer_and_one_screen(
    stage: Stage, lea: Person
) -> None:
    await stage.reaches(lea, HOPES)
    for words in ("Bonsoir", "je voudrais", "parler à quelqu'un", "qui comprend"):
        stage.world.write(lea, None, words)
    await stage.settle()
    assert await kept(stage, lea) == "Bonsoir\nje voudrais\nparler à quelqu'un\nqui comprend"
    assert len(screens(stage, lea)) == 1
    assert stage.world.seen(lea)[-1] is screens(stage, lea)[0]


async def test_an_edit_of_an_earlier_message_changes_nothing_and_says_so(
    stage: Stage, lea: Person
) -> None:
    await stage.reaches(lea, HOPES)
    message = stage.world.write(lea, None, "Une oreille amie, et un peu de répit.")
    await stage.settle()
    stage.world.edit(lea, message, "Rien.")
    await stage.settle()
    assert stage.is_told(lea, "screening.notes.edited")
    assert await kept(stage, lea) == "Une oreille amie, et un peu de répit."


async def test_an_edit_after_sending_is_answered_too(stage: Stage, lea: Person) -> None:
    await stage.applies(lea)
    message = next(m for m in stage.world.seen(lea) if m.text == stage.story(lea, "hopes"))
    await stage.chooses(lea, "screening.buttons.send")
    stage.world.edit(lea, message, "Autre chose.")
    await stage.settle()
    assert stage.is_told(lea, "screening.notes.edited_later")
    assert "Autre chose." not in stage.card().text


async def test_a_command_in_the_middle_is_answered_and_loses_nothing(
    stage: Stage, lea: Person
) -> None:
    await stage.reaches(lea, HOPES)
    await stage.says(lea, "Du soutien, surtout le soir.")
    await stage.says(lea, "/vente")
    assert stage.is_told(lea, "screening.notes.unknown_command")
    await stage.says(lea, "/start")
    assert "Du soutien, surtout le soir." in stage.last(lea)
    await stage.says(lea, "/file")  # a moderators' command, from somebody who is none
    assert stage.is_told(lea, "screening.notes.unknown_command")
    assert await kept(stage, lea) == "Du soutien, surtout le soir."


@pytest.mark.parametrize("step", [steps.WELCOME, steps.CONSENT, steps.CODE, steps.SUMMARY])
async def test_words_where_a_button_is_awaited(stage: Stage, lea: Person, step: str) -> None:
    await stage.reaches(lea, step)
    await stage.says(lea, "Bonjour?")
    assert stage.is_told(lea, "screening.notes.use_buttons")


@pytest.mark.parametrize("question", ["link", "protection"])
async def test_words_before_the_button_of_a_question(
    stage: Stage, lea: Person, question: str
) -> None:
    await stage.reaches(lea, steps.QUESTION + question)
    await stage.says(lea, "Je suis une mère qui attend depuis deux ans.")
    assert stage.is_told(lea, "screening.notes.button_first")
    assert await kept(stage, lea, question) == ""


async def test_after_sending_words_reach_the_card_and_what_is_no_text_is_answered(
    stage: Stage, lea: Person
) -> None:
    await stage.sends(lea)
    await stage.says(lea, "J'ai oublié : j'ai deux enfants.")
    assert stage.is_told(lea, "screening.detail_received")
    assert "Ajouté par la personne\nJ'ai oublié : j'ai deux enfants." in stage.card().text
    news = "💬 D-1 : la personne a ajouté quelques mots, ils sont sur la fiche."
    assert stage.world.said(stage.marc, stage.team).count(news) == 1
    await stage.says(lea, "Merci!")
    assert "j'ai deux enfants.\nMerci!" in stage.card().text
    assert stage.world.said(stage.marc, stage.team).count(news) == 1
    stage.world.send(lea, None, "voice")
    await stage.settle()
    assert stage.is_told(lea, "screening.notes.text_only")


async def test_added_words_that_are_too_long_leave_the_card_as_it_was(
    stage: Stage, lea: Person
) -> None:
    await stage.sends(lea)
    before = stage.card().text
    await stage.says(lea, "é" * 501)
    assert stage.is_told(lea, "screening.notes.too_long", least=1, most=500)
    for label in ("card.buttons.take", "card.buttons.release"):
        await stage.taps(stage.marc, stage.label(stage.marc, label), stage.team)
    assert stage.card().text == before
    await stage.says(lea, "é" * 500)
    assert "é" * 500 in stage.card().text


@pytest.mark.parametrize("words", ["Hm?", "/vente", "/file", "/start"])
async def test_before_any_request_every_word_shows_the_way(
    stage: Stage, lea: Person, words: str
) -> None:
    await stage.says(lea, words)
    await stage.chooses(lea, "screening.buttons.ask_to_join")
    assert stage.label(lea, "screening.buttons.begin") in stage.world.seen(lea)[-1].labels


# Distress

CRY = {"fr": "J'en peux plus, je veux mourir.", "en": "I can't go on, I want to die."}


async def test_distress_in_an_answer_brings_help_at_once_and_the_answer_counts(
    stage: Stage, lea: Person
) -> None:
    await stage.reaches(lea, HOPES)
    cry = CRY[stage.words(lea).language]
    await stage.says(lea, cry)
    said = stage.world.said(lea)
    assert plain(stage.words(lea).text("members.you_matter")) in said[-3]
    assert "APPELLE" in said[-2]
    assert stage.is_told(lea, "screening.notes.no_hurry")
    assert await kept(stage, lea) == cry
    await stage.says(lea, stage.story(lea, "hopes"))
    await stage.chooses(lea, "common.buttons.next")
    await stage.answers(lea, stage.questions(lea)[2])
    await stage.chooses(lea, "screening.buttons.accept_code")
    await stage.chooses(lea, "screening.buttons.send")
    assert [row["flagged"] for row in await stage.rows("SELECT flagged FROM applications")] == [0]
    adequate = stage.content.words("fr").text("review.recommendations.adequate")
    assert adequate in stage.card().text


async def test_distress_is_heard_before_during_and_after(stage: Stage, lea: Person) -> None:
    cry = CRY[stage.words(lea).language]
    await stage.says(lea, cry)
    assert sum("APPELLE" in text for text in stage.world.said(lea)) == 1
    await stage.applies(lea)
    await stage.says(lea, cry)
    assert sum("APPELLE" in text for text in stage.world.said(lea)) == 2
    await stage.chooses(lea, "screening.buttons.send")
    await stage.says(lea, cry)
    assert sum("APPELLE" in text for text in stage.world.said(lea)) == 3


async def test_distress_is_heard_in_an_edit_and_in_a_caption(stage: Stage, lea: Person) -> None:
    await stage.reaches(lea, HOPES)
    message = stage.world.write(lea, None, "Je ne sais pas.")
    await stage.settle()
    stage.world.edit(lea, message, CRY[stage.words(lea).language])
    await stage.settle()
    assert sum("APPELLE" in text for text in stage.world.said(lea)) == 1
    stage.world.send(lea, None, "photo", caption=CRY[stage.words(lea).language])
    await stage.settle()
    assert sum("APPELLE" in text for text in stage.world.said(lea)) == 2


async def test_help_is_one_tap_away_on_every_screen(stage: Stage, lea: Person) -> None:
    help_label = stage.label(lea, "common.buttons.help")
    await stage.says(lea, "/start")
    assert help_label in stage.world.seen(lea)[-1].labels
    await stage.chooses(lea, "common.buttons.help")
    assert "APPELLE" in stage.last(lea)
    screens_seen = []
    settle = stage.settle

    async def settle_and_look() -> None:
        await settle()
        screens_seen.append(stage.world.seen(lea)[-1].labels)

    stage.settle = settle_and_look  # type: ignore[method-assign]
    await stage.sends(lea, statistics=True)
    assert len(screens_seen) > 12
    assert all(help_label in labels for labels in screens_seen)
    await stage.says(lea, "/aide")
    assert "APPELLE" in stage.last(lea)
