"""Conduct: the code, what the bot sees first, cases that people decide, appeals."""

from handlers.conduct import (
    answering,
    appeals,
    cases,
    code,
    deciding,
    digest,
    distress,
    ended,
    explaining,
    holding,
    leaving,
    likeness,
    moderators,
    pause,
    record,
    reports,
    rounds,
    rules,
    sanctions,
    scanning,
    telling,
    trial,
    undoing,
    ways,
)
from handlers.routes import Routes


def register(on: Routes) -> None:
    """Everything around the code of conduct."""
    scanning.register(on)
    holding.register(on)
    explaining.register(on)
    telling.register(on)
    distress.register(on)
    deciding.register(on)
    sanctions.register(on)
    undoing.register(on)
    cases.register(on)
    trial.register(on)
    rounds.register(on)
    code.register(on)
    reports.register(on)
    ways.register(on)
    appeals.register(on)
    ended.register(on)
    answering.register(on)
    record.register(on)
    pause.register(on)
    moderators.register(on)
    likeness.register(on)
    rules.register(on)
    digest.register(on)
    leaving.register(on)
