"""What a start queues, and what it does not repeat."""

from __future__ import annotations

import json

import pytest

from bot.community.installation import CODE_LENGTH, LETTERS
from handlers.features import routes
from tests.handlers.town import Town
from tests.stage import CONTENT, opened


def menu(stage, scope, language=""):
    """The commands that Telegram shows, by name."""
    place = json.dumps([scope, language], sort_keys=True)
    return {c["command"]: c["description"] for c in stage.world.commands.get(place, [])}


PRIVATE = {"type": "all_private_chats"}


async def test_the_menu_is_in_the_language_of_each_person(stage):
    shown = {"aide", "faq", "ressources", "statut", "annuler", "langue", "silence"}
    shown |= {"code", "moi", "appel", "signaler", "verifier", "pause"}
    shown |= {"vote", "theme", "themes", "cafes"}
    shown |= {"confidentialite", "mesdonnees", "corriger", "oublier", "consentements", "protection"}
    assert set(menu(stage, PRIVATE)) == shown
    assert menu(stage, PRIVATE, "fr") == menu(stage, PRIVATE)
    assert {"help", "status", "language"} < set(menu(stage, PRIVATE, "en"))
    assert menu(stage, PRIVATE, "en")["help"].startswith("Numbers to call")


async def test_each_chat_offers_what_can_be_said_there(stage):
    assert set(menu(stage, {"type": "chat", "chat_id": stage.group.id})) == {
        "aide",
        "faq",
        "signaler",
        "verifier",
    }
    assert set(menu(stage, {"type": "chat", "chat_id": stage.team.id})) == {
        "aide",
        "code",
        "dossier",
        "effacer",
        "file",
        "questions",
        "regles",
        "rouvrir",
    }


async def test_the_bot_says_what_it_is_in_each_language(stage):
    shown = stage.world.descriptions

    assert "robot d'accueil" in shown["description", ""]
    assert shown["description", "fr"] == shown["description", ""]
    assert "welcome bot" in shown["description", "en"]
    assert "911" in shown["short_description", "en"]


@pytest.mark.parametrize("language", CONTENT.languages)
def test_descriptions_fit(language):
    words = CONTENT.words(language)

    assert len(words.label("commands.about.description")) <= 512
    assert len(words.label("commands.about.short")) <= 120
    for command in routes().commands:
        key = f"commands.{command.names[0]}"
        assert key not in words.templates or len(words.label(key)) <= 256


def test_every_line_of_the_menu_is_a_command():
    known = {f"commands.{command.names[0]}" for command in routes().commands}
    lines = {key for key in CONTENT.words("fr").templates if key.startswith("commands.")}

    assert {key for key in lines if ".about." not in key} <= known


async def test_a_second_start_publishes_nothing_again_until_a_day_has_passed(stage):
    published = len(stage.api.made("setMyCommands")) + len(stage.api.made("setMyDescription"))
    assert published == 9 + 3

    await stage.restart()
    assert len(stage.api.made("setMyCommands")) == 9

    await stage.wait(days=1)
    await stage.restart()
    assert len(stage.api.made("setMyCommands")) == 18


async def test_what_changed_is_published_at_the_next_start(tmp_path):
    async with opened(tmp_path) as stage:
        stage.settings["default_language"] = "en"
        await stage.restart()

        assert "help" in menu(stage, PRIVATE)


async def test_each_start_asks_anew_who_administers(stage):
    asked = len(stage.api.made("getChatAdministrators"))

    await stage.restart()

    assert asked == 2
    assert len(stage.api.made("getChatAdministrators")) == 4
    assert len(stage.api.made("getChatMemberCount")) == 4


async def test_known_chats_need_no_code_and_are_offered_the_card_once(stage):
    assert stage.bot.code is None

    await stage.restart()
    await stage.wait(days=32)
    await stage.restart()

    offers = [t for t in stage.world.said(stage.marc, stage.team) if "sont reliés" in t]
    assert len(offers) == 1


async def test_a_code_is_easy_to_type_and_new_each_time(town: Town):
    codes = {town.bot.code, *[await town.start_again() for _ in range(20)]}

    assert len(codes) == 21
    for code in codes:
        assert len(code) == CODE_LENGTH
        assert set(code) <= set(LETTERS)
        assert not set(code) & set("IL10O")


async def test_chats_that_change_places_in_the_settings(stage):
    fixed = stage.bot.application.community.fixed_chats
    fixed["group"], fixed["moderators"] = stage.team.id, stage.group.id

    await Town.start_again(stage)

    linked = await stage.rows("SELECT place, chat_id FROM chats")
    assert {row["place"]: row["chat_id"] for row in linked} == fixed
