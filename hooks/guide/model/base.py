"""What every record is made of: items with an id, facts with sources."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from guide.model.fields import (
    CopyDate,
    Strict,
    Url,
    Words,
)
from guide.model.reference import (
    Id,
    SourceRef,
)
from guide.model.text import Text
from guide.model.vocabulary import (
    ReadHow,
    SourceKind,
)


class Record(BaseModel):
    """Base of all records: frozen, and strict about unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Item(Record):
    """A text in a list, with the id that its translations hang on."""

    id: Id
    text: Text


class StrictItem(Record):
    """An item that is a warning: never shown in an outdated translation."""

    id: Id
    text: Strict


class Fact(Record):
    """Something that the guide states. ``facts`` names the rows of the researched facts it rests on."""

    id: Id
    text: Text
    sources: Annotated[tuple[SourceRef, ...], Field(min_length=1)]
    facts: tuple[Id, ...] = ()


class Number(Record):
    """A number that would be dangerous to get wrong, written once and set into texts as ``{name}``."""

    value: Annotated[int, Field(strict=True, ge=1, le=10_000)]
    sources: Annotated[tuple[SourceRef, ...], Field(min_length=1)]
    facts: tuple[Id, ...] = ()


class Source(Record):
    """Where a fact was read. Without ``url`` the source is cited by its kind and never linked."""

    id: Id
    title: Words
    publisher: Words
    url: Url | None = None
    kind: SourceKind
    copy_read: CopyDate
    checked: dt.date
    how: ReadHow = ReadHow.ARCHIVED
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")] = "en"
