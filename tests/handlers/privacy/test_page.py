"""The readable page says everything in words: no key, no number of ours, in either language."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import cache
from zoneinfo import ZoneInfo

import pytest

from bot.community.cafes.places import Answer, Standing
from bot.community.members import Relation
from bot.simulator.models import Person
from bot.storage import members, themes
from bot.storage.cafes import answers, programme
from bot.storage.privacy.holdings import OWN
from bot.storage.schema import migrations
from content import Content
from handlers.privacy.cells import READ, Reader, in_words
from handlers.privacy.page import NAMED_UNDER, _name_of
from tests.stage import CONTENT, Stage

WRITTEN = {
    *("people.name", "people.user_id", "answers.text", "details.question", "details.answer"),
    *("faq_misses.text", "faq_misses.answer", "faq_asked.text", "faq_thread_texts.text"),
    *("case_evidence.text", "case_findings.excerpt", "appeals.words", "reports.words"),
    *("proposals.text", "consents.version", "code_acceptances.version"),
    *("cafe_answers.seats", "electors.vote_id", "audit.act"),
}
"""What the page shows as it is: words of people, and numbers that say something as they are."""


def reader(language: str, content: Content = CONTENT) -> Reader:
    return Reader(content, content.words(language), ZoneInfo("America/Toronto"), {}, {})


@cache
def shown() -> frozenset[str]:
    """Return every column that the page shows of a person."""
    register, read = CONTENT.register("fr"), reader("fr")
    return frozenset(
        f"{holding.table}.{column}"
        for holding in OWN
        for column in holding.given
        for held in register.held
        if _name_of(holding.table, column, held, read)
    )


@cache
def enumerations() -> dict[str, list[str]]:
    """Return the words that the schema allows in a column, by column."""
    found = {"pair_proposals.kind": ["erase"]}  # the one kind whose subject is a person
    for _, script in migrations():
        for table, body in re.findall(r"(?:CREATE|ALTER) TABLE (\w+)(.*?);", script, re.DOTALL):
            checked = r"(\w+) TEXT[^,]*?CHECK\s*\(\1 IN \((.*?)\)"
            for column, words in re.findall(checked, body, re.DOTALL):
                found[f"{table}.{column}"] = re.findall(r"'(\w+)'", words)
    return found


def test_each_column_shown_is_words_a_date_or_read() -> None:
    def is_known(name: str) -> bool:
        column = name.partition(".")[2]
        dated = column.endswith(("_at", "_on")) or column in ("at", "since", "until", "offer_ends")
        return dated or name in READ or column in READ or name in enumerations()

    assert {name for name in shown() if not is_known(name)} == WRITTEN
    assert set(NAMED_UNDER) <= shown()


@pytest.mark.parametrize("language", CONTENT.languages)
def test_each_word_of_the_schema_is_said_in_words(language: str) -> None:
    assert {"applications.status", "cafe_answers.standing", "memberships.place"} <= shown()
    for name in sorted(shown() & enumerations().keys()):
        table, column = name.split(".")
        for word in enumerations()[name]:
            said = in_words(table, column, {column: word}, reader(language))
            key = f"privacy.values.{column}.{word}"
            assert said != word or key in CONTENT.words(language).templates, (name, word)


@pytest.mark.parametrize("language", CONTENT.languages)
def test_what_is_gone_from_content_stays_readable(language: str) -> None:
    cells = {"choice": "old", "question": "older", "region": "x", "theme_id": 99, "article": 99}
    for column, value in cells.items():
        record = {"question": "older", column: value}
        assert in_words("answers", column, record, reader(language)) in (str(value), "—")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "fr",
            [
                "Où : le groupe",
                "État : membre",
                "Café : jeudi 26 novembre, 19 h, Lévis",
                "Votre réponse : vous venez",
                "Thème : Comprendre ce que vit l'enfant",
                "Lien avec l'enfant : Mère",
                "Genre : un nom",
                "Langue : Français",
                "Annonces arrêtées : non",
            ],
        ),
        (
            "en",
            [
                "Where: the group",
                "State: member",
                "Café: Thursday, November 26, 7 p.m., Lévis",
                "Your answer: you are coming",
                "Theme: Understanding what the child lives through",
                "Relation to the child: Mother",
                "Kind: a name",
                "Language: English",
                "Announcements stopped: no",
            ],
        ),
    ],
)
async def test_a_member_reads_words_alone(
    stage: Stage, sophie: Person, language: str, said: list[str]
) -> None:
    sophie.language_code = language
    now = stage.clock.time
    starts = now.replace(hour=0) + timedelta(days=4)
    async with stage.bot.db.transaction() as tx:
        dated = {"starts_at": starts, "ends_at": starts + timedelta(hours=2)}
        cafe = await programme.create(tx, 1, now, state="open", city="Lévis", **dated)
        answer = Answer(sophie.id, Standing.SEATED, 1, 1)
        await answers.store(tx, cafe.id, [answer], now)
        [child, *_] = await themes.standing(tx)
        await themes.support(tx, child.id, sophie.id)
        await members.set_relation(tx, sophie.id, Relation.MOTHER)
        await members.set_language(tx, sophie.id, language)
    await stage.says(sophie, "/protection")
    await stage.chooses(sophie, "privacy.buttons.add")
    asked = stage.world.seen(sophie)[-1]
    await stage.says(sophie, "Jean Tremblay", reply_to=asked)

    await stage.says(sophie, "/mesdonnees")

    page = stage.world.seen(sophie)[-2].text
    assert [line for line in said if line not in page.splitlines()] == []
    assert "seated" not in page
    assert page.count(str(sophie.id)) == 1


async def test_an_applicant_reads_questions_and_choices(stage: Stage) -> None:
    await stage.sends(stage.lea, statistics=True)
    await stage.says(stage.lea, "/mesdonnees")
    page = stage.world.seen(stage.lea)[-2].text
    for question in stage.questions(stage.lea):
        assert f"Question : {question.title}" in page
        if question.kind == "choice":
            [mother] = [c.label for c in question.choices if c.id == "mother"]
            assert f"Choix : {mother}" in page
    assert "Région : 514/438" in page
    assert "État : envoyée, attend une décision" in page
    assert page.count(str(stage.lea.id)) == 1


async def test_what_a_moderator_did_is_counted_not_taken_for_their_own(stage: Stage) -> None:
    await stage.sends(stage.lea)
    await stage.taps(stage.marc, stage.label(stage.marc, "card.buttons.accept"), stage.team)
    await stage.starts(stage.marc, None)
    await stage.says(stage.marc, "/mesdonnees")
    page = stage.world.seen(stage.marc)[-2].text
    assert "Ce que vous avez fait pour le groupe\n3 lignes" in page
    assert "votre demande" not in page
