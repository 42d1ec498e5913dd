"""A file sealed whole: its format, and the writing and reading of it as a stream.

The file is a header, then chunks. The header is ``ENTRAIDE-1`` and a line feed, the length of the
key id (1 byte), the key id, and a salt (16 bytes). The key of the file is HKDF-SHA256 of the ring's
key and the salt, so that no two files share one. Each chunk is AES-256-GCM over at most 1 MiB,
with the header as associated data; its nonce is the chunk's number (11 bytes, from 0) and 1 for
the last chunk, 0 for the others (the STREAM construction, https://eprint.iacr.org/2015/189):
chunks that are moved, dropped or added do not open. The key itself is not in the file.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import count
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bot.crypto import KeyRing, UnknownKey

_MAGIC = b"ENTRAIDE-1\n"
_SALT_BYTES = 16
_TAG_BYTES = 16
_CHUNK = 1 << 20


class BadFile(Exception):
    """Ce fichier n’est pas une sauvegarde d’Entraide."""

    def __init__(self, message: str | None = None) -> None:
        super().__init__(message or self.__doc__)


def seal_file(plain: BinaryIO, sealed: BinaryIO, keys: KeyRing) -> None:
    """Write ``plain``, up to its end, into ``sealed``, under the current key."""
    key_id = keys.current_id.encode()
    header = _MAGIC + bytes([len(key_id)]) + key_id + os.urandom(_SALT_BYTES)
    cipher = _cipher(header, keys)
    sealed.write(header)
    for number, chunk, last in _chunks(plain, _CHUNK):
        sealed.write(cipher.encrypt(_nonce(number, last), chunk, header))


def open_file(sealed: BinaryIO, plain: BinaryIO, keys: KeyRing) -> None:
    """Write what ``sealed`` hides into ``plain``.

    Raises BadFile for a file of another kind, cut or changed, and UnknownKey. What was written to
    ``plain`` by then must be thrown away.
    """
    header = _read_header(sealed)
    cipher = _cipher(header, keys)
    for number, chunk, last in _chunks(sealed, _CHUNK + _TAG_BYTES):
        try:
            plain.write(cipher.decrypt(_nonce(number, last), chunk, header))
        except (InvalidTag, ValueError):
            raise BadFile(
                "Cette sauvegarde est incomplète, abîmée ou modifiée, ou la clé de ce nom n’est "
                "pas la sienne."
            ) from None


def _read_header(sealed: BinaryIO) -> bytes:
    start = sealed.read(len(_MAGIC) + 1)
    if len(start) <= len(_MAGIC) or not start.startswith(_MAGIC):
        raise BadFile
    rest = sealed.read(start[-1] + _SALT_BYTES)
    if len(rest) < start[-1] + _SALT_BYTES:
        raise BadFile
    return start + rest


def _cipher(header: bytes, keys: KeyRing) -> AESGCM:
    key_id = header[len(_MAGIC) + 1 : -_SALT_BYTES].decode("ascii", errors="replace")
    key = dict(keys.keys).get(key_id)
    if key is None:
        raise UnknownKey(
            f"Cette sauvegarde est chiffrée avec la clé « {key_id} », absente du trousseau : "
            "ajoutez-la à SECRET_KEYS ou au fichier des clés."
        )
    salt = header[-_SALT_BYTES:]
    return AESGCM(HKDF(SHA256(), length=32, salt=salt, info=b"entraide backup").derive(key))


def _nonce(number: int, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])


def _chunks(file: BinaryIO, size: int) -> Iterator[tuple[int, bytes, bool]]:
    """Cut a file into numbered chunks, one at least; the last one is known as such."""
    chunk = file.read(size)
    for number in count():
        following = file.read(size)
        yield number, chunk, not following
        if not following:
            return
        chunk = following
