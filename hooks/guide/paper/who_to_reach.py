"""Who to reach, on paper: the official site, and the contacts that rule P1 allows there, each with how it is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from guide.deciding.freshness import contact_due, due_after_test
from guide.deciding.printed import printed
from guide.model import Catalogue, Contact, Route, UrgentLine
from guide.model.contact import people
from guide.model.contact_value import NUMBERS
from guide.model.languages import written_date
from guide.model.vocabulary import Known
from guide.reading.local import LocalNumber
from guide.writing.address import Address
from guide.writing.openness_words import named_with_openness
from guide.writing.plan_words import Line
from guide.writing.render import Writer


def site_of(route: Route) -> tuple[Address, ...]:
    """Return the official site of ``route``; nothing where it has none."""
    return (Address.of_site(route.site),) if route.site else ()


def reached(line: Line, route: Route, catalogue: Catalogue, writer: Writer) -> Iterator[Line]:
    """Yield ``line`` with the site of ``route``, then its contacts, those that are known alike in one line."""
    ways: dict[str, list[Address]] = {}
    for contact in printed(route, catalogue):
        address = Address.of_contact(contact.kind, contact.value)
        if address not in site_of(route):
            label = f"{writer.plain(contact.label)}. " if contact.label else ""
            ways.setdefault(label + _known(contact, catalogue, writer), []).append(address)
    first = replace(line, addresses=site_of(route))
    for number, (told, addresses) in enumerate((ways or {"": []}).items()):
        words = f"{line.do} {told}".rstrip() if number == 0 else f"{writer.plain(route.name)}. {told}"
        yield replace(first, do=words, addresses=(*addresses, *(first.addresses if number == 0 else ())))


def who_to_reach(route: Route, line: UrgentLine, catalogue: Catalogue, writer: Writer) -> Iterator[Line]:
    """Yield ``route`` with its limit and how to reach it."""
    words = f"{named_with_openness(catalogue, route, writer)}. {writer.plain(line.limit)}"
    yield from reached(Line(words), route, catalogue, writer)


def to_fill(routes: Iterable[Route], catalogue: Catalogue, writer: Writer) -> tuple[str, ...]:
    """Return an empty line for the number of each of ``routes`` that has one which paper may not print (rule P33)."""
    return tuple(
        writer.plain(writer.interface["sheet-blank-line"], name=writer.plain(route.name))
        for route in routes
        if any(contact.kind in NUMBERS for contact in route.contacts) and not printed(route, catalogue)
    )


def own_numbers(local: Iterable[LocalNumber], catalogue: Catalogue, writer: Writer) -> Iterator[Line]:
    """Yield an organisation's own numbers, each with its limit (rule P2)."""
    for item in local:
        words = f"{item.name}. {item.limit} {_tested(item, catalogue, writer)}"
        yield Line(words, addresses=(Address.of_contact(item.kind, item.value),))


def _known(contact: Contact, catalogue: Catalogue, writer: Writer) -> str:
    """Return how a contact is known, and from when on it must be confirmed: paper does not fold (rule P1)."""
    if contact.known is Known.LIVE:
        return _tested(contact, catalogue, writer)
    date = _copied(contact, writer)
    told = writer.plain(writer.interface["contact-paper"], date=date)
    return f"{told} {_confirm(str(contact_due(contact, catalogue)), writer)}"


def _tested(item: Contact | LocalNumber, catalogue: Catalogue, writer: Writer) -> str:
    """Return who tested it and when, and from when on it must be confirmed."""
    assert item.tested is not None, "checked when loaded"
    date = written_date(str(item.tested), writer.language.code)
    told = writer.plain(writer.interface["contact-live"], count=people(item.by), date=date)
    return f"{told} {_confirm(str(due_after_test(item.tested, catalogue)), writer)}"


def _confirm(due: str, writer: Writer) -> str:
    return writer.plain(writer.interface["contact-confirm"], date=written_date(due, writer.language.code))


def _copied(contact: Contact, writer: Writer) -> str:
    written = written_date(str(contact.copy_read), writer.language.code)
    return writer.plain(writer.interface["undated"]) if written == "undated" else written
