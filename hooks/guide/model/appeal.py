"""What somebody has tried with a platform that said no or nothing, and the one thing that comes next."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from guide.model.base import Item, Record, StrictItem
from guide.model.fields import Strict
from guide.model.reference import Id, RouteRef, SourceRef, ThreatRef
from guide.model.step import CopyLine, CopyText, Step
from guide.model.text import Text

#: Lines of a text for who was refused: more is not written on a phone, by somebody who is afraid.
MOST_LINES = 8


class Told(Record):
    """A thing to know, or what to do in a case (``**Si …**, …``)."""

    id: Id
    text: Strict
    sources: tuple[SourceRef, ...] = ()
    facts: tuple[Id, ...] = ()


class ShortText(CopyText):
    """A text to copy that somebody in danger can fill in: at most :data:`MOST_LINES` lines."""

    lines: Annotated[tuple[CopyLine, ...], Field(min_length=1, max_length=MOST_LINES)]


class Tried(Record):
    """What was tried (``say``, in the reader's voice), and the one thing that is next (``title`` is its heading).

    ``before`` is said first: what this person must not count on. ``route`` is the way beyond the platform that the
    next thing takes; where a State can learn of it, its guard and its mark stand with it (rule P5). ``plan`` names
    the plan that goes on from here, on each platform that has it.
    """

    id: Id
    say: Text
    title: Text
    before: Strict | None = None
    next: Step
    route: RouteRef | None = None
    plan: ThreatRef | None = None
    told: tuple[Told, ...] = ()
    text: ShortText | None = None
    what_if: Annotated[tuple[Told, ...], Field(min_length=1)]


class Way(Record):
    """A way beyond the platform, and what it is good for here; its mark comes from the route."""

    id: Id
    route: RouteRef
    text: Strict


class AppealPage(Record):
    """Everything in ``appeal.yml``.

    ``avoid`` and ``careful`` stand open on the page (rules P28 to P30). ``look`` is the heading over the line of each
    platform (``appeal: find``), which says where answer and number are.
    """

    ask: Text
    avoid: Annotated[tuple[StrictItem, ...], Field(min_length=1)]
    careful: Annotated[tuple[StrictItem, ...], Field(min_length=1)]
    tried: Annotated[tuple[Tried, ...], Field(min_length=2)]
    look: Text
    look_intro: Text
    ways: Annotated[tuple[Way, ...], Field(min_length=1)]
    onward: Annotated[tuple[Item, ...], Field(min_length=1)]
