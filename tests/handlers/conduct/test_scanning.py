"""Everything that a message may carry is read, whoever posts it and whatever its form."""

from __future__ import annotations

from typing import Any

import pytest

from bot.community.members import Origin, Place, Status
from bot.storage import members
from bot.storage.conduct import rules
from moderation.conduct import Mode
from moderation.conduct.ladder import Step
from tests.handlers.conduct.watch import PHONE, Watch

COURT = "500-04-123456-789"
LINK = {"type": "text_link", "offset": 0, "length": 13, "url": "https://t.me/+AbCdEfGh12"}
FORMS: list[tuple[str, dict[str, Any]]] = [
    ("poll", {"question": f"Qui connaît le dossier {COURT}?"}),
    ("poll", {"question": "Lequel?", "options": ["Rien", f"Le {COURT}"]}),
    ("poll", {"question": "Un prêt rapide?", "options": ["Oui, contactez-moi", "Non"]}),
    ("document", {"file_name": "jugement_garde_500-04-123456-789.pdf"}),
    ("photo", {"caption": f"Voici le {COURT}"}),
    ("contact", {}),
    ("location", {"live_period": 3600}),
    ("venue", {"title": "Chez elle", "address": "1234, rue Saint-Denis, app. 4, Montréal"}),
    ("checklist", {"title": "À faire", "tasks": [{"id": 1, "text": f"Lire le {COURT}"}]}),
]


@pytest.mark.parametrize(("kind", "fields"), FORMS, ids=lambda v: v if isinstance(v, str) else "")
async def test_every_form_is_read(watch: Watch, kind: str, fields: dict[str, Any]) -> None:
    message = await watch.sends(watch.lea, kind, **fields)
    assert message.deleted, watch.world.said(watch.nadia, watch.team)[-1:]


async def test_a_place_that_does_not_move_and_a_sticker_stay(watch: Watch) -> None:
    for kind in ("location", "sticker", "voice", "dice"):
        assert not (await watch.sends(watch.lea, kind)).deleted


async def test_a_quote_a_hidden_link_and_another_bot_are_read(watch: Watch) -> None:
    extras: tuple[dict[str, Any], ...] = (
        {"quote": {"text": f"dossier {COURT}", "position": 0}},
        {"entities": [LINK]},
        {"via_bot": {"id": 99, "is_bot": True, "first_name": "Offres", "username": "offres_bot"}},
    )
    for extra in extras:
        message = watch.world.write(watch.lea, watch.group, "Regardez ceci", **extra)
        await watch.settle()
        assert message.deleted, extra


async def test_a_forward_from_a_channel_goes_the_organisation_s_own_stays(watch: Watch) -> None:
    channel = watch.world.add_channel("Bons plans")
    origin = {"type": "channel", "date": 1, "chat": channel.raw(), "message_id": 1}
    message = watch.world.write(
        watch.lea, watch.group, "Lisez cet article sur la séparation.", forward_origin=origin
    )
    await watch.settle()
    assert message.deleted
    own = watch.world.auto_forward(channel, watch.group, f"Notre adresse change. {PHONE['fr']}")
    await watch.settle()
    assert not own.deleted


async def test_a_channel_that_posts_as_a_person_goes_and_has_no_button_but_two(
    watch: Watch,
) -> None:
    channel = watch.world.add_channel("Bons plans")
    message = watch.world.write(watch.lea, watch.group, "Bonjour à tous", sender_chat=channel)
    await watch.settle()
    assert message.deleted
    card = watch.card_of()
    assert "Un canal, ou un groupe : Bons plans" in card.text
    assert len(card.labels) == 4
    await watch.press(watch.marc, "seen")
    assert (await watch.case()).step is not None


async def test_an_anonymous_administrator_is_only_pointed_out(watch: Watch) -> None:
    message = watch.world.write(watch.nadia, watch.group, PHONE["fr"], anonymous=True)
    await watch.settle()
    assert not message.deleted
    assert watch.no_card()
    assert PHONE["fr"] in watch.last(watch.nadia)


