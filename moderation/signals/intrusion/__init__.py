"""Signals of somebody who comes to sell, to recruit, to flood, or who is not a person."""
