"""The SQLite file: one writer behind one lock, one reader, batches and their steps."""

from __future__ import annotations

import asyncio
import logging
import secrets
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiosqlite

from bot.crypto import KeyRing, keyed_hash
from bot.storage.errors import BadDatabase, stops_work
from bot.storage.schema import migrate

FILE_NAME = "entraide.db"

_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON", "temp_store=MEMORY")

Row = sqlite3.Row
Values = Sequence[Any] | Mapping[str, Any]

log = logging.getLogger(__name__)


class Transaction:
    """One step of work: reads, and writes that are undone together when the step fails.

    A savepoint opens at the first write, so that a step which only reads costs nothing. Once its
    step has ended, a transaction refuses every write.

    ``cache`` keeps rows that are read with almost every update; who writes such a row clears it,
    and so does every undo.
    """

    def __init__(
        self,
        connection: aiosqlite.Connection,
        keys: KeyRing,
        hash_key: bytes,
        cache: dict[object, Any],
        clean: Callable[[], None] = lambda: None,
    ) -> None:
        self._connection = connection
        self._keys = keys
        self._hash_key = hash_key
        self._clean = clean
        self.cache = cache
        self._saved = False
        self._closed = False

    async def rows(self, sql: str, values: Values = ()) -> list[Row]:
        """Return all the rows of a query."""
        return list(await self._connection.execute_fetchall(sql, values))

    async def row(self, sql: str, values: Values = ()) -> Row | None:
        """Return the first row of a query, or None."""
        found = await self.rows(sql, values)
        return found[0] if found else None

    async def write(self, sql: str, values: Values = ()) -> int:
        """Run one writing statement; return how many rows it changed."""
        await self._save()
        return (await self._connection.execute(sql, values)).rowcount

    async def insert(self, sql: str, values: Values = ()) -> int:
        """Run one INSERT; return the new row's id."""
        await self._save()
        return (await self._connection.execute(sql, values)).lastrowid or 0

    async def write_many(self, sql: str, rows: Iterable[Values]) -> int:
        """Run one writing statement for each row of values; return how many rows changed."""
        await self._save()
        return (await self._connection.executemany(sql, rows)).rowcount

    def seal(self, text: str, table: str, column: str, row: object, person: object = "") -> bytes:
        """Return text encrypted for exactly this cell (AES-GCM, the cell as associated data)."""
        return self._keys.seal(
            text.encode(), table=table, column=column, row=str(row), person=str(person)
        )

    def unseal(
        self, sealed: bytes, table: str, column: str, row: object, person: object = ""
    ) -> str:
        """Return what :meth:`seal` hid; raise CryptoError if the cell is not the same."""
        return self._keys.open(
            sealed, table=table, column=column, row=str(row), person=str(person)
        ).decode()

    def keyed_hash(self, *parts: object) -> bytes:
        """Return a hash that only this community's key can make again."""
        return keyed_hash(self._hash_key, *(str(part) for part in parts))

    def leave_no_trace(self) -> None:
        """Have the file rewritten after the commit: what was deleted is nowhere in it any more."""
        self._clean()

    async def _save(self) -> None:
        if self._closed:
            raise RuntimeError("this transaction is over: nothing can be written with it any more")
        if not self._saved:
            await self._connection.execute("SAVEPOINT step")
            self._saved = True

    async def _end(self, *, undo: bool) -> None:
        self._closed = True
        if not self._saved:
            return
        if undo:
            await self._connection.execute("ROLLBACK TO step")
        await self._connection.execute("RELEASE step")


class Batch:
    """Several steps in one FULL commit; a step that fails is undone alone."""

    def __init__(
        self, new_transaction: Callable[[], Transaction], cache: dict[object, Any]
    ) -> None:
        self._new_transaction = new_transaction
        self._cache = cache

    @asynccontextmanager
    async def step(self) -> AsyncIterator[Transaction]:
        """Give a transaction; whatever the body raises undoes it and is raised again."""
        transaction = self._new_transaction()
        try:
            yield transaction
        except BaseException as error:
            self._cache.clear()
            if stops_work(error):  # SQLite may have undone the batch, its savepoints with it
                transaction._closed = True
            else:
                await transaction._end(undo=True)
            raise
        await transaction._end(undo=False)


