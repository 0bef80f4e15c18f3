"""``/urgent/``: the page for the next minutes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from guide.model import Catalogue
from guide.model.text import Text
from guide.model.vocabulary import PageId
from guide.pages.page import Page
from guide.pages.page_from import page_from
from guide.reading.local import LocalNumber
from guide.writing import route_view, source_view, step_view
from guide.writing.imprint import USUAL, Imprint
from guide.writing.render import Writer


@dataclass(frozen=True, slots=True)
class UrgentPartView:
    """A part of the page for the next minutes."""

    id: str
    title: Text
    intro: Text | None
    steps: tuple[step_view.StepView, ...]


def urgent(
    catalogue: Catalogue,
    writer: Writer,
    edit: tuple[str, int],
    local: Iterable[LocalNumber] = (),
    imprint: Imprint = USUAL,
) -> Page:
    """Return the page for the next minutes; ``local`` are an organisation's own numbers (rule P2)."""
    record = catalogue.urgent
    routes = [catalogue.routes[line.route] for line in record.lines]
    parts = [
        UrgentPartView(part.id, part.title, part.intro, tuple(step_view.step(s, writer) for s in part.steps))
        for part in record.parts
    ]
    lines = [
        route_view.route(catalogue.routes[n.route], catalogue, writer, full=False, limit=n.limit) for n in record.lines
    ]
    named = [
        *source_view.named_sources(record),
        *(s for n in record.lines for s in source_view.named_sources(catalogue.routes[n.route])),
    ]
    return page_from(
        catalogue,
        PageId.URGENT,
        "urgent.md",
        writer,
        edit,
        urgent=record,
        parts=parts,
        lines=lines,
        contact_line=imprint.contact_line(catalogue, routes),
        told=imprint.each_tells(routes),
        local=[route_view.local_number(item, catalogue, writer) for item in local],
        named=named,
    )
