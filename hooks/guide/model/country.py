"""A country: whether its own authorities can be gone to, by which routes, and what to beware of."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import Field

from guide.model.base import Fact, Item, Record
from guide.model.condition import Area, Treaty
from guide.model.emergency import EmergencyNumber
from guide.model.fields import Strict
from guide.model.listing import LocalName
from guide.model.reference import CountryRef, Id, RouteRef, SourceRef
from guide.model.roles import CountrySheet
from guide.model.text import Text
from guide.model.vocabulary import StateRoute


class CountryWarning(Record):
    """Something to beware of in a country, with its sources; never shown in an outdated translation."""

    id: Id
    title: Strict
    text: Strict
    sources: Annotated[tuple[SourceRef, ...], Field(min_length=1)]
    facts: tuple[Id, ...] = ()


class Country(Record):
    """A country or the European Union; ``party_to`` names the treaties to which its State is a Party.

    ``part_of`` names a union that it belongs to: what is open there is open here. ``union``: it is one of States, so
    who reads its page may live in any of them.

    ``state`` says whether its own authorities can be gone to and ``state_why`` why; ``state_sources`` are those that
    show a way to them: two of different publishers where ``state`` is ``advice``. ``routes`` are its authorities
    (mechanism, prosecutor, ombudsperson, regulator), ``local`` its own organisations, ``names`` those of which no way
    in was seen, ``beyond`` bodies from outside that work on it. ``works`` holds the honest lines on how well its
    mechanism works, ``clock`` the days within which something must be done; ``missing`` what was not found;
    ``emergency`` the numbers that its warnings name. ``sheet`` says whether every build prints a sheet of it: in some
    countries it is dangerous to carry one.
    """

    id: Id
    name: Text
    tab: Text
    region: Area
    union: bool = False
    part_of: tuple[CountryRef, ...] = ()
    party_to: tuple[Treaty, ...] = ()
    words: Text | None = None
    sheet: CountrySheet = CountrySheet.ALWAYS
    state: StateRoute
    state_why: Strict
    works: tuple[Fact, ...] = ()
    clock: tuple[Fact, ...] = ()
    emergency: tuple[EmergencyNumber, ...] = ()
    warnings: tuple[CountryWarning, ...] = ()
    laws: tuple[Fact, ...] = ()
    routes: tuple[RouteRef, ...] = ()
    local: tuple[RouteRef, ...] = ()
    names: tuple[LocalName, ...] = ()
    beyond: tuple[RouteRef, ...] = ()
    missing: tuple[Item, ...] = ()
    checked: dt.date
    sources: tuple[SourceRef, ...] = ()
    state_sources: tuple[SourceRef, ...] = ()
    facts: tuple[Id, ...] = ()

    def values_of(self, warning: str) -> dict[str, str]:
        """Return what title and text of a warning may name in braces: the number that it stands before."""
        number = next((item.number for item in self.emergency if item.warning == warning), None)
        return {"emergency": number} if number else {}
