"""A moderator asks for a detail: unsigned there, and back on the card."""

from __future__ import annotations

from bot.delivery.sender import TRIES_WHEN_UNSURE
from bot.simulator.faults import Fault
from moderation.screening.decisions import Status
from tests.handlers.screening.desk import Desk


async def test_a_question_is_relayed_unsigned_and_the_answer_lands_on_the_card(desk: Desk) -> None:
    file = await desk.sees(desk.lea)
    await desk.asks(desk.marc, file, "Depuis quand <ne> le voyez-vous plus?")
    told = desk.last(desk.lea)
    assert "Depuis quand <ne> le voyez-vous plus?" in told
    assert "Marc" not in told
    assert desk.said_of("Question transmise, sans signature")
    assert desk.said_of("répondez à ce message") == []
    assert "Pas encore de réponse." in desk.card_of(file).text

    await desk.says(desk.lea, "Depuis un an & demi.")
    assert "Réponse\nDepuis un an & demi." in desk.card_of(file).text
    [news] = desk.said_of("la précision est arrivée")
    assert "demi" not in news.text
    await desk.press(desk.odile, "Accepter", file)
    assert "demi" not in desk.team_reads()
    assert desk.said_of("la précision est arrivée") == []


async def test_several_messages_make_one_answer_announced_once(desk: Desk) -> None:
    file = await desk.sees(desk.lea)
    await desk.asks(desk.marc, file, "Depuis quand?")
    await desk.says(desk.lea, "Depuis un an.")
    await desk.wait(minutes=50)
    await desk.says(desk.lea, "Enfin, treize mois.")
    assert "Depuis un an.\nEnfin, treize mois." in desk.card_of(file).text
    assert len(desk.said_of("la précision est arrivée")) == 1


async def test_a_second_question_keeps_the_first_exchange_on_the_card(desk: Desk) -> None:
    file = await desk.sees(desk.lea)
    await desk.asks(desk.marc, file, "Depuis quand?")
    await desk.says(desk.lea, "Depuis un an.")
    await desk.asks(desk.odile, file, "Qui vous soutient?")
    text = desk.card_of(file).text
    assert "Depuis quand?\nRéponse\nDepuis un an." in text
    assert "Qui vous soutient?\nPas encore de réponse." in text


async def test_only_words_are_relayed_and_not_too_many(desk: Desk) -> None:
    file = await desk.sees(desk.lea)
    await desk.press(desk.marc, "précision", file)
    await desk.replies(desk.marc, "Pourquoi? " * 31)
    [prompt] = desk.said_of("répondez à ce message")
    assert "dépasse 300 caractères" in prompt.text
    desk.world.send(desk.marc, desk.team, "voice", reply_to=prompt)
    await desk.settle()
    [prompt] = desk.said_of("répondez à ce message")
    assert "Je ne transmets que du texte" in prompt.text
    assert "précision" not in desk.last(desk.lea)
    await desk.replies(desk.marc, "Depuis quand?")
    assert "Depuis quand?" in desk.last(desk.lea)


async def test_asking_twice_leaves_one_prompt(desk: Desk) -> None:
    file = await desk.sees(desk.lea)
    await desk.press(desk.marc, "précision", file)
    await desk.press(desk.marc, "précision", file)
    [prompt] = desk.said_of("répondez à ce message")
    await desk.says(desk.marc, "Depuis quand?", desk.team, reply_to=prompt)
    assert "Depuis quand?" in desk.last(desk.lea)


async def test_the_prompt_speaks_to_who_pressed_and_survives_a_restart(desk: Desk) -> None:
    file = await desk.sees(desk.lea)
    await desk.press(desk.marc, "précision", file)
    await desk.restart()
    prompt = desk.said_of("répondez à ce message")[-1]
    assert prompt.text.startswith("Marc, ")
    sent = [p for p in desk.api.made("sendMessage") if "répondez à ce message" in p["text"]]
    assert [p["reply_markup"] for p in sent] == [{"force_reply": True, "selective": True}]
    await desk.replies(desk.marc, "Depuis quand?")
    await desk.restart()
    await desk.says(desk.lea, "Depuis un an.")
    assert "Depuis un an." in desk.card_of(file).text


