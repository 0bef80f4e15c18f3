"""Pages of the countries: ``/countries/`` and ``/countries/<iso>/``."""

from __future__ import annotations

from collections.abc import Iterable
from types import SimpleNamespace as View

from guide.deciding.advice import Offer
from guide.deciding.country_help import country_help
from guide.deciding.results import Line
from guide.model import Catalogue, Country
from guide.model.line import LineKind
from guide.model.roles import CountrySheet, GuardRole
from guide.model.situation import Part
from guide.model.vocabulary import PageId, Paper
from guide.pages.page import Page
from guide.pages.page_from import page_from
from guide.paper.country_sheet import country_name
from guide.writing import source_view
from guide.writing.file_names import pdf_path
from guide.writing.line_view import lines_in
from guide.writing.name_view import name_view
from guide.writing.render import Writer, render
from guide.writing.result_view import LineView, line_view


def countries_page(catalogue: Catalogue, writer: Writer, edit: tuple[str, int]) -> Page:
    """Return the list of countries, those without a safe State route marked."""
    items = sorted(catalogue.countries.values(), key=lambda country: country.name.words)
    return page_from(
        catalogue,
        PageId.COUNTRIES,
        "countries.md",
        writer,
        edit,
        countries=[View(id=item.id, name=item.name, state=item.state.value) for item in items],
        guard=catalogue.guard(GuardRole.STATE),
    )


def country_page(catalogue: Catalogue, country: Country, writer: Writer, edit: tuple[str, int]) -> Page:
    """Return the page of a country: who helps, what to avoid, what the State offers and its price, what has a clock."""
    told = country_help(catalogue, country)
    named = source_view.named_sources(country)
    for offer in told.offers():
        named += offer.route.sources if offer.route else ()
    named += [name for item in catalogue.lines.values() if item.country == country.id for name in item.sources]

    def lines(offers: Iterable[Offer]) -> list[LineView]:
        return [line_view(catalogue, Line(Part.NOW, offer, None), writer) for offer in offers]

    body = render(
        "country.md",
        writer,
        title=writer.uim("country-title", name=writer.m(country.name)),
        country=country,
        state=country.state.value,
        near=[
            View(
                offers=lines(group.offers),
                names=[name_view(item, catalogue, writer) for item in group.names],
            )
            for group in told.near
        ],
        names=bool(country.names),
        nobody=told.nobody,
        press=[View(id=route.id, name=route.name) for route in told.press],
        sheets=_sheets(country),
        door=told.door,
        abroad=lines(told.abroad),
        beyond=lines(told.beyond),
        careful=[item.text for item in told.careful if item.kinds],
        safe=[item.text for item in told.safe],
        own=lines(told.own),
        crisis=lines_in(catalogue, LineKind.CRISIS, country.id, writer),
        money=lines_in(catalogue, LineKind.MONEY, country.id, writer),
        checked=writer.date(country.checked),
        guard=catalogue.guard(GuardRole.STATE),
        sources=source_view.sources(catalogue, named),
    )
    return Page(
        language=writer.language,
        path=f"countries/{country.id}/",
        kind="country",
        title=writer.plain(catalogue.interface["country-title"], name=writer.plain(country.name)),
        title_lang=writer.foreign(country.name),
        tab=f"{writer.plain(catalogue.interface['country-tab'])} · {writer.plain(country.tab)}",
        description=writer.plain(country.state_why),
        body=body,
        edit=edit,
        words=_words(country, writer),
        lastmod=str(country.checked),
        stale=writer.stale,
        missing=writer.missing,
    )


def _sheets(country: Country) -> dict[str, str]:
    """Return the paths of the sheet of a country by paper; nothing where it is made only by name (rule P18)."""
    if country.sheet is not CountrySheet.ALWAYS:
        return {}
    return {paper.value: pdf_path(country_name(country.id), paper) for paper in Paper}


def _words(country: Country, writer: Writer) -> str:
    """Return the words by which search finds the country: its own, and those of the bodies that it names."""
    texts = [country.words, *(text for item in country.names for text in (item.name, item.words))]
    return ", ".join(writer.plain(text) for text in texts if text is not None)
