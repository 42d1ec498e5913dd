"""How text is measured, marked and refused."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.simulator.errors import ApiError
from bot.simulator.formatting import automatic, escape, parse_html, plain, units


@pytest.mark.parametrize(
    ("text", "length"), [("", 0), ("abc", 3), ("é", 1), ("🙂", 2), ("a🙂é", 4)]
)
def test_length_is_in_utf16_units(text, length):
    assert units(text) == length


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("<b>Bonjour</b> Léa", "Bonjour Léa", [("bold", 0, 7)]),
        ("🙂 <i>oui</i>", "🙂 oui", [("italic", 3, 3)]),
        ("<b>a <i>b</i></b>", "a b", [("bold", 0, 3), ("italic", 2, 1)]),
        ("  <b>x</b> \n", "x", [("bold", 0, 1)]),
        ("1 &lt; 2 &amp; 3 &gt; 2 &quot;&#233;&#x1F642;", '1 < 2 & 3 > 2 "é🙂', []),
        ("a & b &nbsp;", "a & b &nbsp;", []),
        (
            "&#0000000065; 1 &lt 2 &ltd &#0; &#xD800; &#99999999999;",
            "A 1 < 2 &ltd &#0; &#xD800; &#99999999999;",
            [],
        ),
        ("<b></b>rien", "rien", []),
        ("<blockquote expandable>c</blockquote>", "c", [("expandable_blockquote", 0, 1)]),
        ('<span class="tg-spoiler">s</span>', "s", [("spoiler", 0, 1)]),
        ("<B>x</>", "x", [("bold", 0, 1)]),
    ],
)
def test_html_becomes_text_and_entities(source, text, entities):
    formatted = parse_html(source)

    assert formatted.text == text
    assert [(e["type"], e["offset"], e["length"]) for e in formatted.entities] == entities


def test_a_link_keeps_its_address():
    entity = parse_html('<a href="https://exemple.org/a?b=1">ici</a>').entities[0]

    assert entity == {"type": "text_link", "url": "https://exemple.org/a?b=1"} | {
        "offset": 0,
        "length": 3,
    }


@pytest.mark.parametrize(
    ("source", "refusal"),
    [
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("é<p>x</p>", 'Unsupported start tag "p" at byte offset 2'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("x <b", "Unclosed start tag at byte offset 2"),
        ("3 < 4", 'Unsupported start tag "" at byte offset 2'),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
    ],
)
def test_bad_html_is_refused_with_the_words_of_telegram(source, refusal):
    with pytest.raises(ApiError) as caught:
        parse_html(source)

    assert caught.value.description == f"Bad Request: can't parse entities: {refusal}"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/start adhesion", [("bot_command", 0, 6)]),
        ("dites /aide@entraide_test_bot", [("bot_command", 6, 23)]),
        ("1/2 et a/b", []),
        ("🙂 voir https://exemple.org/x.", [("url", 8, 21)]),
        ("exemple.ca, t.me/entraide", [("url", 0, 10), ("url", 12, 13)]),
        ("à marc@exemple.org ou @lise_roy", [("email", 2, 16), ("mention", 22, 9)]),
    ],
)
def test_telegram_finds_entities_by_itself(text, found):
    assert [(e["type"], e["offset"], e["length"]) for e in automatic(text)] == found


def test_what_a_person_types_is_shown_as_is():
    assert plain(" <b> & ").html == "&lt;b&gt; &amp;"


@given(st.text())
def test_what_is_escaped_comes_back_as_it_was(text):
    assert parse_html(escape(text)).text == text.strip()


@given(st.text(alphabet="<>/&;#x1 abi\"'=\n🙂é"))
def test_no_text_breaks_the_parser_and_entities_stay_inside(source):
    with contextlib.suppress(ApiError):
        formatted = parse_html(source)
        total = units(formatted.text)
        assert all(
            0 <= e["offset"] < e["offset"] + e["length"] <= total for e in formatted.entities
        )
