"""The sheet of a country: who helps, how to reach them, what to avoid, what has a clock, what the State offers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from guide.deciding.advice import Offer
from guide.deciding.country_help import CountryHelp, Near, country_help
from guide.deciding.openness import to_judge
from guide.deciding.printed import WITH_CONTACTS
from guide.model import Catalogue, Country, LocalName, Route
from guide.model.languages import Language
from guide.model.roles import GuardRole
from guide.model.vocabulary import StateRoute
from guide.paper.page_sheet import page_sheet
from guide.paper.who_to_reach import reached, site_of, to_fill
from guide.writing.address import Address
from guide.writing.imprint import Imprint
from guide.writing.links import Here
from guide.writing.openness_words import openness_words
from guide.writing.plan_words import Line, Section, Sheet
from guide.writing.render import Writer
from guide.writing.result_view import first_words
from guide.writing.route_view import about
from guide.writing.validity import Validity


def country_name(country: str) -> str:
    """Return the name of the sheet of a country: ``help-pe``."""
    return f"help-{country}"


def country_sheet(catalogue: Catalogue, country: Country, language: Language, imprint: Imprint) -> Sheet:
    """Return the sheet of a country, in the order of its page: numbers that paper may give, lines for others."""
    path = f"countries/{country.id}/"
    writer = Writer(Here(language, path), catalogue.interface)
    ui, plain = catalogue.interface, writer.plain
    told = country_help(catalogue, country)
    days = catalogue.freshness.days
    return page_sheet(
        catalogue,
        writer,
        imprint,
        path=path,
        name=country_name(country.id),
        title=plain(country.tab),
        safety=plain(ui[f"state-route-{country.state.value}"]),
        warnings=[plain(country.state_why)],
        sections=list(_sections(catalogue, country, told, writer)),
        avoid_title=plain(ui["part-avoid"]),
        avoid=[plain(item.text) for item in told.careful],
        blanks_title=plain(ui["sheet-blanks-people"]),
        blanks=[
            *to_fill((offer.route for offer in told.abroad if offer.route), catalogue, writer),
            *([plain(ui["sheet-blank-emergency"])] if told.door else []),
            plain(ui["sheet-blank-own"]),
            plain(ui["sheet-blank-person"]),
        ],
        valid=Validity.of([country.checked], days("country", [country.id])),
    )


def _sections(catalogue: Catalogue, country: Country, told: CountryHelp, writer: Writer) -> Iterator[Section]:
    ui, plain = catalogue.interface, writer.plain
    yield Section(plain(ui["part-now"]), (Line(plain(ui["country-people"])),))
    yield from _who_is_there(catalogue, told, writer)
    abroad = [*_lines(told.abroad, catalogue, writer)]
    if told.press:
        names = writer.language.comma.join(plain(route.name) for route in told.press)
        sites = tuple(address for route in told.press for address in site_of(route))
        abroad.append(Line(f"{plain(ui['country-press'])} {names}.", addresses=sites))
    yield Section(plain(ui["country-abroad"]), tuple(abroad))
    if country.warnings:
        named = [(item, country.values_of(item.id)) for item in country.warnings]
        colon = writer.language.colon
        warned = tuple(f"{plain(item.title, **values)}{colon}{plain(item.text, **values)}" for item, values in named)
        yield Section(plain(ui["country-warnings"]), (), warned)
    if country.clock:
        yield Section(plain(ui["country-clock"]), (), tuple(plain(item.text) for item in country.clock))
    if country.works:
        yield Section(plain(ui["country-works"]), (), tuple(plain(fact.text) for fact in country.works))
    # The guard about the State stands once, before the first of whom one learns (rule P5).
    told_of = any(group.guarded and (group.offers or group.names) for group in told.near)
    if country.state is StateRoute.ADVICE:
        notes = [] if told_of else [_guard(catalogue, writer)]
        notes += [plain(ui["country-door"])] if told.door else []
        notes += [plain(ui["country-armed"]), *(plain(item.text) for item in told.safe)]
        yield Section(plain(ui["country-state"]), tuple(_lines(told.own, catalogue, writer)), tuple(notes))
        told_of = True
    if told.beyond:
        notes = [] if told_of else [_guard(catalogue, writer)]
        yield Section(plain(ui["country-beyond"]), tuple(_lines(told.beyond, catalogue, writer)), tuple(notes))


def _who_is_there(catalogue: Catalogue, told: CountryHelp, writer: Writer) -> Iterator[Section]:
    """Yield who helps in the country: those of whom no State learns, then the guard and the others (rules P5, P31)."""
    ui, plain = catalogue.interface, writer.plain
    how = (plain(ui["names-how"]),) if any(group.names for group in told.near) else ()
    if told.nobody:
        yield Section(plain(ui["country-local"]), (), (plain(ui["country-nobody"]),))
    for number, group in enumerate(group for group in told.near if group.offers or group.names):
        notes = [*(how if number == 0 else ()), *([_guard(catalogue, writer)] if group.guarded else [])]
        title = plain(ui["country-local"]) if number == 0 else plain(ui["country-local-state"])
        yield Section(title, tuple(_near(group, catalogue, writer)), tuple(notes))


def _near(group: Near, catalogue: Catalogue, writer: Writer) -> Iterator[Line]:
    for offer in group.offers:
        assert offer.route is not None, "what helps in a country is a route"
        words = _told(offer, offer.route, writer.plain(offer.route.can), catalogue, writer)
        yield from reached(Line(words), offer.route, catalogue, writer)
    yield from (_name(item, catalogue, writer) for item in group.names)


def _name(item: LocalName, catalogue: Catalogue, writer: Writer) -> Line:
    told = [item.name, item.does, item.who, item.warning]
    words = [writer.plain(text).rstrip(".") + "." for text in told if text is not None]
    words.append(openness_words(catalogue, to_judge(catalogue, item), writer))
    return Line(" ".join(filter(None, words)), addresses=(Address.of_site(item.site),) if item.site else ())


def _guard(catalogue: Catalogue, writer: Writer) -> str:
    guard = catalogue.guard(GuardRole.STATE)
    return f"{writer.plain(guard.title)}. {writer.plain(guard.text)}"


def _lines(offers: Iterable[Offer], catalogue: Catalogue, writer: Writer) -> Iterator[Line]:
    """Yield each route with its official site, and the first sentence of what it does: its page says the rest."""
    for offer in offers:
        assert offer.route is not None, "a country names routes alone"
        line = Line(_told(offer, offer.route, first_words(offer.route.can, writer), catalogue, writer))
        if offer.route.kind in WITH_CONTACTS:
            yield from reached(line, offer.route, catalogue, writer)
        else:
            yield replace(line, addresses=site_of(offer.route))


def _told(offer: Offer, route: Route, can: str, catalogue: Catalogue, writer: Writer) -> str:
    """Return the name of a route, for whom it is, what it does, and what to know before."""
    words = [f"{writer.plain(route.name)}.", openness_words(catalogue, offer.only, writer), can]
    words += [writer.plain(text) for text in (route.warning, *about(route)) if text is not None]
    return " ".join(filter(None, words))
