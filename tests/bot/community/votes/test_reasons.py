"""Every reason has its sentence, in each language, and says what happened."""

from __future__ import annotations

import pytest

from bot.community.votes.counting import count
from bot.community.votes.elections import Election, Method, Rule, Tie
from bot.community.votes.reasons import Reason, bars, settled, why
from content import load
from tests.bot.community.votes.polls import approvals, ranked

CONTENT = load()


def said(reason: Reason, language: str = "fr") -> str:
    """The sentence, themes by their numbers."""
    words = CONTENT.words(language)
    values = {**reason.values, "theme": reason.theme, "other": reason.other}
    if reason.n is None:
        return str(words.text(reason.key, **values))
    return str(words.count(reason.key, reason.n, **values))


def reasons(method: Method, election: Election, language: str = "fr") -> list[str]:
    tally = count(method, election)
    return [said(why(tally, place), language) for place in range(1, len(tally.order) + 1)]


def test_approval_says_how_many_ask_for_each() -> None:
    assert reasons(Method.APPROVAL, approvals("abc", "4 a, 1 b", 1)) == [
        "C'est le thème le plus demandé : 4 personnes.",
        "1 personne le demande.",
        "Personne ne l'a choisi cette fois-ci.",
    ]


def test_nobody_is_said_to_be_first_alone_when_two_are() -> None:
    told = reasons(Method.APPROVAL, approvals("ab", "4 ab, 1 -", 1))
    assert told == ["Il est parmi les plus demandés : 4 personnes.", "4 personnes le demandent."]


def test_a_season_says_who_is_heard() -> None:
    # b gathers 13, then c is wanted by 3 who had nothing yet, a by 9 who had b, d by one alone.
    assert reasons(Method.PHRAGMEN, approvals("abcd", "9 ab, 4 bc, 3 c, 1 d", 3)) == [
        "C'est le thème le plus demandé : 13 personnes.",
        "Des 7 personnes qui le demandent, 3 n'avaient encore aucun thème retenu.",
        "9 personnes le demandent. Elles ont déjà un thème retenu; pour leur nombre, ce sont elles "
        "qui ont le moins obtenu.",
        "Il fait entendre 1 personne dont aucun thème n'était encore retenu.",
    ]


def test_an_order_says_which_themes_come_after() -> None:
    assert reasons(Method.SCHULZE, ranked("abc", "3 abc, 1 bac")) == [
        "Il passe avant chacun des 2 autres thèmes, en duel ou de proche en proche.",
        "Il passe avant 1 des 2 autres thèmes.",
        "Il ne passe avant aucun autre thème.",
    ]


@pytest.mark.parametrize("language", CONTENT.languages)
@pytest.mark.parametrize("rule", Rule)
def test_each_rule_has_its_sentence(rule: Rule, language: str) -> None:
    told = said(settled(Tie(2, (5, 8, 9), rule)), language)
    assert "5" in told
    assert "8" in told
    assert "9" not in told


@pytest.mark.parametrize("language", CONTENT.languages)
@pytest.mark.parametrize("people", [1, 2, 5])
def test_every_reason_has_its_sentence(language: str, people: int) -> None:
    several = f"{9 * people} ab, {4 * people} bc, {3 * people} c, {people} d"
    for method in (Method.APPROVAL, Method.PHRAGMEN):
        assert all(reasons(method, approvals("abcde", several, 1), language))
    for poll in ("5 abc", "1 a, 1 b", "2 a, 1 b"):
        assert all(reasons(Method.SCHULZE, ranked("abc", poll), language))
        assert all(reasons(Method.SCHULZE, ranked("ab", "1 ab"), language))


def test_bars_hold_the_numbers_that_explain_the_order() -> None:
    assert bars(count(Method.APPROVAL, approvals("abc", "4 a, 1 b", 1))) == [(0, 4), (1, 1), (2, 0)]
    assert bars(count(Method.SCHULZE, ranked("abc", "3 abc, 1 bac"))) == [(0, 2), (1, 1), (2, 0)]
