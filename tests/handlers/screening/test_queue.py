"""/file, who may ask for it, and who may press: roles come from Telegram alone."""

from __future__ import annotations

import pytest

from moderation.screening.decisions import Status
from tests.handlers.screening.desk import REPORTER, Desk


async def _asked_by_three(desk: Desk) -> None:
    paul, rita = (desk.world.add_person(name) for name in ("Paul", "Rita"))
    await desk.sees(desk.lea)
    await desk.wait(hours=2)
    file = await desk.sees(paul, hopes=REPORTER)
    await desk.press(desk.odile, "Je m'en occupe", file)
    await desk.wait(hours=1)
    await desk.asks(desk.marc, await desk.sees(rita), "Depuis quand?")


LIST = """Demandes qui attendent : 3
D-1 · 3 h
D-2 · 1 h · ⚠️ deux accords · 👤 Odile
D-3 · moins d'une minute · précision demandée

En train de répondre : 0 · conversation pas encore ouverte : 0"""


async def test_the_list_in_the_chat_brings_cards_down(desk: Desk) -> None:
    await _asked_by_three(desk)
    await desk.says(desk.marc, "/file", desk.team)
    assert desk.last(desk.marc, desk.team) == LIST
    old = desk.card_of(await desk.file(desk.lea))
    await desk.press(desk.marc, "Ramener la fiche D-1")
    card = desk.card_of(await desk.file(desk.lea))
    assert old.deleted
    assert card is desk.world.seen(desk.marc, desk.team)[-1]
    assert desk.said_of("Demandes qui attendent"), "the list itself stays"
    await desk.press(desk.marc, "Accepter", await desk.file(desk.lea))
    assert "je ne vois plus" not in desk.card_of(await desk.file(desk.lea)).text
    toast = await desk.press(desk.odile, "Ramener la fiche D-1")
    assert toast == "C'est déjà décidé, par Marc."


async def test_the_list_in_private_has_no_buttons(desk: Desk) -> None:
    await _asked_by_three(desk)
    await desk.starts(desk.marc, None)
    await desk.says(desk.marc, "/file")
    message = desk.world.seen(desk.marc)[-1]
    assert message.text == LIST
    assert message.labels == []


async def test_the_list_says_when_nothing_waits(desk: Desk) -> None:
    await desk.starts(desk.lea)
    await desk.says(desk.marc, "/queue", desk.team)
    assert "Aucune demande n'attend." in desk.last(desk.marc, desk.team)
    assert "En train de répondre : 1" in desk.last(desk.marc, desk.team)


async def test_a_card_too_old_to_be_deleted_loses_the_answers_when_brought_down(
    desk: Desk,
) -> None:
    file = await desk.sees(desk.lea)
    old = desk.card_of(file)
    await desk.wait(days=3)
    await desk.says(desk.marc, "/file", desk.team)
    await desk.press(desk.marc, "Ramener la fiche D-1")
    assert not old.deleted
    assert old.text == "D-1 : cette copie ne sert plus. La fiche est plus bas, ou avec /file."
    assert old.labels == []
    await desk.press(desk.marc, "Accepter", file)
    assert "je ne vois plus mon enfant" not in desk.team_reads()


async def test_a_stranger_who_says_file_gets_what_an_unknown_command_gets(desk: Desk) -> None:
    await desk.sees(desk.lea)
    sam = desk.world.add_person("Sam")
    await desk.starts(sam, None)
    await desk.says(sam, "/nimporte")
    unknown = desk.world.seen(sam)[-1]
    await desk.says(sam, "/file")
    answer = desk.world.seen(sam)[-1]
    assert answer is not unknown
    assert (answer.text, answer.labels) == (unknown.text, unknown.labels)


async def test_telegram_is_asked_once_who_a_moderator_is_and_the_command_goes_on(
    desk: Desk,
) -> None:
    await desk.sees(desk.lea)
    before = len(desk.api.made("getChatMember"))
    await desk.says(desk.odile, "/file")
    assert "Demandes qui attendent : 1" in desk.last(desk.odile)
    await desk.says(desk.odile, "/file")
    asked = desk.api.made("getChatMember")[before:]
    assert asked == [{"chat_id": desk.team.id, "user_id": desk.odile.id}]


async def test_in_the_group_the_list_is_not_shown(desk: Desk) -> None:
    await desk.sees(desk.lea)
    desk.world.add_member(desk.group, desk.marc, by=desk.nadia)
    await desk.settle()
    await desk.says(desk.nadia, "/file", desk.group)
    assert "D-1" not in "".join(desk.world.said(desk.nadia, desk.group))


