"""Pages of the routes: ``/routes/`` and ``/routes/<id>/``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from markupsafe import Markup

from guide.deciding.advice import guards_before
from guide.deciding.freshness import route_due
from guide.deciding.openness import to_judge
from guide.deciding.voices import SpokenLine
from guide.model import Catalogue, CopyText, Decision, Fact, Route
from guide.model.clock import today
from guide.model.roles import GuardRole, RouteRole
from guide.model.text import Text
from guide.model.vocabulary import PageId, Region, RouteKind, Urgency
from guide.model.whom import Whom
from guide.pages.page import Page
from guide.pages.page_from import page_from
from guide.pages.search import fold
from guide.writing import filter_view, precedents, route_view, source_view, step_view
from guide.writing.copy_text import LineView, copy_text, spoken_lines
from guide.writing.imprint import USUAL, Imprint
from guide.writing.openness_words import openness_html
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
class EntryView:
    """A route as a line of the list; ``classes`` are those by which it is narrowed, ``state`` is empty for *no*."""

    id: str
    name: Text
    when: Text
    ready: Text
    urgency: str
    state: str
    classes: str
    only: Markup


@dataclass(frozen=True, slots=True)
class GroupView:
    """The routes of one kind."""

    id: str
    classes: str
    items: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True)
class LanguageView:
    """A language that some route speaks, by its own name."""

    id: str
    name: str


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
    """The appeal for one threat, in the reader's language and in English, and the decisions that cut against it."""

    id: str
    name: Text
    lines: tuple[LineView, ...]
    english: tuple[Markup, ...]
    against: tuple[Decision, ...]


def routes_page(catalogue: Catalogue, writer: Writer, edit: tuple[str, int], imprint: Imprint = USUAL) -> Page:
    """Return the list of routes, in sub-lists by kind, with what narrows it."""
    groups = []
    for kind in RouteKind:
        found = [route for route in catalogue.routes.values() if route.kind is kind]
        if found:
            items = tuple(
                entry(route, catalogue, writer) for route in sorted(found, key=lambda route: fold(route.name.words))
            )
            classes = sorted({name for item in items for name in item.classes.split()})
            groups.append(GroupView(kind.value, " ".join(classes), items))
    filters = [
        filter_view.FilterView("kind", filter_view.options(RouteKind, "kind")),
        filter_view.FilterView("region", filter_view.options(Region, "region")),
        filter_view.FilterView("urgency", filter_view.options(Urgency, "urgency")),
    ]
    return page_from(
        catalogue,
        PageId.ROUTES,
        "routes.md",
        writer,
        edit,
        groups=groups,
        filters=filters,
        languages=[LanguageView(code, filter_view.language_name(code)) for code in languages_spoken(catalogue)],
        guard=catalogue.guard(GuardRole.STATE),
        contact_line=imprint.contact_line(catalogue, catalogue.routes.values()),
    )


def languages_spoken(catalogue: Catalogue) -> list[str]:
    """Return the codes of the languages that some route is known to speak, the commonest first."""
    codes = [code for route in catalogue.routes.values() for code in route.speaks]
    return sorted(set(codes), key=lambda code: (-codes.count(code), code))


def entry(route: Route, catalogue: Catalogue, writer: Writer) -> EntryView:
    """Return a route as a line of a list, with the classes by which it is narrowed."""
    classes = [f"kind-{route.kind}", f"region-{route.region}", f"urgency-{route.urgency}"]
    classes += [f"speaks-{code}" for code in route.speaks] or ["speaks-none"]
    state = "" if route.reaches_state.value == "no" else route.reaches_state.value
    return EntryView(
        id=route.id,
        name=route.name,
        when=route.when,
        ready=route.ready,
        urgency=route.urgency.value,
        state=state,
        classes=" ".join(classes),
        only=openness_html(catalogue, to_judge(catalogue, route), writer),
    )


def route_page(
    catalogue: Catalogue, route: Route, writer: Writer, edit: tuple[str, int], english: Catalogue | None = None
) -> Page:
    """Return the page of a route: guards first, then the official site, contacts, what it can and cannot do.

    ``english`` is the catalogue in English: the Board's page has its text to copy in the reader's language and in it.
    """
    writer = writer.with_values({name: str(item.value) for name, item in route.numbers.items()})
    shown = route_view.route(route, catalogue, writer, full=True)
    due = route_due(route, catalogue)
    is_board = route.role is RouteRole.BOARD
    decisions = list(catalogue.decisions.values()) if is_board else []
    other = english.routes[route.id] if english and is_board and writer.language.code != BOARD_LANGUAGE else None
    named = [*source_view.named_sources(route), *(name for item in decisions for name in item.sources)]
    body = render(
        "route.md",
        writer,
        title=writer.m(route.name),
        route=shown,
        record=route,
        parts=[
            PartView(
                id=part.id,
                title=part.title,
                intro=part.intro,
                facts=part.facts_told,
                steps=tuple(step_view.step(item, writer) for item in part.steps),
            )
            for part in route.parts
        ],
        guards=guards_before(catalogue, route),
        onward=catalogue.interface["onward-route"],
        countries=[
            PlaceView(code, place_html(catalogue, code, writer), code in catalogue.countries)
            for code in route.countries
        ],
        checked=writer.date(route.checked),
        due=writer.date(due),
        overdue=due < today(),
        texts=[copy_text(text) for text in route.texts],
        other_texts=[_finished(text, writer) for text in other.texts] if other else [],
        threats=_by_threat(catalogue, english if other else None, writer) if decisions else [],
        sources=source_view.sources(catalogue, named),
    )
    return Page(
        language=writer.language,
        path=f"routes/{route.id}/",
        kind="route",
        title=writer.plain(route.name),
        title_lang=writer.foreign(route.name),
        tab=f"{writer.plain(catalogue.interface['route-tab'])} · {writer.plain(route.tab)}",
        description=writer.plain(route.when),
        body=body,
        edit=edit,
        words=writer.plain(route.words) if route.words else "",
        lastmod=str(route.checked),
        stale=writer.stale,
        missing=writer.missing,
    )


def _by_threat(catalogue: Catalogue, english: Catalogue | None, writer: Writer) -> list[AppealView]:
    """Return the appeal for each threat that a decision fits, in the reader's language and in English."""
    out = []
    for threat in catalogue.threats.values():
        lines = spoken_lines(_own(precedents.appeal_for(catalogue, threat)))
        if lines and precedents.decisions_for(catalogue, threat.id):
            told = _own(precedents.appeal_for(english, english.threats[threat.id])) if english else ()
            other = tuple(_html(line.text, writer) for line in told)
            against = tuple(item for item in precedents.decisions_for(catalogue, threat.id) if item.against)
            out.append(AppealView(threat.id, threat.name, lines, other, against))
    return out


def _own(lines: Iterable[SpokenLine]) -> tuple[SpokenLine, ...]:
    """Return the lines as the person herself says them: the plans have those of everybody."""
    return tuple(replace(line, whom=()) for line in lines if not line.whom or Whom.ME in line.whom)


def _finished(text: CopyText, writer: Writer) -> FinishedText:
    """Return a text that stands in another language on purpose: its writer must not count it as untranslated."""
    lines = tuple(_html(line.text, writer) for line in text.lines)
    return FinishedText(f"en-text-{text.id}", _html(text.title, writer), lines)


def _html(text: Text, writer: Writer) -> Markup:
    return to_html(text.runs, writer.here.resolve, writer.values)
