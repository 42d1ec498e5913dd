"""What is kept: for oneself with /moi, for moderators with /dossier, each viewing in the audit."""

from __future__ import annotations

import pytest

from tests.handlers.conduct.circle import Circle

HURT = "Tu es vraiment une moins que rien."


async def warned(circle: Circle) -> None:
    message = await circle.writes(circle.lea, HURT)
    await circle.reports(circle.theo, message)
    await circle.decides(circle.marc, "Avertir")


# For oneself


async def test_who_has_nothing_reads_so(circle: Circle) -> None:
    for person, command in ((circle.lea, "/moi"), (circle.sam, "/me")):
        await circle.says(person, command)
        assert circle.is_told(person, "record.own_none")
        assert len(circle.world.seen(person)[-1].labels) == 1


async def test_which_code_one_accepted(circle: Circle) -> None:
    await circle.says(circle.lea, "/moi")
    assert circle.is_told(circle.lea, "record.no_code")
    await circle.says(circle.lea, "/code")
    await circle.chooses(circle.lea, "code.buttons.accept")
    await circle.says(circle.lea, "/moi")
    assert "version 2, acceptée le lundi 23 novembre 2026" in circle.last(circle.lea)


async def test_ones_own_warning_says_when_it_fades(circle: Circle) -> None:
    await warned(circle)
    await circle.says(circle.lea, "/moi")
    said = circle.last(circle.lea)
    assert "un avertissement (article 1). S'efface le vendredi 22 janvier 2027." in said
    assert "Théo" not in said
    assert "Marc" not in said
    await circle.chooses(circle.lea, "record.buttons.appeal")
    assert circle.message_with(circle.lea, "révision")


async def test_what_faded_no_longer_counts(circle: Circle) -> None:
    await warned(circle)
    await circle.wait(days=61)
    await circle.says(circle.lea, "/moi")
    assert "Effacé : ne compte plus." in circle.last(circle.lea)
    assert "Faire revoir une décision" not in circle.world.seen(circle.lea)[-1].labels


async def test_an_open_case_is_not_told_to_the_person(circle: Circle) -> None:
    message = await circle.writes(circle.lea, "On se voit demain?")
    await circle.reports(circle.theo, message)
    await circle.says(circle.lea, "/moi")
    assert circle.is_told(circle.lea, "record.own_none")


# For moderators


@pytest.mark.parametrize("way", ["reference", "card", "message", "choice"])
async def test_whose_record_is_said_in_four_ways(circle: Circle, way: str) -> None:
    await warned(circle)
    if way == "reference":
        await circle.says(circle.odile, "/dossier c-1", circle.team)
    elif way == "card":
        card = circle.stands("C-1")[-1]
        await circle.says(circle.odile, "/dossier", circle.team, reply_to=card)
    elif way == "message":
        message = await circle.writes(circle.lea, "Bonjour")
        await circle.says(circle.odile, "/dossier", circle.group, reply_to=message)
        said = [m.text for m in circle.world.seen(circle.lea, circle.group)]
        assert "/dossier" not in said
    else:
        await circle.says(circle.odile, "/dossier", circle.team)
        await circle.taps(circle.odile, "Léa Tremblay · C-1", circle.team)
    record = circle.stands("📁")[-1].text
    for words in ("Léa Tremblay", "C-1", "un avertissement (article 1), Marc", "encore : 1"):
        assert words in record
    assert "Théo" not in record
    viewed = await circle.acts(f"user:{circle.lea.id}")
    assert viewed == [(circle.odile.id, "conduct.view")]


async def test_since_when_somebody_is_here_outlives_a_suspension(circle: Circle) -> None:
    message = await circle.writes(circle.lea, HURT)
    await circle.reports(circle.theo, message)
    await circle.wait(days=3)
    await circle.decides(circle.marc, "Pause 24 h")
    await circle.wait(days=2)
    await circle.says(circle.odile, "/dossier C-1", circle.team)
    assert "Dans le groupe, depuis lundi 23 novembre 2026" in circle.stands("📁")[-1].text


async def test_an_open_case_is_brought_down_from_the_record(circle: Circle) -> None:
    message = await circle.writes(circle.lea, HURT)
    await circle.reports(circle.theo, message)
    await circle.says(circle.odile, "/dossier C-1", circle.team)
    await circle.taps(circle.odile, "Ramener la fiche C-1", circle.team)
    assert HURT in circle.world.seen(circle.nadia, circle.team)[-1].text
    assert (circle.odile.id, "conduct.view_case") in await circle.acts("C-1")


async def test_a_moderators_own_record_is_read_in_private(circle: Circle) -> None:
    message = await circle.writes(circle.marc, "Bonjour")
    await circle.says(circle.marc, "/dossier", circle.group, reply_to=message)
    assert "avec /moi" in circle.last(circle.marc, circle.team)


async def test_what_coordinators_alone_may_read_is_not_in_the_moderators_chat(
    circle: Circle,
) -> None:
    message = await circle.writes(circle.marc, HURT)
    await circle.reports(circle.lea, message)
    await circle.says(circle.odile, "/dossier C-1", circle.team)
    assert "C-1" not in circle.stands("📁")[-1].text
    await circle.says(circle.odile, "/dossier C-1")
    assert "C-1," not in circle.last(circle.odile)
    await circle.says(circle.nadia, "/dossier C-1")
    assert "C-1," in circle.last(circle.nadia)


async def test_who_may_not_read_records_is_told_whom_the_command_is_for(circle: Circle) -> None:
    for person, command in ((circle.lea, "/dossier C-1"), (circle.sam, "/record C-1")):
        await circle.says(person, command)
        assert circle.is_told(person, "common.closed.moderator")
    for _ in range(2):
        await circle.says(circle.lea, "/dossier", circle.group)
    told = [
        m for m in circle.world.seen(circle.lea, circle.group) if "pour les bénévoles" in m.text
    ]
    assert len(told) == 1, "once an hour in the group"
    for _ in range(2):
        await circle.says(circle.marc, "/exporter", circle.team)
        assert circle.last(circle.marc, circle.team) == circle.label(
            circle.marc, "common.closed.coordinator"
        )


async def test_members_read_nobodys_record(circle: Circle) -> None:
    await warned(circle)
    for chat in (None, circle.group):
        await circle.says(circle.sam, "/dossier C-1", chat)
        await circle.says(circle.sam, "/record C-1", chat)
    await circle.forges(circle.sam, "record.show:1")
    assert circle.stands("📁") == []
    assert not any("📁" in text for text in circle.world.said(circle.sam))
