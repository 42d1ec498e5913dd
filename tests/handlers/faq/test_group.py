"""Asked in the group: short, never twice in an hour, the rest in private."""

from __future__ import annotations

import pytest

from bot.simulator.models import Message, Person
from tests.handlers.faq.asker import KNOWN, NONSENSE, Asker


def said(stage: Asker) -> list[Message]:
    """Return what the bot said in the group."""
    seen = stage.world.seen(stage.nadia, stage.group)
    return [m for m in seen if m.sender is stage.world.bot]


@pytest.fixture(params=["fr", "en"])
def zoe(request: pytest.FixtureRequest, member: Person) -> Person:
    """A member whose Telegram is in French or in English."""
    member.language_code = request.param
    return member


@pytest.mark.parametrize("how", ["/faq {}", "@{bot} {}", "{} @{bot}"])
async def test_the_answer_is_short_and_links_to_the_rest(
    stage: Asker, zoe: Person, how: str
) -> None:
    question = KNOWN[stage.language(zoe)]
    await stage.says(zoe, how.format(question, bot=stage.world.bot.username), stage.group)
    [answer] = said(stage)
    whole = stage.answer(zoe, "cafes")
    first, rest = whole.split("\n\n", 1)
    assert first in answer.text
    assert rest not in answer.text
    assert "2026" in answer.text
    assert answer.raw["reply_to_message"]["text"].startswith(how[:1].replace("{", question[0]))
    stage.world.press(zoe, answer, answer.labels[0])
    await stage.settle()
    assert whole in stage.last(zoe)


async def test_what_is_not_for_the_bot_is_left_alone(stage: Asker, member: Person) -> None:
    await stage.says(member, KNOWN["fr"], stage.group)
    await stage.says(member, f"@quelquun {KNOWN['fr']}", stage.group)
    assert said(stage) == []


async def test_an_answer_is_not_repeated_within_an_hour(stage: Asker, member: Person) -> None:
    for _ in range(3):
        await stage.says(member, f"/faq {KNOWN['fr']}", stage.group)
    first, again = said(stage)
    [url] = [b.url for row in again.buttons for b in row]
    assert url == f"https://t.me/c/{str(stage.group.id)[4:]}/{first.message_id}"
    assert stage.answer(member, "cafes").split("\n\n")[0] not in again.text
    await stage.wait(minutes=61)
    await stage.says(member, f"/faq {KNOWN['fr']}", stage.group)
    assert said(stage)[-1].text == first.text


async def test_each_who_asks_again_is_shown_where_it_stands(stage: Asker, member: Person) -> None:
    for person in (member, stage.nadia, member, stage.nadia):
        await stage.says(person, f"/faq {KNOWN['fr']}", stage.group)
    answer, again = said(stage)[0], said(stage)[1:]
    assert [m.text for m in again] == [stage.label(member, "faq.group.again")] * 2
    assert {m.raw["reply_to_message"]["from"]["id"] for m in again} == {member.id, stage.nadia.id}
    assert answer.text != again[0].text


async def test_what_is_not_known_goes_on_in_private(stage: Asker, zoe: Person) -> None:
    await stage.says(zoe, f"/faq {NONSENSE[stage.language(zoe)]}", stage.group)
    [answer] = said(stage)
    assert answer.text == stage.label(zoe, "faq.group.unknown")
    stage.world.press(zoe, answer, stage.label(zoe, "faq.buttons.ask_in_private"))
    await stage.settle()
    await stage.chooses(zoe, "faq.buttons.person")
    assert stage.is_told(zoe, "faq.thread.handed_over")


async def test_the_question_goes_along_into_private(stage: Asker, member: Person) -> None:
    await stage.says(member, f"/faq {NONSENSE['fr']}", stage.group)
    link = said(stage)[-1].raw["reply_markup"]["inline_keyboard"][0][0]["url"]
    payload = link.partition("start=")[2]
    await stage.starts(stage.lea, payload)
    assert stage.is_told(stage.lea, "faq.topics"), "another's question is not theirs to hand over"
    await stage.starts(member, payload)
    assert stage.is_told(member, "faq.unknown")
    await stage.chooses(member, "faq.buttons.person")
    assert stage.said_to_team(NONSENSE["fr"])


async def test_without_words_it_says_how(stage: Asker, member: Person) -> None:
    await stage.says(member, "/faq", stage.group)
    await stage.says(member, f"@{stage.world.bot.username}", stage.group)
    assert {m.text for m in said(stage)} == {stage.label(member, "faq.group.empty")}


async def test_a_moderator_places_an_answer_under_a_question(stage: Asker, member: Person) -> None:
    stage.world.add_member(stage.group, stage.marc)
    asked = stage.world.write(member, stage.group, "Quelqu'un sait pour vendredi?")
    await stage.says(stage.marc, "/faq cafes", stage.group, reply_to=asked)
    [answer] = said(stage)
    assert stage.answer(member, "cafes").split("\n\n")[0] in answer.text
    assert answer.raw["reply_to_message"]["message_id"] == asked.message_id


async def test_a_member_who_names_an_answer_asks_like_anyone(stage: Asker, member: Person) -> None:
    asked = stage.world.write(stage.nadia, stage.group, "Bonsoir à tous.")
    await stage.says(member, "/faq cafes", stage.group, reply_to=asked)
    [answer] = said(stage)
    assert stage.answer(member, "cafes").split("\n\n")[0] in answer.text
    assert answer.raw["reply_to_message"]["message_id"] != asked.message_id


async def test_distress_brings_help_to_the_person_alone(stage: Asker, member: Person) -> None:
    await stage.starts(member, None)
    await stage.says(member, "/faq je veux mourir, à qui parler?", stage.group)
    assert any("APPELLE" in text for text in stage.world.said(member))
    assert not any("APPELLE" in m.text for m in said(stage))


async def test_the_seventh_in_a_minute_waits(stage: Asker, member: Person) -> None:
    for number in range(8):
        stage.world.write(member, stage.group, f"/faq {NONSENSE['fr']} {number}")
    await stage.settle()
    texts = [m.text for m in said(stage)]
    assert texts.count(stage.label(member, "faq.group.unknown")) == 6
    assert texts.count(stage.label(member, "faq.group.too_fast")) == 1


async def test_a_link_to_an_answer_that_is_no_more(stage: Asker, lea: Person) -> None:
    await stage.starts(lea, "faq_perdue")
    assert stage.is_told(lea, "faq.gone")
    await stage.starts(lea, "faq")
    assert stage.is_told(lea, "faq.topics")
