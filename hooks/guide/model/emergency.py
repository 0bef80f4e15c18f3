"""Emergency numbers of a country: each behind the warning that names it."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated

from pydantic import AfterValidator, Field, model_validator

from guide.model.base import Record
from guide.model.fault import refused
from guide.model.fields import CopyDate
from guide.model.reference import Id, SourceRef
from guide.model.text import Text
from guide.model.vocabulary import AnsweredBy, Known


def _short_number(number: str) -> str:
    if not re.fullmatch(r"[*#]?[0-9]{3,5}", number):
        mend = 'write three to five digits, such as "911"'
        raise refused("emergency-number", f"'{number}' is no emergency number", mend)
    return number


class EmergencyNumber(Record):
    """A number that a country's State answers, 911 or a line for women, with the warning that stands before it.

    The number is written here once; title and text of its warning name it as ``{emergency}``, so it never stands
    without them, and never as a link that one tap dials (rule P33). Nobody tests such a number by calling it: it
    was read on the body's own page or elsewhere.
    """

    id: Id
    number: Annotated[str, AfterValidator(_short_number)]
    answered_by: AnsweredBy
    warning: Id
    hours: Text | None = None
    cost: Text | None = None
    known: Known
    copy_read: CopyDate
    checked: dt.date
    sources: Annotated[tuple[SourceRef, ...], Field(min_length=1)]
    facts: tuple[Id, ...] = ()

    @model_validator(mode="after")
    def _was_read(self) -> EmergencyNumber:
        if self.known not in (Known.OWN_PAGE, Known.ELSEWHERE):
            message = "nobody tests an emergency number by calling it"
            raise refused("emergency-number", message, "write 'known: own-page' or 'elsewhere'")
        return self
