"""A removal is a whole procedure: two people, the evidence, the notice, what follows elsewhere."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.simulator.models import Person
from bot.storage import screening
from bot.storage.conduct import cases
from moderation.conduct.ladder import Step
from moderation.screening.decisions import Status
from tests.handlers.conduct.watch import PHONE, Watch
from tests.stage import RIGHTS, plain


async def held(watch: Watch, person: Person) -> None:
    """Somebody's message is held, and makes the case C-1."""
    await watch.writes(person, PHONE[watch.words(person).language])


async def says(watch: Watch, moderator: Person, how: str) -> str:
    """A moderator speaks for a removal: the button, then one of the two ways."""
    labels = watch.card_of().labels
    first = "agree" if watch.label(moderator, "conduct.buttons.agree") in labels else "removal"
    await watch.press(moderator, first)
    return await watch.press(moderator, how)


def status(watch: Watch, person: Person) -> str:
    return watch.group.member(person, watch.world.now()).status


async def test_two_different_people_remove_and_the_person_learns_how_to_appeal(
    watch: Watch, member: Person
) -> None:
    await held(watch, member)
    toast = await says(watch, watch.marc, "out")
    assert toast == watch.label(watch.marc, "conduct.toasts.another_needed")
    assert "Marc propose le retrait; il manque" in watch.card_of().text
    alone = await watch.forges(watch.marc, "case.out:1", watch.card_of())
    assert alone == watch.label(watch.marc, "conduct.toasts.said_already")
    assert status(watch, member) == "member"

    toast = await says(watch, watch.odile, "out")
    assert toast == watch.label(watch.odile, "conduct.toasts.under_way")
    assert status(watch, member) == "left"
    said = watch.last(member)
    assert plain(watch.words(member).text("conduct.happened.article_2")) in said
    assert "13 décembre 2026" in said or "December 13, 2026" in said
    card = watch.card_of()
    assert "Retrait du groupe (article 2). Marc, Odile" in card.text
    assert PHONE[watch.words(member).language] not in card.text
    acts = await watch.acts("C-1")
    assert [act for _, act in acts] == ["conduct.removal", "conduct.removal", "conduct.removed"]


async def test_a_ban_takes_two_who_both_want_it(watch: Watch) -> None:
    await held(watch, watch.lea)
    await says(watch, watch.marc, "ban")
    await says(watch, watch.odile, "out")
    assert status(watch, watch.lea) == "left"


async def test_banned_by_both_with_the_evidence_kept(watch: Watch) -> None:
    await held(watch, watch.lea)
    await says(watch, watch.marc, "ban")
    await says(watch, watch.odile, "ban")
    assert status(watch, watch.lea) == "kicked"
    assert await watch.kept() == [PHONE["fr"]]
    assert "avec bannissement" in watch.card_of().text


async def test_without_the_right_the_case_stays_open_and_says_which(watch: Watch) -> None:
    await held(watch, watch.lea)
    watch.world.set_bot_rights(watch.group, RIGHTS - {"can_restrict_members"})
    await says(watch, watch.marc, "ban")
    await says(watch, watch.odile, "ban")
    assert (await watch.case()).is_open
    assert "il me manque le droit « Bannir des membres »" in watch.card_of().text
    assert "Pour le retrait : Marc, Odile." in watch.card_of().text
    assert "il manque l'accord" not in watch.card_of().text
    assert "plus partie" not in watch.last(watch.lea)

    watch.world.set_bot_rights(watch.group, RIGHTS)
    await says(watch, watch.odile, "ban")
    assert status(watch, watch.lea) == "kicked"


async def test_an_administrator_of_the_group_cannot_be_removed_by_a_bot(watch: Watch) -> None:
    await held(watch, watch.lea)
    watch.world.promote(watch.group, watch.lea)
    await says(watch, watch.marc, "out")
    await says(watch, watch.odile, "out")
    assert "cette personne administre le groupe" in watch.card_of().text
    assert (await watch.case()).is_open


async def test_who_blocked_the_bot_is_removed_and_the_card_says_they_were_not_told(
    watch: Watch,
) -> None:
    await held(watch, watch.lea)
    watch.world.block_bot(watch.lea)
    await says(watch, watch.marc, "out")
    await says(watch, watch.odile, "out")
    assert status(watch, watch.lea) == "left"
    assert "n'a pas pu être prévenue" in watch.card_of().text


