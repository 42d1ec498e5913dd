"""Reports: the command vanishes, one card for a wave, and nobody ever learns who reported."""

from __future__ import annotations

import pytest

from bot.simulator.models import Message, Person
from bot.storage import reports
from bot.storage.conduct import cases
from tests.handlers.conduct.circle import Circle
from tests.handlers.conduct.watch import Watch

HURT = "Tu es vraiment une moins que rien, Théo."


def card(circle: Circle) -> Message:
    """The newest case's card in the moderators' chat."""
    return circle.stands("C-")[-1]


def team_reads(circle: Circle) -> str:
    return "\n".join(m.text for m in circle.world.seen(circle.nadia, circle.team))


@pytest.fixture(params=["fr", "en"])
def reporter(circle: Circle, request: pytest.FixtureRequest) -> Person:
    return circle.lea if request.param == "fr" else circle.sam


async def test_from_the_message_to_the_thanks(circle: Circle, reporter: Person) -> None:
    message = await circle.writes(circle.theo, "On se voit demain, ma belle?")
    await circle.reports(reporter, message)

    said = [m.text for m in circle.world.seen(circle.theo, circle.group)]
    assert not any(text.startswith("/") for text in said), "the command vanishes"
    assert circle.heard(reporter, "reports.thanks") == 1
    assert "On se voit demain, ma belle?" in card(circle).text
    assert "Théo" in card(circle).text
    assert "À préciser" in card(circle).text

    await circle.chooses(reporter, "reports.categories.hurt")
    assert "Des mots blessants" in card(circle).text
    await circle.chooses(reporter, "reports.buttons.words")
    await circle.says(reporter, "Il insiste depuis <b>hier</b>.")
    assert circle.is_told(reporter, "reports.words_noted")
    assert "Il insiste depuis <b>hier</b>." in card(circle).text

    await circle.decides(circle.marc, "Rien à redire")
    assert circle.heard(reporter, "reports.treated") == 1
    assert len(circle.stands("C-1")) == 1


async def test_the_reporter_is_named_nowhere(circle: Circle) -> None:
    message = await circle.writes(circle.theo, "Je te retrouverai.")
    await circle.reports(circle.lea, message, "C'est pour moi qu'il dit cela")
    await circle.chooses(circle.lea, "reports.categories.threat")
    await circle.decides(circle.marc, "Avertir")
    for name in ("Léa", "Tremblay", str(circle.lea.id)):
        assert name not in team_reads(circle)
        assert not any(name in text for text in circle.world.said(circle.theo))
    assert "C'est pour moi" in card(circle).text or card(circle).text


async def test_a_wave_on_one_message_makes_one_card(circle: Circle) -> None:
    message = await circle.writes(circle.theo, HURT)
    zoe = circle.world.add_person("Zoé")
    circle.world.add_member(circle.group, zoe, by=circle.nadia)
    await circle.settle()
    await circle.decides(circle.marc, "Laisser entrer")
    for person in (circle.lea, circle.sam, zoe):
        await circle.reports(person, message)
    assert len(circle.stands("C-")) == 1
    assert "3 signalements" in card(circle).text
    rows = await circle.rows("SELECT COUNT(*) AS n FROM case_evidence WHERE message_id NOT NULL")
    assert rows[0]["n"] == 1


async def test_the_same_person_reports_a_message_once(circle: Circle) -> None:
    message = await circle.writes(circle.theo, HURT)
    await circle.reports(circle.lea, message)
    await circle.reports(circle.lea, message)
    assert circle.is_told(circle.lea, "reports.not.reported_already")
    assert len(await reports.of(circle.bot.db.reading(), 1)) == 1


@pytest.mark.parametrize("first", ["reply", "forward"])
async def test_the_same_person_is_counted_once_whichever_way_they_show_it(
    circle: Circle, first: str
) -> None:
    message = await circle.writes(circle.theo, HURT)

    async def passes_on(person: Person) -> None:
        await circle.says(person, "/report" if person is circle.sam else "/signaler")
        await circle.chooses(person, "reports.buttons.message")
        await circle.forwards(person, message)

    if first == "reply":
        await circle.reports(circle.lea, message)
        await passes_on(circle.lea)
    else:
        await passes_on(circle.lea)
        await circle.reports(circle.lea, message)
    assert circle.heard(circle.lea, "reports.not.reported_already") == 1
    assert len(await reports.of(circle.bot.db.reading(), 1)) == 1

    await passes_on(circle.sam)
    assert len(circle.stands("C-")) == 1
    assert "2 signalements" in card(circle).text
    assert card(circle).text.count(HURT) == 1


