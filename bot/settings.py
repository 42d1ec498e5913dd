"""The settings: what an operator chooses, read from the environment or from ``.env``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Any, Literal, Self
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_core import PydanticCustomError
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.crypto import CryptoError, KeyRing

_OUR_WORDS = "entraide"
_TOKEN = re.compile(r"[0-9]+:[A-Za-z0-9_-]+")

ChatId = Annotated[int, Field(lt=0)]


class SettingsError(Exception):
    """Un réglage manque ou n’est pas valable."""

    def __init__(self, sentences: list[str]) -> None:
        super().__init__("\n".join(sentences) or self.__doc__)


class Settings(BaseSettings):
    """What an operator chooses. The description of a field says what it must be, in French."""

    model_config = SettingsConfigDict(
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
        validate_default=True,
    )

    bot_token: SecretStr = Field(
        description="copiez le jeton donné par @BotFather : des chiffres, deux-points, des lettres"
    )
    api_url: str = Field(
        default="https://api.telegram.org",
        description="donnez l’adresse d’un serveur Bot API, http(s)://, sans /bot ni jeton",
    )
    data_dir: Path = Field(
        default=Path("data"), description="donnez le dossier où garder les données"
    )
    secret_keys: SecretStr | None = Field(
        default=None,
        description="écrivez id:base64, séparés par des virgules, 32 octets par clé "
        "(openssl rand -base64 32)",
    )
    group_chat_id: ChatId | None = Field(
        default=None,
        description="donnez le numéro du groupe, négatif, ou laissez vide et dites /installer",
    )
    moderators_chat_id: ChatId | None = Field(
        default=None,
        description="donnez le numéro du groupe de modération, négatif, ou laissez vide "
        "et dites /installer",
    )
    timezone: ZoneInfo = Field(
        default=ZoneInfo("America/Toronto"),
        description="donnez un fuseau horaire IANA, par exemple America/Toronto",
    )
    default_language: str = Field(
        default="fr",
        pattern=r"^[a-z]{2,3}$",
        description="donnez un code de langue en minuscules, fr ou en",
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"] = Field(
        default="INFO", description="choisissez DEBUG, INFO, WARNING, ERROR ou CRITICAL"
    )
    dry_run: bool = Field(default=False, description="écrivez true ou false")
    clock_offset_file: Path | None = Field(
        default=None,
        description="donnez un fichier qui contient un nombre de secondes, pour un essai seulement",
    )

    @field_validator("bot_token")
    @classmethod
    def _token_has_its_shape(cls, token: SecretStr) -> SecretStr:
        text = token.get_secret_value().strip()
        if not _TOKEN.fullmatch(text):
            raise ValueError
        return SecretStr(text)

    @field_validator("api_url")
    @classmethod
    def _api_url_is_a_base(cls, url: str) -> str:
        parts = urlsplit(url.strip())
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.port == 0:
            raise ValueError
        if parts.query or parts.fragment or parts.username or parts.path.endswith("/bot"):
            raise ValueError
        return parts.geturl().rstrip("/")

    @field_validator("secret_keys")
    @classmethod
    def _keys_are_a_ring(cls, keys: SecretStr | None) -> SecretStr | None:
        if keys is not None:
            try:
                KeyRing.parse(keys.get_secret_value())
            except CryptoError as error:
                raise PydanticCustomError(_OUR_WORDS, "{said}", {"said": str(error)}) from None
        return keys

    @field_validator("log_level", mode="before")
    @classmethod
    def _log_level_in_capitals(cls, level: Any) -> Any:
        return level.strip().upper() if isinstance(level, str) else level

    @model_validator(mode="after")
    def _clock_moves_on_trial_only(self) -> Self:
        """A clock that jumps would close, remind and destroy early: never with Telegram itself."""
        if self.clock_offset_file is not None and not _is_loopback(self.api_url):
            raise PydanticCustomError(
                _OUR_WORDS,
                "CLOCK_OFFSET_FILE déplace l’horloge du robot : il n’est accepté qu’avec un "
                "API_URL de cette machine (127.0.0.1, ::1 ou localhost), pour un essai.",
            )
        return self

    @model_validator(mode="after")
    def _chats_differ(self) -> Self:
        if self.group_chat_id is not None and self.group_chat_id == self.moderators_chat_id:
            raise PydanticCustomError(
                _OUR_WORDS,
                "GROUP_CHAT_ID et MODERATORS_CHAT_ID nomment le même groupe : il en faut deux.",
            )
        return self


def _is_loopback(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def load_settings(env_file: Path | None = Path(".env"), **overrides: Any) -> Settings:
    """Read the settings: overrides by field name, then the environment, then ``env_file``.

    Raises SettingsError, one French sentence for each bad setting, never with a secret's value.
    """
    if unknown := overrides.keys() - Settings.model_fields.keys():
        raise TypeError(f"no such setting: {', '.join(sorted(unknown))}")
    try:
        return Settings(_env_file=env_file, **overrides)  # type: ignore[call-arg]
    except ValidationError as error:
        sentences = list(_sentences(error))
    except (OSError, UnicodeDecodeError):
        sentences = [f"Le fichier {env_file} ne peut pas être lu : vérifiez ses droits, en UTF-8."]
    raise SettingsError(sentences)  # outside the except: the cause would carry the values


def _sentences(error: ValidationError) -> Iterator[str]:
    for problem in error.errors(include_input=False, include_url=False):
        own_words = problem["msg"] if problem["type"] == _OUR_WORDS else ""
        if not problem["loc"]:
            yield own_words
            continue
        name = str(problem["loc"][0])
        wrong = "manque" if problem["type"] == "missing" else "n’est pas valable"
        remedy = own_words or f"{Settings.model_fields[name].description}."
        yield f"{name.upper()} {wrong} : {remedy}"
