"""The key ring, the sealed format and the key file."""

from __future__ import annotations

import base64
import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import crypto
from bot.crypto import (
    BadKeys,
    CryptoError,
    KeyLost,
    KeyRing,
    KeySource,
    Tampered,
    UnknownKey,
    keyed_hash,
    load_keys,
    write_keys,
)

PLACE = {"table": "answers", "column": "text", "row": "12", "person": "345"}


def base64_key(byte: int = 7) -> str:
    return base64.b64encode(bytes([byte]) * 32).decode()


# Sealing


@given(plain=st.binary(max_size=5000), place=st.fixed_dictionaries(dict.fromkeys(PLACE, st.text())))
def test_what_is_sealed_opens_where_it_was_sealed(plain: bytes, place: dict[str, str]) -> None:
    ring = KeyRing.new()

    assert ring.open(ring.seal(plain, **place), **place) == plain


def test_the_same_text_is_never_sealed_twice_alike() -> None:
    ring = KeyRing.new()

    assert len({ring.seal(b"bonjour", **PLACE) for _ in range(1000)}) == 1000


def test_a_sealed_value_shows_its_version_its_key_and_nothing_else() -> None:
    ring = KeyRing.parse(f"k1:{base64_key()}")

    sealed = ring.seal(b"un secret", **PLACE)

    assert sealed.startswith(b"\x01\x02k1")
    assert len(sealed) == 4 + 12 + len(b"un secret") + 16
    assert b"secret" not in sealed


@pytest.mark.parametrize("moved", PLACE)
def test_a_value_copied_elsewhere_does_not_open(moved: str) -> None:
    ring = KeyRing.new()
    sealed = ring.seal(b"bonjour", **PLACE)

    with pytest.raises(Tampered):
        ring.open(sealed, **PLACE | {moved: "other"})


def test_places_that_read_alike_when_joined_are_not_alike() -> None:
    ring = KeyRing.new()
    sealed = ring.seal(b"bonjour", table="ab", column="c", row="1")

    with pytest.raises(Tampered):
        ring.open(sealed, table="a", column="bc", row="1")
    with pytest.raises(Tampered):
        ring.open(sealed, table="ab", column="c", row="", person="1")


@given(st.data())
def test_any_change_of_any_byte_is_seen(data: st.DataObject) -> None:
    ring = KeyRing.new()
    sealed = bytearray(ring.seal(b"bonjour", **PLACE))
    position = data.draw(st.integers(0, len(sealed) - 1))
    sealed[position] ^= data.draw(st.integers(1, 255))

    with pytest.raises((Tampered, UnknownKey)):
        ring.open(bytes(sealed), **PLACE)


@given(st.binary(max_size=60))
def test_rubbish_never_opens_and_never_crashes(rubbish: bytes) -> None:
    with pytest.raises(CryptoError):
        KeyRing.new().open(rubbish, **PLACE)


@given(st.integers(0, 40))
def test_a_value_cut_short_never_opens(length: int) -> None:
    ring = KeyRing.new()

    with pytest.raises(Tampered):
        ring.open(ring.seal(b"bonjour, tout le monde", **PLACE)[:length], **PLACE)


def test_a_key_which_is_not_in_the_ring_is_named() -> None:
    sealed = KeyRing.parse(f"old1:{base64_key()}").seal(b"bonjour", **PLACE)

    with pytest.raises(UnknownKey, match="« old1 »"):
        KeyRing.new().open(sealed, **PLACE)


def test_another_key_under_the_same_name_opens_nothing() -> None:
    sealed = KeyRing.parse(f"a:{base64_key(1)}").seal(b"bonjour", **PLACE)

    with pytest.raises(Tampered):
        KeyRing.parse(f"a:{base64_key(2)}").open(sealed, **PLACE)


# The ring


def test_the_first_key_is_the_current_one() -> None:
    ring = KeyRing.parse(f"new:{base64_key(1)}, old:{base64_key(2)}\n")

    assert ring.current_id == "new"
    assert ring.ids == ("new", "old")
    assert KeyRing.key_id_of(ring.seal(b"", **PLACE)) == "new"


def test_a_ring_survives_being_written_and_read() -> None:
    ring = KeyRing.new().with_new_key()

    assert KeyRing.parse(ring.dump()) == ring


def test_after_a_rotation_the_old_key_opens_and_the_new_one_seals() -> None:
    old = KeyRing.new()
    sealed = old.seal(b"bonjour", **PLACE)

    ring = old.with_new_key()

    assert ring.ids == (ring.current_id, old.current_id)
    assert ring.open(sealed, **PLACE) == b"bonjour"
    with pytest.raises(UnknownKey):
        old.open(ring.seal(b"bonjour", **PLACE), **PLACE)


def test_a_key_no_longer_used_leaves_the_ring() -> None:
    old = KeyRing.new()
    ring = old.with_new_key()

    assert ring.without(old.ids).ids == (ring.current_id,)


def test_the_current_key_never_leaves_nor_does_an_unknown_one() -> None:
    ring = KeyRing.new().with_new_key()

    with pytest.raises(BadKeys, match="courante"):
        ring.without([ring.current_id])
    with pytest.raises(UnknownKey):
        ring.without(["nowhere"])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "n° 1 n’est pas de la forme"),
        (base64_key(), "n° 1 n’est pas de la forme"),
        (f"a:{base64_key()},", "n° 2 n’est pas de la forme"),
        (f"a:{base64_key()[:-1]}", "n° 1 n’est pas écrite en base64"),
        (f"a:{base64_key()[:-4]}", "n° 1 doit compter 32 octets"),
        (f"a:é{base64_key()}", "n° 1 n’est pas écrite en base64"),
        (f"Clé:{base64_key()}", "nom de la clé n° 1"),
        (f"a:{base64_key()},toolongname:{base64_key()}", "nom de la clé n° 2"),
        (f"a:{base64_key(1)},a:{base64_key(2)}", "même nom"),
    ],
)
def test_a_ring_badly_written_is_refused_without_quoting_it(text: str, said: str) -> None:
    with pytest.raises(BadKeys, match=said) as refusal:
        KeyRing.parse(text)

    assert base64_key()[:10] not in str(refusal.value)
    assert refusal.value.__context__ is None


