"""Privacy: what is kept of people said, shown, corrected, erased; what the law asks to write."""

from handlers import shown
from handlers.privacy import (
    consents,
    correcting,
    forgetting,
    incidents,
    listing,
    mydata,
    pairs,
    policy,
    protection,
    recognised,
)
from handlers.routes import Routes


def register(on: Routes) -> None:
    """What everyone can ask for themselves, then what the team does."""
    policy.register(on)
    mydata.register(on)
    correcting.register(on)
    forgetting.register(on)
    consents.register(on)
    protection.register(on)
    recognised.register(on)
    incidents.register(on)
    pairs.register(on)
    listing.register(on)
    shown.register(on)
