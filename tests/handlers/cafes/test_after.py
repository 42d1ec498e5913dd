"""After the evening: anonymous answers, themes, a signed word to the host, figures corrected."""

from __future__ import annotations

from pathlib import Path

from bot.simulator.models import Person
from bot.storage import themes
from bot.storage.cafes import attendance, feedback
from bot.storage.cafes.programme import Cafe
from bot.storage.themes import Theme
from handlers.buttons import fitting
from handlers.cafes import saying
from moderation.masking import masked
from tests.handlers.cafes.salon import Salon
from tests.handlers.cafes.test_hosts import forges, hosts

NAMES = ("Ali", "Bo", "Rita")


async def evening_over(salon: Salon) -> tuple[Cafe, Person, list[Person]]:
    """A café that Zoé hosted, at eight the next morning; three others came."""
    zoe = await salon.member("Zoé")
    people = [await salon.member(name) for name in NAMES]
    cafe = await hosts(salon, zoe)
    for person in people:
        await salon.answers(person, "yes")
    await salon.wait(days=16, hours=9, minutes=1)
    for person in people:
        await salon.chooses(zoe, "cafes.buttons.names") if person is people[0] else None
        await salon.taps(zoe, f"☐ {person.first_name}")
    await salon.chooses(zoe, "common.buttons.back")
    await salon.taps(zoe, salon.said.label("cafes.buttons.close", n=3))
    await salon.taps(zoe, salon.said.label("cafes.buttons.confirm", n=3))
    await salon.wait(hours=13)
    return await salon.again(cafe), zoe, people


async def says(salon: Salon, person: Person, question: str, text: str) -> None:
    await salon.chooses(person, f"cafes.buttons.{question}")
    await salon.says(person, text)


async def test_what_people_liked_is_shown_from_three_on_and_never_with_a_name(
    salon: Salon,
) -> None:
    cafe, zoe, (ali, bo, rita) = await evening_over(salon)
    for person, text in ((ali, "l'écoute de tous"), (bo, "ne plus être isolé")):
        await says(salon, person, "liked", text)
        await says(salon, person, "disliked", f"trop court, {person.id % 7}")
    await salon.says(salon.marc, "/cafe")
    await salon.chooses(zoe, "cafes.buttons.said")
    assert salon.last(zoe) == str(salon.said.count("cafes.feedback.withheld", 1))
    await says(salon, rita, "liked", "les conseils")
    await salon.chooses(zoe, "cafes.buttons.said")
    shown = salon.last(zoe)
    assert all(text in shown for text in ("l'écoute de tous", "ne plus être isolé", "les conseils"))
    assert all(name not in shown for name in NAMES)

    # Once is enough, and only who came.
    await forges(salon, ali, f"feedback.liked:{cafe.id}")
    assert salon.toast(ali) == salon.notice("given")
    dana = await salon.member("Dana")
    await forges(salon, dana, f"feedback.liked:{cafe.id}")
    assert salon.toast(dana) == salon.notice("not_there")


async def test_nothing_in_the_database_leads_from_a_text_to_a_person(
    french: Salon, tmp_path: Path
) -> None:
    cafe, _, (ali, bo, _) = await evening_over(french)
    await says(french, ali, "liked", "l'écoute")
    await says(french, bo, "liked", "la chaleur")
    columns = await french.rows("SELECT name FROM pragma_table_info('cafe_feedback')")
    assert {row["name"] for row in columns} == {"id", "cafe_id", "question", "text"}
    columns = await french.rows("SELECT name FROM pragma_table_info('cafe_feedback_given')")
    assert {row["name"] for row in columns} == {"cafe_id", "user_id", "question"}
    said = await feedback.of_cafe(french.bot.db.reading(), cafe.id)
    assert set(said.liked) == {"l'écoute", "la chaleur"}
    assert said.people == 2
    left = await french.rows("SELECT 1 FROM cafe_prompts WHERE user_id IN (?, ?)", ali.id, bo.id)
    assert left == []
    waiting = await french.rows("SELECT 1 FROM inbox WHERE payload NOT NULL AND state = 'done'")
    assert waiting == []


