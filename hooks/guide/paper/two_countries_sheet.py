"""The sheet of whoever left a country, or has family or the aggressor in another; its name is dull (rule P35)."""

from __future__ import annotations

from collections.abc import Iterator

from guide.model import Catalogue, TwoCountriesPart
from guide.model.languages import Language
from guide.model.vocabulary import PageId
from guide.paper.page_sheet import page_sheet
from guide.paper.who_to_reach import reached, to_fill
from guide.writing.imprint import Imprint
from guide.writing.links import Here
from guide.writing.openness_words import named_with_openness
from guide.writing.plan_words import Line, Section, Sheet
from guide.writing.render import Writer
from guide.writing.result_view import first_words
from guide.writing.validity import Validity

NAME = "two"


def two_countries_sheet(catalogue: Catalogue, language: Language, imprint: Imprint) -> Sheet:
    """Return the sheet, with who helps from anywhere and lines for the numbers that paper may not give."""
    record = catalogue.two_countries
    writer = Writer(Here(language, "two-countries/"), catalogue.interface)
    ui, plain = catalogue.interface, writer.plain
    routes = [catalogue.routes[name] for part in record.parts for name in part.routes]
    return page_sheet(
        catalogue,
        writer,
        imprint,
        path="two-countries/",
        name=NAME,
        title=plain(catalogue.page_texts[PageId.TWO_COUNTRIES].tab),
        safety=f"{plain(ui['safety-first'])} {plain(ui['safety-paper'])}",
        warnings=[plain(item.text) for item in record.intro],
        avoid_title=plain(ui["avoid-title"]),
        avoid=[plain(item.text) for item in record.avoid],
        sections=[_section(catalogue, part, writer) for part in record.parts if _on_paper(part)],
        blanks_title=plain(ui["sheet-blanks-people"]),
        blanks=[
            *to_fill(routes, catalogue, writer),
            plain(ui["sheet-blank-emergency"]),
            plain(ui["sheet-blank-own"]),
            plain(ui["sheet-blank-person"]),
        ],
        valid=Validity.of((route.checked for route in routes), catalogue.freshness.days("contact")),
    )


def _on_paper(part: TwoCountriesPart) -> bool:
    return bool(part.routes) or any(item.paper for item in part.items)


def _section(catalogue: Catalogue, part: TwoCountriesPart, writer: Writer) -> Section:
    said = tuple(writer.plain(item.text) for item in part.items if item.paper)
    return Section(writer.plain(part.title), tuple(_routes(catalogue, part, writer)), said)


def _routes(catalogue: Catalogue, part: TwoCountriesPart, writer: Writer) -> Iterator[Line]:
    for name in part.routes:
        route = catalogue.routes[name]
        told = [f"{named_with_openness(catalogue, route, writer)}.", first_words(route.can, writer)]
        told += [writer.plain(route.warning)] if route.warning else []
        yield from reached(Line(" ".join(told)), route, catalogue, writer)
