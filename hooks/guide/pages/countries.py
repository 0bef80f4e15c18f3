"""Pages of the countries: ``/countries/`` and ``/countries/<iso>/``."""

from __future__ import annotations

from collections.abc import Iterable
from types import SimpleNamespace as View

from guide.deciding.advice import Offer, advise, offers_in
from guide.deciding.openness import Situation
from guide.deciding.results import Line
from guide.model import Catalogue, Country, LocalName
from guide.model.line import LineKind
from guide.model.roles import GuardRole
from guide.model.situation import Dimension, Happened, Part
from guide.model.vocabulary import PageId, ReachesState
from guide.pages.page import Page
from guide.pages.page_from import page_from
from guide.writing import source_view
from guide.writing.line_view import lines_in
from guide.writing.name_view import name_view
from guide.writing.render import Writer, render
from guide.writing.result_view import LineView, line_view

#: The situation of a country's page: a threat, everybody at home; whether the State may know is told in words (P6).
_HERE = {Dimension.DANGER: "no", Dimension.HAPPENED: Happened.THREAT.value, Dimension.WHERE: "same"}


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
    here: Situation = {**_HERE, Dimension.COUNTRY: country.id}
    careful = advise(catalogue, {**here, Dimension.SAFE: "no"})
    safe = advise(catalogue, {**here, Dimension.SAFE: "yes"})
    near = _offers(catalogue, country.local, here)
    own = _offers(catalogue, country.routes, here)
    outside = _once([*_offers(catalogue, country.beyond, here), *_elsewhere(careful.offers())], (*near, *own))
    named = source_view.named_sources(country)
    for offer in (*near, *own, *outside):
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
                offers=lines(offer for offer in near if offer.guarded is asks),
                names=[name_view(item, catalogue, writer) for item in country.names if _asks(item) is asks],
            )
            for asks in (False, True)
        ],
        names=bool(country.names),
        nobody=not (near or country.names),
        abroad=lines(offer for offer in outside if not offer.guarded),
        beyond=lines(offer for offer in outside if offer.guarded),
        careful=[item.text for item in careful.avoid if item.kinds],
        safe=[item.text for item in safe.avoid if item not in careful.avoid],
        own=lines(own),
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


def _words(country: Country, writer: Writer) -> str:
    """Return the words by which search finds the country: its own, and those of the bodies that it names."""
    texts = [country.words, *(text for item in country.names for text in (item.name, item.words))]
    return ", ".join(writer.plain(text) for text in texts if text is not None)


def _asks(item: LocalName) -> bool:
    """Return whether a State may learn of it, so that the guard stands before it."""
    return item.reaches_state is not ReachesState.NO


def _offers(catalogue: Catalogue, names: Iterable[str], here: Situation) -> list[Offer]:
    """Return the offers that routes are to somebody at home in a country."""
    return [offer for name in names for offer in offers_in(catalogue, catalogue.routes[name], here)]


def _elsewhere(offers: Iterable[Offer]) -> list[Offer]:
    """Return the routes of an advice of which no State learns: who helps in every country."""
    return [offer for offer in offers if offer.route and not offer.guarded]


def _once(offers: Iterable[Offer], told: Iterable[Offer]) -> list[Offer]:
    """Return offers, each route once, without those that are ``told`` already."""
    seen = {offer.route.id for offer in told if offer.route}
    out = []
    for offer in offers:
        if offer.route and offer.route.id not in seen:
            seen.add(offer.route.id)
            out.append(offer)
    return out
