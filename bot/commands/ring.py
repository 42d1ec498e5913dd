"""The keys that are there already: commands that need them never make one."""

from __future__ import annotations

from bot.crypto import KEY_FILE, KeyLost, KeyRing, KeySource, load_keys
from bot.settings import Settings


def known_keys(settings: Settings) -> tuple[KeyRing, KeySource]:
    """Return the keys and where they come from. Raises KeyLost where there is none, BadKeys."""
    secret = settings.secret_keys
    path = settings.data_dir / KEY_FILE
    if secret is None and not path.exists():
        raise KeyLost(
            f"Aucune clé de chiffrement : ni SECRET_KEYS, ni le fichier {path}. "
            "Remettez d’abord celle de cette communauté."
        )
    return load_keys(secret.get_secret_value() if secret else None, settings.data_dir)
