"""Draws a bar chart as a picture that is read on a phone.

The fonts stand in ``bot/fonts``: the one that Pillow brings has no accents, and a server may have
none at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import ImageDraw
    from PIL.ImageFont import FreeTypeFont

_FONTS = Path(__file__).with_name("fonts")
_WIDTH, _MARGIN = 1080, 56
_INNER = _WIDTH - 2 * _MARGIN
_PAPER, _INK, _QUIET = "#FFFFFF", "#14212B", "#4A5B67"
_STRONG, _PLAIN, _TRACK = "#0B5C8A", "#6F8796", "#EDF1F4"
_TITLE, _FOOTER = 50, 36
_LARGE, _SMALL = 40, 32
_MANY = 10
"""Over so many bars, all is drawn smaller: Telegram shrinks what is much higher than wide."""
_MOST_LINES = 3


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: its name, its number (0 or more), and whether it stands out, as those who win do."""

    label: str
    value: int
    strong: bool = False


def draw(title: str, bars: Sequence[Bar], footer: str) -> bytes:
    """Return a PNG, 1080 pixels wide: a title, numbered bars in the order given, a last line.

    Names are wrapped; what the fonts have no sign for (an emoji) leaves a blank.
    """
    # Loaded by who draws one: the bot is lighter without it all the other days.
    from PIL import Image, ImageDraw

    size = _SMALL if len(bars) > _MANY else _LARGE
    heading = _wrapped(title, _font(_TITLE, strong=True), _INNER)
    closing = _wrapped(footer, _font(_FOOTER), _INNER)
    rows = [_Row(place, bar, size) for place, bar in enumerate(bars, 1)]
    top = _MARGIN + _height(heading, _TITLE) + _MARGIN // 2
    bottom = top + sum(row.height for row in rows)
    height = bottom + _MARGIN // 2 + _height(closing, _FOOTER) + _MARGIN
    image = Image.new("RGB", (_WIDTH, height), _PAPER)
    pen = ImageDraw.Draw(image)
    _write(pen, _MARGIN, _MARGIN, heading, _font(_TITLE, strong=True), _INK)
    most = max((bar.value for bar in bars), default=0)
    for row in rows:
        row.draw(pen, top, most)
        top += row.height
    _write(pen, _MARGIN, bottom + _MARGIN // 2, closing, _font(_FOOTER), _QUIET)
    written = BytesIO()
    image.save(written, "PNG")
    return written.getvalue()


class _Row:
    """A name over its bar, and the number at the end of the bar."""

    def __init__(self, place: int, bar: Bar, size: int) -> None:
        self._bar, self._size = bar, size
        self._font = _font(size, strong=bar.strong)
        self._lines = _wrapped(f"{place}. {bar.label}", self._font, _INNER)
        self._thick = size - 4
        self.height = _height(self._lines, size) + self._thick + size

    def draw(self, pen: ImageDraw.ImageDraw, top: int, most: int) -> None:
        """Draw the row from ``top``; a bar of ``most`` takes the whole width."""
        _write(pen, _MARGIN, top, self._lines, self._font, _INK)
        number, font = str(self._bar.value), _font(self._size, strong=True)
        room = _INNER - int(font.getlength(str(most))) - self._size // 2
        upper = top + _height(self._lines, self._size) + self._size // 6
        lower = upper + self._thick
        pen.rectangle((_MARGIN, upper, _MARGIN + room, lower), fill=_TRACK)
        end = _MARGIN + room * self._bar.value // max(most, 1)
        if self._bar.value:
            colour = _STRONG if self._bar.strong else _PLAIN
            pen.rectangle((_MARGIN, upper, end, lower), fill=colour)
        middle = (upper + lower) // 2
        place = (_MARGIN + room + self._size // 2, middle)
        pen.text(place, number, font=font, fill=_INK, anchor="lm")


@lru_cache(maxsize=16)
def _font(size: int, *, strong: bool = False) -> FreeTypeFont:
    from PIL.ImageFont import truetype

    return truetype(_FONTS / ("DejaVuSans-Bold.ttf" if strong else "DejaVuSans.ttf"), size)


def _wrapped(text: str, font: FreeTypeFont, width: int) -> list[str]:
    """Break a text into lines that fit, three at most; a word that is too long is broken.

    A no-break space keeps its two words together.
    """
    lines = [""]
    for word in text.replace("\n", " ").split(" "):
        for piece in _pieces(word, font, width):
            longer = f"{lines[-1]} {piece}".strip()
            if font.getlength(longer) <= width:
                lines[-1] = longer
            else:
                lines.append(piece)
    if len(lines) <= _MOST_LINES:
        return lines
    last = lines[_MOST_LINES - 1]
    while font.getlength(f"{last}…") > width:
        last = last[:-1]
    return [*lines[: _MOST_LINES - 1], f"{last.rstrip()}…"]


def _pieces(word: str, font: FreeTypeFont, width: int) -> list[str]:
    pieces = [""]
    for letter in word:
        if font.getlength(pieces[-1] + letter) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _height(lines: Sequence[str], size: int) -> int:
    return len(lines) * size * 5 // 4


def _write(
    pen: ImageDraw.ImageDraw,
    left: int,
    top: int,
    lines: Sequence[str],
    font: FreeTypeFont,
    colour: str,
) -> None:
    for number, line in enumerate(lines):
        at = (left, top + _height(lines[:number], int(font.size)))
        pen.text(at, line, fill=colour, font=font)
