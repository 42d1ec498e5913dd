"""Stories of the night: the help lines, what the bot knows, and who answers what it does not."""

from __future__ import annotations

from bot.demo.acts import Chapter, Opens, Passes, Replies, Sees, Story, Taps, Writes
from bot.demo.script import Script

TO_THREE_IN_THE_MORNING = 8.5
TO_THE_MORNING = 6.0


def help_at_night(script: Script) -> Story:
    """The help lines, one word away."""
    acts = (
        Chapter(
            script.either(
                "Les lignes d’aide sont à un mot, jour et nuit",
                "The help lines are one word away, day and night",
            )
        ),
        Writes("lea", "/aide"),
        Sees("lea", script.line("help.title")),
    )
    return Story("help", script.either("De l’aide, la nuit", "Help at night"), acts)


def at_three_in_the_morning(script: Script) -> Story:
    """A grandmother asks what the bot knows, then what only a person can tell."""
    asked = script.either(
        "Est-ce que je peux apporter mon tricot?",
        "Can I bring my knitting?",
    )
    answer = script.either(
        "Bien sûr! Nous sommes déjà deux à tricoter en écoutant. À mercredi.",
        "Of course! Two of us already knit while we listen. See you on Wednesday.",
    )
    acts = (
        Opens("jeanne"),
        Sees("jeanne", script.line("screening.status.member")),
        Chapter(script.either("3 h du matin : Jeanne ne dort pas", "3 a.m.: Jeanne cannot sleep")),
        Passes(TO_THREE_IN_THE_MORNING),
        Writes(
            "jeanne",
            script.either("je narrive plus a dormir", "i cant sleep anymore"),
        ),
        Taps("jeanne", script.label("faq.buttons.useful")),
        Chapter(
            script.either(
                "Le robot ne sait pas tout, et le dit", "The bot does not know it all, and says so"
            )
        ),
        Writes("jeanne", asked),
        Sees("jeanne", script.line("faq.unknown")),
        Taps("jeanne", script.label("faq.buttons.person")),
        Sees("jeanne", script.line("faq.thread.handed_over")),
        Chapter(
            script.either(
                "Au matin, Odile répond ; Jeanne la lit sans signature",
                "In the morning Odile answers; Jeanne reads it unsigned",
            )
        ),
        Passes(TO_THE_MORNING),
        Sees("odile", asked, "team"),
        Replies("odile", answer, "team", to=asked),
        Sees("jeanne", answer),
    )
    return Story(
        "night", script.either("Une question à 3 h du matin", "A question at 3 a.m."), acts
    )
