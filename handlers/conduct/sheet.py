"""What a case's card says, and its buttons: the message itself is there only until a decision."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.community.members import Place
from bot.storage import members, reports
from bot.storage.conduct import cases, evidence, rules
from bot.storage.conduct.cases import ACT_OF, Case
from bot.storage.conduct.evidence import Evidence, Kept
from content import Html, Words
from content.markup import strip_tags, utf16_length
from handlers.buttons import Button, Rows, pack
from handlers.conduct.standing import lacks_people, state_of
from handlers.context import Context
from handlers.members import name_of
from moderation.conduct.decisions import REMOVAL_TAKES, UNDO_FOR, CaseState
from moderation.conduct.ladder import Past, Step, counts_still, recommend
from moderation.signals.distress import distress

MESSAGE_LIMIT = 4096
"""UTF-16 units (https://core.telegram.org/bots/api#sendmessage)."""

SHORTER = (1500, 700, 300, 120, 40)
"""Characters of each message and report, tried in turn until the card fits."""

MESSAGES_SHOWN = 5
FINDINGS_SHOWN = 8
REPORTS_SHOWN = 5
GRAVE = "threat_to_life"
UNDER_WAY = "under_way"
NOT_LIFTED = "lift_"
"""How the trouble begins that Telegram made about undoing a decision."""
RIGHT = {"ban": "can_restrict_members", "delete": "can_delete_messages"}


async def render(case: Case, context: Context) -> tuple[Html, Rows]:
    """Return a card's text and buttons for where its case stands."""
    words = await context.words()
    if case.is_open:
        return await _open_card(case, words, context), await _open_buttons(case, words, context)
    return await _closed_card(case, words, context), _closed_buttons(case, words, context)


# What waits for a decision


async def _open_card(case: Case, words: Words, context: Context) -> Html:
    kept = await evidence.of(context.tx, case.id)
    found = await evidence.findings(context.tx, case.id)
    reported = await reports.of(context.tx, case.id)
    grave = [words.text("conduct.card.grave")] if is_grave(found) else []
    heading = await _heading(case, kept, words, context)
    head = [*grave, heading, *_findings(found, words)]
    history = await _history(case, kept, found, words, context)
    tail = [history, *await _standing(case, kept, words, context)]
    for most in SHORTER:
        said = [*_reports(reported, words, most), *_messages(kept, words, most)]
        text = Html("\n".join([*head, *said, "", *tail]))
        if utf16_length(strip_tags(text)) <= MESSAGE_LIMIT:
            break
    return text


async def _heading(case: Case, kept: Sequence[Evidence], words: Words, context: Context) -> Html:
    sources = {each.source for each in kept}
    gone = any(each.removal in ("asked", "done") for each in kept)
    kind = "held" if gone else "reported" if sources <= {"report"} else "flagged"
    when = words.moment(case.opened_at.astimezone(context.community.timezone))
    name = await shown_name(case, words, context)
    text = words.text(f"conduct.card.{kind}", reference=case.reference, name=name, when=when)
    if context.community.dry_run:
        return Html(f"{words.text('conduct.card.dry_run')}\n{text}")
    trial = await rules.trial(context.tx)
    if kind == "flagged" and (trial is None or context.now < trial.ends_at):
        return Html(f"{words.text('conduct.card.trial')}\n{text}")
    return text


async def shown_name(case: Case, words: Words, context: Context) -> str:
    """Return the display name of who a case is about; a chat that writes may have none known."""
    if case.user_id > 0:
        return await person_name(case.user_id, words, context)
    if case.user_id == await context.chat_id(Place.GROUP):
        return words.label("conduct.card.anonymous")
    person = await members.person(context.tx, case.user_id)
    label = words.label("conduct.card.channel")
    return f"{label} : {person.name}" if person else label


async def person_name(user_id: int, words: Words, context: Context) -> str:
    """Return the display name of somebody, or words for who had theirs erased; never a number."""
    person = await members.person(context.tx, user_id)
    return person.name if person and person.name else words.label("conduct.card.nameless")


def _findings(found: Sequence[Kept], words: Words) -> list[Html]:
    return [_finding(each, words) for each in _each_once(found)[:FINDINGS_SHOWN]]


def _each_once(found: Iterable[Kept]) -> list[Kept]:
    return list({(each.rule, each.excerpt): each for each in found}.values())


def _finding(found: Kept, words: Words) -> Html:
    what = words.label(f"conduct.rules.{found.rule}")
    if not found.excerpt:
        return words.text("conduct.card.finding_bare", what=what, article=found.article)
    return words.text(
        "conduct.card.finding", what=what, article=found.article, excerpt=found.excerpt
    )


def _reports(found: Sequence[reports.Report], words: Words, most: int) -> list[Html]:
    if not found:
        return []
    lines = [words.count("conduct.card.reports", len(found))]
    for each in found[-REPORTS_SHOWN:]:
        category = words.label(f"reports.categories.{each.category}")
        if each.words:
            said = Html.quote(_cut(each.words, most))
            lines.append(words.text("conduct.card.report_words", category=category, words=said))
        else:
            lines.append(words.text("conduct.card.report", category=category))
    return lines


def _messages(kept: Sequence[Evidence], words: Words, most: int) -> list[Html]:
    said = [each for each in kept if each.text]
    lines = [
        words.text("conduct.card.text", text=Html.quote(_cut(each.text, most)))
        for each in said[-MESSAGES_SHOWN:]
    ]
    if (others := len(said) - MESSAGES_SHOWN) > 0:
        lines.append(words.text("conduct.card.more", n=others))
    return lines


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[:most]} […]"


