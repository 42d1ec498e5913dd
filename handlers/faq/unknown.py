"""What is said when the search does not know: so, who may, and what comes nearest to a story."""

from __future__ import annotations

from bot.storage import faq
from content import Words
from handlers import help as help_card
from handlers.buttons import Button, column, pack
from handlers.context import Context
from handlers.faq import saying
from handlers.members import is_member
from moderation.masking import masked
from moderation.signals.distress import distress

STORY = 15
"""Words from which somebody tells what they live, rather than asks one thing."""
NEAREST, TOPICS = 2, 3


async def note(
    asked: int, language: str, text: str, topics: tuple[str, ...], context: Context
) -> None:
    """Put a question without an answer on the moderators' list, and count its nearest topic."""
    await faq.count(context.tx, topics[:1], "unknown", context.now)
    clean = masked(text)
    await faq.note_miss(context.tx, asked, "unknown", language, clean, "", context.now)


async def say(
    user_id: int, text: str, topics: tuple[str, ...], asked: int, words: Words, context: Context
) -> None:
    """Say that it is not known; to who may be in distress, say who is there instead."""
    buttons = [saying.person_button(words, asked)]
    if distress(text) is not None:
        key = "faq.after_cry"
    elif topics and len(text.split()) >= STORY:
        key = "faq.story"
        near = context.community.answers.nearest(text, words.language, context.today, NEAREST)
        buttons += [saying.question_button(entry, words.language) for entry in near]
        buttons.append(saying.topics_button(words))
    else:
        key = "faq.unknown"
        buttons += [saying.topic_button(topic, words) for topic in topics[:TOPICS]]
        buttons.append(saying.topics_button(words))
    if not await is_member(user_id, context):
        buttons.append(Button(words.label("screening.buttons.ask_to_join"), pack("door.ask")))
    buttons.append(help_card.button(words))
    await context.say(user_id, words.text(key), column(buttons))
