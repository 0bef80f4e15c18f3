"""``/sources/``: every source that some record names, those of the bodies themselves apart from those of others."""

from __future__ import annotations

from guide.model import Catalogue
from guide.model.vocabulary import PageId, SourceKind
from guide.pages.page import Page
from guide.pages.page_from import page_from
from guide.writing.render import Writer


def sources(catalogue: Catalogue, writer: Writer, edit: tuple[str, int]) -> Page:
    """Return the list of the sources that are a body's own."""
    return _list(catalogue, PageId.SOURCES, (SourceKind.PRIMARY,), writer, edit)


def secondary(catalogue: Catalogue, writer: Writer, edit: tuple[str, int]) -> Page:
    """Return the list of the sources that tell of others: press, organisations, studies."""
    return _list(catalogue, PageId.SECONDARY, (SourceKind.SECONDARY, SourceKind.PROGRAM), writer, edit)


def _list(
    catalogue: Catalogue, page: PageId, kinds: tuple[SourceKind, ...], writer: Writer, edit: tuple[str, int]
) -> Page:
    named = [name for name, source in catalogue.sources.items() if source.kind in kinds]
    return page_from(catalogue, page, "sources.md", writer, edit, named=named)
