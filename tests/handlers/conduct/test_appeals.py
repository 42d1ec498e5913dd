"""Appeals: from outside the group too, answered by somebody who did not decide, never forgotten."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.simulator.models import Message, Person
from bot.storage import appeals
from tests.handlers.conduct.circle import Circle
from tests.stage import MORNING, RIGHTS

TOWN = ZoneInfo("America/Toronto")
HURT = "Tu es vraiment une moins que rien."


@pytest.fixture(params=["fr", "en"])
def person(circle: Circle, request: pytest.FixtureRequest) -> Person:
    return circle.lea if request.param == "fr" else circle.sam


async def case_about(circle: Circle, person: Person) -> None:
    """Théo reports what somebody wrote."""
    message = await circle.writes(person, HURT)
    await circle.reports(circle.theo, message)


async def warned(circle: Circle, person: Person, by: Person | None = None) -> None:
    await case_about(circle, person)
    await circle.decides(by or circle.marc, "Avertir")


async def removed(circle: Circle, person: Person, how: str = "sans bannir") -> None:
    await case_about(circle, person)
    for moderator, label in ((circle.marc, "Retirer…"), (circle.odile, "Moi aussi")):
        await circle.decides(moderator, label)
        await circle.decides(moderator, how)
    assert not circle.world.inside(person, circle.group)


async def appeals_now(circle: Circle, person: Person, words: str = "") -> None:
    await circle.says(person, "/appeal" if person is circle.sam else "/appel")
    await circle.chooses(person, "appeals.buttons.begin")
    if words:
        await circle.says(person, words)
    else:
        await circle.chooses(person, "appeals.buttons.send")


def muted(circle: Circle, person: Person) -> bool:
    return circle.group.member(person, circle.world.now()).status == "restricted"


def card(circle: Circle) -> Message:
    return circle.stands("Appel · C-1")[-1]


async def test_from_the_report_to_the_removal_to_the_appeal_to_the_return(
    circle: Circle, person: Person
) -> None:
    await removed(circle, person)
    assert circle.heard(circle.theo, "reports.treated") == 0, "Théo never opened the private chat"
    await appeals_now(circle, person, "J'ai perdu patience, je m'en excuse.")
    assert circle.is_told(person, "appeals.made")
    for words in (HURT, "J'ai perdu patience", "Marc", "Odile", "le retrait du groupe"):
        assert words in card(circle).text

    toast = await circle.decides(circle.nadia, "Accueillir")
    assert toast == circle.label(circle.nadia, "appeals.toasts.granted")
    assert circle.heard(person, "appeals.told.granted_removal") == 1
    assert "J'ai perdu patience" not in card(circle).text, "an answered card loses the words"
    await circle.taps(person, circle.label(person, "screening.buttons.enter"))
    assert circle.world.inside(person, circle.group)
    assert [act for _, act in await circle.acts("C-1") if act.startswith("appeal")] == [
        "appeal.make",
        "appeal.grant",
    ]


async def test_who_was_banned_comes_back_too(circle: Circle) -> None:
    await removed(circle, circle.lea, "Retirer et bannir")
    await appeals_now(circle, circle.lea)
    await circle.decides(circle.nadia, "Accueillir")
    await circle.taps(circle.lea, circle.label(circle.lea, "screening.buttons.enter"))
    assert circle.world.inside(circle.lea, circle.group)


async def test_who_decided_does_not_answer(circle: Circle) -> None:
    await removed(circle, circle.lea)
    await appeals_now(circle, circle.lea)
    for moderator in (circle.marc, circle.odile):
        for label in ("Accueillir", "Maintenir", "Je m'en occupe"):
            assert "quelqu'un d'autre doit répondre" in await circle.decides(moderator, label)
    assert (await appeals.still_open(circle.bot.db.reading()))[0].taken_by is None


async def test_an_old_button_says_that_the_appeal_has_had_its_answer(
    circle: Circle, person: Person
) -> None:
    await warned(circle, person)
    await appeals_now(circle, person)
    await circle.decides(circle.odile, "Maintenir")
    toast = await circle.forges(person, "appeal.begin:1")
    assert toast == circle.label(person, "appeals.toasts.appealed_and_kept")


async def test_a_decision_upheld_is_told_and_may_be_looked_at_once_more(
    circle: Circle, person: Person
) -> None:
    await warned(circle, person)
    await appeals_now(circle, person)
    assert "n'a rien ajouté" in card(circle).text
    await circle.decides(circle.odile, "Maintenir")
    assert circle.is_told(person, "appeals.told.kept", article=1)
    await circle.decides(circle.nadia, "Regarder encore")
    assert circle.is_told(person, "appeals.told.reopened")
    await circle.decides(circle.nadia, "Accueillir")
    assert circle.is_told(person, "appeals.told.granted_warning")
    await circle.says(person, "/appel")
    assert circle.is_told(person, "appeals.state.nothing_to_appeal")


async def test_an_appeal_granted_by_mistake_is_undone_with_one_tap(
    circle: Circle, person: Person
) -> None:
    await removed(circle, person)
    await appeals_now(circle, person)
    await circle.decides(circle.nadia, "Accueillir")
    await circle.taps(person, circle.label(person, "screening.buttons.enter"))
    assert circle.world.inside(person, circle.group)

    await circle.decides(circle.nadia, "Regarder encore")
    assert not circle.world.inside(person, circle.group), "the decision of two stands again"
    assert circle.is_told(person, "appeals.told.stands_again")
    assert "Demandé" in card(circle).text, "the appeal waits for an answer again"
    await circle.decides(circle.nadia, "Maintenir")
    assert circle.is_told(person, "appeals.told.kept", article=1)
    assert [act for _, act in await circle.acts("C-1") if act.startswith("appeal")] == [
        "appeal.make",
        "appeal.grant",
        "appeal.reopen",
        "appeal.keep",
    ]


async def test_a_warning_annulled_by_mistake_counts_again(circle: Circle) -> None:
    await warned(circle, circle.lea)
    await appeals_now(circle, circle.lea)
    await circle.decides(circle.odile, "Accueillir")
    await circle.wait(days=6)
    await circle.decides(circle.nadia, "Regarder encore")
    await circle.decides(circle.nadia, "Maintenir")
    await circle.says(circle.lea, "/moi")
    assert "l'avertissement" in circle.last(circle.lea) or "avertissement" in circle.last(
        circle.lea
    )


async def test_a_granted_appeal_stands_after_a_week(circle: Circle) -> None:
    await warned(circle, circle.lea)
    await appeals_now(circle, circle.lea)
    await circle.decides(circle.odile, "Accueillir")
    shown = card(circle)
    await circle.wait(days=7, hours=1)
    await circle.forges(circle.nadia, "appeal.reopen:1", shown)
    assert circle.heard(circle.lea, "appeals.told.stands_again") == 0


async def test_a_suspension_annulled_by_mistake_lasts_until_its_own_end(circle: Circle) -> None:
    await case_about(circle, circle.lea)
    await circle.decides(circle.marc, "Pause 24 h")
    await appeals_now(circle, circle.lea)
    await circle.decides(circle.odile, "Accueillir")
    assert not muted(circle, circle.lea)
    await circle.decides(circle.odile, "Regarder encore")
    assert muted(circle, circle.lea)


async def test_two_moderators_at_once(circle: Circle) -> None:
    await warned(circle, circle.lea)
    await appeals_now(circle, circle.lea)
    shown = card(circle)
    circle.world.press_data(circle.odile, shown, "appeal.keep:1")
    circle.world.press_data(circle.nadia, shown, "appeal.grant:1")
    await circle.settle()
    assert circle.toast(circle.nadia) == "Odile a déjà répondu."
    assert circle.heard(circle.lea, "appeals.told.kept", article=1) == 1
    assert circle.heard(circle.lea, "appeals.told.granted_warning") == 0


async def test_an_appeal_that_nobody_took_is_shown_again(circle: Circle) -> None:
    await warned(circle, circle.lea)
    await appeals_now(circle, circle.lea)
    await circle.wait(hours=47)
    assert not circle.stands("Personne n'a encore pris l'appel")
    await circle.wait(hours=2)
    assert len(circle.stands("Personne n'a encore pris l'appel C-1")) == 1
    toast = await circle.decides(circle.odile, "Je m'en occupe")
    assert toast == circle.label(circle.odile, "appeals.toasts.taken_now")
    assert "Odile s'en occupe" in card(circle).text
    await circle.wait(hours=48)
    assert circle.stands("pris par Odile, attend sa réponse depuis 4 jours")
    await circle.decides(circle.odile, "Maintenir")
    await circle.wait(days=6)
    assert len(circle.stands("attend sa réponse")) == 1


async def test_twenty_days_and_no_longer(circle: Circle) -> None:
    await warned(circle, circle.lea)
    last_day = circle.words(circle.lea).date((MORNING + timedelta(days=20)).astimezone(TOWN))
    assert f"jusqu'au {last_day}" in circle.last(circle.lea)
    await circle.wait(days=20, hours=13)  # eleven in the evening of that day
    await circle.says(circle.lea, "/appel")
    assert circle.is_told(circle.lea, "appeals.may", until=last_day)
    await circle.wait(hours=2)
    await circle.chooses(circle.lea, "appeals.buttons.begin")
    assert circle.toast(circle.lea) == circle.label(circle.lea, "appeals.toasts.too_late")
    await circle.says(circle.lea, "/appel")
    assert circle.is_told(circle.lea, "appeals.state.too_late")


async def test_one_appeal_a_decision(circle: Circle) -> None:
    await warned(circle, circle.lea)
    await circle.says(circle.lea, "/appel")
    offer = circle.message_with(circle.lea, "révision")
    await appeals_now(circle, circle.lea)
    toast = await circle.forges(circle.lea, "appeal.begin:1", offer)
    assert toast == circle.label(circle.lea, "appeals.toasts.appealed_already")
    await circle.says(circle.lea, "/appel")
    assert circle.is_told(circle.lea, "appeals.state.waits")
    assert len(circle.stands("Appel · C-1")) == 1


async def test_a_new_decision_on_the_same_case_may_be_appealed_again(circle: Circle) -> None:
    await warned(circle, circle.lea)
    await appeals_now(circle, circle.lea)
    await circle.decides(circle.odile, "Maintenir")
    await circle.decides(circle.nadia, "Annuler cette décision")
    await circle.decides(circle.nadia, "Rappel privé")
    await appeals_now(circle, circle.lea)
    await circle.decides(circle.marc, "Accueillir")
    assert circle.is_told(circle.lea, "appeals.told.granted_reminder")


async def test_a_decision_undone_meanwhile_ends_the_appeal(circle: Circle) -> None:
    await warned(circle, circle.lea)
    await appeals_now(circle, circle.lea)
    await circle.decides(circle.marc, "Annuler cette décision")
    assert "a annulé la décision avant de répondre" in card(circle).text


async def test_an_appeal_ends_with_the_decision_that_its_moderators_undo(circle: Circle) -> None:
    await warned(circle, circle.lea)
    await appeals_now(circle, circle.lea)
    await circle.decides(circle.marc, "Annuler cette décision")
    assert await appeals.still_open(circle.bot.db.reading()) == []
    assert card(circle).labels == []
    assert "rien à redire" not in card(circle).text
    await circle.wait(days=5)
    assert circle.stands("L'appel C-1") == []


async def test_an_appeal_is_granted_once_telegram_has_lifted_what_was_done(
    circle: Circle, person: Person
) -> None:
    await removed(circle, person, "Retirer et bannir")
    await appeals_now(circle, person)
    circle.world.set_bot_rights(circle.group, RIGHTS - {"can_restrict_members"})
    toast = await circle.decides(circle.nadia, "Accueillir")
    assert toast == circle.label(circle.nadia, "appeals.toasts.under_way")
    assert "L'annulation n'est pas faite" in card(circle).text
    assert circle.heard(person, "appeals.told.granted_removal") == 0

    circle.world.set_bot_rights(circle.group, RIGHTS)
    await circle.decides(circle.nadia, "Accueillir")
    assert circle.heard(person, "appeals.told.granted_removal") == 1
    await circle.taps(person, circle.label(person, "screening.buttons.enter"))
    assert circle.world.inside(person, circle.group)


async def test_nobody_appeals_for_another(circle: Circle) -> None:
    await warned(circle, circle.lea)
    zoe = circle.world.add_person("Zoé")
    await circle.starts(zoe, None)
    for person in (zoe, circle.sam):
        for data in ("appeal.begin:1", "appeal.send:1"):
            toast = await circle.forges(person, data)
            assert toast == circle.label(person, "appeals.toasts.not_yours")
        await circle.forges(person, "appeal.grant:1")
        await circle.says(person, "/appel")
        assert circle.is_told(person, "appeals.none")
    assert await circle.rows("SELECT * FROM appeals") == []


async def test_where_everyone_decided_coordinators_learn_it(circle: Circle) -> None:
    circle.world.leave(circle.odile, circle.team)
    await circle.settle()
    await case_about(circle, circle.lea)
    for moderator, label in ((circle.marc, "Retirer…"), (circle.nadia, "Moi aussi")):
        await circle.decides(moderator, label)
        await circle.decides(moderator, "sans bannir")
    await appeals_now(circle, circle.lea)
    assert "Personne ici ne peut répondre" in card(circle).text
    assert circle.heard(circle.nadia, "appeals.coordinators_needed", reference="C-1") == 1


async def test_the_evidence_stays_while_the_appeal_waits_then_goes(circle: Circle) -> None:
    await warned(circle, circle.lea)
    await circle.wait(days=19)
    await appeals_now(circle, circle.lea, "Relisez-moi.")
    await circle.wait(days=5)
    assert HURT in card(circle).text
    await circle.decides(circle.odile, "Maintenir")
    await circle.wait(days=8)
    kept = await circle.rows("SELECT text FROM case_evidence WHERE text NOT NULL")
    said = await circle.rows("SELECT words FROM appeals WHERE words NOT NULL")
    assert (kept, said) == ([], [])
