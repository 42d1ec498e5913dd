"""The two doors: the deep link, and a join request that is never declined by silence."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.simulator.models import InviteLink, Person
from moderation.screening import steps
from tests.stage import Stage, plain


@pytest.fixture
def approval_link(stage: Stage) -> InviteLink:
    """The link that Nadia made by hand: whoever follows it asks to come in."""
    return stage.world.create_link(stage.group, stage.nadia, approval=True)


def request_waits(stage: Stage, person: Person) -> bool:
    """Tell whether Telegram still holds the person's request."""
    request = stage.group.requests.get(person.id)
    return request is not None and request.pending


def is_in(stage: Stage, person: Person) -> bool:
    """Tell whether somebody is in the group."""
    return stage.group.member(person, stage.world.now()).inside


async def statuses(stage: Stage) -> list[str]:
    """Return where each file stands, oldest first."""
    return [row["status"] for row in await stage.rows("SELECT status FROM applications")]


async def refused(stage: Stage, person: Person, reason: int = 0) -> None:
    """Somebody asks to join and is refused by Marc."""
    await stage.sends(person)
    await stage.taps(stage.marc, stage.content.words("fr").label("card.buttons.refuse"), stage.team)
    await stage.taps(stage.marc, stage.content.reasons("fr")[reason].label, stage.team)


# The join request


async def test_a_join_request_is_answered_with_the_deep_link(
    stage: Stage, lea: Person, approval_link: InviteLink
) -> None:
    stage.world.join_request(lea, approval_link)
    await stage.settle()
    assert stage.is_told(lea, "screening.request.invite")
    door = stage.message_with(lea, stage.label(lea, "screening.buttons.open"))
    assert door.buttons[0][0].url == f"https://t.me/{stage.world.bot.username}?start=adhesion"

    await stage.chooses(lea, "screening.buttons.open")
    assert stage.label(lea, "screening.buttons.begin") in stage.world.seen(lea)[-1].labels
    assert await statuses(stage) == ["draft"]


async def test_whoever_asked_by_the_link_learns_that_questions_remain(
    stage: Stage, lea: Person, approval_link: InviteLink
) -> None:
    stage.world.join_request(lea, approval_link)
    await stage.says(lea, "/statut")
    assert stage.is_told(lea, "screening.status.invited")
    await stage.taps(lea, stage.label(lea, "screening.buttons.open"))
    assert stage.label(lea, "screening.buttons.begin") in stage.world.seen(lea)[-1].labels


async def test_the_request_is_approved_when_the_file_is_accepted(
    stage: Stage, lea: Person, approval_link: InviteLink
) -> None:
    stage.world.join_request(lea, approval_link)
    await stage.settle()
    await stage.sends(lea)
    assert request_waits(stage, lea)
    await stage.taps(stage.marc, "Accepter", stage.team)
    assert is_in(stage, lea)
    assert stage.is_told(lea, "members.welcome")
    assert not stage.api.made("createChatInviteLink")
    assert not stage.api.made("declineChatJoinRequest")


async def test_beyond_five_minutes_moderators_get_a_card_and_the_request_waits(
    stage: Stage, approval_link: InviteLink
) -> None:
    stage.world.join_request(stage.lea, approval_link)
    await stage.wait(minutes=6)  # the bot was away meanwhile
    assert stage.world.said(stage.lea) == []
    card = stage.card().text
    assert "Léa Tremblay" in card
    assert "je ne peux pas lui écrire" in card
    assert "?start=adhesion" in card
    await stage.wait(days=8)
    assert request_waits(stage, stage.lea)
    await stage.sends(stage.lea)  # the deep link stays open
    await stage.taps(stage.marc, "Accepter", stage.team)
    assert is_in(stage, stage.lea)


async def test_an_administrator_wrote_first_so_the_bot_cannot(
    stage: Stage, approval_link: InviteLink
) -> None:
    stage.world.join_request(stage.lea, approval_link)
    stage.world.contact_by_hand(stage.nadia, stage.group, stage.lea)
    await stage.settle()
    assert "je ne peux pas lui écrire" in stage.card().text
    assert request_waits(stage, stage.lea)


async def test_who_blocked_the_bot_is_shown_and_the_request_waits(
    stage: Stage, approval_link: InviteLink
) -> None:
    await stage.says(stage.lea, "/start")
    stage.world.block_bot(stage.lea)
    stage.world.join_request(stage.lea, approval_link)
    await stage.settle()
    assert "je ne peux pas lui écrire" in stage.card().text
    assert request_waits(stage, stage.lea)
    await stage.starts(stage.lea)
    assert "Bienvenue" in stage.last(stage.lea)


