"""Screening under any order of presses, messages, duplicates, restarts and days."""

from __future__ import annotations

import asyncio
import copy
import re
import tempfile
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bot.simulator.errors import ImpossibleActError
from bot.simulator.models import Chat, Message, Person
from bot.storage import screening
from bot.storage.moments import to_text
from bot.storage.persons import person_hash
from handlers.buttons import pack
from moderation.screening import steps
from moderation.screening.decisions import Status
from moderation.screening.steps import Ask
from tests.stage import Stage

TOKEN = re.compile(r"mot\d+fin")
QUESTION = re.compile(r"\bQ-\d+\b")
"""How a card shows a question that its own author handed to a person, words and all."""
APPLICANTS = st.sampled_from(["lea", "paul", "odile"])
"""Odile moderates too: her own request is not hers to decide."""
EVERYBODY = st.sampled_from(["lea", "paul", "odile", "marc", "nadia"])
MODERATORS = st.sampled_from(["marc", "odile", "nadia"])
SAYINGS = (
    "Je cherche de l'écoute pour traverser la séparation avec mon enfant, {token}.",
    "{token}",
    "Je suis journaliste et je prépare un reportage sur votre groupe, {token}.",
    "Je n'en peux plus, je veux mourir, {token}.",
    "/annuler",
    "/statut",
    "/start",
    "/start adhesion",
    "/langue",
    "/nulle_part {token}",
)
VERBS = (
    *("accept",) * 4,
    *("undo",) * 3,
    *("recuse",) * 2,
    "ask",
    "take",
    "reasons",
    "refuse:purpose",
    "refuse:silent",
    "bring",
)
SPANS = (
    timedelta(minutes=3),
    timedelta(minutes=11),
    timedelta(hours=25),
    timedelta(hours=49),
    timedelta(days=8),
    timedelta(days=31),
)
NUMBERS = st.integers(min_value=0, max_value=10_000)


@dataclass
class Trail:
    """What the written acts on one file amount to, told anew from the first to the last."""

    approvals: set[int] = field(default_factory=set)
    recused: set[int] = field(default_factory=set)
    decided: bool = False
    admitted: bool = False
    """Whether enough moderators ever agreed."""


