"""The weekly digest: Monday at eight, once, with the head by which the audit is verified."""

from __future__ import annotations

from datetime import timedelta

from bot.simulator.models import Message
from bot.storage import audit
from bot.storage.audit import Broken, Intact
from tests.handlers.conduct.circle import Circle

HURT = "Tu es vraiment une moins que rien."


def digests(circle: Circle) -> list[Message]:
    return circle.stands("La semaine de la modération")


async def to_monday(circle: Circle) -> None:
    """To Monday, a quarter past eight in Montréal; the town's clock starts on a Monday at ten."""
    local = circle.clock.time.astimezone(circle.bot.application.community.timezone)
    days = (7 - local.weekday()) % 7 or 7
    target = (local + timedelta(days=days)).replace(hour=8, minute=15)
    await circle.wait(seconds=(target - local).total_seconds())


async def test_it_comes_on_monday_morning_and_once(circle: Circle) -> None:
    await circle.wait(days=6)
    assert digests(circle) == []
    await to_monday(circle)
    assert len(digests(circle)) == 1
    assert not digests(circle)[0].silent
    await circle.restart()
    await circle.wait(days=6)
    assert len(digests(circle)) == 1
    await to_monday(circle)
    assert len(digests(circle)) == 2


async def test_a_quiet_week_is_told_too(circle: Circle) -> None:
    await to_monday(circle)
    text = digests(circle)[0].text
    assert "Fiches ouvertes : 0. Décidées : 0. En attente : 0." in text
    assert "rien n'a été décidé" in text
    assert "Aucun appel n'attend." in text


async def test_what_it_tells(circle: Circle) -> None:
    decided = (
        (1, "Avertir", HURT),
        (3, "Rien à redire", "Tu es vraiment une belle menteuse."),
        (8, "Avertir", HURT),
    )
    for hours, label, said in decided:
        await circle.writes(circle.lea, said)
        await circle.wait(hours=hours)
        await circle.decides(circle.marc, label)
    await circle.writes(circle.theo, HURT)
    await circle.says(circle.lea, "/appel")
    await circle.chooses(circle.lea, "appeals.buttons.begin")
    await circle.chooses(circle.lea, "appeals.buttons.send")
    await to_monday(circle)
    text = digests(circle)[0].text
    assert "Fiches ouvertes : 4. Décidées : 3 (rien à redire × 1, un avertissement × 2)." in text
    assert "En attente : 1." in text
    assert "Délai médian d'une décision : 3 h." in text
    assert "1 appel attend une réponse, depuis" in text
    assert "des mots blessants envers une personne : juste 2 fois sur 3" in text
    assert "Code de conduite, version 2 : 0 sur" in text


async def test_its_head_verifies_the_chain(circle: Circle) -> None:
    await circle.writes(circle.lea, HURT)
    await circle.decides(circle.marc, "Avertir")
    await to_monday(circle)
    head = digests(circle)[0].text.split("Empreinte : ")[1].split(".")[0]
    assert isinstance(await audit.verify(circle.bot.db.reading(), head), Intact)
    async with circle.bot.db.transaction() as tx:
        await tx.write("DROP TRIGGER audit_is_cut_by_retention_alone")
        await tx.write("DELETE FROM audit WHERE seq = (SELECT MAX(seq) FROM audit)")
    assert isinstance(await audit.verify(circle.bot.db.reading(), head), Broken)


async def test_it_says_that_the_chain_is_broken(circle: Circle) -> None:
    await circle.writes(circle.lea, HURT)
    await circle.decides(circle.marc, "Avertir")
    async with circle.bot.db.transaction() as tx:
        await tx.write("DROP TRIGGER audit_never_changes")
        await tx.write("UPDATE audit SET actor_id = 1 WHERE seq = 1")
    await to_monday(circle)
    assert "Le registre est rompu à la ligne 1" in digests(circle)[0].text
