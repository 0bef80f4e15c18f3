"""Which contacts paper prints (rule P1): those tested, and those that stand on the body's own page, with their date.

Paper does not fold: what only others published, and a copy past its interval, is an empty line to fill (rule P33).
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.deciding.freshness import contact_due
from guide.model import Catalogue, Contact, Route
from guide.model.clock import today
from guide.model.vocabulary import Known, RouteKind

#: Bodies that review what a platform decided: to write to them is what the sheet of the Union is for.
WITH_CONTACTS = frozenset({RouteKind.DISPUTE_BODY, RouteKind.REGULATOR})


def printed(route: Route, catalogue: Catalogue) -> tuple[Contact, ...]:
    """Return the contacts of ``route`` that paper may give: all that are tested, or those read on its own page."""
    tested = tuple(contact for contact in route.contacts if contact.known is Known.LIVE)
    return tested or tuple(contact for contact in route.contacts if _own(contact, catalogue))


def _own(contact: Contact, catalogue: Catalogue) -> bool:
    return contact.known is Known.OWN_PAGE and today() <= contact_due(contact, catalogue)


def routes_on_paper(catalogue: Catalogue) -> Iterator[Route]:
    """Yield each route once whose contacts a sheet prints: of the next minutes, of a country, of two countries."""
    names = [line.route for line in catalogue.urgent.lines]
    names += [name for country in catalogue.countries.values() for name in country.local]
    names += [
        name
        for country in catalogue.countries.values()
        for name in country.routes
        if catalogue.routes[name].kind in WITH_CONTACTS
    ]
    names += [name for part in catalogue.two_countries.parts for name in part.routes]
    yield from (catalogue.routes[name] for name in dict.fromkeys(names))
