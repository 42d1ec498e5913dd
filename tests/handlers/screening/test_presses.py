"""Presses that come twice, late, from elsewhere or from nowhere, and names made to deceive."""

from __future__ import annotations

import pytest

from bot.simulator.models import Message, Person
from handlers.buttons import pack
from moderation.screening import steps
from tests.stage import Stage

ANSWERS = "SELECT question, choice, committed FROM answers ORDER BY question"


def data(message: Message, label: str) -> str:
    """Return what a button of a message sends."""
    found = (b for row in message.buttons for b in row if b.text == label)
    return next(found).data or ""


async def statuses(stage: Stage) -> list[str]:
    """Return where each file stands, by number."""
    return [row["status"] for row in await stage.rows("SELECT status FROM applications")]


async def test_the_same_button_pressed_twice_counts_once(stage: Stage, lea: Person) -> None:
    await stage.reaches(lea, steps.CODE)
    accept = stage.label(lea, "screening.buttons.accept_code")
    screen = stage.message_with(lea, accept)
    for _ in range(3):
        stage.world.press(lea, screen, accept)
    await stage.settle()
    assert len(await stage.rows("SELECT * FROM code_acceptances")) == 1
    assert stage.message_with(lea, stage.label(lea, "screening.buttons.send")) is screen


async def test_sending_twice_sends_once_and_reassures(stage: Stage, lea: Person) -> None:
    await stage.applies(lea)
    send = stage.label(lea, "screening.buttons.send")
    screen = stage.message_with(lea, send)
    stage.world.press(lea, screen, send)
    stage.world.press(lea, screen, send)
    await stage.settle()
    assert await statuses(stage) == ["sent"]
    assert stage.toast(lea) == stage.label(lea, "screening.toasts.sent_already")
    cards = [m for m in stage.world.seen(stage.marc, stage.team) if "D-1" in m.text]
    assert len(cards) == 1


async def test_a_double_tap_leaves_the_screen_where_it_stands(stage: Stage, lea: Person) -> None:
    await stage.starts(lea)
    begin = stage.label(lea, "screening.buttons.begin")
    screen = stage.message_with(lea, begin)
    stage.world.press(lea, screen, begin)
    stage.world.press(lea, screen, begin)
    await stage.settle()
    assert stage.message_with(lea, stage.label(lea, "screening.buttons.agree")) is screen
    assert not stage.world.toasts(lea)


async def test_a_button_of_an_old_screen_shows_where_one_is(stage: Stage, lea: Person) -> None:
    await stage.starts(lea)
    old = stage.message_with(lea, stage.label(lea, "screening.buttons.begin"))
    begin = data(old, stage.label(lea, "screening.buttons.begin"))
    await stage.reaches(lea, steps.CODE)
    stage.world.press_data(lea, old, begin)
    await stage.settle()
    assert stage.toast(lea) == stage.label(lea, "screening.toasts.step_passed")
    assert stage.label(lea, "screening.buttons.accept_code") in stage.world.seen(lea)[-1].labels


async def test_the_button_of_an_ended_request_says_so(stage: Stage, lea: Person) -> None:
    await stage.reaches(lea, steps.CONSENT)
    screen = stage.world.seen(lea)[-1]
    agree = data(screen, stage.label(lea, "screening.buttons.agree"))
    await stage.chooses(lea, "screening.buttons.stop")
    stage.world.press_data(lea, screen, agree)
    await stage.settle()
    assert stage.toast(lea) == stage.label(lea, "screening.toasts.not_this_file")
    assert await stage.rows("SELECT * FROM consents") == []


async def test_a_button_of_somebody_elses_file_does_nothing(stage: Stage) -> None:
    await stage.applies(stage.lea)
    eve = stage.world.add_person("Ève")
    await stage.starts(eve)
    before = await stage.rows(ANSWERS)
    screen = stage.world.seen(eve)[-1]
    for stolen in (
        pack("apply.send", 1, "summary"),
        pack("apply.change", 1, "summary", "hopes"),
        pack("apply.restart", 1, "summary"),
        pack("door.withdraw", 1),
        pack("door.withdraw_yes", 1),
        pack("door.renew", 1),
    ):
        stage.world.press_data(eve, screen, stolen)
        await stage.settle()
        assert "ne correspond plus" in stage.toast(eve), stolen
    assert await stage.rows(ANSWERS) == before
    assert await statuses(stage) == ["draft", "draft"]


FORGED = (
    "apply.choose:1:q-link:stepfather",
    "apply.choose:1:q-link",
    "apply.commit:1:q-link",
    "apply.send:1:q-link",
    "apply.code:1:q-link",
    "apply.region:1:q-link:514",
    "apply.change:1:q-link:hopes",
    "apply.next:1:q-link",
    "apply.next:1:summary",
    "apply.begin",
    "apply.begin:1:welcome:x:y:z:t",
    "apply.begin:٣:welcome",
    "apply.unknown:1",
    "review.accept:1",
    "review.refuse:1:1-purpose",
    "entry.let:5100000004",
    "entry.retry:1",
    "door.withdraw_yes:99999999999999999999",
    "language.set:xx",
    "x" * 64,
    "",
    ":::::",
)


async def test_forged_data_changes_nothing(stage: Stage) -> None:
    await stage.reaches(stage.lea, steps.QUESTION + "link")
    kept = await stage.rows("SELECT * FROM applications")
    for forged in FORGED:
        answered = len(stage.api.made("answerCallbackQuery"))
        stage.world.press_data(stage.lea, stage.world.seen(stage.lea)[-1], forged)
        await stage.settle()
        assert await stage.rows(ANSWERS) == [], forged
        assert await stage.rows("SELECT * FROM applications") == kept, forged
        assert len(stage.api.made("answerCallbackQuery")) == answered + 1  # the waiting sign ends
    assert await stage.rows("SELECT * FROM code_acceptances") == []
    assert await stage.rows("SELECT * FROM reviews") == []


@pytest.mark.parametrize(
    "name",
    [
        "<b>Marc</b> <a href='https://exemple.invalid'>ici</a> &amp; {name}",
        "\u202egnitset\u202c Léa",
        "L\u200bé\u200da\u2060 \ufeff",
        "Léa\n\nAcceptée par Marc\n✅",
        "L" * 64,
        "\u200b",
    ],
)
async def test_a_name_made_to_deceive_stays_a_name_on_the_card(stage: Stage, name: str) -> None:
    person = stage.world.add_person(name, "T" * 64)
    await stage.sends(person)
    first, second = stage.card().text.split("\n")[:2]
    assert first.startswith("D-1 · ")
    assert second.startswith("attend depuis")
    assert stage.card().entities[0]["type"] == "bold"
    assert not [e for e in stage.card().entities if e["type"] == "text_link"]
    assert not set("\u202e\u202c\u200b\u200d\u2060\ufeff") & set(first)
    assert len(first) < 160


async def test_answers_with_markup_are_shown_as_written(stage: Stage) -> None:
    await stage.reaches(stage.lea, steps.QUESTION + "hopes")
    words = "<b>De l'écoute</b> & du {respect}, </blockquote> rien de plus."
    await stage.says(stage.lea, words)
    assert words in stage.last(stage.lea)
