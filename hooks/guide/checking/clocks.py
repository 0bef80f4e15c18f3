"""A clock that is wrong: hundreds of dates that have not come yet are one fault, and it names the clock."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from guide.model import Catalogue
from guide.model.clock import today
from guide.model.fault import Fault
from guide.model.variables import build_day

#: A slip of a writer makes a few dates of the future, a clock that is behind makes hundreds.
FEW = 30
#: After so many days without any check, the clock may be ahead, or nobody keeps this copy.
LONG = 200


def with_the_clock(faults: list[Fault]) -> list[Fault]:
    """Return ``faults`` with one in the place of many dates that have not come yet."""
    dates = sorted(fault for fault in faults if fault.rule == "future-date")
    if len(dates) <= FEW:
        return faults
    message = f"{_clock()} {today()}, and {len(dates)} dates of the data come after it, the first one here"
    one = replace(dates[0], rule="wrong-clock", message=message, mend=_mend())
    return [one, *(fault for fault in faults if fault.rule != "future-date")]


def clock_ahead(catalogue: Catalogue) -> str:
    """Return a note when nothing was checked for long before the day of the build; empty otherwise."""
    newest = max((source.checked for source in catalogue.sources.values()), default=dt.date.max)
    days = (today() - newest).days
    if days <= LONG:
        return ""
    return f"{_clock()} {today()}, {days} days after the newest check in the data: {_mend()}, or check the data anew."


def _clock() -> str:
    return "TODAY or SOURCE_DATE_EPOCH says that it is" if build_day() else "The clock of this machine says that it is"


def _mend() -> str:
    return "give it another day" if build_day() else "set the clock, or give the day, such as TODAY=2026-11-30"