async def test_a_moderator_s_message_stays_and_only_coordinators_see_it(watch: Watch) -> None:
    watch.world.add_member(watch.group, watch.marc)
    message = await watch.writes(watch.marc, PHONE["fr"])
    assert not message.deleted
    assert watch.no_card()
    assert PHONE["fr"] in watch.last(watch.nadia)
    assert PHONE["fr"] not in watch.last(watch.odile)
    link = await watch.writes(watch.marc, "Rejoignez https://t.me/+AbCdEfGh12")
    assert not link.deleted
    card = watch.world.said(watch.nadia)
    assert "t.me" not in "".join(card)
    seen = watch.message_with(watch.nadia, watch.label(watch.nadia, "conduct.buttons.reminder"))
    assert await watch.forges(watch.odile, "case.reminder:1", seen) == watch.label(
        watch.odile, "conduct.toasts.not_moderator"
    )
    await watch.chooses(watch.nadia, "conduct.buttons.reminder")
    assert (await watch.case()).step is Step.REMINDER


async def test_a_case_about_the_only_coordinator_is_read_by_the_others_in_private(
    watch: Watch,
) -> None:
    before = [m.text for m in watch.world.seen(watch.nadia, watch.team)]
    await watch.writes(watch.nadia, PHONE["fr"])
    assert [m.text for m in watch.world.seen(watch.nadia, watch.team)] == before
    assert not any("C-1" in text for text in watch.world.said(watch.nadia))
    for moderator in (watch.marc, watch.odile):
        assert "C-1 · Nadia Roy" in watch.last(moderator)


async def test_links_of_newcomers_go_those_of_others_stay(watch: Watch) -> None:
    link = "Ça m'a aidé : https://un-site-quelconque.com/article"
    assert not (await watch.writes(watch.lea, link)).deleted
    async with watch.bot.db.transaction() as tx:
        here = (Place.GROUP, watch.lea.id, Status.MEMBER)
        await members.set_membership(tx, *here, watch.clock.time, Origin.ADMITTED)
    assert (await watch.writes(watch.lea, link + "?2")).deleted
    assert not (await watch.writes(watch.lea, "Voyez https://www.quebec.ca/famille")).deleted
    await watch.wait(days=8)
    assert not (await watch.writes(watch.lea, link)).deleted


async def test_more_than_ten_messages_a_minute_make_one_card(watch: Watch) -> None:
    for n in range(14):
        watch.world.write(watch.lea, watch.group, f"Et de {n} petites choses à dire")
    await watch.settle()
    assert "beaucoup de messages en une minute" in watch.card_of().text
    assert len(await watch.kept()) == 1
    await watch.wait(minutes=2)
    await watch.writes(watch.sam, "Hello, nothing to see here")
    assert not watch.stands("C-2 · ")


async def test_the_same_text_by_three_people_goes(watch: Watch) -> None:
    text = "Cette formation a changé ma vie de parent, demandez-moi"
    stay = [await watch.writes(person, text) for person in (watch.lea, watch.sam)]
    gone = await watch.writes(watch.theo, text.upper() + " !!!")
    assert gone.deleted
    assert not any(message.deleted for message in stay)
    await watch.wait(minutes=61)
    assert not (await watch.writes(watch.theo, text)).deleted


async def test_a_rule_that_moderators_turned_off_is_silent(watch: Watch) -> None:
    async with watch.bot.db.transaction() as tx:
        await rules.set_mode(tx, "phone", Mode.OFF, watch.marc.id, watch.clock.time)
    assert not (await watch.writes(watch.lea, PHONE["fr"])).deleted
    async with watch.bot.db.transaction() as tx:
        await rules.set_mode(tx, "phone", None, watch.marc.id, watch.clock.time)
    assert (await watch.writes(watch.lea, PHONE["fr"])).deleted


@pytest.mark.parametrize("reach", ["9-8-8", "1 866 277-3553", "1 800 363-9010", "811"])
async def test_help_lines_are_never_held(watch: Watch, reach: str) -> None:
    assert not (await watch.writes(watch.lea, f"Appelle le {reach}, ça m'a aidée.")).deleted
    assert watch.no_card()
