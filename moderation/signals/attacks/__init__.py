"""Signals of words aimed at a person or a group; anger that targets nobody is none of them."""
