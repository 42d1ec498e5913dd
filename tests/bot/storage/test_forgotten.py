"""Cafés, themes and votes: what an erasure takes, what time destroys, which figures stay."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.community.cafes.attendance import Attendance, CheckIn, Counts, Group, correct
from bot.community.cafes.places import Answer, Standing
from bot.community.members import Place, Status
from bot.community.votes.elections import Method
from bot.crypto import KeyRing
from bot.storage import ballots, members, proposals, themes, votes
from bot.storage.cafes import (
    answers,
    attendance,
    feedback,
    forgetting,
    hosts,
    mailings,
    programme,
    prompts,
)
from bot.storage.cafes.hosts import HostLink
from bot.storage.database import Database, Transaction
from bot.storage.persons import person_hash
from bot.storage.privacy import retention, rights
from bot.storage.proposals import State
from bot.storage.vote_keys import VoteKeys

NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
ENDS = NOW + timedelta(hours=2)
ZOE, ALI, MARC = 71, 7171, 9
"""Zoé's number is a part of Ali's."""


@pytest.fixture
async def db(tmp_path: Path) -> AsyncIterator[Database]:
    db = await Database.open(tmp_path / "entraide.db", KeyRing.new())
    yield db
    await db.close()


async def evening(tx: Transaction) -> int:
    """A café that Zoé hosted: she and Ali were ticked by name, two more were counted."""
    words = {name: f"mots de {name}" for name in programme.TEXTS}
    dated = {"starts_at": NOW, "ends_at": ENDS}
    series = await programme.create_series(tx, MARC, NOW)
    cafe = await programme.create(
        tx, MARC, NOW, state="held", host_id=ZOE, series_id=series, **dated, **words
    )
    said = [Answer(who, Standing.SEATED, turn) for turn, who in enumerate((ZOE, ALI))]
    await answers.store(tx, cafe.id, said, NOW)
    await answers.take_calendar(tx, cafe.id, ZOE)
    await mailings.begin(tx, cafe.id, "announcement", 0, 2, NOW)
    await feedback.give(tx, cafe.id, ZOE, "liked", "la chaleur")
    there = CheckIn({ZOE: Group.MOTHER, ALI: Group.FATHER}, {Group.FATHER: 2})
    await attendance.set_check_in(tx, cafe.id, there)
    counts = Counts.of({group: there.count(group) for group in Group})
    await attendance.close(tx, cafe.id, Attendance(4, counts, 0, 0), ZOE, NOW)
    corrected: Any = correct(Attendance(4, counts, 0, 0), 5, counts)
    await attendance.correct(tx, cafe.id, corrected, MARC, NOW)
    await hosts.make_link(tx, "jeton", HostLink(cafe.id, "cohost", MARC), NOW, ENDS)
    return cafe.id


async def passes(tx: Transaction, since: datetime, days: int) -> None:
    later = since + timedelta(days=days)
    await retention.destroy_old(tx, later, later.date())


async def named(tx: Transaction, *people: int) -> list[str]:
    """Return the tables of cafés, themes and votes in which one of these numbers stands."""
    tables = await tx.rows(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND (name LIKE 'cafe%'"
        " OR name LIKE 'vote%' OR name IN ('proposals', 'theme_supporters', 'electors'))"
    )
    found = []
    for (table,) in map(tuple, tables):
        columns = await tx.rows(f"SELECT name FROM pragma_table_info('{table}')")  # noqa: S608
        people_in = [c[0] for c in columns if c[0].endswith(("_id", "_by"))]
        people_in = [c for c in people_in if c not in ("cafe_id", "theme_id", "series_id")]
        for column in people_in:
            marks = ", ".join(map(str, people))
            query = f"SELECT 1 FROM {table} WHERE {column} IN ({marks})"  # noqa: S608
            if await tx.rows(query):
                found.append(f"{table}.{column}")
    return found


async def test_a_year_after_a_cafe_its_figures_alone_are_left(db: Database) -> None:
    async with db.transaction() as tx:
        number = await evening(tx)
        figures = await attendance.attendance(tx, number)
        before = await attendance.check_in(tx, number)
        await passes(tx, ENDS, 364)
        assert (await attendance.check_in(tx, number)).named == before.named
        assert (await programme.known(tx, number)).address == "mots de address"
        assert len(await named(tx, ZOE, ALI, MARC)) >= 7

        await passes(tx, ENDS, 366)
        assert await named(tx, ZOE, ALI, MARC) == []
        cafe = await programme.known(tx, number)
        assert (cafe.city, cafe.theme) == ("mots de city", "mots de theme")
        assert {cafe.rule, cafe.address, cafe.link, cafe.guest, cafe.access, cafe.bring} == {""}
        assert await attendance.attendance(tx, number) == figures
        after = await attendance.check_in(tx, number)
        assert after.named == {}
        assert [after.count(g) for g in Group] == [before.count(g) for g in Group]
        assert (await feedback.of_cafe(tx, number)).liked == ()
        assert await mailings.of_cafe(tx, number) == []


async def test_a_second_round_finds_nothing_more(db: Database) -> None:
    async with db.transaction() as tx:
        await evening(tx)
        later = ENDS + timedelta(days=1)
        assert await forgetting.forget_old(tx, later) >= 10
        assert await forgetting.forget_old(tx, later) == 0


async def test_a_draft_goes_whole_after_a_year(db: Database) -> None:
    async with db.transaction() as tx:
        draft = await programme.create(tx, MARC, NOW, city="Laval")
        await prompts.ask(tx, MARC, prompts.Prompt(draft.id, "when", NOW))
        await passes(tx, NOW, 364)
        assert await programme.cafe(tx, draft.id) is not None
        await passes(tx, NOW, 366)
        assert await programme.cafe(tx, draft.id) is None


async def test_a_question_waits_for_a_day_and_a_link_until_it_runs_out(db: Database) -> None:
    async with db.transaction() as tx:
        draft = await programme.create(tx, MARC, NOW)
        await prompts.ask(tx, MARC, prompts.Prompt(draft.id, "when", NOW, "mardi"))
        await hosts.make_link(tx, "jeton", HostLink(draft.id, "host", MARC), NOW, ENDS)
        day = (NOW + timedelta(days=3)).date()
        await votes.keep_draft(tx, MARC, votes.Draft(1, False, (1, 2), day))
        tables = ("cafe_prompts", "cafe_host_links", "vote_drafts")
        for days, left in ((0, tables), (2, tables[2:]), (6, ())):
            await passes(tx, NOW, days)
            found = [t for t in tables if await tx.rows(f"SELECT 1 FROM {t}")]  # noqa: S608
            assert found == list(left)


async def test_a_proposal_goes_and_its_theme_stays(db: Database) -> None:
    async with db.transaction() as tx:
        decided = await proposals.propose(tx, ZOE, "Traverser les fêtes", "fr", NOW)
        waiting = await proposals.propose(tx, ZOE, "Écrire à son enfant", "fr", NOW)
        theme = await themes.add(tx, "Traverser les fêtes", NOW)
        await proposals.decide(tx, decided, State.APPROVED, MARC, NOW, theme_id=theme)
        for days, left in (
            (29, {decided, waiting}),
            (31, {waiting}),
            (364, {waiting}),
            (366, set()),
        ):
            await passes(tx, NOW, days)
            assert {row[0] for row in await tx.rows("SELECT id FROM proposals")} == left
        assert await themes.theme(tx, theme) is not None


async def test_who_left_the_group_follows_nothing_more(db: Database) -> None:
    async with db.transaction() as tx:
        theme = await themes.add(tx, "Traverser les fêtes", NOW)
        for who, status in ((ZOE, Status.LEFT), (ALI, Status.MEMBER)):
            await members.set_membership(tx, Place.GROUP, who, status, NOW)
            await themes.support(tx, theme, who)
        await passes(tx, NOW, 1)
        assert await themes.supporters(tx, theme) == [ALI]


async def test_a_vote_goes_two_years_after_its_closing(db: Database) -> None:
    async with db.transaction() as tx:
        theme = await themes.add(tx, "Traverser les fêtes", NOW)
        await members.set_membership(tx, Place.GROUP, ZOE, Status.MEMBER, NOW)
        choice = votes.Choice(theme, NOW.date(), None)
        number = await votes.open_vote(tx, Method.APPROVAL, 1, [choice], "secret", MARC, NOW, ENDS)
        await votes.publish(tx, number, "{}")
        await passes(tx, ENDS, 729)
        assert await votes.publication(tx, number) == "{}"
        await passes(tx, ENDS, 731)
        for table in ("votes", "vote_themes", "electors"):
            assert await tx.rows(f"SELECT 1 FROM {table}") == []  # noqa: S608
        assert await votes.next_number(tx) == number + 1


async def test_an_erasure_takes_what_is_of_one_person_and_no_other_s(db: Database) -> None:
    async with db.transaction() as tx:
        number = await evening(tx)
        theme = await themes.add(tx, "Traverser les fêtes", NOW)
        for who in (ZOE, ALI):
            await themes.support(tx, theme, who)
            await proposals.propose(tx, who, f"Un thème de {who}", "fr", NOW)
        given = await rights.held(tx, ZOE)
        assert [row["user_id"] for row in given["theme_supporters"]] == [str(ZOE)]
        assert [row["text"] for row in given["proposals"]] == [f"Un thème de {ZOE}"]
        assert [row["standing"] for row in given["cafe_answers"]] == ["seated"]
        assert "la chaleur" not in str(given)

        await forgetting.count_without_name(tx, ZOE)
        await rights.erase(tx, ZOE, NOW)

        left = await rights.held(tx, ZOE)
        assert set(left) <= {"cafe_attendance", "audit"}
        assert await themes.supporters(tx, theme) == [ALI]
        assert [row["text"] for row in (await rights.held(tx, ALI))["proposals"]]
        assert (await programme.known(tx, number)).host_id is None
        after = await attendance.check_in(tx, number)
        assert set(after.named) == {ALI}
        assert (after.count(Group.MOTHER), after.total) == (1, 4)
        assert (await feedback.of_cafe(tx, number)).liked == ("la chaleur",)


async def test_no_ballot_is_anybody_s(db: Database, tmp_path: Path) -> None:
    """Without the key, which is in no backup, no row of a ballot is found by who cast it."""
    key = VoteKeys(tmp_path / "votes").make(1)
    async with db.transaction() as tx:
        await votes.open_vote(tx, Method.APPROVAL, 1, [], "secret", MARC, NOW, ENDS)
        await ballots.cast(tx, key, 1, ZOE, (1,))
        assert "ballots" not in await rights.held(tx, ZOE)
        [row] = await tx.rows("SELECT person FROM ballots")
        assert row[0] != person_hash(tx, ZOE)
