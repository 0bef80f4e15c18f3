"""Ways beyond the in-app report, the guards that stand before them, and the page for the next minutes."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import Field

from guide.model.base import Record, StrictItem
from guide.model.fields import (
    CopyDate,
    Strict,
    Url,
    Words,
)
from guide.model.step import Step
from guide.reference import (
    GuardRef,
    Id,
    RouteRef,
    SourceRef,
)
from guide.text import Text
from guide.vocabulary import (
    Confidence,
    ContactKind,
    Known,
    ReachesState,
    RouteKind,
)


class Contact(Record):
    """A phone, address or form, written once and never translated; how it is known decides where it stands."""

    id: Id
    kind: ContactKind
    value: str
    label: Text | None = None
    known: Known
    copy_read: CopyDate
    by: tuple[str, ...] = ()
    checked: dt.date
    note: Strict | None = None
    sources: Annotated[tuple[SourceRef, ...], Field(min_length=1)]


class Route(Record):
    """A way beyond the in-app report: who can use it, what it can and cannot do, how to reach it."""

    id: Id
    name: Words
    tab: Text
    kind: RouteKind
    who: Text
    can: Text
    cannot: Strict
    prepare: Text
    site: Url | None = None
    contacts: tuple[Contact, ...] = ()
    languages: Text | None = None
    hours: Text | None = None
    response: Text | None = None
    cost: Text | None = None
    risk: Strict | None = None
    reaches_state: ReachesState
    reaches_why: Strict
    guards: tuple[GuardRef, ...] = ()
    adults_only: bool = False
    confidence: Confidence
    checked: dt.date
    sources: Annotated[tuple[SourceRef, ...], Field(min_length=1)]
    facts: tuple[Id, ...] = ()


class Guard(Record):
    """A rule of safety that overrides every route (G1–G9 of the facts)."""

    id: Id
    title: Strict
    text: Strict
    facts: tuple[Id, ...] = ()


class UrgentLine(Record):
    """A route on the urgent page, with its limit in one line."""

    id: Id
    route: RouteRef
    limit: Strict


class UrgentPart(Record):
    """A part of the urgent page with an anchor of its own."""

    id: Id
    title: Text
    intro: Strict | None = None
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]


class Urgent(Record):
    """The page for the next minutes (practice P1, P4, P16, P24)."""

    title: Text
    tab: Text
    description: Text
    intro: Strict
    parts: Annotated[tuple[UrgentPart, ...], Field(min_length=1)]
    lines_title: Text
    lines_intro: Strict
    lines: tuple[UrgentLine, ...]
    avoid_title: Text
    avoid: Annotated[tuple[StrictItem, ...], Field(min_length=1)]
