"""What one person may not do alone: proposed by one, agreed to by another, then done."""

from __future__ import annotations

from datetime import timedelta

from telegram import Update

from bot.community.members import Place, Role
from bot.storage import agenda, members, screening
from bot.storage.privacy import proposals
from bot.storage.privacy.proposals import Proposal
from content import Html, Words
from handlers.buttons import Button, number, pack
from handlers.context import Context
from handlers.members import name_of
from handlers.privacy import forgetting, listing
from handlers.privacy.tracing import stand_in, trace
from handlers.routes import Due, Fact, Pressed, Routes, Where

OPEN_FOR = timedelta(hours=24)
EXPIRED = "privacy.pair_over"
ERASE, EXPORT, OPEN, WEAKEN = "erase", "export", "open", "weaken"
NOBODY_ELSE = "all"
"""The subject of what is about everyone."""


def register(on: Routes) -> None:
    """What is proposed, how it is settled, and what this feature then does itself."""
    places = (Where.PRIVATE, Where.MODERATORS)
    on.command("effacer", "erase", act=propose_erasure, role=Role.MODERATOR, where=places)
    on.command("rouvrir", "reopen", act=propose_opening, role=Role.MODERATOR, where=places)
    on.command("exporter", "export", act=propose_export, role=Role.COORDINATOR, where=places)
    on.button("pair.agree", agree, Role.MODERATOR, Where.MODERATORS)
    on.button("pair.decline", decline, Role.MODERATOR, Where.MODERATORS)
    on.due(EXPIRED, expire)
    on.fact("agreed_by_two", carry_out)
    on.fact("two_needed", propose_for_others)


def _card(number: int) -> str:
    return f"pair:{number}"


async def propose(kind: str, subject: str, by: int, context: Context) -> bool:
    """Put a proposal before the moderators; False where they have no chat.

    Once agreed, the fact ``agreed_by_two`` (kind, subject, by, other) goes to every feature.
    """
    chat_id = await context.chat_id(Place.MODERATORS)
    if chat_id is None:
        return False
    ends_at = context.now + OPEN_FOR
    found = await proposals.propose(context.tx, kind, subject, by, context.now, ends_at)
    await trace(context, by, f"propose_{kind}", _reference(kind, subject, context))
    words = await context.words()
    until = words.moment(found.expires_at.astimezone(context.community.timezone))
    text = words.text(
        "privacy.pair.card",
        who=await name_of(found.proposed_by, context),
        what=await _what(found, words, context),
        until=until,
    )
    buttons = [
        Button(words.label("privacy.buttons.agree"), pack("pair.agree", found.id)),
        Button(words.label("privacy.buttons.decline"), pack("pair.decline", found.id)),
    ]
    name = _card(found.id)
    await context.say(chat_id, text, [buttons], message=name, key=name, silent=context.is_night)
    await agenda.schedule(context.tx, EXPIRED, found.id, ends_at)
    return True


def _reference(kind: str, subject: str, context: Context) -> str:
    """Return what the audit may keep of a subject: no number of somebody to erase."""
    if kind == ERASE:
        return stand_in(int(subject), context)
    return f"D-{subject}" if kind == OPEN else subject


async def _what(found: Proposal, words: Words, context: Context) -> Html:
    """Return what is proposed; somebody to erase by the name that is known of them."""
    if found.kind == ERASE:
        person = await members.person(context.tx, int(found.subject))
        if person is None or not person.name:
            return words.text("privacy.pair.erase_unknown", subject=found.subject)
        return words.text("privacy.pair.erase", subject=found.subject, name=person.name)
    return _said(found, words)


def _said(found: Proposal, words: Words) -> Html:
    if found.kind == WEAKEN:
        name, _, mode = found.subject.partition(":")
        rule = words.label(f"conduct.rules.{name}")
        return words.text(f"privacy.pair.weaken_{mode}", rule=rule)
    return words.text(f"privacy.pair.{found.kind}", **_values(found))


def _what_settled(found: Proposal, words: Words) -> Html:
    """Return what was proposed; who was to be erased stays on no settled card."""
    return words.text("privacy.pair.erased") if found.kind == ERASE else _said(found, words)


def _values(found: Proposal) -> dict[str, str]:
    return {} if found.subject == NOBODY_ELSE else {"subject": found.subject}


# What is proposed


async def propose_erasure(update: Update, context: Context) -> None:
    """Propose to erase somebody, by their file or their Telegram number."""
    await _propose_about(update, ERASE, context)


async def propose_opening(update: Update, context: Context) -> None:
    """Propose to open a decided file again."""
    await _propose_about(update, OPEN, context)


async def propose_export(update: Update, context: Context) -> None:
    """Propose to take out the list of members."""
    if update.effective_user is not None and update.effective_message is not None:
        chat_id = update.effective_message.chat_id
        await _propose(EXPORT, NOBODY_ELSE, update.effective_user.id, chat_id, context)


