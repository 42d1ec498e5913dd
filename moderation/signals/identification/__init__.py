"""Signals of what would identify a person: each takes a folded text, returns a finding or None."""
