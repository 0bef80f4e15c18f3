"""What a reader takes along: a PDF on each paper for every sheet, a text and a single HTML file for every plan."""

from __future__ import annotations

import os
from collections.abc import Mapping

from guide.book import Book
from guide.languages import Language
from guide.message import message
from guide.paper import leaf, notes, pack, pocket, rules
from guide.paper.bundle import bundles
from guide.paper.files import SINGLE_FILE, TEXT_FILE, Held
from guide.paper.printing import Printing
from guide.paper.sheets import shared_sheets
from guide.paper.typeset import Kept, page_count
from guide.single import single
from guide.vocabulary import Paper

#: Environment variable: 0 leaves everything of this module out, to measure the pages alone.
SWITCH = "GUIDE_SHEETS"


def held(files: Mapping[str, bytes], language: Language) -> dict[str, Held]:
    """Return what the PDFs and archives among ``files`` hold, by path in the language's part of the site."""
    return {
        path.removeprefix(language.folder): Held(page_count(content) if path.endswith(".pdf") else 0, len(content))
        for path, content in files.items()
        if path.endswith((".pdf", ".zip"))
    }


def everything_wanted() -> bool:
    """Return whether a build makes what is taken along, archives included; see :data:`SWITCH`."""
    return os.environ.get(SWITCH) != "0"


def taken(book: Book, language: Language, kept: Kept, printing: Printing) -> dict[str, bytes]:
    """Return what is taken along in ``language``: path from the root of the site → content.

    Raises:
        SheetFailed: when a sheet cannot be made, or does not fit.
    """
    if not everything_wanted():
        return {}
    catalogue = book.catalogue(language)
    leaves = [*shared_sheets(catalogue, language, book.local, printing.countries), *book.plan_sheets(language)]
    jobs = [leaf.job(sheet, paper, printing, kept) for sheet in leaves for paper in Paper]
    jobs += rules.jobs(catalogue, language, printing)
    jobs += notes.jobs(catalogue, language)
    jobs += pocket.jobs(catalogue, language, book.plan_sheets(language), printing)
    single_sheets = kept.files(jobs)
    out = {
        **single_sheets,
        **kept.files(pack.jobs(catalogue, language, leaves, printing, kept)),
        **bundles(catalogue, language, single_sheets),
    }
    for sheet in leaves:
        if sheet.path.split("/")[0] in catalogue.platforms:
            out[sheet.url + TEXT_FILE] = message(sheet, printing.address).encode()
            out[sheet.url + SINGLE_FILE] = single(sheet, printing.address)
    return out
