"""Contacts of those who help: what they are, and how each is known (practice P1)."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator

from guide.model.base import Record
from guide.model.contact_value import NUMBERS, why_not
from guide.model.fault import refused
from guide.model.fields import CopyDate, Strict, Words
from guide.model.reference import Id, SourceRef
from guide.model.text import Text
from guide.model.vocabulary import ContactKind, Known


class AsPrinted(Record):
    """Why a number that cannot be one stands all the same: a source prints it so, and facts are not altered."""

    why: Words
    sources: Annotated[tuple[SourceRef, ...], Field(min_length=1)]


class Contact(Record):
    """A phone, address or form, written once and never translated; how it is known decides where it stands.

    ``from`` is the country inside which a number is dialled as it is written.
    """

    id: Id
    kind: ContactKind
    from_: str | None = Field(default=None, alias="from")
    as_printed: AsPrinted | None = None
    value: str
    label: Text | None = None
    known: Known
    copy_read: CopyDate
    by: tuple[str, ...] = ()
    checked: dt.date
    note: Strict | None = None
    sources: Annotated[tuple[SourceRef, ...], Field(min_length=1)]

    @field_validator("from_")
    @classmethod
    def _of_numbers(cls, value: str | None, info: ValidationInfo) -> str | None:
        return only_for_numbers(value, info)

    @field_validator("value")
    @classmethod
    def _of_its_kind(cls, value: str, info: ValidationInfo) -> str:
        return checked_value(value, info)


def only_for_numbers(value: str | None, info: ValidationInfo) -> str | None:
    """Return the value of ``from``; raises the error of pydantic when the contact is no number."""
    kind = info.data.get("kind")
    if value is not None and kind is not None and kind not in NUMBERS:
        raise refused("number-country", f"'from' is for numbers, and this is of the kind '{kind}'", "delete 'from'")
    return value


def checked_value(value: str, info: ValidationInfo) -> str:
    """Return the value of a contact; raises the error of pydantic that says why it cannot be one of its kind.

    ``info`` holds the fields before it: ``kind``, ``from_`` and, where the record has it, ``as_printed``.
    """
    kind = info.data.get("kind")
    if kind is None or "from_" not in info.data:
        return value  # their own faults are told
    country, excepted = info.data["from_"], info.data.get("as_printed") is not None
    if refusal := why_not(kind, value, country, as_printed=excepted):
        raise refused(*refusal)
    if excepted and why_not(kind, value, country) is None:
        raise refused("as-printed", f"'{value}' can be one: it needs no 'as_printed'", "delete 'as_printed'")
    return value
