"""Votes: themes, ballots, the three ways to count them, and what is published."""
