"""``/two-countries/``: what to be careful about when somebody is in another country."""

from __future__ import annotations

from guide.model import Catalogue
from guide.model.vocabulary import PageId, Paper
from guide.pages.page import Page
from guide.pages.page_from import page_from
from guide.paper import two_countries_sheet
from guide.writing.file_names import pdf_path
from guide.writing.render import Writer


def two_countries_page(catalogue: Catalogue, writer: Writer, edit: tuple[str, int]) -> Page:
    """Return the page for whoever left a country, or has family or the aggressor in another."""
    return page_from(
        catalogue,
        PageId.TWO_COUNTRIES,
        "two-countries.md",
        writer,
        edit,
        record=catalogue.two_countries,
        sheets={paper.value: pdf_path(two_countries_sheet.NAME, paper) for paper in Paper},
    )