def is_grave(found: Iterable[Kept]) -> bool:
    """Tell whether somebody's life is threatened: this rings, at night too."""
    return any(each.rule == GRAVE for each in found)


async def _history(
    case: Case, kept: Sequence[Evidence], found: Sequence[Kept], words: Words, context: Context
) -> Html:
    past = await cases.past(context.tx, case.user_id, but=case.id)
    steps = ", ".join(_past(each, words, context) for each in past if not each.undone)
    line = words.text("conduct.card.history" if steps else "conduct.card.no_history", steps=steps)
    if case.user_id < 0:
        return line
    if any(distress(each.text) for each in kept):  # help first, whatever else they wrote
        return Html(f"{line}\n{words.text('conduct.card.advice_help')}")
    spoke = {case.rule, *(each.rule for each in found)}
    step = max(recommend(past, context.now, rule) for rule in spoke)
    advice = words.label(f"conduct.steps.{ACT_OF[step]}")
    return Html(f"{line}\n{words.text('conduct.card.advice', step=advice)}")


def _past(past: Past, words: Words, context: Context) -> str:
    key = "history_step" if counts_still(past, context.now) else "history_faded"
    step = words.label(f"conduct.steps.{ACT_OF[past.step]}")
    span = words.span(context.now - past.at)
    return words.label(f"conduct.card.{key}", step=step, span=span)


async def _standing(
    case: Case, kept: Sequence[Evidence], words: Words, context: Context
) -> list[Html]:
    state = await state_of(case, context)
    lines = [_not_removed(each, words) for each in ("no_rights", "too_old") if _any(kept, each)]
    if case.trouble:
        lines.append(trouble(case.trouble, words))
    if case.told == "no":
        lines.append(words.text("conduct.card.not_told"))
    if state.voices:
        lines.append(await _voices(case, state, words, context))
    if case.taken_by is not None:
        name = await name_of(case.taken_by, context)
        lines.append(words.text("conduct.card.taken", name=name))
    if state.recused:
        names = await names_of(state.recused, context)
        lines.append(words.text("conduct.card.recused", names=names))
    if await lacks_people(case, state, context):
        lines.append(words.text("conduct.card.lacks_moderators"))
    return lines


def _any(kept: Sequence[Evidence], removal: str) -> bool:
    return any(each.removal == removal for each in kept)


