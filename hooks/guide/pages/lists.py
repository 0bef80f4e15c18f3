"""Pages made from lists: home, threats, urgent, appeal, routes, helping, sources, glossary, search."""

from __future__ import annotations

from types import SimpleNamespace as View

from guide.model import Catalogue
from guide.model.roles import GuardRole
from guide.model.vocabulary import PageId, Whom
from guide.pages.page import Page
from guide.pages.page_from import page_from
from guide.pages.search import fold
from guide.writing import source_view, step_view
from guide.writing.numbers import values_of
from guide.writing.render import Writer, piece


def appeal(catalogue: Catalogue, writer: Writer, edit: tuple[str, int]) -> Page:
    """Return the page for who was told no, platform by platform: each part names its own platform's values."""
    platforms = []
    named: list[str] = []
    for platform in catalogue.platforms.values():
        here = platform.appeal
        named += source_view.named_sources(here)
        own = writer.with_values(values_of(catalogue, platform))
        part = piece(
            "appeal-platform.md",
            own,
            id=platform.id,
            name=platform.name,
            steps=[step_view.step(item, own, outward=True, prefix=f"{platform.id}-") for item in here.steps],
            appeal=View(
                where=[step_view.menu(catalogue, way, own) for way in here.where],
                where_instead=here.where_instead,
            ),
        )
        platforms.append(View(id=platform.id, name=platform.name, part=part))
    routes = [catalogue.routes[name] for name in catalogue.page_texts[PageId.APPEAL].routes]
    return page_from(
        catalogue,
        PageId.APPEAL,
        "appeal.md",
        writer,
        edit,
        platforms=platforms,
        routes=routes,
        guard=catalogue.guard(GuardRole.STATE),
        named=named,
    )


def helping(catalogue: Catalogue, writer: Writer, edit: tuple[str, int]) -> Page:
    """Return the page for who accompanies somebody."""
    order = (Whom.HELPER, Whom.FAMILY, Whom.ORGANISATION, Whom.ABSENT)
    whom = [
        View(id=name.value, label=block.label, intro=block.intro, do=block.do, dont=block.dont)
        for name in order
        for block in (catalogue.whom[name],)
    ]
    return page_from(
        catalogue,
        PageId.HELPING,
        "helping.md",
        writer,
        edit,
        whom=whom,
        guards=list(catalogue.guards.values()),
    )


def sources(catalogue: Catalogue, writer: Writer, edit: tuple[str, int]) -> Page:
    """Return the list of all sources that some record names."""
    return page_from(catalogue, PageId.SOURCES, "sources.md", writer, edit, named=list(catalogue.sources))


def glossary(catalogue: Catalogue, writer: Writer, edit: tuple[str, int]) -> Page:
    """Return the glossary, in alphabetical order of the page's language."""
    terms = sorted(catalogue.terms.values(), key=lambda term: fold(term.name.words))
    return page_from(catalogue, PageId.GLOSSARY, "glossary.md", writer, edit, terms=terms)
