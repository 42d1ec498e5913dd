"""The scene of rights: a private list that protects, one's data at once, and being forgotten."""

from __future__ import annotations

from bot.demo.acts import Act, Chapter, Opens, Replies, Sees, Story, Taps, Writes
from bot.demo.script import Script
from bot.demo.town import CAST


def ones_own_data(script: Script) -> Story:
    """Jeanne fears somebody; he asks to join, and thinks better of it."""
    acts = (
        *_protected(script),
        *_in_conflict(script),
        *_forgotten(script),
    )
    return Story("rights", script.either("Ses données à soi", "One's own data"), acts)


def _protected(script: Script) -> tuple[Act, ...]:
    feared = " ".join(CAST["victor"])
    return (
        Chapter(
            script.either(
                "Jeanne nomme quelqu’un qu’elle ne veut pas rencontrer : il n’en reste qu’un code",
                "Jeanne names somebody she does not want to meet: only a code of it remains",
            ),
            "jeanne",
        ),
        Opens("jeanne"),
        Writes("jeanne", script.either("/protection", "/protect")),
        Taps("jeanne", script.label("privacy.buttons.add")),
        Replies("jeanne", feared),
        Sees("jeanne", script.line("privacy.protection.added")),
    )


def _in_conflict(script: Script) -> tuple[Act, ...]:
    return (
        Chapter(
            script.either(
                "Victor demande à entrer : la modération est prévenue, sans savoir pour qui",
                "Victor asks to join: the moderators are warned, without knowing for whom",
            ),
            "victor",
        ),
        Opens("victor", "adhesion"),
        *script.consents("victor"),
        *script.answers("victor", "family", {}),
        Taps("victor", script.label("screening.buttons.send")),
        Sees("marc", script.line("card.conflict"), "team"),
    )


def _forgotten(script: Script) -> tuple[Act, ...]:
    return (
        Chapter(
            script.either(
                "Il veut savoir ce qui est gardé de lui, puis que tout soit effacé",
                "He wants to know what is kept of him, then that it all be erased",
            )
        ),
        Writes("victor", script.either("/confidentialite", "/privacy")),
        Taps("victor", script.label("privacy.buttons.data")),
        Sees("victor", script.line("privacy.data.page", sections="")),
        Writes("victor", script.either("/oublier", "/forget")),
        Taps("victor", script.label("privacy.buttons.forget_yes")),
        Sees("victor", script.line("privacy.forget.done")),
    )
