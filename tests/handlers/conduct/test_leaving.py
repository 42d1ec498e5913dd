"""Erased, a person leaves neither name nor words on the cards of what is decided about them."""

from __future__ import annotations

from bot.simulator.models import Message, Person
from bot.storage import appeals
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


async def test_an_open_case_runs_its_course(watch: Watch, member: Person) -> None:
    await watch.writes(member, PHONE[watch.words(member).language])
    await watch.says(member, "/oublier")
    await watch.chooses(member, "privacy.buttons.forget_yes")
    assert PHONE[watch.words(member).language] in watch.card_of().text
    await watch.press(watch.marc, "warning")
    assert not (await watch.case()).is_open
