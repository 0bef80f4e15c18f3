"""One language's part of the site, as far as it needs no MkDocs: files to take along, pages, their text as HTML."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from guide.book import Book
from guide.model.languages import Language
from guide.model.variables import PREVIEW, given
from guide.pages.page import Page
from guide.paper.printing import Printing
from guide.paper.typeset import Kept, SheetFailed
from guide.publishing.preview import pages_meant
from guide.publishing.takeaway import held, taken
from guide_mkdocs.converted import Converted

log = logging.getLogger("mkdocs.guide")


@dataclass(frozen=True, slots=True)
class LanguagePart:
    """What one language adds to the site. It may come from another process."""

    #: Path from the root of the site → content.
    attached: dict[str, bytes]
    pages: list[Page]
    #: HTML of the pages, by digest of their Markdown.
    html: dict[str, str]
    #: What was used of the kept files, so that they stay.
    used_sheets: frozenset[str]


def language_part(
    book: Book, language: Language, kept: Kept, printing: Printing, converted: Converted, *, serving: bool
) -> LanguagePart:
    """Make the part of ``language``.

    Raises:
        SheetFailed: when a sheet cannot be made; a server logs it and goes on without them.
        WrongVariable: when a preview is asked for and no page is meant.
    """
    try:
        attached = taken(book, language, kept, printing)
    except SheetFailed as error:
        if not serving:
            raise
        log.error("A sheet cannot be made. %s", error)
        attached = {}
    pages = book.pages(language, held(attached, language))
    if asked := given(PREVIEW):
        pages = pages_meant(pages, asked)
    html = dict(converted.html(page.body) for page in pages)
    return LanguagePart(attached, pages, html, kept.used())


def received(part: LanguagePart, book: Book, language: Language, kept: Kept, converted: Converted) -> None:
    """Let this process know what another one has made."""
    book.keep(language, part.pages)
    kept.also_used(part.used_sheets)
    converted.also(part.html)