async def test_what_was_decided_is_not_judged_again(circle: Circle, reporter: Person) -> None:
    message = await circle.writes(circle.theo, HURT)
    await circle.reports(circle.odile, message)
    await circle.decides(circle.marc, "Avertir")
    await circle.reports(reporter, message)
    assert circle.is_told(reporter, "reports.not.decided_already")
    assert circle.stands("C-2") == []

    await circle.decides(circle.nadia, "Annuler cette décision")
    await circle.reports(reporter, message)
    assert circle.heard(reporter, "reports.thanks") == 1
    assert "2 signalements" in card(circle).text


async def test_what_a_report_quotes_is_never_held_against_its_author(watch: Watch) -> None:
    for reporter in (watch.lea, watch.sam):
        message = await watch.writes(watch.theo, f"On verra bien, {reporter.first_name}.")
        await watch.reports(
            reporter, message, "Il donne mon 514 555-0134, et dit : je vais te tuer"
        )
        assert watch.is_told(reporter, "reports.thanks")
    assert [each.user_id for each in await cases.all_open(watch.bot.db.reading())] == [
        watch.theo.id
    ] * 2
    assert "514 555-0134" in watch.card_of(1).text


async def test_the_command_hides_nothing_from_the_rules(watch: Watch) -> None:
    assert (await watch.writes(watch.lea, "/faq 514 555-0134")).deleted
    edited = await watch.writes(watch.lea, "Bonjour")
    watch.world.edit(watch.lea, edited, "/signaler 514 555-0134")
    await watch.settle()
    assert edited.deleted
    assert await watch.kept() == ["/faq 514 555-0134", "/signaler 514 555-0134"]


async def test_a_report_in_despair_brings_help(watch: Watch) -> None:
    message = await watch.writes(watch.theo, HURT)
    await watch.reports(watch.lea, message, "à cause de lui, je veux mourir")
    assert watch.heard(watch.lea, "conduct.distress") == 1
    assert watch.heard(watch.lea, "reports.thanks") == 1


async def test_five_a_day(circle: Circle) -> None:
    for number in range(6):
        message = await circle.writes(circle.theo, f"Encore une pub, numéro {number * 111}.")
        await circle.reports(circle.lea, message)
        await circle.wait(minutes=20)
    assert circle.heard(circle.lea, "reports.thanks") == 5
    assert circle.is_told(circle.lea, "reports.not.enough_today")
    await circle.wait(hours=24)
    await circle.reports(circle.lea, message)
    assert circle.heard(circle.lea, "reports.thanks") == 6


async def test_a_deleted_message_gets_a_clear_answer(circle: Circle) -> None:
    await circle.reports(circle.lea, None)
    assert circle.is_told(circle.lea, "reports.no_message")
    assert circle.stands("C-") == []


async def test_who_never_opened_the_private_chat_is_told_how_without_a_name(
    circle: Circle,
) -> None:
    await circle.reports(circle.theo, None)
    told = circle.last(circle.theo, circle.group)
    assert "répondez-y par /signaler" in told
    assert "Théo" not in told
    message = await circle.writes(circle.lea, "Achetez mes formations!")
    await circle.reports(circle.theo, message, "c'est de la pub")
    assert "c'est de la pub" in card(circle).text


@pytest.mark.parametrize("whose", ["own", "robot"])
async def test_ones_own_message_or_the_robots_is_not_reported(circle: Circle, whose: str) -> None:
    if whose == "own":
        message = await circle.writes(circle.lea, "Je regrette.")
        answer = "reports.not.about_yourself"
    else:
        await circle.says(circle.theo, "/aide", circle.group)
        message = circle.world.seen(circle.lea, circle.group)[-1]
        answer = "reports.not.robot"
    await circle.reports(circle.lea, message)
    assert circle.is_told(circle.lea, answer)
    assert circle.stands("C-") == []


# About a moderator


async def test_a_report_about_a_moderator_goes_to_coordinators_alone(circle: Circle) -> None:
    message = await circle.writes(circle.marc, "Vous me fatiguez tous.")
    before = team_reads(circle)
    await circle.reports(circle.lea, message)
    await circle.chooses(circle.lea, "reports.categories.hurt")
    assert team_reads(circle) == before
    assert any("Vous me fatiguez tous." in text for text in circle.world.said(circle.nadia))
    for moderator in (circle.marc, circle.odile):
        assert not any("fatiguez" in text for text in circle.world.said(moderator))


