"""What a message can hold beside text: a photo, a voice, a poll and all the places text hides."""

from __future__ import annotations

from collections.abc import Callable

from bot.simulator.models import Raw
from bot.simulator.state import State

Maker = Callable[[State], Raw]


def _file(state: State, prefix: str, **fields: object) -> Raw:
    return state.store_file(f"the bytes of a {prefix}".encode(), prefix) | fields


def _photo(state: State) -> Raw:
    sizes = [(90, 90), (1280, 960)]
    return {"photo": [_file(state, "photo", width=w, height=h) for w, h in sizes]}


def _video(state: State) -> Raw:
    return {"video": _file(state, "video", width=1280, height=720, duration=8)}


def _video_note(state: State) -> Raw:
    return {"video_note": _file(state, "video_note", length=240, duration=8)}


def _animation(state: State) -> Raw:
    file = _file(state, "animation")
    return {"animation": file | {"width": 320, "height": 240, "duration": 2}, "document": file}


def _voice(state: State) -> Raw:
    return {"voice": _file(state, "voice", duration=5, mime_type="audio/ogg")}


def _audio(state: State) -> Raw:
    return {"audio": _file(state, "audio", duration=120, mime_type="audio/mpeg")}


def _document(state: State) -> Raw:
    return {"document": _file(state, "document", file_name="lettre.pdf")}


def _sticker(state: State) -> Raw:
    shape = {"type": "regular", "is_animated": False, "is_video": False, "emoji": "🙂"}
    return {"sticker": _file(state, "sticker", width=512, height=512, **shape)}


def _contact(state: State) -> Raw:
    return {"contact": {"phone_number": "+15145550100", "first_name": "Camille"}}


def _location(state: State) -> Raw:
    return {"location": {"latitude": 46.81, "longitude": -71.21}}


def _venue(state: State) -> Raw:
    place = _location(state)
    return place | {"venue": place | {"title": "Maison de quartier", "address": "1, rue du Parc"}}


def _poll(state: State) -> Raw:
    poll = {
        "id": str(state.chance.randrange(10**17, 10**18)),
        "question": "Quel soir ?",
        "options": ["Mardi", "Jeudi"],
        "total_voter_count": 0,
        "is_closed": False,
        "is_anonymous": True,
        "type": "regular",
        "allows_multiple_answers": False,
        "allows_revoting": True,
        "members_only": False,
    }
    return {"poll": poll}


def _dice(state: State) -> Raw:
    return {"dice": {"emoji": "🎲", "value": state.chance.randint(1, 6)}}


def _story(state: State) -> Raw:
    channel = {"id": -1002999999999, "type": "channel", "title": "Nouvelles"}
    return {"story": {"chat": channel, "id": 7}}


def _checklist(state: State) -> Raw:
    return {"checklist": {"title": "À faire", "tasks": [{"id": 1, "text": "Appeler"}]}}


MAKERS: dict[str, Maker] = {
    "photo": _photo,
    "video": _video,
    "video_note": _video_note,
    "animation": _animation,
    "voice": _voice,
    "audio": _audio,
    "document": _document,
    "sticker": _sticker,
    "contact": _contact,
    "location": _location,
    "venue": _venue,
    "poll": _poll,
    "dice": _dice,
    "story": _story,
    "checklist": _checklist,
}


def make(state: State, kind: str, fields: Raw) -> Raw:
    """The raw fields of a message that holds one ``kind``; ``fields`` go into that object.

    Raises ValueError for a kind that does not exist.
    """
    if kind not in MAKERS:
        raise ValueError(f"no such kind of message: {kind}")
    content = MAKERS[kind](state)
    inner = content[kind]
    if isinstance(inner, dict):
        inner |= fields
    if kind == "poll":
        inner["options"] = [
            {"persistent_id": str(n), "text": text, "voter_count": 0}
            for n, text in enumerate(inner["options"])
        ]
    return content
