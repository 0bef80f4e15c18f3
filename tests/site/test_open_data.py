"""The files for programs stand in the built site, and a page leads to them."""

from __future__ import annotations

import re
from pathlib import Path

from guide.book import Book
from guide.opendata.files import FOLDER, open_data
from tests.site.conftest import BuiltPage


def test_the_site_has_the_files_and_nothing_else_beside_them(site: Path, book: Book) -> None:
    wanted = open_data({language: book.catalogue(language) for language in book.languages}, book.edition)
    there = {path.relative_to(site).as_posix(): path for path in (site / FOLDER).rglob("*") if path.is_file()}

    assert set(there) == set(wanted)
    assert all(there[name].read_bytes() == content for name, content in wanted.items())


def test_each_record_names_its_page(site: Path) -> None:
    named = {
        page
        for path in (site / FOLDER).glob("*.json")
        for page in re.findall(r'"page": "([^"#]+)', path.read_text("utf-8"))
    }

    assert len(named) > 150
    assert sorted(page for page in named if not (site / page / "index.html").is_file()) == []


def test_a_page_in_each_language_leads_to_them(built: list[BuiltPage], book: Book) -> None:
    about = [page for page in built if page.path.endswith("about/")]

    assert len(about) == len(book.languages)
    assert all(f"{FOLDER}index.json" in {page.target(link)[0] for link in page.links()} for page in about)
