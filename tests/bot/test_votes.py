"""Elections counted and published votes recounted from the command line."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.cli import main
from bot.community.votes.ballots import approving
from bot.community.votes.elections import Method
from bot.community.votes.publication import close, written
from bot.community.votes.themes import Theme

POLL = {
    "candidates": ["b", "a", "d", "c"],
    "ballots": [
        {"count": 2, "approves": ["a", "b"]},
        {"count": 2, "approves": ["c", "d"]},
        {"count": 1, "approves": ["a", "c"]},
    ],
}


@pytest.fixture
def poll(tmp_path: Path) -> Path:
    path = tmp_path / "poll.json"
    path.write_text(json.dumps(POLL), "utf-8")
    return path


def counted(capsys: pytest.CaptureFixture[str], *arguments: object) -> Any:
    """What the command prints, read as JSON."""
    assert main(["votes", "count", *map(str, arguments)]) == 0
    return json.loads(capsys.readouterr().out)


def test_every_set_of_winners_is_listed_sorted(
    poll: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert counted(capsys, poll, "--method", "approval", "--all-tied") == [["a"], ["c"]]
    two = counted(capsys, poll, "--method", "approval", "--seats", 2, "--all-tied")
    assert two == [["a", "c"]]
    three = counted(capsys, poll, "--method", "phragmen", "--seats", 3, "--all-tied")
    assert three == [["a", "b", "c"], ["a", "c", "d"]]
    assert counted(capsys, poll, "--method", "schulze", "--all-tied") == [["a"], ["c"]]


def test_numbers_are_sorted_as_numbers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "poll.json"
    path.write_text('{"candidates": 11, "ballots": [[10, 9, 2]]}', "utf-8")
    assert counted(capsys, path, "--method", "approval", "--all-tied") == [[2], [9], [10]]


def test_the_result_is_told_with_its_scores_and_ties(
    poll: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = counted(capsys, poll, "--method", "phragmen", "--seats", "2")
    assert (told["voters"], sorted(told["winners"])) == (5, ["a", "c"])
    first, second, *_ = told["order"]
    assert first == {"theme": told["winners"][0], "voices": 3, "new_voices": 3, "score": "1/3"}
    # The one who wants both already carries a third.
    assert second == {"theme": told["winners"][1], "voices": 3, "new_voices": 2, "score": "4/9"}
    assert told["ties"][0] == {"place": 1, "between": told["winners"], "by": "draw"}


def test_what_cannot_be_counted_is_told_in_a_sentence(
    poll: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["votes", "count", str(poll), "--method", "approval", "--seats", "9"]) == 1
    assert "seats : 9 ne va pas de 1" in capsys.readouterr().err
    assert main(["votes", "count", str(tmp_path / "rien.json"), "--method", "approval"]) == 1
    assert "introuvable" in capsys.readouterr().err
    poll.write_bytes(b"\xff\xfe\xff")
    assert main(["votes", "count", str(poll), "--method", "approval"]) == 1
    assert "UTF-8" in capsys.readouterr().err


@pytest.fixture
def published(tmp_path: Path) -> Path:
    themes = [Theme(number, f"thème {number}", date(2026, 1, 5)) for number in (1, 2, 3)]
    ballots = [approving([1, 2])] * 4 + [approving([3])] * 3
    path = tmp_path / "vote-12.json"
    path.write_text(written(close(12, Method.PHRAGMEN, 2, themes, ballots, "secret")), "utf-8")
    return path


def test_a_published_vote_is_recounted(published: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["votes", "verify", str(published)]) == 0
    assert "✓ 7 bulletins recomptés" in capsys.readouterr().out


def test_the_first_difference_is_told(published: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = published.read_text("utf-8")
    published.write_text(told.replace('"voices": 3', '"voices": 5'), "utf-8")
    assert main(["votes", "verify", str(published)]) == 1
    assert "✗ result.order.2.voices : publié 5, recompté 3" in capsys.readouterr().out


def test_a_vote_of_a_few_has_nothing_to_recount(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    themes = [Theme(number, f"thème {number}", date(2026, 1, 5)) for number in (1, 2)]
    path = tmp_path / "vote.json"
    path.write_text(written(close(1, Method.APPROVAL, 1, themes, [approving([1])], "s")), "utf-8")
    assert main(["votes", "verify", str(path)]) == 0
    assert "Moins de cinq bulletins" in capsys.readouterr().out


def test_what_is_no_publication_is_told_in_a_sentence(
    poll: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["votes", "verify", str(poll)]) == 1
    assert "Ce n’est pas un vote publié" in capsys.readouterr().err


def test_too_many_ties_are_told_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "poll.json"
    path.write_text('{"candidates": 40, "ballots": [], "seats": 20}', "utf-8")
    for method in Method:
        assert main(["votes", "count", str(path), "--method", method, "--all-tied"]) == 1
        told = capsys.readouterr().err
        assert "plus de 200 000 ensembles" in told
        assert "moins de gagnants, avec --seats" in told
        instead = told.rpartition(" : entraide ")[2].split()
        assert instead == ["votes", "count", str(path), "--method", method, "--seats", "20"]
        assert main(instead) == 0
        assert '"ties"' in capsys.readouterr().out


def test_a_file_of_brackets_is_refused_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "deep.json"
    path.write_text("[" * 100_000, "utf-8")
    assert main(["votes", "count", str(path), "--method", "approval"]) == 1
    assert "JSON" in capsys.readouterr().err
    assert main(["votes", "verify", str(path)]) == 1
    assert "publié" in capsys.readouterr().err
