"""Anonymous administrators and channels: nobody in particular, and so without any power here."""

from __future__ import annotations

import pytest

from bot.community.members import Role
from handlers.features import routes
from handlers.routes import Command, Where
from tests.handlers.conduct.circle import Circle
from tests.handlers.conduct.watch import PHONE, Watch

HURT = "Tu es vraiment une moins que rien."
COMMANDS = [
    command
    for command in routes().commands
    if (command.role > Role.ANYONE or Where.MODERATORS in command.where)
    and command.names[0] != "installer"  # it says how to be somebody
]


async def done(circle: Circle) -> tuple[int, ...]:
    """How much was decided, reported, set or begun."""
    counts = await circle.rows(
        "SELECT (SELECT COUNT(*) FROM audit), (SELECT COUNT(*) FROM case_acts),"
        " (SELECT COUNT(*) FROM reports), (SELECT COUNT(*) FROM rule_modes),"
        " (SELECT COUNT(*) FROM awaited)"
    )
    return tuple(counts[0])


def said(circle: Circle) -> list[list[str]]:
    """Everything said in both chats, and to who hides."""
    return [circle.world.said(circle.nadia, chat) for chat in (circle.group, circle.team, None)]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: c.names[0])
async def test_a_command_said_by_nobody_does_nothing(circle: Circle, command: Command) -> None:
    message = await circle.writes(circle.lea, HURT)
    before = (said(circle), await done(circle))
    for name in command.names:
        for chat in (circle.group, circle.team):
            answered = message if chat is circle.group else None
            await circle.says(circle.nadia, f"/{name} C-1", chat, anonymous=True, reply_to=answered)
    assert (said(circle), await done(circle)) == before

    channel = circle.world.add_channel("La voix")
    await circle.says(
        circle.theo,
        f"/{command.names[0]} C-1",
        circle.group,
        sender_chat=channel,
        reply_to=message,
    )
    assert await done(circle) == before[1], "that a channel writes is shown, and obeyed by nobody"


async def test_a_member_forges_no_decision(circle: Circle) -> None:
    await circle.writes(circle.lea, HURT)
    for verb in ("warning", "out", "ban", "nothing", "undo"):
        toast = await circle.forges(circle.sam, f"case.{verb}:1")
        assert toast == circle.label(circle.sam, "common.toasts.not_yours")
    assert await circle.rows("SELECT * FROM case_acts") == []


async def test_a_report_of_an_anonymous_administrator_goes_to_coordinators(
    circle: Circle,
) -> None:
    message = circle.world.write(circle.nadia, circle.group, "Taisez-vous.", anonymous=True)
    await circle.settle()
    await circle.reports(circle.lea, message)
    assert circle.heard(circle.lea, "reports.thanks") == 1
    assert circle.stands("C-1") == []
    card = circle.last(circle.nadia)
    assert circle.label(circle.nadia, "conduct.card.anonymous") in card
    assert "Trop peu de personnes" not in card, "a hidden account is removed by nobody"


async def test_a_press_in_the_moderators_chat_makes_nobody_a_moderator(watch: Watch) -> None:
    await watch.writes(watch.theo, PHONE["fr"])
    card, before = watch.card_of(), watch.card_of().text
    for person in (watch.lea, watch.world.add_person("Ugo")):
        for data in ("case.nothing:1", "record.show:1", "likeness.fine:1", "code.ask"):
            refused = watch.label(person, "common.toasts.not_yours")
            assert await watch.forges(person, data, card) == refused
    assert watch.card_of().text == before
    assert await watch.acts("C-1") == []

    paul = watch.world.add_person("Paul")  # one whom the bot has not seen yet
    watch.world.add_member(watch.team, paul)
    watch.world.updates.clear()
    await watch.forges(paul, "case.nothing:1", card)
    assert "Rien à redire. Paul" in watch.card_of().text
