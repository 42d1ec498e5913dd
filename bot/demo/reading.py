"""How much there is to read: what appeared on the screens since somebody last looked."""

from __future__ import annotations

from bot.demo.town import Town


class Reader:
    """Somebody who reads every chat of a town."""

    def __init__(self, town: Town) -> None:
        self._town = town
        self._read: set[tuple[int, int, str]] = set()
        self.unread()

    def unread(self) -> int:
        """Return how many characters the bot has shown since the last call."""
        world = self._town.world
        shown = {
            (chat.id, message.message_id, line)
            for chat in world.chats.values()
            for message in chat.messages.values()
            if message.sender is world.bot and not message.deleted
            for line in message.text.splitlines()
        }
        new = shown - self._read
        self._read |= new
        return sum(len(line) for _, _, line in new)
