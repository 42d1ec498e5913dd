"""The register of personal data names every column; export, erasure and retention miss none."""

from __future__ import annotations

import sqlite3
from functools import cache

import pytest

from bot.storage.privacy.holdings import ALL, HOLDINGS, Holding
from bot.storage.privacy.retention import RULES
from bot.storage.schema import migrations
from bot.storage.sealed import HASHED, SEALED
from content import load

CONTENT = load()
REGISTER = CONTENT.register("fr")
PERSONAL = [column for held in REGISTER.held for column in held.columns]


@cache
def schema() -> frozenset[str]:
    """Return every column of a new database, ``table.column``."""
    with sqlite3.connect(":memory:") as database:
        for _, script in migrations():
            database.executescript(script)
        found = database.execute(
            "SELECT t.name || '.' || c.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c"
            " WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'"
        )
        return frozenset(row[0] for row in found)


def test_every_column_is_named_as_personal_or_not() -> None:
    assert {*PERSONAL, *REGISTER.not_personal} == schema()


NAMED = "privacy.columns."
SECRETS = ("secrets.sealed", "votes.secret")
"""Sealed, but drawn by the machine: nobody wrote them."""


def test_what_a_person_wrote_is_personal() -> None:
    bytes_of_people = {f"{c.table}.{c.column}" for c in SEALED} - set(SECRETS)
    bytes_of_people |= {f"{table}.{column}" for table, column in HASHED}
    assert bytes_of_people <= set(PERSONAL)


def holdings_of(table: str) -> list[Holding]:
    return [holding for holding in HOLDINGS if holding.table == table]


@pytest.mark.parametrize("column", PERSONAL)
def test_what_is_personal_is_given_or_withheld_and_erased_or_kept(column: str) -> None:
    table, name = column.split(".")
    found = holdings_of(table)
    assert any(name in (*h.given, *h.withheld) for h in found), "neither given nor withheld"
    assert any(h.gone == ALL or name in h.emptied or name in h.kept for h in found), (
        "neither erased nor kept"
    )


@pytest.mark.parametrize("holding", HOLDINGS, ids=lambda h: f"{h.table}: {h.whose}")
def test_a_holding_speaks_of_columns_that_are_there(holding: Holding) -> None:
    named = {*holding.given, *holding.withheld, *holding.emptied, *holding.kept}
    if holding.opened:
        named.add(holding.opened)
    assert {f"{holding.table}.{name}" for name in named} <= schema()
    assert not set(holding.given) & set(holding.withheld)
    if not holding.gone:
        assert holding.emptied or holding.kept


def test_the_page_names_only_columns_that_are_there() -> None:
    tables = {column.replace(".", "_") for column in schema()}
    alone = {column.partition(".")[2] for column in schema()}
    for language in CONTENT.languages:
        said = CONTENT.words(language).templates
        named = {key.removeprefix(NAMED) for key in said if key.startswith(NAMED)}
        assert named <= tables | alone


def test_what_is_withheld_or_kept_says_why() -> None:
    reasons = {why for h in HOLDINGS for why in (*h.withheld.values(), *h.kept.values())}
    for language in CONTENT.languages:
        said = CONTENT.words(language).templates
        assert {f"privacy.why.{why}" for why in reasons} <= said.keys()


def test_every_rule_of_retention_is_told_and_every_rule_told_runs() -> None:
    told = {rule for held in REGISTER.held for rule in held.rules}
    assert told | {"counts"} == {rule.kind for rule in RULES}
    assert all(held.rules for held in REGISTER.held)
