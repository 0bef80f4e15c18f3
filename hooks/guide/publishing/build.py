"""Build the site: check first, render into a fresh folder, put it in its place when everything has passed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from guide.book import Book, read_book
from guide.model.system_error import sentence
from guide.model.variables import edition
from guide.pages.page import Page
from guide.publishing.place import Place
from guide.publishing.progress import TELL, Progress
from guide.writing.file_names import SINGLE_FILE


class BuildFailed(Exception):
    """The renderer has failed; the last good site is as it was."""


def build_site(root: Path, site: Path) -> tuple[Book, int]:
    """Build the guide in ``root`` into ``site``; return what it was made from, and how many pages it has.

    Raises:
        DataError: when the data have faults.
        PlaceRefused: when no site can be put into ``site``; nothing was built then.
        BuildFailed: when the renderer stops or warns, or the disk is full.
    """
    place = Place(site)
    with place.fresh() as fresh:
        Progress(sys.stderr).stage("Reading and checking the data")
        with _rendering(root, fresh) as renderer:
            try:
                book = read_book(root, edition=edition())
            except BaseException:
                renderer.terminate()
                raise
        if renderer.returncode:
            raise BuildFailed("MkDocs stopped; the last good site is as it was.")
        # Counted here: in its place another build may just be changing it.
        pages = sum(1 for path in fresh.rglob("*.html") if path.name not in ("404.html", SINGLE_FILE))
        try:
            place.take(fresh)
        except OSError as error:
            told = sentence(error) or f"{error}."
            raise BuildFailed(f"The site could not be put into {site}. {told} The last good one is back.") from None
    return book, pages


def _rendering(root: Path, folder: Path) -> subprocess.Popen[bytes]:
    """Start MkDocs as a command: the core does not import it.

    It reads the data too, and stops at a fault without a word: meanwhile this process reads them, and tells.
    """
    # A variable that is set but empty, as CI systems leave it, means the same as none: the default holds.
    given = {name: value for name, value in os.environ.items() if value}
    return subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(folder)],
        cwd=root,
        env={**given, "NO_MKDOCS_2_WARNING": "1", TELL: "1"},
    )


def write_markdown(book: Book, folder: Path) -> int:
    """Write every page of every language under ``folder/<language>/`` and return how many there are."""
    shutil.rmtree(folder, ignore_errors=True)
    count = 0
    for code, page in _all(book):
        path = folder / code / page.source
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page.markdown(book.languages), encoding="utf-8")
        count += 1
    return count


def _all(book: Book) -> list[tuple[str, Page]]:
    return [(language.code, page) for language in book.languages for page in book.pages(language)]
