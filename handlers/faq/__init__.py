"""Questions: answered from curated content alone, said not to be known, handed to a person."""

from handlers.faq import (
    asking,
    group,
    misses,
    questions,
    relay,
    reloading,
    resources,
    threads,
    unasked,
)
from handlers.routes import Routes


def register(on: Routes) -> None:
    """What everyone can ask, then what moderators and coordinators do with it."""
    asking.register(on)
    unasked.register(on)
    group.register(on)
    threads.register(on)
    resources.register(on)
    relay.register(on)
    questions.register(on)
    misses.register(on)
    reloading.register(on)
