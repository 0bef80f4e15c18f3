"""Pages of the routes: ``/routes/`` and ``/routes/<id>/``."""

from __future__ import annotations

from types import SimpleNamespace as View

from markupsafe import Markup

from guide.checking.complete import BOARD, STATE_GUARD
from guide.deciding.advice import guards_before
from guide.deciding.freshness import route_due
from guide.model import Catalogue, CopyText, Route
from guide.model.clock import today
from guide.model.text import Text
from guide.model.vocabulary import PageId, Region, RouteKind, Urgency
from guide.pages.lists import fold, page_from
from guide.pages.page import Page
from guide.writing import view
from guide.writing.render import Writer, render
from guide.writing.runs import to_html

#: Language of the appeal text that stands beside the reader's own.
BOARD_LANGUAGE = "en"


def routes_page(catalogue: Catalogue, writer: Writer, edit: tuple[str, int]) -> Page:
    """Return the list of routes, in sub-lists by kind, with what narrows it."""
    groups = []
    for kind in RouteKind:
        found = [route for route in catalogue.routes.values() if route.kind is kind]
        if found:
            items = [entry(route) for route in sorted(found, key=lambda route: fold(route.name.words))]
            classes = sorted({name for item in items for name in item.classes.split()})
            groups.append(View(id=kind.value, classes=" ".join(classes), items=items))
    filters = [
        View(id="kind", options=view.options(RouteKind, "kind")),
        View(id="region", options=view.options(Region, "region")),
        View(id="urgency", options=view.options(Urgency, "urgency")),
    ]
    return page_from(
        catalogue,
        PageId.ROUTES,
        "routes.md",
        writer,
        edit,
        groups=groups,
        filters=filters,
        languages=[View(id=code, name=view.language_name(code)) for code in languages_spoken(catalogue)],
        guard=catalogue.guards[STATE_GUARD],
    )


def languages_spoken(catalogue: Catalogue) -> list[str]:
    """Return the codes of the languages that some route is known to speak, the commonest first."""
    codes = [code for route in catalogue.routes.values() for code in route.speaks]
    return sorted(set(codes), key=lambda code: (-codes.count(code), code))


def entry(route: Route) -> View:
    """Return a route as a line of a list, with the classes by which it is narrowed."""
    classes = [f"kind-{route.kind}", f"region-{route.region}", f"urgency-{route.urgency}"]
    classes += [f"speaks-{code}" for code in route.speaks] or ["speaks-none"]
    state = "" if route.reaches_state.value == "no" else route.reaches_state.value
    return View(
        id=route.id,
        name=route.name,
        when=route.when,
        ready=route.ready,
        urgency=route.urgency.value,
        state=state,
        classes=" ".join(classes),
    )


def route_page(
    catalogue: Catalogue, route: Route, writer: Writer, edit: tuple[str, int], english: Catalogue | None = None
) -> Page:
    """Return the page of a route: guards first, then the official site, contacts, what it can and cannot do.

    ``english`` is the catalogue in English: the Board's page has its text to copy in the reader's language and in it.
    """
    writer.values.update({name: str(item.value) for name, item in route.numbers.items()})
    shown = view.route(route, catalogue, writer, full=True)
    due = route_due(route, catalogue)
    decisions = list(catalogue.decisions.values()) if route.id == BOARD else []
    other = english.routes[route.id] if english and route.id == BOARD and writer.language.code != "en" else None
    named = [*view.named_sources(route), *(name for item in decisions for name in item.sources)]
    body = render(
        "route.md",
        writer,
        title=writer.m(route.name),
        route=shown,
        record=route,
        parts=[
            View(
                id=part.id,
                title=part.title,
                intro=part.intro,
                facts=part.facts_told,
                steps=[view.step(item, writer) for item in part.steps],
            )
            for part in route.parts
        ],
        guards=guards_before(catalogue, route),
        countries=[catalogue.countries[name] for name in route.countries],
        checked=writer.date(route.checked),
        due=writer.date(due),
        overdue=due < today(),
        texts=[view.copy_text(text) for text in route.texts],
        other_texts=[_finished(text, writer) for text in other.texts] if other else [],
        threats=_by_threat(catalogue, english if other else None, writer) if decisions else [],
        sources=view.sources(catalogue, named),
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


def _by_threat(catalogue: Catalogue, english: Catalogue | None, writer: Writer) -> list[View]:
    """Return the appeal for each threat that a decision fits, in the reader's language and in English."""
    out = []
    for threat in catalogue.threats.values():
        lines = view.appeal_for(catalogue, threat.id)
        if lines:
            other = [_html(line, writer) for line in view.appeal_for(english, threat.id)] if english else []
            against = [item for item in view.decisions_for(catalogue, threat.id) if item.against]
            out.append(View(id=threat.id, name=threat.name, lines=lines, english=other, against=against))
    return out


def _finished(text: CopyText, writer: Writer) -> View:
    """Return a text that stands in another language on purpose: its writer must not count it as untranslated."""
    lines = [_html(line.text, writer) for line in text.lines]
    return View(anchor=f"en-text-{text.id}", title=_html(text.title, writer), lines=lines)


def _html(text: Text, writer: Writer) -> Markup:
    return to_html(text.runs, writer.here.resolve, writer.values)
