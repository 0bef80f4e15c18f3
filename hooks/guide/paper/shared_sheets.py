"""All sheets: the next minutes, the plans, keeping evidence, the twelve steps, and the countries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from guide.deciding.advice import Advice, Offer, advise, offers_in
from guide.deciding.openness import to_judge
from guide.model import Catalogue, Country, LocalName
from guide.model.languages import Language
from guide.model.roles import CountrySheet, GuardRole
from guide.model.situation import Dimension, Happened
from guide.model.vocabulary import PageId, StateRoute
from guide.paper.tested_numbers import own_numbers, site_of, who_to_reach
from guide.reading.local import LocalNumber
from guide.writing import source_view
from guide.writing.address import Address
from guide.writing.imprint import Imprint
from guide.writing.links import Here
from guide.writing.openness_words import openness_words
from guide.writing.plan_words import Line, Section, Sheet, plan_sheets
from guide.writing.render import Writer
from guide.writing.route_view import about
from guide.writing.validity import Validity

#: Names of the sheets of pages that are there once.
URGENT_NAME, EVIDENCE_NAME, PROTOCOL_NAME = "now", "keep", "steps"


def sheets(catalogue: Catalogue, language: Language, imprint: Imprint) -> list[Sheet]:
    """Return every sheet in ``language``, from the catalogue in that language."""
    return [*shared_sheets(catalogue, language, imprint), *plan_sheets(catalogue, language, imprint)]


def shared_sheets(
    catalogue: Catalogue,
    language: Language,
    imprint: Imprint,
    local: Iterable[LocalNumber] = (),
    asked: Iterable[str] = (),
) -> list[Sheet]:
    """Return the sheets that belong to no platform.

    Args:
        catalogue: in that language.
        language: of the words.
        imprint: what they say of the guide itself.
        local: an organisation's own numbers, for its own builds (rule P2).
        asked: ids of countries whose sheets are made only by name, and are wanted.
    """
    return [
        urgent_sheet(catalogue, language, imprint, local),
        evidence_sheet(catalogue, language, imprint),
        protocol_sheet(catalogue, language, imprint),
        *(
            country_sheet(catalogue, catalogue.countries[name], language, imprint)
            for name in countries_of(catalogue, asked)
        ),
    ]


def countries_of(catalogue: Catalogue, asked: Iterable[str] = ()) -> list[str]:
    """Return the ids of the countries that have a sheet: all, but for those made only when a build asks for them."""
    wanted = set(asked)
    return [c.id for c in catalogue.countries.values() if c.sheet is CountrySheet.ALWAYS or c.id in wanted]


def country_name(country: str) -> str:
    """Return the name of the sheet of a country: ``help-pe``."""
    return f"help-{country}"


def urgent_sheet(
    catalogue: Catalogue, language: Language, imprint: Imprint, local: Iterable[LocalNumber] = ()
) -> Sheet:
    """Return the sheet of the page for the next minutes.

    Of the lines it gives the official site, and a number only where it was tested live or is the builder's own: paper
    does not fold what nobody has tried (rule P1).
    """
    record = catalogue.urgent
    writer = Writer(Here(language, "urgent/"), catalogue.interface)
    ui, plain = catalogue.interface, writer.plain
    routes = [(catalogue.routes[line.route], line) for line in record.lines]
    who_helps = [route for route, _ in routes]
    parts = [
        Section(
            plain(part.title),
            tuple(Line(" ".join([plain(step.do), *([plain(step.more)] if step.more else [])])) for step in part.steps),
        )
        for part in record.parts
    ]
    lines = [told for route, line in routes for told in who_to_reach(route, line, catalogue, writer)]
    own = tuple(own_numbers(local, catalogue, writer))
    return _sheet(
        catalogue,
        writer,
        imprint,
        path="urgent/",
        name=URGENT_NAME,
        title=plain(record.tab),
        safety=plain(record.intro),
        warnings=[plain(ui["local-private"])] if own else [],
        avoid_title=plain(record.avoid_title),
        avoid=[plain(item.text) for item in record.avoid],
        sections=[
            parts[0],
            *([Section(plain(ui["local-title"]), own)] if own else []),
            Section(plain(record.lines_title), tuple(lines), (imprint.before_lines(catalogue, who_helps, plain),)),
            *parts[1:],
        ],
        notes=[plain(ui["sheet-care"])],
        blanks_title=plain(ui["sheet-blanks-people"]),
        blanks=[plain(ui["sheet-blank-person"])] * 2,
        valid=Validity.of((route.checked for route, _ in routes), catalogue.freshness.days("contact")),
    )


def evidence_sheet(catalogue: Catalogue, language: Language, imprint: Imprint) -> Sheet:
    """Return the sheet on keeping evidence: what comes first, the steps, and who held the files.

    Fingerprints of files are left to the page, which computes them.
    """
    evidence = catalogue.evidence
    writer = Writer(Here(language, "evidence/"), catalogue.interface)
    ui, plain = catalogue.interface, writer.plain
    guard = catalogue.guard(GuardRole.AGE)
    names = source_view.named_sources(evidence)
    sections = [
        Section(plain(ui["evidence-capture"]), tuple(Line(plain(step.do)) for step in evidence.capture)),
        Section(plain(ui["evidence-custody"]), (), tuple(plain(item.text) for item in evidence.custody)),
        Section(plain(ui["evidence-care"]), (), tuple(plain(item.text) for item in evidence.care)),
    ]
    return _sheet(
        catalogue,
        writer,
        imprint,
        path="evidence/",
        name=EVIDENCE_NAME,
        title=plain(catalogue.page_texts[PageId.EVIDENCE].tab),
        safety=plain(evidence.first[0].text),
        warnings=[f"{plain(guard.title)}. {plain(guard.text)}", *(plain(item.text) for item in evidence.first[1:])],
        sections=sections,
        valid=Validity.of(_checked(catalogue, names), catalogue.freshness.days("rule")),
    )


def protocol_sheet(catalogue: Catalogue, language: Language, imprint: Imprint) -> Sheet:
    """Return the sheet of the twelve steps: what to do and what to ask for in each."""
    protocol = catalogue.protocol
    writer = Writer(Here(language, "protocol/"), catalogue.interface)
    ui, plain = catalogue.interface, writer.plain
    guard = catalogue.guard(GuardRole.STATE)
    sections = [
        Section(
            f"{number}. {plain(step.title)}",
            (
                *(Line(plain(item.text)) for item in step.do),
                Line(f"{plain(ui['protocol-ask'])}:", menus=tuple(("", plain(item.text)) for item in step.ask)),
            ),
        )
        for number, step in enumerate(protocol.steps, 1)
    ]
    return _sheet(
        catalogue,
        writer,
        imprint,
        path="protocol/",
        name=PROTOCOL_NAME,
        title=plain(catalogue.page_texts[PageId.PROTOCOL].tab),
        safety=f"{plain(guard.title)}. {plain(guard.text)}",
        warnings=[plain(protocol.label)],
        sections=sections,
        valid=Validity.of(
            _checked(catalogue, source_view.named_sources(protocol)), catalogue.freshness.days("regional")
        ),
    )


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
    sections = []
    if country.warnings:
        named = [(item, country.values_of(item.id)) for item in country.warnings]
        told = tuple(f"{plain(item.title, **values)}: {plain(item.text, **values)}" for item, values in named)
        sections.append(Section(plain(ui["country-warnings"]), (), told))
    sections += _who_is_there(catalogue, country, writer)
    sections += _parts(catalogue, careful, writer, set(country.local))
    if country.state is StateRoute.ADVICE:
        safe = advise(catalogue, {**known, Dimension.SAFE: "yes"})
        avoid = tuple(plain(item.text) for item in safe.avoid if item not in careful.avoid)
        more = list(_parts(catalogue, safe, writer, careful.routes()))
        sections.append(Section(plain(ui["country-variant-yes"]), (), avoid))
        sections += more
    return _sheet(
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
    if found:
        yield Section(plain(ui["country-local"]), tuple(_offer(offer, catalogue, writer) for offer in found))
    if country.names:
        lines = tuple(_name(item, catalogue, writer) for item in country.names)
        yield Section(plain(ui["names-title"]), lines, (plain(ui["names-how"]),))


def _name(item: LocalName, catalogue: Catalogue, writer: Writer) -> Line:
    told = [item.name, item.does, item.who, item.warning]
    words = [writer.plain(text).rstrip(".") + "." for text in told if text is not None]
    words.append(openness_words(catalogue, to_judge(catalogue, item), writer))
    return Line(" ".join(filter(None, words)), addresses=(Address.of_site(item.site),) if item.site else ())


def _parts(catalogue: Catalogue, advice: Advice, writer: Writer, told: set[str]) -> Iterator[Section]:
    """Yield now, in parallel and next; the guard about the State stands before the first part that needs it."""
    guard = catalogue.guard(GuardRole.STATE)
    guarded = False
    for name, offers in advice.parts:
        wanted = [offer for offer in offers if offer.route is None or offer.route.id not in told]
        if told:
            wanted = [offer for offer in wanted if offer.route]
        notes: tuple[str, ...] = ()
        if not guarded and any(offer.guarded for offer in wanted):
            guarded, notes = True, (f"{writer.plain(guard.title)}. {writer.plain(guard.text)}",)
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


def _checked(catalogue: Catalogue, names: Iterable[str]) -> list[dt.date]:
    return [catalogue.sources[name].checked for name in names]


def _sheet(
    catalogue: Catalogue,
    writer: Writer,
    imprint: Imprint,
    *,
    path: str,
    name: str,
    title: str,
    safety: str,
    warnings: Sequence[str],
    sections: Sequence[Section],
    valid: Validity,
    avoid_title: str = "",
    avoid: Sequence[str] = (),
    blanks_title: str = "",
    blanks: Sequence[str] = (),
    notes: Sequence[str] | None = None,
) -> Sheet:
    """Return a sheet without texts to copy; ``notes`` replace what is usually said of contacts and of carrying it."""
    ui, plain = catalogue.interface, writer.plain
    edition = [plain(text) for text in imprint.edition_line(catalogue)]
    usual = [*edition, plain(ui["sheet-care"])] if notes is None else notes
    return Sheet(
        language=writer.language,
        path=path,
        name=name,
        title=title,
        safety=safety,
        warnings=tuple(warnings),
        avoid_title=avoid_title,
        avoid=tuple(avoid),
        sections=tuple(sections),
        choose="",
        help_title="",
        help=(),
        blanks_title=blanks_title,
        blanks=tuple(blanks),
        texts_title="",
        texts=(),
        address_word=plain(ui["sheet-address"]),
        notes=(
            valid.words(catalogue, writer.language),
            *usual,
            *imprint.lines(catalogue),
        ),
        draft=plain(ui["translation-draft"]) if imprint.draft else "",
        after=valid.after,
        missing=writer.missing,
    )
