"""Who helps: routes, their contacts, countries and the names in them, each with what must be read before it.

A guard, a warning or a limit is no field that a reader of the file could leave behind without noticing: all of them are
one list in front of the record, in words, in the order in which the pages show them (rules P1, P5, P31, P33).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guide.deciding.advice import guards_before
from guide.deciding.freshness import contact_due, due_on, route_due
from guide.model import Catalogue, LocalName
from guide.model import Contact as OurContact
from guide.model import Country as OurCountry
from guide.model import Route as OurRoute
from guide.model.base import Fact, Item
from guide.model.condition import Condition
from guide.model.contact import people
from guide.model.text import Text
from guide.model.vocabulary import ContactKind, Known, ReachesState
from guide.opendata.base import ReadFirst, Said
from guide.opendata.shapes import Contact, Country, HowKnown, Name, Route
from guide.opendata.words import AllWords

_KNOWN_BEHIND = frozenset({Known.ELSEWHERE, Known.TRIED})


def routes(catalogue: Catalogue, words: AllWords) -> list[Route]:
    """Return every route."""
    return [_route(catalogue, route, words) for route in catalogue.routes.values()]


def countries(catalogue: Catalogue, words: AllWords) -> list[Country]:
    """Return every country."""
    return [_country(catalogue, country, words) for country in catalogue.countries.values()]


def read_first(words: AllWords, kind: str, *texts: Text | None, name: str = "") -> tuple[ReadFirst, ...]:
    """Return what must be read, as one entry; none where there is no text."""
    there = [text for text in texts if text is not None]
    return (ReadFirst(kind=kind, id=name, words=words.words(*there)),) if there else ()


def said(words: AllWords, items: tuple[Fact, ...] | tuple[Item, ...]) -> tuple[Said, ...]:
    """Return items of a list, with their sources where they have some."""
    return tuple(Said(id=item.id, text=words.key(item.text), sources=getattr(item, "sources", ())) for item in items)


def conditions(condition: Condition) -> Mapping[str, Any]:
    """Return what a condition asks."""
    return {name: list(value) if isinstance(value, tuple) else value for name, value in condition.asks}


def _route(catalogue: Catalogue, route: OurRoute, words: AllWords) -> Route:
    before: tuple[ReadFirst, ...] = ()
    for guard in guards_before(catalogue, route):
        before += read_first(words, "guard", guard.title, guard.text, name=guard.id)
    before += read_first(words, "warning", route.warning)
    before += read_first(words, "limit", route.cannot)
    before += read_first(words, "risk", route.risk)
    before += read_first(words, "state", route.reaches_why)
    if not route.contacts and not route.site:
        before += read_first(words, "no-contact", catalogue.interface["route-no-contact"])
    named = [c.id for c in catalogue.countries.values() if route.id in (*c.routes, *c.local, *c.beyond)]
    return Route(
        id=route.id,
        page=f"routes/{route.id}/",
        read_first=before,
        reaches_state=route.reaches_state.value,
        open_to=conditions(route.open_to),
        closed_to=conditions(route.closed_to),
        adults_only=route.adults_only,
        nearer=route.nearer,
        countries=tuple(sorted(named)),
        based_in=route.based_in,
        agreed=route.consent.date if route.consent else None,
        name=words.key(route.name),
        kind=route.kind.value,
        region=route.region.value,
        urgency=route.urgency.value,
        speaks=route.speaks,
        when=words.key(route.when),
        ready=words.key(route.ready),
        who=words.key(route.who),
        can=words.key(route.can),
        prepare=words.key(route.prepare),
        languages=words.maybe(route.languages),
        hours=words.maybe(route.hours),
        response=words.maybe(route.response),
        cost=words.maybe(route.cost),
        site=route.site,
        contacts=tuple(_contact(catalogue, route, contact, words) for contact in route.contacts),
        confidence=route.confidence.value,
        checked=route.checked,
        valid_until=route_due(route, catalogue),
        sources=route.sources,
    )


def _contact(catalogue: Catalogue, route: OurRoute, contact: OurContact, words: AllWords) -> Contact:
    of_state = route.reaches_state is not ReachesState.NO
    return Contact(
        id=contact.id,
        kind=contact.kind.value,
        value=contact.value,
        inside=contact.from_,
        label=words.maybe(contact.label),
        how_known=HowKnown(
            known=contact.known.value,
            testers=people(contact.by),
            tested=contact.tested,
            copy_read=contact.copy_read,
            checked=contact.checked,
            valid_until=contact_due(contact, catalogue),
        ),
        behind_site=contact.known in _KNOWN_BEHIND,
        no_link=of_state and contact.kind is ContactKind.PHONE,
        as_printed=contact.as_printed is not None,
        read_first=read_first(words, "note", contact.note),
        sources=contact.sources,
    )


def _country(catalogue: Catalogue, country: OurCountry, words: AllWords) -> Country:
    before = read_first(words, "state", country.state_why)
    for warning in country.warnings:
        before += read_first(words, "warning", warning.title, warning.text, name=warning.id)
    return Country(
        id=country.id,
        page=f"countries/{country.id}/",
        read_first=before,
        name=words.key(country.name),
        region=country.region.value,
        union=country.union,
        part_of=country.part_of,
        party_to=country.party_to,
        own_authorities=country.state.value,
        paper=country.sheet.value,
        local=country.local,
        names=tuple(_name(catalogue, country, item, words) for item in country.names),
        beyond=country.beyond,
        routes=country.routes,
        works=said(words, country.works),
        clock=said(words, country.clock),
        laws=said(words, country.laws),
        missing=said(words, country.missing),
        checked=country.checked,
        valid_until=due_on(country.checked, catalogue.freshness.days("country", [country.id])),
        sources=country.sources,
    )


def _name(catalogue: Catalogue, country: OurCountry, item: LocalName, words: AllWords) -> Name:
    before = read_first(words, "warning", item.warning)
    before += read_first(words, "state", item.reaches_why)
    before += read_first(words, "no-contact", catalogue.interface["names-how"])
    return Name(
        id=item.id,
        read_first=before,
        reaches_state=item.reaches_state.value,
        open_to=conditions(item.open_to),
        closed_to=conditions(item.closed_to),
        based_in=item.based_in,
        agreed=item.consent.date if item.consent else None,
        name=words.key(item.name),
        does=words.key(item.does),
        who=words.maybe(item.who),
        site=item.site,
        confidence=item.confidence.value,
        checked=item.checked,
        valid_until=due_on(item.checked, catalogue.freshness.days("ngo", [country.id])),
        sources=item.sources,
    )
