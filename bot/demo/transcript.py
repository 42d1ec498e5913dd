"""The transcript: what is said in the three chats, for a terminal of 100 columns."""

from __future__ import annotations

import asyncio
import re
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from bot.demo.acts import Act, Asks, Chapter, Opens, Sees, Taps
from bot.demo.reading import Reader
from bot.demo.town import Place, Town
from bot.simulator.models import Chat, Message, Person

WIDTH = 100
NAME_WIDTH = 10
LONGEST = 14
"""Lines of a message; the rest is counted, not shown."""

READING = 0.003
"""Seconds that one character leaves to be read: a glance, for the whole takes half a minute."""

LONGEST_PAUSE = 0.8
LOOKS_EVERY = 0.05

PLAIN = dict.fromkeys(("title", "chat", "bot", "person", "button", "faint", "off"), "")
COLOURS = {
    "title": "\033[1m",
    "chat": "\033[1;36m",
    "bot": "\033[32m",
    "person": "\033[33m",
    "button": "\033[36m",
    "faint": "\033[2m",
    "off": "\033[0m",
}
PLACES: dict[Place, str] = {"group": "LE GROUPE", "team": "LA MODÉRATION", "private": "EN PRIVÉ"}


@dataclass(slots=True)
class _Shown:
    """A message as it was last printed."""

    lines: list[str]
    rows: list[str]
    deleted: bool = False


@dataclass(slots=True)
class Transcript:
    """Prints what changes in a town, as the audience of its player.

    ``write`` takes one line; ``coloured`` is for terminals; ``fast`` leaves no time to read. What
    was there before is not printed, nor are the private chats of ``unseen``
    before a chapter meets them.
    """

    town: Town
    write: Callable[[str], None]
    coloured: bool = False
    fast: bool = True
    unseen: set[str] = field(default_factory=set)
    _shown: dict[tuple[int, int], _Shown] = field(default_factory=dict)
    _toasts: dict[int, int] = field(default_factory=dict)
    _chat: Chat | None = None
    _reader: Reader = field(init=False)

    def __post_init__(self) -> None:
        self._reader = Reader(self.town)
        for message in self._messages():
            self._shown[message.chat.id, message.message_id] = _as_shown(message)

    async def follow(self) -> None:
        """Print changes as they come, until cancelled."""
        while True:
            self.changes()
            await asyncio.sleep(LOOKS_EVERY)

    async def before(self, act: Act) -> None:
        """Leave the time to read, then print an act that is no message."""
        self.changes()
        if not isinstance(act, Sees) and not self.fast:
            await asyncio.sleep(min(self._reader.unread() * READING, LONGEST_PAUSE))
            self.changes()
        match act:
            case Chapter(title, meets):
                self.chapter(title)
                self.unseen.discard(meets)
                self.changes()
            case Taps(who, label, place):
                self._does(who, place, f"touche [{label}]")
            case Opens(who):
                self._does(who, "private", "ouvre le lien du robot")
            case Asks(who):
                self._does(who, "group", "demande à entrer, par le lien du groupe")

    def after(self, act: Act) -> None:
        """Print what an act changed, before the bot has had the time to answer."""
        self.changes()

    def chapter(self, title: str) -> None:
        """Say what comes next."""
        self._chat = None
        self.write("")
        self.write(self._in("title", f"━━ {title} ".ljust(WIDTH, "━")))

    def changes(self) -> None:
        """Print what changed since the last time."""
        for message in self._messages():
            person = message.chat.person
            if person is None or person not in map(self.town.people.get, self.unseen):
                self._look(message)
        for person in self.town.people.values():
            self._look_at_toasts(person)

    def _messages(self) -> list[Message]:
        return [m for c in list(self.town.world.chats.values()) for m in list(c.messages.values())]

    def _look(self, message: Message) -> None:
        key = (message.chat.id, message.message_id)
        before = self._shown.get(key)
        if message.deleted:
            if before is not None and not before.deleted:
                self._removed(message, before)
            return
        now = _as_shown(message)
        if before is None or (before.lines, before.rows) != (now.lines, now.rows):
            self._shown[key] = now
            self._say(message, now, before)

    def _removed(self, message: Message, before: _Shown) -> None:
        before.deleted = True
        quote = textwrap.shorten(before.lines[0] if before.lines else "", 50, placeholder="…")
        self._head(message.chat)
        self._lines(message.sender, [self._in("faint", f"⌫ message retiré : « {quote} »")])

    def _say(self, message: Message, now: _Shown, before: _Shown | None) -> None:
        """Print a message; of one that was edited, what is new in it."""
        known = before.lines if before else []
        lines = [line for line in now.lines if line not in known]
        if (more := len(lines) - LONGEST) > 1:
            lines[LONGEST:] = [self._in("faint", f"… ({more} lignes de plus)")]
        if before is None or before.rows != now.rows:
            lines += [self._in("button", row) for row in now.rows]
        if before is not None:
            first = lines[0] if lines else "les boutons sont partis"
            lines[:1] = [f"{self._in('faint', '✎ modifié')}  {first}"]
        self._head(message.chat)
        self._lines(message.sender, lines)

    def _look_at_toasts(self, person: Person) -> None:
        toasts = self.town.world.toasts(person)
        for toast in toasts[self._toasts.get(person.id, 0) :]:
            if toast.text:
                for line in _wrapped(f"({person.first_name} lit : {toast.text})"):
                    self.write(" " * (NAME_WIDTH + 4) + self._in("faint", line))
        self._toasts[person.id] = len(toasts)

    def _does(self, who: str, place: Place, what: str) -> None:
        person = self.town.people[who]
        self._head(self.town.chat(person, place))
        self._lines(person, [self._in("button", f"▸ {what}")])

    def _head(self, chat: Chat) -> None:
        if chat is self._chat:
            return
        self._chat = chat
        name = PLACES[self.town.place(chat)]
        if chat.person is not None:
            name += f" · {chat.person.first_name} et le robot"
        self.write("")
        self.write(self._in("chat", f"── {name} ".ljust(WIDTH, "─")))

    def _lines(self, sender: Person, lines: list[str]) -> None:
        robot = sender is self.town.world.bot
        name = "le robot" if robot else sender.first_name
        head = self._in("bot" if robot else "person", f"{name:<{NAME_WIDTH}}")
        for line in lines:
            self.write(f"  {head}  {line}".rstrip())
            head = " " * NAME_WIDTH

    def _in(self, colour: str, text: str) -> str:
        table = COLOURS if self.coloured else PLAIN
        return f"{table[colour]}{text}{table['off']}"


def _wrapped(text: str) -> Iterator[str]:
    width = WIDTH - NAME_WIDTH - 4 - len("✎ modifié  ")
    for line in text.splitlines():
        if line.strip():
            # French puts a space before these, where a line must not break.
            kept = re.sub(" ([:;!?»])", "\u00a0\\1", line).replace("« ", "«\u00a0")
            yield from textwrap.wrap(kept, width)


def _as_shown(message: Message) -> _Shown:
    rows = ["  ".join(f"[{button.text}]" for button in row) for row in message.buttons]
    return _Shown(list(_wrapped(message.text or _service(message))), rows)


def _service(message: Message) -> str:
    """Return what a message without text says happened."""
    if users := message.raw.get("new_chat_members"):
        return f"→ {users[0]['first_name']} entre dans le groupe"
    if user := message.raw.get("left_chat_member"):
        return f"← {user['first_name']} quitte le groupe"
    return "(message épinglé)" if "pinned_message" in message.raw else "(fichier)"
