"""What is sealed at rest: the key ring, the sealed format, the key file."""

from __future__ import annotations

import base64
import binascii
import hmac
import os
import re
import secrets
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_FILE = "keys"
DATABASE_FILE = "entraide.db"

_FORMAT = 1
_KEY_BYTES = 32
_NONCE_BYTES = 12  # 96 bits: the size that NIST SP 800-38D recommends for GCM.
_KEY_ID = re.compile(r"[a-z0-9]{1,8}")
_PRIVATE = 0o600


class CryptoError(Exception):
    """Une clé ou une donnée chiffrée pose problème."""

    def __init__(self, message: str | None = None) -> None:
        super().__init__(message or self.__doc__)


class BadKeys(CryptoError):
    """Le trousseau de clés est mal écrit : il faut « id:base64 », séparés par des virgules."""


class KeyLost(CryptoError):
    """La base de données existe, mais sa clé de chiffrement est introuvable."""


class UnknownKey(CryptoError):
    """Cette donnée a été chiffrée avec une clé qui n’est pas dans le trousseau."""


class Tampered(CryptoError):
    """Cette donnée chiffrée est abîmée, modifiée, ou n’est pas à sa place."""


class KeySource(Enum):
    """Where the keys come from."""

    SETTINGS = "settings"
    FILE = "file"
    FILE_WAS_OPEN = "file was open"
    """Read from the file; others could read it, its mode is 0600 again."""
    CREATED = "created"


def _framed(*parts: str) -> bytes:
    """Join texts so that no two lists of texts give the same bytes: each after its length."""
    encoded = [part.encode() for part in parts]
    return b"".join(len(part).to_bytes(4, "big") + part for part in encoded)


def keyed_hash(key: bytes, *parts: str) -> bytes:
    """Return the HMAC-SHA256 of texts, 32 bytes, for who must be recognised but not named."""
    return hmac.digest(key, _framed(*parts), "sha256")


@dataclass(frozen=True)
class KeyRing:
    """Keys by id, the current one first: it seals, all of them open.

    A sealed value is: format version (1 byte), length of the key id (1 byte), key id, nonce
    (12 bytes), AES-256-GCM ciphertext and tag. The place it belongs to (table, column, row,
    person) is authenticated with it, so that a value copied elsewhere does not open.
    """

    keys: tuple[tuple[str, bytes], ...] = field(repr=False)

    def __post_init__(self) -> None:
        if not self.keys:
            raise BadKeys
        for position, (key_id, key) in enumerate(self.keys, start=1):
            if not _KEY_ID.fullmatch(key_id):
                raise BadKeys(f"Le nom de la clé n° {position} doit avoir 1 à 8 caractères a-z0-9.")
            if len(key) != _KEY_BYTES:
                raise BadKeys(f"La clé n° {position} doit compter {_KEY_BYTES} octets.")
        if len(set(self.ids)) < len(self.keys):
            raise BadKeys("Deux clés du trousseau portent le même nom.")

    @classmethod
    def parse(cls, text: str) -> KeyRing:
        """Read ``id:base64,id2:base64``. Raises BadKeys, which never quotes the text."""
        return cls(tuple(_parse_key(n, item) for n, item in enumerate(text.split(","), start=1)))

    @classmethod
    def new(cls) -> KeyRing:
        """A ring of one new key."""
        return cls((_new_key(),))

    @property
    def current_id(self) -> str:
        """The id of the key that seals."""
        return self.keys[0][0]

    @property
    def ids(self) -> tuple[str, ...]:
        """All key ids, the current one first."""
        return tuple(key_id for key_id, _ in self.keys)

    @property
    def secrets(self) -> tuple[str, ...]:
        """The keys as they are written, for the logs to recognise and hide."""
        return tuple(_encoded(key) for _, key in self.keys)

    def dump(self) -> str:
        """The text that ``parse`` reads."""
        return ",".join(f"{key_id}:{_encoded(key)}" for key_id, key in self.keys)

    def with_new_key(self) -> KeyRing:
        """The ring after a rotation: a new key is current, the others still open."""
        return KeyRing((_new_key(), *self.keys))

    def without(self, ids: Collection[str]) -> KeyRing:
        """The ring less some keys. Raises UnknownKey, or BadKeys when the current one is named."""
        if not set(ids) <= set(self.ids):
            raise UnknownKey("Une clé à retirer n’est pas dans le trousseau.")
        if self.current_id in ids:
            raise BadKeys("La clé courante ne peut pas être retirée : créez-en une autre d’abord.")
        return KeyRing(tuple((key_id, key) for key_id, key in self.keys if key_id not in ids))

    def seal(self, plain: bytes, *, table: str, column: str, row: str, person: str = "") -> bytes:
        """Encrypt with the current key, bound to the place where the value is kept."""
        prefix, cipher = self._sealer
        nonce = os.urandom(_NONCE_BYTES)
        place = prefix + _framed(table, column, row, person)
        return prefix + nonce + cipher.encrypt(nonce, plain, place)

    def open(self, sealed: bytes, *, table: str, column: str, row: str, person: str = "") -> bytes:
        """Decrypt a value found at that place. Raises UnknownKey or Tampered."""
        key_id = self.key_id_of(sealed)
        cipher = self._ciphers.get(key_id)
        if cipher is None:
            raise UnknownKey(
                f"Une donnée est chiffrée avec la clé « {key_id} », absente du trousseau : "
                "remettez-la dans SECRET_KEYS ou dans le fichier des clés."
            )
        start = 2 + len(key_id)
        nonce, ciphertext = sealed[start : start + _NONCE_BYTES], sealed[start + _NONCE_BYTES :]
        place = sealed[:start] + _framed(table, column, row, person)
        try:
            return cipher.decrypt(nonce, ciphertext, place)
        except (InvalidTag, ValueError):  # ValueError: too short for a nonce
            raise Tampered from None

    @staticmethod
    def key_id_of(sealed: bytes) -> str:
        """The id of the key that sealed a value. Raises Tampered when it isn't a sealed value."""
        if len(sealed) < 2 or sealed[0] != _FORMAT:
            raise Tampered
        key_id = sealed[2 : 2 + sealed[1]].decode("ascii", errors="replace")
        if len(key_id) < sealed[1] or not _KEY_ID.fullmatch(key_id):
            raise Tampered
        return key_id

    @cached_property
    def _ciphers(self) -> dict[str, AESGCM]:
        return {key_id: AESGCM(key) for key_id, key in self.keys}

    @cached_property
    def _sealer(self) -> tuple[bytes, AESGCM]:
        key_id = self.current_id.encode()
        return bytes([_FORMAT, len(key_id)]) + key_id, self._ciphers[self.current_id]


