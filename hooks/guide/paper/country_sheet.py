"""The sheet of a country: whether the State is safe, who is there, what to beware of, what has a clock, what to do."""

from __future__ import annotations

from collections.abc import Iterator

from guide.deciding.advice import Advice, Offer, advise, offers_in
from guide.deciding.openness import to_judge
from guide.model import Catalogue, Country, LocalName
from guide.model.languages import Language
from guide.model.roles import GuardRole
from guide.model.situation import Dimension, Happened
from guide.model.vocabulary import ReachesState, StateRoute
from guide.paper.page_sheet import page_sheet
from guide.paper.tested_numbers import site_of
from guide.writing.address import Address
from guide.writing.imprint import Imprint
from guide.writing.links import Here
from guide.writing.openness_words import openness_words
from guide.writing.plan_words import Line, Section, Sheet
from guide.writing.render import Writer
from guide.writing.route_view import about
from guide.writing.validity import Validity


def country_name(country: str) -> str:
    """Return the name of the sheet of a country: ``help-pe``."""
    return f"help-{country}"


def country_sheet(catalogue: Catalogue, country: Country, language: Language, imprint: Imprint) -> Sheet:
    """Return the sheet of a country: whether the State is safe, warnings, what to do, and what more if it is safe."""
    path = f"countries/{country.id}/"
    writer = Writer(Here(language, path), catalogue.interface)
    ui, plain = catalogue.interface, writer.plain
    known = {
        Dimension.DANGER: "no",
        Dimension.HAPPENED: Happened.THREAT.value,
        Dimension.WHERE: "same",
        Dimension.COUNTRY: country.id,
    }
    careful = advise(catalogue, {**known, Dimension.SAFE: "no"})
    sections = [*_who_is_there(catalogue, country, writer)]
    if country.warnings:
        named = [(item, country.values_of(item.id)) for item in country.warnings]
        told = tuple(f"{plain(item.title, **values)}: {plain(item.text, **values)}" for item, values in named)
        sections.append(Section(plain(ui["country-warnings"]), (), told))
    if country.clock:
        told = tuple(plain(item.text) for item in country.clock)
        sections.append(Section(plain(ui["country-clock"]), (), told))
    sections += _parts(catalogue, careful, writer, set(country.local))
    if country.state is StateRoute.ADVICE:
        safe = advise(catalogue, {**known, Dimension.SAFE: "yes"})
        avoid = tuple(plain(item.text) for item in safe.avoid if item not in careful.avoid)
        more = list(_parts(catalogue, safe, writer, careful.routes() | set(country.local), routes_only=True))
        sections.append(Section(plain(ui["choice-safe"]), (), avoid))
        sections += more
    return page_sheet(
        catalogue,
        writer,
        imprint,
        path=path,
        name=country_name(country.id),
        title=plain(country.tab),
        safety=plain(ui[f"state-route-{country.state.value}"]),
        warnings=[plain(country.state_why)],
        sections=sections,
        avoid_title=plain(ui["part-avoid"]),
        avoid=[plain(item.text) for item in careful.avoid],
        valid=Validity.of([country.checked], catalogue.freshness.days("country", [country.id])),
    )


def _who_is_there(catalogue: Catalogue, country: Country, writer: Writer) -> Iterator[Section]:
    """Yield the organisations of a country, and below them those that are known by their name only (rule P31)."""
    ui, plain = catalogue.interface, writer.plain
    here = {Dimension.COUNTRY: country.id, Dimension.WHERE: "same"}
    found = [offer for name in country.local for offer in offers_in(catalogue, catalogue.routes[name], here)]
    guard = _guard(catalogue, writer)
    if found:
        notes = (guard,) if any(offer.guarded for offer in found) else ()
        yield Section(plain(ui["country-local"]), tuple(_offer(offer, catalogue, writer) for offer in found), notes)
        guard = "" if notes else guard
    if country.names:
        lines = tuple(_name(item, catalogue, writer) for item in country.names)
        asks = any(item.reaches_state is not ReachesState.NO for item in country.names) and guard
        yield Section(plain(ui["names-title"]), lines, (*((guard,) if asks else ()), plain(ui["names-how"])))


def _name(item: LocalName, catalogue: Catalogue, writer: Writer) -> Line:
    told = [item.name, item.does, item.who, item.warning]
    words = [writer.plain(text).rstrip(".") + "." for text in told if text is not None]
    words.append(openness_words(catalogue, to_judge(catalogue, item), writer))
    return Line(" ".join(filter(None, words)), addresses=(Address.of_site(item.site),) if item.site else ())


def _guard(catalogue: Catalogue, writer: Writer) -> str:
    guard = catalogue.guard(GuardRole.STATE)
    return f"{writer.plain(guard.title)}. {writer.plain(guard.text)}"


def _parts(
    catalogue: Catalogue, advice: Advice, writer: Writer, told: set[str], *, routes_only: bool = False
) -> Iterator[Section]:
    """Yield now, in parallel and next; the guard about the State stands before the first part that needs it."""
    guarded = False
    for name, offers in advice.parts:
        wanted = [offer for offer in offers if offer.route is None or offer.route.id not in told]
        if routes_only:
            wanted = [offer for offer in wanted if offer.route]
        notes: tuple[str, ...] = ()
        if not guarded and any(offer.guarded for offer in wanted):
            guarded, notes = True, (_guard(catalogue, writer),)
        if wanted:
            lines = tuple(_offer(offer, catalogue, writer) for offer in wanted)
            yield Section(writer.plain(writer.interface[f"part-{name}"]), lines, notes)


def _offer(offer: Offer, catalogue: Catalogue, writer: Writer) -> Line:
    if offer.route:
        route = offer.route
        told = [f"{writer.plain(route.name)}.", openness_words(catalogue, offer.only, writer)]
        told += [writer.plain(text) for text in (route.warning, route.ready, *about(route)) if text is not None]
        words = " ".join(filter(None, told))
        return Line(words, addresses=site_of(offer.route))
    return Line(writer.plain(offer.action.do) if offer.action else "")
