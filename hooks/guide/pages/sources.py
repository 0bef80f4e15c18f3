"""``/sources/``: every source that some record names."""

from __future__ import annotations

from guide.model import Catalogue
from guide.model.vocabulary import PageId
from guide.pages.page import Page
from guide.pages.page_from import page_from
from guide.writing.render import Writer


def sources(catalogue: Catalogue, writer: Writer, edit: tuple[str, int]) -> Page:
    """Return the list of all sources that some record names."""
    return page_from(catalogue, PageId.SOURCES, "sources.md", writer, edit, named=list(catalogue.sources))
