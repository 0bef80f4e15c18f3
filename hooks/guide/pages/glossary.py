"""``/glossary/``: the words that the guide explains."""

from __future__ import annotations

from guide.model import Catalogue
from guide.model.vocabulary import PageId
from guide.pages.page import Page
from guide.pages.page_from import page_from
from guide.pages.search import fold
from guide.writing.render import Writer


def glossary(catalogue: Catalogue, writer: Writer, edit: tuple[str, int]) -> Page:
    """Return the glossary, in alphabetical order of the page's language."""
    terms = sorted(catalogue.terms.values(), key=lambda term: fold(term.name.words))
    return page_from(catalogue, PageId.GLOSSARY, "glossary.md", writer, edit, terms=terms)
