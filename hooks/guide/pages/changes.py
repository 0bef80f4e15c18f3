"""``/changes/``: what changed for readers, the newest first, and the way to the feed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from guide.model import Catalogue, Change
from guide.model.change import EVERY
from guide.model.reference import Reference
from guide.model.text import Text
from guide.model.vocabulary import PageId
from guide.pages.page import Page
from guide.pages.page_from import page_from
from guide.writing.file_names import FEED
from guide.writing.render import Writer

#: The page that lists all of a kind.
_LISTS = {"plan": "threats", "threat": "threats", "route": "routes", "country": "countries", "result": "escalate"}


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A change: its day, what it is of, its sentence, and links to pages that it concerns."""

    id: str
    date: Markup
    kind: str
    what: Text
    pages: tuple[tuple[str, Markup], ...]


def changes(catalogue: Catalogue, writer: Writer, edit: tuple[str, int]) -> Page:
    """Return the list of changes."""
    views = [_view(catalogue, change, writer) for change in catalogue.changes.values()]
    return page_from(catalogue, PageId.CHANGES, "changes.md", writer, edit, changes=views, feed=FEED)


def _view(catalogue: Catalogue, change: Change, writer: Writer) -> ChangeView:
    pages = tuple(dict.fromkeys(found for page in change.pages for found in _linked(catalogue, page, writer)))
    return ChangeView(change.id, writer.date(change.date), change.kind.value, change.what, pages)


def _linked(catalogue: Catalogue, page: str, writer: Writer) -> Iterator[tuple[str, Markup]]:
    """Yield address and words of the page, or of the one that lists all that is meant; none for every page."""
    kind, _, name = page.partition(":")
    if name == EVERY and kind == "platform":
        for platform in catalogue.platforms.values():
            yield writer.here.resolve(f"platform:{platform.id}") or "", escape(platform.name)
        return
    if name == EVERY:
        kind, name = "page", _LISTS.get(kind, "")
    words = _words(catalogue, Reference(kind, name, ""))
    if words is not None:
        yield writer.here.resolve(f"{kind}:{name}") or "", writer.t(words) if isinstance(words, Text) else escape(words)


def _words(catalogue: Catalogue, page: Reference) -> Text | str | None:
    """Return what a page is called where a link leads to it."""
    match page.kind:
        case "platform":
            return catalogue.platforms[page.name].name
        case "plan":
            platform, _, threat = page.name.partition("/")
            about = catalogue.threats.get(threat, catalogue.general)
            return f"{catalogue.platforms[platform].name} · {about.tab.words}"
        case "page":
            text = catalogue.page_texts.get(PageId(page.name)) if page.name else None
            return text.title if text else catalogue.interface.get(f"nav-{page.name}")
        case "threat":
            return catalogue.threats[page.name].name
        case "route":
            return catalogue.routes[page.name].name
        case "country":
            return catalogue.countries[page.name].name
        case _:
            return catalogue.results[page.name].title
