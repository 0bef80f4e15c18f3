"""A decision of the Oversight Board: what it held, one sentence to paste, and what it gives and takes."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import Field

from guide.model.base import Record
from guide.model.fields import Strict, Url, Words
from guide.model.reference import Id, PlatformRef, SourceRef, ThreatRef
from guide.model.text import Text
from guide.model.vocabulary import Confidence, DecisionResult, Side, Weight


class Decision(Record):
    """A decision, with its official English name. ``paste`` may stand in an appeal unless it has no weight there.

    ``paste`` asks for removal; ``paste_back`` serves who asks to have something of their own put back.

    ``against`` is what cuts against the reader and ``answer`` how to answer it; ``votes`` is set only where the text
    of the decision tells of a split.
    """

    id: Id
    name: Words
    date: dt.date
    platforms: Annotated[tuple[PlatformRef, ...], Field(min_length=1)]
    threats: tuple[ThreatRef, ...] = ()
    side: Side
    weight: Weight
    result: DecisionResult
    holding: Text
    paste: Text | None = None
    paste_back: Text | None = None
    helps: Text | None = None
    against: Strict | None = None
    answer: Text | None = None
    votes: Text | None = None
    number: Words
    links: Annotated[tuple[Url, ...], Field(min_length=1)]
    confidence: Confidence
    checked: dt.date
    sources: Annotated[tuple[SourceRef, ...], Field(min_length=1)]
    facts: tuple[Id, ...] = ()
