"""What all files of ``/data/v1/`` share: the head, what must be read first, words by key."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Annotated, Any, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field

#: Name of the folder, and what changes when a field does.
FORMAT = "v1"

Key = Annotated[str, Field(description="A key of texts.<language>.json.")]
Words = Annotated[
    Mapping[str, str], Field(description="Words by language; a language without a current one is left out.")
]
Sources = Annotated[tuple[str, ...], Field(description="Ids in sources.json, which has their dates.")]
Reaches = Annotated[str, Field(description="Whether a State learns of it; 'unknown' counts as 'direct'.")]
Asked = Annotated[Mapping[str, Any], Field(description="Conditions; every one that is given must hold.")]


class Shape(BaseModel):
    """Base of all shapes."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Licence(Shape):
    """Under which the file may be used, and whom to name."""

    id: str
    url: str
    attribution: str


class Head(Shape):
    """What holds for the whole file."""

    format: str
    edition: Annotated[str, Field(description="'working': not every contact was tested by two people.")]
    newest_check: Annotated[dt.date, Field(description="Day of the newest check of anything in the guide.")]
    digest: Annotated[str, Field(description="Of the records: the same records give the same.")]
    licence: Licence
    notice: Annotated[tuple[Words, ...], Field(description="Show it wherever a contact is shown.")]


Item = TypeVar("Item")


class DataFile(Shape, Generic[Item]):
    """A file: its schema, its head, its records in the order of their ids."""

    schema_: Annotated[str, Field(alias="$schema")]
    head: Head
    records: tuple[Item, ...]


class ReadFirst(Shape):
    """What must be read before the record is used; show it before the record, in this order, and never leave it out."""

    kind: Annotated[str, Field(description="guard, warning, limit, risk, state, note, no-contact or avoid")]
    id: str = ""
    words: Words


class Said(Shape):
    """Something that the guide states, with its sources."""

    id: str
    text: Key
    sources: Sources = ()


class TextFile(Shape):
    """The words of one language by key, without marks; ``____ (…)`` is a blank to fill in."""

    schema_: Annotated[str, Field(alias="$schema")]
    head: Head
    language: str
    texts: Mapping[str, str]
    untranslated: Annotated[tuple[str, ...], Field(description="Keys whose words are Spanish still.")]
    outdated: Annotated[tuple[str, ...], Field(description="Keys whose Spanish text has changed since.")]
