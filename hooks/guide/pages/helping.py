"""``/helping/``: who accompanies somebody."""

from __future__ import annotations

from types import SimpleNamespace as View

from guide.model import Catalogue
from guide.model.vocabulary import PageId, Whom
from guide.pages.page import Page
from guide.pages.page_from import page_from
from guide.writing.render import Writer


def helping(catalogue: Catalogue, writer: Writer, edit: tuple[str, int]) -> Page:
    """Return the page for who accompanies somebody."""
    order = (Whom.HELPER, Whom.FAMILY, Whom.ORGANISATION, Whom.ABSENT)
    whom = [
        View(id=name.value, label=block.label, intro=block.intro, do=block.do, dont=block.dont)
        for name in order
        for block in (catalogue.whom[name],)
    ]
    return page_from(
        catalogue,
        PageId.HELPING,
        "helping.md",
        writer,
        edit,
        whom=whom,
        guards=list(catalogue.guards.values()),
    )
