"""The list of the routes: ``/routes/``."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from guide.deciding.openness import to_judge
from guide.model import Catalogue, Route
from guide.model.roles import GuardRole
from guide.model.text import Text
from guide.model.vocabulary import PageId, Region, RouteKind, Urgency
from guide.pages.page import Page
from guide.pages.page_from import page_from
from guide.pages.search import fold
from guide.writing import filter_view
from guide.writing.imprint import USUAL, Imprint
from guide.writing.openness_words import openness_html
from guide.writing.render import Writer


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
