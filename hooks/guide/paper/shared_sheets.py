"""All sheets: the next minutes, the plans, keeping evidence, the twelve steps, and the countries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from guide.model import Catalogue, UrgentPart
from guide.model.languages import Language
from guide.model.roles import CountrySheet, GuardRole
from guide.model.vocabulary import PageId
from guide.paper.country_sheet import country_sheet
from guide.paper.page_sheet import page_sheet
from guide.paper.person_sheets import person_sheets
from guide.paper.two_countries_sheet import two_countries_sheet
from guide.paper.who_to_reach import own_numbers, to_fill, who_to_reach
from guide.reading.local import LocalNumber
from guide.writing import source_view
from guide.writing.imprint import Imprint
from guide.writing.links import Here
from guide.writing.plan_words import Line, Section, Sheet, plan_sheets
from guide.writing.render import Writer
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
    """Return the sheets that belong to no plan.

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
        two_countries_sheet(catalogue, language, imprint),
        *person_sheets(catalogue, language, imprint),
        *(
            country_sheet(catalogue, catalogue.countries[name], language, imprint)
            for name in countries_of(catalogue, asked)
        ),
    ]


def countries_of(catalogue: Catalogue, asked: Iterable[str] = ()) -> list[str]:
    """Return the ids of the countries that have a sheet: all, but for those made only when a build asks for them."""
    wanted = set(asked)
    return [c.id for c in catalogue.countries.values() if c.sheet is CountrySheet.ALWAYS or c.id in wanted]


def urgent_sheet(
    catalogue: Catalogue, language: Language, imprint: Imprint, local: Iterable[LocalNumber] = ()
) -> Sheet:
    """Return the sheet of the page for the next minutes.

    Of the lines it gives the official site and the numbers that rule P1 allows on paper; for the others it has an
    empty line, and one for the organisation that knows the reader.
    """
    record = catalogue.urgent
    writer = Writer(Here(language, "urgent/"), catalogue.interface)
    ui, plain = catalogue.interface, writer.plain
    routes = [(catalogue.routes[line.route], line) for line in record.lines]
    who_helps = [route for route, _ in routes]
    lines = [told for route, line in routes for told in who_to_reach(route, line, catalogue, writer)]
    own = tuple(own_numbers(local, catalogue, writer))
    sections: list[Section] = []
    for part in record.parts:
        sections.append(_urgent_part(catalogue, part, writer))
        if part.id == record.lines_after:
            before = (imprint.before_lines(catalogue, who_helps, plain),)
            sections += [Section(plain(ui["local-title"]), own)] if own else []
            sections.append(Section(plain(record.lines_title), tuple(lines), before))
    return page_sheet(
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
        sections=sections,
        notes=[plain(ui["sheet-care"])],
        blanks_title=plain(ui["sheet-blanks-people"]),
        blanks=[
            *to_fill(who_helps, catalogue, writer),
            plain(ui["sheet-blank-own"]),
            *[plain(ui["sheet-blank-person"])] * 2,
        ],
        valid=Validity.of((route.checked for route, _ in routes), catalogue.freshness.days("contact")),
    )


def _urgent_part(catalogue: Catalogue, part: UrgentPart, writer: Writer) -> Section:
    """Return a part as paper has it: what one must know before, then its steps, but for those that only lead on."""
    plain = writer.plain
    guards = (catalogue.guards[name] for name in part.guards)
    notes = [*([part.intro] if part.intro else []), *(text for guard in guards for text in (guard.title, guard.text))]
    lines = (" ".join(plain(text) for text in (step.do, step.more) if text) for step in part.steps if step.paper)
    return Section(plain(part.title), tuple(map(Line, lines)), tuple(plain(text) for text in notes))


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
    return page_sheet(
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
    return page_sheet(
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


def _checked(catalogue: Catalogue, names: Iterable[str]) -> list[dt.date]:
    return [catalogue.sources[name].checked for name in names]
