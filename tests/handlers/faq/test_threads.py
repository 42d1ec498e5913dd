"""A question handed to a person: unsigned both ways, followed up, never lost."""

from __future__ import annotations

from pathlib import Path

from bot.simulator.models import Message, Person
from tests.handlers.faq.asker import Asker
from tests.stage import plain


def card(stage: Asker, words: str) -> Message:
    """Return the newest card in the moderators' chat that holds these words."""
    return stage.said_to_team(words)[-1]


async def test_from_the_question_to_the_answer_and_on(stage: Asker, lea: Person) -> None:
    question = await stage.hands_over(lea)
    assert stage.is_told(lea, "faq.thread.handed_over")
    asked = card(stage, question)
    assert "Q-1" in asked.text
    assert "Léa" not in asked.text
    assert "Tremblay" not in asked.text

    await stage.replies(stage.marc, "Oui, le <b>mardi</b>.", asked, stage.team)
    assert stage.is_told(lea, "faq.thread.from_person", answer="Oui, le <b>mardi</b>.")
    assert "Marc" not in stage.last(lea)
    assert "Q-1" in stage.last(stage.marc, stage.team)

    await stage.replies(lea, "Et à quelle heure?", stage.world.seen(lea)[-1])
    assert stage.is_told(lea, "faq.thread.added")
    more = card(stage, "Et à quelle heure?")
    assert "Q-1" in more.text

    await stage.replies(stage.odile, "À 19 h.", more, stage.team)
    assert "À 19 h." in stage.last(lea)
    await stage.chooses(lea, "faq.buttons.add")
    await stage.replies(lea, "Merci!", stage.world.seen(lea)[-1])
    assert card(stage, "Merci!")
    [row] = await stage.rows("SELECT COUNT(*) AS n FROM faq_threads")
    assert row["n"] == 1


async def test_settled_then_opened_again(stage: Asker, lea: Person) -> None:
    question = await stage.hands_over(lea)
    await stage.replies(stage.marc, "Voilà.", card(stage, question), stage.team)
    answer = stage.world.seen(lea)[-1]
    await stage.chooses(lea, "faq.buttons.settled")
    assert stage.is_told(lea, "faq.thread.settled")
    await stage.replies(lea, "Encore une chose…", answer)
    assert "Q-1" in card(stage, "Encore une chose…").text


async def test_settled_twice_is_said_to_be_settled(stage: Asker, lea: Person) -> None:
    await stage.hands_over(lea)
    await stage.replies(stage.marc, "Courage.", stage.said_to_team("❓")[-1], stage.team)
    await stage.chooses(lea, "faq.buttons.settled")
    said = len(stage.world.said(lea))
    await stage.chooses(lea, "faq.buttons.settled")
    assert stage.toast(lea) == stage.label(lea, "faq.toasts.judged")
    assert len(stage.world.said(lea)) == said


async def test_a_second_tap_sends_nothing_twice(stage: Asker, lea: Person) -> None:
    question = await stage.hands_over(lea)
    await stage.chooses(lea, "faq.buttons.person")
    assert stage.toast(lea) == stage.label(lea, "faq.toasts.judged")
    assert len(stage.said_to_team(question)) == 1


async def test_a_new_question_joins_the_open_conversation(stage: Asker, lea: Person) -> None:
    first = await stage.hands_over(lea)
    await stage.says(lea, f"{first}, 2")
    await stage.chooses(lea, "faq.buttons.person")
    assert stage.is_told(lea, "faq.thread.added")
    assert "Q-1" in card(stage, f"{first}, 2").text


async def test_what_is_no_text_or_too_long_is_asked_again(stage: Asker, lea: Person) -> None:
    await stage.says(lea, "/faq")
    await stage.chooses(lea, "faq.buttons.person")
    stage.world.send(lea, None, "voice", reply_to=stage.world.seen(lea)[-1])
    await stage.settle()
    assert stage.is_told(lea, "faq.thread.text_only")
    await stage.replies(lea, "très long " * 200, stage.world.seen(lea)[-1])
    assert stage.is_told(lea, "faq.thread.too_long", most=1500)
    await stage.replies(lea, "En bref : quand?", stage.world.seen(lea)[-1])
    assert card(stage, "En bref : quand?")


