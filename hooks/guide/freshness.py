"""What is due to be checked again: every record has a day of its last check, every kind an interval in days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from guide.model import Catalogue
from guide.vocabulary import Known


@dataclass(frozen=True, slots=True, order=True)
class Due:
    """Something to check: the day from which it counts as old, what it is, and where it stands in the data."""

    day: dt.date
    kind: str
    name: str
    what: str


def due_on(checked: dt.date, days: int) -> dt.date:
    """Return the last day on which a check of ``checked`` still counts."""
    return checked + dt.timedelta(days=days)


def contacts_due(catalogue: Catalogue) -> list[Due]:
    """Return every contact that two people have not tested live, and those tested too long ago, oldest first."""
    days = catalogue.freshness["contact"]
    out = []
    for route in catalogue.routes.values():
        for contact in route.contacts:
            known = "tested live" if contact.known is Known.LIVE else f"never tested ({contact.known.value})"
            day = due_on(contact.checked, days) if contact.known is Known.LIVE else contact.checked
            out.append(Due(day, contact.kind.value, f"routes/{route.id}", f"{contact.value} — {known}"))
    return sorted(out)


def records_due(catalogue: Catalogue, on: dt.date) -> list[Due]:
    """Return the sources and routes whose interval has passed on ``on``, oldest first."""
    return sorted(due for due in _records(catalogue) if due.day < on)


def _records(catalogue: Catalogue) -> Iterator[Due]:
    days = catalogue.freshness
    for source in catalogue.sources.values():
        yield Due(due_on(source.checked, days["rule"]), "source", f"sources/{source.id}", source.title)
    for route in catalogue.routes.values():
        interval = days.get(route.kind.value, days["platform"])
        yield Due(due_on(route.checked, interval), route.kind.value, f"routes/{route.id}", route.name)
