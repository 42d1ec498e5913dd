"""What follows from a change of the bot's own standing."""

from __future__ import annotations

from tests.handlers.town import messages, put_fact
from tests.stage import RIGHTS


async def test_an_unknown_chat_is_told_once_how_to_install(town):
    town.add_bot(town.group, None)
    town.world.set_bot_rights(town.group, RIGHTS)
    town.world.remove_bot(town.group)
    town.add_bot(town.group, None)
    await town.settle()

    said = town.world.said(town.nadia, town.group)
    assert [text.split("!")[0] for text in said] == ["Bonjour"]
    assert "/installer groupe CODE" in said[0]


async def test_a_third_chat_is_told_nothing(linked_town):
    town = linked_town
    third = town.world.add_supergroup("Ailleurs", town.lea)

    town.world.add_bot(third, town.lea)
    await town.settle()

    assert town.world.said(town.lea, third) == []


async def test_a_channel_is_told_nothing(town):
    channel = town.world.add_channel("Le canal")

    town.add_bot(channel)
    await town.settle()

    assert town.api.made("sendMessage") == []


async def test_moderators_hear_that_the_bot_is_out_of_the_group(linked_town):
    town = linked_town

    town.world.remove_bot(town.group)
    await town.settle()

    assert "Je ne suis plus dans le groupe des membres" in town.last(town.marc, town.team)


async def test_coordinators_hear_in_private_that_the_moderators_chat_is_lost(linked_town):
    town = linked_town
    town.world.start(town.nadia)
    town.world.start(town.marc)
    await town.settle()

    town.world.remove_bot(town.team)
    await town.settle()

    assert "Je ne suis plus dans le groupe de modération" in town.last(town.nadia)
    assert "modération : les demandes" not in town.last(town.marc)


async def test_a_lost_right_is_named_and_its_return_is_thanked(linked_town):
    town = linked_town

    town.world.set_bot_rights(town.group, RIGHTS - {"can_restrict_members"})
    await town.settle()
    alert = town.last(town.marc, town.team)
    assert "dans le groupe des membres" in alert
    assert "• Bannir des membres" in alert
    assert "Épingler" not in alert

    town.world.set_bot_rights(town.group, RIGHTS)
    await town.settle()
    [thanks] = messages(town, town.lea, town.group, "J'ai maintenant tous les droits")
    assert thanks.silent


async def test_a_group_that_becomes_a_supergroup_keeps_its_place(town):
    code = town.bot.code
    plain = town.world.add_group("Un petit groupe", town.nadia)
    town.add_bot(plain)
    await town.says(town.nadia, f"/installer moderation {code}", plain)

    new = town.world.migrate(plain)
    await town.settle()

    assert await town.linked() == {"moderators": new.id}


async def test_settings_that_name_the_former_id_still_mean_the_same_group(town):
    code = town.bot.code
    plain = town.world.add_group("Un petit groupe", town.nadia)
    town.add_bot(plain)
    await town.says(town.nadia, f"/installer moderation {code}", plain)
    new = town.world.migrate(plain)
    await town.settle()
    before = await town.rows("SELECT user_id FROM memberships WHERE place = 'moderators'")

    town.bot.application.community.fixed_chats["moderators"] = plain.id
    await town.start_again()
    await town.settle()

    assert await town.linked() == {"moderators": new.id}
    after = await town.rows("SELECT user_id FROM memberships WHERE place = 'moderators'")
    assert [tuple(row) for row in after] == [tuple(row) for row in before]


async def test_what_was_queued_follows_the_group_to_its_new_id(town):
    plain = town.world.add_group("Un petit groupe", town.nadia)
    town.add_bot(plain)
    await town.install(f"moderation {town.bot.code}", plain)

    await put_fact(town, "conflict")
    new = town.world.migrate(plain)
    await town.settle()

    assert "Un autre programme utilise" in town.last(town.nadia, new)
