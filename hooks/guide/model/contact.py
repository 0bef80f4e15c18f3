"""Contacts of those who help: what they are, and how each is known (rules of the field ``known``: rule P1)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import Annotated

from pydantic import AfterValidator, Field, ValidationInfo, field_validator

from guide.model.base import Record
from guide.model.contact_value import NUMBERS, why_not
from guide.model.fault import refused
from guide.model.fields import CopyDate, Strict, Words
from guide.model.reference import Id, SourceRef
from guide.model.text import Text
from guide.model.vocabulary import ContactKind, Known

#: So many people test a contact, each on their own, before it counts as tested live.
TESTERS = 2
#: Somebody called or wrote; the others were only read.
TRIED_BY_SOMEBODY = frozenset({Known.LIVE, Known.TRIED})


def _code(code: str) -> str:
    if not re.fullmatch(r"[A-Za-z]{1,6}", code):
        raise refused("testers", f"'{code}' is no code of a person", "write a few letters, as in AB")
    return code


#: Stands for a person who tested: a few letters, so that a point or a blank makes no second person of one.
TesterCode = Annotated[str, AfterValidator(_code)]


def people(by: Iterable[str]) -> int:
    """Return how many different people the codes in ``by`` name; capitals make no other person."""
    return len({code.casefold() for code in by})


def _enough(by: tuple[str, ...]) -> tuple[str, ...]:
    if people(by) < TESTERS:
        raise refused("testers", _too_few(by), "let a second person test it, and add their code")
    return by


def _too_few(by: tuple[str, ...]) -> str:
    named = "the same person twice" if len(by) > people(by) else "one person" if by else "nobody"
    return f"two people test a contact, and 'by' names {named}"


#: Codes of those who tested; only how many they are is ever printed.
Testers = Annotated[tuple[TesterCode, ...], AfterValidator(_enough)]


class AsPrinted(Record):
    """Why a number that cannot be one stands all the same: a source prints it so, and facts are not altered."""

    why: Words
    sources: Annotated[tuple[SourceRef, ...], Field(min_length=1)]


class Contact(Record):
    """A phone, address or form, written once and never translated; how it is known decides where it stands.

    ``live`` and ``tried`` have the day of the test in ``tested`` and codes of who tested in ``by``; all but ``live``
    have the date of the copy that was read in ``copy_read``. ``from`` is the country inside which a number is dialled
    as it is written.
    """

    id: Id
    kind: ContactKind
    from_: str | None = Field(default=None, alias="from")
    as_printed: AsPrinted | None = None
    value: str
    label: Text | None = None
    known: Known
    tested: dt.date | None = Field(default=None, validate_default=True)
    by: tuple[TesterCode, ...] = Field(default=(), validate_default=True)
    copy_read: CopyDate | None = Field(default=None, validate_default=True)
    checked: dt.date
    note: Strict | None = None
    sources: Annotated[tuple[SourceRef, ...], Field(min_length=1)]

    @property
    def last_check(self) -> dt.date:
        """The day of the test, or where nobody tested that of the last look at what was read."""
        return self.tested or self.checked

    @field_validator("from_")
    @classmethod
    def _of_numbers(cls, value: str | None, info: ValidationInfo) -> str | None:
        return only_for_numbers(value, info)

    @field_validator("value")
    @classmethod
    def _of_its_kind(cls, value: str, info: ValidationInfo) -> str:
        return checked_value(value, info)

    @field_validator("tested")
    @classmethod
    def _has_a_day(cls, value: dt.date | None, info: ValidationInfo) -> dt.date | None:
        known = info.data.get("known")
        if known in TRIED_BY_SOMEBODY and value is None:
            raise refused("test-or-copy", "it does not say when it was tested", "add 'tested', the day of the test")
        if known is not None and known not in TRIED_BY_SOMEBODY and value is not None:
            mend = "write 'known: tried' if one person tested it, 'known: live' if two did, or delete 'tested'"
            raise refused("test-or-copy", f"'{known}' says that nobody tested it, and 'tested' says when", mend)
        return value

    @field_validator("by")
    @classmethod
    def _fits(cls, value: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        known, count = info.data.get("known"), people(value)
        if known is Known.LIVE and count < TESTERS:
            mend = "add the code of the second, or write 'known: tried' with the date of the copy that was read"
            raise refused("testers", _too_few(value), mend)
        if known is Known.TRIED and count != 1:
            mend = "write 'known: live' and delete 'copy_read'" if count else "add 'by' with the code of who tested it"
            raise refused("testers", f"'tried' says that one person tested it, and 'by' names {count}", mend)
        if known is not None and known not in TRIED_BY_SOMEBODY and value:
            mend = "write 'known: tried' if one person tested it, 'known: live' if two did, or delete 'by'"
            raise refused("testers", f"'{known}' says that nobody tested it, and 'by' names who did", mend)
        return value

    @field_validator("copy_read")
    @classmethod
    def _unless_live(cls, value: str | None, info: ValidationInfo) -> str | None:
        known = info.data.get("known")
        if known is Known.LIVE and value is not None:
            raise refused("test-or-copy", "a contact tested live rests on its test, not a copy", "delete 'copy_read'")
        if known not in (None, Known.LIVE) and value is None:
            mend = "add 'copy_read', the date of the copy that was read, or 'undated'"
            raise refused("missing-field", "the field 'copy_read' is missing", mend)
        return value


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
