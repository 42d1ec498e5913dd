"""The keys of open votes: a file each, beside the database and never in it nor in its backups.

A ballot stands under a hash that only the key of its vote makes, and says what it says only to
that key. Once the file is gone, nobody can tell whose a ballot was, nor read one in a former copy
of the database, not even with the key ring.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.crypto import keyed_hash

_BYTES = 32
NONCE_BYTES = 12
_PLACES, _PLACE_BYTES = 20, 4
"""Every ballot has one length, whatever it names: a length would say how much."""
_PRIVATE = 0o600


class VoteKey:
    """The key of one vote."""

    def __init__(self, vote: int, key: bytes) -> None:
        self._vote = str(vote)
        self._persons = keyed_hash(key, "persons")
        self._ballots = AESGCM(keyed_hash(key, "ballots"))
        self._passing = AESGCM(keyed_hash(key, "passing"))

    def person(self, user_id: int) -> bytes:
        """Return what a person's ballot stands under."""
        return keyed_hash(self._persons, self._vote, str(user_id))

    def seal(self, chosen: tuple[int, ...], person: bytes) -> bytes:
        """Return the themes of a ballot in their order, encrypted for its place."""
        told = b"".join(theme.to_bytes(_PLACE_BYTES, "big") for theme in chosen)
        nonce = os.urandom(NONCE_BYTES)
        plain = told.ljust(_PLACES * _PLACE_BYTES, b"\0")
        return nonce + self._ballots.encrypt(nonce, plain, person)

    def open(self, sealed: bytes, person: bytes) -> tuple[int, ...]:
        """Return what :meth:`seal` hid; raise InvalidTag if the place is not the same."""
        plain = self._ballots.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], person)
        parts = (plain[at : at + _PLACE_BYTES] for at in range(0, len(plain), _PLACE_BYTES))
        return tuple(theme for theme in (int.from_bytes(part, "big") for part in parts) if theme)

    def hide(self, plain: bytes, place: str, nonce: bytes) -> bytes:
        """Return bytes encrypted for their place, with a nonce that no others have there."""
        return self._passing.encrypt(nonce, plain, place.encode())

    def reveal(self, hidden: bytes, place: str, nonce: bytes) -> bytes | None:
        """Return what :meth:`hide` hid; None for what it did not, or not at this place."""
        try:
            return self._passing.decrypt(nonce, hidden, place.encode())
        except (ValueError, InvalidTag):
            return None


class VoteKeys:
    """The folder of the keys, one file an open vote, readable by its owner alone."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def make(self, vote: int) -> VoteKey:
        """Make the key of a vote, on the disk when this returns; a former one is replaced.

        The caller opens the vote only afterwards: a key without a vote harms nobody.
        """
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        key = secrets.token_bytes(_BYTES)
        draft = self._file(vote).with_suffix(".new")
        draft.unlink(missing_ok=True)
        with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _PRIVATE), "wb") as file:
            file.write(key)
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, self._file(vote))
        self._sync()
        return VoteKey(vote, key)

    def find(self, vote: int) -> VoteKey | None:
        """Return the key of a vote, or None where it was destroyed or never came here."""
        try:
            key = self._file(vote).read_bytes()
        except FileNotFoundError:
            return None
        return VoteKey(vote, key) if len(key) == _BYTES else None

    def destroy(self, vote: int) -> None:
        """Overwrite the key of a vote and remove its file; again does no harm."""
        path = self._file(vote)
        try:
            with path.open("r+b") as file:
                file.write(bytes(_BYTES))
                file.flush()
                os.fsync(file.fileno())
        except FileNotFoundError:
            return
        path.unlink(missing_ok=True)
        self._sync()

    def destroy_others(self, standing: set[int]) -> None:
        """Destroy every key but those of the votes that stand open."""
        for path in self.folder.glob("*.key"):
            if path.stem.isdigit() and int(path.stem) not in standing:
                self.destroy(int(path.stem))

    def _file(self, vote: int) -> Path:
        return self.folder / f"{vote}.key"

    def _sync(self) -> None:
        descriptor = os.open(self.folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
