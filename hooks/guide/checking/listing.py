"""Who may be named as help, and what stands before a line's number (rules P31, P33)."""

from __future__ import annotations

from collections.abc import Iterator

from guide.model import Consent, Line
from guide.model.contact_value import is_short
from guide.model.fault import Fault
from guide.model.line import RunBy
from guide.model.state import ENDANGERED_BY_LISTING, OF_PEOPLE, ONLY_AMBULANCE
from guide.model.vocabulary import ReachesState
from guide.reading.load import Loaded, Place

_MEND = "name the country of its seat in 'based_in', add 'consent' once it has agreed, or take it out (rule P31)"


def check_listing(loaded: Loaded) -> Iterator[Fault]:
    """Yield bodies that being named endangers, and lines whose number stands without its warning."""
    catalogue = loaded.catalogue
    for name, route in catalogue.routes.items():
        if route.kind in OF_PEOPLE:
            place = loaded.places["routes", name]
            for country in ENDANGERED_BY_LISTING.intersection(route.countries):
                yield from _exposed(name, country, route.based_in, route.consent, place, ("open_to",))
    for name, country_record in catalogue.countries.items():
        if name not in ENDANGERED_BY_LISTING:
            continue
        place = loaded.places["countries", name]
        for position, route_id in enumerate(country_record.local):
            route = catalogue.routes[route_id]
            yield from _exposed(route_id, name, route.based_in, route.consent, place, ("local", position))
        for position, item in enumerate(country_record.names):
            yield from _exposed(item.id, name, item.based_in, item.consent, place, ("names", position))
    for name, line in catalogue.lines.items():
        yield from _check_line(line, loaded.places["lines", name])


def _exposed(
    name: str,
    country: str,
    based_in: tuple[str, ...],
    consent: Consent | None,
    place: Place,
    loc: tuple[int | str, ...],
) -> Iterator[Fault]:
    if consent is None and (not based_in or country in based_in):
        seat = f"has its seat in '{country}'" if country in based_in else "has no seat abroad that the data name"
        yield place.fault(loc, "endangering-name", f"'{name}' {seat}, and to be named can endanger it there", _MEND)


def _check_line(line: Line, place: Place) -> Iterator[Fault]:
    if line.country in ENDANGERED_BY_LISTING and line.consent is None:
        message = f"'{line.id}' is a line of '{line.country}', where to be named can endanger who answers or who calls"
        yield place.fault(("country",), "endangering-name", message, "delete the file (rule P31)")
    warned = line.run_by is RunBy.STATE or bool(line.may_send) or line.reaches_state in _TELLS
    if warned and line.warning is None and line.contacts:
        message = f"'{line.id}' may send somebody or tell the State, and no warning stands before its number"
        yield place.fault(("id",), "unwarned-line", message, "add 'warning' (rule P33)")
    if line.run_by is RunBy.STATE and line.reaches_state is ReachesState.NO:
        message = f"'{line.id}' is run by the State, which learns of who calls"
        yield place.fault(("reaches_state",), "hidden-state", message, "write direct, passes-on or unknown")
    for position, contact in enumerate(line.contacts):
        if contact.from_ in ONLY_AMBULANCE and is_short(contact.value, contact.from_):
            message = f"'{contact.value}' is a short number of '{contact.from_}': none of those may reach its police"
            yield place.fault(("contacts", position, "value"), "police-number", message, "delete it (rule P33)")


#: A State learns at once of who calls.
_TELLS = frozenset({ReachesState.DIRECT, ReachesState.PASSES_ON})
