"""The whole story of screening, as people live it."""

from __future__ import annotations

from tests.stage import Stage


async def test_from_the_link_to_the_group(stage: Stage) -> None:
    await stage.sends(stage.lea)
    assert "C'est envoyé" in stage.last(stage.lea)
    card = stage.card()
    assert "Léa Tremblay" in card.text
    assert "je ne vois plus mon enfant" in card.text

    await stage.taps(stage.marc, "Accepter", stage.team)
    assert "je ne vois plus mon enfant" not in stage.card().text
    stage.world.press(stage.lea, stage.message_with(stage.lea, "Entrer"), "Entrer dans le groupe")
    await stage.settle()
    assert "Bienvenue parmi nous" in stage.last(stage.lea)
    assert "Une nouvelle personne" in stage.last(stage.lea, stage.group)
