"""The moderators' list: what was missed, what is to be read again, and what becomes of it."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta

import pytest

from bot.simulator.models import Message, Person
from bot.storage import audit
from content.faq import Entry
from tests.handlers.faq.asker import KNOWN, Asker
from tests.stage import CONTENT

TO_VERIFY = [entry for entry in CONTENT.faq("fr") if entry.verify]
EXPIRES_FIRST = min(entry.expires_on for entry in CONTENT.faq("fr"))


def shown(stage: Asker, words: str) -> Message:
    """Return the newest message of the bot in the moderators' chat that holds these words."""
    return stage.said_to_team(words)[-1]


async def acts(stage: Asker) -> list[tuple[int, str]]:
    """Return who did what with the first question of the list, by the audit."""
    found = await audit.entries(stage.bot.db.reading(), "question:1")
    return [(entry.actor_id, entry.act) for entry in found]


async def press(stage: Asker, person: Person, words: str, label: str) -> str:
    """Somebody presses a button under the newest message with these words; return the toast."""
    before = len(stage.world.toasts(person))
    message = shown(stage, words)
    stage.world.press(person, message, next(n for n in message.labels if label in n))
    await stage.settle()
    return "".join(toast.text for toast in stage.world.toasts(person)[before:])


async def test_nothing_but_what_is_to_be_verified_at_first(stage: Asker) -> None:
    await stage.says(stage.marc, "/questions", stage.team)
    said = stage.last(stage.marc, stage.team)
    assert f"{len(TO_VERIFY)} réponses à vérifier" in said
    assert "sans réponse" not in said


async def test_who_is_no_moderator_learns_nothing(stage: Asker, member: Person) -> None:
    await stage.says(member, "/questions")
    assert "à vérifier" not in stage.last(member)


async def test_in_private_the_list_has_no_buttons(stage: Asker) -> None:
    await stage.says(stage.marc, "bonjour", stage.team)
    await stage.says(stage.marc, "/questions")
    assert "à vérifier" in stage.last(stage.marc)
    assert stage.world.seen(stage.marc)[-1].labels == []


# What was missed


async def test_a_miss_is_listed_without_who_asked_and_what_identifies(stage: Asker) -> None:
    for words in ("Julie Gagnon au 514 555-0123 fait des crêpes au sarrasin?",) * 2:
        await stage.says(stage.lea, words)
    await stage.lists("Sans réponse")
    listed = shown(stage, "crêpes au sarrasin").text
    for secret in ("Julie", "Gagnon", "555", "Léa", "Tremblay"):
        assert secret not in listed
    assert "2 fois" in listed
    rows = await stage.rows("SELECT text FROM faq_misses")
    assert all(b"sarrasin" not in row["text"] for row in rows)


async def test_answered_once_then_made_a_draft(stage: Asker, lea: Person) -> None:
    question = await stage.asks_what_is_unknown(lea)
    await stage.lists("Sans réponse")
    await press(stage, stage.marc, question, "Répondre une fois")
    await stage.replies(stage.marc, "Voir « la recette ».", shown(stage, "une fois"), stage.team)
    assert stage.is_told(
        lea, "faq.thread.from_person_to", question=question, answer="Voir « la recette »."
    )
    assert "Répondre une fois" not in shown(stage, "Sans réponse").labels[0]
    await press(stage, stage.marc, question, "brouillon")
    [path] = (stage.folder / "drafts" / stage.language(lea) / "faq").iterdir()
    _, front, body = path.read_text("utf-8").split("+++")
    assert tomllib.loads(front)["question"] == question
    assert tomllib.loads(front)["verify"] is True
    assert body.strip() == "Voir « la recette »."
    assert path.name in stage.said_to_team("Brouillon écrit")[-1].text
    await stage.says(lea, question)
    assert stage.is_told(lea, "faq.unknown")  # a draft is not live


async def test_the_answer_can_be_followed_up(stage: Asker, lea: Person) -> None:
    question = await stage.asks_what_is_unknown(lea)
    await stage.lists("Sans réponse")
    await press(stage, stage.marc, question, "Répondre une fois")
    await stage.replies(stage.marc, "Voilà.", shown(stage, "une fois"), stage.team)
    await stage.replies(lea, "Merci, et le reste?", stage.world.seen(lea)[-1])
    assert shown(stage, "Merci, et le reste?")


async def test_everyone_who_asked_the_same_is_answered(stage: Asker, member: Person) -> None:
    for person in (stage.lea, member):
        await stage.asks_what_is_unknown(person)
    await stage.lists("Sans réponse")
    await press(stage, stage.marc, "2 fois", "Répondre une fois")
    await stage.replies(stage.marc, "Voilà.", shown(stage, "une fois"), stage.team)
    assert "Voilà." in stage.last(stage.lea)
    assert "Voilà." in stage.last(member)
    assert "2 personnes" in stage.last(stage.marc, stage.team)


