"""The scene of a risky message: held kindly, decided by people; distress brings help alone."""

from __future__ import annotations

from bot.demo.acts import Act, Chapter, Opens, Sees, Story, Taps, Writes
from bot.demo.script import Script


def a_risky_message(script: Script) -> Story:
    """A member gives a telephone number away; later that night, she is in distress."""
    acts = (
        Chapter(
            script.either(
                "Marc, qui coordonne, fait commencer la protection du groupe",
                "Marc, who coordinates, has the protection of the group begin",
            ),
            "jeanne",
        ),
        Taps("marc", script.label("conduct.buttons.end_trial"), "team"),
        Writes("jeanne", script.either("Bonsoir tout le monde.", "Good evening all."), "group"),
        Opens("jeanne"),
        *_held(script),
        *_decided(script),
        *_in_distress(script),
    )
    return Story("risk", script.either("Un message à risque", "A risky message"), acts)


def _held(script: Script) -> tuple[Act, ...]:
    given_away = script.either(
        "J’ai parlé à quelqu’un de formidable. Appelez-la, elle comprend : 514 555-0134.",
        "I spoke with someone wonderful. Call her, she understands: 514 555-0134.",
    )
    mended = script.either(
        "J’ai parlé à quelqu’un de formidable. Écrivez-moi en privé, je vous dirai.",
        "I spoke with someone wonderful. Write to me in private and I will tell you more.",
    )
    return (
        Chapter(
            script.either(
                "Jeanne donne le numéro de quelqu’un : le message est mis de côté",
                "Jeanne gives somebody’s number away: the message is set aside",
            )
        ),
        Writes("jeanne", given_away, "group"),
        Sees("jeanne", script.line("conduct.held", what="", article=2, title="", do="")),
        Chapter(
            script.either(
                "Elle sait pourquoi, et reprend son message sans le numéro",
                "She knows why, and writes her message again without the number",
            )
        ),
        Taps("jeanne", script.label("conduct.buttons.rephrase")),
        Sees("jeanne", given_away),
        Writes("jeanne", mended, "group"),
    )


def _decided(script: Script) -> tuple[Act, ...]:
    return (
        Chapter(
            script.either(
                "La modération lit la fiche et décide d’un geste, qui s’annule",
                "The moderators read the card and decide in one tap, which can be undone",
            )
        ),
        Sees("odile", "C-1", "team"),
        Taps("odile", script.label("conduct.buttons.warning"), "team"),
        Sees("jeanne", _warned(script)),
        Taps("marc", script.label("conduct.buttons.undo"), "team"),
        Sees("jeanne", script.line("conduct.undone.warning")),
        Taps("marc", script.label("conduct.buttons.nothing"), "team"),
        Sees("jeanne", script.line("conduct.told.nothing")),
    )


def _warned(script: Script) -> str:
    values = {"happened": "", "article": 2, "title": "", "do": "", "appeal": ""}
    return script.line("conduct.told.warning", **values)


def _in_distress(script: Script) -> tuple[Act, ...]:
    cry = script.either(
        "Cette nuit, je n’ai plus envie de vivre.", "Tonight I no longer want to live."
    )
    return (
        Chapter(
            script.either(
                "Un mot de détresse : de l’aide, à elle seule, et jamais une sanction",
                "A word of distress: help, for her alone, and never a sanction",
            )
        ),
        Writes("jeanne", cry, "group"),
        Sees("jeanne", script.line("conduct.distress")),
        Sees("jeanne", script.line("help.title")),
        Taps("jeanne", script.label("conduct.buttons.tell_moderators")),
        Sees("odile", script.line("conduct.in_distress"), "team"),
    )
