"""Who to reach, on paper: the official site, and numbers that two people have tested, with the day and until when.

Paper does not fold what nobody has tried (rule P1), so it does not print it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from guide.deciding.freshness import due_after_test
from guide.model import Catalogue, Contact, Route, UrgentLine
from guide.model.contact import people
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


def who_to_reach(route: Route, line: UrgentLine, catalogue: Catalogue, writer: Writer) -> Iterator[Line]:
    """Yield ``route`` with its limit and its site; with each test, the contacts that it was made of."""
    words = f"{named_with_openness(catalogue, route, writer)}. {writer.plain(line.limit)}"
    tests: dict[str, tuple[Address, ...]] = {}
    for contact in route.contacts:
        if contact.known is Known.LIVE:
            told = _tested(contact, catalogue, writer)
            tests[told] = (*tests.get(told, ()), Address.of_contact(contact.kind, contact.value))
    for number, (told, addresses) in enumerate((tests or {"": ()}).items()):
        site = () if number else site_of(route)
        yield Line(f"{words} {told}".rstrip(), addresses=(*addresses, *site))


def own_numbers(local: Iterable[LocalNumber], catalogue: Catalogue, writer: Writer) -> Iterator[Line]:
    """Yield an organisation's own numbers, each with its limit (rule P2)."""
    for item in local:
        words = f"{item.name}. {item.limit} {_tested(item, catalogue, writer)}"
        yield Line(words, addresses=(Address.of_contact(item.kind, item.value),))


def _tested(item: Contact | LocalNumber, catalogue: Catalogue, writer: Writer) -> str:
    """Return who tested it and when, and from when on it must be confirmed: paper does not fold (rule P1)."""
    assert item.tested is not None, "checked when loaded"
    code, ui, plain = writer.language.code, writer.interface, writer.plain
    due = due_after_test(item.tested, catalogue)
    told = plain(ui["contact-live"], count=people(item.by), date=written_date(str(item.tested), code))
    return f"{told} {plain(ui['contact-confirm'], date=written_date(str(due), code))}"
