"""Sheets for two people who will call: the contacts of a country that are due, what to ask, and what to paste back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from guide.deciding.freshness import due_on, is_due, route_due
from guide.model import Catalogue, Contact, Line, Route
from guide.model.languages import LANGUAGES, SOURCE, written_date
from guide.model.text import Text
from guide.model.vocabulary import Known, Paper
from guide.paper.typeset import compiled
from guide.writing.filter_view import spoken
from guide.writing.links import Here
from guide.writing.places import place_plain
from guide.writing.render import Writer

TEMPLATE = "calls.typ"
#: Stands for contacts of bodies that are of no one country.
WORLD = "world"


@dataclass(frozen=True, slots=True)
class ToCall:
    """A contact that is due, with the body that it belongs to and the file in which it stands."""

    file: str
    holder: Route | Line
    contact: Contact


def calls_due(catalogue: Catalogue, on: dt.date) -> dict[str, list[ToCall]]:
    """Return the contacts to test on ``on`` by the country that they are of, those of no country last.

    A country with nobody to call is there too: its page and its bodies are to be read again.
    """
    found: dict[str, list[ToCall]] = {name: [] for name in catalogue.countries}
    for call in _all(catalogue):
        if is_due(call.contact, catalogue, on) and call.contact.value not in emergency_numbers(catalogue, call.holder):
            found.setdefault(_country(call.holder), []).append(call)
    order = sorted(name for name in found if name != WORLD) + [WORLD] * (WORLD in found)
    return {name: found[name] for name in order}


def call_sheets(catalogue: Catalogue, on: dt.date) -> dict[str, bytes]:
    """Return the sheet of each country as PDF, by the country; raises SheetFailed."""
    writer = Writer(Here(LANGUAGES[SOURCE], "contacts/"), catalogue.interface)
    return {
        name: compiled(_inputs(catalogue, name, calls, writer, on), TEMPLATE)
        for name, calls in calls_due(catalogue, on).items()
    }


def emergency_numbers(catalogue: Catalogue, holder: Route | Line) -> frozenset[str]:
    """Return the emergency numbers of the countries of ``holder``: calling one to test it sends somebody."""
    codes = (holder.country,) if isinstance(holder, Line) else holder.countries
    countries = (catalogue.countries[code] for code in codes if code in catalogue.countries)
    return frozenset(item.number for country in countries for item in country.emergency)


def to_paste(contact: Contact) -> tuple[str, ...]:
    """Return the lines that replace ``known`` and ``copy_read`` of a contact after two people have tested it."""
    return (f"# id: {contact.id} (borre copy_read)", "known: live", 'tested: "____-__-__"', "by: [__, __]")


def _all(catalogue: Catalogue) -> Iterator[ToCall]:
    for route in catalogue.routes.values():
        yield from (ToCall(f"data/routes/{route.id}.yml", route, contact) for contact in route.contacts)
    for line in catalogue.lines.values():
        yield from (ToCall(f"data/lines/{line.id}.yml", line, contact) for contact in line.contacts)


def _country(holder: Route | Line) -> str:
    if isinstance(holder, Line):
        return holder.country
    return holder.countries[0] if len(holder.countries) == 1 else WORLD


def _inputs(catalogue: Catalogue, name: str, calls: list[ToCall], writer: Writer, on: dt.date) -> dict[str, Any]:
    words, plain = catalogue.calls, writer.plain
    place = plain(words.world) if name == WORLD else place_plain(catalogue, name, writer)
    return {
        "title": plain(words.title, name=place),
        "lang": SOURCE,
        "paper": Paper.A4.value,
        "day": on.isoformat(),
        "date": written_date(on.isoformat(), SOURCE),
        "intro": [*(plain(item.text) for item in words.intro), *_never(catalogue, name, writer)],
        "people": [plain(words.first), plain(words.second)],
        "blanks": [plain(words.letters), plain(words.day)],
        "boxes": [plain(words.works), plain(words.differs)],
        "answer": plain(words.answer),
        "calls": [_block(call, catalogue, writer) for call in calls],
        "also": plain(words.also),
        "read": list(_to_read(catalogue, name, writer)),
    }


def _to_read(catalogue: Catalogue, name: str, writer: Writer) -> Iterator[str]:
    """Yield what is to be read again of a country, each with its day: its page, bodies known by name, its routes."""
    if name in catalogue.countries:
        country = catalogue.countries[name]
        day = due_on(country.checked, catalogue.freshness.days("country", [name]))
        yield _until(f"data/countries/{name}.yml", day, catalogue, writer)
        for item in country.names:
            site = f" ({item.site})" if item.site else ""
            yield _until(f"{writer.plain(item.name)}{site}", day, catalogue, writer)
    for route in catalogue.routes.values():
        if _country(route) == name:
            site = f" ({route.site})" if route.site else ""
            yield _until(f"{writer.plain(route.name)}{site}", route_due(route, catalogue), catalogue, writer)


def _until(what: str, day: dt.date, catalogue: Catalogue, writer: Writer) -> str:
    return f"{what}: {writer.plain(catalogue.calls.until, date=written_date(day.isoformat(), SOURCE))}"


def _never(catalogue: Catalogue, name: str, writer: Writer) -> list[str]:
    numbers = [item.number for item in catalogue.countries[name].emergency] if name in catalogue.countries else []
    return [f"{writer.plain(catalogue.calls.never)} {', '.join(numbers)}"] if numbers else []


def _block(call: ToCall, catalogue: Catalogue, writer: Writer) -> dict[str, Any]:
    words, plain, contact = catalogue.calls, writer.plain, call.contact
    body = plain(call.holder.name)
    return {
        "name": body,
        "value": contact.value,
        "kind": plain(catalogue.interface[f"contact-kind-{contact.kind.value}"]),
        "label": plain(contact.label) if contact.label is not None else "",
        "about": [plain(text) for text in _about(call.holder)] + _spoken(call.holder, writer),
        "known": f"{plain(words.known)}: {_known(contact, writer)}",
        "note": plain(contact.note) if contact.note is not None else "",
        "ask": [plain(item.text, name=body) for item in words.ask[contact.kind]],
        "paste": f"{plain(words.paste)} {call.file}",
        "lines": list(to_paste(contact)),
    }


def _about(holder: Route | Line) -> Iterator[Text]:
    fields = ("warning", "languages", "hours", "cost")
    yield from (text for name in fields if (text := getattr(holder, name, None)) is not None)


def _spoken(holder: Route | Line, writer: Writer) -> list[str]:
    if getattr(holder, "languages", None) is not None or not holder.speaks:
        return []
    return [writer.plain(writer.interface["line-speaks"], names=spoken(holder.speaks, writer.language))]


def _known(contact: Contact, writer: Writer) -> str:
    key = f"contact-{contact.known.value}"
    date = str(contact.tested) if contact.known in (Known.LIVE, Known.TRIED) else str(contact.copy_read)
    return writer.plain(writer.interface[key], date=writer.date(date), count=len(contact.by))
