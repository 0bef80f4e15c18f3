"""Shapes of the files in ``/data/v1/``: a promise to whoever reads them, so they do not follow our own models.

A field may be added; one that is renamed, taken away or means something else needs ``/data/v2/``. What a person must
read before a record stands in it, in words (``read_first``); all other words are keys of ``texts.<language>.json``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field

from guide.opendata.app_shapes import Label, Platform, Rule
from guide.opendata.base import Asked, DataFile, Key, Reaches, ReadFirst, Said, Shape, Sources


class HowKnown(Shape):
    """How a contact is known: tested by two people, tried by one, read on its own page, or read elsewhere."""

    known: str
    testers: int
    tested: dt.date | None = None
    copy_read: Annotated[str | None, Field(description="Day, month or year of the copy that was read, or 'undated'.")]
    checked: dt.date
    valid_until: Annotated[
        dt.date, Field(description="After this day somebody has to check it again before it is used.")
    ]


class Contact(Shape):
    """A phone, a messaging number, an e-mail address or a form."""

    id: str
    kind: str
    value: str
    inside: Annotated[str | None, Field(description="The country inside which a number is dialled as it is written.")]
    label: Key | None = None
    how_known: HowKnown
    behind_site: Annotated[bool, Field(description="Show it after the official site only, and never on paper.")]
    no_link: Annotated[bool, Field(description="A State answers or learns: no single tap may dial it.")]
    as_printed: bool
    read_first: tuple[ReadFirst, ...] = ()
    sources: Sources


class Route(Shape):
    """A way beyond the report in the app: who helps, and what that may bring about."""

    id: str
    page: str
    read_first: tuple[ReadFirst, ...]
    reaches_state: Reaches
    open_to: Asked
    closed_to: Annotated[Mapping[str, Any], Field(description="One of these that holds closes it.")]
    adults_only: bool
    nearer: tuple[str, ...]
    countries: Annotated[tuple[str, ...], Field(description="Countries whose pages name it.")]
    based_in: tuple[str, ...]
    agreed: Annotated[dt.date | None, Field(description="Day on which the body agreed to be named.")]
    name: Key
    kind: str
    region: str
    urgency: str
    speaks: tuple[str, ...]
    when: Key
    ready: Key
    who: Key
    can: Key
    prepare: Key
    languages: Key | None
    hours: Key | None
    response: Key | None
    cost: Key | None
    site: str | None
    contacts: tuple[Contact, ...]
    confidence: str
    checked: dt.date
    valid_until: dt.date
    sources: Sources


class Name(Shape):
    """A body of a country of which no way in was seen."""

    id: str
    read_first: tuple[ReadFirst, ...]
    reaches_state: Reaches
    open_to: Asked
    closed_to: Mapping[str, Any]
    based_in: tuple[str, ...]
    agreed: dt.date | None
    name: Key
    does: Key
    who: Key | None
    site: str | None
    confidence: str
    checked: dt.date
    valid_until: dt.date
    sources: Sources


class Country(Shape):
    """A country; an emergency number stands only in the words of the warning before it."""

    id: str
    page: str
    read_first: tuple[ReadFirst, ...]
    name: Key
    region: str
    union: bool
    part_of: tuple[str, ...]
    party_to: tuple[str, ...]
    own_authorities: Annotated[str, Field(description="Whether its own authorities can be gone to.")]
    paper: Annotated[str, Field(description="'asked': a sheet of it can endanger who carries it.")]
    local: tuple[str, ...]
    names: tuple[Name, ...]
    beyond: tuple[str, ...]
    routes: Annotated[tuple[str, ...], Field(description="Its authorities: see their read_first.")]
    works: tuple[Said, ...]
    clock: tuple[Said, ...]
    laws: tuple[Said, ...]
    missing: tuple[Said, ...]
    checked: dt.date
    valid_until: dt.date
    sources: Sources


class Threat(Shape):
    """A type of threat: how to recognise it, and what never to do."""

    id: str
    page: str
    read_first: tuple[ReadFirst, ...]
    name: Key
    group: str
    platforms: tuple[str, ...]
    say: Key
    what: Key
    signs: tuple[Said, ...]
    examples: tuple[Said, ...]
    leads_to: tuple[Said, ...]
    asks_danger: bool
    routes: tuple[str, ...]
    sources: Sources


class Answer(Shape):
    """An answer: it leads to a question of the tree, or to a page."""

    id: str
    say: Key
    hint: Key | None
    threat: str | None
    to: str
    page: str | None


class Question(Shape):
    """A question; ``each: threats`` stands for one answer a threat. ``signs`` are those of danger, shown with it."""

    id: str
    ask: Key
    hint: Key | None
    each: str | None
    each_to: str | None
    signs: tuple[Said, ...]
    answers: tuple[Answer, ...]


class Tree(Shape):
    """A decision tree; ``{platform}`` in its texts is the name of a platform."""

    id: str
    start: str
    questions: tuple[Question, ...]


class Decision(Shape):
    """A decision of the Oversight Board; ``read_first`` has what cuts against whoever cites it."""

    id: str
    page: str
    read_first: tuple[ReadFirst, ...]
    name: str
    number: str
    date: dt.date
    platforms: tuple[str, ...]
    threats: tuple[str, ...]
    side: str
    weight: str
    result: str
    holding: Key
    paste: Key | None
    paste_back: Key | None
    answer: Key | None
    links: tuple[str, ...]
    confidence: str
    checked: dt.date
    sources: Sources


class Source(Shape):
    """Where something was read: what it is, and of when the copy is."""

    id: str
    title: str
    publisher: str
    url: str | None
    kind: str
    copy_read: str
    checked: dt.date
    how: str
    language: str


#: What each file is.
FILES: Mapping[str, type[DataFile[Any]]] = {
    "countries": DataFile[Country],
    "decisions": DataFile[Decision],
    "labels": DataFile[Label],
    "platforms": DataFile[Platform],
    "routes": DataFile[Route],
    "rules": DataFile[Rule],
    "sources": DataFile[Source],
    "threats": DataFile[Threat],
    "trees": DataFile[Tree],
}
