"""What others tell: somebody left, was put out or is erased, a vote chose a theme."""

from __future__ import annotations

from bot.community.cafes.places import leave
from bot.storage.cafes import answers, chosen, forgetting, programme
from bot.storage.cafes.programme import State
from bot.storage.moments import maybe
from handlers.cafes import card, own, timetable, waiting
from handlers.cafes.hosts import host_left
from handlers.context import Context
from handlers.routes import Fact, Routes


def register(on: Routes) -> None:
    """The facts."""
    on.fact("member_left", gone)
    on.fact("member_removed", gone)
    on.fact("person_erases", erased)
    on.fact("theme_chosen", take_theme)
    on.fact("theme_unchosen", give_theme_back)


async def gone(fact: Fact, context: Context) -> None:
    """Free the places of somebody who is out of the group or erased; take their cafés back."""
    user_id = fact.content["user_id"]
    await _free_places(user_id, context)
    await host_left(user_id, context)


async def erased(fact: Fact, context: Context) -> None:
    """Free the places of somebody about to be erased; where they came, they stay counted."""
    user_id = fact.content["user_id"]
    await forgetting.count_without_name(context.tx, user_id)
    await _free_places(user_id, context)
    await host_left(user_id, context, "host_erased")


async def _free_places(user_id: int, context: Context) -> None:
    for cafe, _ in await answers.of_person(context.tx, user_id, context.now):
        places = await answers.places(context.tx, cafe)
        outcome = leave(places, user_id, context.local_now)
        await own.withdraw_place(cafe, user_id, context)
        await answers.delete(context.tx, cafe.id, user_id)
        await waiting.settle(cafe, outcome, context)
        await card.refresh(cafe, context)


async def take_theme(fact: Fact, context: Context) -> None:
    """Give a theme that a vote chose to the next café that has none, or keep it for one."""
    theme_id = fact.content["theme_id"]
    coming = await programme.coming(context.tx, context.now)
    if any(cafe.theme_id == theme_id and cafe.start > context.now for cafe in coming):
        return  # somebody saw to it already
    await chosen.keep(context.tx, theme_id, fact.content["rank"], context.now)
    for cafe in coming:
        if cafe.theme_id is None and not cafe.theme and cafe.start > context.now:
            stands_from = maybe(fact.content.get("stands_from"))
            await timetable.take_theme(cafe, theme_id, context, stands_from)
            return


async def give_theme_back(fact: Fact, context: Context) -> None:
    """Take a theme that a vote chose, and a moderator took back, off the café that it went to."""
    theme_id = fact.content["theme_id"]
    given = await chosen.take_back(context.tx, theme_id)
    if given is None or given.edition is None:
        return  # it waited, or somebody had set it by hand
    cafe = await programme.known(context.tx, given.cafe_id)
    if cafe.theme_id == theme_id and cafe.state is State.OPEN and cafe.start > context.now:
        await timetable.give_theme_back(cafe, given.edition, context)
