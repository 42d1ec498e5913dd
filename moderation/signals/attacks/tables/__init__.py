"""What attacks say, as patterns; see :mod:`moderation.language.patterns` for how they read."""