async def test_themes_are_counted_once_a_person(french: Salon) -> None:
    cafe, _, (ali, bo, _) = await evening_over(french)
    for person, wanted in ((ali, ("court", "child")), (bo, ("court",))):
        await french.chooses(person, "cafes.buttons.themes")
        for theme in wanted:
            await french.taps(person, f"☐ {french.said.label(f'themes.starting.{theme}')}"[:50])
        await french.chooses(person, "cafes.buttons.send")
    counted = await feedback.interest(french.bot.db.reading(), cafe.id)
    assert sorted(counted.values()) == [1, 2]
    await forges(french, ali, f"feedback.send:{cafe.id}:511")
    assert await feedback.interest(french.bot.db.reading(), cafe.id) == counted
    await french.wait(days=5)
    told = await french.rows("SELECT key FROM inbox WHERE key LIKE 'theme_interest:%'")
    assert sorted(row["key"] for row in told) == [
        f"theme_interest:{cafe.id}:1",
        f"theme_interest:{cafe.id}:2",
    ]


async def test_a_word_to_the_host_goes_with_a_name(salon: Salon) -> None:
    _, zoe, (ali, *_) = await evening_over(salon)
    await says(salon, ali, "to_host", "Merci pour la salle <calme>")
    assert "Ali" in salon.last(zoe)
    assert "Merci pour la salle <calme>" in salon.last(zoe)
    assert salon.last(ali) == salon.phrase("feedback.message_sent")


async def test_words_of_distress_bring_the_help_card(french: Salon) -> None:
    _, _, (ali, *_) = await evening_over(french)
    await says(french, ali, "disliked", "rien, je veux mourir")
    assert "9-8-8" in french.reads(ali)


async def test_a_wrong_total_is_corrected_and_leaves_its_trace(french: Salon) -> None:
    cafe, zoe, _ = await evening_over(french)
    await french.chooses(zoe, "cafes.buttons.correct")
    await french.taps(zoe, "Clore")
    await french.chooses(zoe, "cafes.buttons.other_total")
    await french.says(zoe, "2 ou 3")
    assert french.phrase("ask.no_number", most=5000) in french.reads(zoe)
    await french.says(zoe, "9")
    figures = await attendance.attendance(french.bot.db.reading(), cafe.id)
    assert figures is not None
    assert (figures.total, figures.unclassified) == (9, 9)
    (trace,) = await attendance.corrections(french.bot.db.reading(), cafe.id)
    assert trace[0] == zoe.id
    rows = await french.rows("SELECT before, after FROM cafe_corrections")
    assert '"total": 3' in rows[0]["before"]
    assert '"total": 9' in rows[0]["after"]


async def test_a_total_below_those_counted_by_group_is_refused(french: Salon) -> None:
    cafe, zoe, _ = await evening_over(french)
    await french.chooses(zoe, "cafes.buttons.correct")
    await french.taps(zoe, "+ Pères")
    await french.taps(zoe, "+ Pères")
    await french.taps(zoe, "Clore")
    await french.chooses(zoe, "cafes.buttons.other_total")
    await french.says(zoe, "1")
    assert french.last(zoe) == french.phrase("door.impossible", total=1, classified=2)
    figures = await attendance.attendance(french.bot.db.reading(), cafe.id)
    assert figures is not None
    assert figures.total == 3


async def test_a_theme_that_was_treated_is_told(french: Salon) -> None:
    await french.prepares()
    await french.chooses(french.marc, "cafes.fields.theme")
    await french.chooses(french.marc, "themes.starting.court")
    await french.chooses(french.marc, "cafes.buttons.announce")
    await french.wait(days=16, hours=9, minutes=1)
    await french.taps(french.marc, "Ouvrir ce café", french.team)
    await french.chooses(french.marc, "cafes.buttons.door")
    await french.taps(french.marc, "Clore")
    await french.taps(french.marc, "Oui, 0")
    rows = await french.rows("SELECT treated_on FROM themes WHERE key = 'court'")
    assert rows[0]["treated_on"] == "2026-12-09"


