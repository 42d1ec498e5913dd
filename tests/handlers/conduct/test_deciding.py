"""Moderators decide on a case: each button, two at once, and all of it undone again."""

from __future__ import annotations

import pytest

from bot.simulator.models import Person
from bot.storage.conduct import rules
from moderation.conduct.ladder import Step
from tests.handlers.conduct.watch import PHONE, Watch
from tests.stage import RIGHTS, plain

INSULT = {"fr": "T'es une conne.", "en": "You are an idiot."}
STEPS = ("reminder", "warning", "suspension")


async def held(watch: Watch, person: Person) -> None:
    """Somebody's message is held, and makes the case C-1."""
    await watch.writes(person, PHONE[watch.words(person).language])


def told(watch: Watch, person: Person, step: str) -> bool:
    """Tell whether somebody's newest text begins as the words of a step do."""
    template = watch.words(person).templates[f"conduct.told.{step}"].text
    return watch.last(person).startswith(plain(template).splitlines()[0])


@pytest.mark.parametrize("step", STEPS)
async def test_each_step_tells_what_happened_what_to_do_and_how_to_appeal(
    watch: Watch, member: Person, step: str
) -> None:
    await held(watch, member)
    toast = "under_way" if step == "suspension" else "done"
    assert await watch.press(watch.marc, step) == watch.label(watch.marc, f"conduct.toasts.{toast}")

    words, said = watch.words(member), watch.last(member)
    assert told(watch, member, step)
    assert plain(words.text("conduct.happened.article_2")) in said
    assert plain(words.text("conduct.do.article_2")) in said
    assert PHONE[words.language] in said, "the person knows which message it is"
    assert ("/appeal" if words.language == "en" else "/appel ") in said
    card = watch.card_of()
    assert PHONE[words.language] not in card.text
    assert "Marc" in card.text
    assert card.labels == [watch.label(watch.marc, "conduct.buttons.undo")]


async def test_nothing_wrong_gives_the_message_back(watch: Watch, member: Person) -> None:
    await held(watch, member)
    await watch.press(watch.marc, "nothing")
    assert told(watch, member, "nothing")
    await watch.chooses(member, "conduct.buttons.copy")
    assert PHONE[watch.words(member).language] in watch.last(member)
    assert "Rien à redire. Marc" in watch.card_of().text


async def test_the_person_is_suspended_a_day_then_told_that_it_is_over(
    watch: Watch, member: Person
) -> None:
    await held(watch, member)
    await watch.press(watch.marc, "suspension")
    assert watch.group.member(member, watch.world.now()).status == "restricted"
    await watch.wait(hours=24, minutes=1)
    assert watch.group.member(member, watch.world.now()).status != "restricted"
    assert watch.is_told(member, "conduct.told.suspension_over")


async def test_of_two_suspensions_the_longer_one_stands(watch: Watch, member: Person) -> None:
    await held(watch, member)
    await watch.writes(member, INSULT[watch.words(member).language])
    await watch.press(watch.marc, "suspension")
    await watch.wait(hours=2)
    await watch.press(watch.marc, "suspension", 2)
    await watch.press(watch.odile, "undo", 1)
    assert watch.group.member(member, watch.world.now()).status == "restricted"
    assert "Une autre tient encore" in watch.last(member) or "Another still" in watch.last(member)
    await watch.wait(hours=25)
    assert watch.heard(member, "conduct.told.suspension_over") == 1
    assert watch.group.member(member, watch.world.now()).status == "member"


async def test_who_comes_back_is_suspended_until_the_end_of_the_longer_one(watch: Watch) -> None:
    await held(watch, watch.lea)
    await watch.writes(watch.lea, INSULT[watch.words(watch.lea).language])
    await watch.press(watch.marc, "suspension")
    await watch.wait(hours=2)
    await watch.press(watch.marc, "suspension", 2)
    watch.world.leave(watch.lea, watch.group)
    await watch.settle()
    watch.world.join(watch.lea, watch.world.create_link(watch.group, watch.nadia))
    await watch.settle()
    await watch.wait(hours=23)
    assert watch.group.member(watch.lea, watch.world.now()).status == "restricted"
    await watch.wait(hours=2)
    assert watch.group.member(watch.lea, watch.world.now()).status == "member"


