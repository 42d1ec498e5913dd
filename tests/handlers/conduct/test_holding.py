"""A message that gives somebody away: it goes, its author is told kindly, moderators decide."""

from __future__ import annotations

import pytest

from bot.simulator.models import Person
from tests.handlers.conduct.watch import PHONE, Watch
from tests.stage import RIGHTS, plain


def phone(watch: Watch, person: Person) -> str:
    return PHONE[watch.words(person).language]


async def test_what_the_author_and_the_moderators_read(watch: Watch, member: Person) -> None:
    message = await watch.writes(member, phone(watch, member))

    assert message.deleted
    words = watch.words(member)
    told = watch.last(member)
    assert words.label("conduct.rules.phone") in told
    assert watch.content.code(words.language).articles[1].title in told
    assert plain(words.text("conduct.do.article_2")) in told
    card = watch.card_of()
    assert "Message mis de côté" in card.text
    assert "un numéro de téléphone (article 2) : « 514 555-0134 »" in card.text
    assert phone(watch, member) in card.text
    assert "Suggestion : un rappel en privé." in card.text
    assert await watch.kept() == [phone(watch, member)]


async def test_the_author_mends_the_message(watch: Watch, member: Person) -> None:
    await watch.writes(member, phone(watch, member))
    await watch.chooses(member, "conduct.buttons.rephrase")
    assert phone(watch, member) in watch.last(member)

    mended = await watch.writes(member, "Une intervenante comprend ces choses-là.")
    assert not mended.deleted


async def test_the_author_talks_to_a_moderator(watch: Watch, member: Person) -> None:
    await watch.writes(member, phone(watch, member))
    await watch.chooses(member, "conduct.buttons.talk")
    assert watch.is_told(member, "conduct.talk_noted")
    [question] = watch.stands("fiche C-1.")

    await watch.says(watch.marc, "Bonjour, dites-moi.", watch.team, reply_to=question)
    assert "Bonjour, dites-moi." in watch.last(member)


async def test_nobody_mends_or_talks_for_another(watch: Watch) -> None:
    await watch.writes(watch.lea, PHONE["fr"])
    for data in ("held.rephrase:1", "held.talk:1"):
        assert await watch.forges(watch.sam, data) == watch.label(
            watch.sam, "conduct.toasts.not_yours"
        )


async def test_who_never_opened_the_chat_learns_it_from_a_word_that_names_nobody(
    watch: Watch,
) -> None:
    await watch.writes(watch.theo, PHONE["fr"])
    [discreet] = watch.in_group()
    assert discreet == plain(watch.words(watch.theo).text("conduct.discreet"))
    assert "Théo" not in discreet

    await watch.starts(watch.theo, "retenu")
    assert watch.words(watch.theo).label("conduct.rules.phone") in watch.last(watch.theo)
    await watch.starts(watch.lea, "retenu")
    assert watch.is_told(watch.lea, "conduct.nothing_held")

    await watch.wait(minutes=11)
    assert watch.in_group() == []


async def test_who_blocked_the_bot_learns_it_there_too_and_the_card_says_so(watch: Watch) -> None:
    watch.world.private(watch.lea).blocked = True
    await watch.writes(watch.lea, PHONE["fr"])
    assert watch.in_group() == [plain(watch.words(watch.lea).text("conduct.discreet"))]
    assert "n'a pas pu être prévenue" in watch.card_of().text


async def test_without_the_right_the_card_names_it_and_nobody_is_told_a_falsehood(
    watch: Watch,
) -> None:
    watch.world.set_bot_rights(watch.group, RIGHTS - {"can_delete_messages"})
    before = len(watch.world.said(watch.lea))
    message = await watch.writes(watch.lea, PHONE["fr"])
    assert not message.deleted
    assert "il me manque le droit « Supprimer des messages »" in watch.card_of().text
    assert len(watch.world.said(watch.lea)) == before