# Power


async def test_who_is_put_out_of_the_moderation_loses_power_at_once(desk: Desk) -> None:
    file = await desk.sees(desk.lea)
    card, data = desk.card_of(file), f"review.accept:{file.id}"
    desk.world.kick(desk.nadia, desk.team, desk.marc)
    await desk.settle()
    assert await desk.forges(desk.marc, data, card) == (
        "Ce bouton n'est pas pour vous, ou pas ici."
    )
    assert (await desk.file(desk.lea)).status is Status.SENT
    await desk.says(desk.marc, "/file")
    assert "D-1" not in desk.last(desk.marc)

    desk.world.add_member(desk.team, desk.marc, by=desk.nadia)
    await desk.settle()
    await desk.press(desk.marc, "Accepter", file)
    assert (await desk.file(desk.lea)).status is Status.ACCEPTED


async def test_who_leaves_the_moderation_keeps_no_power(desk: Desk) -> None:
    file = await desk.sees(desk.lea)
    await desk.press(desk.marc, "Je m'en occupe", file)
    desk.world.leave(desk.marc, desk.team)
    await desk.settle()
    for _ in range(2):
        await desk.forges(desk.marc, f"review.accept:{file.id}", desk.card_of(file))
    assert (await desk.file(desk.lea)).status is Status.SENT


async def test_who_came_back_unseen_is_asked_about(desk: Desk) -> None:
    file = await desk.sees(desk.lea)
    desk.world.leave(desk.marc, desk.team)
    await desk.settle()
    desk.world.add_member(desk.team, desk.marc, by=desk.nadia)
    desk.world.updates.clear()  # the bot was off for more than a day
    await desk.press(desk.marc, "Accepter", file)
    await desk.press(desk.marc, "Accepter", file)
    assert (await desk.file(desk.lea)).status is Status.ACCEPTED


@pytest.mark.parametrize("verb", ["accept", "refuse", "undo", "take", "recuse", "ask", "bring"])
async def test_a_forged_press_in_private_decides_nothing(desk: Desk, verb: str) -> None:
    file = await desk.sees(desk.lea)
    before = desk.card_of(file).text
    for person in (desk.lea, desk.marc):
        await desk.starts(person, None)
        toast = await desk.forges(person, f"review.{verb}:{file.id}:legal")
        assert toast == "Ce bouton n'est pas pour vous, ou pas ici."
    assert desk.card_of(file).text == before


@pytest.mark.parametrize(
    "data", ["review.accept:999", "review.accept", "review.accept:x", "review.refuse:1:none", "x"]
)
async def test_data_that_no_button_bears_decides_nothing(desk: Desk, data: str) -> None:
    file = await desk.sees(desk.lea)
    assert await desk.forges(desk.marc, data, desk.card_of(file))
    assert (await desk.file(desk.lea)).status is Status.SENT
    assert "✅ Accepter" in desk.card_of(file).labels


async def test_a_forged_press_on_another_card_leaves_both_where_they_are(desk: Desk) -> None:
    paul = desk.world.add_person("Paul")
    first, second = await desk.sees(desk.lea), await desk.sees(paul)
    for name in ("take", "accept"):
        toast = await desk.forges(desk.marc, f"review.{name}:{second.id}", desk.card_of(first))
        assert "n'est plus la fiche de cette demande" in toast
    assert "Léa Tremblay" in desk.card_of(first).text
    assert "Marc s'en occupe" not in desk.card_of(second).text
    assert (await desk.file(paul)).status is Status.SENT


async def test_in_the_name_of_the_group_nobody_moderates(desk: Desk) -> None:
    file = await desk.sees(desk.lea)
    before = len(desk.world.said(desk.nadia, desk.team))
    desk.world.write(desk.nadia, desk.team, "/file", anonymous=True)
    await desk.settle()
    await desk.press(desk.nadia, "précision", file)
    prompt = desk.said_of("répondez à ce message")[-1]
    desk.world.write(desk.nadia, desk.team, "Depuis quand?", reply_to=prompt, anonymous=True)
    await desk.settle()
    assert "Depuis quand?" not in desk.last(desk.lea)
    said = desk.world.said(desk.nadia, desk.team)[before:]
    assert "Demandes qui attendent" not in "".join(said)
    await desk.press(desk.nadia, "Accepter", file)  # a press comes under one's own name
    assert (await desk.file(desk.lea)).status is Status.ACCEPTED