async def test_the_end_of_a_suspension_is_told_once_by_the_last_one(watch: Watch) -> None:
    await held(watch, watch.lea)
    await watch.writes(watch.lea, INSULT[watch.words(watch.lea).language])
    await watch.press(watch.marc, "suspension")
    await watch.wait(hours=2)
    await watch.press(watch.marc, "suspension", 2)
    await watch.wait(hours=22, minutes=30)
    assert watch.heard(watch.lea, "conduct.told.suspension_over") == 0
    await watch.wait(hours=2)
    assert watch.heard(watch.lea, "conduct.told.suspension_over") == 1


async def test_who_was_removed_meanwhile_is_not_welcomed_back(watch: Watch) -> None:
    await held(watch, watch.lea)
    await watch.writes(watch.lea, INSULT[watch.words(watch.lea).language])
    await watch.press(watch.marc, "suspension")
    for moderator, first in ((watch.marc, "removal"), (watch.odile, "agree")):
        await watch.press(moderator, first, 2)
        await watch.press(moderator, "out", 2)
    await watch.wait(hours=25)
    assert watch.heard(watch.lea, "conduct.told.suspension_over") == 0


@pytest.mark.parametrize("step", ["nothing", *STEPS])
async def test_every_step_is_undone_and_the_person_learns_it(
    watch: Watch, member: Person, step: str
) -> None:
    await held(watch, member)
    await watch.press(watch.marc, step)
    await watch.press(watch.odile, "undo")
    assert watch.is_told(member, f"conduct.undone.{step}")
    assert (await watch.case()).is_open
    assert PHONE[watch.words(member).language] in watch.card_of().text
    assert watch.group.member(member, watch.world.now()).status == "member"
    await watch.press(watch.marc, "nothing")
    assert (await watch.case()).step is Step.NOTHING


async def test_a_case_that_is_open_again_is_recalled_too(watch: Watch) -> None:
    await held(watch, watch.lea)
    await watch.press(watch.marc, "warning")
    await watch.wait(hours=30)
    assert watch.stands("C-1 attend depuis") == []
    await watch.press(watch.odile, "undo")
    await watch.wait(hours=25)
    assert len(watch.stands("C-1 attend depuis 24 heures")) == 1


async def test_two_at_the_same_instant_the_second_learns_who_decided(watch: Watch) -> None:
    await held(watch, watch.lea)
    card = watch.card_of()
    for who, verb in ((watch.marc, "reminder"), (watch.odile, "suspension")):
        watch.world.press_data(who, card, f"case.{verb}:1")
    await watch.settle()
    assert watch.toast(watch.odile) == "C'est déjà décidé, par Marc."
    assert (await watch.case()).step is Step.REMINDER
    assert watch.group.member(watch.lea, watch.world.now()).status == "member"


async def test_who_stepped_aside_decides_nothing_until_they_come_back(watch: Watch) -> None:
    await held(watch, watch.lea)
    await watch.press(watch.marc, "recuse")
    assert "Se récuse : Marc" in watch.card_of().text
    refused = watch.label(watch.marc, "conduct.toasts.recused")
    assert await watch.press(watch.marc, "warning") == refused
    assert (await watch.case()).is_open
    await watch.press(watch.marc, "recuse")
    await watch.press(watch.marc, "warning")
    assert (await watch.case()).step is Step.WARNING


async def test_one_person_looks_after_a_case(watch: Watch) -> None:
    await held(watch, watch.lea)
    await watch.press(watch.marc, "take")
    assert "👤 Marc s'en occupe." in watch.card_of().text
    assert await watch.press(watch.odile, "release") == watch.label(
        watch.odile, "conduct.toasts.taken"
    )
    await watch.press(watch.marc, "release")
    assert "s'en occupe" not in watch.card_of().text


