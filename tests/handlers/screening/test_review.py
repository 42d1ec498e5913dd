"""The moderators read a card and decide: each button, each reason, as they live it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from bot.simulator.formatting import units
from content import Reason
from moderation.screening.decisions import Status
from tests.handlers.screening.desk import REPORTER, Desk
from tests.stage import CONTENT, plain

REASONS = CONTENT.reasons("fr")


async def test_the_card_says_who_asks_since_when_what_and_what_the_rules_saw(desk: Desk) -> None:
    desk.lea.first_name = "<b>Léa</b>\u202e"
    file = await desk.sees(desk.lea, hopes="Des <i>mots</i> & de l'écoute, le soir, entre parents.")
    card = desk.card_of(file)
    for words in (
        "D-1 · <b>Léa</b> Tremblay",
        "attend depuis lundi 23 novembre, 10 h",
        "Votre lien\nMère\nJe suis <b>Léa</b>",
        "Des <i>mots</i> & de l'écoute",
        "Oui, je m'y engage",
        "Suggestion : réponses adéquates",
    ):
        assert words in card.text
    assert card.labels == [
        "✅ Accepter",
        "❌ Refuser…",
        "💬 Demander une précision",
        "👤 Je m'en occupe",
        "🚪 Je connais la personne : je me récuse",
    ]
    assert not card.silent


async def test_findings_come_with_their_words_and_a_suggestion(desk: Desk) -> None:
    file = await desk.sees(desk.lea, hopes=REPORTER)
    text = desk.card_of(file).text
    assert "La personne parle d'un travail de journaliste : « Je suis journaliste »" in text
    assert "prudence, deux avis requis" in text
    assert "deux personnes différentes pour accepter; une seule suffit pour refuser" in text


async def test_the_longest_answers_in_emoji_fit_in_one_message(desk: Desk) -> None:
    long = {q.id: "🌧️😢 " * (q.max_length // 4) for q in CONTENT.screening("fr").questions}
    desk.lea.last_name = "É" * 60
    file = await desk.sees(desk.lea, **long)
    for question in ("Pourquoi? " * 30, "Et encore? " * 27):
        await desk.asks(desk.marc, file, question.strip())
        await desk.says(desk.lea, "😢" * 500)
    card = desk.card_of(file)
    assert units(card.text) <= 4096
    assert card.text.count("Précision demandée") == 2
    assert card.text.count("Réponse\n😢") == 2
    assert await desk.rows("SELECT method FROM outbox WHERE state = 'failed'") == []
    assert "✅ Accepter" in card.labels


async def test_one_tap_accepts_and_the_card_loses_the_answers(desk: Desk) -> None:
    file = await desk.sees(desk.lea)
    assert await desk.press(desk.marc, "Accepter", file) == (
        "Acceptée. Vous pouvez annuler pendant 10 minutes."
    )
    assert desk.card_of(file).text == (
        "✅ D-1 · Léa Tremblay\n"
        "Acceptée par Marc, lundi 23 novembre, 10 h. Pas encore dans le groupe."
    )
    assert "je ne vois plus mon enfant" not in desk.team_reads()
    assert "votre demande est acceptée" in desk.last(desk.lea)


async def test_two_at_the_same_instant_the_second_learns_who_decided(desk: Desk) -> None:
    file = await desk.sees(desk.lea)
    card = desk.card_of(file)
    desk.world.press(desk.marc, card, "✅ Accepter")
    desk.world.press(desk.odile, card, "✅ Accepter")
    await desk.settle()
    assert desk.toast(desk.odile) == "C'est déjà décidé, par Marc."
    assert len(desk.api.made("createChatInviteLink")) == 1
    assert (await desk.file(desk.lea)).decided_by == desk.marc.id


@pytest.mark.parametrize("reason", REASONS, ids=lambda r: r.id)
async def test_each_reason_tells_its_own_text(desk: Desk, reason: Reason) -> None:
    file = await desk.sees(desk.lea)
    heard = len(desk.world.said(desk.lea))
    await desk.press(desk.marc, "Refuser", file)
    assert desk.card_of(file).labels == [r.label for r in REASONS] + ["← Retour"]
    toast = await desk.press(desk.marc, reason.label, file)
    assert toast == "Refusée. Vous pouvez annuler pendant 10 minutes."
    told = desk.world.said(desk.lea)[heard:]
    if reason.silent:
        assert told == []
    else:
        assert told[0].startswith(plain(reason.text))
    assert f"Raison : {reason.label}" in desk.card_of(file).text
    assert "je ne vois plus mon enfant" not in desk.team_reads()


async def test_a_refusal_tells_from_when_one_may_ask_again(desk: Desk) -> None:
    file = await desk.sees(desk.lea)
    await desk.press(desk.marc, "Refuser", file)
    await desk.press(desk.marc, "Protection des membres", file)
    date = "à partir du samedi 22 mai 2027"
    assert date in desk.last(desk.lea)
    await desk.says(desk.lea, "/statut")
    assert date in desk.last(desk.lea)


async def test_back_from_the_reasons_decides_nothing(desk: Desk) -> None:
    file = await desk.sees(desk.lea)
    await desk.press(desk.marc, "Refuser", file)
    await desk.press(desk.marc, "Retour", file)
    assert "✅ Accepter" in desk.card_of(file).labels
    assert (await desk.file(desk.lea)).status is Status.SENT


async def test_each_reads_their_own_language(tmp_path: Path) -> None:
    desk = Desk(tmp_path, default_language="en")
    desk.lea.language_code = "en"
    paul = desk.world.add_person("Paul", language_code="fr")
    await desk.open()
    try:
        await desk.settle()
        await desk.sends(desk.lea)
        file = await desk.file(desk.lea)
        text = desk.card_of(file).text
        assert "waiting since Monday" in text
        assert "Suggestion: answers adequate" in text
        assert await desk.press(desk.marc, "Refuse", file) == ""
        toast = await desk.press(desk.marc, "Outside the group", file)
        assert toast == "Refusée. Vous pouvez annuler pendant 10 minutes.", "Marc reads French"
        assert "Thank you for taking the time" in desk.last(desk.lea)
        await desk.sends(paul)
        file = await desk.file(paul)
        await desk.press(desk.marc, "Refuse", file)
        await desk.press(desk.marc, "Outside the group", file)
        assert "Merci d'avoir pris le temps" in desk.last(paul)
    finally:
        await desk.close()


# Two people


async def test_a_flagged_file_takes_two_different_moderators(desk: Desk) -> None:
    file = await desk.sees(desk.lea, hopes=REPORTER)
    toast = await desk.press(desk.marc, "Accepter", file)
    assert toast == "Votre accord est noté. Il faut encore celui d'une autre personne."
    assert "☑️ Acceptée par Marc" in desk.card_of(file).text
    toast = await desk.press(desk.marc, "Accepter", file)
    assert toast == "Vous avez déjà accepté. Il faut l'accord d'une autre personne."
    assert (await desk.file(desk.lea)).status is Status.SENT

    await desk.restart()
    await desk.press(desk.odile, "Accepter", file)
    assert "Acceptée par Marc, Odile" in desk.card_of(file).text
    assert "votre demande est acceptée" in desk.last(desk.lea)


async def test_one_moderator_refuses_a_flagged_file(desk: Desk) -> None:
    file = await desk.sees(desk.lea, hopes=REPORTER)
    await desk.press(desk.marc, "Accepter", file)
    await desk.press(desk.odile, "Refuser", file)
    await desk.press(desk.odile, "Professionnel.le ou journaliste", file)
    assert (await desk.file(desk.lea)).status is Status.REFUSED


async def test_a_first_approval_can_be_taken_back_by_its_author_alone(desk: Desk) -> None:
    file = await desk.sees(desk.lea, hopes=REPORTER)
    await desk.press(desk.marc, "Accepter", file)
    toast = await desk.press(desk.odile, "Reprendre mon accord", file)
    assert "chaque personne reprend son propre accord" in toast
    assert await desk.press(desk.marc, "Reprendre mon accord", file) == "C'est annulé."
    await desk.press(desk.odile, "Accepter", file)
    assert (await desk.file(desk.lea)).status is Status.SENT


async def test_the_approval_of_who_was_put_out_of_the_moderation_no_longer_counts(
    desk: Desk,
) -> None:
    file = await desk.sees(desk.lea, hopes=REPORTER)
    await desk.press(desk.marc, "Accepter", file)
    desk.world.kick(desk.nadia, desk.team, desk.marc)
    await desk.settle()
    await desk.press(desk.odile, "Accepter", file)
    assert (await desk.file(desk.lea)).status is Status.SENT
    await desk.press(desk.nadia, "Accepter", file)
    assert (await desk.file(desk.lea)).status is Status.ACCEPTED


# Take, step aside


async def test_who_takes_a_file_is_shown_and_may_let_go(desk: Desk) -> None:
    file = await desk.sees(desk.lea)
    assert "vous vous en occupez" in await desk.press(desk.marc, "Je m'en occupe", file)
    assert "👤 Marc s'en occupe." in desk.card_of(file).text
    assert "vous vous en occupez" in await desk.press(desk.odile, "Prendre la suite", file)
    assert "👤 Odile s'en occupe." in desk.card_of(file).text
    assert "ne vous en occupez plus" in await desk.press(desk.odile, "ou laisser", file)
    assert "s'en occupe." not in desk.card_of(file).text


async def test_who_knows_the_person_steps_aside_and_decides_nothing(desk: Desk) -> None:
    file = await desk.sees(desk.lea)
    await desk.press(desk.marc, "Je m'en occupe", file)
    await desk.press(desk.marc, "je me récuse", file)
    text = desk.card_of(file).text
    assert "🚪 Se récuse : Marc." in text
    assert "Marc s'en occupe" not in text
    for label in ("Accepter", "Refuser", "précision", "Je m'en occupe"):
        toast = await desk.press(desk.marc, label, file)
        assert toast == "Vous avez choisi de ne pas décider de cette demande."
    await desk.press(desk.marc, "je me récuse", file)
    await desk.press(desk.marc, "Accepter", file)
    assert (await desk.file(desk.lea)).status is Status.ACCEPTED


async def test_stepping_aside_takes_back_an_approval(desk: Desk) -> None:
    file = await desk.sees(desk.lea, hopes=REPORTER)
    await desk.press(desk.marc, "Accepter", file)
    await desk.press(desk.marc, "je me récuse", file)
    await desk.press(desk.odile, "Accepter", file)
    assert (await desk.file(desk.lea)).status is Status.SENT


async def test_where_too_few_remain_coordinators_are_told_and_the_file_waits(desk: Desk) -> None:
    await desk.starts(desk.nadia, None)
    file = await desk.sees(desk.lea, hopes=REPORTER)
    await desk.press(desk.marc, "je me récuse", file)
    assert "La demande D-1 attend" not in desk.last(desk.nadia)
    await desk.press(desk.odile, "je me récuse", file)
    assert "La demande D-1 attend" in desk.last(desk.nadia)
    assert "Trop peu de personnes peuvent encore décider" in desk.card_of(file).text

    await desk.press(desk.nadia, "Accepter", file)
    assert (await desk.file(desk.lea)).status is Status.SENT
    paul = desk.world.add_person("Paul")
    desk.world.add_member(desk.team, paul, by=desk.nadia)
    await desk.settle()
    assert "Trop peu de personnes" not in desk.card_of(file).text
    await desk.press(paul, "Accepter", file)
    assert (await desk.file(desk.lea)).status is Status.ACCEPTED


async def test_a_coordinator_out_of_reach_is_told_in_the_chat(desk: Desk) -> None:
    file = await desk.sees(desk.lea, hopes=REPORTER)
    for moderator in (desk.marc, desk.odile):
        await desk.press(moderator, "je me récuse", file)
    [told] = desk.said_of("je n'ai pas pu prévenir la coordination")
    assert "D-1" in told.text


async def test_when_a_moderator_leaves_coordinators_are_told(desk: Desk) -> None:
    await desk.starts(desk.nadia, None)
    await desk.sees(desk.lea, hopes=REPORTER)
    desk.world.leave(desk.marc, desk.team)
    await desk.settle()
    assert "La demande D-1 attend" not in desk.last(desk.nadia)
    desk.world.leave(desk.odile, desk.team)
    await desk.settle()
    assert "La demande D-1 attend" in desk.last(desk.nadia)


async def test_nobody_decides_on_their_own_file(desk: Desk) -> None:
    file = await desk.sees(desk.odile)
    for label in ("Accepter", "Refuser", "précision", "je me récuse", "Je m'en occupe"):
        toast = await desk.press(desk.odile, label, file)
        assert toast == "C'est votre propre demande : quelqu'un d'autre doit décider."
    await desk.press(desk.marc, "Accepter", file)
    assert (await desk.file(desk.odile)).status is Status.ACCEPTED


# Time


async def test_cards_at_night_are_silent(desk: Desk) -> None:
    await desk.wait(hours=12)
    assert desk.card_of(await desk.sees(desk.lea)).silent


async def test_moderators_are_nudged_at_24_hours_and_the_person_told_at_48(desk: Desk) -> None:
    file = await desk.sees(desk.lea)
    await desk.wait(hours=23, minutes=59)
    assert desk.said_of("⏰") == []
    await desk.wait(minutes=1)
    [nudge] = desk.said_of("⏰ D-1 attend depuis 24 heures")
    assert nudge.raw["reply_to_message"]["message_id"] == desk.card_of(file).message_id
    await desk.wait(hours=24)
    assert "prend plus de temps que prévu" in desk.last(desk.lea)
    await desk.press(desk.marc, "Accepter", file)
    assert desk.said_of("⏰") == []


async def test_a_sent_file_never_expires(desk: Desk) -> None:
    file = await desk.sees(desk.lea)
    for _ in range(40):
        await desk.wait(days=1)
    await desk.restart()
    assert (await desk.file(desk.lea)).status is Status.SENT
    await desk.press(desk.marc, "Accepter", file)
    assert "votre demande est acceptée" in desk.last(desk.lea)


async def test_the_undo_button_goes_after_ten_minutes(desk: Desk) -> None:
    file = await desk.sees(desk.lea)
    await desk.press(desk.marc, "Accepter", file)
    assert desk.card_of(file).labels == ["↩️ Annuler (10 minutes)"]
    desk.clock.move(timedelta(minutes=10))
    await desk.settle()
    assert desk.card_of(file).labels == []


async def test_a_withdrawn_file_leaves_nothing_to_read_or_press(desk: Desk) -> None:
    file = await desk.sees(desk.lea)
    old = desk.card_of(file).buttons[0][0].data
    await desk.taps(desk.lea, "Retirer ma demande")
    await desk.taps(desk.lea, "Oui, retirer")
    card = desk.said_of("D-1")[-1]
    assert card.text == "◽ D-1\nDemande retirée par la personne, ou compte disparu."
    assert card.labels == []
    assert "la personne l'a retirée" in await desk.forges(desk.marc, old or "", card)
