"""The settings: what is accepted, what is said of the rest, and that all are documented."""

from __future__ import annotations

import os
import re
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.crypto import KeyRing
from bot.settings import Settings, SettingsError, load_settings

ROOT = Path(__file__).parents[2]
NAMES = {name.upper() for name in Settings.model_fields}
TOKEN = "123456789:" + "AAEcanaryCANARYcanaryCANARYcanary12"
MARKER = "<!-- settings -->"


@pytest.fixture(autouse=True)
def _empty_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.upper() in NAMES:
            monkeypatch.delenv(name)


def refusal(**overrides: object) -> str:
    with pytest.raises(SettingsError) as refused:
        load_settings(None, **{"bot_token": TOKEN} | overrides)
    return str(refused.value)


# What is accepted


def test_the_token_is_enough() -> None:
    settings = load_settings(None, bot_token=TOKEN)

    assert settings.bot_token.get_secret_value() == TOKEN
    assert settings.model_dump(exclude={"bot_token"}) == {
        "api_url": "https://api.telegram.org",
        "data_dir": Path("data"),
        "secret_keys": None,
        "group_chat_id": None,
        "moderators_chat_id": None,
        "timezone": ZoneInfo("America/Toronto"),
        "default_language": "fr",
        "log_level": "INFO",
        "dry_run": False,
        "clock_offset_file": None,
    }


def test_every_setting_is_read_from_the_env_file(tmp_path: Path) -> None:
    ring = KeyRing.new().with_new_key()
    env_file = tmp_path / ".env"
    env_file.write_text(
        f"BOT_TOKEN={TOKEN}\nAPI_URL=http://127.0.0.1:8081/\nDATA_DIR=/srv/été\n"
        f"SECRET_KEYS={ring.dump()}\nGROUP_CHAT_ID=-100123\nMODERATORS_CHAT_ID=-100456\n"
        "TIMEZONE=Europe/Paris\nDEFAULT_LANGUAGE=en\nLOG_LEVEL=debug\nDRY_RUN=true\n"
        "CLOCK_OFFSET_FILE=/srv/offset\n"
        "GROUP_CHATID=unknown names are left alone\n"
    )

    settings = load_settings(env_file)

    assert settings.bot_token.get_secret_value() == TOKEN
    assert settings.secret_keys is not None
    assert KeyRing.parse(settings.secret_keys.get_secret_value()) == ring
    assert settings.model_dump(exclude={"bot_token", "secret_keys"}) == {
        "api_url": "http://127.0.0.1:8081",
        "data_dir": Path("/srv/été"),
        "group_chat_id": -100123,
        "moderators_chat_id": -100456,
        "timezone": ZoneInfo("Europe/Paris"),
        "default_language": "en",
        "log_level": "DEBUG",
        "dry_run": True,
        "clock_offset_file": Path("/srv/offset"),
    }


def test_the_environment_wins_over_the_file_and_overrides_over_both(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    env_file = tmp_path / ".env"
    env_file.write_text(f"BOT_TOKEN={TOKEN}\nLOG_LEVEL=DEBUG\nTIMEZONE=Europe/Paris\nDRY_RUN=1\n")
    monkeypatch.setenv("LOG_LEVEL", "ERROR")
    monkeypatch.setenv("TIMEZONE", "Europe/Zurich")

    settings = load_settings(env_file, timezone="America/Montreal")

    assert settings.dry_run is True
    assert settings.log_level == "ERROR"
    assert settings.timezone == ZoneInfo("America/Montreal")


def test_an_empty_line_means_the_default(tmp_path: Path) -> None:
    env_file = tmp_path / ".env"
    env_file.write_text(f"BOT_TOKEN={TOKEN}\nSECRET_KEYS=\nGROUP_CHAT_ID=\nAPI_URL=\n")

    assert load_settings(env_file) == load_settings(None, bot_token=TOKEN)


def test_spaces_around_a_pasted_token_are_forgiven() -> None:
    assert load_settings(None, bot_token=f" {TOKEN}\n").bot_token.get_secret_value() == TOKEN


def test_a_misspelt_override_is_a_bug_and_says_so() -> None:
    with pytest.raises(TypeError, match="api_urls"):
        load_settings(None, bot_token=TOKEN, api_urls="http://127.0.0.1")


def test_settings_never_change_after_the_start() -> None:
    settings = load_settings(None, bot_token=TOKEN)

    with pytest.raises(ValueError, match="frozen"):
        settings.dry_run = True


# What is refused


def test_a_missing_token_is_asked_for() -> None:
    with pytest.raises(SettingsError) as refused:
        load_settings(None)

    assert str(refused.value) == (
        "BOT_TOKEN manque : copiez le jeton donné par @BotFather : "
        "des chiffres, deux-points, des lettres."
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("bot_token", "a canary without its shape"),
        ("bot_token", "canary:123456"),
        ("bot_token", "123456:"),
        ("api_url", "api.telegram.org"),
        ("api_url", "ftp://api.telegram.org"),
        ("api_url", "https://"),
        ("api_url", "https://api.telegram.org/bot"),
        ("api_url", "https://api.telegram.org/?x=1"),
        ("api_url", "https://canary:canary@api.telegram.org"),
        ("api_url", "https://api.telegram.org:port"),
        ("api_url", "https://[::1"),
        ("secret_keys", "canary"),
        ("secret_keys", "canary:AAAA"),
        ("group_chat_id", 100123),
        ("group_chat_id", "le groupe"),
        ("moderators_chat_id", 0),
        ("timezone", "Montréal"),
        ("timezone", "../../etc/passwd"),
        ("default_language", "français"),
        ("log_level", "verbose"),
        ("dry_run", "peut-être"),
    ],
)
def test_a_bad_setting_is_named_with_its_remedy_and_without_its_value(
    name: str, value: object
) -> None:
    said = refusal(**{name: value})

    assert said.startswith(f"{name.upper()} n’est pas valable : ")
    assert said.count("\n") == 0
    assert said.endswith(".") or "base64" in said
    assert "canary" not in said


