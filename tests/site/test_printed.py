"""Every address in every PDF of the site against the data: printed letter by letter, linked, and guessed aright."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pypdfium2
import pytest

from guide.book import Book
from guide.model.text import plain
from guide.model.vocabulary import Paper
from guide.paper import pack, pocket
from guide.writing.file_names import pdf_path
from guide.writing.plan_words import Sheet
from tests.printed import HOST, faults, known, links

Expected = dict[str, Counter[str]]


@pytest.fixture(scope="module")
def papers(site: Path) -> dict[str, pypdfium2.PdfDocument]:
    """Every PDF of the site by its path."""
    return {
        path.relative_to(site).as_posix(): pypdfium2.PdfDocument(path.read_bytes())
        for path in sorted(site.rglob("print/*.pdf"))
    }


def of_sheet(sheet: Sheet) -> Iterator[str]:
    """Yield every address that a sheet prints."""
    for line in sheet.lines():
        yield from (address.url for address in line.addresses if address.url)  # a number is no link (P33)
    yield from (address.url for _, address in sheet.helpers())


def expected(book: Book) -> Expected:
    """Return every address that the data give to each PDF that has one, by its path."""
    out: dict[str, Counter[str]] = {}

    def add(folder: str, name: str, addresses: Iterable[str]) -> None:
        counted = Counter(addresses)
        if counted:
            out.update({folder + pdf_path(name, paper): counted for paper in Paper})

    for language in book.languages:
        paper = book.on_paper(language)
        sheets = [*paper.shared, *paper.plans]
        for sheet in sheets:
            add(language.folder, sheet.name, of_sheet(sheet))
        short = paper.short()
        pockets = pocket.pockets(short.catalogue, short.language, short.plans, short.imprint)
        folded = {name: [address.url for _, address in one.help] for name, one in pockets.items()}
        for name, addresses in folded.items():
            add(language.folder, pocket.pocket_name(name), addresses)
        for platform in paper.catalogue.platforms.values():
            inside = [url for sheet in pack.sheets_of(platform, sheets) for url in of_sheet(sheet)]
            add(language.folder, pack.pack_name(platform), [*inside, *folded[platform.id]])
    return out


def test_every_address_of_the_data_is_a_link_in_its_pdf(papers: dict[str, pypdfium2.PdfDocument], book: Book) -> None:
    found = {name: Counter(link.uri for page in pdf for link in links(pdf, page)) for name, pdf in papers.items()}

    assert {name: counted for name, counted in found.items() if counted} == expected(book)


def test_every_printed_address_is_one_of_the_data_letter_by_letter_and_no_viewer_guesses_another(
    papers: dict[str, pypdfium2.PdfDocument], book: Book
) -> None:
    catalogue = book.loaded.catalogue
    shown = known(catalogue)
    # Some call themselves by their site: the name says where it is.
    hosts = {urlsplit(site).hostname for site in shown}
    called = [route.name for route in catalogue.routes.values()]
    called += [item.name for country in catalogue.countries.values() for item in country.names]
    names = {name for text in called for name in HOST.findall(plain(text.runs)) if name.lower() in hosts}

    assert [
        f"{name}, {fault}"
        for name, pdf in papers.items()
        for fault in faults(pdf, shown, names, turned=name.startswith("ar/"))
    ] == []