async def test_an_unfinished_request_still_waits_at_telegram(
    stage: Stage, approval_link: InviteLink
) -> None:
    stage.world.join_request(stage.lea, approval_link)
    await stage.settle()
    await stage.reaches(stage.lea, steps.QUESTION + "hopes")
    await stage.wait(days=8)
    assert await statuses(stage) == ["expired"]
    assert request_waits(stage, stage.lea)
    await stage.sends(stage.lea)
    await stage.taps(stage.marc, "Accepter", stage.team)
    assert is_in(stage, stage.lea)


async def test_withdrawing_takes_the_join_request_back_too(
    stage: Stage, lea: Person, approval_link: InviteLink
) -> None:
    stage.world.join_request(lea, approval_link)
    await stage.settle()
    await stage.sends(lea)
    await stage.chooses(lea, "screening.buttons.withdraw")
    await stage.chooses(lea, "screening.buttons.withdraw_yes")
    assert not request_waits(stage, lea)
    assert stage.is_told(lea, "screening.withdrawn")


async def test_a_join_request_while_sent_reassures(
    stage: Stage, lea: Person, approval_link: InviteLink
) -> None:
    await stage.sends(lea)
    stage.world.join_request(lea, approval_link)
    await stage.settle()
    assert stage.is_told(lea, "screening.request.already_sent")
    assert await statuses(stage) == ["sent"]
    await stage.taps(stage.marc, "Accepter", stage.team)
    assert is_in(stage, lea)


async def test_a_join_request_of_who_is_accepted_already_opens_at_once(
    stage: Stage, approval_link: InviteLink
) -> None:
    await stage.sends(stage.lea)
    await stage.taps(stage.marc, "Accepter", stage.team)
    assert not is_in(stage, stage.lea)
    stage.world.join_request(stage.lea, approval_link)
    await stage.settle()
    assert is_in(stage, stage.lea)


async def test_a_join_request_too_soon_after_a_refusal_waits(
    stage: Stage, lea: Person, approval_link: InviteLink
) -> None:
    days = [r.comes_back_days or 0 for r in stage.content.reasons("fr")]
    await refused(stage, lea, days.index(max(days)))
    stage.world.join_request(lea, approval_link)
    await stage.settle()
    assert stage.is_told(lea, "screening.request.refused_before")
    await stage.chooses(lea, "screening.buttons.open")
    assert await statuses(stage) == ["refused"]
    assert request_waits(stage, lea)


# Who is in, who comes back


async def test_who_was_a_member_before_is_told_so(stage: Stage, lea: Person) -> None:
    stage.world.add_member(stage.group, lea)
    stage.world.updates.clear()  # before the bot was there
    await stage.says(lea, "Bonsoir à tous.", stage.group)
    await stage.starts(lea)
    assert stage.is_told(lea, "screening.status.member")
    assert await statuses(stage) == []


async def test_who_was_accepted_and_is_in_learns_it(stage: Stage, lea: Person) -> None:
    await stage.sends(lea)
    await stage.taps(stage.marc, "Accepter", stage.team)
    await stage.chooses(lea, "screening.buttons.enter")
    for words in ("/start adhesion", "/start", "/statut", "/annuler"):
        await stage.says(lea, words)
        assert stage.is_told(lea, "screening.status.member"), words
    assert await statuses(stage) == ["accepted"]


async def test_who_left_the_group_may_ask_again(stage: Stage, lea: Person) -> None:
    await stage.sends(lea)
    await stage.taps(stage.marc, "Accepter", stage.team)
    await stage.chooses(lea, "screening.buttons.enter")
    stage.world.leave(lea, stage.group)
    await stage.settle()
    await stage.says(lea, "/statut")
    assert stage.is_told(lea, "screening.status.ended")
    await stage.sends(lea)
    assert await statuses(stage) == ["accepted", "sent"]


