"""What is published of a vote once it is closed, and the text that anyone can recount."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from bot.community.votes.ballots import Ballot, grouped
from bot.community.votes.counting import count
from bot.community.votes.draw import commitment, seed
from bot.community.votes.elections import Election, Method, Place, Tally
from bot.community.votes.themes import Theme

FORMAT = "entraide-vote-1"
FEWEST_SHOWN = 5
"""Below, numbers and ballots could tell who wanted what: only the order is published."""


@dataclass(frozen=True, slots=True)
class Publication:
    """A closed vote: what it was about, its ballots where they may be shown, and its result.

    ``secret`` is what the draw was committed to at the opening. ``tally`` holds every number,
    which only a caller that looks at ``shows_numbers`` may show.
    """

    vote: int
    themes: tuple[Theme, ...]
    secret: str
    ballots: tuple[Ballot, ...]
    tally: Tally

    @property
    def shows_numbers(self) -> bool:
        """Whether enough people voted for more than the order to be published."""
        return self.tally.voters >= FEWEST_SHOWN


def close(
    vote: int,
    method: Method,
    seats: int,
    themes: Iterable[Theme],
    ballots: Iterable[Ballot],
    secret: str,
) -> Publication:
    """Count a vote and keep of its ballots what may be published.

    The ballots may come in any order: nothing of it remains. Raises BadElectionError.
    """
    cast = grouped(ballots)
    voters = sum(ballot.count for ballot in cast)
    published = cast if voters >= FEWEST_SHOWN else ()
    standing = tuple(sorted(themes, key=lambda theme: theme.id))
    tally = count(method, Election(standing, cast, seats, seed(secret, published)))
    return Publication(vote, standing, secret, published, tally)


def written(publication: Publication) -> str:
    """Return the publication as JSON: the same text whatever order the ballots came in."""
    return as_text(record(publication)) + "\n"


def as_text(value: object) -> str:
    """Return plain values as JSON, each item of a list of objects on a line of its own."""
    match value:
        case [dict(), *_]:
            lines = (f"  {json.dumps(item, ensure_ascii=False)}" for item in value)
            return "[\n" + ",\n".join(lines) + "\n]"
        case dict():
            lines = (f" {json.dumps(key)}: {as_text(item)}" for key, item in value.items())
            return "{\n" + ",\n".join(lines) + "\n}"
    return json.dumps(value, ensure_ascii=False)


def record(publication: Publication) -> dict[str, Any]:
    """Return what is published as plain values, in the order of the text."""
    tally = publication.tally
    told: dict[str, Any] = {
        "format": FORMAT,
        "vote": publication.vote,
        "method": str(tally.method),
        "seats": tally.seats,
        "themes": [_theme(theme) for theme in publication.themes],
        "commitment": commitment(publication.vote, publication.secret),
        "secret": publication.secret,
        "seed": seed(publication.secret, publication.ballots),
    }
    if not publication.shows_numbers:
        return told | {"result": {"order": [place.theme for place in tally.order]}}
    ballots = [_ballot(ballot, tally.method) for ballot in publication.ballots]
    return told | {"ballots": ballots, "result": result(tally)}


def result(tally: Tally) -> dict[str, Any]:
    """Return a tally as plain values; fractions are texts such as ``3/8``."""
    return {
        "voters": tally.voters,
        "winners": [*tally.winners],
        "order": [_place(place) for place in tally.order],
        "ties": [
            {"place": tie.place, "between": [*tie.between], "by": str(tie.by)} for tie in tally.ties
        ],
    }


def _theme(theme: Theme) -> dict[str, Any]:
    treated = theme.treated_on.isoformat() if theme.treated_on else None
    return {
        "id": theme.id,
        "title": theme.title,
        "proposed_on": theme.proposed_on.isoformat(),
        "treated_on": treated,
    }


def _ballot(ballot: Ballot, method: Method) -> dict[str, Any]:
    if method is Method.SCHULZE:
        return {"count": ballot.count, "ranking": [sorted(rank) for rank in ballot.ranks]}
    return {"count": ballot.count, "approves": sorted(ballot.named)}


def _place(place: Place) -> dict[str, Any]:
    score = None if place.score is None else str(place.score)
    return {
        "theme": place.theme,
        "voices": place.voices,
        "new_voices": place.new_voices,
        "score": score,
    }
