"""Screening: what a file that asks to join says, and what is decided about it."""
