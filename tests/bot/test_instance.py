"""One process at a time on a data folder: real processes, really killed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.instance import AlreadyRunning, hold_instance

ROOT = Path(__file__).parents[2]
HOLDER = """
import sys
from pathlib import Path
from bot.instance import AlreadyRunning, hold_instance
try:
    with hold_instance(Path(sys.argv[1])):
        print("held", flush=True)
        sys.stdin.read()
except AlreadyRunning as refusal:
    print(refusal, flush=True)
"""


@contextmanager
def another_process(data_dir: Path) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(data_dir)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def first_line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_a_second_process_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with hold_instance(tmp_path), another_process(tmp_path) as second:
        assert first_line(second).startswith(f"Entraide tourne déjà sur le dossier {tmp_path} :")


def test_the_folder_is_free_after_the_block(tmp_path: Path) -> None:
    with hold_instance(tmp_path):
        pass

    with another_process(tmp_path) as second:
        assert first_line(second) == "held"
        with (
            pytest.raises(AlreadyRunning, match="arrêtez d’abord l’autre"),
            hold_instance(tmp_path),
        ):
            pass


def test_a_process_killed_on_the_spot_frees_the_folder(tmp_path: Path) -> None:
    with another_process(tmp_path) as killed:
        assert first_line(killed) == "held"
        killed.kill()
        killed.wait()

        with hold_instance(tmp_path):
            assert (tmp_path / "entraide.lock").exists()


def test_communities_do_not_hinder_each_other(tmp_path: Path) -> None:
    with hold_instance(tmp_path / "one"), another_process(tmp_path / "two") as other:
        assert first_line(other) == "held"


def test_the_lock_is_not_inherited_by_what_the_bot_starts(tmp_path: Path) -> None:
    with hold_instance(tmp_path):
        child = subprocess.Popen(["sleep", "60"])
    try:
        with hold_instance(tmp_path):
            pass
    finally:
        child.kill()
        child.wait()
