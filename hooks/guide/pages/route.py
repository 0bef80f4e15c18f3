"""Pages of a route: ``/routes/<id>/``, and ``/routes/<id>/how/`` with its steps and letters where it has many."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from guide.deciding.advice import guards_before
from guide.deciding.freshness import route_due
from guide.model import Catalogue, CopyText, Fact, Route, RoutePart
from guide.model.clock import today
from guide.model.reference import HOW
from guide.model.roles import RouteRole
from guide.model.text import Text
from guide.pages.page import Page
from guide.writing import precedents, route_view, source_view, step_view
from guide.writing.copy_text import copy_text
from guide.writing.places import place_html
from guide.writing.render import Writer, render
from guide.writing.runs import to_html

#: Language of the appeal text that stands beside the reader's own.
BOARD_LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A country for which a route is; ``page`` says whether the guide has a page of it."""

    id: str
    name: Markup
    page: bool


@dataclass(frozen=True, slots=True)
class PartView:
    """A part of a route's page with a heading of its own."""

    id: str
    title: Text
    intro: Text | None
    facts: tuple[Fact, ...]
    steps: tuple[step_view.StepView, ...]


@dataclass(frozen=True, slots=True)
class FinishedText:
    """A text to copy in another language than the page's, already written."""

    anchor: str
    title: Markup
    lines: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class AppealView:
    """A threat whose plans have a text for the Board; ``plans`` are platform and address of each."""

    id: str
    name: Text
    plans: tuple[tuple[str, str], ...]


def route_page(
    catalogue: Catalogue, route: Route, writer: Writer, edit: tuple[str, int], english: Catalogue | None = None
) -> Page:
    """Return the page of a route: guards first, then the official site, contacts, what it can and cannot do.

    ``english`` is the catalogue in English: the Board's texts to copy stand in the reader's language and in it.
    """
    writer = _with_numbers(writer, route)
    due = route_due(route, catalogue)
    guards = guards_before(catalogue, route)
    body = render(
        "route.md",
        writer,
        title=writer.m(route.name),
        route=route_view.route(route, catalogue, writer, full=True),
        record=route,
        guards=guards,
        # The page asks for a first message without details: what to tell must not read as that message.
        quiet_first=any(guard.when.contacts for guard in guards),
        onward=catalogue.interface["onward-route"],
        countries=[
            PlaceView(code, place_html(catalogue, code, writer), code in catalogue.countries)
            for code in route.countries
        ],
        checked=writer.date(route.checked),
        due=writer.date(due),
        overdue=due < today(),
        sources=source_view.sources(catalogue, source_view.named_sources(route)),
        **_told(route, writer, english, how=False),
    )
    return _page(catalogue, route, writer, edit, body, title=writer.plain(route.name))


def how_page(
    catalogue: Catalogue, route: Route, writer: Writer, edit: tuple[str, int], english: Catalogue | None = None
) -> Page:
    """Return the second page of a route, for who goes this way: what to show, the steps, and texts to copy."""
    writer = _with_numbers(writer, route)
    parts = [part for part in route.parts if part.how]
    body = render(
        "route-how.md",
        writer,
        record=route,
        guards=guards_before(catalogue, route),
        onward=catalogue.interface["onward-route"],
        appeals=_appeals(catalogue, writer) if route.role is RouteRole.BOARD else [],
        translated=english is not None and writer.language.code != BOARD_LANGUAGE,
        sources=source_view.sources(catalogue, [name for part in parts for name in source_view.named_sources(part)]),
        **_told(route, writer, english, how=True),
    )
    title = f"{writer.plain(catalogue.interface['route-how'])} · {writer.plain(route.name)}"
    return _page(catalogue, route, writer, edit, body, title=title, how=True)


def _with_numbers(writer: Writer, route: Route) -> Writer:
    return writer.with_values({name: str(item.value) for name, item in route.numbers.items()})


def _page(
    catalogue: Catalogue,
    route: Route,
    writer: Writer,
    edit: tuple[str, int],
    body: str,
    *,
    title: str,
    how: bool = False,
) -> Page:
    names = ("route-tab", "route-how-tab") if how else ("route-tab",)
    first, *last = (writer.plain(catalogue.interface[name]) for name in names)
    return Page(
        language=writer.language,
        path=f"routes/{route.id}/{HOW}/" if how else f"routes/{route.id}/",
        kind="route-how" if how else "route",
        title=title,
        title_lang=writer.foreign(route.name),
        tab=" · ".join((first, writer.plain(route.tab), *last)),
        description=writer.plain(route.when),
        body=body,
        edit=edit,
        words=writer.plain(route.words) if route.words else "",
        lastmod=str(route.checked),
        stale=writer.stale,
        missing=writer.missing,
        listed=not how,
    )


def _told(route: Route, writer: Writer, english: Catalogue | None, *, how: bool) -> dict[str, object]:
    """Return parts and texts of one of the pages: texts stand on the second one where there is one."""
    with_texts = how is route.has_how
    is_board = route.role is RouteRole.BOARD
    other = english.routes[route.id] if english and is_board and writer.language.code != BOARD_LANGUAGE else None
    return {
        "parts": [_part(part, writer) for part in route.parts if part.how is how],
        "texts": [copy_text(text) for text in route.texts] if with_texts else [],
        "other_texts": [_finished(text, writer) for text in other.texts] if other and with_texts else [],
    }


def _part(part: RoutePart, writer: Writer) -> PartView:
    steps = tuple(step_view.step(item, writer) for item in part.steps)
    return PartView(id=part.id, title=part.title, intro=part.intro, facts=part.facts_told, steps=steps)


def _appeals(catalogue: Catalogue, writer: Writer) -> list[AppealView]:
    """Return the threats whose plans have a text for the Board, with the page of each plan that has it."""
    out = []
    for threat in catalogue.threats.values():
        plans = tuple(
            (platform.name, f"{writer.here.resolve(f'plan:{platform.id}/{threat.id}#refused') or ''}")
            for platform in catalogue.platforms.values()
            if threat.id in platform.threats
            and precedents.appeal_for(catalogue, threat, platform.threats[threat.id].rules, most=1)
        )
        if plans:
            out.append(AppealView(threat.id, threat.name, plans))
    return out


def _finished(text: CopyText, writer: Writer) -> FinishedText:
    """Return a text that stands in another language on purpose: its writer must not count it as untranslated."""
    lines = tuple(_html(line.text, writer) for line in text.lines)
    return FinishedText(f"en-text-{text.id}", _html(text.title, writer), lines)


def _html(text: Text, writer: Writer) -> Markup:
    return to_html(text.runs, writer.here.resolve, writer.values)
