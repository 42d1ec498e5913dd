"""The embedded Bot API against python-telegram-bot's own knowledge of the Bot API."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest
import telegram
from telegram import Bot, Update

from bot.simulator.api import HANDLERS
from bot.simulator.contents import MAKERS
from bot.simulator.errors import ConformityError
from bot.simulator.request import SimulatorRequest
from bot.simulator.rights import ADMIN_RIGHTS, PERMISSIONS
from bot.simulator.schema import FIELDS, METHODS, OBJECTS


def snake(name):
    return re.sub("([A-Z])", lambda m: "_" + m[1].lower(), name)


@pytest.mark.parametrize("method", METHODS.values(), ids=lambda m: m.name)
def test_every_parameter_is_one_that_the_typed_method_takes(method):
    typed = inspect.signature(getattr(Bot, snake(method.name))).parameters

    assert method.parameters <= typed.keys()


@pytest.mark.parametrize("method", METHODS.values(), ids=lambda m: m.name)
def test_what_the_typed_method_demands_is_demanded_here(method):
    typed = inspect.signature(getattr(Bot, snake(method.name))).parameters
    demanded = {name for name, p in typed.items() if p.default is p.empty and name != "self"}

    assert demanded <= method.required


def test_every_method_listed_has_its_handler():
    assert set(HANDLERS) == {method.name for method in METHODS.values()}


@pytest.mark.parametrize(
    ("names", "known"),
    [
        (set(PERMISSIONS), telegram.ChatPermissions),
        (set(ADMIN_RIGHTS), telegram.ChatMemberAdministrator),
        (FIELDS["link_preview_options"], telegram.LinkPreviewOptions),
        (FIELDS["reply_parameters"], telegram.ReplyParameters),
    ],
)
def test_every_field_is_one_that_the_type_has(names, known):
    assert names <= inspect.signature(known).parameters.keys()
    assert set(FIELDS) <= OBJECTS


def test_one_file_alone_imports_python_telegram_bot():
    folder = Path(inspect.getfile(SimulatorRequest)).parent
    importing = re.compile(r"^\s*(from|import) telegram\b", re.MULTILINE)

    found = [file.name for file in folder.glob("*.py") if importing.search(file.read_text("utf-8"))]

    assert found == ["request.py"]


def parse(scene, bot):
    """Every waiting update, parsed; nothing may be left that python-telegram-bot doesn't know."""
    updates = [Update.de_json(raw, bot) for raw in scene.drain()]
    assert all(not update.api_kwargs for update in updates)
    return updates


@pytest.fixture
async def bot(scene):
    door = SimulatorRequest(scene.api)
    async with Bot(scene.world.token, request=door, get_updates_request=door) as bot:
        yield bot


@pytest.mark.parametrize("kind", sorted(MAKERS))
async def test_every_kind_of_message_parses(scene, bot, kind):
    scene.world.send(scene.marc, None, kind)

    (update,) = parse(scene, bot)

    assert getattr(update.effective_message, kind)
    assert not update.effective_message.api_kwargs
    assert update.effective_user.id == scene.marc.id


async def test_every_kind_of_update_parses(scene, bot):
    message = scene.say(reply_markup={"inline_keyboard": [[{"text": "a", "callback_data": "b"}]]})
    scene.drain()
    link = scene.ask_to_join()
    scene.world.approve_by_hand(scene.lise, scene.group, scene.marc)
    own = scene.world.write(scene.marc, None, "un")
    scene.world.edit(scene.marc, own, "deux")
    scene.world.press(scene.marc, message, "a")
    scene.world.delete(scene.marc, message)
    scene.world.press_data(scene.marc, message, "b")
    scene.world.promote(scene.group, scene.marc)
    scene.world.demote(scene.group, scene.marc)
    scene.world.ban(scene.lise, scene.group, scene.marc)
    scene.world.block_bot(scene.marc)

    updates = parse(scene, bot)

    request, entry, service, text, edited, press, forged, up, down, out, left, blocked = updates
    assert request.chat_join_request.invite_link.invite_link == link
    assert (entry.chat_member.via_join_request, entry.effective_user) == (
        True,
        scene_user(scene.lise),
    )
    assert service.message.new_chat_members[0].id == scene.marc.id
    assert (text.message.text, edited.edited_message.text) == ("un", "deux")
    assert press.callback_query.message.is_accessible
    assert not forged.callback_query.message.is_accessible
    statuses = [u.chat_member.new_chat_member.status for u in (up, down, out)]
    assert statuses == ["administrator", "member", "kicked"]
    assert left.message.left_chat_member.id == scene.marc.id
    assert blocked.my_chat_member.new_chat_member.status == "kicked"


def scene_user(person):
    return telegram.User(person.id, person.first_name, is_bot=False)


async def test_results_parse_through_the_typed_methods(scene, bot):
    world, group, marc = scene.world, scene.group, scene.marc
    world.start(marc)
    world.add_member(group, marc)

    assert (await bot.get_me()).can_read_all_group_messages is False
    assert (await bot.get_chat(group.id)).title == "Le groupe"
    assert (await bot.get_chat(marc.id)).first_name == "Marc"
    assert await bot.restrict_chat_member(group.id, marc.id, telegram.ChatPermissions())
    member = await bot.get_chat_member(group.id, marc.id)
    assert isinstance(member, telegram.ChatMemberRestricted)
    assert member.api_kwargs == {}
    assert await bot.ban_chat_member(group.id, marc.id)
    banned = await bot.get_chat_member(group.id, marc.id)
    assert isinstance(banned, telegram.ChatMemberBanned)
    admins = await bot.get_chat_administrators(group.id)
    assert [type(a) for a in admins] == [telegram.ChatMemberOwner, telegram.ChatMemberAdministrator]
    link = await bot.create_chat_invite_link(group.id, name="a", creates_join_request=True)
    assert (link.creator.id, link.api_kwargs) == (world.bot.id, {})
    assert (await bot.revoke_chat_invite_link(group.id, link)).is_revoked
    assert await bot.set_my_commands([telegram.BotCommand("aide", "Obtenir de l’aide")])
    assert (await bot.get_my_commands())[0].command == "aide"
    assert await bot.set_my_description("Entraide")
    assert (await bot.get_my_description()).description == "Entraide"
    assert (await bot.get_webhook_info()).url == ""


async def test_files_go_out_and_come_back(scene, bot):
    scene.world.start(scene.marc)

    sent = await bot.send_document(scene.marc.id, b"{}", filename="mes-donnees.json", caption="x")
    again = await bot.send_document(scene.marc.id, sent.document.file_id)
    photo = await bot.send_photo(scene.marc.id, b"bytes")

    assert sent.document.file_name == "mes-donnees.json"
    assert bytes(await (await again.document.get_file()).download_as_bytearray()) == b"{}"
    assert photo.photo[-1].file_size == 5


async def test_an_unknown_parameter_passes_no_except_exception(scene, bot):
    scene.world.start(scene.marc)

    with pytest.raises(ConformityError, match="colour"):
        await bot.send_message(scene.marc.id, "x", api_kwargs={"colour": "red"})
