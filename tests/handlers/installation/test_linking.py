"""Linking the two chats by the one-time code."""

from __future__ import annotations

import pytest

from tests.handlers.town import Town
from tests.stage import RIGHTS


async def test_two_chats_are_linked_by_one_code(town):
    code = town.bot.code
    town.add_bot(town.team)
    await town.says(town.nadia, f"/installer moderation {code}", town.team)

    assert await town.linked() == {"moderators": town.team.id}
    assert "Il reste à relier le groupe des membres" in town.last(town.nadia, town.team)

    town.add_bot(town.group)
    await town.says(town.nadia, f"/installer groupe {code.lower()}", town.group)

    assert await town.linked() == {"moderators": town.team.id, "group": town.group.id}
    assert town.last(town.nadia, town.group) == "C'est fait : ce groupe est celui des membres."
    assert await town.rows("SELECT * FROM secrets WHERE name = 'installation_code'") == []
    assert await town.start_again() is None


async def test_english_words_work_too(town):
    code = town.bot.code
    town.add_bot(town.team)

    await town.says(town.nadia, f"/install@entraide_test_bot moderators {code}", town.team)

    assert await town.linked() == {"moderators": town.team.id}


async def test_the_message_that_holds_the_code_goes(town):
    code = town.bot.code
    town.add_bot(town.team)

    said = town.world.write(town.nadia, town.team, f"/installer moderation {code}")
    await town.settle()

    assert said.deleted


async def test_the_code_stands_nowhere_in_clear(town):
    code = town.bot.code

    assert code.encode() not in (town.folder / "entraide.db").read_bytes()
    assert code.encode() not in (town.folder / "entraide.db-wal").read_bytes()


async def test_linking_asks_who_administers_and_how_many_are_there(linked_town):
    town = linked_town

    counts = await town.rows("SELECT place, member_count FROM chats ORDER BY place")
    query = "SELECT place, user_id FROM memberships WHERE status = 'administrator'"
    standing = await town.rows(query)

    assert [tuple(row) for row in counts] == [("group", 3), ("moderators", 4)]
    assert ("moderators", town.nadia.id) in [tuple(row) for row in standing]


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("/installer", "Écrivez l'une de ces deux lignes"),
        ("/installer café {code}", "Écrivez l'une de ces deux lignes"),
        ("/installer groupe", "Il manque le code"),
        ("/installer groupe ABCDEFGH", "Ce code n'est pas le bon"),
    ],
)
async def test_what_is_wrong_is_said(town, said, answer):
    code = town.bot.code
    town.add_bot(town.group)

    await town.says(town.nadia, said.format(code=code), town.group)

    assert town.last(town.nadia, town.group).startswith(answer)
    assert await town.linked() == {}


async def test_a_new_start_makes_the_former_code_worthless(town):
    former = town.bot.code
    await town.start_again()
    town.add_bot(town.group)

    await town.says(town.nadia, f"/installer groupe {former}", town.group)

    assert await town.linked() == {}


async def test_ten_wrong_codes_an_hour_then_even_the_right_one_waits(town):
    code = town.bot.code
    town.add_bot(town.group)
    for _ in range(10):
        await town.says(town.nadia, "/installer groupe ABCDEFGH", town.group)
    right = f"/installer groupe {code}"

    await town.says(town.nadia, right, town.group)
    assert "Attendez une heure" in town.last(town.nadia, town.group)
    assert await town.linked() == {}

    await town.wait(hours=1)
    await town.says(town.nadia, right, town.group)
    assert await town.linked() == {"group": town.group.id}


async def test_somebody_elses_wrong_codes_do_not_count(town):
    code = town.bot.code
    town.add_bot(town.group)
    for _ in range(11):
        await town.says(town.lea, "/installer groupe ABCDEFGH", town.group)

    await town.says(town.nadia, f"/installer groupe {code}", town.group)

    assert await town.linked() == {"group": town.group.id}


async def test_a_plain_member_links_nothing_even_with_the_code(town):
    code = town.bot.code
    town.add_bot(town.group)

    await town.says(town.lea, f"/installer groupe {code}", town.group)

    assert await town.linked() == {}
    assert "Seule une personne qui administre" in town.last(town.nadia, town.group)


@pytest.mark.parametrize("channel", [False, True])
async def test_nobody_in_particular_links_nothing(town, channel):
    code = town.bot.code
    town.add_bot(town.group)
    mask = {"sender_chat": town.world.add_channel("Le canal")} if channel else {"anonymous": True}

    said = town.world.write(town.nadia, town.group, f"/installer groupe {code}", **mask)
    await town.settle()

    assert said.deleted
    assert await town.linked() == {}
    assert "Rester anonyme" in town.last(town.nadia, town.group)


