"""Votes under any order of taps, duplicates, departures, restarts and hours.

One ballot a person, members alone, nothing counted after the closing; the result is that of the
ballots, whatever order they came in and however often the bot stopped meanwhile.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Coroutine
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bot.community.votes.ballots import approving, ordering
from bot.community.votes.elections import Method
from bot.community.votes.publication import close, record
from bot.community.votes.themes import Theme
from bot.simulator.models import Message, Person
from handlers.buttons import pack
from tests.handlers.town import tell
from tests.handlers.votes.hall import NAMES, Hall

MEMBERS = st.integers(0, len(NAMES) - 1)
THEMES = st.integers(1, 9)
FIRST = st.tuples(*[st.lists(THEMES, min_size=1, max_size=4, unique=True)] * len(NAMES))
TAPS = st.lists(st.tuples(MEMBERS, THEMES, st.booleans()), min_size=1, max_size=8)
FEWEST = 8
"""Acts before a vote may end."""
FORMS = {"approval": (), "season": ("more", "more"), "ranked": ("ranked",)}
METHODS = {
    "approval": (Method.APPROVAL, 1),
    "season": (Method.PHRAGMEN, 3),
    "ranked": (Method.SCHULZE, 1),
}
DAYS = timedelta(days=7, hours=9)
"""From the opening, on a Monday at 10:00, to the closing at 20:00 a week later, less an hour."""


class Voting(RuleBasedStateMachine):
    """A vote in which six members, a stranger and a clock do what they like."""

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.folder = tempfile.TemporaryDirectory()
        self.hall = Hall(Path(self.folder.name))
        self.run(self.hall.open())
        self.run(self.hall.settle())
        self.chosen: dict[int, list[int]] = {}
        """What the ballot of each person says, as they were told."""
        self.former: dict[int, list[Message]] = {}
        self.out: set[int] = set()
        self.removed: set[int] = set()
        self.ended = False
        self.passed = timedelta(0)
        self.acts = 0

    def run(self, act: Coroutine[Any, Any, Any]) -> Any:
        return self.runner.run(act)

    def settle(self) -> None:
        self.run(self.hall.settle())

    def teardown(self) -> None:
        try:
            if not self.ended:
                self.end()
        finally:
            self.run(self.hall.close())
            self.runner.close()
            self.folder.cleanup()

    @initialize(form=st.sampled_from(sorted(FORMS)), first=FIRST)
    def opens(self, form: str, first: tuple[list[int], ...]) -> None:
        """Everybody opens the ballot and says something, before anything can go wrong."""
        self.form = form
        self.run(self.hall.opens_vote(*FORMS[form]))
        for number, themes in enumerate(first):
            self.opens_ballot(number)
            self.taps([(number, theme, True) for theme in themes])

    def person(self, number: int) -> Person:
        return self.hall.members[number]

    def may_vote(self, number: int) -> bool:
        return not self.ended and number not in self.out | self.removed

    # What members do

    @rule(number=MEMBERS)
    def opens_ballot(self, number: int) -> None:
        """By the link of the card, again and again; an earlier message may stay."""
        person = self.person(number)
        shown = self.messages(number)
        if number not in self.out:
            self.run(self.hall.starts(person, "vote_1"))
        if self.may_vote(number):
            self.former.setdefault(number, []).extend(shown)
            assert len(self.messages(number)) >= 1

    @rule(taps=TAPS)
    def taps(self, taps: list[tuple[int, int, bool]]) -> None:
        """Several tap on their newest ballots, perhaps twice, before the bot does anything."""
        for number, theme, on in taps:
            name = "ballot.on" if on else "ballot.off"
            message = self.hall.ballot(self.person(number))
            self.hall.world.press_data(self.person(number), message, pack(name, 1, theme))
            if self.may_vote(number):
                self.note(number, theme, on=on)

    @rule(taps=TAPS)
    def taps_and_settles(self, taps: list[tuple[int, int, bool]]) -> None:
        self.taps(taps + taps)
        self.settle()

    def note(self, number: int, theme: int, *, on: bool) -> None:
        chosen = self.chosen.setdefault(number, [])
        if not on and theme in chosen:
            chosen.remove(theme)
        elif on and theme not in chosen and (self.form != "ranked" or len(chosen) < 3):
            chosen.append(theme)

    @rule(number=MEMBERS, theme=THEMES)
    def taps_a_former_ballot(self, number: int, theme: int) -> None:
        """It changes nothing, even where the message is gone."""
        self.settle()
        newest = self.hall.ballot(self.person(number)).message_id
        for message in self.former.get(number, [])[-1:]:
            if message.message_id != newest:
                data = pack("ballot.on", 1, theme)
                self.hall.world.press_data(self.person(number), message, data)

    @rule(theme=THEMES)
    def a_stranger_taps(self, theme: int) -> None:
        """Somebody who is in no chat forges a ballot."""
        lea = self.hall.lea
        self.run(self.hall.starts(lea, None))
        message = self.hall.world.seen(lea)[-1]
        self.hall.world.press_data(lea, message, pack("ballot.on", 1, theme))

    @rule(number=MEMBERS)
    def leaves(self, number: int) -> None:
        if number not in self.out:
            self.hall.world.leave(self.person(number), self.hall.group)
            self.out.add(number)

    @rule(number=MEMBERS)
    def comes_back(self, number: int) -> None:
        if number in self.out:
            self.hall.world.add_member(self.hall.group, self.person(number))
            self.out.discard(number)

    @rule(number=MEMBERS)
    def is_put_out(self, number: int) -> None:
        """Moderators remove somebody; what became of the vote in which they took part is void."""
        self.settle()
        content = {"user_id": self.person(number).id, "case": 1, "banned": False}
        self.run(tell(self.hall, "member_removed", **content))
        if not self.ended:
            self.removed.add(number)

    # What happens to the bot

    @rule()
    def rests(self) -> None:
        self.settle()

    @rule()
    def restarts(self) -> None:
        self.run(self.hall.restart())

    @precondition(lambda self: not self.ended)
    @rule(hours=st.integers(1, 60))
    def time_passes(self, hours: int) -> None:
        self.settle()
        span = min(timedelta(hours=hours), DAYS - self.passed)
        self.passed += span
        self.run(self.hall.wait(seconds=span.total_seconds()))

    @precondition(lambda self: not self.ended and self.acts > FEWEST)
    @rule()
    def ends(self) -> None:
        self.end()

    def end(self) -> None:
        self.settle()
        counting = self.counted()
        self.run(self.hall.wait(days=9))
        self.ended = True
        self.result = self.kept()
        assert self.result == (self.expected(counting) if counting else None)

    # What holds

    @invariant()
    def one_ballot_a_person(self) -> None:
        rows = self.run(self.hall.rows("SELECT COUNT(*) AS n FROM ballots"))
        self.acts += 1
        assert rows[0]["n"] <= (0 if self.ended else len(NAMES))

    @precondition(lambda self: self.ended)
    @invariant()
    def nothing_is_counted_after_the_closing(self) -> None:
        assert self.kept() == self.result

    def messages(self, number: int) -> list[Message]:
        seen = self.hall.world.seen(self.person(number))
        return [m for m in seen if any(label[0] in "☐☑⟨" for label in m.labels)]

    def counted(self) -> list[list[int]]:
        """Return the ballots that count: of who may vote now, and says something."""
        present = (n for n in range(len(NAMES)) if self.may_vote(n))
        return [self.chosen[number] for number in present if self.chosen.get(number)]

    def expected(self, counting: list[list[int]]) -> dict[str, Any]:
        """Return what follows from these ballots alone, in another order than they came in."""
        kept = self.kept()
        themes = [
            Theme(told["id"], told["title"], date.fromisoformat(told["proposed_on"]))
            for told in kept["themes"]
        ]
        made = ordering if self.form == "ranked" else approving
        ballots = [made(chosen) for chosen in reversed(counting)]
        method, seats = METHODS[self.form]
        return record(close(1, method, seats, themes, ballots, kept["secret"]))

    def kept(self) -> Any:
        rows = self.run(self.hall.rows("SELECT publication FROM votes WHERE id = 1"))
        return rows[0]["publication"] and self.run(self.hall.published())


THOROUGH = settings().max_examples > 100
"""``pytest --hypothesis-profile=thorough``: more votes, at random, the failing one shortened."""

TestVoting = Voting.TestCase
TestVoting.settings = settings(
    max_examples=settings().max_examples // 12,  # each example is a whole vote
    stateful_step_count=30,
    deadline=None,
    derandomize=not THOROUGH,
    phases=list(Phase) if THOROUGH else [Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
