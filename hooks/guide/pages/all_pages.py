"""The list of pages: catalogue → pages of one language, in a fixed order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, partial
from pathlib import Path

from guide.deciding.owners import for_owner
from guide.deciding.plan import GENERAL, Plan, compose
from guide.model import Catalogue, Platform
from guide.model.languages import LANGUAGES, SOURCE, Language
from guide.model.reference import HOW, OTHER_WAY
from guide.model.roles import TreeRole
from guide.model.vocabulary import PlanPart
from guide.pages import appeal, changes, glossary, helping, home, search, sources, threats, translations, urgent
from guide.pages.case import case_page, decisions_page, goals_page
from guide.pages.channels import channels_page
from guide.pages.countries import countries_page, country_page
from guide.pages.escalate import escalate_page, result_page, result_path
from guide.pages.evidence import evidence_page, patterns_page, sheet_page
from guide.pages.lines import care_page, money_page
from guide.pages.menus import menus_page
from guide.pages.moved import with_moved
from guide.pages.other_way import other_way_page
from guide.pages.page import Page
from guide.pages.plan import plan_page
from guide.pages.plan_more import plan_more_page
from guide.pages.plan_no import plan_no_page
from guide.pages.print import print_page
from guide.pages.prose import conditions, prose_pages
from guide.pages.protocol import protocol_page
from guide.pages.route import how_page, route_page
from guide.pages.routes import routes_page
from guide.pages.rules import rules_page
from guide.pages.tree import picture_page, tree_page
from guide.pages.two_countries import two_countries_page
from guide.reading.load import Loaded, Place
from guide.reading.local import LocalNumber
from guide.translating.coverage import Standing
from guide.writing.file_names import Held
from guide.writing.imprint import USUAL, Imprint
from guide.writing.links import Here, plan_path
from guide.writing.numbers import values_of
from guide.writing.render import Writer

_PLAN_PAGES: Mapping[PlanPart, Callable[..., Page]] = {
    PlanPart.NOW: plan_page,
    PlanPart.NO: plan_no_page,
    PlanPart.MORE: plan_more_page,
}


def pages(
    catalogue: Catalogue,
    lang: str = SOURCE,
    *,
    loaded: Loaded | None = None,
    docs: Path | None = None,
    english: Catalogue | None = None,
    local: tuple[LocalNumber, ...] = (),
    languages: tuple[Language, ...] = (),
    held: Mapping[str, Held] | None = None,
    imprint: Imprint = USUAL,
    standings: tuple[Standing, ...] = (),
    only: str | None = None,
) -> list[Page]:
    """Return all pages in ``lang`` of a catalogue that is already in that language.

    Args:
        catalogue: from :func:`guide.checking.check.load`, or from ``Translation.localise`` for another language.
        lang: code of the language.
        loaded: gives the file and line that each page comes from; without it they are left empty.
        docs: folder of the hand-written pages; without it there are none.
        english: the catalogue in English, for texts to copy that stand in two languages; without it in one.
        local: an organisation's own numbers, for its own builds (rule P2).
        languages: of the site, for the page that offers sheets in all of them.
        held: what the files to take along hold, by path in the language's part; without it no sizes are told.
        imprint: which edition this is, and whether it holds private numbers.
        standings: how far each translation is, for the page that tells it.
        only: the path of the one page that is wanted; none is returned where the others decide what it says (search).
    """
    language = LANGUAGES[lang]

    def writer(path: str, platform: Platform | None = None) -> Writer:
        values = values_of(catalogue, platform) if platform else {}
        return Writer(Here(language, path), catalogue.interface, values)

    def edit(collection: str, name: str = "", loc: tuple[str, ...] = ()) -> tuple[str, int]:
        place: Place | None = loaded.places.get((collection, name)) if loaded else None
        return (place.document.file, place.line(loc)) if place else ("", 1)

    out: list[Page] = []

    def put(path: str, make: Callable[[], Page]) -> None:
        if only in (None, path):
            out.append(make())

    def simple(make: Callable[..., Page], path: str, collection: str, name: str = "") -> None:
        put(path, lambda: make(catalogue, writer(path), edit(collection, name)))

    simple(home.home, "", "doors", next(iter(catalogue.doors)))
    put("urgent/", lambda: urgent.urgent(catalogue, writer("urgent/"), edit("urgent", ""), local, imprint))
    simple(appeal.appeal, "appeal/", "appeal")
    simple(threats.threats, "threats/", "page_texts", "threats")
    simple(escalate_page, "escalate/", "trees", catalogue.tree(TreeRole.ADVICE).id)
    simple(rules_page, "rules/", "rules")
    put("routes/", lambda: routes_page(catalogue, writer("routes/"), edit("page_texts", "routes"), imprint))
    simple(countries_page, "countries/", "page_texts", "countries")
    put("care/", lambda: care_page(catalogue, writer("care/"), edit("care"), imprint))
    put("money/", lambda: money_page(catalogue, writer("money/"), edit("money"), imprint))
    simple(channels_page, "channels/", "channels")
    simple(two_countries_page, "two-countries/", "two_countries")
    simple(protocol_page, "protocol/", "protocols", catalogue.protocol.id)
    simple(evidence_page, "evidence/", "evidence")
    simple(patterns_page, "evidence/patterns/", "patterns")
    simple(sheet_page, "evidence/sheet/", "evidence")
    simple(case_page, "case/", "case")
    simple(decisions_page, "decisions/", "page_texts", "decisions")
    simple(goals_page, "goals/", "goals")
    simple(helping.helping, "helping/", "helping")
    if only is None:
        out.append(print_page(catalogue, writer("print/"), edit("page_texts", "print"), languages, held or {}))
    simple(sources.sources, "sources/", "page_texts", "sources")
    simple(sources.secondary, "sources/others/", "page_texts", "secondary")
    simple(glossary.glossary, "glossary/", "page_texts", "glossary")
    simple(changes.changes, "changes/", "changes", next(iter(catalogue.changes)))
    where = edit("page_texts", "translations")
    put("translations/", lambda: translations.translations(catalogue, writer("translations/"), where, standings))
    for threat in catalogue.threats.values():
        path, where = f"threats/{threat.id}/", edit("threats", threat.id)
        put(path, partial(threats.threat, catalogue, threat, writer(path), where))
    for route in catalogue.routes.values():
        path, where = f"routes/{route.id}/", edit("routes", route.id)
        put(path, partial(route_page, catalogue, route, writer(path), where, english))
        if route.has_how:
            path = f"routes/{route.id}/{HOW}/"
            put(path, partial(how_page, catalogue, route, writer(path), where, english))
    for result in catalogue.results.values():
        path = result_path(result)
        put(path, partial(result_page, catalogue, result, writer(path), edit("results", result.id)))
    for country in catalogue.countries.values():
        path = f"countries/{country.id}/"
        put(path, partial(country_page, catalogue, country, writer(path), edit("countries", country.id)))
    for platform in catalogue.platforms.values():
        _of_platform(catalogue, platform, put, writer, edit, english)
    if docs is not None:
        out += [
            page for page in prose_pages(docs, language, conditions(catalogue, imprint)) if only in (None, page.path)
        ]
    if only is None:
        out.append(search.search(catalogue, writer("search/"), edit("page_texts", "search"), out))
    return with_moved(out, catalogue)


def _of_platform(
    catalogue: Catalogue,
    platform: Platform,
    put: Callable[[str, Callable[[], Page]], None],
    writer: Callable[[str, Platform], Writer],
    edit: Callable[..., tuple[str, int]],
    english: Catalogue | None,
) -> None:
    """Put the pages of ``platform``: its tree, its menus, the way without an account, its plans."""
    tree_edit = edit("trees", platform.tree)
    own = for_owner(catalogue, platform.owner)

    def of(make: Callable[..., Page], path: str, where: tuple[str, int]) -> None:
        put(path, lambda: make(own, platform, writer(path, platform), where))

    of(tree_page, f"{platform.id}/", tree_edit)
    of(menus_page, f"{platform.id}/menus/", edit("platforms", platform.id))
    of(other_way_page, f"{platform.id}/{OTHER_WAY}/", edit("other_way"))
    of(picture_page, f"{platform.id}/tree/", tree_edit)
    for threat_id in (GENERAL, *platform.threats):
        where = edit("platforms", platform.id, (GENERAL,) if threat_id == GENERAL else ("threats", threat_id))
        plan = cache(partial(compose, own, platform, threat_id))
        for part, make in _PLAN_PAGES.items():
            path = plan_path(f"{platform.id}/{threat_id}", part)
            other = {"english": english} if part is PlanPart.MORE else {}
            put(path, partial(_of_plan, make, own, plan, writer(path, platform), where, **other))


def _of_plan(
    make: Callable[..., Page],
    catalogue: Catalogue,
    plan: Callable[[], Plan],
    writer: Writer,
    where: tuple[str, int],
    **other: Catalogue | None,
) -> Page:
    return make(catalogue, plan(), writer, where, **other)