def test_the_key_at_fault_is_pointed_at() -> None:
    ring = KeyRing.new()

    said = refusal(secret_keys=f"{ring.dump()},second:AAAA")

    assert said == "SECRET_KEYS n’est pas valable : La clé n° 2 doit compter 32 octets."


def test_one_group_for_members_and_moderators_is_refused() -> None:
    said = refusal(group_chat_id=-5, moderators_chat_id=-5)

    assert said.startswith("GROUP_CHAT_ID et MODERATORS_CHAT_ID nomment le même groupe")


def test_each_bad_setting_has_its_sentence() -> None:
    said = refusal(bot_token="?", timezone="?", log_level="?").splitlines()

    assert [line.partition(" ")[0] for line in said] == ["BOT_TOKEN", "TIMEZONE", "LOG_LEVEL"]


@pytest.mark.parametrize(
    "url",
    [
        "https://api.telegram.org",
        "http://192.0.2.7:8081",
        "http://localhost.example.org",
        "http://127.1.example.org",
    ],
)
def test_the_clock_moves_on_this_machine_only(url: str) -> None:
    said = refusal(api_url=url, clock_offset_file="offset")

    assert said.startswith("CLOCK_OFFSET_FILE déplace l’horloge du robot")


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:8081", "http://localhost:8081", "http://[::1]:8081"]
)
def test_the_clock_may_move_on_a_trial(url: str) -> None:
    settings = load_settings(None, bot_token=TOKEN, api_url=url, clock_offset_file="offset")

    assert settings.clock_offset_file == Path("offset")


def test_an_env_file_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    env_file = tmp_path / ".env"
    env_file.write_bytes(b"BOT_TOKEN=\xff\xfe\n")

    with pytest.raises(SettingsError, match="ne peut pas être lu"):
        load_settings(env_file)


# What is never shown


def test_the_settings_never_show_the_token_nor_the_keys() -> None:
    ring = KeyRing.new()
    settings = load_settings(None, bot_token=TOKEN, secret_keys=ring.dump())

    shown = f"{settings!r} {settings} {settings.model_dump_json()} {vars(settings)}"

    assert TOKEN not in shown
    assert ring.secrets[0] not in shown


def test_a_refusal_carries_no_cause_in_which_the_values_are() -> None:
    with pytest.raises(SettingsError) as refused:
        load_settings(None, bot_token=TOKEN, secret_keys="canary", dry_run="canary")

    assert refused.value.__cause__ is None
    assert refused.value.__context__ is None


# What is documented


def documented_settings() -> dict[str, str]:
    lines = (ROOT / ".env.example").read_text().splitlines()
    return dict(found.groups() for line in lines if (found := re.match(r"#?([A-Z_]+)=(.*)", line)))


def test_the_example_documents_every_setting_and_no_other() -> None:
    assert documented_settings().keys() == NAMES


def test_the_example_shows_the_defaults() -> None:
    shown = {name.lower(): value for name, value in documented_settings().items() if value}

    assert load_settings(None, bot_token=TOKEN, **shown) == load_settings(None, bot_token=TOKEN)
    assert "#SECRET_KEYS=" in (ROOT / ".env.example").read_text()


def test_the_example_with_a_token_is_ready(tmp_path: Path) -> None:
    env_file = tmp_path / ".env"
    example = (ROOT / ".env.example").read_text()
    env_file.write_text(example.replace("BOT_TOKEN=\n", f"BOT_TOKEN={TOKEN}\n"))

    assert load_settings(env_file) == load_settings(None, bot_token=TOKEN)


def settings_table(readme: str) -> set[str]:
    """The names in the first column of the table that follows the marker."""
    names = set()
    for line in readme.partition(MARKER)[2].strip().splitlines():
        if not line.startswith("|"):
            break
        names |= set(re.findall(r"`([A-Z_]+)`", line.split("|")[1]))
    return names


@pytest.mark.parametrize("name", ["README.md", "README.en.md"])
def test_the_readme_documents_every_setting_and_no_other(name: str) -> None:
    readme = ROOT / name
    if not readme.exists() or MARKER not in readme.read_text():
        pytest.skip(f"{name} has no settings table yet")

    assert settings_table(readme.read_text()) == NAMES


def test_the_table_is_read_to_its_end_and_no_further() -> None:
    readme = f"`NOT_THIS`\n{MARKER}\n\n| n |\n|-|\n| `A_B` | `C` |\n| `D` | |\n\n| `LATER` |\n"

    assert settings_table(readme) == {"A_B", "D"}
