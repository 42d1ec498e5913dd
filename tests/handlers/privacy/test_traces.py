"""After an erasure and after the daily round, the bytes are nowhere in the data folder."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from bot.simulator.models import Person
from bot.storage.persons import person_hash
from bot.storage.privacy import retention
from bot.storage.privacy.retention import RULES
from tests.stage import Stage

CANARY = "canarisansretour"
ID = 0x4A3B_2C1D_5E6F
"""A Telegram id whose six bytes are found by no chance."""


@pytest.fixture
def camille(stage: Stage) -> Person:
    """Somebody whose name, words and id can be told from all others."""
    person = Person(ID, "Camille" + CANARY, "Vautour", username="camille_" + CANARY)
    stage.world.people[ID] = person
    return person


def traces(stage: Stage, needles: set[bytes]) -> list[str]:
    """Return in which files of the data folder, log included, what is sought still is."""
    files = [path for path in Path(stage.folder).rglob("*") if path.is_file()]
    assert any(path.name == "entraide.db" for path in files)
    return [
        f"{path.name}: {needle!r}"
        for path in files
        for needle in needles
        if needle in path.read_bytes()
    ]


async def sealed_of(stage: Stage, person: Person) -> set[bytes]:
    """Return the bytes of every sealed cell that is about somebody, and of their id."""
    queries = (
        "SELECT name FROM people WHERE user_id = ?",
        "SELECT handle FROM people WHERE user_id = ?",
        "SELECT a.text FROM answers a JOIN applications f ON f.id = a.application_id"
        " WHERE f.user_id = ? AND a.text NOT NULL",
        "SELECT person FROM applications WHERE user_id = ?",
        "SELECT review FROM applications WHERE user_id = ? AND review NOT NULL",
        "SELECT text FROM faq_asked WHERE user_id = ? AND text NOT NULL",
    )
    cells = {r[0] for q in queries for r in await stage.rows(q, person.id) if r[0] is not None}
    return cells | {person.id.to_bytes(6), str(person.id).encode(), CANARY.encode()}


async def lives(stage: Stage, person: Person) -> None:
    """Somebody asks a question, then asks to join, in words of their own."""
    await stage.says(person, f"Qui est {CANARY}, et comment entrer dans le groupe?")
    await stage.sends(person)


async def test_after_an_erasure_the_bytes_are_nowhere(stage: Stage, camille: Person) -> None:
    await lives(stage, camille)
    needles = await sealed_of(stage, camille)
    assert len(needles) >= 8
    assert traces(stage, needles), "the canary sees nothing even while it is there"
    known = {person_hash(stage.bot.db.reading(), camille.id)}
    # Many other rows, so that pages are made anew around hers.
    for number in range(12):
        other = stage.world.add_person(f"Personne {number}")
        await stage.starts(other)

    await stage.says(camille, "/oublier")
    needles |= await sealed_of(stage, camille)
    await stage.chooses(camille, "privacy.buttons.forget_yes")

    assert stage.is_told(camille, "privacy.forget.done")
    assert traces(stage, needles - known) == []
    assert await stage.rows("SELECT erased_at FROM erasures") != []


async def test_after_the_daily_round_the_bytes_are_nowhere(stage: Stage, camille: Person) -> None:
    await lives(stage, camille)
    words = await stage.rows("SELECT text FROM answers WHERE text NOT NULL")
    needles = {row[0] for row in words}
    assert len(needles) == 3
    await stage.says(camille, "/statut")
    await stage.taps(camille, stage.label(camille, "screening.buttons.withdraw"))
    await stage.chooses(camille, "screening.buttons.withdraw_yes")

    for _ in range(32):
        await stage.wait(days=1)

    assert traces(stage, needles | {camille.id.to_bytes(6), str(camille.id).encode()}) == []


# The rules, one by one


async def test_a_round_counts_what_it_destroys(stage: Stage, camille: Person) -> None:
    await stage.says(camille, "Comment entrer dans le groupe?")
    await stage.wait(days=16)
    found = await retention.last_round(stage.bot.db.reading())
    assert found is not None
    day = await stage.rows("SELECT day, destroyed FROM retention_counts WHERE kind = 'questions'")
    assert sum(row[1] for row in day) == 1
    kinds = {row[0] for row in await stage.rows("SELECT DISTINCT kind FROM retention_counts")}
    assert kinds == {rule.kind for rule in RULES} | {"copies"}


async def test_who_asked_on_telegram_and_said_no_more_is_forgotten(
    stage: Stage, camille: Person
) -> None:
    link = stage.world.create_link(stage.group, stage.nadia, approval=True)
    stage.world.join_request(camille, link)
    await stage.settle()
    assert [r[0] for r in await stage.rows("SELECT status FROM applications")] == ["invited"]

    for _ in range(32):
        await stage.wait(days=1)

    kept = await stage.rows("SELECT status, user_id FROM applications")
    assert [tuple(row) for row in kept] == [("expired", None)]
    assert await stage.rows("SELECT * FROM people WHERE user_id = ?", camille.id) == []


async def test_who_left_is_forgotten_after_three_months(stage: Stage, camille: Person) -> None:
    await stage.sends(camille)
    await stage.taps(stage.marc, stage.label(stage.marc, "card.buttons.accept"), stage.team)
    door = stage.message_with(camille, "Entrer dans le groupe").buttons[0][0].url
    stage.world.follow(camille, door or "")
    await stage.settle()
    await stage.says(camille, "/protection")
    stage.world.leave(camille, stage.group)
    await stage.settle()
    stage.clock.move(timedelta(days=91))
    await stage.settle()
    await stage.wait(days=1)

    assert await stage.rows("SELECT * FROM memberships WHERE user_id = ?", camille.id) == []
    kept = await stage.rows("SELECT status, user_id FROM applications")
    assert [tuple(row) for row in kept] == [("accepted", None)]
    stage.clock.move(timedelta(days=731))
    await stage.settle()
    await stage.wait(days=1)
    assert await stage.rows("SELECT * FROM applications") == []
    await stage.wait(days=1)
    assert await stage.rows("SELECT * FROM consents") == []
