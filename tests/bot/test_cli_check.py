"""``entraide check``: a line for each thing, its fix, and an exit code that can be trusted."""

from __future__ import annotations

import os
import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.clock import Clock
from bot.commands.check import check
from bot.crypto import KeyRing
from tests.bot.terminal import SETTINGS, Terminal, until

CONTENT = Path(__file__).parents[2] / "content"
TODAY = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)


def lines(out: str, subject: str) -> list[str]:
    return [line for line in out.splitlines() if line[2:].startswith(subject)]


def filled(folder: Path) -> Path:
    """A copy of the texts, with the organisation filled in."""
    copy = folder / "content"
    shutil.copytree(CONTENT, copy)
    file = copy / "fr" / "organisation.toml"
    text = re.sub(r"À REMPLIR : adresse courriel", "aide@exemple.org", file.read_text("utf-8"))
    text = text.replace("À REMPLIR : https://…", "https://exemple.org")
    file.write_text(text.replace("À REMPLIR : prénom et nom", "Odile Gagnon"), "utf-8")
    return copy


async def test_a_bot_in_order_passes_and_is_not_disturbed(terminal: Terminal) -> None:
    filled(terminal.folder)
    ring = KeyRing.new().dump()
    async with terminal.bot(SECRET_KEYS=ring) as bot:
        await until(lambda: terminal.api._polls)
        done = await terminal.type("check", SECRET_KEYS=ring, **terminal.chats)

        assert terminal.api.polls_cut_short == 0
        assert bot.process.returncode is None
        terminal.world.start(terminal.lea)
        await until(lambda: terminal.world.said(terminal.lea))

    assert "✗" not in done.out
    assert done.code == 0
    for line in (
        "✓ Réglages",
        "✓ Jeton : @",
        "✓ Groupe des membres : « Entraide »",
        "✓ Groupe des membres, droits : tous cochés",
        "✓ Groupe de modération : « Modération »",
        "✓ Mode de confidentialité : activé, sans effet ici",
        "✓ Clé de chiffrement : dans SECRET_KEYS",
        "✓ Base de données : saine, version ",
        "✓ Textes : sans faute (fr, en)",
        "✓ Organisation : ",
    ):
        assert line in done.out


async def test_a_fresh_one_can_run_to_be_linked_and_nothing_is_made(terminal: Terminal) -> None:
    filled(terminal.folder)

    done = await terminal.type("check")

    assert done.code == 0, done.out
    assert "⚠ Groupe des membres : pas encore relié" in done.out
    assert "/installer groupe CODE" in done.out
    assert "/installer moderation CODE" in done.out
    assert "⚠ Clé de chiffrement : une clé sera créée" in done.out
    assert "✓ Base de données : " in done.out
    assert not terminal.data.exists()


async def test_what_lacks_in_the_chats_is_named_with_where_to_mend_it(terminal: Terminal) -> None:
    rights = {"can_invite_users", "can_delete_messages", "can_pin_messages"}
    terminal.world.set_bot_rights(terminal.group, rights)

    done = await terminal.type(
        "check", GROUP_CHAT_ID=str(terminal.group.id), MODERATORS_CHAT_ID="-5"
    )

    assert done.code == 1
    (missing,) = lines(done.out, "Groupe des membres, droits")
    assert missing.startswith("✗")
    assert "« Bannir des membres »" in missing
    assert "Administrateurs" in missing
    (unseen,) = lines(done.out, "Groupe de modération")
    assert unseen.startswith("✗")
    assert "-5 est invisible" in unseen
    assert "MODERATORS_CHAT_ID" in unseen


@pytest.mark.parametrize(
    ("settings", "subject", "said"),
    [
        ({"BOT_TOKEN": "123456:TEST-bbbbbbbbbbbbbbbbbb"}, "Jeton", "refuse le jeton"),
        ({"API_URL": "http://127.0.0.1:9"}, "Bot API", "ne répond pas"),
        ({"BOT_TOKEN": "", "TIMEZONE": "Mars"}, "Réglages", "BOT_TOKEN manque"),
    ],
)
async def test_what_stops_it_is_told_on_its_line(
    terminal: Terminal, settings: dict[str, str], subject: str, said: str
) -> None:
    done = await terminal.type("check", **settings)

    assert done.code == 1
    assert done.err == ""
    line = lines(done.out, subject)[0]
    assert line.startswith("✗")
    assert said in line
    assert lines(done.out, "Textes")


# On its own data and texts, without a token: Telegram is not asked


class Here:
    """The check, called in this process."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys

    def __call__(self, content: Path, now: datetime = TODAY) -> str:
        self.code = check(Clock(now=lambda: now, monotonic=lambda: 0.0), content)
        return self._capsys.readouterr().out


@pytest.fixture
def here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Here:
    for name in set(os.environ) & SETTINGS:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BOT_TOKEN", "123456:TEST-cccccccccccccccccccc")
    monkeypatch.setenv("API_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    return Here(tmp_path, capsys)


def test_placeholders_are_refused_by_file_line_and_name(here: Here) -> None:
    out = here(CONTENT)

    assert here.code == 1
    found = lines(out, "Organisation")
    assert [line[0] for line in found] == ["✗"] * 3
    assert "organisation.toml:6: responsible_person : à remplir" in found[0]


def test_faults_in_the_texts_are_told_by_file_and_line(here: Here) -> None:
    content = filled(here.folder)
    broken = content / "fr" / "help.toml"
    broken.write_text("title = \n" + broken.read_text("utf-8"), "utf-8")

    out = here(content)

    assert lines(out, "Textes")[0].startswith("✗ Textes : content/fr/help.toml:1: ")


def test_help_lines_that_nobody_checked_for_90_days_are_warned_about(here: Here) -> None:
    content = filled(here.folder)

    fresh = lines(here(content), "Lignes d’aide")
    old = lines(here(content, TODAY.replace(year=2027)), "Lignes d’aide")

    assert fresh[-1].startswith("✓")
    assert all(line.startswith("⚠") for line in old)
    assert sum("il y a plus de 90 jours" in line for line in old) >= 9


def test_the_key_file_is_warned_about_and_closed_to_others(here: Here) -> None:
    (here.folder / "data").mkdir()
    key_file = here.folder / "data" / "keys"
    key_file.write_text(KeyRing.new().dump())
    key_file.chmod(0o644)

    (first,) = lines(here(CONTENT), "Clé de chiffrement")
    (second,) = lines(here(CONTENT), "Clé de chiffrement")

    assert first.startswith("⚠ Clé de chiffrement : d’autres comptes pouvaient la lire")
    assert second.startswith("⚠ Clé de chiffrement : elle est dans ")
    assert key_file.stat().st_mode & 0o777 == 0o600


def test_a_damaged_database_or_a_lost_key_is_told_and_left_as_it_is(here: Here) -> None:
    (here.folder / "data").mkdir()
    database = here.folder / "data" / "entraide.db"
    database.write_bytes(b"pas une base" * 900)

    lost = here(CONTENT)
    (here.folder / "data" / "keys").write_text(KeyRing.new().dump())
    damaged = here(CONTENT)

    assert lines(lost, "Clé de chiffrement")[0].startswith("✗")
    assert lines(lost, "Base de données")[0].startswith("✗")
    assert "est endommagée" in lines(damaged, "Base de données")[0]
    assert database.read_bytes() == b"pas une base" * 900
