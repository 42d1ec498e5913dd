"""What stops a command, told to the operator in one sentence: no trace, no token."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

from telegram.error import BadRequest, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.crypto import DATABASE_FILE, CryptoError, Tampered
from bot.instance import AlreadyRunning
from bot.intake import StopRunning
from bot.settings import Settings, SettingsError
from bot.storage.errors import BadDatabase
from bot.storage.sealed_file import BadFile
from content import ContentError

_OWN_WORDS = (SettingsError, AlreadyRunning, StopRunning, BadDatabase, BadFile, CryptoError)
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_WHY = {
    errno.ENOENT: "introuvable",
    errno.EACCES: "accès refusé",
    errno.EPERM: "accès refusé",
    errno.EROFS: "ce disque ne s’écrit pas",
    errno.ENOTDIR: "ce n’est pas un dossier",
    errno.EEXIST: "il existe déjà",
    errno.EISDIR: "c’est un dossier",
}
_SOME_FAULTS = 10


class Refused(Exception):
    """La commande ne peut pas être faite."""


def sentence(error: BaseException, settings: Settings | None = None) -> str | None:
    """Return what an error means and what to do, or None for one that nobody foresaw."""
    match error:
        case Tampered():
            return (
                "Les clés de chiffrement n’ouvrent pas cette base de données : ce ne sont pas les "
                "siennes, ou elle est abîmée. Vérifiez SECRET_KEYS ou le fichier des clés."
            )
        case ContentError():
            return _content(error)
        case TelegramError():
            return telegram_sentence(error, settings.api_url if settings else "")
        case sqlite3.Error():
            return _database(error, settings)
        case OSError():
            return _files(error, settings)
    return str(error) if isinstance(error, (*_OWN_WORDS, Refused)) else None


def telegram_sentence(error: TelegramError, api_url: str) -> str:
    """Return what a refusal of the Bot API means; its own text may hold the token."""
    match error:
        case InvalidToken():
            return (
                f"Le serveur {api_url} refuse le jeton (BOT_TOKEN). Demandez-en un à @BotFather "
                "avec /token, mettez-le dans .env ; vérifiez aussi API_URL."
            )
        case RetryAfter():
            return "Telegram demande d’attendre un peu : réessayez dans quelques minutes."
        case NetworkError() if not isinstance(error, BadRequest):
            return (
                f"Le serveur {api_url} ne répond pas. Vérifiez la connexion à Internet et API_URL, "
                "puis relancez."
            )
    return f"Le serveur {api_url} ne répond pas comme une Bot API : vérifiez API_URL."


def _content(error: ContentError) -> str:
    said = [str(fault) for fault in error.faults[:_SOME_FAULTS]]
    if more := len(error.faults) - len(said):
        said.append(f"… et {more} autres")
    return "Les textes ont des fautes ; corrigez-les, puis relancez :\n" + "\n".join(said)


def _database(error: sqlite3.Error, settings: Settings | None) -> str:
    where = settings.data_dir if settings else Path("DATA_DIR")
    match getattr(error, "sqlite_errorcode", 0) & 0xFF:
        case sqlite3.SQLITE_FULL:
            return _full(str(where))
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return str(BadDatabase.damaged(where / DATABASE_FILE))
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return f"La base de données dans {where} est occupée par un autre programme."
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return (
                f"La base de données dans {where} ne peut pas être ouverte en écriture : "
                "vérifiez les droits du dossier et du fichier."
            )
        case sqlite3.SQLITE_IOERR:
            return (
                f"Le disque de {where} ne se lit ou ne s’écrit plus : vérifiez la place libre et "
                "l’état du disque. Rien n’a été effacé."
            )
    return f"La base de données dans {where} ne répond pas ({type(error).__name__})."


def _files(error: OSError, settings: Settings | None) -> str:
    where = error.filename or (settings.data_dir if settings else "DATA_DIR")
    if error.errno in _FULL:
        return _full(str(where))
    why = _WHY.get(error.errno or 0, error.strerror or type(error).__name__)
    return f"{where} : {why}. Vérifiez le chemin, et les droits de ce compte."


def _full(where: str) -> str:
    return (
        f"Le disque est plein ({where}) : libérez de la place, puis relancez. Rien n’a été effacé."
    )
