"""Somebody with the whole data folder and the key ring, who looks for what a person voted."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CTR

from bot.crypto import KeyRing, keyed_hash

NONCE = 12
AHEAD = 1500
"""Bytes decrypted from each sealed value: enough to recognise what it is."""
TRACE = re.compile(
    rb'ballot\.o(n|ff):\d+:\d{1,9}"|\xe2\x98\x91|u2611|\\u27e8|bulletin est not|ballot is noted'
)
"""A ballot's button with its theme, the marks of a chosen theme, or the words that confirm it."""


class Attacker:
    """Reads every byte of a folder, deleted rows and logs included."""

    def __init__(self, folder: Path, ring: KeyRing) -> None:
        self.files = {
            path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
        }
        self._ring = ring

    def finds(self, wanted: bytes) -> bool:
        """Whether some file holds these bytes, as they are or in hexadecimal."""
        forms = (wanted, wanted.hex().encode())
        return any(form in content for content in self.files.values() for form in forms)

    def sealed_traces(self) -> list[bytes]:
        """Return what the ring opens anywhere, whole or not, that tells of a ballot."""
        return [plain for plain in self.opened() if TRACE.search(plain)]

    def opened(self) -> Iterator[bytes]:
        """Decrypt whatever begins like a sealed value, without asking whether it is whole.

        AES-GCM is counter mode with a tag: without the tag, a torn value still shows its beginning
        (NIST SP 800-38D, section 7.1: the counter starts at 2 after a nonce of 96 bits).
        """
        for key_id, key in self._ring.keys:
            prefix = bytes([1, len(key_id)]) + key_id.encode()
            for content in self.files.values():
                for found in re.finditer(re.escape(prefix), content):
                    start = found.end() + NONCE
                    counter = content[found.end() : start] + (2).to_bytes(4, "big")
                    cipher = Cipher(AES(key), CTR(counter)).decryptor()
                    yield cipher.update(content[start : start + AHEAD])

    def hashes(self, people: list[int], vote: int, hash_key: bytes) -> Iterator[bytes]:
        """Guess what ballots would stand under, if the ring or the database had made their key."""
        masters = [*(key for _, key in self._ring.keys), hash_key]
        masters += [keyed_hash(key, "persons") for key in masters]
        masters += [keyed_hash(key, "votes", str(vote)) for key in masters]
        for person in people:
            for parts in ((str(vote), str(person)), ("ballot", str(vote), str(person))):
                yield from (keyed_hash(key, *parts) for key in masters)

    def texts(self) -> str:
        """Return every file as text, for ids written in clear."""
        return json.dumps([content.decode("latin-1") for content in self.files.values()])