async def test_no_receipt_comes_after_the_help_card(salon: Salon) -> None:
    cafe, _, (ali, *_) = await evening_over(salon)
    cry = "je veux mourir" if salon.language == "fr" else "i want to die"
    await says(salon, ali, "disliked", cry)
    assert "9-8-8" in salon.last(ali)
    assert "disliked" in await feedback.given(salon.bot.db.reading(), cafe.id, ali.id)


async def test_an_evening_that_is_past_is_not_today(salon: Salon) -> None:
    cafe, zoe, _ = await evening_over(salon)
    await forges(salon, zoe, f"desk.show:{cafe.id}")
    assert salon.said.label("cafes.in.today") not in salon.last(zoe)


async def test_what_identifies_somebody_is_taken_out_of_an_answer(salon: Salon) -> None:
    cafe, zoe, (ali, bo, rita) = await evening_over(salon)
    said = {
        "fr": ("Parler avec Julie Gagnon", "on m'a dit d'appeler le 514 555-0123", "l'écoute"),
        "en": ("Talking with Julie Gagnon", "I was told to call 514 555-0123", "being heard"),
    }[salon.language]
    for person, text in zip((ali, bo, rita), said, strict=True):
        await says(salon, person, "liked", text)
    kept = await feedback.of_cafe(salon.bot.db.reading(), cafe.id)
    assert sorted(kept.liked) == sorted(masked(text) for text in said)
    await salon.chooses(zoe, "cafes.buttons.said")
    assert all(secret not in salon.last(zoe) for secret in ("Julie", "Gagnon", "555"))
    assert masked(said[0]) in salon.last(zoe)
    assert salon.last(ali) == salon.phrase("feedback.thanks_cleaned", text=masked(said[0]))
    assert salon.last(rita) == salon.phrase("feedback.thanks")


async def test_a_long_answer_is_kept_whole(french: Salon) -> None:
    cafe, _, (ali, *_) = await evening_over(french)
    text = ("on a pris le temps de s'écouter, sans se presser, et " * 14).strip()
    assert 700 < len(text) <= 800
    await says(french, ali, "liked", text)
    kept = await feedback.of_cafe(french.bot.db.reading(), cafe.id)
    assert kept.liked == (text,)


async def test_what_was_chosen_holds_when_the_list_of_themes_changes(salon: Salon) -> None:
    cafe, _, (ali, bo, _) = await evening_over(salon)
    listed = await themes.standing(salon.bot.db.reading())
    first, second, third = listed[:3]
    await salon.chooses(ali, "cafes.buttons.themes")
    await salon.taps(ali, f"☐ {label_of(salon, first)}")
    await salon.taps(ali, f"☐ {label_of(salon, third)}")
    async with salon.bot.db.transaction() as tx:  # meanwhile votes are counted, a theme goes
        await themes.set_interest(tx, {third.id: 9, listed[5].id: 5})
        await themes.withdraw(tx, first.id)
    await salon.taps(ali, f"☐ {label_of(salon, second)}")
    labels = salon.message_with(ali, salon.said.label("cafes.buttons.send")).labels
    ticked = {label.removeprefix("☑ ") for label in labels if label.startswith("☑")}
    assert ticked == {label_of(salon, theme) for theme in (second, third)}
    await salon.chooses(ali, "cafes.buttons.send")
    counted = await feedback.interest(salon.bot.db.reading(), cafe.id)
    assert counted == {second.id: 1, third.id: 1}

    await salon.chooses(bo, "cafes.buttons.themes")
    for data in ("zzzz", "0z", "1", "0000", f"{'01' * 16}", "-1", "_a"):
        await forges(salon, bo, f"feedback.themes:{cafe.id}:{data}")
    await forges(salon, bo, f"feedback.send:{cafe.id}:zz0z")
    assert await feedback.interest(salon.bot.db.reading(), cafe.id) == counted


def label_of(salon: Salon, theme: Theme) -> str:
    """Return how a button names a theme."""
    return fitting(f"☐ {saying.theme_title(theme, salon.said)}").removeprefix("☐ ")
