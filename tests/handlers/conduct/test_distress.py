"""Distress in the group: help for one person alone, and moderators only where they wish it."""

from __future__ import annotations

from bot.simulator.models import Person
from tests.handlers.conduct.watch import Watch
from tests.stage import plain

CRY = {"fr": "Je n'en peux plus, je veux mourir.", "en": "I can't go on, I want to die."}
BOTH = "Toi, t'es une ordure. De toute façon je veux mourir."
NAMED = "Je veux mourir, appelez ma sœur au 514 555-0134."


def cry(watch: Watch, person: Person) -> str:
    return CRY[watch.words(person).language]


async def test_help_comes_in_private_and_nobody_else_learns_of_it(
    watch: Watch, member: Person
) -> None:
    team = len(watch.world.seen(watch.marc, watch.team))
    message = await watch.writes(member, cry(watch, member))
    assert not message.deleted
    intro, card = watch.world.said(member)[-2:]
    assert plain(watch.words(member).text("conduct.distress")) in intro
    assert "9-8-8" in card
    assert watch.in_group() == []
    assert len(watch.world.seen(watch.marc, watch.team)) == team
    assert await watch.rows("SELECT 1 FROM cases") == []


async def test_who_never_opened_the_chat_gets_the_line_under_their_words(watch: Watch) -> None:
    message = await watch.writes(watch.theo, CRY["fr"])
    [said] = [m for m in watch.world.seen(watch.theo, watch.group) if m.sender is watch.world.bot]
    assert "9-8-8" in said.text
    assert said.raw["reply_to_message"]["message_id"] == message.message_id
    assert "Théo" not in said.text


async def test_so_does_who_blocked_the_bot_without_its_knowing(watch: Watch) -> None:
    watch.world.private(watch.lea).blocked = True
    await watch.writes(watch.lea, CRY["fr"])
    assert "9-8-8" in watch.in_group()[0]


async def test_moderators_know_once_the_person_wishes_it_and_can_answer(
    watch: Watch, member: Person
) -> None:
    await watch.writes(member, cry(watch, member))
    await watch.chooses(member, "conduct.buttons.tell_moderators")
    assert watch.is_told(member, "conduct.distress_noted")
    [asked] = watch.stands("Après un message de détresse dans le groupe")
    assert member.first_name not in asked.text
    await watch.says(watch.odile, "Je suis là, on peut se parler.", watch.team, reply_to=asked)
    assert "Je suis là, on peut se parler." in watch.last(member)


async def test_the_card_comes_once_an_hour_not_at_every_sentence(watch: Watch) -> None:
    before = len(watch.world.said(watch.lea))
    for _ in range(3):
        await watch.writes(watch.lea, CRY["fr"])
    assert len(watch.world.said(watch.lea)) == before + 2
    assert await watch.rows("SELECT 1 FROM cases") == [], "a cry said again is no flood"
    await watch.wait(hours=1, minutes=1)
    await watch.writes(watch.lea, CRY["fr"])
    assert len(watch.world.said(watch.lea)) == before + 4


async def test_who_asks_for_the_card_with_words_of_distress_gets_one(watch: Watch) -> None:
    before = len(watch.world.said(watch.lea))
    await watch.writes(watch.lea, "/aide je veux mourir")
    assert len(watch.world.said(watch.lea)) == before + 1


async def test_a_question_in_distress_gets_help_before_its_answer(watch: Watch) -> None:
    await watch.writes(watch.lea, "/faq je veux mourir")
    assert "9-8-8" in "".join(watch.world.said(watch.lea)[-2:])


async def test_an_attack_in_distress_brings_help_and_a_person_decides(watch: Watch) -> None:
    message = await watch.writes(watch.lea, BOTH)
    assert not message.deleted
    assert "9-8-8" in watch.last(watch.lea)
    said = "\n".join(watch.world.said(watch.lea))
    assert plain(watch.words(watch.lea).text("conduct.distress_seen")) in said
    assert plain(watch.words(watch.lea).text("conduct.distress")) not in said, "they are told"
    card = watch.card_of().text
    assert BOTH in card
    assert watch.words(watch.marc).label("conduct.card.advice_help") in card
    assert "un avertissement" not in card, "whoever despairs is talked to first"


async def test_what_gives_somebody_away_goes_even_in_distress(watch: Watch) -> None:
    message = await watch.writes(watch.lea, NAMED)
    assert message.deleted
    said = "\n".join(watch.world.said(watch.lea))
    assert "9-8-8" in said
    assert "il y reste" not in said
    assert watch.words(watch.lea).label("conduct.rules.phone") in said


async def test_help_comes_during_the_trial_too(circle: Watch) -> None:
    await circle.writes(circle.lea, CRY["fr"])
    assert "9-8-8" in circle.last(circle.lea)
