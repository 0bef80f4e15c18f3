"""A country: whether its own authorities can be gone to, by which routes, and what to beware of."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated

from pydantic import AfterValidator, Field, model_validator

from guide.model.base import Fact, Item, Record
from guide.model.fault import refused
from guide.model.fields import CopyDate, Strict
from guide.model.reference import Id, RouteRef, SourceRef
from guide.model.roles import CountrySheet
from guide.model.text import Text
from guide.model.vocabulary import AnsweredBy, Known, StateRoute


class CountryWarning(Record):
    """Something to beware of in a country, with its sources; never shown in an outdated translation."""

    id: Id
    title: Strict
    text: Strict
    sources: Annotated[tuple[SourceRef, ...], Field(min_length=1)]
    facts: tuple[Id, ...] = ()


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


class Country(Record):
    """A country or the European Union.

    ``state`` says whether its own authorities can be gone to and ``state_why`` why; ``state_sources`` are those that
    show a way to them: two of different publishers where ``state`` is ``advice``. ``routes`` are its authorities
    (mechanism, prosecutor, ombudsperson, regulator), ``local`` its own organisations, ``beyond`` bodies from outside
    that work on it. ``works`` holds the honest lines on how well its mechanism works; ``missing`` what was not found;
    ``emergency`` the numbers that its warnings name. ``sheet`` says whether every build prints a sheet of it: in some
    countries it is dangerous to carry one.
    """

    id: Id
    name: Text
    tab: Text
    words: Text | None = None
    sheet: CountrySheet = CountrySheet.ALWAYS
    state: StateRoute
    state_why: Strict
    works: tuple[Fact, ...] = ()
    emergency: tuple[EmergencyNumber, ...] = ()
    warnings: tuple[CountryWarning, ...] = ()
    laws: tuple[Fact, ...] = ()
    routes: tuple[RouteRef, ...] = ()
    local: tuple[RouteRef, ...] = ()
    beyond: tuple[RouteRef, ...] = ()
    missing: tuple[Item, ...] = ()
    checked: dt.date
    sources: tuple[SourceRef, ...] = ()
    state_sources: tuple[SourceRef, ...] = ()
    facts: tuple[Id, ...] = ()

    def values_of(self, warning: str) -> dict[str, str]:
        """Return what title and text of a warning may name in braces: the number that it stands before."""
        number = next((item.number for item in self.emergency if item.warning == warning), None)
        return {"emergency": number} if number else {}
