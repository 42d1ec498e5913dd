"""A café is prepared: on one line or step by step, its date never guessed; a series by rule."""

from __future__ import annotations

import pytest

from tests.handlers.cafes.salon import LINES, Salon

LINE = (
    "mercredi 20 janvier 19 h, Montréal, centre Les Pins, thème Juridique,"
    " invitée Me Dubois, 16 places"
)


async def test_one_line_says_it_all(french: Salon) -> None:
    cafe = await french.prepares(line=LINE)
    assert "mercredi 20 janvier 2027, de 19 h à 21 h (dans 58 jours)" in french.last(french.marc)
    assert (cafe.city, cafe.theme, cafe.capacity) == ("Montréal", "Juridique", 16)
    assert "Les Pins" in cafe.address
    assert "Dubois" in cafe.guest


async def test_step_by_step_each_thing_in_its_place(salon: Salon) -> None:
    await salon.says(salon.marc, "/cafe")
    await salon.chooses(salon.marc, "cafes.buttons.steps")
    late = "mercredi 20 janvier" if salon.language == "fr" else "Wednesday January 20"
    await salon.says(salon.marc, late)
    hour = "19 h à 20 h 30" if salon.language == "fr" else "7 pm to 8:30 pm"
    await salon.says(salon.marc, hour)
    await salon.chooses(salon.marc, "cafes.buttons.right")
    await salon.chooses(salon.marc, "cafes.fields.place")
    await salon.says(salon.marc, "Sept-Îles")
    await salon.chooses(salon.marc, "cafes.fields.link")
    await salon.says(salon.marc, "meet.example.org")
    assert salon.phrase("ask.no_link") in salon.reads(salon.marc)
    await salon.says(salon.marc, "https://meet.example.org/abc")
    await salon.chooses(salon.marc, "cafes.fields.theme")
    await salon.chooses(salon.marc, "themes.starting.court")
    await salon.chooses(salon.marc, "cafes.fields.capacity")
    await salon.says(salon.marc, "beaucoup")
    await salon.says(salon.marc, "8")
    cafe = await salon.newest()
    assert (cafe.city, cafe.capacity, cafe.setting) == ("Sept-Îles", 8, "both")
    assert cafe.theme_id is not None
    assert (cafe.end - cafe.start).total_seconds() == 90 * 60
    desk = salon.last(salon.marc)
    assert salon.said.label("themes.starting.court") in desk
    assert "https://meet.example.org/abc" in desk
    await salon.chooses(salon.marc, "cafes.buttons.announce")
    assert "meet.example.org" not in salon.card_in_group().text


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("hier 19 h", "past"),
        ("n'importe quand", "not_understood"),
        ("mercredi le 8 décembre à 19 h", "doubt_weekday"),
        ("mercredi 9 décembre", "hour"),
    ],
)
async def test_a_date_is_never_guessed(french: Salon, said: str, key: str) -> None:
    await french.prepares(line=f"{said}, Montréal")
    assert (await french.newest()).starts_at is None
    beginning = french.phrase(f"ask.{key}", day="|").split("|")[-1].strip()
    assert beginning in french.last(french.marc)
    announce = french.said.label("cafes.buttons.announce")
    assert announce not in [b for m in french.world.seen(french.marc) for b in m.labels]


async def test_two_readings_are_two_buttons(french: Salon) -> None:
    await french.prepares(line="mercredi le 8 décembre à 19 h, Montréal")
    await french.taps(french.marc, "mercredi 9 décembre 2026, 19 h")
    cafe = await french.newest()
    assert cafe.start.isoformat() == "2026-12-10T00:00:00+00:00"


async def test_a_forged_date_in_the_past_is_refused(french: Salon) -> None:
    cafe = await french.prepares()
    message = french.world.seen(french.marc)[-1]
    french.world.press_data(french.marc, message, f"desk.date:{cafe.id}:1600000000:120")
    await french.settle()
    assert french.toast(french.marc) == french.notice("past")
    assert (await french.again(cafe)).start == cafe.start


async def test_a_series_shows_its_dates_then_announces_each_a_month_ahead(french: Salon) -> None:
    await french.prepares(line="mercredi 16 décembre 19 h, Montréal, 12 places")
    await french.chooses(french.marc, "cafes.buttons.series")
    await french.says(french.marc, "troisième mercredi du mois, 19 h à 21 h, sauf juillet")
    shown = french.last(french.marc)
    assert "mercredi 16 décembre 2026, de 19 h à 21 h" in shown
    assert "juillet" not in shown.replace("sauf juillet", "")
    await french.taps(french.marc, "Créer ces")
    rows = await french.rows(
        "SELECT starts_at, capacity, carded_at FROM cafes WHERE state = 'open'"
    )
    assert len(rows) == 11
    assert {row["capacity"] for row in rows} == {12}
    assert [bool(row["carded_at"]) for row in rows].count(True) == 1, "one is within a month"
    await french.says(french.nadia, "/cafes")
    assert french.last(french.nadia).count("📅") == 10