async def test_words_of_distress_bring_help_and_are_marked(stage: Asker, lea: Person) -> None:
    await stage.says(lea, "/faq")
    await stage.chooses(lea, "faq.buttons.person")
    cry = {"fr": "Je veux mourir.", "en": "I want to die."}[stage.language(lea)]
    await stage.replies(lea, cry, stage.world.seen(lea)[-1])
    assert any("APPELLE" in text for text in stage.world.said(lea))
    told = plain(stage.content.words("fr").text("faq.card.distress"))
    assert told in card(stage, cry).text


async def test_a_moderator_whose_answer_cannot_be_passed_on_is_told(
    stage: Asker, lea: Person
) -> None:
    asked = card(stage, await stage.hands_over(lea))
    stage.world.send(stage.marc, stage.team, "photo", reply_to=asked)
    await stage.settle()
    words = stage.content.words("fr")
    assert stage.last(stage.marc, stage.team) == words.label("faq.card.text_only")
    await stage.replies(stage.marc, "mot " * 1000, asked, stage.team)
    assert stage.last(stage.marc, stage.team) == words.label("faq.card.too_long", most=3000)
    stage.world.block_bot(lea)
    stage.world.updates.clear()
    await stage.replies(stage.marc, "Voilà.", asked, stage.team)
    unreachable = words.label("faq.card.unreachable", reference="Q-1")
    assert unreachable in stage.world.said(stage.marc, stage.team)


async def test_without_an_answer_it_is_shown_again_every_two_days(
    stage: Asker, lea: Person
) -> None:
    question = await stage.hands_over(lea)
    await stage.wait(hours=47)
    assert len(stage.said_to_team(question)) == 1
    await stage.wait(hours=2)
    assert len(stage.said_to_team(question)) == 2
    assert stage.is_told(lea, "faq.thread.delayed")
    await stage.wait(hours=49)
    assert len(stage.said_to_team(question)) == 3
    assert (
        len([t for t in stage.world.said(lea) if stage.label(lea, "faq.thread.delayed") in t]) == 1
    )
    for _ in range(8):
        await stage.wait(hours=49)
    [row] = await stage.rows("SELECT closed_at FROM faq_threads")
    assert row["closed_at"] is None  # it waits for weeks rather than being lost
    await stage.replies(stage.marc, "Pardon du retard.", card(stage, question), stage.team)
    assert "Pardon du retard." in stage.last(lea)
    shown = len(stage.said_to_team(question))
    await stage.wait(hours=49)
    assert len(stage.said_to_team(question)) == shown


async def test_fourteen_silent_days_close_it_and_thirty_more_destroy_it(
    stage: Asker, lea: Person
) -> None:
    question = await stage.hands_over(lea)
    await stage.replies(stage.marc, "Voilà.", card(stage, question), stage.team)
    await stage.wait(days=13)
    assert [r["closed_at"] for r in await stage.rows("SELECT closed_at FROM faq_threads")] == [None]
    await stage.wait(days=2)
    [row] = await stage.rows("SELECT closed_at FROM faq_threads")
    assert row["closed_at"] is not None
    await stage.wait(days=32)
    await stage.wait(days=1)
    assert await stage.rows("SELECT id FROM faq_threads") == []
    assert await stage.rows("SELECT id FROM faq_thread_texts") == []


async def test_a_moderator_closes_what_wants_no_answer(stage: Asker, lea: Person) -> None:
    question = await stage.hands_over(lea)
    await stage.taps(stage.marc, "Clore", stage.team)
    assert "Marc" in stage.last(stage.marc, stage.team)
    await stage.wait(hours=49)
    assert len(stage.said_to_team(question)) == 1
    stage.world.press_data(lea, stage.world.seen(lea)[-1], "faq.close:1")
    await stage.settle()
    assert stage.toast(lea) == stage.label(lea, "common.toasts.not_yours")


async def test_what_was_closed_by_mistake_waits_again(stage: Asker, lea: Person) -> None:
    question = await stage.hands_over(lea)
    await stage.taps(stage.marc, "Clore", stage.team)
    await stage.taps(stage.odile, "Annuler", stage.team)
    await stage.wait(hours=49)
    assert len(stage.said_to_team(question)) == 2
    await stage.replies(stage.marc, "Voici.", stage.said_to_team(question)[-1], stage.team)
    assert "Voici." in stage.last(lea)
    await stage.taps(stage.marc, "Clore", stage.team)
    await stage.taps(stage.odile, "Annuler", stage.team)
    assert "déjà réglé" in stage.toast(stage.odile), "nothing waits for an answer"


