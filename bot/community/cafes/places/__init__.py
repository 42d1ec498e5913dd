"""Who has a place, who waits for one, and what each answer changes: pure decisions."""

from bot.community.cafes.places.answering import answer, leave, resize
from bot.community.cafes.places.seats import Answer, Choice, Places, Standing
from bot.community.cafes.places.verdicts import (
    NoRoomForGuest,
    Noted,
    NotOffered,
    Outcome,
    Refused,
    Same,
    Seated,
    TooFew,
    Verdict,
    Waiting,
    Why,
)
from bot.community.cafes.places.waiting import (
    accept,
    carry,
    decline,
    expire,
    fill,
    keep_waiting,
    pass_over,
)

__all__ = [
    "Answer",
    "Choice",
    "NoRoomForGuest",
    "NotOffered",
    "Noted",
    "Outcome",
    "Places",
    "Refused",
    "Same",
    "Seated",
    "Standing",
    "TooFew",
    "Verdict",
    "Waiting",
    "Why",
    "accept",
    "answer",
    "carry",
    "decline",
    "expire",
    "fill",
    "keep_waiting",
    "leave",
    "pass_over",
    "resize",
]