async def test_after_a_refusal_one_comes_back_from_the_date_told(stage: Stage, lea: Person) -> None:
    reasons = stage.content.reasons("fr")
    place, reason = next((n, r) for n, r in enumerate(reasons) if r.comes_back_days)
    await refused(stage, lea, place)
    back_at = stage.clock.time + timedelta(days=reason.comes_back_days)
    date = stage.words(lea).date(back_at.astimezone(stage.bot.application.community.timezone))
    await stage.starts(lea)
    assert stage.is_told(lea, "screening.status.refused", date=date)
    assert await statuses(stage) == ["refused"]
    stage.clock.move(timedelta(days=reason.comes_back_days))
    await stage.sends(lea)
    assert (await statuses(stage))[-1] == "sent"


@pytest.mark.parametrize("how", ["withdrawn", "expired"])
async def test_after_withdrawing_or_a_week_one_may_ask_again_at_once(
    stage: Stage, lea: Person, how: str
) -> None:
    await stage.reaches(lea, steps.QUESTION + "hopes")
    if how == "withdrawn":
        await stage.says(lea, "/annuler")
        await stage.chooses(lea, "screening.buttons.withdraw")
        await stage.chooses(lea, "screening.buttons.withdraw_yes")
    else:
        await stage.wait(days=8)
    assert await statuses(stage) == [how]
    assert await stage.rows("SELECT * FROM answers") == []
    await stage.chooses(lea, "screening.buttons.ask_to_join")
    await stage.chooses(lea, "screening.buttons.begin")
    agree = stage.label(lea, "screening.buttons.agree")
    assert agree in stage.world.seen(lea)[-1].labels  # consent is asked anew
    assert await statuses(stage) == [how, "draft"]


async def test_asking_again_while_sent_says_where_it_stands(stage: Stage, lea: Person) -> None:
    await stage.sends(lea)
    for words in ("/start adhesion", "/start", "/annuler"):
        await stage.says(lea, words)
        since = stage.label(lea, "calendar.span.now")
        assert stage.is_told(lea, "screening.status.sent", since=since), words
    assert await statuses(stage) == ["sent"]


async def test_withdrawing_a_sent_request_destroys_the_answers_everywhere(
    stage: Stage, lea: Person
) -> None:
    await stage.sends(lea)
    await stage.says(lea, "/statut")
    await stage.chooses(lea, "screening.buttons.withdraw")
    assert stage.is_told(lea, "screening.withdraw_sure")
    assert await statuses(stage) == ["sent"]
    await stage.chooses(lea, "screening.buttons.withdraw_yes")
    assert stage.is_told(lea, "screening.withdrawn")
    assert await stage.rows("SELECT * FROM answers") == []
    assert stage.story(lea, "hopes") not in stage.card().text
    ledger = await stage.rows("SELECT withdrawn_at FROM consents")
    assert all(row["withdrawn_at"] for row in ledger)


async def test_a_detail_is_answered_in_several_messages(stage: Stage, lea: Person) -> None:
    await stage.sends(lea)
    await stage.taps(stage.marc, "Demander une précision", stage.team)
    prompt = stage.world.seen(stage.marc, stage.team)[-1]
    await stage.says(stage.marc, "Depuis quand?", stage.team, reply_to=prompt)
    assert stage.is_told(lea, "screening.detail_asked", question="Depuis quand?")
    assert "Marc" not in stage.last(lea)
    await stage.says(lea, "/statut")
    assert stage.is_told(lea, "screening.status.asked", question="Depuis quand?")
    stage.world.send(lea, None, "voice")
    await stage.settle()
    assert stage.is_told(lea, "screening.notes.text_only")
    await stage.says(lea, "Depuis deux ans.")
    await stage.says(lea, "Depuis l'été, en fait.")
    assert stage.is_told(lea, "screening.detail_received")
    assert "Depuis deux ans.\nDepuis l'été, en fait." in stage.card().text


async def test_a_detail_answered_after_a_week_still_arrives(stage: Stage, lea: Person) -> None:
    await stage.sends(lea)
    await stage.taps(stage.marc, "Demander une précision", stage.team)
    prompt = stage.world.seen(stage.marc, stage.team)[-1]
    await stage.says(stage.marc, "Depuis quand?", stage.team, reply_to=prompt)
    await stage.wait(days=8)
    assert await statuses(stage) == ["sent"]
    await stage.says(lea, "Depuis deux ans, pardon du retard.")
    assert stage.is_told(lea, "screening.detail_received")
    assert "pardon du retard" in stage.card().text


def test_texts_are_compared_without_markup() -> None:
    assert plain("<b>A &amp; B</b>\n<blockquote>c</blockquote>") == "A & B\nc"
