"""Whatever dresses a fault up or hides it, the rules read the same words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.conduct import Hold, Pass, judge
from moderation.signals.facts import MessageFacts

DRESSED = [
    "T'es une c\u200bo\u200bnn\u200basse",  # zero-width
    "T'es une соnnаssе",  # look-alikes
    "t'es une c0nn4sse",  # leet
    "y o u   i d i o t",  # letters set apart
    "t'es une c.o.n.n.a.s.s.e",
    "T'ES UNE CONNNNASSE!!!",
    "t'es une c*nnasse",
    "t'es une conansse",  # letters swapped
    "\u202et'es une connasse\u202c",  # bidi
    "𝓽'𝓮𝓼 𝓾𝓷𝓮 𝓬𝓸𝓷𝓷𝓪𝓼𝓼𝓮",
    "j e   v a i s   t e   t u e r",
    "je vais te tu3r",
    "k1ll y0urself",
    "mon cell: 5 1 4 5 5 5 0 1 9 9",
    "５１４ ５５５ ０１９９",
    "514 pour commencer 555 et après 0199",
]


@pytest.mark.parametrize("text", DRESSED)
def test_a_disguise_changes_nothing(text: str) -> None:
    assert isinstance(judge(MessageFacts(text=text)), Hold)


@pytest.mark.parametrize(
    "facts",
    [
        MessageFacts(poll=("On se voit quand?", "Mardi", "Jamais, t'es une connasse")),
        MessageFacts(text="Regardez", quote="Appelle Lise au 514 555-0199"),
        MessageFacts(file_name="Jugement_garde_2026.pdf"),
        MessageFacts(file_name="Rapport d'expertise.docx"),
        MessageFacts(contact="Lise Gagnon"),
        MessageFacts(live_location=True),
    ],
)
def test_words_are_read_wherever_they_hide(facts: MessageFacts) -> None:
    assert isinstance(judge(facts), Hold)


def test_what_is_quoted_of_another_is_not_the_authors_insult() -> None:
    assert judge(MessageFacts(text="Pas correct ça.", quote="T'es une connasse")) == Pass()


INVISIBLE = ["\u200b", "\u200d", "\u00ad", "\u2060", "\ufe0f"]


@given(st.data())
def test_invisible_signs_anywhere_change_nothing(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(["Je vais te tuer", "sale pute", "kill yourself"]))
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(text)))
        text = text[:at] + data.draw(st.sampled_from(INVISIBLE)) + text[at:]
    assert isinstance(judge(MessageFacts(text=text)), Hold)


KIND = ["Bonne soirée.", "Merci à tous!", "See you tomorrow.", "Bon courage", "😀", "..."]


@given(st.sampled_from([*DRESSED[5:7], "Je vais te tuer."]), st.sampled_from(KIND), st.booleans())
def test_kind_words_around_hide_nothing(fault: str, kind: str, before: bool) -> None:
    text = f"{kind}\n{fault}" if before else f"{fault}\n{kind}"
    assert isinstance(judge(MessageFacts(text=text)), Hold)


HOSTILE = [
    "tu es ", "il me veux plus ", "je vais te les femmes sont tu ", "a ", "x", "1", "514 ", "c*** ",
    "il dit que tu es con ", "mon ex mon fils a ", "s.o.m.e ", "'\" .", "un deux ", "a@a.",
    "abcd 8001 01", "12 rue 12 main ", "his son her kid he ", "he hit ", "si tu si ", "\n", "é",
]  # fmt: skip


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_text_made_to_hurt_is_judged_whole(hostile: str) -> None:
    filler = (hostile * 4096)[:4000]
    judge(MessageFacts(text=filler))  # whatever it is, it is something
    said = judge(MessageFacts(text=f"Écris-moi à nadia@exemple.org\n{filler}"))
    assert "email" in {cited.finding.rule for cited in said.cited}
