"""Another organisation's questions: from one to five, of every kind, without any Python."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import pytest

import content
from tests.stage import Stage, opened

ONE = """
[[questions]]
id = "why"
kind = "text"
title = "Pourquoi"
prompt = "Pourquoi nous?"
hint = "Un mot suffit."
min_length = 1
max_length = 100
"""
FIVE = """
[[questions]]
id = "place"
kind = "choice"
title = "Lieu"
prompt = "Où vivez-vous?"
hint = "Sans adresse."
[questions.choices]
city = "En ville"
country = "À la campagne"

[[questions]]
id = "rules"
kind = "commitment"
title = "Règles"
prompt = "Je respecte les règles."
commit_label = "Je les respecte"
hint = "Un mot suffit."
min_length = 1
max_length = 20

[[questions]]
id = "role"
kind = "choice"
title = "Rôle"
prompt = "Que faites-vous?"
hint = "Sans nom."
details = true
details_prompt = "Depuis quand?"
min_length = 3
max_length = 40
[questions.choices]
helper = "J'aide"
helped = "On m'aide"

[[questions]]
id = "words"
kind = "text"
title = "Mots"
prompt = "Dites quelque chose."
hint = "N'importe quoi."
min_length = 3
max_length = 100

[[questions]]
id = "secret"
kind = "commitment"
title = "Secret"
prompt = "Je garde le secret."
commit_label = "Je le garde"
hint = "Et comment?"
min_length = 5
max_length = 100
"""

Asking = Callable[[str], AbstractAsyncContextManager[Stage]]


@pytest.fixture
def asking(tmp_path: Path) -> Asking:
    """Open a stage whose content asks these questions in both languages."""

    def open_with(questions: str) -> AbstractAsyncContextManager[Stage]:
        folder = tmp_path / "content"
        for language in ("fr", "en"):
            shutil.copytree(Path(content.__file__).parent / language, folder / language)
            file = folder / language / "screening.toml"
            text = file.read_text()
            changed = re.sub(
                r"\[\[questions\]\].*?(?=\[\[regions\]\])", questions, text, flags=re.S
            )
            file.write_text(changed)
        return opened(tmp_path / "data", content=content.load(folder))

    return open_with


async def test_one_question(asking: Asking) -> None:
    async with asking(ONE) as stage:
        await stage.starts(stage.lea)
        assert "à une question" in stage.last(stage.lea)
        await stage.taps(stage.lea, "Commencer")
        await stage.taps(stage.lea, "J'accepte")
        await stage.taps(stage.lea, "Non merci")
        assert stage.last(stage.lea).startswith("1 de 1 · Pourquoi")
        await stage.says(stage.lea, "Pour l'entraide entre parents séparés.")
        await stage.taps(stage.lea, "Continuer")
        await stage.taps(stage.lea, "J'accepte le code")
        await stage.taps(stage.lea, "Envoyer")
        assert "Pour l'entraide entre parents séparés." in stage.card().text
        assert stage.api.nonconformities == []


async def test_five_questions_of_every_kind(asking: Asking) -> None:
    async with asking(FIVE) as stage:
        lea = stage.lea
        await stage.reaches(lea, "q-place")
        assert stage.last(lea).startswith("1 de 5 · Lieu")
        await stage.taps(lea, "À la campagne")  # no words are asked: the next question comes
        assert stage.last(lea).startswith("2 de 5 · Règles")
        await stage.says(lea, "D'accord.")
        assert stage.is_told(lea, "screening.notes.button_first")
        await stage.taps(lea, "Je les respecte")
        await stage.says(lea, "Toujours.")
        await stage.taps(lea, "Continuer")
        assert stage.last(lea).startswith("3 de 5 · Rôle")
        await stage.taps(lea, "J'aide")
        assert "Depuis quand?" in stage.last(lea)
        await stage.says(lea, "Deux ans")
        await stage.taps(lea, "Continuer")
        assert stage.last(lea).startswith("4 de 5 · Mots")
        await stage.says(lea, "Je cherche à aider d'autres parents.")
        await stage.taps(lea, "Continuer")
        assert stage.last(lea).startswith("5 de 5 · Secret")
        await stage.taps(lea, "Je le garde")
        await stage.says(lea, "En ne disant rien.")
        await stage.taps(lea, "Continuer")
        await stage.taps(lea, "J'accepte le code")
        await stage.taps(lea, "Changer : Lieu")
        await stage.taps(lea, "En ville")
        assert "En ville" in stage.last(lea)
        await stage.taps(lea, "Envoyer")
        for told in ("En ville", "Je les respecte", "J'aide", "Deux ans", "En ne disant rien."):
            assert told in stage.card().text
        assert stage.api.nonconformities == []


async def test_questions_that_change_under_a_draft_are_asked(asking: Asking) -> None:
    """An editor may change the questions while somebody answers: nobody is stuck or admitted."""
    async with asking(ONE) as stage:
        await stage.reaches(stage.lea, "code")
        stage.content = content.load()
        await stage.restart()
        await stage.taps(stage.lea, "J'accepte le code")
        assert stage.last(stage.lea).startswith("1 de 3")