async def test_a_masked_administrator_who_just_talks_is_left_alone(town):
    town.add_bot(town.group)
    await town.settle()
    before = len(town.api.calls)

    await town.says(town.nadia, "/installeur, un beau métier", town.group, anonymous=True)

    assert [c.method for c in town.api.calls[before:] if c.method != "getUpdates"] == []


async def test_one_chat_does_not_serve_both_purposes(town):
    code = town.bot.code
    town.add_bot(town.group)
    await town.says(town.nadia, f"/installer groupe {code}", town.group)

    await town.says(town.nadia, f"/installer moderation {code}", town.group)

    assert await town.linked() == {"group": town.group.id}
    assert "sert déjà à l'autre usage" in town.last(town.nadia, town.group)


async def test_a_place_that_is_taken_stays_so(town):
    code = town.bot.code
    town.add_bot(town.group)
    await town.says(town.nadia, f"/installer groupe {code}", town.group)
    other = town.world.add_supergroup("Un autre", town.nadia)
    town.add_bot(other)

    await town.says(town.nadia, f"/installer groupe {code}", other)

    assert await town.linked() == {"group": town.group.id}
    assert "Un autre groupe est déjà relié" in town.last(town.nadia, other)


async def test_two_administrators_at_the_same_instant(town):
    code = town.bot.code
    other = town.world.add_supergroup("Un autre", town.nadia)
    for chat in (town.group, other):
        town.add_bot(chat)
    for chat in (town.group, other):
        town.world.write(town.nadia, chat, f"/installer groupe {code}")

    await town.settle()

    assert await town.linked() == {"group": town.group.id}
    assert "Un autre groupe est déjà relié" in town.last(town.nadia, other)


async def test_a_plain_group_moderates_but_cannot_be_the_members_group(town):
    code = town.bot.code
    plain = town.world.add_group("Un petit groupe", town.nadia)
    town.add_bot(plain)

    await town.says(town.nadia, f"/installer groupe {code}", plain)
    assert "« supergroupe »" in town.last(town.nadia, plain)
    assert await town.linked() == {}

    await town.says(town.nadia, f"/installer moderation {code}", plain)
    assert await town.linked() == {"moderators": plain.id}


async def test_in_private_the_command_points_to_the_chat(town):
    await town.says(town.marc, "/installer groupe ABCDEFGH", None)

    assert town.last(town.marc).startswith("Cette commande s'écrit dans le groupe")


async def test_missing_rights_are_listed_by_the_names_of_the_application(town):
    code = town.bot.code
    town.add_bot(town.group, {"can_invite_users", "can_pin_messages"})

    await town.says(town.nadia, f"/installer groupe {code}", town.group)

    text = town.last(town.nadia, town.group)
    assert "• Bannir des membres\n• Supprimer des messages\n" in text
    assert "Épingler" not in text


async def test_a_bot_that_is_no_administrator_says_so(town):
    code = town.bot.code
    town.add_bot(town.team, None)

    await town.says(town.nadia, f"/installer moderation {code}", town.team)

    assert "• être administrateur du groupe" in town.last(town.nadia, town.team)


async def test_saying_it_again_only_looks_at_the_rights(linked_town):
    town = linked_town
    town.world.set_bot_rights(town.group, set())
    await town.settle()

    await town.says(town.nadia, "/installer groupe", town.group)

    assert "• Supprimer des messages" in town.last(town.nadia, town.group)


async def test_another_chat_forgets_who_moderated_the_first(linked_town):
    town = linked_town
    other = town.world.add_supergroup("La relève", town.lea)
    town.world.add_bot(other, town.lea, RIGHTS)
    fixed = town.bot.application.community.fixed_chats
    fixed["moderators"] = other.id

    await town.start_again()
    await town.settle()

    standing = await town.rows("SELECT user_id FROM memberships WHERE place = 'moderators'")
    assert [row["user_id"] for row in standing] == [town.lea.id]


async def test_the_same_in_english(tmp_path):
    town = Town(tmp_path, language="en")
    await town.open()
    await town.settle()
    town.add_bot(town.group, {"can_pin_messages"})

    said = await town.install(f"group {town.bot.code}", town.group)
    await town.close()

    assert said.startswith("Done: this is the members' group.")
    assert "• Ban users" in said
    assert "/install moderators CODE" in said
