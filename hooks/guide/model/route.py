"""Ways beyond the in-app report, the guards that stand before them, and the page for the next minutes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from guide.model.base import Fact, Number, Record, StrictItem
from guide.model.condition import TO_ALL, TO_NOBODY, Closing, Opening
from guide.model.contact import Contact
from guide.model.fields import (
    POCKET_STEPS,
    Action,
    LanguageCode,
    OwnerRef,
    Strict,
    Url,
)
from guide.model.listing import Consent
from guide.model.reference import (
    CountryRef,
    GuardRef,
    Id,
    PlaceRef,
    RouteRef,
    SourceRef,
    Target,
)
from guide.model.roles import GuardRole, RouteRole
from guide.model.situation import Happened
from guide.model.step import CopyText, Step
from guide.model.text import Text
from guide.model.vocabulary import Confidence, ContactKind, ReachesState, Region, RouteKind, Urgency


class RoutePart(Record):
    """A part of a route's page with a heading of its own: what is known, and what to do, in order.

    ``how``: it stands on the route's second page, with the texts to copy, for who goes this way.
    """

    id: Id
    how: bool = False
    title: Text
    intro: Text | None = None
    facts_told: tuple[Fact, ...] = ()
    steps: tuple[Step, ...] = ()


class Route(Record):
    """A way beyond the in-app report: who can use it, what it can and cannot do, how to reach it.

    ``ready`` is the one line of what to have ready, shown wherever the route is offered. ``speaks`` holds the codes
    of languages that a source gives; empty when none does. ``listed_why`` says why no answer of the tree leads here
    (rule P25). ``open_to`` and ``closed_to`` say for whom it is (rule P4): open to everybody where neither stands.
    ``owner``: it serves who was attacked on a platform of this company, and plans of others do not name it.
    ``nearer`` names doors of the same body in some countries: where one of them is open, it is offered in this one's
    place. ``languages``, ``hours`` and ``cost`` are a line each, said wherever it is offered; so is ``warning``, of
    a rival or false body or an old number. ``based_in`` and ``consent``: see :class:`~guide.model.listing.LocalName`.
    """

    id: Id
    role: RouteRole | None = None
    name: Text
    tab: Text
    owner: OwnerRef | None = None
    kind: RouteKind
    region: Region
    open_to: Opening = TO_ALL
    closed_to: Closing = TO_NOBODY
    nearer: tuple[RouteRef, ...] = ()
    based_in: tuple[PlaceRef, ...] = ()
    consent: Consent | None = None
    urgency: Urgency
    speaks: tuple[LanguageCode, ...] = ()
    words: Text | None = None
    when: Text
    ready: Action
    who: Text
    can: Text
    cannot: Strict
    prepare: Text
    site: Url | None = None
    contacts: tuple[Contact, ...] = ()
    languages: Action | None = None
    hours: Action | None = None
    response: Text | None = None
    cost: Action | None = None
    warning: Strict | None = None
    risk: Strict | None = None
    reaches_state: ReachesState
    reaches_why: Strict
    guards: tuple[GuardRef, ...] = ()
    adults_only: bool = False
    listed_why: Text | None = None
    numbers: Mapping[str, Number] = Field(default_factory=dict)
    parts: tuple[RoutePart, ...] = ()
    texts: tuple[CopyText, ...] = ()
    confidence: Confidence
    checked: dt.date
    sources: Annotated[tuple[SourceRef, ...], Field(min_length=1)]
    facts: tuple[Id, ...] = ()

    @property
    def countries(self) -> tuple[str, ...]:
        """The countries that it is for; none where it names none."""
        return self.open_to.countries

    @property
    def has_how(self) -> bool:
        """Whether its steps and letters stand on a page of their own."""
        return any(part.how for part in self.parts)


class GuardWhen(Record):
    """When a guard stands before a route: any of the conditions that are given is enough."""

    always: bool = False
    reaches: tuple[ReachesState, ...] = ()
    kinds: tuple[RouteKind, ...] = ()
    contacts: tuple[ContactKind, ...] = ()
    countries: tuple[CountryRef, ...] = ()
    happened: tuple[Happened, ...] = ()


class Guard(Record):
    """A rule of safety that overrides every route (G1–G9); ``role`` gives it a place of its own."""

    id: Id
    role: GuardRole | None = None
    title: Strict
    text: Strict
    when: GuardWhen
    facts: tuple[Id, ...] = ()


class UrgentLine(Record):
    """A route on the urgent page, with its limit in one line."""

    id: Id
    route: RouteRef
    limit: Strict


class UrgentStep(Step):
    """A step of the urgent page; with ``each_platform`` it has a button a platform, to this place of it.

    ``paper: false`` keeps off the sheet what only leads to another page.
    """

    each_platform: Target | None = None
    paper: bool = True


class UrgentPart(Record):
    """A part of the urgent page with an anchor of its own; ``guards`` stand before its steps."""

    id: Id
    title: Text
    intro: Strict | None = None
    guards: tuple[GuardRef, ...] = ()
    steps: Annotated[tuple[UrgentStep, ...], Field(min_length=1)]


class Urgent(Record):
    """The page for the next minutes (rules P1, P4, P16, P24); ``pocket`` names the steps of its pocket sheet.

    What not to do and the lines stand after the part ``lines_after``: whom to call is read after what to ask oneself
    before.
    """

    title: Text
    tab: Text
    description: Text
    intro: Strict
    parts: Annotated[tuple[UrgentPart, ...], Field(min_length=1)]
    lines_after: Id
    lines_title: Text
    lines_intro: Strict
    lines: tuple[UrgentLine, ...]
    avoid_title: Text
    avoid: Annotated[tuple[StrictItem, ...], Field(min_length=1)]
    pocket: Annotated[tuple[Id, ...], Field(min_length=POCKET_STEPS, max_length=POCKET_STEPS)]
