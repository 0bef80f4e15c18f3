"""``/care/`` and ``/money/``: lines of each country, after what helps everywhere."""

from __future__ import annotations

from dataclasses import dataclass, replace

from markupsafe import Markup

from guide.model import Catalogue
from guide.model.line import LineKind
from guide.model.vocabulary import PageId
from guide.pages.page import Page
from guide.pages.page_from import page_from
from guide.writing.imprint import USUAL, Imprint
from guide.writing.line_view import LineView, countries_with, lines_in
from guide.writing.places import place_html
from guide.writing.render import Writer


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A country with its lines; ``page`` says whether the guide has a page of it."""

    id: str
    name: Markup
    page: bool
    lines: tuple[LineView, ...]


def care_page(catalogue: Catalogue, writer: Writer, edit: tuple[str, int], imprint: Imprint = USUAL) -> Page:
    """Return the page for who cannot go on: this hour first, then the lines of each country."""
    return _lines_page(catalogue, PageId.CARE, LineKind.CRISIS, writer, edit, imprint)


def money_page(catalogue: Catalogue, writer: Writer, edit: tuple[str, int], imprint: Imprint = USUAL) -> Page:
    """Return the page for money that went to an impostor: today first, then what each country has."""
    return _lines_page(catalogue, PageId.MONEY, LineKind.MONEY, writer, edit, imprint)


def _lines_page(
    catalogue: Catalogue, name: PageId, kind: LineKind, writer: Writer, edit: tuple[str, int], imprint: Imprint
) -> Page:
    record = catalogue.care if kind is LineKind.CRISIS else catalogue.money
    lines = [line for line in catalogue.lines.values() if line.kind is kind]
    places = [
        PlaceView(
            id=code,
            name=place_html(catalogue, code, writer),
            page=code in catalogue.countries,
            lines=lines_in(catalogue, kind, code, writer),
        )
        for code in countries_with(catalogue, kind, writer)
    ]
    named = [source for place in places for line in place.lines for source in line.sources]
    page = page_from(
        catalogue,
        name,
        "lines.md",
        writer,
        edit,
        record=record,
        places=places,
        contact_line=imprint.contact_line(catalogue, lines),
        named=named,
    )
    own = [text for line in lines for text in (line.name, line.words) if text is not None]
    return replace(page, words=", ".join((page.words, *(writer.plain(text) for text in own))))