async def test_a_moderator_whom_the_bot_never_saw_is_one_all_the_same(circle: Circle) -> None:
    zoe = circle.world.add_person("Zoé")
    circle.world.add_member(circle.team, zoe)
    circle.world.add_member(circle.group, zoe)
    circle.world.updates.clear()
    for person, way in ((circle.lea, "reply"), (circle.sam, "forward")):
        message = await circle.writes(zoe, f"Taisez-vous donc, {way}.")
        before = team_reads(circle)
        if way == "reply":
            await circle.reports(person, message)
        else:
            await circle.says(person, "/report")
            await circle.chooses(person, "reports.buttons.message")
            await circle.forwards(person, message)
        assert circle.heard(person, "reports.thanks") == 1
        assert team_reads(circle) == before
        assert any(message.text in text for text in circle.world.said(circle.nadia))


async def test_what_concerns_a_moderator_joins_no_card_that_all_read(circle: Circle) -> None:
    message = await circle.writes(circle.theo, "On se voit demain?")
    await circle.reports(circle.lea, message)
    circle.world.add_member(circle.team, circle.theo, by=circle.nadia)
    await circle.settle()
    before = team_reads(circle)
    await circle.reports(circle.sam, message)
    assert team_reads(circle) == before
    assert any("C-2" in text for text in circle.world.said(circle.nadia))


async def test_a_moderator_is_reported_in_private_without_a_message(circle: Circle) -> None:
    before = team_reads(circle)
    await circle.says(circle.lea, "/signaler")
    await circle.chooses(circle.lea, "reports.buttons.team")
    await circle.taps(circle.lea, "Marc")
    await circle.says(circle.lea, "Il m'écrit en privé le soir.")
    assert circle.heard(circle.lea, "reports.thanks") == 1
    assert any("Il m'écrit en privé le soir." in text for text in circle.world.said(circle.nadia))
    assert team_reads(circle) == before


async def test_what_happens_again_is_added_in_private(circle: Circle) -> None:
    for said in ("Il m'écrit en privé le soir.", "Il a recommencé cette nuit."):
        await circle.says(circle.lea, "/signaler")
        await circle.chooses(circle.lea, "reports.buttons.team")
        await circle.taps(circle.lea, "Marc")
        await circle.says(circle.lea, said)
    assert circle.heard(circle.lea, "reports.thanks") == 2
    newest = [text for text in circle.world.said(circle.nadia) if "C-1" in text][-1]
    assert "Signalement" in newest
    assert "toujours dans le groupe" not in newest
    assert "Il a recommencé cette nuit." in newest


async def test_a_coordinator_does_not_read_what_is_said_of_them(circle: Circle) -> None:
    circle.world.promote(circle.team, circle.odile)
    await circle.settle()
    message = await circle.writes(circle.nadia, "Vous me fatiguez tous.")
    await circle.reports(circle.lea, message)
    assert not any("C-1" in text for text in circle.world.said(circle.nadia))
    assert "Vous me fatiguez tous." in circle.last(circle.odile)
    assert not any("C-1" in text for text in circle.world.said(circle.marc))


@pytest.mark.parametrize("way", ["reply", "private"])
async def test_what_is_said_of_the_only_coordinator_reaches_their_fellows_in_private(
    circle: Circle, reporter: Person, way: str
) -> None:
    before = team_reads(circle)
    if way == "reply":
        message = await circle.writes(circle.nadia, "Vous me fatiguez tous.")
        await circle.reports(reporter, message)
    else:
        await circle.says(reporter, "/report" if reporter is circle.sam else "/signaler")
        await circle.chooses(reporter, "reports.buttons.team")
        await circle.taps(reporter, "Nadia")
        assert circle.is_told(reporter, "reports.write_sole")
        await circle.says(reporter, "Vous me fatiguez tous.")
    assert circle.is_told(reporter, "reports.sole")
    assert team_reads(circle) == before
    assert not any("C-1" in text for text in circle.world.said(circle.nadia))
    for moderator in (circle.marc, circle.odile):
        assert "Vous me fatiguez tous." in circle.last(moderator)
        assert reporter.first_name not in circle.last(moderator)
    refused = await circle.forges(circle.nadia, "case.nothing:1")
    assert refused == circle.label(circle.nadia, "conduct.toasts.not_the_card")

    await circle.taps(circle.odile, "Avertir")
    assert "Un avertissement de la modération" in circle.last(circle.nadia)
    assert circle.is_told(reporter, "reports.treated")
    assert team_reads(circle) == before


