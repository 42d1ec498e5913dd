"""The stage of the story tests: a town with its two chats, the whole bot, and a clock to move."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from html import unescape
from pathlib import Path
from typing import Any

from bot.agenda import post_due
from bot.app import Bot, build_application
from bot.clock import Clock
from bot.crypto import KeyRing
from bot.settings import load_settings
from bot.simulator.api import Api
from bot.simulator.models import Chat, Message, Person
from bot.simulator.request import SimulatorRequest
from bot.simulator.world import World
from content import Content, Question, Words, answers, load
from content.faq import Entry
from content.search import Search
from content.synonyms import Synonyms
from moderation.screening import steps

MORNING = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
"""A Monday, 10:00 in Montréal."""

RIGHTS = {
    "can_invite_users",
    "can_restrict_members",
    "can_delete_messages",
    "can_pin_messages",
    "can_manage_chat",
}
CONTENT: Content = load()


class Searches:
    """Builds the search over the same entries once for all the tests: nothing takes longer."""

    def __init__(self) -> None:
        self._built: dict[tuple[object, ...], tuple[object, Search[Entry]]] = {}

    def __call__(
        self, entries: tuple[Entry, ...], synonyms: Synonyms, language: str
    ) -> Search[Entry]:
        key = (language, id(synonyms), *map(id, entries))
        if key not in self._built:
            search = Search(entries, synonyms, language)
            self._built[key] = ((entries, synonyms), search)  # kept, or an id would come again
        return self._built[key][1]


answers.Search = Searches()  # type: ignore[assignment,misc]

STORY = {
    "fr": {
        "link": "Je suis {name}, je ne vois plus mon enfant.",
        "hopes": "Être écoutée par d'autres parents, et partager comment je tiens le coup.",
        "protection": "Je ne nommerai personne, et je lirai seule, loin des enfants.",
    },
    "en": {
        "link": "I am {name}, I no longer see my child.",
        "hopes": "To be heard by other parents, and to share how I hold on, day after day.",
        "protection": "I will name nobody, and I will read alone, away from the children.",
    },
}
"""What a person answers in their own words, by language and question."""


class MovableClock:
    """A clock that only moves when told to."""

    def __init__(self, start: datetime) -> None:
        self.time = start
        self.clock = Clock(now=lambda: self.time, monotonic=self.time_in_seconds)

    def time_in_seconds(self) -> float:
        return self.time.timestamp()

    def move(self, by: timedelta) -> None:
        self.time += by


def ordinary(text: str) -> str:
    """The text with ordinary spaces, as the tests and the texts are written."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


class PlainApi(Api):
    """Keeps what the bot says with ordinary spaces, as the tests and the texts are written."""

    plain = True

    def call(self, method: str, params: Any = None) -> Any:
        """Do one call, the no-break spaces of what is said made ordinary."""
        said = {
            name: ordinary(params[name])
            for name in ("text", "caption")
            if self.plain and isinstance((params or {}).get(name), str)
        }
        return super().call(method, {**params, **said} if said else params)


