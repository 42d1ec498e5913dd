"""Conduct: the code, what the bot sees first, cases that people decide, appeals."""

from handlers.conduct import code, rounds
from handlers.routes import Routes


def register(on: Routes) -> None:
    """Everything around the code of conduct."""
    rounds.register(on)
    code.register(on)
