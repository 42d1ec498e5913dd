"""Nobody outside learns who is inside: every command and link answers them with the same bytes."""

from __future__ import annotations

from pathlib import Path

from handlers.features import routes
from tests.threats.busy import lively_town
from tests.threats.town import Said, Town, Tries

ROUTES = routes()

LISTED, ERASED = "listed", "erased"
"""Somebody whom a member does not want to meet, and somebody who erased themselves."""

UNKNOWN_HERE = (LISTED, ERASED)
"""Of whom nothing may be told that a stranger is not told."""

WITH_A_PAST = ("refused", "removed")
"""Who reads of their own request or removal, and of nobody else's."""

SEARCHES = ("faq",)
"""What answers from content, by the words it is given."""

ABOUT_ONESELF = frozenset(
    (
        *("mesdonnees", "corriger", "oublier", "consentements", "annuler"),
        *("start", "statut", "moi", "appel"),
    )
)
"""What may answer somebody with a past otherwise than a stranger: by their own rows alone."""


async def outsiders(there: Town) -> None:
    """Let in the town who is on a list, and who erased themselves."""
    erased = there.world.add_person("Erased", "Essai")
    there.people |= {LISTED: there.world.add_person("Jean", "Untel"), ERASED: erased}
    await there.starts(erased, None)
    await there.says(erased, "/oublier")
    await there.chooses(erased, "privacy.buttons.forget_yes")
    await there._know_everyone()


def abouts(there: Town) -> tuple[str, ...]:
    """Return ways to ask about a member, then about somebody who is nowhere."""
    inside = there.people["host"].id
    return (str(inside), "@host", "D-1", "C-1", "5999999999", "@nullepart", "D-999", "C-999")


def bytes_of(said: list[Said], there: Town, role: str, about: str) -> list[str]:
    """Return what is said, but for the id of whom it is said to, and for what they wrote."""
    own = str(there.people[role].id)
    whole = (f"{one.method} {one.whole}".replace(own, "0") for one in said)
    return [text.replace(about, "…") if about else text for text in whole]


async def answers(tries: Tries, there: Town, role: str, text: str, about: str = "") -> list[str]:
    said = await tries(there.says_raw(role, "private", f"{text} {about}".strip()))
    return bytes_of(said, there, role, about)


def links() -> list[str]:
    """Return every deep link, bare, and about something that is there or is not."""
    words = (word.rstrip("_") for word in ROUTES.starts)
    return [f"/start {word}{about}" for word in words for about in ("", "_1", "_2", "_999")]


async def test_everyone_outside_is_told_the_same(tmp_path: Path) -> None:
    """On a list, or erased: as a stranger, whatever is asked."""
    async with lively_town(tmp_path) as there:
        await outsiders(there)
        texts = [f"/{name}" for command in ROUTES.commands for name in command.names]
        own = {"/mesdonnees", "/mydata"}
        async with there.trying() as tries:
            for text in [*sorted(set(texts) - own), *links(), "Bonjour", "Qui est @host?"]:
                wanted = await answers(tries, there, "stranger", text)
                for role in UNKNOWN_HERE:
                    assert await answers(tries, there, role, text) == wanted, (role, text)


async def test_whoever_is_asked_about_the_answer_is_the_same(tmp_path: Path) -> None:
    async with lively_town(tmp_path) as there:
        await outsiders(there)
        async with there.trying() as tries:
            for command in (c for c in ROUTES.commands if c.names[0] not in SEARCHES):
                for role in ("stranger", "applicant", *UNKNOWN_HERE, *WITH_A_PAST):
                    text = f"/{command.names[0]}"
                    told = [await answers(tries, there, role, text, a) for a in abouts(there)]
                    assert all(one == told[0] for one in told), (role, text)


async def test_who_has_a_past_reads_of_it_alone(tmp_path: Path) -> None:
    async with lively_town(tmp_path) as there:
        await outsiders(there)
        other = set()
        async with there.trying() as tries:
            for command in ROUTES.commands:
                text = f"/{command.names[0]}"
                wanted = await answers(tries, there, "stranger", text)
                for role in WITH_A_PAST:
                    unknown = await answers(tries, there, role, "/commandequinexistepas")
                    if await answers(tries, there, role, text) not in (wanted, unknown):
                        other.add(command.names[0])
            own = await answers(tries, there, "removed", "/start")  # of their own removal
            for link in links():
                wanted = await answers(tries, there, "stranger", link)
                assert await answers(tries, there, "removed", link) in (wanted, own), link
        assert other - ABOUT_ONESELF == set()
