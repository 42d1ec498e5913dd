"""What people write never becomes markup; what we write is markup that Telegram takes."""

import unicodedata
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.markup import (
    Html,
    bound,
    clean,
    markup_fault,
    pieces,
    to_html,
    to_plain,
    utf16_length,
)
from content.templates import Template

HOSTILE = "<&>\"'{}\n\r\t\u2028\u2029\u202e\u2066\u200b\u200d\ufeff\u00ad\u3164\x00\x1b\ud800ab/b "
NAMES = st.one_of(st.text(), st.text(alphabet=HOSTILE))
GREETING = Template('<b>{name}</b> <a href="https://example.org/?q={name}">ici</a>')


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        ("Là : rien", "Là_: rien"),
        ("Il dit « non ».", "Il dit «_non_»."),
        ("<b>Danger</b> : 911", "<b>Danger</b>_: 911"),
        ("C'est vrai ?\nOui !", "C'est vrai_?\nOui_!"),
        ("a :b et c :", "a :b et c_:"),
        ("Voici :) et https://exemple.org/?a", "Voici :) et https://exemple.org/?a"),
        ("\n: rien", "\n: rien"),
    ],
)
def test_signs_set_apart_stay_with_their_word(typed: str, sent: str) -> None:
    assert bound(typed) == sent.replace("_", "\N{NO-BREAK SPACE}")
    assert bound(bound(typed)) == bound(typed)


class Reader(HTMLParser):
    """Reads HTML as a browser does, independently of our own rules."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.words = ""

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)

    def handle_data(self, data):
        self.words += data


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Ana <b>", "Ana &lt;b&gt;"),
        ("</b><a href='x'>", "&lt;/b&gt;&lt;a href='x'&gt;"),
        ("Fish & Chips &amp; Cie", "Fish &amp; Chips &amp;amp; Cie"),
        ('D\'Amours "dite"', "D'Amours &quot;dite&quot;"),
        ("abc\u202edef\u2066g", "abcdefg"),
        ("a\u200bb\u200cc\u200dd\u2060e\ufefff\u00adg", "abcdefg"),
        ("Léa\nModération :\r\nok\u2028fin\x85", "Léa Modération :  ok fin "),
        ("a\x00b\x1bc\ud800d", "abcd"),
        ("\u3164\u2800\u115f", ""),
        ("{name}", "{name}"),
        ("Zoé 💙 Éloïse", "Zoé 💙 Éloïse"),
    ],
)
def test_a_name_is_escaped_and_hides_nothing(name, shown):
    assert to_html(name) == shown


@given(NAMES)
def test_any_name_gives_valid_markup_with_our_tags_only(name):
    message = GREETING.html({"name": name})
    assert markup_fault(message) is None
    message.encode()
    reader = Reader()
    reader.feed(message)
    reader.close()
    assert reader.tags == ["b", "a"]
    assert reader.words == clean(name) + " ici"


@given(NAMES)
def test_nothing_hidden_remains(name):
    shown = clean(name)
    assert not {unicodedata.category(letter) for letter in shown} & {"Cc", "Cf", "Cs", "Zl", "Zp"}
    assert clean(shown) == shown


@given(NAMES)
def test_a_quoted_answer_keeps_its_lines_and_nothing_else(answer):
    quoted = Html.quote(answer)
    assert markup_fault(quoted) is None
    assert quoted.split("\n") == ([to_html(line) for line in answer.splitlines()] or [""])


def test_html_goes_in_as_it_is():
    card = Template("{name} : {card}").html({"name": "<b>", "card": Html.of("<i>vu</i>")})
    assert card == "&lt;b&gt; : <i>vu</i>"
    assert isinstance(card, Html)


def test_a_button_shows_the_words_of_html():
    assert to_plain(Html.of("<b>Toi</b> &amp; moi")) == "Toi & moi"
    assert to_plain("<b>\u202e &amp;") == "<b> &amp;"


@pytest.mark.parametrize(
    "text",
    [
        "Simple, 3 > 2, l'aide",
        "<b>a <i>b <u>c <s>d</s></u></i></b>",
        '<a href="https://example.org/?a=1&amp;b=2">lien</a>',
        "<pre>x</pre><code>y</code><tg-spoiler>z</tg-spoiler>",
        "<blockquote>a</blockquote><blockquote expandable>b</blockquote>",
        "&lt;&gt;&amp;&quot;&#39;&#x1F499;",
    ],
)
def test_markup_that_telegram_takes(text):
    assert markup_fault(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "<b>",
        "</b>",
        "<b></i>",
        "<b><i></b></i>",
        "<B>a</B>",
        "<br>",
        "<br/>",
        "<b class='x'>a</b>",
        "<b>a</b x>",
        "<a href='https://example.org'>a</a>",
        '<a onclick="x">a</a>',
        "a < b",
        "a & b",
        "&nbsp;",
        "&eacute;",
        "&#;",
        "<!-- a -->",
        "<b",
    ],
)
def test_markup_that_telegram_refuses(text):
    assert markup_fault(text)


def test_length_is_counted_as_telegram_does():
    assert utf16_length("aé💙") == 4


@given(st.text(alphabet="aé🧡 "), st.integers(2, 9))
def test_pieces_are_the_whole_text_and_none_is_too_long(text: str, most: int) -> None:
    found = pieces(text, most)
    assert "".join(found) == text
    assert max(map(utf16_length, found)) <= most
