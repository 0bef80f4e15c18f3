"""What is due to be checked again: every record has a day of its last check, every kind an interval in days.

Menus, forms and protections have no day of their own: somebody has seen them when the newest of their sources was
checked. Who sees a menu on a real screen adds that as a source with ``how: live``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from guide.model import Catalogue, Choice, Contact, Form, Label, MenuPath, Protection, Record, Route, Step
from guide.model.clock import today
from guide.model.vocabulary import Known
from guide.model.walk import name_of


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


def due_after_test(tested: dt.date, catalogue: Catalogue) -> dt.date:
    """Return the last day on which a test of ``tested`` still counts, a contact's or an organisation's own."""
    return due_on(tested, catalogue.freshness.days("contact"))


def contact_due(contact: Contact, catalogue: Catalogue) -> dt.date:
    """Return the last day on which what is known of ``contact`` still counts: from its test, if somebody tested it."""
    return due_after_test(contact.last_check, catalogue)


def contacts_of(catalogue: Catalogue) -> Iterator[tuple[str, Contact]]:
    """Yield every contact with the file in which it stands: ``routes/cpj`` or ``lines/crisis-br``."""
    for route in catalogue.routes.values():
        yield from ((f"routes/{route.id}", contact) for contact in route.contacts)
    for line in catalogue.lines.values():
        yield from ((f"lines/{line.id}", contact) for contact in line.contacts)


def is_due(contact: Contact, catalogue: Catalogue, on: dt.date) -> bool:
    """Return whether somebody should test ``contact`` by ``on``: no two people did, or too long ago."""
    return contact.known is not Known.LIVE or on > contact_due(contact, catalogue)


def contacts_due(catalogue: Catalogue, on: dt.date) -> list[Due]:
    """Return the contacts to call on ``on``: those that two people have not tested live, or too long ago.

    The day of each is that since which somebody should: what was only read or tried waits from the start.
    """
    owner = catalogue.freshness.owner("contact")
    out = []
    for name, contact in contacts_of(catalogue):
        if not is_due(contact, catalogue, on):
            continue
        day = contact_due(contact, catalogue) if contact.known is Known.LIVE else contact.last_check
        what = f"{contact.value} — {how_known(contact)}"
        out.append(Due(owner, contact.kind.value, day, name, what))
    return sorted(out, key=lambda due: (due.day, due.kind, due.name))


def how_known(contact: Contact) -> str:
    """Return how a contact is known, in words for those who keep the data."""
    if contact.known is Known.LIVE:
        return f"tested live on {contact.tested}, too long ago"
    if contact.known is Known.TRIED:
        return f"tried by one person on {contact.tested}: a second is missing"
    return f"never tested ({contact.known.value}, copy: {contact.copy_read})"


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
    for name, contact in contacts_of(catalogue):
        yield Due(fresh.owner("contact"), "contact", contact_due(contact, catalogue), name, contact.value)
    for line in catalogue.lines.values():
        day = due_on(line.checked, fresh.days("line", [line.country]))
        yield Due(fresh.owner("line"), "line", day, f"lines/{line.id}", line.name.words)
    for country in catalogue.countries.values():
        day = due_on(country.checked, fresh.days("country", [country.id]))
        yield Due(fresh.owner("country"), "country", day, f"countries/{country.id}", country.name.words)
        for item in country.names:
            day = due_on(item.checked, fresh.days("ngo", [country.id]))
            yield Due(fresh.owner("ngo"), "ngo", day, f"countries/{country.id}", item.name.words)
    for decision in catalogue.decisions.values():
        day = due_on(decision.checked, fresh.days("decision"))
        yield Due(fresh.owner("decision"), "decision", day, f"decisions/{decision.id}", decision.name)
    yield from _labels(catalogue)


def _labels(catalogue: Catalogue) -> Iterator[Due]:
    """Yield the menus, forms and protections, each with its place in the file: ``surfaces/post/report/0: …``."""
    files: list[tuple[str, Any]] = [(f"platforms/{name}", item) for name, item in catalogue.platforms.items()]
    files += [(f"threats/{name}", item) for name, item in catalogue.threats.items()]
    files += [("plan", catalogue.plan), ("general", catalogue.general), ("evidence", catalogue.evidence)]
    for file, record in files:
        for path, kind, item in _perishable(record, ()):
            sources = [catalogue.sources[name] for name in item.sources]
            day = due_on(max(source.checked for source in sources), catalogue.freshness.days(kind))
            what = f"{'/'.join(path)}: {_words(item)}"
            yield Due(catalogue.freshness.owner(kind), kind, day, file, what)


def _perishable(value: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str, Any]]:
    """Yield the place, the kind and the record of everything under ``value`` that names what an app shows."""
    if isinstance(value, Form):
        yield path, "form", value
    elif isinstance(value, Protection):
        yield path, "protection", value
    elif isinstance(value, (MenuPath, Choice)) or (isinstance(value, Step) and value.path):
        yield path, "menu", value
    elif isinstance(value, Record):
        for name in type(value).model_fields:
            yield from _perishable(getattr(value, name), (*path, name))
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _perishable(inner, (*path, str(name)))
    elif isinstance(value, tuple):
        for position, inner in enumerate(value):
            yield from _perishable(inner, (*path, name_of(inner, position)))


def _words(item: Any) -> str:
    """Return what to look for on the screen: the labels of a menu, or what a form or protection is called."""
    if isinstance(item, Form):
        return item.name.words
    return _shown(item.path) or item.do.words


def _shown(path: Iterable[Label]) -> str:
    return " › ".join((item.es or item.en or item.pt or item.fr or (str(item.icon),))[0] for item in path)


__all__ = [
    "Due",
    "contact_due",
    "contacts_due",
    "contacts_of",
    "due_after_test",
    "due_on",
    "how_known",
    "is_due",
    "records_due",
    "route_due",
    "today",
]
