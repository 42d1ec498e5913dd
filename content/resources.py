"""Who can help, where and for what: the directory of ``resources.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from content.faults import Fault
from content.fields import Fields
from content.markup import Html
from content.screening import Choice, tables
from content.sources import KeyPath, Source

EVERYWHERE = "all"
"""The region of a resource that serves all of Québec."""
REGIONS = ("418", "514", "450", "819", "outside")
"""The regions of the requests to join (``screening.toml``), by telephone code."""


@dataclass(frozen=True, slots=True)
class Resource:
    """One service. ``verified`` is false until a person has confirmed it: say so when showing.

    ``reach`` is a telephone or an address; ``cost`` and ``hours`` are empty where nothing is known.
    """

    id: str
    name: str
    what: Html
    audience: str
    needs: tuple[str, ...]
    regions: tuple[str, ...]
    reach: Html
    cost: str
    hours: str
    checked_on: date
    verified: bool

    def serves(self, region: str) -> bool:
        """Whether it serves a region of Québec, or the world outside."""
        return region in self.regions or (EVERYWHERE in self.regions and region != "outside")


@dataclass(frozen=True, slots=True)
class Directory:
    """The resources, and the needs under which they are looked for."""

    needs: tuple[Choice, ...]
    resources: tuple[Resource, ...]

    def find(self, need: str, region: str) -> tuple[Resource, ...]:
        """Those for a need in a region: the nearest first, then those of all Québec."""
        found = (r for r in self.resources if need in r.needs and r.serves(region))
        return tuple(sorted(found, key=lambda r: region not in r.regions))

    def regions(self, need: str) -> tuple[str, ...]:
        """The regions where something answers a need, in order."""
        return tuple(region for region in REGIONS if self.find(need, region))


def read_directory(source: Source, always: Mapping[str, str], faults: list[Fault]) -> Directory:
    """``resources.toml``; what is wrong is added to ``faults``."""
    needs = []
    for fields in tables(source, "needs", always, faults):
        needs.append(Choice(fields.identifier("id"), fields.label("label")))
        fields.end()
    known = frozenset(need.id for need in needs)
    resources = [_resource(fields, known) for fields in tables(source, "resources", always, faults)]
    return Directory(tuple(needs), tuple(resources))


def _resource(fields: Fields, known: frozenset[str]) -> Resource:
    resource = Resource(
        id=fields.identifier("id"),
        name=fields.line_of_text("name"),
        what=fields.html("what"),
        audience=fields.line_of_text("audience"),
        needs=fields.lines_of_text("needs", 1),
        regions=fields.lines_of_text("regions", 1),
        reach=fields.html("reach"),
        cost=fields.line_of_text("cost") if fields.has("cost") else "",
        hours=fields.line_of_text("hours") if fields.has("hours") else "",
        checked_on=fields.day("checked_on"),
        verified=fields.flag("verified"),
    )
    for name, values, possible in (
        ("needs", resource.needs, known),
        ("regions", resource.regions, {EVERYWHERE, *REGIONS}),
    ):
        for value in values:
            if value not in possible:
                fields.fault(name, f"{name} : « {value} » n'est pas {', '.join(sorted(possible))}")
    fields.end()
    return resource


def directory_shape(directory: Directory) -> dict[KeyPath, tuple[object, ...]]:
    """What must be equal in every language."""
    shape: dict[KeyPath, tuple[object, ...]] = {}
    for at, need in enumerate(directory.needs):
        shape["needs", at] = (need.id,)
    for at, r in enumerate(directory.resources):
        verified = f"verified {r.verified}"
        shape["resources", at] = (r.id, *r.needs, *r.regions, r.checked_on, verified)
    return shape
