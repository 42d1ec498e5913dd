"""The texts looked at from the command line, and the search measured on any folder."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import content
from bot.cli import main


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the texts."""
    own = Path(content.__file__).parent
    for language in ("fr", "en"):
        shutil.copytree(own / language, tmp_path / "content" / language)
    return tmp_path / "content"


def test_texts_without_a_fault(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["content", "check", str(folder)]) == 0
    assert "✓ fr : " in capsys.readouterr().out


def test_a_fault_is_told_with_its_file_and_line(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder / "fr/faq/cafes.md"
    path.write_text(path.read_text("utf-8").replace('"cafe-first"', '"cafe-perdu"'), "utf-8")
    assert main(["content", "check", str(folder)]) == 1
    lines = path.read_text("utf-8").splitlines()
    line = next(n for n, text in enumerate(lines, 1) if text.startswith("related"))
    assert f"content/fr/faq/cafes.md:{line}: " in capsys.readouterr().out


def test_the_search_is_measured_on_any_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "pain.md").write_text("# Comment faire du pain?\nFarine, eau, sel.", "utf-8")
    (tmp_path / "soupe.md").write_text("# Comment faire une soupe?\nDes légumes.", "utf-8")
    queries = tmp_path / "questions.csv"
    queries.write_text("query,id\nfaire du pain,pain\nune soupe svp,soupe\n", "utf-8")
    assert main(["faq", "eval", str(tmp_path), str(queries), "--titles-only"]) == 0
    assert "hit@1                      100.0%" in capsys.readouterr().out


def test_what_cannot_be_measured_is_told_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["faq", "eval", str(tmp_path), str(tmp_path / "rien.csv")]) == 1
    assert "La mesure ne peut pas être faite" in capsys.readouterr().err


def test_whoever_stops_reading_the_output_is_told_nothing_false(tmp_path: Path) -> None:
    sentences = tmp_path / "phrases.csv"
    sentences.write_text("text,label\n" + "bonjour à tous,ok\n" * 5000, "utf-8")
    command = [sys.executable, "-m", "bot", "conduct", "eval", str(sentences)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 1
