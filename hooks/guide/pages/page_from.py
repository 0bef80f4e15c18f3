"""A page that stands once in each language: its words come from ``pages.yml``."""

from __future__ import annotations

from typing import Any

from guide.model import Catalogue
from guide.model.reference import Reference
from guide.model.vocabulary import PageId
from guide.pages.page import Page
from guide.writing import source_view
from guide.writing.links import path_of
from guide.writing.render import Writer, render


def page_from(
    catalogue: Catalogue, name: PageId, template: str, writer: Writer, edit: tuple[str, int], **context: Any
) -> Page:
    """Return the page ``name`` made by ``template``; its title and tab come from ``pages.yml``."""
    text = catalogue.page_texts[name]
    named = [*text.sources, *context.pop("named", [])]
    body = render(
        template,
        writer,
        title=writer.m(text.title),
        intro=text.intro,
        onward=text.onward,
        sources=source_view.sources(catalogue, named),
        **context,
    )
    return Page(
        language=writer.language,
        path=path_of(Reference("page", name.value, "")) or "",
        kind=name.value,
        title=writer.plain(text.title),
        title_lang=writer.foreign(text.title),
        tab=writer.plain(text.tab),
        description=writer.plain(text.description),
        body=body,
        edit=edit,
        words=writer.plain(text.words) if text.words else "",
        lastmod=max((str(item.checked) for item in catalogue.sources.values()), default=""),
        stale=writer.stale,
        missing=writer.missing,
    )
