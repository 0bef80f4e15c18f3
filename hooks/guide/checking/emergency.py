"""Emergency numbers of countries: behind their warning, and none of the police where the police is feared (P33)."""

from __future__ import annotations

from collections.abc import Iterator

from guide.model import Country
from guide.model.contact_value import can_be_short, is_short
from guide.model.fault import Fault, nearest
from guide.model.state import ONLY_AMBULANCE
from guide.model.text import RunKind, walk_runs
from guide.model.vocabulary import AnsweredBy, StateRoute
from guide.reading.load import Loaded, Place


def check_emergency(loaded: Loaded) -> Iterator[Fault]:
    """Yield numbers without their warning, and numbers that a country must not have."""
    for name, country in loaded.catalogue.countries.items():
        yield from _check_country(country, loaded.places["countries", name])
    for name, route in loaded.catalogue.routes.items():
        for position, contact in enumerate(route.contacts):
            if contact.from_ in ONLY_AMBULANCE and is_short(contact.value, contact.from_):
                yield loaded.places["routes", name].fault(
                    ("contacts", position, "value"),
                    "police-number",
                    f"'{contact.value}' is a short number of '{contact.from_}': none of those may reach its police",
                    "delete it; an ambulance's may stand under 'emergency' of the country (rule P33)",
                )


def _check_country(country: Country, place: Place) -> Iterator[Fault]:
    warnings = {item.id: item for item in country.warnings}
    taken: set[str] = set()
    for position, item in enumerate(country.emergency):
        feared = country.id in ONLY_AMBULANCE or country.state is StateRoute.NONE
        if feared and item.answered_by is not AnsweredBy.AMBULANCE:
            yield place.fault(
                ("emergency", position, "answered_by"),
                "police-number",
                f"'{country.id}' gets no number that can reach its police",
                "delete it; an ambulance's may stand if a source gives it (rule P33)",
            )
        if not can_be_short(item.number, country.id):
            yield place.fault(
                ("emergency", position, "number"),
                "emergency-number",
                f"'{item.number}' has not as many digits as the short numbers of '{country.id}'",
                "compare it with its source, digit by digit",
            )
        loc = ("emergency", position, "warning")
        if item.warning not in warnings:
            message = f"this country has no warning '{item.warning}'"
            yield place.fault(loc, "emergency-number", message, nearest(item.warning, warnings) or "write one first")
            continue
        if item.warning in taken:
            message = f"the warning '{item.warning}' stands before another number already"
            yield place.fault(loc, "emergency-number", message, "give each number a warning of its own")
        taken.add(item.warning)
        warning = warnings[item.warning]
        named = {
            run.text
            for text in (warning.title, warning.text)
            for run in walk_runs(text.runs)
            if run.kind is RunKind.VALUE
        }
        if "emergency" not in named:
            message = f"the warning '{item.warning}' does not name the number"
            yield place.fault(loc, "emergency-number", message, "write {emergency} in its title or text")
