"""One page to look at: named by its address or by the file of its text, built alone and whole."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from guide.book import Book
from guide.model.languages import LANGUAGES, SOURCE
from guide.model.variables import WrongVariable
from guide.publishing.preview import pages_meant
from tests.conftest import copy_project, link_kept


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("countries/mx", "countries/mx/"),
        ("/countries/mx/", "countries/mx/"),
        ("data/countries/mx.yml", "countries/mx/"),
        ("countries/mx.yml", "countries/mx/"),
        ("facebook/doxxing", "facebook/doxxing/"),
        ("data/urgent.yml", "urgent/"),
        ("docs/about.md", "about/"),
    ],
)
def test_a_page_is_meant_by_its_address_or_by_its_file(book: Book, asked: str, meant: str) -> None:
    assert [page.path for page in pages_meant(book.pages(LANGUAGES[SOURCE]), asked)] == [meant]


def test_a_file_of_many_pages_means_them_all(book: Book) -> None:
    found = {page.path for page in pages_meant(book.pages(LANGUAGES[SOURCE]), "data/platforms/threads.yml")}

    assert {"threads/menus/", "threads/doxxing/", "threads/doxxing/more/"} <= found
    assert not any(path.startswith("facebook") for path in found)


def test_what_is_no_page_is_told_with_what_is_like_it(book: Book) -> None:
    with pytest.raises(WrongVariable, match=r"'contries/mx'.*countries/mx"):
        pages_meant(book.pages(LANGUAGES[SOURCE]), "contries/mx")


@pytest.mark.slow
def test_the_command_builds_that_page_alone_and_says_where_it_is(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    link_kept(project)
    settings = {"PAGE": "data/countries/mx.yml", "PYTHONPATH": str(project / "hooks"), "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "guide", "preview"]

    done = subprocess.run(
        command, cwd=project, env={**os.environ, **settings}, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    page = project / "build/preview/countries/mx/index.html"
    assert page.as_uri() in done.stdout
    html = page.read_text(encoding="utf-8")
    assert "<h1" in html
    assert (page.parent / "../../assets/guide.css").resolve().is_file()
    assert [path for path in (project / "build/preview").rglob("index.html") if path != page] == []
