"""The people of the crash story. Each does everything once, when the screen for it is there."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeVar

from bot.simulator.models import Chat, Message, Person
from bot.simulator.world import World
from tests.stage import PlainApi

RIGHTS = {
    "can_invite_users",
    "can_restrict_members",
    "can_delete_messages",
    "can_pin_messages",
    "can_manage_chat",
}
T = TypeVar("T")

PATIENCE = 180.0
WORDS = {
    "Léa": (
        "Je suis journaliste, et je ne vois plus mon enfant.",
        "Être écoutée par d'autres parents, et partager comment je tiens le coup.",
        "Je ne nommerai personne, et je lirai seule, loin des enfants.",
    ),
    "Inès": (
        "Je ne vois plus mon fils depuis deux ans.",
        "Comprendre ce qui m'arrive, et dire à d'autres qu'on s'en sort.",
        "Mon téléphone reste fermé à clé, et je change les prénoms.",
    ),
    "Zoé": (
        "Ma fille refuse de me parler depuis l'été dernier.",
        "Des soirées moins seule, et mes dix ans d'expérience des démarches.",
        "Ce que je lirai ici restera ici, je n'en parlerai pas à la maison.",
    ),
}


class Town:
    """Nadia coordinates, Marc and Odile moderate; Léa, Inès and Zoé ask to come in."""

    def __init__(self) -> None:
        self.world = World(lambda: datetime.now(UTC))
        self.api = PlainApi(self.world)
        names = ("Nadia", "Marc", "Odile", "Léa", "Inès", "Zoé")
        self.nadia, self.marc, self.odile, self.lea, self.ines, self.zoe = (
            self.world.add_person(name) for name in names
        )
        self.group: Chat = self.world.add_supergroup("Entraide", self.nadia)
        self.team: Chat = self.world.add_supergroup("Modération", self.nadia)
        for moderator in (self.marc, self.odile):
            self.world.add_member(self.team, moderator, by=self.nadia)
        for chat in (self.group, self.team):
            self.world.add_bot(chat, by=self.nadia, rights=RIGHTS)
        self.door = self.world.create_link(self.group, self.nadia, approval=True)
        self.world.updates.clear()

    async def story(self, is_over: Callable[[], bool]) -> None:
        """Play the whole of it; ends when everyone saw what they waited for, and it is over."""
        for moderator in (self.marc, self.odile):  # known from the first day, as in any team
            self.world.write(moderator, self.team, "Je regarde les demandes ce soir.")
        settling = asyncio.create_task(self._settle_what_is_uncertain())
        try:
            async with asyncio.TaskGroup() as tasks:
                for play in (self._lea, self._ines, self._zoe):
                    tasks.create_task(play())
            await until(lambda: self.announced() > 0, "the group hears of newcomers")
            await until(is_over, "the bot comes to rest")
        finally:
            settling.cancel()

    # The people

    async def _lea(self) -> None:
        """Comes by the link; her file is flagged: two moderators must accept it."""
        self.world.start(self.lea, "adhesion")
        await self._applies(self.lea)
        await self.taps(self.marc, "Accepter", "Léa", self.team)
        await self.taps(self.odile, "Accepter", "il manque l'accord", self.team)
        await self.taps(self.lea, "Entrer dans le groupe", "acceptée")
        await self.reads(self.lea, "Bienvenue parmi nous")
        await self.reads(self.marc, "Léa\nAcceptée par Marc, Odile", self.team)

    async def _ines(self) -> None:
        """Comes by the link; she is refused, the refusal is undone, then she is accepted."""
        self.world.start(self.ines, "adhesion")
        await self._applies(self.ines)
        await self.taps(self.marc, "Refuser", "Inès", self.team)
        await self.taps(self.marc, "incomplète", "Inès", self.team)
        await self.reads(self.ines, "il nous en manque un peu")
        await self.taps(self.marc, "Annuler (10 minutes)", "Inès\nRefusée par Marc", self.team)
        await self.reads(self.ines, "nous avons repris votre demande")
        await self.taps(self.odile, "Accepter", "Inès", self.team)
        await self.sees(self.ines, "Entrer dans le groupe", "acceptée")

    async def _zoe(self) -> None:
        """Asks to join at the door of the group, and is let in by it."""
        self.world.join_request(self.zoe, self.door)
        invitation = await self.sees(self.zoe, "Ouvrir ma demande", "demande d'entrer")
        self.world.press(self.zoe, invitation, label_of(invitation, "Ouvrir ma demande"))
        await self._applies(self.zoe)
        await self.taps(self.odile, "Accepter", "Zoé", self.team)
        await self.reads(self.zoe, "Bienvenue parmi nous")

    async def _applies(self, person: Person) -> None:
        """Answer everything and send; moderators read it as it was written."""
        about, hope, care = WORDS[person.first_name]
        await self.taps(person, "Commencer")
        await self.taps(person, "J'accepte", "Étudier votre demande")
        await self.taps(person, "Non merci")
        await self.taps(person, "Mère", "1 de 3")
        await self.writes(person, about, "1 de 3")
        await self.taps(person, "Continuer", "1 de 3")
        await self.writes(person, hope, "2 de 3")
        await self.taps(person, "Continuer", "2 de 3")
        await self.taps(person, "je m'y engage", "3 de 3")
        await self.writes(person, care, "3 de 3")
        await self.taps(person, "Continuer", "3 de 3")
        await self.taps(person, "J'accepte le code")
        await self.taps(person, "Envoyer ma demande", about)
        await self.reads(person, "C'est envoyé")
        card = await self.sees(self.marc, "Accepter", person.first_name, self.team)
        assert all(words in card.text for words in WORDS[person.first_name])

    async def _settle_what_is_uncertain(self) -> None:
        """Odile looks, as the alert asks, and says what to do."""
        settled: set[int] = set()
        while True:
            alert = await self.sees(
                self.odile, "Envoyer de nouveau", "", self.team, but=settled, patience=3600
            )
            settled.add(alert.message_id)
            there = self.announced() and "nouve" in alert.text
            label = "C'est bien arrivé" if there else "Envoyer de nouveau"
            self.world.press(self.odile, alert, label_of(alert, label))

    # What they do

    async def taps(
        self, person: Person, label: str, text: str = "", chat: Chat | None = None
    ) -> None:
        """Press a button once it is there, on the newest message that has these words."""
        message = await self.sees(person, label, text, chat)
        self.world.press(person, message, label_of(message, label))

    async def writes(self, person: Person, words: str, question: str) -> None:
        """Write once the bot asks for words."""
        await self.reads(person, "Écrivez", also=question)
        self.world.write(person, None, words)

    async def sees(
        self,
        person: Person,
        label: str,
        text: str = "",
        chat: Chat | None = None,
        *,
        but: set[int] | frozenset[int] = frozenset(),
        patience: float = PATIENCE,
    ) -> Message:
        """Wait for a message with a button and some words; return the newest one."""

        def found() -> Message | None:
            for message in reversed(self.world.seen(person, chat)):
                fits = text in message.text and message.message_id not in but
                if fits and any(label in name for name in message.labels):
                    return message
            return None

        what = f"{person.first_name} sees {label!r} under {text!r}"
        return await until(found, what, patience)

    async def reads(
        self, person: Person, text: str, chat: Chat | None = None, also: str = ""
    ) -> Message:
        """Wait for a message of the bot with some words."""

        def found() -> Message | None:
            for message in reversed(self.world.seen(person, chat)):
                said = message.sender is self.world.bot
                if said and text in message.text and also in message.text:
                    return message
            return None

        return await until(found, f"{person.first_name} reads {text!r}")

    def announced(self) -> int:
        """Return how many newcomers the group heard of."""
        said = self.world.said(self.nadia, self.group)
        return sum(1 if text.startswith("Une nouvelle") else int(text.split()[0]) for text in said)


async def until(found: Callable[[], T | None], what: str, patience: float = PATIENCE) -> T:
    """Return what is found once it is there."""
    try:
        async with asyncio.timeout(patience):
            while not (there := found()):  # noqa: ASYNC110 (a world rings no bell)
                await asyncio.sleep(0.005)
    except TimeoutError:
        raise AssertionError(f"it never happens that {what}") from None
    return there


def label_of(message: Message, part: str) -> str:
    """Return the whole label of a button."""
    return next(label for label in message.labels if part in label)
