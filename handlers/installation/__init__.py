"""Installation: the two chats linked by a code, the bot's rights there, members already present."""

from handlers.installation import linking, presence, standing
from handlers.routes import Routes


def register(on: Routes) -> None:
    """From /installer to the card that present members press."""
    linking.register(on)
    standing.register(on)
    presence.register(on)
