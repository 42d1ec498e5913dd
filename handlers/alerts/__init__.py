"""Alerts: what the machine cannot settle alone, told to the moderators in a plain sentence."""

from handlers.alerts import machine, refusals, uncertain
from handlers.routes import Routes


def register(on: Routes) -> None:
    """Everything the machine tells."""
    uncertain.register(on)
    refusals.register(on)
    machine.register(on)
