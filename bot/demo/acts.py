"""What people do in a story, as data: one small class for each act, and the story they make."""

from __future__ import annotations

from dataclasses import dataclass

from bot.demo.town import Place


@dataclass(frozen=True, slots=True)
class Opens:
    """Presses Start on the bot's link; ``payload`` is what the link carries."""

    who: str
    payload: str = ""


@dataclass(frozen=True, slots=True)
class Asks:
    """Asks to come into the group, by the link that wants an approval."""

    who: str


@dataclass(frozen=True, slots=True)
class Writes:
    """Writes a message. ``{code}`` in it becomes the code that the bot printed at its start."""

    who: str
    text: str
    place: Place = "private"


@dataclass(frozen=True, slots=True)
class Replies:
    """Answers the bot's newest message that asks for a reply, or the newest with these words."""

    who: str
    text: str
    place: Place = "private"
    to: str = ""


@dataclass(frozen=True, slots=True)
class Taps:
    """Taps the newest button that bears this label, as soon as it shows."""

    who: str
    label: str
    place: Place = "private"


@dataclass(frozen=True, slots=True)
class Sees:
    """Waits until a message that stands there holds these words."""

    who: str
    text: str
    place: Place = "private"


@dataclass(frozen=True, slots=True)
class Passes:
    """Time passes, in hours; what falls due meanwhile happens."""

    hours: float


@dataclass(frozen=True, slots=True)
class Chapter:
    """Says what comes next, to who watches; ``meets`` is someone they had not seen yet."""

    title: str
    meets: str = ""


Act = Opens | Asks | Writes | Replies | Taps | Sees | Passes | Chapter


@dataclass(frozen=True, slots=True)
class Story:
    """A scene: its name in addresses, its title, what happens in it."""

    name: str
    title: str
    acts: tuple[Act, ...]
