"""``/urgent/``: the page for the next minutes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from guide.model import Catalogue, Guard, UrgentLine, UrgentPart
from guide.model.text import Text
from guide.model.vocabulary import ContactKind, PageId
from guide.pages.buttons import ButtonView, buttons
from guide.pages.page import Page
from guide.pages.page_from import page_from
from guide.reading.local import LocalNumber
from guide.writing import route_view, source_view, step_view
from guide.writing.imprint import USUAL, Imprint
from guide.writing.render import Writer


@dataclass(frozen=True, slots=True)
class UrgentStepView:
    """A step with its buttons, a platform each."""

    step: step_view.StepView
    buttons: tuple[ButtonView, ...]


@dataclass(frozen=True, slots=True)
class UrgentPartView:
    """A part of the page for the next minutes; after one of them stand what not to do and the lines."""

    id: str
    title: Text
    intro: Text | None
    guards: tuple[Guard, ...]
    steps: tuple[UrgentStepView, ...]
    lines_follow: bool


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
    parts = [_part(catalogue, part, writer) for part in record.parts]
    lines = [_line(catalogue, line, writer) for line in record.lines]
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


def _part(catalogue: Catalogue, part: UrgentPart, writer: Writer) -> UrgentPartView:
    return UrgentPartView(
        id=part.id,
        title=part.title,
        intro=part.intro,
        guards=tuple(catalogue.guards[name] for name in part.guards),
        steps=tuple(
            UrgentStepView(
                step_view.step(step, writer),
                buttons(catalogue, step.each_platform, writer) if step.each_platform else (),
            )
            for step in part.steps
        ),
        lines_follow=part.id == catalogue.urgent.lines_after,
    )


def _line(catalogue: Catalogue, line: UrgentLine, writer: Writer) -> route_view.RouteView:
    """Return who helps; what goes by data stands before a call, which costs and leaves a record."""
    shown = route_view.route(catalogue.routes[line.route], catalogue, writer, full=False, limit=line.limit)
    return replace(shown, contacts=tuple(sorted(shown.contacts, key=lambda c: c.kind == ContactKind.PHONE.value)))