async def test_after_fourteen_days_nobody_knows_who_asked(stage: Asker, lea: Person) -> None:
    question = await stage.asks_what_is_unknown(lea)
    await stage.wait(days=14)
    await stage.wait(days=1)
    assert await stage.rows("SELECT id FROM faq_asked") == []
    await stage.lists("Sans réponse")
    assert "Répondre une fois" not in " ".join(shown(stage, question).labels)


async def test_made_a_draft_from_a_moderators_words(stage: Asker) -> None:
    question = await stage.asks_what_is_unknown(stage.lea)
    await stage.lists("Sans réponse")
    await press(stage, stage.marc, question, "brouillon")
    await stage.replies(stage.marc, "Une réponse.", shown(stage, "mettre dans"), stage.team)
    [path] = (stage.folder / "drafts" / "fr" / "faq").iterdir()
    assert "Une réponse." in path.read_text("utf-8")
    assert await acts(stage) == [(stage.marc.id, "faq.drafted")]
    assert len(stage.world.said(stage.lea)) == 1


async def test_merged_with_an_answer_that_exists(stage: Asker) -> None:
    question = await stage.asks_what_is_unknown(stage.lea)
    await stage.lists("Sans réponse")
    await press(stage, stage.marc, question, "Fusionner")
    offered = shown(stage, question).labels
    assert 2 <= len(offered) <= 6
    await press(stage, stage.marc, question, offered[0])
    [path] = (stage.folder / "drafts" / "fr" / "phrasings").iterdir()
    assert path.read_text("utf-8") == f"{question}\n"
    assert await acts(stage) == [(stage.marc.id, "faq.merged")]
    assert "Notée pour" in stage.last(stage.marc, stage.team)


async def test_dropped_it_is_gone_and_its_words_destroyed(stage: Asker) -> None:
    question = await stage.asks_what_is_unknown(stage.lea)
    await stage.lists("Sans réponse")
    listed = shown(stage, question)
    await press(stage, stage.marc, question, "Retirer")
    await stage.wait(minutes=61)
    assert [r["text"] for r in await stage.rows("SELECT text FROM faq_misses")] == [b""]
    assert await acts(stage) == [(stage.marc.id, "faq.dropped")]
    stage.world.press_data(stage.odile, listed, "miss.draft:1")
    await stage.settle()
    assert "déjà réglé" in stage.toast(stage.odile)


@pytest.mark.parametrize("how", ["Retirer", "Fusionner", "brouillon"])
async def test_what_was_done_about_it_can_be_undone_within_the_hour(stage: Asker, how: str) -> None:
    question = await stage.asks_what_is_unknown(stage.lea)
    await stage.lists("Sans réponse")
    await press(stage, stage.marc, question, how)
    if how == "Fusionner":
        await press(stage, stage.marc, question, shown(stage, question).labels[0])
    if how == "brouillon":
        await stage.replies(stage.marc, "Voilà.", stage.said_to_team("répondez")[-1], stage.team)
    await stage.taps(stage.odile, "Annuler", stage.team)
    assert "Retirer" in " ".join(shown(stage, question).labels)
    assert (stage.odile.id, "faq.undo") in await acts(stage)
    await stage.wait(hours=2)
    await press(stage, stage.marc, question, "Répondre une fois")
    await stage.replies(stage.marc, "Voici.", stage.said_to_team("répondez")[-1], stage.team)
    assert "Voici." in stage.last(stage.lea)
    assert not list(stage.folder.glob("drafts/*/phrasings/*"))


async def test_after_an_hour_nothing_is_left_to_undo(stage: Asker) -> None:
    question = await stage.asks_what_is_unknown(stage.lea)
    await stage.lists("Sans réponse")
    await press(stage, stage.marc, question, "Retirer")
    await stage.wait(minutes=61)
    await stage.taps(stage.marc, "Annuler", stage.team)
    assert "déjà réglé" in stage.toast(stage.marc)


async def test_an_old_button_of_the_list_says_that_nothing_is_left(stage: Asker) -> None:
    question = await stage.asks_what_is_unknown(stage.lea)
    await stage.lists("Sans réponse")
    await press(stage, stage.marc, question, "Retirer")
    await stage.taps(stage.marc, "Sans réponse", stage.team)
    assert "déjà réglé" in stage.toast(stage.marc)


async def test_not_useful_is_listed_with_its_answer_and_offers_a_person(
    stage: Asker, lea: Person
) -> None:
    question = KNOWN[stage.language(lea)]
    await stage.says(lea, question)
    await stage.chooses(lea, "faq.buttons.not_useful")
    assert stage.is_told(lea, "faq.what_missed")
    await stage.chooses(lea, "faq.buttons.person")
    assert shown(stage, question)
    await stage.lists("Pas utiles")
    assert "C'est quoi un café-rencontre" in shown(stage, "Pas utile :").text


async def test_an_answer_is_judged_once(stage: Asker, lea: Person) -> None:
    await stage.says(lea, KNOWN[stage.language(lea)])
    await stage.chooses(lea, "faq.buttons.useful")
    assert stage.toast(lea) == stage.label(lea, "faq.toasts.thanks")
    await stage.chooses(lea, "faq.buttons.not_useful")
    assert stage.toast(lea) == stage.label(lea, "faq.toasts.judged")
    counts = await stage.rows("SELECT outcome, times FROM faq_counts ORDER BY outcome")
    assert [tuple(row) for row in counts] == [("sure", 1), ("useful", 1)]


