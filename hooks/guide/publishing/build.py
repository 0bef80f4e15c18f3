"""Build the site: check first, render into a fresh folder, put it in its place when everything has passed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from guide.book import Book, read_book
from guide.model.system_error import sentence
from guide.model.variables import FAULTS_TOLD, PREVIEW, SHEETS, edition
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
        # The renderer reads the data too, and stops at a fault without a word: this process tells it meanwhile.
        with _rendering(root, fresh, {FAULTS_TOLD: "1"}) as renderer:
            try:
                book = read_book(root, edition=edition())
            except BaseException:
                renderer.terminate()
                raise
        _refuse_stopped(renderer)
        # Counted here: in its place another build may just be changing it.
        pages = sum(1 for path in fresh.rglob("*.html") if path.name not in ("404.html", SINGLE_FILE))
        try:
            place.take(fresh)
        except OSError as error:
            told = sentence(error) or f"{error}."
            raise BuildFailed(f"The site could not be put into {site}. {told} The last good one is back.") from None
    return book, pages


def build_preview(root: Path, asked: str, language: str) -> list[Path]:
    """Build the pages that ``asked`` means, in one language, and return their files.

    Raises:
        BuildFailed: when the data have faults, no page is meant, or the renderer stops; it has said why.
    """
    folder = root / "build" / "preview"
    shutil.rmtree(folder, ignore_errors=True)
    with _rendering(root, folder, {PREVIEW: asked, SHEETS: "0", "LANGS": language, "SITE_URL": ""}) as renderer:
        pass
    _refuse_stopped(renderer)
    return sorted(folder.rglob("index.html"))


def _refuse_stopped(renderer: subprocess.Popen[bytes]) -> None:
    if renderer.returncode:
        raise BuildFailed("MkDocs stopped; the last good site is as it was.")


def _rendering(root: Path, folder: Path, settings: Mapping[str, str]) -> subprocess.Popen[bytes]:
    """Start MkDocs as a command, with ``settings`` as variables: the core does not import it."""
    # A variable that is set but empty, as CI systems leave it, means the same as none: the default holds.
    given = {name: value for name, value in {**os.environ, **settings}.items() if value}
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
