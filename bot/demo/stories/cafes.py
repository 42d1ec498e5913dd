"""A story of a café: one line to prepare it, one tap to answer, a count that writes the report."""

from __future__ import annotations

from datetime import timedelta

from bot.demo.acts import Act, Chapter, Opens, Passes, Sees, Story, Taps, Writes
from bot.demo.clock import START
from bot.demo.script import Script

DAY = 24.0


def a_cafe(script: Script) -> Story:
    """A café on one line: announced, answered in a tap, counted on the evening, in the table."""
    acts = (
        Chapter(
            script.either(
                "Marc prépare un café-rencontre, en une ligne", "Marc prepares a café, on one line"
            )
        ),
        Writes("jeanne", script.either("Bonne journée à tous!", "Good day, all!"), "group"),
        Opens("jeanne"),
        Opens("marc"),
        Writes("marc", f"/cafe {_a_wednesday(script)}"),
        Sees("marc", script.line("cafes.desk.draft")),
        Taps("marc", script.label("cafes.buttons.announce")),
        Chapter(
            script.either("Dans le groupe : une fiche, un geste", "In the group: a card, one tap")
        ),
        Taps("jeanne", script.label("cafes.buttons.yes"), "group"),
        Sees("jeanne", script.line("cafes.own.seated")),
        Taps("jeanne", script.label("cafes.relation.family")),
        Taps("odile", script.label("cafes.buttons.guest"), "group"),
        Sees("jeanne", script.count("cafes.counts.coming", 3), "group"),
        Chapter(script.either("Sept jours avant : un rappel", "Seven days before: a reminder")),
        Passes(8 * DAY + 1),
        Sees("jeanne", script.line("cafes.letters.week_before")),
        *_the_evening(script),
    )
    return Story("cafe", script.either("Un café de 12 places", "A café with 12 places"), acts)


def _a_wednesday(script: Script) -> str:
    """The line that says a café, fifteen days after the town's first evening."""
    day = START.date() + timedelta(days=15)
    words = script.content.words(script.language)
    weekday, month = words.days[day.weekday()], words.months[day.month - 1]
    return script.either(
        f"{weekday} {day.day} {month} 19 h, Montréal, centre Les Pins, 12 places",
        f"{weekday} {month} {day.day} 7 pm, Montréal, Les Pins centre, 12 places",
    )


def _the_evening(script: Script) -> tuple[Act, ...]:
    """Nobody hosts: a moderator counts who came, and the table of the year has its line."""
    family = script.label("cafes.counted.family")
    return (
        Chapter(
            script.either(
                "Le soir venu : on compte, et le bilan s’écrit",
                "On the evening: people are counted, and the report writes itself",
            )
        ),
        Passes(7 * DAY),
        Taps("marc", script.label("cafes.buttons.open_desk"), "team"),
        Taps("marc", script.label("cafes.buttons.door")),
        Taps("marc", f"+ {family} (0)"),
        Taps("marc", f"+ {family} (1)"),
        Taps("marc", script.label("cafes.buttons.close", n=2)),
        Taps("marc", script.label("cafes.buttons.confirm", n=2)),
        Writes("marc", "/presences"),
        Sees("marc", script.line("cafes.table.shares")),
    )
