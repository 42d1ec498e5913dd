"""What moderators decide about a file is in the audit: who, what, which file; nothing else."""

from __future__ import annotations

from bot.storage import audit
from bot.storage.audit import Intact
from tests.handlers.screening.desk import Desk


async def acts(desk: Desk, subject: str) -> list[tuple[int, str, str]]:
    found = await audit.entries(desk.bot.db.reading(), subject)
    return [(entry.actor_id, entry.act, entry.detail) for entry in found]


async def test_each_act_on_a_file_is_a_line(desk: Desk) -> None:
    file = await desk.sees(desk.lea)
    marc, odile = desk.marc.id, desk.odile.id
    await desk.press(desk.marc, "Je m'en occupe", file)
    await desk.asks(desk.marc, file, "Depuis quand?")
    await desk.press(desk.odile, "Refuser", file)
    await desk.press(desk.odile, "Hors de la mission", file)
    await desk.press(desk.odile, "Annuler", file)
    await desk.press(desk.marc, "Accepter", file)

    assert await acts(desk, file.reference) == [
        (marc, "screening.take", ""),
        (marc, "screening.ask", ""),
        (odile, "screening.refuse", "purpose"),
        (odile, "screening.undo", ""),
        (marc, "screening.accept", ""),
    ]
    assert isinstance(await audit.verify(desk.bot.db.reading()), Intact)


async def test_who_looks_at_a_file_is_a_line(desk: Desk) -> None:
    file = await desk.sees(desk.lea)
    await desk.says(desk.odile, "/file", desk.team)
    await desk.taps(desk.odile, file.reference, desk.team)
    assert await acts(desk, file.reference) == [(desk.odile.id, "screening.view", "")]


async def test_who_lets_somebody_in_or_puts_them_out_is_a_line(desk: Desk) -> None:
    for name, label in (("Sam", "Laisser"), ("Noé", "Retirer")):
        person = desk.world.add_person(name)
        desk.world.add_member(desk.group, person, by=desk.nadia)
        await desk.settle()
        await desk.taps(desk.marc, label, desk.team)
        how = "let" if name == "Sam" else "removed"
        assert await acts(desk, f"user:{person.id}") == [(desk.marc.id, f"entry.{how}", "")]
