"""Fifty people who ask to join at the same moment: how long each answer takes to reach them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bench.children import bare_bot, full_bot, running
from bench.town import Town
from bot.simulator.models import Message, Person
from bot.simulator.server import serve

PATIENCE = 30.0
"""Seconds after which a person takes an answer as lost."""

TO_FIRST_QUESTION = 4
"""Acts from the deep link to the first question: start, begin, consent, statistics."""


@dataclass(frozen=True, slots=True)
class Answers:
    """Seconds from each update served to its answer received, in the order of the acts."""

    first_question: list[float]
    on_the_way: list[float]
    to_sending: list[float]
    lost: int
    refused_for_pace: int
    peak_mb: float


async def measure(people: int, kind: str, folder: Path) -> Answers:
    """Start one bot on a fresh town whose server keeps Telegram's pace, and have people apply."""
    town = Town()
    town.api.enforce_pace = True
    async with serve(town.api) as url:
        command = full_bot(town, url, folder)
        if kind == "bare":
            command = bare_bot(town, url, folder, "answering")
        async with running(command, folder) as child:
            await town.help_answered()
            await asyncio.sleep(1.5)  # the call just made leaves the second that is counted
            applicants = [Applicant(town, town.world.add_person(f"P{n}")) for n in range(people)]
            walk = Applicant.write_only if kind == "bare" else Applicant.apply
            walks = await asyncio.gather(*(walk(applicant) for applicant in applicants))
            return _answers(walks, town.api.refused_for_pace, child.peak_megabytes())


def _answers(walks: list[list[float | None]], refused: int, peak_mb: float) -> Answers:
    def got(wanted: Callable[[int], bool]) -> list[float]:
        return [s for walk in walks for n, s in enumerate(walk, 1) if s is not None and wanted(n)]

    return Answers(
        got(lambda n: n == TO_FIRST_QUESTION),
        got(lambda n: n <= TO_FIRST_QUESTION),
        got(lambda n: n > TO_FIRST_QUESTION),
        sum(seconds is None for walk in walks for seconds in walk),
        refused,
        peak_mb,
    )


class Applicant:
    """Somebody who acts as soon as they see what they wait for."""

    def __init__(self, town: Town, person: Person) -> None:
        self._town = town
        self._person = person
        self._seconds: list[float | None] = []

    async def apply(self) -> list[float | None]:
        """Go from the deep link to the request sent."""
        world, person = self._town.world, self._person
        await self._act(lambda: world.start(person, "adhesion"), "Commencer")
        await self._press("Commencer", "J'accepte")
        await self._press("J'accepte", "Non merci")
        await self._press("Non merci", "Mère")
        await self._press("Mère", "Recommencer")
        await self._write("Je suis là pour mon enfant, que je ne vois plus.", "Continuer")
        await self._press("Continuer", "Retour", without="Recommencer")
        await self._write("Être écoutée, et écouter d'autres parents à mon tour.", "Continuer")
        await self._press("Continuer", "je m'y engage")
        await self._press("je m'y engage", "Recommencer")
        await self._write("Je ne nommerai personne et je lirai loin des enfants.", "Continuer")
        await self._press("Continuer", "J'accepte le code")
        await self._press("J'accepte le code", "Envoyer ma demande")
        await self._press("Envoyer ma demande", "", without="Envoyer ma demande")
        return self._seconds

    async def write_only(self) -> list[float | None]:
        """Say as many things as lead to the first question, each once the last was answered."""
        for _ in range(TO_FIRST_QUESTION):
            await self._wait(
                partial(self._town.world.start, self._person, "adhesion"),
                partial(self._heard_more_than, len(self._town.world.said(self._person))),
            )
            if self._seconds[-1] is None:
                break
        return self._seconds

    def _heard_more_than(self, before: int) -> bool:
        return len(self._town.world.said(self._person)) > before

    async def _press(self, label: str, then: str, without: str = "") -> None:
        message = next(m for m in reversed(self._seen()) if _has(m.labels, label))
        found = next(name for name in message.labels if label in name)
        await self._act(lambda: self._town.world.press(self._person, message, found), then, without)

    async def _write(self, text: str, then: str) -> None:
        await self._act(lambda: self._town.world.write(self._person, None, text), then)

    async def _act(self, act: Callable[[], object], then: str, without: str = "") -> None:
        """Act, and wait for a last message with the button ``then`` and without another."""

        def shown() -> bool:
            labels = self._seen()[-1].labels
            return _has(labels, then) and not (without and _has(labels, without))

        await self._wait(act, shown)
        if self._seconds[-1] is None:
            raise TimeoutError(f"{then!r} never came")

    async def _wait(self, act: Callable[[], object], shown: Callable[[], bool]) -> None:
        api, update_id = self._town.api, self._town.world.updates.next_id()
        act()
        if await api.until(shown, PATIENCE):
            answered = api.answered[self._person.id]
            self._seconds.append(answered - api.served[update_id])
        else:
            self._seconds.append(None)

    def _seen(self) -> list[Message]:
        return self._town.world.seen(self._person)


def _has(labels: list[str], part: str) -> bool:
    return not part or any(part in label for label in labels)
