"""The schema: ordered migrations, each in one transaction with its version."""

from __future__ import annotations

import sqlite3
from importlib.resources import files

import aiosqlite

from bot.storage.errors import BadDatabase


def migrations() -> tuple[tuple[int, str], ...]:
    """Return (version, SQL) of every ``NNN_words.sql`` file, in order."""
    folder = files("bot.storage").joinpath("migrations")
    found = sorted((entry.name, entry) for entry in folder.iterdir() if entry.name.endswith(".sql"))
    return tuple((int(name[:3]), entry.read_text("utf-8")) for name, entry in found)


async def migrate(connection: aiosqlite.Connection, upto: int | None = None) -> None:
    """Bring a database to the newest version (or to ``upto``); refuse a newer one."""
    version = await schema_version(connection)
    known = migrations()
    if version > known[-1][0]:
        raise BadDatabase.newer(version, known[-1][0])
    for number, script in known:
        if version < number <= (upto or known[-1][0]):
            await _apply(connection, number, script)


async def schema_version(connection: aiosqlite.Connection) -> int:
    """Return the version a database is at; 0 for an empty one."""
    row = next(iter(await connection.execute_fetchall("PRAGMA user_version")))
    return int(row[0])


async def _apply(connection: aiosqlite.Connection, number: int, script: str) -> None:
    await connection.execute("BEGIN IMMEDIATE")
    try:
        for statement in _statements(script):
            await connection.execute(statement)
        await connection.execute(f"PRAGMA user_version = {number}")
        await connection.commit()
    except BaseException:
        await connection.rollback()
        raise


def _statements(script: str) -> list[str]:
    statements, pending = [], ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            statements.append(pending)
            pending = ""
    return statements
