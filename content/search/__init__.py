"""Finds, offline, the entry that answers a question asked in a person's own words."""

from content.search.asking import Asked, Search, Searches
from content.search.verdicts import Entry, Found, Hit, Nothing, Perhaps, Sure, Unknown, Verdict

__all__ = [
    "Asked",
    "Entry",
    "Found",
    "Hit",
    "Nothing",
    "Perhaps",
    "Search",
    "Searches",
    "Sure",
    "Unknown",
    "Verdict",
]
