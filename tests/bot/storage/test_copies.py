"""A copy takes the place of the database, and what was there is whole at every moment."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from pathlib import Path

import pytest

from bot.crypto import KeyRing
from bot.storage import copies
from bot.storage.errors import BadDatabase

Words = list[str]


def words(path: Path) -> Words:
    with contextlib.closing(sqlite3.connect(path)) as database:
        return [row[0] for row in database.execute("SELECT word FROM said ORDER BY rowid")]


def write(path: Path, *said: str) -> None:
    with contextlib.closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE IF NOT EXISTS said (word TEXT)")
        database.executemany("INSERT INTO said VALUES (?)", [(word,) for word in said])
        database.commit()


@pytest.fixture
def left_by_a_killed_process(tmp_path: Path) -> Path:
    """A database with its last words in the write-ahead log alone."""
    living, dead = tmp_path / "living.db", tmp_path / "entraide.db"
    write(living, "avant")
    with contextlib.closing(sqlite3.connect(living)) as database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("PRAGMA wal_autocheckpoint=0")
        database.execute("INSERT INTO said VALUES ('dernier')")
        database.commit()
        for suffix in ("", "-wal"):
            (tmp_path / f"entraide.db{suffix}").write_bytes(
                (tmp_path / f"living.db{suffix}").read_bytes()
            )
    return dead


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    path = tmp_path / "copy"
    write(path, "copie")
    return path


def test_the_log_of_a_killed_process_goes_aside_with_its_database(
    left_by_a_killed_process: Path, copy: Path, tmp_path: Path
) -> None:
    assert copies.put_in_place(copy, left_by_a_killed_process, tmp_path / "aside.db")

    assert words(left_by_a_killed_process) == ["copie"]
    assert words(tmp_path / "aside.db") == ["avant", "dernier"]


def test_a_log_that_a_reader_holds_is_kept_aside_and_not_replayed_into_the_copy(
    left_by_a_killed_process: Path, copy: Path, tmp_path: Path
) -> None:
    with contextlib.closing(sqlite3.connect(left_by_a_killed_process)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM said").fetchone()
        with contextlib.closing(sqlite3.connect(left_by_a_killed_process)) as writer:
            writer.execute("INSERT INTO said VALUES ('après')")
            writer.commit()

            copies.put_in_place(copy, left_by_a_killed_process, tmp_path / "aside.db")

            assert words(left_by_a_killed_process) == ["copie"]
            assert words(tmp_path / "aside.db") == ["avant", "dernier", "après"]


def test_cut_before_the_copy_has_its_name_the_former_database_has_every_word(
    left_by_a_killed_process: Path, copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", killed)
    with pytest.raises(KeyboardInterrupt):
        copies.put_in_place(copy, left_by_a_killed_process, tmp_path / "aside.db")

    assert words(left_by_a_killed_process) == ["avant", "dernier"]


def test_where_there_was_none_nothing_is_aside(copy: Path, tmp_path: Path) -> None:
    assert not copies.put_in_place(copy, tmp_path / "entraide.db", tmp_path / "aside.db")

    assert words(tmp_path / "entraide.db") == ["copie"]
    assert not (tmp_path / "aside.db").exists()


def test_a_copy_is_of_one_moment_private_and_alone(
    left_by_a_killed_process: Path, tmp_path: Path
) -> None:
    found = copies.take(left_by_a_killed_process, tmp_path / "taken")

    assert found.rows == {"said": 2}
    assert words(tmp_path / "taken") == ["avant", "dernier"]
    assert (tmp_path / "taken").stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.glob("taken-*")) == []


def test_a_damaged_copy_is_not_proven(copy: Path) -> None:
    copy.write_bytes(copy.read_bytes()[:4096])

    with pytest.raises(BadDatabase, match="endommagée"):
        copies.inspect(copy, KeyRing.new())