async def test_members_and_forged_presses_decide_nothing(watch: Watch) -> None:
    await held(watch, watch.lea)
    for verb in ("nothing", "warning", "suspension", "out", "ban", "take", "undo"):
        await watch.forges(
            watch.theo, f"case.{verb}:1", watch.world.seen(watch.theo, watch.group)[-1]
        )
        await watch.forges(watch.lea, f"case.{verb}:1")
        await watch.forges(watch.marc, f"case.{verb}:1")  # a moderator, away from the card
        await watch.forges(watch.marc, f"case.{verb}:77", watch.card_of())
    assert (await watch.case()).is_open
    assert await watch.rows("SELECT 1 FROM case_acts") == []


async def test_the_ladder_is_climbed_and_fades(watch: Watch) -> None:
    for number, step in enumerate(("reminder", "warning"), start=1):
        await held(watch, watch.lea)
        await watch.press(watch.marc, step, number)
        await watch.wait(minutes=20)
    await held(watch, watch.lea)
    card = watch.card_of(3)
    assert "un rappel en privé il y a" in card.text
    assert "Suggestion : une pause de 24 heures." in card.text
    await watch.press(watch.marc, "nothing", 3)
    await watch.wait(days=61)
    await held(watch, watch.lea)
    assert "(effacé)" in watch.card_of(4).text
    assert "Suggestion : un rappel en privé." in watch.card_of(4).text


async def test_the_evidence_goes_once_no_appeal_can_be_made(watch: Watch) -> None:
    await held(watch, watch.lea)
    await watch.press(watch.marc, "warning")
    await watch.wait(days=20)
    assert await watch.kept() == [PHONE["fr"]]
    assert watch.card_of().labels == []
    await watch.wait(days=2)
    assert await watch.kept() == [""]


async def test_the_verdicts_make_each_rule_s_precision(watch: Watch) -> None:
    await held(watch, watch.lea)
    await watch.press(watch.marc, "nothing")
    await held(watch, watch.sam)
    await watch.press(watch.marc, "reminder", 2)
    found = await rules.precision(watch.bot.db.reading())
    assert (found["phone"].right, found["phone"].wrong, found["phone"].share) == (1, 1, 0.5)
    await watch.press(watch.marc, "undo", 2)
    assert (await rules.precision(watch.bot.db.reading()))["phone"].right == 0


async def test_a_suspension_without_the_right_leaves_the_case_open(watch: Watch) -> None:
    await held(watch, watch.lea)
    watch.world.set_bot_rights(watch.group, RIGHTS - {"can_restrict_members"})
    await watch.press(watch.marc, "suspension")
    assert (await watch.case()).is_open
    assert "il me manque le droit « Bannir des membres »" in watch.card_of().text
    assert not told(watch, watch.lea, "suspension")
    watch.world.set_bot_rights(watch.group, RIGHTS)
    await watch.press(watch.marc, "suspension")
    assert (await watch.case()).step is Step.SUSPENSION
    assert told(watch, watch.lea, "suspension")


async def test_what_telegram_does_not_lift_is_not_said_to_be_undone(
    watch: Watch, member: Person
) -> None:
    await held(watch, member)
    await watch.press(watch.marc, "suspension")
    watch.world.set_bot_rights(watch.group, RIGHTS - {"can_restrict_members"})
    toast = await watch.press(watch.odile, "undo")
    assert toast == watch.label(watch.odile, "conduct.toasts.under_way")
    assert "la décision tient encore : il me manque le droit" in watch.card_of().text
    assert (await watch.case()).step is Step.SUSPENSION
    assert not watch.is_told(member, "conduct.undone.suspension")

    watch.world.set_bot_rights(watch.group, RIGHTS)
    await watch.press(watch.odile, "undo")
    assert watch.is_told(member, "conduct.undone.suspension")
    assert watch.group.member(member, watch.world.now()).status == "member"
    assert "tient encore" not in watch.card_of().text


async def test_every_act_is_in_the_audit(watch: Watch) -> None:
    await held(watch, watch.lea)
    await watch.press(watch.marc, "warning")
    await watch.press(watch.odile, "undo")
    assert await watch.acts("C-1") == [
        (watch.marc.id, "conduct.warning"),
        (watch.odile.id, "conduct.undo"),
    ]