def _not_removed(why: str, words: Words) -> Html:
    right = words.label(f"installation.right.{RIGHT['delete']}")
    values = {"right": right} if why == "no_rights" else {}
    return words.text(f"conduct.card.not_removed_{why}", **values)


def trouble(why: str, words: Words) -> Html:
    """Return why Telegram did not do, or has not yet done, what a decision or its undoing asks."""
    if why == UNDER_WAY:
        return words.text("conduct.card.under_way")
    lift = NOT_LIFTED if why.startswith(NOT_LIFTED) else ""
    if why.endswith("no_rights"):
        right = words.label(f"installation.right.{RIGHT['ban']}")
        return words.text(f"conduct.card.trouble_{lift}no_rights", right=right)
    known = why if why == "is_administrator" else f"{lift}other"
    return words.text(f"conduct.card.trouble_{known}")


async def _voices(case: Case, state: CaseState, words: Words, context: Context) -> Html:
    said = await cases.standing(context.tx, case.id, "removal")
    hows = {said.get(user) for user in state.voices}
    key = "voices_ban" if hows == {"ban"} else "voices"
    if len(state.voices) >= REMOVAL_TAKES:
        key = "voices_enough"
    names = await names_of(state.voices, context)
    return words.text(f"conduct.card.{key}", names=names)


async def names_of(people: Iterable[int], context: Context) -> str:
    """Return display names, one after the other."""
    return ", ".join([await name_of(user_id, context) for user_id in sorted(people)])


async def _open_buttons(case: Case, words: Words, context: Context) -> Rows:
    voices = await cases.standing(context.tx, case.id, "removal")
    helm = [
        _choice(case, "take" if case.taken_by is None else "release", "take", words),
        _choice(case, "recuse", "recuse", words),
    ]
    if case.user_id < 0:
        return [
            [_choice(case, "nothing", "nothing", words), _choice(case, "seen", "reminder", words)],
            helm,
        ]
    rows = [
        [_choice(case, "nothing", "nothing", words), _choice(case, "reminder", "reminder", words)],
        [
            _choice(case, "warning", "warning", words),
            _choice(case, "suspension", "suspension", words),
        ],
        [_choice(case, "agree" if voices else "removal", "removal", words)],
        helm,
    ]
    if voices:
        rows.append([_choice(case, "take_back", "undo", words)])
    return rows


def _choice(case: Case, label: str, verb: str, words: Words) -> Button:
    return Button(words.label(f"conduct.buttons.{label}"), pack(f"case.{verb}", case.id))


async def removal_choice(case: Case, words: Words, context: Context) -> tuple[Html, Rows]:
    """Return the card with the two ways to remove somebody in the place of its buttons."""
    text, _ = await render(case, context)
    back = Button(words.label("common.buttons.back"), pack("case.card", case.id))
    return text, [
        [_choice(case, "out", "out", words)],
        [_choice(case, "ban", "ban", words)],
        [back],
    ]


# What was decided


async def _closed_card(case: Case, words: Words, context: Context) -> Html:
    act = ACT_OF[case.step or Step.NOTHING]
    when = words.moment((case.decided_at or context.now).astimezone(context.community.timezone))
    lines = [
        words.text(
            f"conduct.closed.{'ban' if case.banned else act}",
            reference=case.reference,
            name=await shown_name(case, words, context),
            article=case.article,
            who=await names_of(await cases.decided_by(context.tx, case), context),
            when=when,
        )
    ]
    if case.rehearsal and case.step is not Step.NOTHING:
        lines.append(words.text("conduct.closed.dry_run"))
    if case.told == "no":
        lines.append(words.text("conduct.card.not_told"))
    if case.trouble:
        lines.append(trouble(case.trouble, words))
    if case.undone:
        lines.append(words.text("conduct.closed.annulled"))
    return Html("\n".join(lines))


def _closed_buttons(case: Case, words: Words, context: Context) -> Rows:
    if case.undone or case.decided_at is None or context.now - case.decided_at >= UNDO_FOR:
        return []
    return [[Button(words.label("conduct.buttons.undo"), pack("case.undo", case.id))]]