async def test_a_question_after_the_decision_does_not_leave(desk: Desk) -> None:
    file = await desk.sees(desk.lea)
    await desk.press(desk.marc, "précision", file)
    await desk.press(desk.odile, "Accepter", file)
    await desk.replies(desk.marc, "Depuis quand?")
    assert "déjà décidée : la question n'est pas partie" in desk.last(desk.marc, desk.team)
    assert "Depuis quand?" not in desk.last(desk.lea)


async def test_who_stepped_aside_asks_nothing(desk: Desk) -> None:
    file = await desk.sees(desk.lea)
    await desk.press(desk.marc, "précision", file)
    await desk.press(desk.marc, "je me récuse", file)
    await desk.replies(desk.marc, "Depuis quand?")
    assert "la question n'est pas partie" in desk.last(desk.marc, desk.team)
    assert "Depuis quand?" not in desk.last(desk.lea)


async def test_nothing_is_asked_of_who_cannot_be_written_to(desk: Desk) -> None:
    file = await desk.sees(desk.lea)
    desk.world.block_bot(desk.lea)
    await desk.settle()
    assert "On ne peut plus écrire à cette personne" in desk.card_of(file).text
    toast = await desk.press(desk.marc, "précision", file)
    assert toast == "On ne peut pas écrire à cette personne en ce moment."
    assert desk.said_of("répondez à ce message") == []


async def test_unanswered_for_7_days_the_file_returns(desk: Desk) -> None:
    file = await desk.sees(desk.lea)
    await desk.asks(desk.marc, file, "Depuis quand?")
    await desk.wait(days=1, hours=1)
    assert desk.said_of("⏰") == [], "the person has the floor: nobody hurries moderators"
    await desk.wait(days=6)
    assert desk.said_of("pas de réponse à la précision depuis 7 jours")
    assert (await desk.file(desk.lea)).status is Status.SENT
    await desk.wait(hours=24)
    assert desk.said_of("⏰ D-1")
    await desk.press(desk.marc, "Accepter", file)
    assert "votre demande est acceptée" in desk.last(desk.lea)


async def test_a_file_can_be_decided_without_waiting_for_the_detail(desk: Desk) -> None:
    file = await desk.sees(desk.lea)
    await desk.asks(desk.marc, file, "Depuis quand?")
    await desk.press(desk.odile, "Accepter", file)
    await desk.says(desk.lea, "Depuis un an.")
    assert "Depuis un an" not in desk.team_reads()
    await desk.wait(days=8)
    assert desk.said_of("pas de réponse") == []


async def test_ordinary_talk_in_the_moderators_chat_goes_nowhere(desk: Desk) -> None:
    file = await desk.sees(desk.lea)
    before = len(desk.world.said(desk.marc, desk.team))
    await desk.says(desk.marc, "Je la trouve touchante.", desk.team)
    card = desk.card_of(file)
    await desk.says(desk.marc, "D'accord avec toi.", desk.team, reply_to=card)
    assert len(desk.world.said(desk.marc, desk.team)) == before
    assert "touchante" not in desk.last(desk.lea)


async def test_a_reply_to_a_prompt_whose_arrival_is_not_known_is_still_relayed(desk: Desk) -> None:
    file = await desk.sees(desk.lea)
    desk.api.faults.add(Fault("sendMessage", "cut_after", times=TRIES_WHEN_UNSURE))
    await desk.press(desk.marc, "précision", file)
    assert await desk.rows("SELECT 1 FROM outbox WHERE state = 'uncertain'")

    prompt = desk.said_of("répondez")[0]
    await desk.says(desk.marc, "Depuis quand ne le voyez-vous plus?", desk.team, reply_to=prompt)

    assert "Depuis quand ne le voyez-vous plus?" in desk.last(desk.lea)
    assert "Pas encore de réponse." in desk.card_of(file).text
