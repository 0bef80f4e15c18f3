"""``/search/``: the A–Z list of all pages of a language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from guide.model import Catalogue
from guide.model.vocabulary import PageId
from guide.pages.page import Page
from guide.pages.page_from import page_from
from guide.writing.render import Writer


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A page in the A–Z list; ``lang`` is set where its title is in another language than the list."""

    href: str
    title: str
    lang: str
    words: str


def search(catalogue: Catalogue, writer: Writer, edit: tuple[str, int], pages: Iterable[Page]) -> Page:
    """Return the A–Z list of all pages of a language, with the words that people use."""
    listed = sorted((page for page in pages if page.listed), key=lambda page: fold(page.title))
    entries = [
        IndexEntry(
            href=writer.here.to(page.path),
            title=page.title,
            lang=page.title_lang,
            words="; ".join(part for part in (page.words, page.tab if page.tab not in page.title else "") if part),
        )
        for page in listed
    ]
    return page_from(catalogue, PageId.SEARCH, "search.md", writer, edit, entries=entries)


def fold(words: str) -> str:
    """Return ``words`` for sorting and searching: no case, no accents."""
    import unicodedata

    decomposed = unicodedata.normalize("NFKD", words.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lstrip("¿¡«\"' ")