async def test_what_was_sought_in_vain_is_counted_by_topic(stage: Asker) -> None:
    await stage.says(stage.lea, KNOWN["fr"])
    await stage.chooses(stage.lea, "faq.buttons.not_useful")
    await stage.says(stage.marc, "/questions", stage.team)
    assert "L'organisme et ses activités (1)" in stage.last(stage.marc, stage.team)


async def test_who_waits_for_a_person_is_on_the_list(stage: Asker, lea: Person) -> None:
    question = await stage.hands_over(lea)
    await stage.wait(hours=3)
    await stage.lists("À une personne (1)")
    card = shown(stage, question)
    assert "3 h" in card.text
    await stage.replies(stage.marc, "Voilà.", card, stage.team)
    assert "Voilà." in stage.last(lea)


# Answers to verify, and expired


def verified(stage: Asker, person: Person, entry: Entry) -> bool:
    return "Vérifié le" in stage.last(person) and entry.question in stage.last(person)


async def test_a_coordinator_confirms_what_is_to_be_verified(stage: Asker) -> None:
    entry = TO_VERIFY[0]
    await stage.starts(stage.lea, f"faq_{entry.id}")
    assert "À vérifier" in stage.last(stage.lea)
    await stage.lists("À vérifier")
    assert await press(stage, stage.marc, entry.question, "Je confirme") == (
        stage.content.words("fr").label("common.toasts.not_yours")
    )
    assert "Confirmée" in await press(stage, stage.nadia, entry.question, "Je confirme")
    assert "Confirmée par Nadia" in shown(stage, entry.question).text
    await stage.starts(stage.lea, f"faq_{entry.id}")
    assert verified(stage, stage.lea, entry)
    await stage.says(stage.marc, "/questions", stage.team)
    assert f"{len(TO_VERIFY) - 1} réponses à vérifier" in stage.last(stage.marc, stage.team)


async def test_a_confirmation_can_be_taken_back_by_who_may_confirm(stage: Asker) -> None:
    entry = TO_VERIFY[0]
    await stage.lists("À vérifier")
    await press(stage, stage.nadia, entry.question, "Je confirme")
    assert await press(stage, stage.marc, entry.question, "Annuler") == (
        stage.content.words("fr").label("common.toasts.not_yours")
    )
    await press(stage, stage.nadia, entry.question, "Annuler")
    await stage.starts(stage.lea, f"faq_{entry.id}")
    assert "À vérifier" in stage.last(stage.lea)
    assert "Confirmée" in await press(stage, stage.nadia, entry.question, "Je confirme")


async def test_what_changed_since_it_was_shown_is_not_confirmed(stage: Asker) -> None:
    await stage.lists("À vérifier")
    message = shown(stage, TO_VERIFY[0].question)
    stage.world.press_data(
        stage.nadia, message, f"questions.confirm:{TO_VERIFY[0].id}:0123456789abcdef"
    )
    await stage.settle()
    assert "a changé depuis" in stage.toast(stage.nadia)
    assert await stage.rows("SELECT entry FROM faq_confirmed") == []


async def test_five_at_once_and_the_rest_on_demand(stage: Asker) -> None:
    await stage.lists("À vérifier")
    assert len(stage.said_to_team("coordination confirme")) == 5
    await stage.taps(stage.marc, "La suite", stage.team)
    assert len(stage.said_to_team("coordination confirme")) == min(10, len(TO_VERIFY))


async def test_an_expired_answer_is_listed_and_served_no_more(stage: Asker) -> None:
    entry = next(e for e in CONTENT.faq("fr") if e.expires_on == EXPIRES_FIRST)
    today = stage.clock.time.date()
    await stage.starts(stage.lea, f"faq_{entry.id}")
    assert entry.question in stage.last(stage.lea)
    await stage.wait(days=(EXPIRES_FIRST - today).days)
    await stage.starts(stage.lea, f"faq_{entry.id}")
    assert stage.is_told(stage.lea, "faq.gone")
    await stage.says(stage.lea, entry.question)
    assert entry.question not in stage.last(stage.lea)
    await stage.lists("Expirées")
    assert "expirée le" in stage.last(stage.marc, stage.team) or stage.said_to_team("expirée le")


@pytest.mark.parametrize("data", ["questions.show:nothing:0", "questions.show", "miss.into:9:x"])
async def test_forged_presses_do_nothing(stage: Asker, data: str) -> None:
    await stage.lists("À vérifier")
    before = len(stage.said_to_team(""))
    stage.world.press_data(stage.marc, stage.world.seen(stage.marc, stage.team)[-1], data)
    await stage.settle()
    assert len(stage.said_to_team("")) == before


def test_the_first_expiry_is_ahead() -> None:
    assert date(2026, 11, 23) + timedelta(days=1) < EXPIRES_FIRST