async def test_a_message_edited_into_a_fault(watch: Watch, member: Person) -> None:
    message = await watch.writes(member, "Bonsoir tout le monde.")
    assert watch.no_card()
    watch.world.edit(member, message, phone(watch, member))
    await watch.settle()
    assert message.deleted
    assert phone(watch, member) in watch.card_of().text


async def test_an_old_message_edited_into_a_fault_cannot_go(watch: Watch) -> None:
    message = await watch.writes(watch.lea, "Bonsoir tout le monde.")
    await watch.wait(hours=49)
    watch.world.edit(watch.lea, message, PHONE["fr"])
    await watch.settle()
    assert not message.deleted
    assert "plus de 48 heures" in watch.card_of().text


async def test_an_album_goes_whole_with_one_explanation(watch: Watch) -> None:
    before = len(watch.world.said(watch.lea))
    album = {"media_group_id": "12"}
    parts = [watch.world.send(watch.lea, watch.group, "photo", extra=album)]
    parts.append(watch.world.send(watch.lea, watch.group, "photo", PHONE["fr"], extra=album))
    await watch.settle()
    parts.append(await watch.sends(watch.lea, "photo", extra=album))
    assert all(part.deleted for part in parts)
    assert len(watch.world.said(watch.lea)) == before + 1
    assert plain(watch.words(watch.lea).text("conduct.held_album")) in watch.last(watch.lea)
    assert await watch.kept() == [PHONE["fr"]]


async def test_what_a_command_or_a_question_carries_is_read_too(watch: Watch) -> None:
    for text in (f"/faq {PHONE['fr']}", f"@{watch.world.bot.username} {PHONE['fr']}"):
        message = await watch.writes(watch.lea, text)
        assert message.deleted
    assert watch.in_group() == []


async def test_the_same_person_and_matter_make_one_card(watch: Watch) -> None:
    await watch.writes(watch.lea, PHONE["fr"])
    await watch.writes(watch.lea, "Ou écrivez-lui : camille.roy@exemple.com")
    await watch.writes(watch.lea, "Mon dossier est le 500-04-123456-789.")
    assert len(await watch.kept(1)) == 2
    assert "un numéro de dossier de cour" in watch.card_of(2).text


async def test_an_ordinary_day_leaves_nothing_behind(watch: Watch) -> None:
    for text in ("Je suis en tabarnak contre le système.", "Merci d'être là.", "Bonne nuit!"):
        assert not (await watch.writes(watch.lea, text)).deleted
    assert watch.no_card()
    assert await watch.rows("SELECT 1 FROM case_evidence") == []


async def test_what_moderators_found_right_is_not_held_again_by_an_edit(watch: Watch) -> None:
    watch.world.set_bot_rights(watch.group, RIGHTS - {"can_delete_messages"})
    message = await watch.writes(watch.lea, PHONE["fr"])
    await watch.press(watch.marc, "nothing")
    watch.world.set_bot_rights(watch.group, RIGHTS)
    watch.world.edit(watch.lea, message, f"{PHONE['fr']} Bonne nuit!")
    await watch.settle()
    assert not message.deleted
    watch.world.edit(watch.lea, message, "Appelez-la plutôt au 514 555-0177.")
    await watch.settle()
    assert message.deleted


async def test_a_threat_to_a_life_is_held_and_rings_at_night(watch: Watch) -> None:
    await watch.wait(hours=15)  # one o'clock in the morning
    message = await watch.writes(watch.lea, "Je vais la tuer, je te le jure.")
    assert message.deleted
    card = watch.card_of()
    assert card.text.startswith("⚠️ Une menace contre la vie de quelqu'un")
    assert "Suggestion : une pause de 24 heures." in card.text
    assert not card.silent
    await watch.writes(watch.sam, PHONE["en"])
    assert watch.card_of(2).silent


async def test_two_held_at_once_leave_one_discreet_word(watch: Watch) -> None:
    for text in (PHONE["fr"], "Ou au 514 555-0177, le soir."):
        await watch.writes(watch.theo, text)
        assert len(watch.in_group()) == 1
    await watch.wait(minutes=11)
    assert watch.in_group() == []