async def _propose_about(update: Update, kind: str, context: Context) -> None:
    user, message = update.effective_user, update.effective_message
    if user is None or message is None:
        return
    words = await context.words(user.id)
    said = (context.args or [""])[0].upper()
    named = number([said.removeprefix("D-")])
    if not named:
        await context.say(message.chat_id, words.text(f"privacy.pair.how_{kind}"))
        return
    is_account = kind == ERASE and not said.startswith("D-")
    subject = str(named) if is_account else await _of_file(kind, named, context)
    if subject is None:
        why = await _why_not(kind, named, context)
        await context.say(message.chat_id, words.text(f"privacy.pair.{why}"))
    elif await _stepped_aside(kind, subject, user.id, context):
        await context.say(message.chat_id, words.text("privacy.pair.stepped_aside"))
    else:
        await _propose(kind, subject, user.id, message.chat_id, context)


async def _of_file(kind: str, named: int, context: Context) -> str | None:
    """Return the account of a file to erase, or the number of the decided file to open."""
    file = await screening.application(context.tx, named)
    if file is None or (kind == OPEN and file.status.is_open):
        return None
    return str(file.user_id if kind == ERASE else file.id)


async def _why_not(kind: str, named: int, context: Context) -> str:
    """Return why there is nothing to propose about a file."""
    file = await screening.application(context.tx, named)
    waits = kind == OPEN and file is not None and file.status.waits_for_decision
    return "not_decided" if waits else "not_found"


async def _stepped_aside(kind: str, subject: str, user_id: int, context: Context) -> bool:
    """Tell whether a moderator stepped aside from the file to open, which they then do not read."""
    if kind != OPEN:
        return False
    return user_id in await screening.standing(context.tx, int(subject), "recuse")


async def _propose(kind: str, subject: str, by: int, chat_id: int, context: Context) -> None:
    words = await context.words(by)
    if await propose(kind, subject, by, context) and chat_id == by:
        await context.say(chat_id, words.text("privacy.pair.proposed"))


async def propose_for_others(fact: Fact, context: Context) -> None:
    """Propose what another feature may not do on one person's word."""
    content = fact.content
    await propose(content["kind"], content["subject"], content["by"], context)


# How it is settled


async def agree(press: Pressed, context: Context) -> None:
    """Do what was proposed, where another person than the first agrees."""
    found = await _open(press, context)
    if found is None:
        return
    await proposals.settle(context.tx, found.id, "agreed", press.user.id, context.now)
    reference = _reference(found.kind, found.subject, context)
    await trace(context, press.user.id, f"agree_{found.kind}", reference)
    await _say_settled(found, "agreed", press.user.id, context)
    await context.tell(
        "agreed_by_two",
        str(found.id),
        kind=found.kind,
        subject=found.subject,
        by=found.proposed_by,
        other=press.user.id,
    )


async def decline(press: Pressed, context: Context) -> None:
    """Drop what was proposed; who proposed it may take it back."""
    found = await _open(press, context, also_proposer=True)
    if found is not None:
        await proposals.settle(context.tx, found.id, "declined", press.user.id, context.now)
        await _say_settled(found, "declined", press.user.id, context)


async def _open(
    press: Pressed, context: Context, *, also_proposer: bool = False
) -> Proposal | None:
    """Return the proposal that a press may settle; say why not otherwise."""
    found = await proposals.proposal(context.tx, number(press.args) or 0)
    why = ""
    if found is None or not found.is_open(context.now):
        why = "over"
    elif found.kind == ERASE and found.subject == str(press.user.id):
        why = "concerned"
    elif found.proposed_by == press.user.id and not also_proposer:
        why = "another"
    elif not await _still_proposes(found, context):
        why = "over"
    elif await _stepped_aside(found.kind, found.subject, press.user.id, context):
        why = "stepped_aside"
    if not why:
        return found
    words = await context.words(press.user.id)
    await context.answer(press.query_id, words.label(f"privacy.toasts.{why}"), alert=True)
    return None


async def _still_proposes(found: Proposal, context: Context) -> bool:
    """Tell whether who proposed still has the role for it, and has not stepped aside since."""
    needed = Role.COORDINATOR if found.kind == EXPORT else Role.MODERATOR
    if await context.role(found.proposed_by) < needed:
        return False
    return not await _stepped_aside(found.kind, found.subject, found.proposed_by, context)


async def expire(due: Due, context: Context) -> None:
    """Close a proposal that nobody confirmed."""
    found = await proposals.proposal(context.tx, int(due.key))
    if found is not None and found.state == "open":
        await proposals.settle(context.tx, found.id, "expired", None, context.now)
        await _say_settled(found, "expired", None, context)


async def _say_settled(found: Proposal, how: str, other: int | None, context: Context) -> None:
    chat_id = await context.chat_id(Place.MODERATORS)
    if chat_id is None:
        return
    words = await context.words()
    values = {"what": _what_settled(found, words)}
    if how == "agreed":
        values["who"] = Html.quote(await name_of(found.proposed_by, context))
    if other is not None:
        values["other"] = Html.quote(await name_of(other, context))
    await context.change(chat_id, _card(found.id), words.text(f"privacy.pair.{how}", **values))


# What is then done here


async def carry_out(fact: Fact, context: Context) -> None:
    """Erase whom two persons agreed to erase; give the list of members that two asked for."""
    if fact.content["kind"] == ERASE:
        await forgetting.begin(int(fact.content["subject"]), fact.content["by"], context)
    elif fact.content["kind"] == EXPORT:
        await listing.give(fact.content["by"], context)
