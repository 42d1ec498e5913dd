"""The live link to the page: what changed, sent by server-sent events to whoever looks."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from typing import Any

LOOKS_EVERY = 0.1
HEARTBEAT = 10.0

Parts = dict[str, Any]
"""Named parts of what the page shows; a part is sent again when it changes."""


class Live:
    """Looks at the parts as long as somebody listens, and passes on those that changed."""

    def __init__(self, look: Callable[[], Parts]) -> None:
        self._look = look

    async def changes(self) -> AsyncIterator[bytes]:
        """Yield events: first every part, then each part that changes, and heartbeats."""
        sent: dict[str, str] = {}
        silent = 0.0
        while True:
            told = False
            for name, part in self._look().items():
                text = json.dumps(part, ensure_ascii=False, separators=(",", ":"))
                if sent.get(name) != text:
                    sent[name] = text
                    told = True
                    yield f'data: {{"part":{json.dumps(name)},"value":{text}}}\n\n'.encode()
            silent = 0.0 if told else silent + LOOKS_EVERY
            if silent >= HEARTBEAT:
                silent = 0.0
                yield b": still here\n\n"
            await asyncio.sleep(LOOKS_EVERY)
