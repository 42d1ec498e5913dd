"""Erased, a person leaves neither name nor words on the cards of what is decided about them."""

from __future__ import annotations

import pytest

from bot.simulator.models import Message, Person
from bot.storage import appeals
from bot.storage.conduct import cases
from tests.handlers.conduct.watch import PHONE, Watch
from tests.stage import plain


async def appealed(watch: Watch, person: Person) -> list[Message]:
    """Somebody is warned and appeals; return the two cards of it."""
    await watch.writes(person, PHONE[watch.words(person).language])
    await watch.press(watch.marc, "warning")
    await watch.says(person, "/appel")
    await watch.chooses(person, "appeals.buttons.begin")
    await watch.says(person, "Je voulais seulement aider.")
    return [watch.stands("C-1 · ")[0], watch.stands("Appel · C-1")[-1]]


async def test_the_cards_lose_name_words_and_buttons(watch: Watch, member: Person) -> None:
    cards = await appealed(watch, member)
    await watch.says(member, "/oublier")
    assert watch.is_told(member, "privacy.forget.stays_appeal")
    await watch.chooses(member, "privacy.buttons.forget_yes")
    left = plain(watch.words(watch.marc).text("conduct.card.erased", reference="C-1"))
    assert [(card.text, card.labels) for card in cards] == [(left, []), (left, [])]


async def test_an_appeal_of_somebody_erased_waits_no_more(watch: Watch) -> None:
    await appealed(watch, watch.lea)
    await watch.says(watch.lea, "/oublier")
    await watch.chooses(watch.lea, "privacy.buttons.forget_yes")
    assert await appeals.still_open(watch.bot.db.reading()) == []
    await watch.wait(days=3)
    assert watch.stands("L'appel C-1") == []


async def erased(watch: Watch, person: Person) -> None:
    """Somebody has their data erased."""
    await watch.says(person, "/oublier")
    await watch.chooses(person, "privacy.buttons.forget_yes")


async def test_an_open_case_runs_its_course(watch: Watch, member: Person) -> None:
    await watch.writes(member, PHONE[watch.words(member).language])
    await watch.says(member, "/oublier")
    await watch.chooses(member, "privacy.buttons.forget_yes")
    assert PHONE[watch.words(member).language] in watch.card_of().text
    await watch.press(watch.marc, "warning")
    assert not (await watch.case()).is_open


@pytest.mark.parametrize("step", ["warning", "suspension"])
async def test_the_decision_is_told_in_the_language_that_the_person_read(
    watch: Watch, member: Person, step: str
) -> None:
    await watch.writes(member, PHONE[watch.words(member).language])
    await erased(watch, member)
    await watch.press(watch.marc, step)
    said = watch.last(member)
    assert plain(watch.words(member).text("conduct.happened.article_2")) in said
    assert str(member.id) not in watch.card_of().text
    assert watch.label(watch.marc, "conduct.card.nameless") in watch.card_of().text
    await watch.says(watch.odile, "/dossier C-1", watch.team)
    assert str(member.id) not in watch.stands("📁")[-1].text
    await watch.says(watch.odile, "/dossier", watch.team)
    labels = [name for message in watch.stands("De qui") for name in message.labels]
    assert [name for name in labels if str(member.id) in name] == []
    if step == "suspension":
        await watch.wait(hours=25)
        assert watch.last(member) == plain(watch.words(member).text("conduct.told.suspension_over"))


# What still counts is not erased by erasing oneself


async def test_a_warning_is_not_escaped_by_erasing_and_is_told_before(
    watch: Watch, member: Person
) -> None:
    await watch.writes(member, PHONE[watch.words(member).language])
    await watch.press(watch.marc, "warning")
    await watch.says(member, "/oublier")
    day = "vendredi 22 janvier 2027" if member is watch.lea else "Friday, January 22, 2027"
    assert watch.is_told(member, "privacy.forget.stays_sanction", date=day)
    await watch.chooses(member, "privacy.buttons.forget_yes")

    [case] = await cases.of(watch.bot.db.reading(), member.id)
    assert (case.user_id, await watch.kept()) == (0, [])
    await watch.writes(member, PHONE[watch.words(member).language])
    assert "Historique : un avertissement il y a" in watch.card_of(2).text
    assert "Suggestion : une pause de 24 heures." in watch.card_of(2).text
    await watch.says(member, "/appel")
    assert watch.is_told(member, "appeals.state.erased")
    await watch.forges(member, "appeal.send:1")
    assert await appeals.still_open(watch.bot.db.reading()) == []


async def test_what_is_kept_goes_when_the_warning_fades(watch: Watch) -> None:
    await watch.writes(watch.lea, PHONE["fr"])
    await watch.press(watch.marc, "warning")
    await erased(watch, watch.lea)
    await watch.wait(days=59)
    assert len(await cases.of(watch.bot.db.reading(), watch.lea.id)) == 1
    await watch.wait(days=3)
    assert await cases.of(watch.bot.db.reading(), watch.lea.id) == []


async def test_what_counts_no_more_leaves_nothing(watch: Watch) -> None:
    await watch.writes(watch.lea, PHONE["fr"])
    await watch.press(watch.marc, "nothing")
    await watch.wait(hours=1)
    await watch.writes(watch.lea, "Ou au 514 555-0177, le soir.")
    await watch.press(watch.marc, "warning", 2)
    await watch.says(watch.lea, "/appel")
    await watch.chooses(watch.lea, "appeals.buttons.begin")
    await watch.chooses(watch.lea, "appeals.buttons.send")
    await watch.decides(watch.odile, "Accueillir")
    await watch.says(watch.lea, "/oublier")
    assert "compte encore" not in watch.last(watch.lea)
    await watch.chooses(watch.lea, "privacy.buttons.forget_yes")
    assert await cases.of(watch.bot.db.reading(), watch.lea.id) == []


async def test_a_removal_stays_in_its_register_and_this_is_told(watch: Watch) -> None:
    await watch.writes(watch.lea, PHONE["fr"])
    for who, first in ((watch.marc, "removal"), (watch.odile, "agree")):
        await watch.press(who, first)
        await watch.press(who, "out")
    await watch.says(watch.lea, "/oublier")
    assert watch.is_told(watch.lea, "privacy.forget.stays_removed")
    await watch.chooses(watch.lea, "privacy.buttons.forget_yes")
    await watch.wait(days=70)
    assert len(await cases.of(watch.bot.db.reading(), watch.lea.id)) == 1
