"""Every command and button, by every role, in every kind of chat: what happens is in a table.

A handler that the table does not name fails the build.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from bot.community.members import Role
from handlers.features import routes
from tests.threats.busy import busy_town
from tests.threats.town import CHATS, NOBODY, PEOPLE, ROLES, Said, Town

ROUTES = routes()

TEAM = ("moderator", "recused", "coordinator")
INSIDE = ("member", "host", "suspended", *TEAM)
LEADS = ("coordinator",)
RUNS = ("host", *TEAM)
"""Who may prepare, change and count the café that the host hosts."""

Grid = dict[str, tuple[str, ...]]
"""By kind of chat, the roles for whom a command or a button does its work."""

ANYONE: Grid = {"private": PEOPLE}
ANYWHERE: Grid = {"private": PEOPLE, "group": PEOPLE, "moderators": PEOPLE}
ASKED: Grid = {"private": PEOPLE, "group": PEOPLE}
MEMBERS: Grid = {"private": INSIDE}
IN_GROUP: Grid = {"private": INSIDE, "group": PEOPLE}  # who presses in the group is in it
ELECTORS: Grid = {"private": ("member", "host", "suspended", "coordinator")}
"""Who is in the group: the other two moderators are in their own chat only."""
OWN_CAFE: Grid = {"private": RUNS}
TEAM_ALONE: Grid = {"private": TEAM}
ON_CARDS: Grid = {"moderators": TEAM}
TEAM_ONLY: Grid = {"private": TEAM, "moderators": TEAM}
LEADS_ONLY: Grid = {"private": LEADS, "moderators": LEADS}
LEADS_ON_CARDS: Grid = {"moderators": LEADS}
LEADS_ALONE: Grid = {"private": LEADS}
INSTALLING: Grid = {"private": PEOPLE, "group": ROLES, "moderators": ROLES, "elsewhere": ROLES}
"""Who speaks under no name of their own is told to speak under it, and links nothing."""

COMMANDS: dict[str, Grid] = {
    "aide": ANYWHERE,
    "langue": ANYONE,
    "silence": ANYONE,
    "installer": INSTALLING,
    "confidentialite": ANYONE,
    "mesdonnees": ANYONE,
    "corriger": ANYONE,
    "oublier": ANYONE,
    "consentements": ANYONE,
    "protection": MEMBERS,
    "incident": LEADS_ALONE,
    "effacer": TEAM_ONLY,
    "rouvrir": TEAM_ONLY,
    "exporter": LEADS_ONLY,
    "code": {"private": PEOPLE, "moderators": PEOPLE},
    "signaler": {"private": INSIDE, "group": PEOPLE},  # who writes in the group is in it
    "appel": ANYONE,
    "moi": ANYONE,
    "dossier": {"private": TEAM, "group": TEAM, "moderators": TEAM},
    "pause": ANYONE,
    "verifier": {"private": INSIDE, "group": PEOPLE},
    "regles": TEAM_ONLY,
    "faq": ASKED,
    "ressources": ANYONE,
    "questions": TEAM_ONLY,
    "recharger": LEADS_ONLY,
    "start": ANYONE,
    "statut": ANYONE,
    "annuler": ANYONE,
    "file": TEAM_ONLY,
    "cafe": TEAM_ALONE,
    "cafes": MEMBERS,
    "presences": TEAM_ALONE,
    "theme": MEMBERS,
    "themes": MEMBERS,
    "vote": MEMBERS,
}

BUTTONS: dict[str, Grid] = {
    **dict.fromkeys(("help.card", "language.set", "silence.set"), ANYONE),
    **dict.fromkeys(("installation.post_card",), ON_CARDS),
    **dict.fromkeys(("privacy.register", "privacy.data", "privacy.correct"), ANYONE),
    **dict.fromkeys(("privacy.relation", "privacy.region", "privacy.forget"), ANYONE),
    **dict.fromkeys(("privacy.forget_yes", "privacy.keep"), ANYONE),
    **dict.fromkeys(("privacy.consents", "privacy.withdraw", "privacy.withdraw_yes"), ANYONE),
    **dict.fromkeys(("protection.add", "protection.remove"), MEMBERS),
    **dict.fromkeys(("incident.new", "incident.show"), LEADS_ALONE),
    **dict.fromkeys(("incident.write", "incident.notice"), LEADS_ALONE),
    **dict.fromkeys(("pair.agree", "pair.decline"), ON_CARDS),
    **dict.fromkeys(("faq.entry", "faq.topics", "faq.topic", "faq.useful"), ANYONE),
    **dict.fromkeys(("faq.useless", "faq.person", "faq.more", "faq.settled"), ANYONE),
    **dict.fromkeys(("faq.retract",), ANYONE),
    **dict.fromkeys(("resources.needs", "resources.need", "resources.region"), ANYONE),
    **dict.fromkeys(("faq.close", "faq.reopen", "questions.show", "miss.undo"), ON_CARDS),
    **dict.fromkeys(("questions.confirm", "questions.undo"), LEADS_ON_CARDS),
    **dict.fromkeys(("miss.answer", "miss.draft", "miss.merge", "miss.into"), ON_CARDS),
    **dict.fromkeys(("miss.back", "miss.drop"), ON_CARDS),
    **dict.fromkeys(("apply.begin", "apply.agree", "apply.count", "apply.choose"), ANYONE),
    **dict.fromkeys(("apply.commit", "apply.restart", "apply.next"), ANYONE),
    **dict.fromkeys(("apply.region", "apply.code", "apply.change"), ANYONE),
    **dict.fromkeys(("apply.back", "apply.send"), ANYONE),
    **dict.fromkeys(("review.accept", "review.reasons", "review.refuse"), ON_CARDS),
    **dict.fromkeys(("review.card", "review.take", "review.recuse"), ON_CARDS),
    **dict.fromkeys(("review.undo", "review.ask", "review.list", "review.bring"), ON_CARDS),
    **dict.fromkeys(("entry.retry", "entry.let", "entry.remove"), ON_CARDS),
    **dict.fromkeys(("held.rephrase", "appeal.list", "appeal.begin", "appeal.send"), ANYONE),
    **dict.fromkeys(("pause.back",), ANYONE),
    **dict.fromkeys(("held.talk", "distress.tell", "code.accept", "pause.leave"), MEMBERS),
    **dict.fromkeys(("report.category", "report.words", "report.message"), MEMBERS),
    **dict.fromkeys(("report.team", "report.about", "report.talk", "verify.forward"), MEMBERS),
    **dict.fromkeys(("case.nothing", "case.reminder", "case.warning"), TEAM_ONLY),
    **dict.fromkeys(("case.suspension", "case.removal", "case.out", "case.ban"), TEAM_ONLY),
    **dict.fromkeys(("case.card", "case.take", "case.recuse", "case.undo"), TEAM_ONLY),
    **dict.fromkeys(("appeal.take", "appeal.grant", "appeal.keep"), TEAM_ONLY),
    **dict.fromkeys(("appeal.reopen", "record.show"), TEAM_ONLY),
    **dict.fromkeys(("record.bring", "code.ask"), ON_CARDS),
    **dict.fromkeys(("likeness.ask", "likeness.fine"), ON_CARDS),
    **dict.fromkeys(("rules.all", "rules.article", "rules.rule", "rules.set"), TEAM_ONLY),
    **dict.fromkeys(("trial.end", "trial.resume"), LEADS_ON_CARDS),
    **dict.fromkeys(("door.ask", "door.withdraw", "door.withdraw_yes"), ANYONE),
    **dict.fromkeys(("door.keep", "door.renew"), ANYONE),
    **dict.fromkeys(("alerts.send_again", "alerts.arrived"), ON_CARDS),
    **dict.fromkeys(("cafes.yes", "cafes.guest", "cafes.maybe", "cafes.no"), IN_GROUP),
    **dict.fromkeys(("cafes.take", "cafes.leave", "cafes.keep", "cafes.iam"), MEMBERS),
    **dict.fromkeys(("cafes.open", "cafes.file", "cafes.all_files", "cafes.who"), MEMBERS),
    **dict.fromkeys(("feedback.liked", "feedback.disliked", "feedback.themes"), MEMBERS),
    **dict.fromkeys(("feedback.send", "feedback.to_host"), MEMBERS),
    **dict.fromkeys(("morning.well", "morning.so", "morning.low"), MEMBERS),
    **dict.fromkeys(("host.accept", "host.decline"), MEMBERS),
    **dict.fromkeys(("desk.show", "desk.announce", "desk.drop", "desk.tell"), OWN_CAFE),
    **dict.fromkeys(("desk.cancel", "desk.cancelled", "desk.edit"), OWN_CAFE),
    **dict.fromkeys(("desk.not_held", "desk.was_not_held"), OWN_CAFE),
    **dict.fromkeys(("desk.field", "desk.theme", "desk.clear"), OWN_CAFE),
    **dict.fromkeys(("desk.date", "desk.day", "desk.closing", "host.show"), OWN_CAFE),
    **dict.fromkeys(("door.show", "door.more", "door.less", "door.names"), OWN_CAFE),
    **dict.fromkeys(("door.tick", "door.back", "door.close", "door.closed"), OWN_CAFE),
    **dict.fromkeys(("door.total", "door.correct", "feedback.read"), OWN_CAFE),
    **dict.fromkeys(("desk.create", "series.create"), TEAM_ALONE),
    **dict.fromkeys(("host.link", "host.me", "host.remove"), TEAM_ALONE),
    **dict.fromkeys(("presences.year", "presences.csv", "presences.xlsx"), TEAM_ALONE),
    **dict.fromkeys(("theme.cancel",), ANYONE),
    **dict.fromkeys(("theme.follow", "theme.leave"), MEMBERS),
    **dict.fromkeys(("ballot.on", "ballot.off"), ELECTORS),
    **dict.fromkeys(("proposal.approve", "proposal.merge", "proposal.reasons"), ON_CARDS),
    **dict.fromkeys(("proposal.decline", "proposal.back", "proposal.undo"), ON_CARDS),
    **dict.fromkeys(("vote.seats", "vote.ranked", "vote.days", "vote.tick"), TEAM_ALONE),
    **dict.fromkeys(("vote.untick", "vote.form", "vote.themes", "vote.day", "vote.on"), TEAM_ALONE),
    **dict.fromkeys(("vote.check", "vote.open", "vote.annul"), TEAM_ALONE),
    **dict.fromkeys(("vote.adopt", "vote.unadopt"), ON_CARDS),
}

STARTS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("aide", "membre", "confidentialite", "faq", "adhesion"), PEOPLE),
    **dict.fromkeys(("retenu", "code", "appel"), PEOPLE),
    "vote": PEOPLE,
    **dict.fromkeys(("signaler", "cafe_", "host_", "desk_"), INSIDE),
}
"""Deep links, by the word they begin with: for whom they do more than /start alone."""

ABOVE = (Role.MEMBER, Role.MODERATOR, Role.COORDINATOR)

UNKNOWN = "/commandequinexistepas"

HOSTED, ANOTHER = 1, 2
"""The cafés: the first is the host's, the second is a moderator's."""

ARGUMENTS = {"ballot.on": "1:1", "ballot.off": "1:1"}
"""What a button says of what it is about, where a number alone says nothing."""


def test_the_table_names_every_handler() -> None:
    assert {command.names[0] for command in ROUTES.commands} == set(COMMANDS)
    assert set(ROUTES.buttons) == set(BUTTONS)
    assert set(ROUTES.starts) == set(STARTS)


def expected_of_command(grid: Grid, role: str, kind: str) -> str:
    """Return what is to happen: ``answers``, ``closed``, ``points`` to private, or ``nothing``.

    ``closed`` is one sentence that says whom the command is for, to who is inside. ``nothing`` is
    the very answer that a command which does not exist gets, or the sentence of the votes: to who
    is outside, to who speaks under no name, and in other chats.
    """
    if role in grid.get(kind, ()):
        return "answers"
    if role in NOBODY or kind == "elsewhere" or (kind == "private" and role not in INSIDE):
        return "nothing"
    return "closed" if kind in grid else "points"


def _few(wrong: dict[Any, Any]) -> str:
    return "\n".join(f"{where}: {what}" for where, what in list(wrong.items())[:20])


def outcome_of_command(
    said: list[Said], unknown: list[Said], pointing: str, closed: dict[str, str], name: str
) -> str:
    """Return what happened; what quotes the command is compared as if it quoted the unknown one."""
    if len(said) == 1 and said[0].text in closed:
        return closed[said[0].text]
    quoted = re.compile(rf"/{name}\b")  # /cafe, and not the /cafes that members are told of
    if [replace(one, text=quoted.sub(UNKNOWN, one.text)) for one in said] == unknown:
        return "nothing"
    return "points" if [one.text for one in said] == [pointing] else "answers"


async def test_commands(tmp_path: Path) -> None:
    wrong = {}
    async with busy_town(tmp_path) as there, there.trying() as tries:
        pointing = str(there.content.words("fr").text("common.in_private"))
        words = there.content.words("fr")
        keys = [f"common.closed.{role.name.lower()}" for role in ABOVE]
        closed = {str(words.text(key)): "closed" for key in keys}
        closed[str(words.text("votes.members_only"))] = "nothing"
        for role in ROLES:
            for kind in CHATS:
                if role in NOBODY and kind == "private":
                    continue  # Telegram lets neither write there
                unknown = await tries(there.says_raw(role, kind, UNKNOWN))
                for command in ROUTES.commands:
                    name = command.names[0]
                    wanted = expected_of_command(COMMANDS[name], role, kind)
                    said = await tries(there.says_raw(role, kind, f"/{name}"))
                    found = outcome_of_command(said, unknown, pointing, closed, name)
                    if found != wanted:
                        wrong[name, role, kind] = f"{found}, not {wanted}"
    assert wrong == {}, _few(wrong)


def refusals(there: Town) -> set[str]:
    """Return what a press that is not for somebody is answered with, in every language."""
    keys = (
        *("common.toasts.not_yours", "common.toasts.unknown_button"),
        *("cafes.toasts.not_yours", "votes.toasts.not_a_member", "votes.toasts.came_after"),
    )
    words = [there.content.words(language) for language in there.content.languages]
    return {one.label(key) for one in words for key in keys}


def outcome_of_press(said: list[Said], refused: set[str]) -> str:
    """Return whether a press was refused."""
    answers = [one for one in said if one.method == "answerCallbackQuery"]
    return "refuses" if answers and answers[0].text in refused else "answers"


async def test_buttons(tmp_path: Path) -> None:
    wrong = {}
    async with busy_town(tmp_path) as there, there.trying() as tries:
        refused = refusals(there)
        for name, grid in BUTTONS.items():
            for role in ROLES:
                for kind in CHATS:
                    if role in NOBODY and kind == "private":
                        continue
                    data = f"{name}:{ARGUMENTS.get(name, HOSTED)}"
                    said = await tries(there.press_raw(role, kind, data))
                    found = outcome_of_press(said, refused)
                    wanted = "answers" if role in grid.get(kind, ()) else "refuses"
                    if found != wanted or (found == "refuses" and len(said) > 1):
                        wrong[name, role, kind] = f"{found}, not {wanted}: {said}"
    assert wrong == {}, _few(wrong)


async def test_deep_links(tmp_path: Path) -> None:
    wrong = {}
    async with busy_town(tmp_path) as there, there.trying() as tries:
        for role in PEOPLE:
            plain = await tries(there.says_raw(role, "private", "/start"))
            for word, roles in STARTS.items():
                said = await tries(there.says_raw(role, "private", f"/start {word.rstrip('_')}_1"))
                if role not in roles and said != plain:
                    wrong[word, role] = said
            for kind in ("group", "moderators", "elsewhere"):
                for word in STARTS:
                    said = await tries(there.says_raw(role, kind, f"/start {word.rstrip('_')}_1"))
                    if any(one.method != "sendMessage" for one in said) or len(said) > 1:
                        wrong[word, role, kind] = said
    assert wrong == {}, _few(wrong)


async def test_a_host_runs_one_cafe_alone(tmp_path: Path) -> None:
    """What the host may press about their café, they may not about another; the team may."""
    own = [name for name, grid in BUTTONS.items() if grid is OWN_CAFE]
    assert len(own) > 20
    async with busy_town(tmp_path) as there, there.trying() as tries:
        refused = refusals(there)
        for name in own:
            for role, wanted in (("host", "refuses"), ("moderator", "answers")):
                said = await tries(there.press_raw(role, "private", f"{name}:{ANOTHER}"))
                assert outcome_of_press(said, refused) == wanted, (name, role)


async def test_a_desk_opens_to_who_runs_its_cafe(tmp_path: Path) -> None:
    async with busy_town(tmp_path) as there, there.trying() as tries:
        for role in INSIDE:
            for cafe, runners in ((HOSTED, RUNS), (ANOTHER, TEAM)):
                said = await tries(there.says_raw(role, "private", f"/start desk_{cafe}"))
                assert bool(said) is (role in runners), (role, cafe)