def test_a_ring_never_shows_its_keys() -> None:
    ring = KeyRing.new()

    assert f"{ring!r} {ring}" == "KeyRing() KeyRing()"
    assert ring.secrets == (ring.dump().partition(":")[2],)


def test_an_error_without_words_says_what_it_is() -> None:
    assert str(Tampered()) == "Cette donnée chiffrée est abîmée, modifiée, ou n’est pas à sa place."


# Hashes


def test_a_keyed_hash_is_hmac_sha256_of_framed_parts() -> None:
    # RFC 4231 gives no framed vector: this one was computed with `openssl dgst -sha256 -hmac`.
    digest = keyed_hash(b"Jefe", "what do ya want ", "for nothing?")

    assert digest.hex() == "1c3f0964858b4b8c0d7fe90e8deec28f13514d162d914b8b8d599baa782ebc3a"


def test_a_keyed_hash_depends_on_the_key_and_on_each_part() -> None:
    hashes = {
        keyed_hash(b"k", "ab", "c"),
        keyed_hash(b"k", "a", "bc"),
        keyed_hash(b"k", "abc"),
        keyed_hash(b"k", "ab", "c", ""),
        keyed_hash(b"l", "ab", "c"),
    }

    assert len(hashes) == 5


# The key file


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_setting_wins_and_no_file_is_made(tmp_path: Path) -> None:
    text = f"a:{base64_key()}"

    assert load_keys(text, tmp_path) == (KeyRing.parse(text), KeySource.SETTINGS)
    assert list(tmp_path.iterdir()) == []


def test_the_first_start_makes_a_private_key_file_which_the_next_ones_read(tmp_path: Path) -> None:
    data_dir = tmp_path / "new" / "data"

    ring, source = load_keys(None, data_dir)

    assert source is KeySource.CREATED
    assert load_keys(None, data_dir) == (ring, KeySource.FILE)
    assert [path.name for path in data_dir.iterdir()] == ["keys"]
    assert mode(data_dir / "keys") == 0o600
    assert mode(data_dir) == 0o700


def test_a_key_file_that_others_can_read_is_closed_and_said(tmp_path: Path) -> None:
    ring, _ = load_keys(None, tmp_path)
    (tmp_path / "keys").chmod(0o644)

    assert load_keys(None, tmp_path) == (ring, KeySource.FILE_WAS_OPEN)
    assert mode(tmp_path / "keys") == 0o600
    assert load_keys(None, tmp_path) == (ring, KeySource.FILE)


@pytest.mark.parametrize("content", [b"", b"a:rubbish", b"\xff\xfe", b"a:" + b"A" * 43])
def test_a_damaged_key_file_is_an_error_and_stays_as_it_is(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "keys").write_bytes(content)

    with pytest.raises(BadKeys, match="est abîmé"):
        load_keys(None, tmp_path)
    assert (tmp_path / "keys").read_bytes() == content


def test_a_key_file_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "keys").mkdir()

    with pytest.raises(BadKeys, match="ne peut pas être lu"):
        load_keys(None, tmp_path)


def test_no_key_is_made_for_a_database_that_lost_its_own(tmp_path: Path) -> None:
    (tmp_path / "entraide.db").touch()

    with pytest.raises(KeyLost, match="Aucune clé n’a été créée"):
        load_keys(None, tmp_path)
    assert not (tmp_path / "keys").exists()


def test_the_rotated_ring_replaces_the_key_file(tmp_path: Path) -> None:
    ring, _ = load_keys(None, tmp_path)
    rotated = ring.with_new_key()

    write_keys(rotated, tmp_path)

    assert load_keys(None, tmp_path) == (rotated, KeySource.FILE)
    assert [path.name for path in tmp_path.iterdir()] == ["keys"]
    assert mode(tmp_path / "keys") == 0o600


def test_a_rotation_that_fails_leaves_the_key_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ring, _ = load_keys(None, tmp_path)

    def disk_is_full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(crypto.os, "fsync", disk_is_full)
    with pytest.raises(OSError, match="No space"):
        write_keys(ring.with_new_key(), tmp_path)
    monkeypatch.undo()

    assert load_keys(None, tmp_path) == (ring, KeySource.FILE)
    assert [path.name for path in tmp_path.iterdir()] == ["keys"]


def test_starts_at_the_same_instant_agree_on_one_key(tmp_path: Path) -> None:
    found: list[tuple[KeyRing, KeySource]] = []
    together = threading.Barrier(8)

    def start() -> None:
        together.wait()
        found.append(load_keys(None, tmp_path))

    threads = [threading.Thread(target=start) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(found) == 8
    assert len({ring.dump() for ring, _ in found}) == 1
    assert [source for _, source in found].count(KeySource.CREATED) == 1


def test_a_key_file_is_private_whatever_the_umask(tmp_path: Path) -> None:
    program = (
        "import os, sys; from pathlib import Path; from bot.crypto import load_keys;"
        "os.umask(0); load_keys(None, Path(sys.argv[1]))"
    )

    subprocess.run([sys.executable, "-c", program, str(tmp_path)], check=True, cwd=os.getcwd())

    assert mode(tmp_path / "keys") == 0o600
