"""What must be known before a body is named as help: where it has its seat, and whether it agreed (rule P31)."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Self

from pydantic import Field, model_validator

from guide.model.base import Record
from guide.model.condition import TO_ALL, TO_NOBODY, Closing, Opening
from guide.model.contact import TesterCode
from guide.model.fault import refused
from guide.model.fields import Strict, Url
from guide.model.reference import Id, PlaceRef, SourceRef
from guide.model.text import Text
from guide.model.vocabulary import Confidence, ReachesState


class Consent(Record):
    """The body agreed to be named here: the day, and the code of who asked it."""

    date: dt.date
    by: TesterCode


class LocalName(Record):
    """A body of a country that is known by its name: no way to write to it or call it was seen.

    ``does`` says what it does and ``who`` for whom; ``site`` is its own. ``open_to`` and ``closed_to`` say for whom it
    is beside its country. ``based_in`` names the countries in which it publicly has its seat, as a source says.
    ``reaches_why`` says why a State may learn of what it is told; where none does, ``does`` says who it is.
    ``warning`` stands beside the name: a rival body of the same name, a logo used without right, an old number.
    A body that can be written to or called is a route.
    """

    id: Id
    name: Text
    does: Text
    who: Text | None = None
    open_to: Opening = TO_ALL
    closed_to: Closing = TO_NOBODY
    words: Text | None = None
    site: Url | None = None
    warning: Strict | None = None
    based_in: tuple[PlaceRef, ...] = ()
    consent: Consent | None = None
    reaches_state: ReachesState
    reaches_why: Strict | None = None
    confidence: Confidence
    checked: dt.date
    sources: Annotated[tuple[SourceRef, ...], Field(min_length=1)]
    facts: tuple[Id, ...] = ()

    @model_validator(mode="after")
    def _says_why(self) -> Self:
        if self.reaches_state is not ReachesState.NO and self.reaches_why is None:
            raise refused("hidden-state", "nothing says how a State may learn of it", "say it in reaches_why")
        return self
