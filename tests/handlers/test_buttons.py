"""Row numbers in one argument of a button: read as they were written, nothing else read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.buttons import joined, numbers, pack, unpack


@given(st.frozensets(st.integers(1, 1295), max_size=16))
def test_up_to_sixteen_numbers_fit_and_come_back(chosen: frozenset[int]) -> None:
    press = unpack(pack("feedback.themes", 999_999, joined(chosen)))
    assert press is not None
    assert numbers(press.args, 1) == chosen


@pytest.mark.parametrize("text", ["", "-", "1", "123", "0-", "A1", "é1"])
def test_what_was_not_written_so_names_nothing(text: str) -> None:
    assert numbers(("1", text), 1) == frozenset()
    assert numbers(()) == frozenset()
