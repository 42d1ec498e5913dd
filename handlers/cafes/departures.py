"""What others tell: somebody left, was put out or is erased, a vote chose a theme."""

from __future__ import annotations

from bot.community.cafes.places import leave
from bot.storage.cafes import answers, chosen, forgetting, programme
from bot.storage.cafes.programme import Cafe, State
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
            await chosen.give(context.tx, theme_id, cafe.id)
            await _set_theme(cafe, theme_id, context)
            return


async def give_theme_back(fact: Fact, context: Context) -> None:
    """Take a theme that a vote chose, and a moderator took back, off the café that it went to."""
    theme_id = fact.content["theme_id"]
    cafe_id = await chosen.take_back(context.tx, theme_id)
    cafe = await programme.cafe(context.tx, cafe_id) if cafe_id is not None else None
    if cafe is None or cafe.theme_id != theme_id or cafe.state is not State.OPEN:
        return
    if cafe.start > context.now:
        await _set_theme(cafe, None, context)


async def _set_theme(cafe: Cafe, theme_id: int | None, context: Context) -> None:
    await programme.update(context.tx, cafe.id, context.now, theme_id=theme_id)
    after = await programme.known(context.tx, cafe.id)
    await timetable.changed(after, cafe, context)
