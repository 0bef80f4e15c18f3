"""Page and sheet of whoever left a country, or has family or the aggressor in another: ``two_countries.yml``."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from guide.model.base import Record, StrictItem
from guide.model.fields import Strict
from guide.model.reference import Id, RouteRef
from guide.model.text import Text


class TwoCountriesItem(Record):
    """A line of it; ``paper: false`` keeps off the sheet what only leads to another page."""

    id: Id
    text: Strict
    paper: bool = True
    facts: tuple[Id, ...] = ()


class TwoCountriesPart(Record):
    """A part with an anchor of its own; ``routes`` stand on the sheet with their sites and numbers."""

    id: Id
    title: Text
    items: Annotated[tuple[TwoCountriesItem, ...], Field(min_length=1)]
    routes: tuple[RouteRef, ...] = ()


class TwoCountries(Record):
    """What to be careful about, in order."""

    intro: Annotated[tuple[StrictItem, ...], Field(min_length=1)]
    avoid: Annotated[tuple[StrictItem, ...], Field(min_length=1)]
    parts: Annotated[tuple[TwoCountriesPart, ...], Field(min_length=1)]
