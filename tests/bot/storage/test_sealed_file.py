"""A sealed file opens whole or not at all."""

from __future__ import annotations

import io

import pytest

from bot.crypto import KeyRing, UnknownKey
from bot.storage.sealed_file import BadFile, open_file, seal_file

KEYS = KeyRing.new()
CHUNK = 1 << 20
SEALED_CHUNK = CHUNK + 16
HEADER = 11 + 1 + 8 + 16


def seal(plain: bytes, keys: KeyRing = KEYS) -> bytes:
    sealed = io.BytesIO()
    seal_file(io.BytesIO(plain), sealed, keys)
    return sealed.getvalue()


def unseal(sealed: bytes, keys: KeyRing = KEYS) -> bytes:
    plain = io.BytesIO()
    open_file(io.BytesIO(sealed), plain, keys)
    return plain.getvalue()


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK])
def test_what_is_sealed_comes_back(size: int) -> None:
    plain = (b"SQLite format 3" * (size // 15 + 1))[:size]

    sealed = seal(plain)

    assert unseal(sealed) == plain
    assert b"SQLite" not in sealed


def test_after_a_rotation_the_old_key_still_opens() -> None:
    assert unseal(seal(b"avant"), KEYS.with_new_key()) == b"avant"


def test_two_files_of_the_same_content_have_nothing_in_common() -> None:
    one, two = (seal(b"x" * 64)[HEADER:] for _ in range(2))

    assert not any(one[i : i + 8] == two[i : i + 8] for i in range(64))


WHOLE = seal(b"a" * CHUNK + b"b" * CHUNK + b"c")
FIRST, SECOND, LAST = (
    WHOLE[HEADER : HEADER + SEALED_CHUNK],
    WHOLE[HEADER + SEALED_CHUNK : HEADER + 2 * SEALED_CHUNK],
    WHOLE[HEADER + 2 * SEALED_CHUNK :],
)


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(WHOLE[:-1], id="a byte short"),
        pytest.param(WHOLE[: HEADER + 2 * SEALED_CHUNK], id="cut between chunks"),
        pytest.param(WHOLE[:HEADER], id="nothing but its header"),
        pytest.param(WHOLE[: HEADER - 4], id="half a header"),
        pytest.param(WHOLE + b"\0", id="a byte more"),
        pytest.param(WHOLE[:HEADER] + SECOND + FIRST + LAST, id="chunks exchanged"),
        pytest.param(WHOLE[:HEADER] + FIRST + LAST, id="a chunk taken out"),
        pytest.param(WHOLE[:-9] + bytes([WHOLE[-9] ^ 1]) + WHOLE[-8:], id="a bit changed"),
        pytest.param(WHOLE[:30] + bytes([WHOLE[30] ^ 1]) + WHOLE[31:], id="its salt changed"),
        pytest.param(b"SQLite format 3\0" + bytes(4096), id="another kind of file"),
        pytest.param(b"", id="empty"),
    ],
)
def test_a_file_that_was_changed_does_not_open(changed: bytes) -> None:
    with pytest.raises(BadFile):
        unseal(changed)


def test_another_key_does_not_open_it() -> None:
    with pytest.raises(UnknownKey, match=KEYS.current_id):
        unseal(WHOLE, KeyRing.new())
    with pytest.raises(BadFile, match="pas la sienne"):
        unseal(WHOLE, KeyRing(((KEYS.current_id, b"\1" * 32),)))
