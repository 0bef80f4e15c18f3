"""Ids that pages once had, as anchors at their top: what leads there from paper and files still finds the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from guide.deciding.plan import GENERAL
from guide.deciding.tree import CHOSEN
from guide.model import Catalogue, MovedAnchors, Platform
from guide.model.reference import EACH, Reference
from guide.pages.page import Page
from guide.writing.links import Here, path_of
from guide.writing.render import Writer, piece


def with_moved(pages: Iterable[Page], catalogue: Catalogue) -> list[Page]:
    """Return ``pages``, each with the anchors that ``moved.yml`` keeps for it."""
    kept: dict[str, list[tuple[MovedAnchors, str]]] = {}
    for entry in catalogue.moved.anchors:
        for path, target in _places(catalogue, entry):
            kept.setdefault(path, []).append((entry, target))
    return [_with_anchors(page, kept[page.path], catalogue) if page.path in kept else page for page in pages]


def _with_anchors(page: Page, kept: list[tuple[MovedAnchors, str]], catalogue: Catalogue) -> Page:
    writer = Writer(Here(page.language, page.path), catalogue.interface)
    anchors = "".join(piece("moved.html", writer, old=entry.old, target=target) for entry, target in kept)
    return replace(
        page, body=f"{anchors}\n{page.body}", stale=page.stale + writer.stale, missing=page.missing + writer.missing
    )


def _places(catalogue: Catalogue, entry: MovedAnchors) -> Iterator[tuple[str, str]]:
    """Yield the path of every page that ``entry`` means, and where its content stands now; empty when it is there."""
    page = Reference.parse(entry.page)
    assert page is not None
    to = Reference.parse(entry.to) if entry.to else None
    for platform, threat in _meant(catalogue, page):
        path, target = (path_of(_own(item, platform, threat)) if item else "" for item in (page, to))
        assert path is not None
        yield path, target or ""


def _meant(catalogue: Catalogue, page: Reference) -> Iterator[tuple[Platform | None, str]]:
    """Yield platform and threat of every page that ``page`` stands for."""
    platform_id, _, threat = page.name.rpartition("/") if page.kind == "plan" else (page.name, "", "")
    if page.kind not in ("plan", "platform"):
        yield None, ""
        return
    for platform in catalogue.platforms.values():
        if platform_id in ("", EACH, platform.id):
            names = (GENERAL, *platform.threats) if threat == CHOSEN else (threat,)
            yield from ((platform, name) for name in names if name in ("", GENERAL) or name in platform.threats)


def _own(item: Reference, platform: Platform | None, threat: str) -> Reference:
    """Return ``item`` with the platform and the threat that it leaves open."""
    if platform is None:
        return item
    if item.kind == "platform":
        return replace(item, name=platform.id if item.name == EACH else item.name)
    if item.kind == "plan" and "/" not in item.name:
        return replace(item, name=f"{platform.id}/{threat if item.name == CHOSEN else item.name}")
    return item