class Screening(RuleBasedStateMachine):
    """A town where anybody may press anything, in any order, as often as they like."""

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.folder = tempfile.TemporaryDirectory()
        self.stage = Stage(Path(self.folder.name))
        paul = self.stage.world.add_person("Paul")
        names = ("lea", "odile", "marc", "nadia")
        self.people: dict[str, Person] = {n: getattr(self.stage, n) for n in names} | {"paul": paul}
        self.link = self.stage.world.create_link(self.stage.group, self.stage.nadia, approval=True)
        self.buttons: dict[tuple[int, int, str], Message] = {}
        self.authors: dict[str, int] = {}
        self.updates: list[dict[str, Any]] = []
        self.let_by_hand: set[int] = set()
        self.calls = 0
        self.at_rest = True
        feed = self.stage.world.updates.append

        def append(kind: str, content: dict[str, Any]) -> Any:
            self.updates.append({kind: copy.deepcopy(content)})
            return feed(kind, content)

        self.stage.world.updates.append = append  # type: ignore[method-assign]
        self.run(self.stage.open())
        self.settle()

    def run(self, act: Coroutine[Any, Any, Any]) -> Any:
        return self.runner.run(act)

    def settle(self) -> None:
        """Let everything happen, then note every button that anybody could ever have seen."""
        self.run(self.stage.settle())
        self.at_rest = True
        for chat in self.stage.world.chats.values():
            for message in chat.messages.values():
                for row in message.buttons:
                    for button in row:
                        if button.data:
                            self.buttons[chat.id, message.message_id, button.data] = message

    def after(self, act: Callable[[], object], *, settled: bool) -> None:
        """Do something that the application may not allow, then settle, or not yet."""
        try:
            act()
        except ImpossibleActError:
            return
        self.at_rest = False
        if settled:
            self.settle()

    def chats_of(self, person: Person) -> list[Chat]:
        """Return where somebody can see buttons."""
        world, team = self.stage.world, self.stage.team
        return [world.private(person), *([team] if world.inside(person, team) else [])]

    def token(self, person: Person) -> str:
        """Return a word that only this person ever wrote."""
        token = f"mot{len(self.authors)}fin"
        self.authors[token] = person.id
        return token

    # What people do

    @initialize(first=st.booleans(), second=st.booleans())
    def two_people_have_asked(self, first: bool, second: bool) -> None:
        self.asks_at_once("lea", flagged=first)
        self.asks_at_once("paul", flagged=second)

    @rule(name=APPLICANTS, flagged=st.booleans())
    def asks_at_once(self, name: str, flagged: bool) -> None:
        """Somebody goes through the whole conversation faster than the bot answers."""
        person, world = self.people[name], self.stage.world
        rows = self.run(self.stage.rows("SELECT COALESCE(MAX(id), 0) AS last FROM applications"))
        number = rows[0]["last"] + 1
        message = self.started(person)
        if message is None:
            return

        def press(verb: str, step: str, *args: str) -> None:
            world.press_data(person, message, pack(f"apply.{verb}", number, step, *args))

        def write(step: str) -> None:
            world.write(person, None, SAYINGS[2 if flagged else 0].format(token=self.token(person)))
            press("next", step)

        press("begin", "welcome")
        press("agree", "consent")
        press("count", "statistics", "no")
        press("choose", "q-link", "mother")
        write("q-link")
        write("q-hopes")
        press("commit", "q-protection")
        write("q-protection")
        press("code", "code")
        press("send", "summary")
        self.settle()

    def started(self, person: Person) -> Message | None:
        try:
            return self.stage.world.start(person, "adhesion")
        except ImpossibleActError:
            return None

    @rule(name=EVERYBODY, which=NUMBERS, settled=st.booleans())
    def presses_what_they_see(self, name: str, which: int, settled: bool) -> None:
        """Somebody presses a button on their screen; a way in is a button too."""
        person, world = self.people[name], self.stage.world
        shown = [
            (message, button.text)
            for chat in self.chats_of(person)
            for message in world.seen(person, None if chat.person else chat)[-6:]
            for row in message.buttons
            for button in row
        ]
        if shown:
            message, label = shown[-1 - which % len(shown)]
            self.after(lambda: world.press(person, message, label), settled=settled)

    @rule(name=EVERYBODY, which=NUMBERS, settled=st.booleans())
    def presses_what_was_once_seen(self, name: str, which: int, settled: bool) -> None:
        """Somebody presses any button there ever was: old, or of somebody else's screen."""
        if self.buttons:
            person = self.people[name]
            (chat_id, _, data), message = list(self.buttons.items())[which % len(self.buttons)]
            own = self.chats_of(person)
            if chat_id not in [chat.id for chat in own]:
                place = own[which % len(own)]
                message = next(reversed(place.messages.values()), message)
            press = self.stage.world.press_data
            self.after(lambda: press(person, message, data), settled=settled)

    @rule(name=APPLICANTS, which=NUMBERS, settled=st.booleans())
    def writes(self, name: str, which: int, settled: bool) -> None:
        person, saying = self.people[name], SAYINGS[which % len(SAYINGS)]
        text = saying.format(token=self.token(person))
        self.after(lambda: self.stage.world.write(person, None, text), settled=settled)

    @rule(
        name=MODERATORS, verb=st.sampled_from(VERBS), back=st.integers(0, 2), settled=st.booleans()
    )
    def decides(self, name: str, verb: str, back: int, settled: bool) -> None:
        """Somebody who moderates presses a button of one of the newest files' cards."""
        person, world, team = self.people[name], self.stage.world, self.stage.team
        cards = [message for message in team.messages.values() if message.sender is world.bot]
        rows = self.run(self.stage.rows("SELECT id FROM applications ORDER BY id DESC LIMIT 3"))
        if cards and len(rows) > back:
            verb, *rest = verb.split(":")
            data = pack(f"review.{verb}", rows[back]["id"], *rest)
            self.after(lambda: world.press_data(person, cards[-1], data), settled=settled)

    @rule(name=MODERATORS)
    def answers_the_bots_question(self, name: str) -> None:
        """A moderator replies to the message that asks for their question to the person."""
        person, world, team = self.people[name], self.stage.world, self.stage.team
        prompts = [m for m in world.seen(person, team) if "répondez à ce message" in m.text]
        if prompts:
            self.after(
                lambda: world.write(person, team, "Depuis quand?", reply_to=prompts[-1]),
                settled=True,
            )

    @rule(name=APPLICANTS)
    def asks_by_the_link_for_approval(self, name: str) -> None:
        world = self.stage.world
        self.after(lambda: world.join_request(self.people[name], self.link), settled=True)

    @rule(name=APPLICANTS, which=NUMBERS)
    def follows_a_one_time_link(self, name: str, which: int) -> None:
        """Somebody follows a way in, maybe one that was made for another."""
        links = [u for u, link in self.stage.group.links.items() if not link.creates_join_request]
        if links:
            url = links[which % len(links)]
            self.after(lambda: self.stage.world.join(self.people[name], url), settled=True)

    @rule(name=APPLICANTS)
    def leaves_the_group(self, name: str) -> None:
        world = self.stage.world
        self.after(lambda: world.leave(self.people[name], self.stage.group), settled=True)

    @rule(name=APPLICANTS)
    def blocks_the_bot(self, name: str) -> None:
        self.stage.world.block_bot(self.people[name])
        self.settle()

    # What happens to everybody

    @precondition(lambda self: self.updates)
    @rule(which=NUMBERS)
    def an_update_comes_twice(self, which: int) -> None:
        """The same press or message arrives again, as after an answer that got lost."""
        again = copy.deepcopy(self.updates[-1 - which % min(len(self.updates), 8)])
        if set(again) <= {"message", "callback_query", "chat_join_request"}:
            self.stage.world.feed(again)
            self.settle()

    @rule(span=st.sampled_from(SPANS))
    def time_passes(self, span: timedelta) -> None:
        self.stage.clock.move(span)
        self.settle()

    @rule(part=st.sampled_from(["keep", "work", "send"]))
    def the_bot_is_stopped_half_way(self, part: str) -> None:
        """It kept what came, or also worked it, or also began to send; then it starts again."""
        self.run(self.half_way(part))
        self.run(self.stage.close())
        self.run(self.stage.open())
        self.settle()

    async def half_way(self, part: str) -> None:
        bot = self.stage.bot
        await bot.intake.poll(0)
        if part != "keep":
            await bot.worker.work()
        if part == "send":
            await bot.sender.turn()
            calls = list(bot.sender._tasks)
            await asyncio.gather(*calls, return_exceptions=True)  # the bot never learns of it

    # What always holds

    @precondition(lambda self: self.at_rest)
    @invariant()
    def nothing_fails_and_every_call_conforms(self) -> None:
        failed = self.run(self.stage.rows("SELECT kind, error FROM inbox WHERE attempts > 0"))
        assert [tuple(row) for row in failed] == []
        assert self.stage.api.nonconformities == []

    @precondition(lambda self: self.at_rest)
    @invariant()
    def nobody_has_two_open_files(self) -> None:
        rows = self.run(
            self.stage.rows(
                "SELECT user_id FROM applications"
                " WHERE status IN ('invited', 'draft', 'sent', 'asked')"
            )
        )
        people = [row["user_id"] for row in rows]
        assert len(people) == len(set(people))

    @precondition(lambda self: self.at_rest)
    @invariant()
    def nothing_is_sent_without_consent_answers_and_code(self) -> None:
        for file in self.files():
            if file.status not in (Status.SENT, Status.ASKED, Status.ACCEPTED):
                continue
            person = person_hash(self.stage.bot.db.reading(), file.user_id)
            given = self.run(
                self.stage.rows(
                    "SELECT 1 FROM consents WHERE person = ? AND purpose = 'screening'"
                    " AND given_at BETWEEN ? AND ?",
                    person,
                    to_text(file.opened_at),
                    to_text(file.sent_at or file.opened_at),
                )
            )
            code = self.run(
                self.stage.rows("SELECT 1 FROM code_acceptances WHERE person = ?", person)
            )
            assert given, file.reference
            assert code, file.reference
            assert file.code_digest, file.reference
            kept = self.run(screening.answers(self.stage.bot.db.reading(), file.id))
            if file.status is not Status.ACCEPTED:  # later, the answers are destroyed
                for ask in self.asks():
                    assert steps.is_complete(ask, kept[ask.id]), file.reference

    @precondition(lambda self: self.at_rest)
    @invariant()
    def nobody_is_admitted_without_the_approvals_needed(self) -> None:
        trails = {file.id: self.trail(file) for file in self.files()}
        for file in self.files():
            assert trails[file.id].admitted or file.status is not Status.ACCEPTED
            decided = file.status in (Status.ACCEPTED, Status.REFUSED)
            assert decided == (file.decided_by is not None)
            assert trails[file.id].decided or not decided
        admitted = {file.user_id for file in self.files() if trails[file.id].admitted}
        files = {file.reference: file for file in self.files()}
        calls = [c for c in self.stage.api.calls[self.calls :] if c.error is None]
        self.calls = len(self.stage.api.calls)
        for call in calls:
            if call.method == "approveChatJoinRequest":
                assert call.params["user_id"] in admitted
            if call.method == "createChatInviteLink":
                assert trails[files[call.params["name"]].id].admitted
            if call.method == "restrictChatMember":
                permissions = call.params["permissions"]
                if permissions.get("can_send_messages"):
                    self.let_by_hand.add(call.params["user_id"])
        for person in self.people.values():
            member = self.stage.group.member(person, self.stage.world.now())
            if member.inside and member.allowed("can_send_messages") and not member.is_admin:
                assert person.id in admitted | self.let_by_hand, person.first_name

    @precondition(lambda self: self.at_rest)
    @invariant()
    def answers_are_read_where_they_may_be_and_no_longer_than_needed(self) -> None:
        waiting = {f.user_id for f in self.files() if f.status.waits_for_decision}
        for chat in self.stage.world.chats.values():
            for message in chat.messages.values():
                if message.deleted or message.sender is not self.stage.world.bot:
                    continue
                authors = {self.authors[token] for token in TOKEN.findall(message.text)}
                if chat is self.stage.team:
                    assert authors <= waiting or QUESTION.search(message.text), message.text
                else:
                    assert authors <= {chat.id}, message.text

    @precondition(lambda self: self.at_rest)
    @invariant()
    def nobody_but_the_applicant_changes_answers(self) -> None:
        tx = self.stage.bot.db.reading()
        for file in self.files():
            for answer in self.run(screening.answers(tx, file.id)).values():
                assert {self.authors[t] for t in TOKEN.findall(answer.text)} <= {file.user_id}

    def files(self) -> list[screening.Application]:
        """Return the files whose person is still known."""
        numbers = self.run(self.stage.rows("SELECT id FROM applications WHERE user_id NOT NULL"))
        tx = self.stage.bot.db.reading()
        return [self.run(screening.application(tx, row["id"])) for row in numbers]

    def asks(self) -> list[Ask]:
        """Return what the questions want."""
        questions = self.stage.questions(self.stage.lea)
        return [Ask(q.id, q.kind, q.details, q.min_length, q.max_length) for q in questions]

    def trail(self, file: screening.Application) -> Trail:
        """Follow the written acts on a file; whatever may not follow is a failure here."""
        acts = self.run(
            self.stage.rows(
                "SELECT moderator_id, act FROM reviews WHERE application_id = ? ORDER BY id",
                file.id,
            )
        )
        moderators = {self.people[name].id for name in ("marc", "odile", "nadia")}
        trail = Trail()
        for row in acts:
            _follow(trail, row["moderator_id"], row["act"], 2 if file.flagged else 1)
            assert row["moderator_id"] in moderators - {file.user_id}
        return trail

    def teardown(self) -> None:
        self.run(self.stage.close())
        self.runner.close()
        self.folder.cleanup()


def _follow(trail: Trail, moderator: int, act: str, needed: int) -> None:
    """Add one act to a trail."""
    if act in ("accept", "refuse", "ask"):
        assert not trail.decided
        assert moderator not in trail.recused
    match act:
        case "accept":
            assert moderator not in trail.approvals
            trail.approvals.add(moderator)
            trail.decided = len(trail.approvals) >= needed
            trail.admitted |= trail.decided
        case "refuse":
            trail.decided = True
        case "undo" if trail.decided:
            trail.decided = False
            trail.approvals.clear()
        case "undo":
            trail.approvals.remove(moderator)
        case "recuse":
            trail.recused.add(moderator)
            trail.approvals.discard(moderator)
        case "return":
            trail.recused.discard(moderator)


THOROUGH = settings().max_examples > 100
"""``pytest --hypothesis-profile=thorough``: more stories, at random, the failing one shortened."""

TestScreening = Screening.TestCase
TestScreening.settings = settings(
    max_examples=settings().max_examples // 12,  # each example is a whole story
    stateful_step_count=40,
    deadline=None,
    derandomize=not THOROUGH,
    phases=list(Phase) if THOROUGH else [Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
