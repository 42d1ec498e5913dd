"""Whom a member does not want to meet here: a possible conflict, and nothing else to learn."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.simulator.models import Person
from bot.storage import members
from moderation.names import name_forms
from tests.stage import Stage, plain


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Marc-André Tremblay", "marc andre TREMBLAY"),
        ("Jean Tremblay", "Tremblay, Jean"),
        ("Jean-Pierre de la Tour", "Jean Tour"),
        ("Élodie Côté", "elodie cote"),
        ("Мarc Dubé", "Marc Dube"),  # the first letter is Cyrillic
    ],
)
def test_a_name_is_recognised_however_it_is_written(one: str, other: str) -> None:
    assert name_forms(one) & name_forms(other)


@pytest.mark.parametrize(("one", "other"), [("Jean Tremblay", "Jean Gagnon"), ("Jean", "Jean")])
def test_other_names_and_first_names_alone_are_not_recognised(one: str, other: str) -> None:
    assert not name_forms(one) & name_forms(other)


async def names(stage: Stage, owner: Person, said: str = "", **extra: Any) -> None:
    """A member puts somebody on their list."""
    await stage.says(owner, "/protection")
    await stage.chooses(owner, "privacy.buttons.add")
    prompt = stage.world.seen(owner)[-1]
    await stage.says(owner, said, reply_to=prompt, **extra)


def shows_conflict(stage: Stage) -> bool:
    return plain(stage.content.words("fr").text("card.conflict")) in stage.card().text


@pytest.mark.parametrize("said", ["Lea TREMBLAY", "Tremblay Léa\nL. Tremblay", "{id}", "@lea_t"])
async def test_a_request_of_who_is_named_shows_a_possible_conflict(
    stage: Stage, sophie: Person, said: str
) -> None:
    stage.lea.username = "lea_t"
    await names(stage, sophie, said.format(id=stage.lea.id))
    assert stage.is_told(sophie, "privacy.protection.added")

    await stage.sends(stage.lea)

    assert shows_conflict(stage)
    assert "Sophie" not in stage.card().text


async def test_a_possible_conflict_wants_two_and_leaves_no_trace_to_its_person(
    stage: Stage, sophie: Person
) -> None:
    await stage.sends(stage.lea)
    await names(stage, sophie, "Léa Tremblay")
    accept = stage.label(stage.marc, "card.buttons.accept")
    await stage.taps(stage.marc, accept, stage.team)
    await stage.taps(stage.marc, accept, stage.team)
    assert [r[0] for r in await stage.rows("SELECT status FROM applications")] == ["sent"]
    await stage.says(stage.lea, "/mesdonnees")
    [file] = [m for m in stage.world.seen(stage.lea) if "document" in m.raw]
    data = json.loads(stage.world.files[file.raw["document"]["file_id"]])["data"]
    assert "reviews" not in data  # a first approval would tell that a second is wanted
    assert [one["flagged"] for one in data["applications"]] == [0]

    await stage.taps(stage.odile, accept, stage.team)

    assert [r[0] for r in await stage.rows("SELECT status FROM applications")] == ["accepted"]
    assert "Marc" in stage.card().text
    assert "Odile" in stage.card().text


async def test_a_contact_and_a_forwarded_message_name_somebody(
    stage: Stage, sophie: Person
) -> None:
    await stage.says(sophie, "/protection")
    await stage.chooses(sophie, "privacy.buttons.add")
    contact = {"phone_number": "+1 514 555 0199", "first_name": "X", "user_id": stage.lea.id}
    stage.world.send(sophie, None, "contact", **contact)
    await stage.settle()
    assert stage.is_told(sophie, "privacy.protection.added")
    await stage.sends(stage.lea)
    assert shows_conflict(stage)


async def test_a_card_that_waits_already_shows_it_too(stage: Stage, sophie: Person) -> None:
    await stage.sends(stage.lea)
    assert not shows_conflict(stage)
    await names(stage, sophie, "Léa Tremblay")
    assert shows_conflict(stage)


async def test_a_phone_in_the_answers_is_recognised(stage: Stage, sophie: Person) -> None:
    await names(stage, sophie, "514 555-0123")
    await stage.applies(stage.lea)
    await stage.taps(stage.lea, "Changer")
    await stage.says(stage.lea, "Appelez-moi au (514) 555-0123, je suis là.")
    await stage.chooses(stage.lea, "common.buttons.next")
    await stage.chooses(stage.lea, "screening.buttons.send")
    assert shows_conflict(stage)


async def test_only_hashes_are_kept_and_one_s_own_list_makes_no_conflict(
    stage: Stage, sophie: Person
) -> None:
    await names(stage, sophie, "Sophie Gagnon\nLéa Tremblay")
    rows = await stage.rows("SELECT * FROM protections")
    assert all(b"Tremblay" not in bytes(str(tuple(r)), "utf8") for r in rows)
    forms = [r[0] for r in await stage.rows("SELECT form FROM protected_forms")]
    assert {len(form) for form in forms} == {32}


@pytest.mark.parametrize(("language", "command"), [("fr", "/protection"), ("en", "/protect")])
async def test_an_entry_is_taken_back(
    stage: Stage, sophie: Person, language: str, command: str
) -> None:
    async with stage.bot.db.transaction() as tx:
        await members.set_language(tx, sophie.id, language)
    sophie.language_code = language
    await names(stage, sophie, "Léa Tremblay")
    await stage.says(sophie, command)
    await stage.chooses(sophie, "privacy.buttons.remove", n=1)
    assert await stage.rows("SELECT * FROM protected_forms") == []
    await stage.sends(stage.lea)
    assert not shows_conflict(stage)


async def test_a_name_that_is_no_reply_is_taken_and_no_question(
    stage: Stage, sophie: Person
) -> None:
    await stage.says(sophie, "/protection")
    await stage.chooses(sophie, "privacy.buttons.add")
    await stage.says(sophie, "Léa Tremblay")
    assert stage.is_told(sophie, "privacy.protection.added")
    assert await stage.rows("SELECT * FROM faq_misses") == []


@pytest.mark.parametrize(
    "said", ["C'est quoi ça?", "Comment est-ce que je fais pour effacer tout ce que j'ai dit"]
)
async def test_a_question_after_it_is_still_one(stage: Stage, sophie: Person, said: str) -> None:
    await stage.says(sophie, "/protection")
    await stage.chooses(sophie, "privacy.buttons.add")
    await stage.says(sophie, said)
    assert await stage.rows("SELECT * FROM protections") == []
    assert not stage.is_told(sophie, "privacy.protection.not_read")


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_a_cry_is_nobody_s_name(stage: Stage, sophie: Person, language: str) -> None:
    async with stage.bot.db.transaction() as tx:
        await members.set_language(tx, sophie.id, language)
    sophie.language_code = language
    await names(stage, sophie, {"fr": "Je veux mourir", "en": "I want to die"}[language])
    assert "9-8-8" in stage.last(sophie)
    assert await stage.rows("SELECT * FROM protections") == []


async def test_what_names_nobody_is_said_so(stage: Stage, sophie: Person) -> None:
    await names(stage, sophie, "Marc")
    assert stage.is_told(sophie, "privacy.protection.not_read")
    assert await stage.rows("SELECT * FROM protections") == []


def newest(stage: Stage, person: Person) -> int:
    """Return the id of the newest message in somebody's private chat."""
    return max((m.message_id for m in stage.world.seen(person)), default=0)