async def test_who_does_not_moderate_creates_nothing(french: Salon) -> None:
    zoe = await french.member("Zoé")
    await french.says(zoe, f"/cafe {LINE}")
    assert await french.rows("SELECT 1 FROM cafes") == []
    assert "/cafes" in french.last(zoe), "what a member meant"


async def test_a_line_of_a_thousand_letters_is_one_too_many(salon: Salon) -> None:
    line = LINES[salon.language].format(n=12)
    await salon.says(salon.marc, f"/cafe {line}, {'h' * 1000}")
    assert salon.last(salon.marc) == salon.phrase("ask.too_long", most=1000)
    assert await salon.rows("SELECT 1 FROM cafes") == []
    most = f"{line}, {'<' * 400}, "
    await salon.prepares(line=most + "&" * (1000 - len(most)))
    assert salon.phrase("desk.draft") in salon.last(salon.marc)


async def test_drafts_of_one_day_are_told_apart_by_their_city(french: Salon) -> None:
    for city in ("Montréal", "Laval"):
        await french.prepares(line=f"mercredi 9 décembre 19 h, {city}")
    await french.says(french.marc, "/cafe")
    labels = french.world.seen(french.marc)[-1].labels
    drafts = " ".join(label for label in labels if "Brouillon" in label)
    assert (drafts.count("Montréal"), drafts.count("Laval")) == (1, 1)


async def test_words_written_much_later_are_no_answer(french: Salon) -> None:
    cafe = await french.prepares()
    await french.chooses(french.marc, "cafes.fields.guest")
    await french.wait(minutes=31)
    await french.says(french.marc, "c'est quoi un café-rencontre?")
    assert (await french.again(cafe)).guest == ""


@pytest.mark.parametrize(
    ("first", "then"),
    [("19 h (3 h)", "jeudi 3 décembre"), ("jeudi 3 décembre 19 h (3 h)", None)],
)
async def test_how_long_it_lasts_is_kept_with_the_hour(
    french: Salon, first: str, then: str | None
) -> None:
    await french.says(french.marc, "/cafe")
    await french.chooses(french.marc, "cafes.buttons.steps")
    await french.says(french.marc, first)
    if then:
        assert french.phrase("ask.day") in french.last(french.marc)
        await french.says(french.marc, then)
    assert "jeudi 3 décembre 2026, de 19 h à 22 h" in french.last(french.marc)


@pytest.mark.parametrize("dated", [True, False])
async def test_a_rhythm_without_an_hour_takes_that_of_the_draft_or_asks_for_it_alone(
    salon: Salon, dated: bool
) -> None:
    french = salon.language == "fr"
    hour, every = ("19 h", "tous les mercredis") if french else ("7 pm", "every Wednesday")
    day = {"fr": "mercredi 16 décembre", "en": "Wednesday December 16"}[salon.language]
    await salon.prepares(line=f"{day} {hour}, Laval" if dated else "Laval")
    await salon.chooses(salon.marc, "cafes.buttons.series")
    await salon.says(salon.marc, every)
    if not dated:
        assert salon.last(salon.marc) == salon.phrase("ask.rule_hour")
        await salon.says(salon.marc, hour)
    shown = salon.last(salon.marc)
    assert shown.startswith(salon.phrase("series", n=52, dates="|").split("|")[0])
    first = {"fr": "mercredi 25 novembre 2026, de 19 h", "en": "Wednesday, November 25, 2026, 7 p"}
    assert first[salon.language] in shown
    await salon.taps(salon.marc, salon.label(salon.marc, "cafes.buttons.create_series", n=52))
    rows = await salon.rows("SELECT starts_at FROM cafes WHERE state = 'open'")
    assert len(rows) == 52


async def test_an_hour_with_two_readings_is_asked_and_nothing_else_is(french: Salon) -> None:
    await french.prepares(line="Laval")
    await french.chooses(french.marc, "cafes.buttons.series")
    await french.says(french.marc, "tous les mercredis à 7 h, sauf juillet")
    assert french.last(french.marc) == french.phrase("ask.rule_hour")
    await french.says(french.marc, "du soir")
    assert "de 19 h à 21 h" in french.last(french.marc)
    assert "juillet" not in french.last(french.marc)


@pytest.mark.parametrize("typed", ["line", "when"])
async def test_a_rhythm_said_where_a_date_is_means_a_series(salon: Salon, typed: str) -> None:
    french = salon.language == "fr"
    every = "tous les mercredis, 19 h" if french else "every Wednesday, 7 pm"
    if typed == "line":
        await salon.prepares(line=f"{every}, Laval, 12 places")
    else:
        await salon.prepares(line="Laval, 12 places")
        await salon.chooses(salon.marc, "cafes.fields.when")
        await salon.says(salon.marc, every)
    assert salon.last(salon.marc).startswith(salon.phrase("series", n=52, dates="|").split("|")[0])
    assert (await salon.newest()).starts_at is None, "nothing is guessed before it is confirmed"
    await salon.taps(salon.marc, salon.label(salon.marc, "cafes.buttons.create_series", n=52))
    rows = await salon.rows("SELECT capacity FROM cafes WHERE state = 'open'")
    assert [row["capacity"] for row in rows] == [12] * 52
