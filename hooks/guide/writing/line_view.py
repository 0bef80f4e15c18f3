"""Lines of a country on pages: what must be known first, then the number, hours and cost (rule P33)."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from guide.model import Catalogue, Line
from guide.model.line import LineKind, RunBy
from guide.model.text import Text
from guide.model.vocabulary import ReachesState
from guide.writing.filter_view import spoken
from guide.writing.places import place_plain
from guide.writing.render import Writer
from guide.writing.route_view import ContactView, contact


@dataclass(frozen=True, slots=True)
class LineView:
    """A line: ``about`` are hours and cost, ``spoken`` the languages that it speaks."""

    id: str
    name: Text
    run_by: str
    warning: Text | None
    does: Text
    steps: tuple[Text, ...]
    clock: Text | None
    limit: Text | None
    about: tuple[Text, ...]
    spoken: str
    contacts: tuple[ContactView, ...]
    site: str | None
    host: str
    state_why: Text
    sources: tuple[str, ...]


def line(item: Line, catalogue: Catalogue, writer: Writer) -> LineView:
    """Return a line; where the State answers or may be told, no single tap dials it."""
    of_state = item.run_by is RunBy.STATE or bool(item.may_send) or item.reaches_state is not ReachesState.NO
    return LineView(
        id=item.id,
        name=item.name,
        run_by=item.run_by.value,
        warning=item.warning,
        does=item.does,
        steps=tuple(step.text for step in item.steps),
        clock=item.clock,
        limit=item.limit,
        about=tuple(text for text in (item.hours, item.cost) if text is not None),
        spoken=spoken(item.speaks, writer.language),
        contacts=tuple(contact(entry, catalogue, writer, of_state=of_state) for entry in item.contacts),
        site=item.site,
        host=urlsplit(item.site or "").hostname or "",
        state_why=item.reaches_why,
        sources=item.sources,
    )


def lines_in(catalogue: Catalogue, kind: LineKind, country: str, writer: Writer) -> tuple[LineView, ...]:
    """Return the lines of one kind in a country, in the order of their names."""
    found = [item for item in catalogue.lines.values() if item.kind is kind and item.country == country]
    return tuple(line(item, catalogue, writer) for item in sorted(found, key=lambda item: item.id))


def countries_with(catalogue: Catalogue, kind: LineKind, writer: Writer) -> list[str]:
    """Return the codes of the countries that have a line of one kind, by their names."""
    codes = {item.country for item in catalogue.lines.values() if item.kind is kind}
    return sorted(codes, key=lambda code: place_plain(catalogue, code, writer))
