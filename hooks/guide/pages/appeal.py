"""``/appeal/``: they said no, or nothing."""

from __future__ import annotations

from types import SimpleNamespace as View

from guide.model import Catalogue
from guide.model.roles import GuardRole
from guide.model.vocabulary import PageId
from guide.pages.page import Page
from guide.pages.page_from import page_from
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
