"""``/<platform>/menus/``: every place of a platform, how to report and keep what is there, in every wording seen."""

from __future__ import annotations

from dataclasses import dataclass

from guide.deciding.label_age import newest_copy
from guide.model import Catalogue, Platform, Surface
from guide.model.text import Text
from guide.pages.page import Page
from guide.writing import source_view, step_view
from guide.writing.labels_list import label_rows, sources_of
from guide.writing.render import Writer, render


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A place where something can be: how it is reported and kept, and what the other side may notice."""

    id: str
    name: Text
    who_can: str
    report: tuple[step_view.MenuView, ...]
    instead: Text | None
    keep: tuple[Text, ...]
    learns: str
    learns_how: Text | None


def menus_page(catalogue: Catalogue, platform: Platform, writer: Writer, edit: tuple[str, int]) -> Page:
    """Return the page of all menus of ``platform``."""
    # What hides the aggressor's posts from the reader too comes last, and says so.
    protections = sorted(platform.protections, key=lambda item: item.hides)
    named = [name for surface in platform.surfaces for name in surface.sources]
    named += [name for surface in platform.surfaces for way in surface.report for name in way.sources]
    named += [name for item in platform.protections for name in item.sources]
    named += [name for fact in platform.after for name in fact.sources]
    day = newest_copy(catalogue, named)
    named += sources_of(platform)
    title = f"{platform.name} · {writer.plain(catalogue.interface['menus-title'])}"
    body = render(
        "menus.md",
        writer,
        platform=platform,
        surfaces=[_surface(catalogue, surface, writer) for surface in platform.surfaces],
        protections=[step_view.protection(item, writer) for item in protections],
        first_hiding=1 + sum(not item.hides for item in protections),
        labels=label_rows(catalogue, platform, writer),
        undated=day == "undated",
        menus_date=writer.date(day),
        sources=source_view.sources(catalogue, named),
    )
    return Page(
        language=writer.language,
        path=f"{platform.id}/menus/",
        kind="menus",
        title=title,
        tab=f"{platform.name} · {writer.plain(catalogue.interface['menus-tab'])}",
        description=writer.plain(catalogue.interface["menus-description"], platform=platform.name),
        body=body,
        edit=edit,
        lastmod=max((str(catalogue.sources[name].checked) for name in named), default=""),
        stale=writer.stale,
        missing=writer.missing,
    )


def _surface(catalogue: Catalogue, surface: Surface, writer: Writer) -> PlaceView:
    return PlaceView(
        id=surface.id,
        name=surface.name,
        who_can=surface.who_can.value,
        report=tuple(step_view.menu(catalogue, way, writer) for way in surface.report),
        instead=surface.instead,
        keep=tuple(text for text in (surface.link, surface.gone) if text),
        learns=surface.author_learns.value,
        learns_how=surface.learns_how,
    )
