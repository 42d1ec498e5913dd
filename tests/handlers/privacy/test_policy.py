"""What is kept is said in eight lines, from the register, with a button for each right."""

from __future__ import annotations

import pytest

from content import load
from tests.stage import Stage

SHORT = 125
"""Characters: three lines of a phone. The first line holds names that are not ours to shorten."""


@pytest.mark.parametrize(
    ("language", "command", "said"),
    [
        ("fr", "/confidentialite", ["Qui répond", "votre compte", "30 jours après la décision"]),
        ("en", "/privacy", ["Who answers", "your account", "30 days after the decision"]),
    ],
)
async def test_the_policy_has_eight_lines_and_a_button_for_each_right(
    stage: Stage, language: str, command: str, said: list[str]
) -> None:
    stage.lea.language_code = language

    await stage.says(stage.lea, command)

    told = stage.last(stage.lea)
    lines = told.splitlines()[2:]
    assert [line[:2] for line in lines] == [f"{n}." for n in range(1, 9)]
    assert [line for line in lines[1:] if len(line) > SHORT] == []
    assert all(words in told for words in said)
    labels = list(stage.world.seen(stage.lea)[-1].labels)
    for right in ("data", "correct", "forget", "consents", "register"):
        assert stage.label(stage.lea, f"privacy.buttons.{right}") in labels


async def test_the_details_say_each_thing_of_the_register(stage: Stage) -> None:
    await stage.says(stage.lea, "/confidentialite")
    before = len(stage.world.said(stage.lea))

    await stage.chooses(stage.lea, "privacy.buttons.register")

    told = "\n".join(stage.world.said(stage.lea)[before:])
    for held in load().register("fr").held:
        assert held.what in told
        assert held.kept in told
