"""What a reader takes along: sheets, packs and archives of them as PDF and ZIP, each plan as text and as one file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from guide.book import Book
from guide.model.languages import Language
from guide.model.vocabulary import Paper
from guide.paper import leaf, log_sheet, pack, pocket, rule_table
from guide.paper.bundle import bundles
from guide.paper.message import message
from guide.paper.on_paper import OnPaper, replaced
from guide.paper.printing import Printing, everything_wanted, pdfs_wanted
from guide.paper.shared_sheets import shared_sheets
from guide.paper.typeset import Kept, page_count
from guide.publishing.single import single
from guide.writing.file_names import SINGLE_FILE, TEXT_FILE, Held
from guide.writing.plan_words import Sheet
from guide.writing.text_file import text_file


def held(files: Mapping[str, bytes], language: Language) -> dict[str, Held]:
    """Return what the PDFs and archives among ``files`` hold, by path in the language's part of the site."""
    return {
        path.removeprefix(language.folder): Held(page_count(content) if path.endswith(".pdf") else 0, len(content))
        for path, content in files.items()
        if path.endswith((".pdf", ".zip"))
    }


def taken(book: Book, language: Language, kept: Kept, printing: Printing) -> dict[str, bytes]:
    """Return what is taken along in ``language``: path from the root of the site → content.

    Raises:
        SheetFailed: when a sheet cannot be made, or does not fit.
    """
    if not everything_wanted():
        return {}
    paper = book.on_paper(language)
    out: dict[str, bytes] = {}
    for sheet in paper.plans:
        out[sheet.url + TEXT_FILE] = text_file(message(sheet, printing.address))
        out[sheet.url + SINGLE_FILE] = single(sheet, printing.address)
    return out | _pdfs(book, paper, kept, printing) if pdfs_wanted() else out


def _pdfs(book: Book, paper: OnPaper, kept: Kept, printing: Printing) -> dict[str, bytes]:
    """Return sheets, packs and archives of sheets by path; raises SheetFailed."""
    shared: Sequence[Sheet] = paper.shared
    if book.local or printing.countries:
        shared = _asked(paper, book, printing)
    sheets = [*shared, *paper.plans]
    rule, log, short = paper.whole(lambda c: c.rules), paper.whole(lambda c: c.evidence.log), paper.short()
    around = paper.whole(lambda c: c.workshop)
    shorts = pocket.pockets(short.catalogue, short.language, short.plans, short.imprint)
    pockets = pocket.all_inputs(short.catalogue, shorts, printing, short.imprint)
    jobs = [leaf.job(sheet, size, printing, kept) for sheet in sheets for size in Paper]
    jobs += rule_table.jobs(rule.catalogue, rule.language, printing, rule.imprint)
    jobs += log_sheet.jobs(log.catalogue, log.language)
    jobs += pocket.jobs(shorts, pockets)
    alone = kept.files(jobs)
    packs = pack.jobs(around.catalogue, around.language, sheets, pockets, printing, kept, around.imprint)
    titles = {job.path: str(job.data["title"]) for job in jobs}
    archives = bundles(paper.catalogue, paper.language, alone, titles, paper.imprint, kept)
    return {**alone, **kept.files(packs), **archives}


def _asked(paper: OnPaper, book: Book, printing: Printing) -> Sequence[Sheet]:
    """Return the sheets of no platform with private numbers and countries asked for, each in one language."""
    own = tuple(shared_sheets(paper.catalogue, paper.language, paper.imprint, book.local, printing.countries))
    return replaced(own, tuple(_asked(paper.instead, book, printing))) if paper.instead else own
