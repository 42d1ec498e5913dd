"""Every rule, article and step has its words in every language."""

from __future__ import annotations

import pytest

from bot.storage.conduct.cases import ACT_OF
from moderation.conduct import RULES
from moderation.conduct.ladder import Step
from tests.stage import CONTENT

STEPS = [act for step, act in ACT_OF.items() if step is not Step.NOTHING]


@pytest.mark.parametrize("language", CONTENT.languages)
def test_each_has_its_words(language: str) -> None:
    words = CONTENT.words(language).templates
    articles = [article.number for article in CONTENT.code(language).articles]
    wanted = {f"conduct.rules.{rule.name}" for rule in RULES}
    wanted |= {f"conduct.{part}.article_{n}" for n in articles for part in ("happened", "do")}
    wanted |= {f"conduct.{part}.{act}" for act in STEPS for part in ("told", "undone", "steps")}
    assert wanted - words.keys() == set()
    named = {key for key in words if key.startswith("conduct.rules.")}
    assert named <= wanted, "words of a rule that does not exist"


@pytest.mark.parametrize("language", CONTENT.languages)
def test_every_rule_applies_an_article_that_exists(language: str) -> None:
    articles = {article.number for article in CONTENT.code(language).articles}
    assert {rule.article for rule in RULES} <= articles
