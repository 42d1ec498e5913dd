"""/presences: the year's table on a phone and as files; /cafes: what is coming."""

from __future__ import annotations

from bot.community.cafes.attendance import Table, read_csv
from bot.storage.cafes import attendance
from tests.bot.test_cli_cafes import REPORT
from tests.handlers.cafes.salon import Salon


async def past(salon: Salon) -> Table:
    table = read_csv(REPORT.encode())
    assert isinstance(table, Table)
    async with salon.bot.db.transaction() as tx:
        await attendance.take_past(tx, table)
    return table


async def test_the_table_of_a_past_year_stands_as_it_was_reported(salon: Salon) -> None:
    table = await past(salon)
    await salon.starts(salon.marc, None)
    command = "/presences" if salon.language == "fr" else "/attendance"
    await salon.says(salon.marc, command)
    shown = salon.last(salon.marc)
    assert salon.phrase("table.title", first=2017, last=2018) in shown
    assert "82 32 28 15 4 1" in " ".join(shown.split())
    assert str(salon.said.count("cafes.table.remainder", 1)) in shown
    family = salon.said.label("cafes.columns.family")
    assert salon.phrase("table.difference", what=family, reported=15, counted=17) in shown
    await salon.chooses(salon.marc, "cafes.buttons.csv")
    document = salon.world.seen(salon.marc)[-1].raw["document"]
    assert document["file_name"] == "presences-2017-2018.csv"
    assert read_csv(salon.world.files[document["file_id"]]) == table
    await salon.chooses(salon.marc, "cafes.buttons.xlsx")
    document = salon.world.seen(salon.marc)[-1].raw["document"]
    assert salon.world.files[document["file_id"]].startswith(b"PK")


async def test_members_do_not_see_the_table(french: Salon) -> None:
    await past(french)
    zoe = await french.member("Zoé")
    await french.says(zoe, "/presences")
    assert "Montérégie" not in french.reads(zoe)


async def test_a_member_sees_what_is_coming_and_takes_one_file_for_all(salon: Salon) -> None:
    zoe = await salon.member("Zoé")
    await salon.says(zoe, "/cafes")
    assert salon.last(zoe) == salon.phrase("coming.none")
    await salon.announces()
    line = (
        "mercredi 13 janvier 19 h, Laval"
        if salon.language == "fr"
        else "Wednesday January 13 7 pm, Laval"
    )
    await salon.announces(line=line)
    await salon.answers(zoe, "maybe")
    await salon.says(zoe, "/cafes")
    assert salon.last(zoe).count("📅") == 2
    assert salon.phrase("coming.maybe") in salon.last(zoe)
    await salon.chooses(zoe, "cafes.buttons.all_files")
    document = salon.world.seen(zoe)[-1].raw["document"]
    assert salon.world.files[document["file_id"]].count(b"BEGIN:VEVENT") == 2