async def test_a_card_that_waits_a_day_is_recalled_until_it_is_decided(watch: Watch) -> None:
    await watch.writes(watch.lea, PHONE["fr"])
    await watch.wait(hours=24, minutes=1)
    assert len(watch.stands("C-1 attend depuis 24 heures")) == 1


async def test_each_try_that_is_held_again_is_explained(watch: Watch, member: Person) -> None:
    await watch.writes(member, phone(watch, member))
    before = len(watch.world.said(member))
    again = await watch.writes(member, "514 555-0177?")
    assert again.deleted
    assert len(watch.world.said(member)) == before + 1
    await watch.chooses(member, "conduct.buttons.rephrase")
    assert "514 555-0177?" in watch.last(member)


async def test_many_held_at_once_are_not_each_explained(watch: Watch) -> None:
    before = len(watch.world.said(watch.lea))
    for number in range(9):
        await watch.writes(watch.lea, f"514 555-019{number}")
    assert len(watch.world.said(watch.lea)) == before + 5


async def test_what_is_in_order_may_be_sent_again_as_it_was(watch: Watch, member: Person) -> None:
    await watch.writes(member, phone(watch, member))
    await watch.press(watch.marc, "nothing")
    assert watch.is_told(member, "conduct.told.nothing")

    again = await watch.writes(member, f" {phone(watch, member)}\n")
    assert not again.deleted
    assert (await watch.writes(member, f"{phone(watch, member)} 514 555-0177")).deleted
    other = watch.sam if member is watch.lea else watch.lea
    assert (await watch.writes(other, phone(watch, member))).deleted


async def test_in_order_no_more_once_the_decision_is_undone(watch: Watch) -> None:
    await watch.writes(watch.lea, PHONE["fr"])
    await watch.press(watch.marc, "nothing")
    await watch.press(watch.marc, "undo")
    assert (await watch.writes(watch.lea, PHONE["fr"])).deleted


BOTH = {
    "fr": "T'es une conne, appelle-la au 514 555-0199.",
    "en": "You are an idiot, call her at 514 555-0199.",
}


async def test_every_reason_is_told_so_that_one_mending_is_enough(
    watch: Watch, member: Person
) -> None:
    words = watch.words(member)
    await watch.writes(member, BOTH[words.language])
    await watch.chooses(member, "conduct.buttons.rephrase")
    explained, shown = watch.world.said(member)[-2:]
    for rule in ("insult", "phone"):
        assert words.label(f"conduct.rules.{rule}") in explained
    for article in (1, 2):
        assert plain(words.text(f"conduct.do.article_{article}")) in explained
        assert plain(words.text(f"conduct.do.article_{article}")) in shown


@pytest.mark.parametrize("size", [2900, 4000])
async def test_a_long_message_is_given_back_whole(watch: Watch, member: Person, size: int) -> None:
    long = (phone(watch, member) + " Je raconte tout, d'un <bout> à l'autre." * 120)[:size]
    await watch.writes(member, long)
    before = len(watch.world.said(member))
    await watch.chooses(member, "conduct.buttons.rephrase")
    shown = watch.world.said(member)[before:]
    assert long.strip() in shown[-1]
    assert plain(watch.words(member).text("conduct.do.article_2")) in shown[0]
    assert len(shown) == (1 if size < 3500 else 2)


async def test_nothing_is_asked_to_be_mended_in_a_message_that_was_in_order(
    watch: Watch, member: Person
) -> None:
    await watch.writes(member, phone(watch, member))
    await watch.press(watch.marc, "nothing")
    await watch.chooses(member, "conduct.buttons.copy")
    assert plain(watch.words(member).text("conduct.do.article_2")) not in watch.last(member)
    assert watch.is_told(member, "conduct.copy", text=phone(watch, member))