async def test_a_voice_is_taken_back(watch: Watch) -> None:
    await held(watch, watch.lea)
    await says(watch, watch.marc, "out")
    await watch.press(watch.marc, "take_back")
    await says(watch, watch.odile, "out")
    assert status(watch, watch.lea) == "member"
    assert (await watch.case()).is_open


async def test_undone_the_person_comes_back_without_questions(watch: Watch) -> None:
    await held(watch, watch.lea)
    await says(watch, watch.marc, "ban")
    await says(watch, watch.odile, "ban")
    await watch.press(watch.marc, "undo")
    assert status(watch, watch.lea) == "left"
    assert watch.is_told(watch.lea, "screening.way_back"), "she asked for nothing"
    await watch.chooses(watch.lea, "screening.buttons.enter")
    assert status(watch, watch.lea) == "member"


async def test_removed_nobody_comes_back_unseen(watch: Watch) -> None:
    await held(watch, watch.theo)
    await says(watch, watch.marc, "out")
    await says(watch, watch.odile, "out")
    link = watch.world.create_link(watch.group, watch.nadia)
    watch.world.join(watch.theo, link)
    await watch.settle()
    assert status(watch, watch.theo) == "restricted"
    assert "Théo est dans le groupe sans demande acceptée" in watch.stands("Théo")[-1].text


async def test_every_way_in_is_shut_with_a_removal(watch: Watch) -> None:
    async with watch.bot.db.transaction() as tx:
        file = await screening.open_application(tx, watch.lea.id, Status.ACCEPTED, watch.clock.time)
        link = watch.world.create_link(watch.group, watch.nadia)
        await screening.set_link(tx, file.id, link.url, watch.clock.time)
    await held(watch, watch.lea)
    await says(watch, watch.marc, "out")
    await says(watch, watch.odile, "out")
    found = await screening.latest(watch.bot.db.reading(), watch.lea.id)
    assert found is not None
    assert (found.status, found.link) == (Status.EXPIRED, None)
    asked = [call.params for call in watch.api.calls if call.method == "revokeChatInviteLink"]
    assert [params["invite_link"] for params in asked] == [link.url]


PRESSES = st.lists(
    st.tuples(
        st.sampled_from(["marc", "odile", "nadia", "lea"]),
        st.sampled_from(["out", "ban", "out", "ban", "undo", "recuse", "warning", "nothing"]),
    ),
    min_size=3,
    max_size=12,
)


@given(PRESSES)
@settings(max_examples=12, deadline=None, derandomize=True)
def test_whatever_the_order_of_presses_nobody_is_removed_by_one(
    presses: list[tuple[str, str]],
) -> None:
    async def play() -> None:
        with tempfile.TemporaryDirectory() as folder:
            watch = Watch(Path(folder))
            await watch.open()
            try:
                await watch.gather()
                await held(watch, watch.lea)
                for who, verb in presses:
                    await watch.forges(getattr(watch, who), f"case.{verb}:1", watch.card_of())
                    await no_one_alone(watch)
            finally:
                await watch.close()

    asyncio.run(play())


async def no_one_alone(watch: Watch) -> None:
    """Check that who is out of the group was put out by two people who may decide."""
    tx, case = watch.bot.db.reading(), await watch.case()
    out = status(watch, watch.lea) in ("left", "kicked")
    if case.step is Step.REMOVAL:
        by = await cases.decided_by(tx, case)
        assert len(by - set(await cases.standing(tx, 1, "recuse")) - {watch.lea.id}) >= 2
    else:
        assert not out or "conduct.removed" in [act for _, act in await watch.acts("C-1")]


async def test_who_left_the_team_has_no_voice_on_the_card(watch: Watch) -> None:
    await held(watch, watch.lea)
    await says(watch, watch.marc, "out")
    watch.world.leave(watch.marc, watch.team)
    await watch.settle()
    await says(watch, watch.odile, "out")
    assert (await watch.case()).is_open
    assert "☑️ Odile propose le retrait; il manque l'accord" in watch.card_of().text
