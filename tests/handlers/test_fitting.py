"""A label too long for a phone is cut after a word, and says that it goes on."""

from __future__ import annotations

import pytest

from handlers.buttons import fitting


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        ("Juridique", "Juridique"),
        ("x" * 60, "x" * 60),
        ("x" * 61, "x" * 59 + "…"),
        (
            "Survivre et se reconstruire suite à la perte de notre enfant, ensemble",
            "Survivre et se reconstruire suite à la perte de notre…",
        ),
        (f"{'mot ' * 14}final et puis", f"{'mot ' * 14}".strip() + "…"),
    ],
)
def test_a_long_label_ends_after_a_word(label: str, shown: str) -> None:
    assert fitting(label) == shown
    assert len(shown) <= 61