class Stage:
    """A town: Nadia (coordinator), Marc and Odile (moderators), Lea who asks to join."""

    def __init__(self, folder: Path, content: Content = CONTENT, **settings: Any) -> None:
        self.folder = folder
        self.content = content
        self.clock = MovableClock(MORNING)
        self.world = World(self.clock.clock.now)
        self.api = PlainApi(self.world)
        self.keys = KeyRing.new()
        self.settings = settings
        self._stack = AsyncExitStack()
        self.nadia = self.world.add_person("Nadia", "Roy")
        self.marc = self.world.add_person("Marc")
        self.odile = self.world.add_person("Odile")
        self.lea = self.world.add_person("Léa", "Tremblay")
        self.group: Chat = self.world.add_supergroup("Entraide", self.nadia)
        self.team: Chat = self.world.add_supergroup("Modération", self.nadia)
        for moderator in (self.marc, self.odile):
            self.world.add_member(self.team, moderator, by=self.nadia)
        for chat in (self.group, self.team):
            self.world.add_bot(chat, by=self.nadia, rights=RIGHTS)
        self.world.updates.clear()  # the town was there before the bot's first start
        self.bot: Bot

    async def open(self) -> None:
        """Start the bot."""
        given = {
            "bot_token": self.world.token,
            "data_dir": self.folder,
            "group_chat_id": self.group.id,
            "moderators_chat_id": self.team.id,
            **self.settings,
        }
        settings = load_settings(env_file=None, **given)
        self.bot = await self._stack.enter_async_context(
            build_application(
                settings,
                self.keys,
                self.content,
                request=SimulatorRequest(self.api),
                clock=self.clock.clock,
            )
        )
        await self.bot.sender.recover()
        self._changed = self.bot.db.watch()

    async def close(self) -> None:
        """Stop the bot."""
        await self._stack.aclose()

    async def restart(self) -> None:
        """Stop the bot and start it again on the same data."""
        await self.close()
        await self.open()
        await self.settle()

    async def settle(self) -> None:
        """Let everything happen that can happen now, pace included."""
        for _ in range(5000):
            self._changed.clear()
            await self.bot.intake.poll(0)
            await post_due(self.bot.db, self.bot.clock)
            while await self.bot.worker.work():
                pass
            pause = await self.bot.sender.turn()
            if self.bot.sender.busy:
                await self.bot.sender.wait_for_answer()
            elif pause is not None and pause < 120:
                self.clock.move(timedelta(seconds=pause + 0.001))
            elif not self._changed.is_set():
                return
        raise AssertionError("the bot never comes to rest")

    async def wait(self, **span: float) -> None:
        """Let time pass, then let what falls due happen."""
        self.clock.move(timedelta(**span))
        await self.settle()

    # What people do

    async def says(self, person: Person, text: str, chat: Chat | None = None, **extra: Any) -> None:
        """Somebody writes; without a chat, to the bot in private."""
        self.world.write(person, chat, text, **extra)
        await self.settle()

    async def starts(self, person: Person, payload: str | None = "adhesion") -> None:
        """Somebody presses Start, on the deep link by default."""
        self.world.start(person, payload)
        await self.settle()

    async def taps(self, person: Person, label: str, chat: Chat | None = None) -> None:
        """Somebody presses the newest button whose label holds these words."""
        message = self.message_with(person, label, chat)
        found = next(name for name in message.labels if label in name)
        self.world.press(person, message, found)
        await self.settle()

    # What people see

    def message_with(self, person: Person, label: str, chat: Chat | None = None) -> Message:
        """Return the newest message with a button whose label holds these words."""
        for message in reversed(self.world.seen(person, chat)):
            if any(label in name for name in message.labels):
                return message
        shown = [m.labels for m in self.world.seen(person, chat)]
        raise AssertionError(f"nobody offers {label!r} to {person.first_name}: {shown}")

    def last(self, person: Person, chat: Chat | None = None) -> str:
        """Return the newest text that the bot said."""
        return self.world.said(person, chat)[-1]

    def toast(self, person: Person) -> str:
        """Return the newest notice shown after a press."""
        return self.world.toasts(person)[-1].text

    def card(self, person: Person | None = None) -> Message:
        """Return the newest file card in the moderators' chat."""
        messages = self.world.seen(person or self.marc, self.team)
        return next(m for m in reversed(messages) if _CARD.match(m.text))

    # In the language that the person's Telegram is in

    def words(self, person: Person) -> Words:
        """Return the texts in the language of somebody's Telegram."""
        return self.content.words(self.content.pick(person.language_code))

    def label(self, person: Person, key: str, **values: Any) -> str:
        """Return a button's label or a short text, as somebody reads it."""
        return self.words(person).label(key, **values)

    async def chooses(self, person: Person, key: str, **values: Any) -> None:
        """Somebody presses the newest button that bears a label of the content."""
        await self.taps(person, self.label(person, key, **values))

    def is_told(self, person: Person, key: str, **values: Any) -> bool:
        """Tell whether the newest text of the bot holds a text of the content."""
        return plain(self.words(person).text(key, **values)) in self.last(person)

    # Ways through the story

    async def reaches(
        self, person: Person, step: str, *, link: str = "mother", statistics: bool = False
    ) -> None:
        """Somebody goes from the door to a step, in the language of their Telegram."""
        await self.starts(person)
        count = (
            "screening.buttons.statistics_yes" if statistics else "screening.buttons.statistics_no"
        )
        way = [
            (steps.WELCOME, partial(self.chooses, person, "screening.buttons.begin")),
            (steps.CONSENT, partial(self.chooses, person, "screening.buttons.agree")),
            (steps.STATISTICS, partial(self.chooses, person, count)),
        ]
        for question in self.questions(person):
            answer = partial(self.answers, person, question, link)
            way.append((steps.QUESTION + question.id, answer))
        if statistics:
            way.append((steps.REGION, partial(self.taps, person, "514/438")))
        way.append((steps.CODE, partial(self.chooses, person, "screening.buttons.accept_code")))
        for here, act in way:
            if here == step:
                return
            await act()

    def questions(self, person: Person) -> tuple[Question, ...]:
        """Return the key questions as somebody reads them."""
        return self.content.screening(self.words(person).language).questions

    async def answers(self, person: Person, question: Question, link: str = "mother") -> None:
        """Somebody answers a question: its button where it has one, then their words."""
        if question.kind == "choice":
            chosen = [c.label for c in question.choices if c.id == link] or [
                question.choices[0].label
            ]
            await self.taps(person, chosen[0])
        if question.kind == "commitment":
            await self.taps(person, question.commit_label)
        if question.kind != "choice" or question.details:
            await self.says(person, self.story(person, question.id))
            await self.chooses(person, "common.buttons.next")

    def story(self, person: Person, question: str) -> str:
        """Return what somebody says when a question asks for their words."""
        told = STORY[self.words(person).language]
        return told.get(question, told["hopes"]).format(name=person.first_name)

    async def applies(self, person: Person, **how: Any) -> None:
        """Somebody goes from the door to the summary."""
        await self.reaches(person, steps.SUMMARY, **how)

    async def sends(self, person: Person, **how: Any) -> None:
        """Somebody goes through the whole conversation and sends their request."""
        await self.applies(person, **how)
        await self.chooses(person, "screening.buttons.send")

    async def rows(self, sql: str, *values: Any) -> list[Any]:
        """Read rows, as somebody who supports the bot would."""
        return list(await self.bot.db.reading().rows(sql, values))


_CARD = re.compile(r"(🧪.*\n+)?\W*D-\d+( ·|$)", re.MULTILINE)


def plain(text: str) -> str:
    """Return a text of the content as Telegram shows it, without its markup."""
    return unescape(re.sub(r"</?[a-z-]+[^>]*>", "", text)).strip()


@asynccontextmanager
async def opened(folder: Path, **settings: Any) -> AsyncIterator[Stage]:
    """Open a stage, wait for the bot to come to rest, and close it afterwards."""
    stage = Stage(folder, **settings)
    await stage.open()
    try:
        await stage.settle()
        yield stage
    finally:
        await stage.close()
