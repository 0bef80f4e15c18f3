"""Views of who helps: contacts, an organisation's own numbers, routes."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from markupsafe import Markup

from guide.checking.phrases import ROUTE_LINES
from guide.deciding.advice import guards_before
from guide.deciding.freshness import contact_due, due_after_test
from guide.deciding.openness import to_judge
from guide.model import (
    Catalogue,
    Contact,
    Guard,
    Route,
)
from guide.model.clock import today
from guide.model.contact import people
from guide.model.text import Text
from guide.model.vocabulary import ContactKind, Known, ReachesState
from guide.reading.local import LocalNumber
from guide.writing.openness_words import openness_html
from guide.writing.render import Writer


@dataclass(frozen=True, slots=True)
class LocalView:
    """An organisation's own number, with the day until which its test counts."""

    name: str
    value: str
    href: str
    limit: str
    count: int
    tested: Markup
    due: Markup
    overdue: bool


@dataclass(frozen=True, slots=True)
class ContactView:
    """A contact: how it is known, when to confirm it, and whether it is folded (rule P1).

    ``date`` is that of the test, or of the copy where nobody tested it; ``count`` how many people tested it.
    """

    kind: str
    value: str
    label: Text | None
    href: str
    known: str
    date: Markup
    count: int
    due: Markup
    overdue: bool
    folded: bool
    note: Text | None


@dataclass(frozen=True, slots=True)
class RouteView:
    """A route as a card; ``lines`` are name and text of what is known of it, printed where it is ``full``."""

    id: str
    name: Text
    limit: Text | None
    site: str | None
    host: str
    contacts: tuple[ContactView, ...]
    guards: tuple[Guard, ...]
    full: bool
    lines: tuple[tuple[str, Text], ...]
    state: str
    state_why: Text
    sources: tuple[str, ...]
    can: Text
    only: Markup
    warning: Text | None
    about: tuple[Text, ...]


_HREFS = {
    ContactKind.PHONE: "tel:{}",
    ContactKind.EMAIL: "mailto:{}",
    ContactKind.MESSAGING: "",
    ContactKind.FORM: "{}",
}


#: Known by no own page and by no full test: one tap away, behind the official site.
_FOLDED = frozenset({Known.ELSEWHERE, Known.TRIED})


def _href(kind: ContactKind, value: str) -> str:
    return _HREFS[kind].format(value.replace(" ", "") if kind is ContactKind.PHONE else value)


def local_number(item: LocalNumber, catalogue: Catalogue, writer: Writer) -> LocalView:
    """Return an organisation's own number, with the day until which its test counts."""
    due = due_after_test(item.tested, catalogue)
    return LocalView(
        name=item.name,
        value=item.value,
        href=_href(item.kind, item.value),
        limit=item.limit,
        count=people(item.by),
        tested=writer.date(item.tested),
        due=writer.date(due),
        overdue=today() > due,
    )


def contact(item: Contact, catalogue: Catalogue, writer: Writer, *, of_state: bool = False) -> ContactView:
    """Return a contact: how it is known, when to confirm it, and whether it is folded (rule P1).

    ``of_state``: a State answers or learns of it, so that no single tap dials it (rule P33).
    """
    due = contact_due(item, catalogue)
    overdue = today() > due
    return ContactView(
        kind=item.kind.value,
        value=item.value,
        label=item.label,
        href="" if of_state and item.kind is ContactKind.PHONE else _href(item.kind, item.value),
        known=item.known.value,
        date=writer.date(item.tested or item.copy_read),
        count=people(item.by),
        due=writer.date(due),
        overdue=overdue,
        folded=overdue or item.known in _FOLDED,
        note=item.note,
    )


def route(item: Route, catalogue: Catalogue, writer: Writer, *, full: bool, limit: Text | None = None) -> RouteView:
    """Return a route; ``full`` with everything that is known of it."""
    of_state = item.reaches_state is not ReachesState.NO
    lines = tuple((name, getattr(item, name)) for name in ROUTE_LINES if getattr(item, name) is not None)
    return RouteView(
        id=item.id,
        name=item.name,
        limit=limit,
        site=item.site,
        host=urlsplit(item.site or "").hostname or "",
        contacts=tuple(contact(entry, catalogue, writer, of_state=of_state) for entry in item.contacts),
        guards=guards_before(catalogue, item) if full else (),
        full=full,
        lines=lines,
        state=item.reaches_state.value,
        state_why=item.reaches_why,
        sources=item.sources,
        can=item.can,
        only=openness_html(catalogue, to_judge(catalogue, item), writer),
        warning=item.warning,
        about=() if full else about(item),
    )


def about(route: Route) -> tuple[Text, ...]:
    """Return the languages, hours and cost of a route, which stand wherever it is offered."""
    return tuple(text for text in (route.languages, route.hours, route.cost) if text is not None)