async def test_a_question_shown_again_is_taken_back_everywhere(stage: Asker, lea: Person) -> None:
    question = await stage.hands_over(lea)
    await stage.wait(hours=49)
    assert len(stage.said_to_team(question)) == 2
    await stage.chooses(lea, "faq.buttons.retract")
    assert not stage.said_to_team(question)


async def test_a_question_is_taken_back_before_anyone_answers(stage: Asker, lea: Person) -> None:
    question = await stage.hands_over(lea)
    card = stage.said_to_team(question)[-1]
    await stage.chooses(lea, "faq.buttons.retract")
    assert stage.is_told(lea, "faq.thread.retracted")
    assert not stage.said_to_team(question)
    assert await stage.rows("SELECT text FROM faq_thread_texts") == []
    await stage.replies(stage.marc, "Trop tard?", card, stage.team)
    assert "n'existe plus" in stage.last(stage.marc, stage.team)
    assert "Trop tard?" not in stage.last(lea)
    await stage.wait(hours=49)
    assert not stage.said_to_team(question)


async def test_a_question_closed_without_an_answer_is_still_taken_back(
    stage: Asker, lea: Person
) -> None:
    question = await stage.hands_over(lea)
    await stage.taps(stage.marc, "Clore", stage.team)
    await stage.chooses(lea, "faq.buttons.retract")
    assert stage.is_told(lea, "faq.thread.retracted")
    assert not stage.said_to_team(question)
    assert await stage.rows("SELECT text FROM faq_thread_texts") == []
    await stage.taps(stage.odile, "Annuler", stage.team)
    assert "déjà réglé" in stage.toast(stage.odile), "nothing is left to open again"


async def test_a_question_that_was_answered_is_not_taken_back(stage: Asker, lea: Person) -> None:
    question = await stage.hands_over(lea)
    await stage.replies(stage.marc, "Voici.", stage.said_to_team(question)[-1], stage.team)
    await stage.chooses(lea, "faq.buttons.retract")
    assert stage.toast(lea) == stage.label(lea, "faq.toasts.answered_already")
    assert stage.said_to_team(question)


async def test_a_second_answer_says_that_one_had_left(stage: Asker, lea: Person) -> None:
    card = stage.said_to_team(await stage.hands_over(lea))[-1]
    await stage.replies(stage.marc, "Voici.", card, stage.team)
    assert "déjà" not in stage.last(stage.marc, stage.team)
    await stage.replies(stage.odile, "Voici aussi.", card, stage.team)
    assert "déjà" in stage.last(stage.marc, stage.team)
    assert "Voici aussi." in stage.last(lea)


async def test_nobody_touches_anothers_conversation(stage: Asker, lea: Person) -> None:
    await stage.hands_over(lea)
    sam = stage.world.add_person("Sam")
    await stage.says(sam, "/faq")
    for data in ("faq.more:1", "faq.settled:1", "faq.retract:1"):
        stage.world.press_data(sam, stage.world.seen(sam)[-1], data)
        await stage.settle()
        assert stage.toast(sam) == stage.label(sam, "faq.toasts.forgotten")


async def test_what_was_said_survives_a_restart_and_is_sealed(stage: Asker, lea: Person) -> None:
    question = await stage.hands_over(lea)
    await stage.restart()
    await stage.replies(stage.marc, "Voilà.", card(stage, question), stage.team)
    assert "Voilà." in stage.last(lea)
    rows = await stage.rows("SELECT text FROM faq_thread_texts")
    assert all(question.encode() not in row["text"] for row in rows)


async def test_what_waited_for_the_moderators_chat_is_shown_there_once_linked(
    tmp_path: Path,
) -> None:
    stage = Asker(tmp_path, moderators_chat_id=None, group_chat_id=None)
    await stage.open()
    try:
        question = await stage.hands_over(stage.lea)
        assert stage.said_to_team(question) == []
        stage.settings = {}
        await stage.restart()
        [shown] = stage.said_to_team(question)
        await stage.restart()
        assert len(stage.said_to_team(question)) == 1
        await stage.replies(stage.marc, "Voilà.", shown, stage.team)
        assert "Voilà." in stage.last(stage.lea)
    finally:
        await stage.close()
