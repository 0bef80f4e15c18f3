"""Addresses that were published, in ``published.txt``: paper, single files and printed codes out there lead to them.

``make published`` adds what the built site has now; nothing is ever taken out.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

from tests.site.conftest import SITE, BuiltPage
from tests.site.conftest import read as read_site

LIST = Path(__file__).with_name("published.txt")
#: What links and readers remember a place of a page by: headings, questions, doors, folds, terms, decisions.
NAMED = "main :is(h2, h3, dt, details, article, .question, .door)[id]"


def addresses(pages: Iterable[BuiltPage]) -> set[str]:
    """Return the path of every Spanish page, and of each of its places as ``path#id``; the home page is ``/``."""
    spanish = [page for page in pages if page.language == "es"]
    found = {f"/{page.path}" for page in spanish}
    for page in spanish:
        # The heading of a question has an id for its section only.
        names = [str(node.attributes["id"]) for node in page.all(NAMED)]
        found |= {f"/{page.path}#{name}" for name in names if not name.startswith("h-")}
        for link in page.links():
            file, fragment = page.target(link)
            if fragment and not urlsplit(link).scheme and file != f"{page.path}index.html":
                found.add(f"/{file.removesuffix('index.html')}#{fragment}")
    return {address for address in found if not address.startswith("/en/")}


def known() -> list[str]:
    """Return the addresses of the list."""
    return LIST.read_text(encoding="utf-8").splitlines()


if __name__ == "__main__":
    there = addresses(page for page in read_site(SITE) if page.path != "404.html")
    LIST.write_text("\n".join(sorted({*known(), *there})) + "\n", encoding="utf-8")
