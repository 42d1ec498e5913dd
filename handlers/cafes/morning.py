"""The day after: "comment allez-vous?", for those who came. No answer is kept."""

from __future__ import annotations

from bot.community.members import Role
from bot.storage.cafes.programme import Cafe
from handlers import help as help_card
from handlers.buttons import Button, pack
from handlers.cafes.pressing import OnCafe, on_cafe
from handlers.context import Context
from handlers.routes import Pressed, Routes


def register(on: Routes) -> None:
    """The three answers."""
    on.button("morning.well", on_cafe(_answers("well")), Role.MEMBER)
    on.button("morning.so", on_cafe(_answers("so")), Role.MEMBER)
    on.button("morning.low", on_cafe(low), Role.MEMBER)


def _answers(mood: str) -> OnCafe:
    async def press(cafe: Cafe, pressed: Pressed, context: Context) -> None:
        words = await context.words(pressed.user.id)
        buttons = [[help_card.button(words)]]
        await context.say(pressed.chat_id, words.text(f"cafes.morning.{mood}"), buttons)

    return press


async def low(cafe: Cafe, pressed: Pressed, context: Context) -> None:
    """Show the help card at once, and offer a person of the team."""
    words = await context.words(pressed.user.id)
    await help_card.send_card(context, pressed.chat_id, pressed.user.id)
    person = Button(words.label("cafes.buttons.someone"), pack("faq.person", 0))
    await context.say(pressed.chat_id, words.text("cafes.morning.low"), [[person]])
