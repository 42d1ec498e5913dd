"""Who decides on a case: moderators, or coordinators where it is about one of the team."""

from __future__ import annotations

from collections.abc import Mapping

from bot.community.members import Place, Status
from bot.storage import members, reports
from bot.storage.conduct import cases
from bot.storage.conduct.cases import Case
from content import Words
from handlers.context import Context
from handlers.members import moderator_count
from moderation.conduct.decisions import REMOVAL_TAKES, CaseState


async def state_of(case: Case, context: Context) -> CaseState:
    """Return the facts that say who may do what on a case."""
    tx = context.tx
    moderators = await deciding(case, context)
    recused = frozenset(await cases.standing(tx, case.id, "recuse"))
    return CaseState(
        person=case.user_id,
        reporters=await reports.reporters(tx, case.id),
        recused=recused & moderators,
        moderators=moderators,
        for_removal=frozenset(await cases.standing(tx, case.id, "removal")),
        decided=case.step,
        decided_at=case.decided_at,
        taken_by=case.taken_by,
    )


async def words_of(case: Case, context: Context) -> Words:
    """Return the texts in the language of who a case is about, as the case keeps it if they erased.

    Who has come back since is known by themselves again.
    """
    known = await members.person(context.tx, case.user_id)
    if known is None and case.language in context.community.content.languages:
        return context.community.content.words(case.language)
    return await context.words(case.user_id)


async def deciding(case: Case, context: Context) -> frozenset[int]:
    """Return everybody of the team that a case is decided by, whoever it is about.

    A case about the only coordinator would reach nobody: the others of the team decide on it.
    """
    team = await members.present(context.tx, Place.MODERATORS)
    if not case.to_coordinators or await is_about_sole_coordinator(case, context):
        return frozenset(team)
    return _leads(team)


async def is_about_sole_coordinator(case: Case, context: Context) -> bool:
    """Tell whether a case is about the one person who coordinates."""
    return case.to_coordinators and await coordinates_alone(case.user_id, context)


async def coordinates_alone(user_id: int, context: Context) -> bool:
    """Tell whether somebody is the one person who coordinates."""
    return _leads(await members.present(context.tx, Place.MODERATORS)) == {user_id}


def _leads(team: Mapping[int, Status]) -> frozenset[int]:
    return frozenset(user for user, status in team.items() if status is Status.ADMINISTRATOR)


async def lacks_people(case: Case, state: CaseState, context: Context) -> bool:
    """Tell whether too few may still decide on a removal, those never seen counted in."""
    if not case.is_open or case.user_id < 0 or not state.lacks_moderators:
        return False
    unseen = 0
    if not case.to_coordinators:
        unseen = await moderator_count(context) - len(state.moderators)
    aside = state.recused | state.reporters | {case.user_id}
    return len(state.moderators - aside) + unseen < REMOVAL_TAKES


async def readers(case: Case, context: Context) -> dict[int, str]:
    """Return the chats in which a case's card stands, each with the name of the message there.

    What concerns somebody of the team stands in private, and never before that person.
    """
    if case.to_coordinators:
        people = sorted(await deciding(case, context) - {case.user_id})
        known = [await members.person(context.tx, user) for user in people]
        return {
            person.user_id: f"case:{case.id}:{person.user_id}"
            for person in known
            if person is not None and person.private_chat
        }
    chat_id = await context.chat_id(Place.MODERATORS)
    return {} if chat_id is None else {chat_id: f"case:{case.id}"}
