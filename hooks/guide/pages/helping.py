"""``/helping/``: who accompanies somebody."""

from __future__ import annotations

from dataclasses import dataclass

from guide.model import Catalogue, Guard, HelpPart
from guide.model.text import Text
from guide.model.vocabulary import PageId
from guide.pages.buttons import ButtonView, buttons
from guide.pages.page import Page
from guide.pages.page_from import page_from
from guide.writing import source_view
from guide.writing.render import Writer


@dataclass(frozen=True, slots=True)
class PartView:
    """A part of the page: what only this page says, then what plans say of such a person."""

    id: str
    say: Text | None
    title: Text
    guard: Guard | None
    intro: Text | None
    keep: tuple[Text, ...]
    do: tuple[Text, ...]
    buttons: tuple[ButtonView, ...]
    dont: tuple[Text, ...]


def helping(catalogue: Catalogue, writer: Writer, edit: tuple[str, int]) -> Page:
    """Return the page for who accompanies somebody."""
    record = catalogue.helping
    return page_from(
        catalogue,
        PageId.HELPING,
        "helping.md",
        writer,
        edit,
        record=record,
        first=_part(catalogue, record.first, writer),
        people=[_part(catalogue, part, writer) for part in record.people],
        places=[_part(catalogue, part, writer) for part in record.places],
        rest=[_part(catalogue, part, writer) for part in record.rest],
        guards=[catalogue.guards[name] for name in record.guards],
        named=source_view.named_sources(record),
    )


def _part(catalogue: Catalogue, part: HelpPart, writer: Writer) -> PartView:
    block = catalogue.whom[part.whom] if part.whom else None
    return PartView(
        id=part.id,
        say=part.say,
        title=part.title,
        guard=catalogue.guards[part.guard] if part.guard else None,
        intro=block.intro if block else None,
        keep=tuple(item.text for item in part.keep),
        do=tuple(item.text for item in (*part.do, *((*block.first, *block.do) if block else ()))),
        buttons=buttons(catalogue, part.each_platform, writer) if part.each_platform else (),
        dont=tuple(item.text for item in (block.dont if block else ())),
    )
