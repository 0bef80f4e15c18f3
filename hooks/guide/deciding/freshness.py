"""What is due to be checked again: every record has a day of its last check, every kind an interval in days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from guide.model import Catalogue, Route
from guide.model.clock import today
from guide.model.vocabulary import Known


@dataclass(frozen=True, slots=True, order=True)
class Due:
    """Something to check: whose task it is, its kind, the day from which it counts as old, and where it stands."""

    owner: str
    kind: str
    day: dt.date
    name: str
    what: str


def due_on(checked: dt.date, days: int) -> dt.date:
    """Return the last day on which a check of ``checked`` still counts."""
    return checked + dt.timedelta(days=days)


def route_due(route: Route, catalogue: Catalogue) -> dt.date:
    """Return the last day on which the check of ``route`` still counts, sooner in countries where much changes."""
    return due_on(route.checked, catalogue.freshness.days(route.kind.value, route.countries))


def contacts_due(catalogue: Catalogue) -> list[Due]:
    """Return every contact that two people have not tested live, and those tested too long ago."""
    days, owner = catalogue.freshness.days("contact"), catalogue.freshness.owner("contact")
    out = []
    for route in catalogue.routes.values():
        for contact in route.contacts:
            known = "tested live" if contact.known is Known.LIVE else f"never tested ({contact.known.value})"
            day = due_on(contact.checked, days) if contact.known is Known.LIVE else contact.checked
            out.append(Due(owner, contact.kind.value, day, f"routes/{route.id}", f"{contact.value} — {known}"))
    return sorted(out, key=lambda due: (due.day, due.kind, due.name))


def records_due(catalogue: Catalogue, on: dt.date) -> list[Due]:
    """Return what has not been checked within its interval on ``on``, by owner and kind, oldest first."""
    return sorted(due for due in _records(catalogue) if due.day < on)


def _records(catalogue: Catalogue) -> Iterator[Due]:
    fresh = catalogue.freshness
    for source in catalogue.sources.values():
        day = due_on(source.checked, fresh.days("rule"))
        yield Due(fresh.owner("rule"), "source", day, f"sources/{source.id}", source.title)
    for route in catalogue.routes.values():
        kind = route.kind.value
        yield Due(fresh.owner(kind), kind, route_due(route, catalogue), f"routes/{route.id}", route.name.words)
        for contact in route.contacts:
            day = due_on(contact.checked, fresh.days("contact"))
            yield Due(fresh.owner("contact"), "contact", day, f"routes/{route.id}", contact.value)
    for country in catalogue.countries.values():
        day = due_on(country.checked, fresh.days("country", [country.id]))
        yield Due(fresh.owner("country"), "country", day, f"countries/{country.id}", country.name.words)
    for decision in catalogue.decisions.values():
        day = due_on(decision.checked, fresh.days("decision"))
        yield Due(fresh.owner("decision"), "decision", day, f"decisions/{decision.id}", decision.name)


__all__ = ["Due", "contacts_due", "due_on", "records_due", "route_due", "today"]
