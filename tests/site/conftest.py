"""The built site, parsed once a process: ``make test`` has built it into build/test-site."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser
from selectolax.lexbor import LexborNode as Node

from guide.writing.file_names import SINGLE_FILE
from tests import raw
from tests.conftest import ROOT

SITE = ROOT / "build" / "test-site"


@dataclass
class BuiltPage:
    """A page of the built site; ``path`` is its address from the root, with a final slash."""

    path: str
    html: str

    @cached_property
    def tree(self) -> HTMLParser:
        """The parsed page."""
        return HTMLParser(self.html)

    def fresh(self) -> HTMLParser:
        """Return the page parsed anew, to take things out of."""
        return HTMLParser(self.html)

    def all(self, selector: str) -> list[Node]:
        """Return the elements that ``selector`` finds."""
        return list(self.tree.css(selector))

    def one(self, selector: str) -> Node:
        """Return the one element that ``selector`` finds."""
        found = self.all(selector)
        assert len(found) == 1, f"{self.path}: {len(found)} × {selector}"
        return found[0]

    @property
    def language(self) -> str:
        """The language tag of the page."""
        return str(self.one("html").attributes["lang"])

    @property
    def code(self) -> str:
        """The code of that language, which names its folder."""
        return self.language.partition("-")[0]

    @property
    def name(self) -> str:
        """The path of the page without the folder of its language: the same in each."""
        return self.path.removeprefix("" if self.code == "es" else f"{self.code}/")

    @property
    def kind(self) -> str:
        """The kind of page, from the class of its body."""
        names = (self.one("body").attributes["class"] or "").split()
        return next((name.removeprefix("kind-") for name in names if name.startswith("kind-")), "")

    def ids(self) -> list[str]:
        """Return all ids, in order."""
        return [str(node.attributes["id"]) for node in self.all("[id]")]

    def links(self) -> Iterator[str]:
        """Yield every address that the page links to or loads."""
        for node in self.all("[href], [src]"):
            yield str(node.attributes.get("href") or node.attributes.get("src") or "")

    def target(self, link: str) -> tuple[str, str]:
        """Return file and fragment that a link within the site leads to, from the root of the site."""
        parts = urlsplit(link)
        path = parts.path
        joined = path if path.startswith("/") else posixpath.join("/" + self.path, path)
        resolved = posixpath.normpath(joined).lstrip("/")
        if joined.endswith("/") or not path:
            resolved = posixpath.join(resolved, "index.html") if path or not self.path.endswith(".html") else self.path
        return unquote(resolved.removeprefix("./")), unquote(parts.fragment)


@pytest.fixture(scope="session")
def site() -> Path:
    """The folder of the built site."""
    assert (SITE / "index.html").is_file(), "build the site first: make test does"
    return SITE


@pytest.fixture(scope="session")
def folders(root: Path) -> list[str]:
    """The folder of each language in the site, with its slash; that of the first one is the site itself."""
    _, *others = raw.languages(root)
    return ["", *(f"{code}/" for code in others)]


@pytest.fixture(scope="session")
def built(site: Path) -> list[BuiltPage]:
    """Every page of the built site, 404 included."""
    return read(site)


def read(site: Path) -> list[BuiltPage]:
    """Return every page in the folder ``site``."""
    pages = []
    for file in sorted(site.rglob("*.html")):
        if file.name == SINGLE_FILE:
            continue  # not a page of the site: see test_sheets.py
        path = file.relative_to(site).as_posix()
        pages.append(BuiltPage(path.removesuffix("index.html"), file.read_text(encoding="utf-8")))
    return pages


@pytest.fixture(scope="session")
def ordinary(built: list[BuiltPage]) -> list[BuiltPage]:
    """Every page but the 404 page, which stands at no address of its own."""
    return [page for page in built if page.path != "404.html"]
