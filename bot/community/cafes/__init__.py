"""Cafés-rencontres, pure: when and where, who comes, what is said, what remains of an evening."""
