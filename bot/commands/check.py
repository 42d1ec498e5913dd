"""``entraide check``: one line for each thing that the bot needs, each with its fix."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import chain
from pathlib import Path

from bot.clock import Clock
from bot.commands.lines import Line, bad, good, warn
from bot.commands.ring import known_keys
from bot.commands.sentences import sentence
from bot.commands.standing import standing_lines
from bot.community.installation import ADMINISTRATOR, RIGHTS_NEEDED
from bot.community.members import Place
from bot.crypto import DATABASE_FILE, KEY_FILE, CryptoError, KeyRing, KeySource
from bot.settings import Settings, SettingsError, load_settings
from bot.storage import copies, members
from bot.storage.database import looking
from bot.storage.schema import migrations
from content import Content, ContentError, load


def check(clock: Clock, content_folder: Path | None = None) -> int:
    """Print the lines; return 0 only where no line stops the bot.

    Reads, and asks Telegram: a bot that runs on the same data is not disturbed, and nothing is
    made. (A key file that others could read is closed to them.)
    """
    content, content_lines = _content(clock.now(), content_folder)
    try:
        settings = load_settings()
    except SettingsError as error:
        lines = [bad("Réglages", said) for said in str(error).splitlines()]
    else:
        lines = [good("Réglages", "lus"), *_machine_lines(settings, _rights(content))]
    lines += content_lines
    for line in lines:
        print(line)
    return 1 if any(line.stops for line in lines) else 0


def _machine_lines(settings: Settings, rights: Mapping[str, str]) -> Iterator[Line]:
    if settings.dry_run:
        yield warn("Essai à blanc", "DRY_RUN=true : le bot n’agit sur personne")
    keys, key_line = _keys(settings)
    database_line = _database(settings, keys)
    yield from (key_line, database_line)
    chats = {} if database_line.stops else asyncio.run(_linked(settings))
    named = {Place.GROUP: settings.group_chat_id, Place.MODERATORS: settings.moderators_chat_id}
    chats |= {place: chat for place, chat in named.items() if chat is not None}
    yield from asyncio.run(standing_lines(settings, chats, rights))


def _keys(settings: Settings) -> tuple[KeyRing | None, Line]:
    subject, path = "Clé de chiffrement", settings.data_dir / KEY_FILE
    database = settings.data_dir / DATABASE_FILE
    if settings.secret_keys is None and not path.exists() and not database.exists():
        said = f"une clé sera créée dans {path} ; mieux : mettez-en une dans SECRET_KEYS"
        return None, warn(subject, said)
    try:
        keys, source = known_keys(settings)
    except CryptoError as error:
        return None, bad(subject, str(error))
    beside = f"elle est dans {path}, à côté des données : gardez-en une copie ailleurs "
    beside += "(entraide keys backup), ou mettez-la dans SECRET_KEYS"
    match source:
        case KeySource.FILE:
            return keys, warn(subject, beside)
        case KeySource.FILE_WAS_OPEN:
            return keys, warn(
                subject, f"d’autres comptes pouvaient la lire, c’est corrigé ; {beside}"
            )
    return keys, good(subject, "dans SECRET_KEYS")


def _database(settings: Settings, keys: KeyRing | None) -> Line:
    subject, path = "Base de données", settings.data_dir / DATABASE_FILE
    if not path.exists():
        return good(subject, f"{path} sera créée au premier démarrage")
    if keys is None:
        return bad(subject, "elle ne peut pas être ouverte sans sa clé")
    try:
        version = copies.inspect(path, keys).version
    except Exception as error:  # noqa: BLE001 - each has its sentence
        return bad(subject, sentence(error, settings) or type(error).__name__)
    newest = migrations()[-1][0]
    if version < newest:
        return good(subject, f"saine ; le démarrage la portera de la version {version} à {newest}")
    return good(subject, f"saine, version {version}")


async def _linked(settings: Settings) -> dict[Place, int]:
    path = settings.data_dir / DATABASE_FILE
    if not path.exists():
        return {}
    async with looking(path, KeyRing.new()) as tx:
        if not await tx.row("SELECT 1 FROM sqlite_schema WHERE name = 'chats'"):
            return {}
        found = await members.linked_chats(tx)
        return {place: chat.chat_id for place, chat in found.items()}


def _rights(content: Content | None) -> dict[str, str]:
    """Return the names by which people know the rights, where the texts can be read."""
    if content is None:
        return {}
    words = content.words(content.languages[0])
    names = {ADMINISTRATOR, *chain.from_iterable(RIGHTS_NEEDED.values())}
    return {name: words.label(f"installation.right.{name}") for name in names}


def _content(now: datetime, folder: Path | None) -> tuple[Content | None, list[Line]]:
    try:
        content = load(folder)
    except ContentError as error:
        return None, [bad("Textes", str(fault)) for fault in error.faults]
    return content, [*_text_lines(content), *_help_lines(content, now)]


def _text_lines(content: Content) -> Iterator[Line]:
    yield good("Textes", f"sans faute ({', '.join(content.languages)})")
    unfilled = content.organisation.placeholders()
    yield from (bad("Organisation", f"{place} : à remplir") for place in unfilled)
    if not unfilled:
        yield good("Organisation", content.organisation.name)


def _help_lines(content: Content, now: datetime) -> Iterator[Line]:
    subject = "Lignes d’aide"
    card = content.help(content.languages[0])
    stale = card.stale(now.date())
    for line in stale:
        said = f"{line.line} : vérifiée le {line.checked_on}, il y a plus de 90 jours ; appelez, "
        yield warn(subject, f"{said}puis corrigez checked_on dans help.toml")
    hidden = [line for line in card.lines if not line.verified]
    if hidden:
        names = ", ".join(line.id for line in hidden)
        yield warn(subject, f"cachées jusqu’à ce qu’une personne les vérifie : {names}")
    if not stale:
        yield good(subject, f"{len(card.shown)} lignes, vérifiées depuis moins de 90 jours")
