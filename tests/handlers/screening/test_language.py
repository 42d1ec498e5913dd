"""The language: taken from Telegram, switched at any step, remembered."""

from __future__ import annotations

import pytest

from moderation.screening import steps
from tests.stage import Stage, plain


@pytest.mark.parametrize(
    ("code", "language"),
    [("fr", "fr"), ("fr-CA", "fr"), ("en", "en"), ("en-GB", "en"), ("de", "fr"), (None, "fr")],
)
async def test_the_language_follows_telegrams(
    stage: Stage, code: str | None, language: str
) -> None:
    stage.lea.language_code = code
    await stage.says(stage.lea, "/start")
    hello = stage.content.words(language).text("screening.hello")
    assert stage.last(stage.lea) == plain(hello)


async def test_a_switch_on_the_hello_says_hello_again(stage: Stage) -> None:
    await stage.says(stage.lea, "/start")
    await stage.taps(stage.lea, "English")
    assert "closed discussion group" in stage.last(stage.lea)
    await stage.taps(stage.lea, "Ask to join")
    assert "Volunteer" in stage.last(stage.lea) or "volunteer" in stage.last(stage.lea)


async def test_a_switch_on_the_welcome_is_remembered(stage: Stage) -> None:
    await stage.starts(stage.lea)
    await stage.taps(stage.lea, "English")
    assert stage.toast(stage.lea) == stage.content.words("en").label("members.toasts.language_set")
    await stage.taps(stage.lea, "Begin")
    await stage.taps(stage.lea, "I agree")
    ledger = await stage.rows("SELECT language FROM consents")
    assert [row["language"] for row in ledger] == ["en"]
    await stage.restart()
    await stage.says(stage.lea, "/status")  # Telegram still says "fr": the choice wins
    assert "not sent yet" in stage.last(stage.lea)


async def test_a_switch_mid_way_keeps_the_answers(stage: Stage) -> None:
    await stage.reaches(stage.lea, steps.QUESTION + "hopes")
    await stage.says(stage.lea, "De l'écoute, et des idées pour tenir.")
    await stage.says(stage.lea, "/langue")
    await stage.taps(stage.lea, "English")
    screen = stage.message_with(stage.lea, "Continue")
    assert screen.text.startswith("2 of 3")
    assert "De l'écoute, et des idées pour tenir." in screen.text
    await stage.taps(stage.lea, "Continue")
    assert stage.last(stage.lea).startswith("3 of 3") or screen.text.startswith("3 of 3")


async def test_a_switch_after_sending_says_where_the_request_stands(stage: Stage) -> None:
    await stage.sends(stage.lea)
    await stage.says(stage.lea, "/langue")
    await stage.taps(stage.lea, "English")
    assert "in the hands of the volunteer moderators" in stage.last(stage.lea)
