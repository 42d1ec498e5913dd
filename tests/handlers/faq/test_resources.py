"""The directory: by need then region, or by words."""

from __future__ import annotations

import pytest

from bot.simulator.models import Person
from content.resources import Directory
from handlers.faq.resources import by_words
from tests.handlers.faq.asker import Asker
from tests.stage import CONTENT, plain

DIRECTORY: Directory = CONTENT.directory("fr")


async def test_by_need_then_region(stage: Asker, lea: Person) -> None:
    directory = stage.content.directory(stage.language(lea))
    await stage.says(lea, "/ressources")
    need = directory.needs[0]
    await stage.taps(lea, need.label)
    region = directory.regions(need.id)[0]
    regions = {r.id: r.label for r in stage.content.screening(stage.language(lea)).regions}
    await stage.taps(lea, regions[region])
    said = "\n".join(stage.world.said(lea)[1:])
    for resource in directory.find(need.id, region):
        assert resource.name in said
        assert plain(resource.reach) in said
    await stage.chooses(lea, "faq.buttons.all_needs")
    assert stage.is_told(lea, "faq.resources.needs")


async def test_every_need_is_answered_somewhere_and_fits(stage: Asker) -> None:
    for need in DIRECTORY.needs:
        assert DIRECTORY.regions(need.id)
        for region in DIRECTORY.regions(need.id):
            await stage.says(stage.lea, "/ressources")
            screen = stage.world.seen(stage.lea)[-1]
            stage.world.press_data(stage.lea, screen, f"resources.region:{need.id}:{region}")
            await stage.settle()
            assert "911" in stage.last(stage.lea) or DIRECTORY.find(need.id, region)[0].name in (
                "\n".join(stage.world.said(stage.lea))
            )


async def test_what_nobody_confirmed_says_so(stage: Asker) -> None:
    unsure = next(r for r in DIRECTORY.resources if not r.verified)
    await stage.says(stage.lea, f"/ressources {unsure.name}")
    [block] = [b for b in stage.last(stage.lea).split("\n\n") if b.startswith(unsure.name)]
    mark = stage.label(stage.lea, "faq.resources.to_verify")
    assert block.endswith(f" · {mark}"), "set apart as the others"


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_what_is_to_be_verified_says_so_once(stage: Asker, language: str) -> None:
    stage.lea.language_code = language
    verb = {"fr": "vérifier", "en": "verified"}[language]
    for resource in stage.content.directory(language).resources:
        await stage.says(stage.lea, f"/ressources {resource.name}")
        blocks = [b for b in stage.last(stage.lea).split("\n\n") if b.startswith(resource.name)]
        assert [block.lower().count(verb) for block in blocks] in ([0], [1]), resource.id


async def test_words_that_find_nothing_offer_the_needs(stage: Asker, lea: Person) -> None:
    await stage.says(lea, "/ressources sarrasin")
    assert stage.is_told(lea, "faq.resources.nothing")
    assert DIRECTORY.needs[0].id


async def test_words_of_the_other_language_are_understood(stage: Asker) -> None:
    await stage.says(stage.lea, "/ressources lawyer")
    assert "Barreau du Québec" in stage.last(stage.lea)
    assert stage.content.words("en").label("faq.buttons.all_needs") in (
        stage.world.seen(stage.lea)[-1].labels
    )


def test_one_word_that_everyone_says_finds_nothing_of_what_is_asked() -> None:
    assert by_words(DIRECTORY, "aide alimentaire laval", "fr") == []


@pytest.mark.parametrize("resource", DIRECTORY.resources, ids=lambda r: r.id)
def test_each_is_found_by_its_name(resource) -> None:
    assert resource in by_words(DIRECTORY, resource.name, "fr")


def test_a_town_in_a_name_does_not_hide_who_does_what_is_asked() -> None:
    names = [resource.name for resource in by_words(DIRECTORY, "avocats montréal", "fr")]
    assert "Aide juridique" in names


async def test_forged_presses_do_nothing(stage: Asker) -> None:
    await stage.says(stage.lea, "/ressources")
    for data in ("resources.need:x", "resources.need", "resources.region:listen:mars"):
        stage.world.press_data(stage.lea, stage.world.seen(stage.lea)[-1], data)
        await stage.settle()
    assert len(stage.world.said(stage.lea)) == 1
