"""For whom something is open, and when a rule holds: the one place that reads a condition (rules P4, P5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, Protocol

from guide.model import Catalogue, Country, When
from guide.model.condition import TO_ALL, TO_NOBODY, Closing, Condition, Opening, Role
from guide.model.situation import Dimension

Situation = Mapping[Dimension, str]

_ROLES = frozenset(item.value for item in Role)
#: Fields that ask what an answer of the tree says.
_OF_ANSWERS = (Dimension.DANGER, Dimension.HAPPENED, Dimension.ANSWER, Dimension.SAFE, Dimension.WHERE, Dimension.NEED)
_ANSWERED = {item.value: item for item in _OF_ANSWERS}


class Offered(Protocol):
    """What can be offered: a route, something to do, or the name of a body."""

    @property
    def open_to(self) -> Opening:
        """For whom alone it is open."""
        ...

    @property
    def closed_to(self) -> Closing:
        """For whom it is closed."""
        ...


class Open(Enum):
    """What can be said without asking anything more."""

    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True)
class If:
    """What the reader must judge: all of ``only`` must hold, nothing of ``never`` may."""

    only: Opening = TO_ALL
    never: Closing = TO_NOBODY


def open_to(catalogue: Catalogue, offered: Offered, situation: Situation) -> Open | If:
    """Return whether ``offered`` is open in ``situation``; what was not asked or not answered is left to the reader."""
    if not offered.open_to.asks and not offered.closed_to.asks:
        return Open.YES
    asked = dict(_judged(catalogue, offered.open_to, situation))
    closing = dict(_judged(catalogue, offered.closed_to, situation))
    if False in asked.values() or True in closing.values():
        return Open.NO
    only = tuple(name for name, holds in asked.items() if holds is None)
    never = tuple(name for name, holds in closing.items() if holds is None)
    if only or never:
        return If(offered.open_to.left(only), offered.closed_to.left(never))
    return Open.YES


def to_judge(catalogue: Catalogue, offered: Offered, situation: Situation | None = None) -> If | None:
    """Return what a reader must judge of herself before it; without a situation, everything that it asks."""
    answer = open_to(catalogue, offered, situation or {})
    return answer if isinstance(answer, If) else None


def applies(catalogue: Catalogue, when: Iterable[When], situation: Situation) -> bool:
    """Return whether one of the conditions of a rule holds; without conditions, it does.

    What nobody knows of a situation does not hold, and closes nothing.
    """
    conditions = tuple(when)
    return not conditions or any(_applies(catalogue, one, situation) for one in conditions)


def _applies(catalogue: Catalogue, one: When, situation: Situation) -> bool:
    for name, values in one.asks:
        if not _holds(catalogue, name, values, situation):
            return False
    return not any(_holds(catalogue, name, values, situation) for name, values in one.not_.asks)


def _judged(catalogue: Catalogue, condition: Condition, situation: Situation) -> Iterator[tuple[str, bool | None]]:
    """Yield each field that asks something and whether it holds; ``None`` where nobody can know."""
    for name, values in condition.asks:
        yield name, _holds(catalogue, name, values, situation)


def _holds(catalogue: Catalogue, name: str, values: Any, situation: Situation) -> bool | None:
    if name in _ANSWERED:
        answer = situation.get(_ANSWERED[name])
        return None if answer is None else answer in values
    if name == "role":
        role = situation.get(Dimension.ROLE)
        return role in values if role in _ROLES else None
    where = situation.get(Dimension.WHERE)
    if name == "exile":
        return (where == "exile") is values if where in ("exile", "same") else None
    home = catalogue.countries.get(situation.get(Dimension.COUNTRY, ""))
    return None if home is None else _in_country(home, name, values, where)


def _in_country(home: Country, name: str, values: tuple[str, ...], where: str | None) -> bool | None:
    """Return whether a field that asks of a country holds for somebody whose country is ``home``."""
    if name == "region":
        return home.region in values
    if name == "party_to":
        return not set(home.party_to).isdisjoint(values)
    here = not {home.id, *home.part_of}.isdisjoint(values)
    at_home = name == "lives_in" and where == "same"
    if name == "country" or (at_home and (here or not home.union)) or (name == "comes_from" and here):
        return here
    return None  # who reads of a country may come from another, and who fled lives elsewhere
