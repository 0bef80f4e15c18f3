"""For whom a route is open: the one function that every page, sheet and list asks (rules P4, P5)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from guide.model import Catalogue, Route
from guide.model.condition import TO_ALL, TO_NOBODY, Closing, Opening, Role
from guide.model.situation import Dimension

_ROLES = frozenset(item.value for item in Role)


class Open(Enum):
    """What can be said without asking anything more."""

    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True)
class If:
    """What the reader must judge: all of ``only`` must hold, nothing of ``never`` may."""

    only: Opening = TO_ALL
    never: Closing = TO_NOBODY


def open_to(catalogue: Catalogue, route: Route, situation: Mapping[Dimension, str]) -> Open | If:
    """Return whether ``route`` is open in ``situation``; what was not asked or not answered is left to the reader."""
    asked = dict(_judged(catalogue, route.open_to, situation))
    closing = dict(_judged(catalogue, route.closed_to, situation))
    if False in asked.values() or True in closing.values():
        return Open.NO
    only = tuple(name for name, holds in asked.items() if holds is None)
    never = tuple(name for name, holds in closing.items() if holds is None)
    if only or never:
        return If(route.open_to.left(only), route.closed_to.left(never))
    return Open.YES


def to_judge(catalogue: Catalogue, route: Route, situation: Mapping[Dimension, str] | None = None) -> If | None:
    """Return what a reader must judge of herself before ``route``; without a situation, everything that it asks."""
    answer = open_to(catalogue, route, situation or {})
    return answer if isinstance(answer, If) else None


def _judged(
    catalogue: Catalogue, condition: Closing, situation: Mapping[Dimension, str]
) -> Iterator[tuple[str, bool | None]]:
    """Yield each field that asks something and whether it holds; ``None`` where nobody can know."""
    home = catalogue.countries.get(situation.get(Dimension.COUNTRY, ""))
    where, role = situation.get(Dimension.WHERE), situation.get(Dimension.ROLE)
    for name in condition.given():
        values = getattr(condition, name)
        holds: bool | None = None
        if name == "role":
            holds = role in values if role in _ROLES else None
        elif name == "exile" and where in ("exile", "same"):
            holds = (where == "exile") is values
        elif home is not None:
            holds = _in_country(name, values, home.id, where)
            if name == "region":
                holds = home.region in values
            elif name == "party_to":
                holds = bool(set(home.party_to) & set(values))
        yield name, holds


def _in_country(name: str, values: tuple[str, ...], home: str, where: str | None) -> bool | None:
    """Return whether a field that names countries holds for somebody whose country is ``home``."""
    if name == "country":
        return home in values
    if name == "lives_in" and where == "same":
        return home in values
    if name == "comes_from" and home in values:
        return True
    return None  # who reads of a country may come from another, and who fled lives elsewhere
