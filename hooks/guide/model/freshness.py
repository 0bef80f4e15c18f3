"""How long a check of each kind of record counts, and whose task the next one is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated

from pydantic import Field

from guide.model.base import Record
from guide.model.reference import CountryRef, Id

Days = Annotated[int, Field(ge=1, le=3650)]


class Interval(Record):
    """Days for which a check counts, and who looks after that kind of record (a task, never a person's name)."""

    days: Days
    owner: Id


class Sooner(Record):
    """Countries in which some kinds of record are checked more often."""

    days: Days
    kinds: tuple[Id, ...]
    countries: tuple[CountryRef, ...]


class Freshness(Record):
    """Everything in ``freshness.yml`` (rule S13)."""

    kinds: Mapping[str, Interval]
    sooner: Sooner

    def days(self, kind: str, countries: Iterable[str] = ()) -> int:
        """Return how many days a check of a record of ``kind`` counts; raises KeyError."""
        usual = self.kinds[kind].days
        soon = kind in self.sooner.kinds and set(countries) & set(self.sooner.countries)
        return min(usual, self.sooner.days) if soon else usual

    def owner(self, kind: str) -> str:
        """Return whose task records of ``kind`` are; raises KeyError."""
        return self.kinds[kind].owner
