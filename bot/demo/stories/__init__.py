"""The stories: who does what, in which order. A new one is a function and a line in STORIES."""

from __future__ import annotations

from collections.abc import Callable

from bot.demo.acts import Story
from bot.demo.script import Script
from bot.demo.stories.cafes import a_cafe
from bot.demo.stories.conduct import a_risky_message
from bot.demo.stories.faq import at_three_in_the_morning
from bot.demo.stories.privacy import ones_own_data
from bot.demo.stories.screening import (
    asking_to_join,
    in_her_own_time,
    keeping_out,
    two_approvals,
)
from bot.demo.stories.votes import a_secret_vote

STORIES: tuple[Callable[[Script], Story], ...] = (
    asking_to_join,
    two_approvals,
    keeping_out,
    in_her_own_time,
    a_risky_message,
    a_cafe,
    a_secret_vote,
    at_three_in_the_morning,
    ones_own_data,
)
"""The stories of the page, in the order of its bar."""
