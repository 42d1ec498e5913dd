"""What Telegram says of the bot: its token, its chats, its rights there, its privacy mode."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping

from telegram import Bot, Chat
from telegram.error import BadRequest, Forbidden, InvalidToken, TelegramError

from bot.commands.lines import Line, bad, good, warn
from bot.commands.sentences import telegram_sentence
from bot.community.installation import missing_rights
from bot.community.members import Place
from bot.delivery import AiohttpRequest
from bot.settings import Settings

NAMES = {Place.GROUP: "Groupe des membres", Place.MODERATORS: "Groupe de modération"}
COMMANDS = {Place.GROUP: "/installer groupe CODE", Place.MODERATORS: "/installer moderation CODE"}
SETTINGS = {Place.GROUP: "GROUP_CHAT_ID", Place.MODERATORS: "MODERATORS_CHAT_ID"}
WHERE_TO_TICK = "profil du groupe → Modifier → Administrateurs"


async def standing_lines(
    settings: Settings, chats: Mapping[Place, int], rights: Mapping[str, str]
) -> list[Line]:
    """Ask Telegram, without taking any update from it.

    ``chats`` gives the chats known so far; ``rights`` the names that people read for the Bot API's.
    """
    request = AiohttpRequest()
    bot = Bot(
        settings.bot_token.get_secret_value(),
        base_url=f"{settings.api_url}/bot",
        request=request,
        get_updates_request=request,
    )
    try:
        async with bot:
            return [line async for line in _lines(bot, settings, chats, rights)]
    except TelegramError as error:
        return _unreached(error, settings.api_url)


def _unreached(error: TelegramError, api_url: str) -> list[Line]:
    said = telegram_sentence(error, api_url)
    if isinstance(error, InvalidToken):
        return [good("Bot API", f"{api_url} répond"), bad("Jeton", said)]
    return [bad("Bot API", said), warn("Jeton", "pas vérifié, faute de réponse")]


async def _lines(
    bot: Bot, settings: Settings, chats: Mapping[Place, int], rights: Mapping[str, str]
) -> AsyncIterator[Line]:
    yield good("Bot API", f"{settings.api_url} répond")
    yield good("Jeton", f"@{bot.username}")
    standing = {place: await _standing(bot, place, chats.get(place), rights) for place in Place}
    for lines in standing.values():
        for line in lines:
            yield line
    yield _privacy(bot, ready=all(line.mark == good("", "").mark for line in standing[Place.GROUP]))


async def _standing(
    bot: Bot, place: Place, chat_id: int | None, rights: Mapping[str, str]
) -> list[Line]:
    """Return what is to be said of one chat: whether it is known, seen, with which rights."""
    name = NAMES[place]
    if chat_id is None:
        said = f"pas encore relié ; après entraide run, écrivez-y {COMMANDS[place]} "
        return [warn(name, f"{said}(le code s’affiche au démarrage)")]
    try:
        chat = await bot.get_chat(chat_id)
        member = await bot.get_chat_member(chat_id, bot.id)
    except (BadRequest, Forbidden):
        said = (
            f"{chat_id} est invisible pour @{bot.username} ; ajoutez-le à ce groupe, ou corrigez "
        )
        return [bad(name, said + SETTINGS[place])]
    if place is Place.GROUP and chat.type == Chat.GROUP:
        said = "ce n’est pas un supergroupe ; rendez l’historique visible aux nouveaux membres"
        return [bad(name, said)]
    missing = missing_rights(place, member.to_dict())
    seen = good(name, f"« {chat.title} » ({chat_id})")
    if not missing:
        return [seen, good(f"{name}, droits", "tous cochés")]
    return [
        seen,
        *(
            bad(f"{name}, droits", f"il manque « {rights.get(right, right)} » ; {WHERE_TO_TICK}")
            for right in missing
        ),
    ]


def _privacy(bot: Bot, *, ready: bool) -> Line:
    """Say what the privacy mode changes (https://core.telegram.org/bots/features#privacy-mode)."""
    subject = "Mode de confidentialité"
    if bot.bot.can_read_all_group_messages:
        return good(subject, "désactivé : le bot lit le groupe")
    if ready:
        return good(subject, "activé, sans effet ici : un bot administrateur lit tout le groupe")
    said = "activé ; faites du bot un administrateur du groupe : il lira alors tous les messages"
    return warn(subject, said)
