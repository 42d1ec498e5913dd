"""Alerts: what the machine cannot settle alone, told to the moderators, and its daily round."""

from handlers.alerts import housekeeping, machine, refusals, uncertain
from handlers.routes import Routes


def register(on: Routes) -> None:
    """Everything the machine tells."""
    uncertain.register(on)
    refusals.register(on)
    machine.register(on)
    housekeeping.register(on)