class Database:
    """The one database of one community. Open it with :meth:`open`, and close it."""

    def __init__(
        self,
        path: Path,
        keys: KeyRing,
        writer: aiosqlite.Connection,
        reader: aiosqlite.Connection,
        hash_key: bytes,
    ) -> None:
        self.path = path
        self.keys = keys
        self._writer = writer
        self._reader = reader
        self._hash_key = hash_key
        self._lock = asyncio.Lock()
        self._watchers: list[asyncio.Event] = []
        self._cache: dict[object, Any] = {}
        self._unclean = False

    @classmethod
    async def open(cls, path: Path, keys: KeyRing) -> Database:
        """Open or create the file, bring its schema up to date, and check it.

        Raises BadDatabase with a sentence when the file is damaged, newer than this program or
        sealed under a key that the ring does not hold. A damaged file is never recreated.
        """
        path.parent.mkdir(parents=True, exist_ok=True)
        writer = await _connect(path)
        try:
            await _check(writer, path)
            await migrate(writer)
            await writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # a killed process left it
            hash_key = await _hash_key(writer, keys)
            reader = await _connect(path, read_only=True)
        except BaseException:
            await writer.close()
            raise
        return cls(path, keys, writer, reader, hash_key)

    async def close(self) -> None:
        """Close both connections; an unclosed one would hang the process at its exit."""
        await self._reader.close()
        await self._writer.close()

    @asynccontextmanager
    async def batch(self) -> AsyncIterator[Batch]:
        """Hold the writer from BEGIN IMMEDIATE to COMMIT, then wake who watches."""
        async with self._lock:
            try:
                await self._writer.execute("BEGIN IMMEDIATE")
                yield Batch(self._new_transaction, self._cache)
                await self._writer.commit()
            except BaseException:
                self._cache.clear()
                await self._writer.rollback()
                raise
            if self._unclean:
                await self._rewrite()
        for watcher in self._watchers:
            watcher.set()

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        """A batch of a single step."""
        async with self.batch() as batch, batch.step() as transaction:
            yield transaction

    def _new_transaction(self) -> Transaction:
        return Transaction(
            self._writer, self.keys, self._hash_key, self._cache, self._ask_to_rewrite
        )

    def _ask_to_rewrite(self) -> None:
        self._unclean = True

    async def _rewrite(self) -> None:
        """Write the file anew and empty its log.

        Deleted cells are overwritten as they go (``secure_delete``), but not what the log and the
        slack of pages made anew still hold. What cannot be done now is done after a later commit.
        """
        try:
            await self._writer.execute("VACUUM")
            log_left = await self._writer.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")
            self._unclean = any(row[0] for row in log_left)
        except sqlite3.Error as error:
            log.warning("file not rewritten", extra={"error": type(error).__name__})

    def reading(self) -> Transaction:
        """A transaction over the read-only connection: it sees what is committed, no more."""
        return Transaction(self._reader, self.keys, self._hash_key, {})

    def watch(self) -> asyncio.Event:
        """Return an event that is set after each commit; its owner clears it."""
        event = asyncio.Event()
        self._watchers.append(event)
        return event


@asynccontextmanager
async def looking(path: Path, keys: KeyRing) -> AsyncIterator[Transaction]:
    """Open an existing database to read it as it is, in use or not: nothing is brought up to date.

    Raises sqlite3.OperationalError where there is none.
    """
    connection = await _connect(path, read_only=True)
    try:
        yield Transaction(connection, keys, b"", {})
    finally:
        await connection.close()


async def _connect(path: Path, *, read_only: bool = False) -> aiosqlite.Connection:
    address = f"{path.resolve().as_uri()}?mode={'ro' if read_only else 'rwc'}"
    connection = await aiosqlite.connect(address, uri=True, isolation_level=None, timeout=5)
    connection.row_factory = sqlite3.Row
    if not read_only:
        path.chmod(0o600)
    return connection


async def _check(writer: aiosqlite.Connection, path: Path) -> None:
    try:
        for pragma in _PRAGMAS:
            await writer.execute(f"PRAGMA {pragma}")
        verdict = list(await writer.execute_fetchall("PRAGMA quick_check(1)"))
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError as error:
        raise BadDatabase.damaged(path) from error
    if verdict[0][0] != "ok":
        raise BadDatabase.damaged(path)


async def _hash_key(writer: aiosqlite.Connection, keys: KeyRing) -> bytes:
    """Return the key of keyed hashes, itself sealed: it outlives the rotation of the ring."""
    cell = {"table": "secrets", "column": "sealed", "row": "hash_key"}
    query = "SELECT sealed FROM secrets WHERE name = 'hash_key'"
    found = list(await writer.execute_fetchall(query))
    if found:
        return keys.open(found[0][0], **cell)
    key = secrets.token_bytes(32)
    await writer.execute("INSERT INTO secrets VALUES ('hash_key', ?)", (keys.seal(key, **cell),))
    return key