async def test_where_nobody_else_can_read_it_the_reporter_learns_whom_to_write_to(
    circle: Circle,
) -> None:
    for moderator in (circle.marc, circle.odile):
        circle.world.block_bot(moderator)
    await circle.settle()
    before = team_reads(circle)
    message = await circle.writes(circle.nadia, "Vous me fatiguez tous.")
    await circle.reports(circle.lea, message)
    assert circle.is_told(circle.lea, "reports.sole_unread")
    assert team_reads(circle) == before, "the person would read there that it is about them"

    circle.world.unblock_bot(circle.marc)
    await circle.starts(circle.marc, None)
    assert any("Vous me fatiguez tous." in text for text in circle.world.said(circle.marc))


async def test_a_coordinator_who_opens_the_private_chat_reads_what_waits(circle: Circle) -> None:
    circle.world.block_bot(circle.nadia)
    await circle.settle()
    message = await circle.writes(circle.marc, "Vous me fatiguez tous.")
    await circle.reports(circle.lea, message)
    assert circle.stands("Une fiche attend une personne de la coordination")
    circle.world.unblock_bot(circle.nadia)
    for _ in range(2):
        await circle.starts(circle.nadia, None)
    said = [text for text in circle.world.said(circle.nadia) if "Vous me fatiguez tous." in text]
    assert len(said) == 1


# In private


async def test_a_forwarded_message_is_reported(circle: Circle) -> None:
    message = await circle.writes(circle.theo, HURT)
    await circle.says(circle.lea, "/signaler")
    await circle.chooses(circle.lea, "reports.buttons.message")
    await circle.forwards(circle.lea, message)
    assert HURT in card(circle).text
    assert circle.heard(circle.lea, "reports.thanks") == 1


async def test_what_is_said_in_words_reaches_a_person(circle: Circle) -> None:
    await circle.says(circle.sam, "/report")
    await circle.chooses(circle.sam, "reports.buttons.talk")
    await circle.says(circle.sam, "Somebody calls me at night.")
    assert circle.is_told(circle.sam, "reports.passed_on")
    assert "Somebody calls me at night." in team_reads(circle)
    assert "Sam" not in circle.stands("Somebody calls me")[-1].text


async def test_words_that_come_too_late_are_about_something_else(circle: Circle) -> None:
    message = await circle.writes(circle.theo, HURT)
    await circle.reports(circle.lea, message)
    await circle.chooses(circle.lea, "reports.categories.hurt")
    await circle.chooses(circle.lea, "reports.buttons.words")
    await circle.wait(hours=2)
    await circle.says(circle.lea, "Quand est le prochain café?")
    assert "prochain café" not in card(circle).text


async def test_nobody_says_more_in_the_report_of_another(circle: Circle) -> None:
    message = await circle.writes(circle.theo, HURT)
    await circle.reports(circle.lea, message)
    for data in ("report.category:1:selling", "report.words:1", "report.category:99:hurt"):
        toast = await circle.forges(circle.sam, data)
        assert toast == circle.label(circle.sam, "reports.toasts.gone")
    assert "publicité" not in card(circle).text


async def test_strangers_report_nothing(circle: Circle) -> None:
    zoe = circle.world.add_person("Zoé")
    await circle.starts(zoe, None)
    await circle.says(zoe, "/signaler")
    assert circle.heard(zoe, "reports.ways") == 0
    for data in ("report.team", "report.message", "report.talk", f"report.about:{circle.marc.id}"):
        await circle.forges(zoe, data)
    assert await circle.rows("SELECT * FROM awaited") == []


async def test_who_reported_and_what_they_said_is_destroyed(circle: Circle) -> None:
    message = await circle.writes(circle.theo, HURT)
    await circle.reports(circle.lea, message, "il recommence")
    await circle.decides(circle.marc, "Rien à redire")
    await circle.wait(days=31)
    [kept] = await reports.of(circle.bot.db.reading(), 1)
    assert (kept.reporter, kept.words) == (None, "")


async def test_what_is_no_forward_is_told_how_to_forward(circle: Circle, reporter: Person) -> None:
    await circle.says(reporter, "/signaler")
    await circle.chooses(reporter, "reports.buttons.message")
    await circle.says(reporter, "Je ne sais pas comment faire")
    assert circle.is_told(reporter, "reports.not_forwarded")
