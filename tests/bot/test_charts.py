"""Charts as pictures: what is drawn is there, readable, and of the right length."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PIL.ImageFont import truetype

import bot
from bot.charts import Bar, draw

FONTS = sorted((Path(bot.__file__).parent / "fonts").glob("*.ttf"))

STRONG, PLAIN, PAPER = (11, 92, 138), (111, 135, 150), (255, 255, 255)


def picture(*bars: Bar, title: str = "Le thème", footer: str = "6 personnes.") -> Image.Image:
    image = Image.open(BytesIO(draw(title, bars, footer)))
    assert image.format == "PNG"
    return image.convert("RGB")


def lengths(image: Image.Image, colour: tuple[int, int, int]) -> list[int]:
    """The widths of the bars of a colour, from top to bottom."""
    found: list[int] = []
    inside = False
    for row in range(image.height):
        width = sum(image.getpixel((x, row)) == colour for x in range(0, image.width, 4)) * 4
        if width > 8 and not inside:
            found.append(width)
        inside = width > 8
    return found


def test_bars_are_as_long_as_their_numbers() -> None:
    image = picture(Bar("a", 12, strong=True), Bar("b", 6, strong=True), Bar("c", 3), Bar("d", 0))
    first, second = lengths(image, STRONG)
    (third,) = lengths(image, PLAIN)
    assert second == pytest.approx(first / 2, abs=6)
    assert third == pytest.approx(first / 4, abs=6)


def test_a_chart_where_nobody_chose_anything_is_drawn() -> None:
    image = picture(Bar("a", 0, strong=True), Bar("b", 0))
    assert lengths(image, STRONG) == lengths(image, PLAIN) == []
    assert draw("Rien", [], "0 personne.")


@pytest.mark.parametrize("letter", "éàçœŒÉÎùïÿ’«»—–…?%ŵ")
def test_every_sign_of_our_languages_is_in_the_fonts(letter: str) -> None:
    for path in FONTS:
        font = truetype(path, 40)
        assert bytes(font.getmask(letter)) not in (b"", bytes(font.getmask("\ue000")))
    assert picture(Bar(letter, 1)).tobytes() != picture(Bar("", 1)).tobytes()


def test_a_sign_that_the_fonts_do_not_have_leaves_a_blank() -> None:
    assert picture(Bar("colère 😡", 1)).tobytes() == picture(Bar("colère", 1)).tobytes()


def test_a_no_break_space_keeps_its_words_together() -> None:
    word = "x" * 40
    apart = picture(Bar(f"{word} « {word} »", 1))
    together = picture(Bar(f"{word} «\u00a0{word}\u00a0»", 1))
    assert apart.tobytes() != together.tobytes()


def test_long_names_are_wrapped_and_nothing_leaves_the_paper() -> None:
    name = "Survivre et se reconstruire à la suite de la perte de notre enfant, " * 4
    image = picture(Bar(name, 1234567, strong=True), Bar("x" * 300, 2))
    margins = [*range(50), *range(1031, 1080)]
    assert all(image.getpixel((x, y)) == PAPER for x in margins for y in range(0, image.height, 3))
    short = picture(Bar("court", 1234567, strong=True), Bar("court", 2))
    assert image.height > short.height


def test_twenty_themes_stay_readable_once_telegram_has_made_them_small() -> None:
    name = "Survivre et se reconstruire à la suite de la perte de notre enfant"
    image = picture(*(Bar(name, 20 - n, strong=n < 3) for n in range(20)))
    assert image.width == 1080
    # Telegram keeps 2560 pixels of the longer side: letters of 32 pixels keep 27 of 900.
    assert image.height < 3 * image.width