def told(stage: Stage, person: Person, since: int) -> list[bytes]:
    """Return the bytes of what the bot told somebody after a message."""
    seen = [m for m in stage.world.seen(person) if m.message_id > since]
    return [f"{m.text}{m.labels}".encode() for m in seen if m.sender is stage.world.bot]


async def test_the_answers_are_the_same_whoever_is_named(stage: Stage, sophie: Person) -> None:
    """In the group, asking to join, moderating, unknown: the same bytes."""
    marc = stage.world.add_person("Paul", "Roy", username="paul_roy")
    stage.world.add_member(stage.group, marc)
    await stage.settle()
    await stage.sends(stage.lea)
    answers = []
    for said in ("Paul Roy", "Léa Tremblay", "Nadia Roy", "Inconnu Total"):
        since = newest(stage, sophie)
        await names(stage, sophie, said)
        answers.append(told(stage, sophie, since)[1:])
        await stage.says(sophie, "/protection")
        await stage.chooses(sophie, "privacy.buttons.remove", n=1)
    assert answers[0] == answers[1] == answers[2] == answers[3]


async def outsiders(stage: Stage) -> list[Person]:
    """A stranger, an applicant, and somebody who left the group."""
    stranger = stage.world.add_person("Alex", "Untel")
    gone = stage.world.add_person("Luc", "Parti")
    stage.world.add_member(stage.group, gone)
    await stage.settle()
    stage.world.leave(gone, stage.group)
    await stage.sends(stage.lea)
    return [stranger, stage.lea, gone]


COMMANDS = ("/protection", "/mesdonnees", "/statut", "/verifier", "/effacer", "/dossier", "/cafe")


async def test_nobody_outside_learns_who_is_inside(stage: Stage, sophie: Person) -> None:
    for person in await outsiders(stage):
        for command in COMMANDS:
            answers = []
            for about in ("@sophie_g", "@personne_ici", str(sophie.id), "5999999999"):
                since = newest(stage, person)
                await stage.says(person, f"{command} {about}")
                await stage.wait(minutes=2)
                answers.append(told(stage, person, since))
            if command == "/mesdonnees":
                continue  # about oneself alone, and dated
            assert answers[0] == answers[1] == answers[2] == answers[3], (person, command)
    assert await stage.rows("SELECT * FROM protections") == []