def _new_key() -> tuple[str, bytes]:
    """A key and its id: random too, so that a lost key is never mistaken for its successor."""
    return secrets.token_hex(4), AESGCM.generate_key(bit_length=8 * _KEY_BYTES)


def _encoded(key: bytes) -> str:
    return base64.b64encode(key).decode()


def _parse_key(position: int, item: str) -> tuple[str, bytes]:
    key_id, colon, encoded = item.strip().partition(":")
    if not colon:
        raise BadKeys(f"La clé n° {position} n’est pas de la forme « id:base64 ».")
    try:
        return key_id, base64.b64decode(encoded, validate=True)
    except (binascii.Error, ValueError):
        bad = f"La clé n° {position} n’est pas écrite en base64 (openssl rand -base64 32)."
    raise BadKeys(bad)


def load_keys(secret_keys: str | None, data_dir: Path) -> tuple[KeyRing, KeySource]:
    """Return the keys from SECRET_KEYS, else from the key file, made at the first start.

    Raises BadKeys for a damaged ring or file (which is left as it is), KeyLost instead of making
    a key that could open nothing of a database that is already there, and OSError when the key
    file can't be made.
    """
    if secret_keys is not None:
        return KeyRing.parse(secret_keys), KeySource.SETTINGS
    path = data_dir / KEY_FILE
    if not path.exists():
        _refuse_to_replace_lost_key(data_dir)
        with suppress(FileExistsError):  # another process was quicker: its key is read below
            _publish(KeyRing.new(), path, os.link)
            return _read_keys(path)[0], KeySource.CREATED
    return _read_keys(path)


def write_keys(ring: KeyRing, data_dir: Path) -> None:
    """Replace the key file, wholly or not at all, whenever the machine stops."""
    _publish(ring, data_dir / KEY_FILE, os.replace)


def _refuse_to_replace_lost_key(data_dir: Path) -> None:
    if (data_dir / DATABASE_FILE).exists():
        raise KeyLost(
            f"La base de données est dans {data_dir}, mais sa clé ({KEY_FILE}) n’y est pas : "
            "remettez le fichier en place ou indiquez SECRET_KEYS. Aucune clé n’a été créée, "
            "car une clé neuve ne lirait rien de cette base."
        )


def _publish(ring: KeyRing, path: Path, put_in_place: Callable[[Path, Path], None]) -> None:
    """Write the ring beside ``path``, on the disk, and only then give it that name."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}.new")
    try:
        with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _PRIVATE), "wb") as file:
            file.write(f"{ring.dump()}\n".encode())
            file.flush()
            os.fsync(file.fileno())
        put_in_place(draft, path)
    finally:
        draft.unlink(missing_ok=True)
    _sync_directory(path.parent)


def _sync_directory(directory: Path) -> None:
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _read_keys(path: Path) -> tuple[KeyRing, KeySource]:
    try:
        with path.open("rb") as file:
            was_open = bool(os.fstat(file.fileno()).st_mode & 0o077)
            if was_open:
                os.fchmod(file.fileno(), _PRIVATE)
            ring = KeyRing.parse(file.read().decode("ascii"))
    except (BadKeys, UnicodeDecodeError):
        trouble = "est abîmé. Remettez-en une copie saine ; il n’a pas été modifié."
    except OSError as error:
        trouble = f"ne peut pas être lu ou protégé ({error.strerror})."
    else:
        return ring, KeySource.FILE_WAS_OPEN if was_open else KeySource.FILE
    raise BadKeys(f"Le fichier des clés {path} {trouble}")
