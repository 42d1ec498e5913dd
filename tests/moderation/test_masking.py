"""What is hidden of a question before others read it, and what stays."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.masking import masked

SAID = [
    ("Combien coûte l'adhésion, 20 $?", "Combien coûte l'adhésion, 20 $?"),
    ("Mon fils de 12 ans voit une TS de la DPJ.", "Mon fils de 12 ans voit une TS de la DPJ."),
    ("Mon ex Julie Gagnon garde Léo.", "Mon ex … … garde …."),
    ("julie veut plus me voir", "… veut plus me voir"),
    ("Il va à l'école Saint-Paul.", "Il va à l'école …."),
    ("Rejoignez-moi au 514 555-0123", "Rejoignez-moi au …"),
    ("dossier 500-12-123456-789", "dossier …"),
    ("écrivez à tremblay.l@exemple.ca ou @lea_t", "écrivez à … ou …"),
    ("voir https://exemple.ca/famille?x=1 svp", "voir … svp"),
    ("j'ai appelé le 911 puis le 811", "j'ai appelé le 911 puis le 811"),
    ("Can I ask when I see my son?", "Can I ask when I see my son?"),
    ("Bonjour. Quand est-ce que c'est?", "Bonjour. Quand est-ce que c'est?"),
    ("Il est né le 14/03/2015", "Il est né le …"),
]


@pytest.mark.parametrize(("text", "shown"), SAID, ids=[text for text, _ in SAID])
def test_what_identifies_is_hidden(text: str, shown: str) -> None:
    assert masked(text) == shown


@given(st.text(max_size=300))
def test_whatever_is_written_gives_one_short_line(text: str) -> None:
    line = masked(text)
    assert "\n" not in line
    assert len(line) <= 300
    assert not re.search(r"\S@\S", line)
    assert set(re.findall(r"[0-9]{3,}", line)) <= {"911", "811", "988", "211"}


@pytest.mark.parametrize("text", ["1 " * 2000, "A-" * 2000, "@" * 4000, "a.com" * 800, "a@" * 2000])
def test_hostile_texts_give_one_short_line_too(text: str) -> None:
    line = masked(text)
    assert len(line) <= 300
    assert "@" not in line.removesuffix("…")
