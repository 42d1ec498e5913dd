"""The demo, run for real: the process that ``make demo`` starts, and what it prints."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from shutil import which

import pytest

from bot import demo

ROOT = Path(__file__).parents[3]
KEY_LINES = (
    "C'est fait : ce groupe est celui des membres.",
    "Léa         ▸ ouvre le lien du robot",
    "▸ touche [J'accepte]",
    "3 de 3 · Votre engagement",
    "▸ touche [J'accepte le code de conduite]",
    "▸ touche [Envoyer ma demande]",
    "D-2 · Léa Tremblay",
    "Avez-vous déjà quelqu’un à qui en parler",
    "✎ modifié  ✅ D-2 · Léa Tremblay",
    "Acceptée par Odile Roy",
    "→ Léa entre dans le groupe",
    "Bienvenue parmi nous.",
    "se joindre à nous",
    "Votre demande est entre les mains des bénévoles",
    "D-1 · Karim Haddad",
    "il manque l'accord d'une autre personne",
    "❌ D-1 · Karim Haddad",
    "nous avons repris votre demande",
    "→ Karim entre dans le groupe",
    "911",
)


@pytest.fixture(scope="module")
def played() -> subprocess.CompletedProcess[str]:
    """The demo, played once for the whole file."""
    return subprocess.run(
        [sys.executable, "-m", "bot", "demo", "--transcript", "--fast"],
        cwd=ROOT,
        env={**os.environ, "BOT_TOKEN": "999:of-the-visitor", "GROUP_CHAT_ID": "-100"},
        capture_output=True,
        text=True,
        timeout=300,
    )


def test_the_story_comes_to_its_end(played: subprocess.CompletedProcess[str]) -> None:
    assert played.stderr == ""
    assert played.returncode == 0


@pytest.mark.parametrize("line", KEY_LINES)
def test_the_transcript_shows(line: str, played: subprocess.CompletedProcess[str]) -> None:
    assert line in played.stdout.replace("\u00a0", " ")


def test_no_line_is_wider_than_a_terminal(played: subprocess.CompletedProcess[str]) -> None:
    assert [line for line in played.stdout.splitlines() if len(line) > 100] == []


def test_neither_a_token_nor_a_path_is_shown(played: subprocess.CompletedProcess[str]) -> None:
    shown = played.stdout + played.stderr
    assert not re.search(r"\d{6,}:[\w-]{20,}", shown)
    assert "of-the-visitor" not in shown
    assert tempfile.gettempdir() not in shown
    assert str(Path.home()) not in shown


def test_a_bot_that_stops_ends_the_demo_with_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "executable", which("false"))
    assert demo.main(transcript=True) == 1
    assert "Le robot s’est arrêté." in capsys.readouterr().err
