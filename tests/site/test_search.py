"""The search page as built: every page stands on it once, and nothing but it loads what searches."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

from tests.site.conftest import BuiltPage

#: Most bytes of the page, and of what searches it, compressed: the library, and our own script.
MOST_HTML, MOST_LIBRARY, MOST_SCRIPT = 130 * 1024, 7_500, 3 * 1024
SCRIPTS = ("assets/minisearch.js", "assets/search.js")


def searches(pages: list[BuiltPage]) -> list[BuiltPage]:
    return [page for page in pages if page.kind == "search"]


#: Pages that their plan leads to, which nobody looks for on their own.
BESIDE_A_PLAN = ("plan-no", "plan-more", "route-how")


def test_every_page_of_a_language_stands_on_its_list_once(ordinary: list[BuiltPage]) -> None:
    assert searches(ordinary)
    for search in searches(ordinary):
        there = [search.target(str(node.attributes["href"]))[0] for node in search.all(".index a")]
        wanted = [
            f"{page.path}index.html"
            for page in ordinary
            if page.language == search.language and page != search and page.kind not in BESIDE_A_PLAN
        ]
        assert sorted(there) == sorted(wanted), search.path


def test_every_entry_says_what_it_is(ordinary: list[BuiltPage]) -> None:
    for search in searches(ordinary):
        for item in search.all(".index > li"):
            about = item.css_first(".about")
            assert about is not None
            assert len(about.text().strip()) >= 20, item.text()


def test_the_search_is_small_and_loaded_by_its_page_alone(site: Path, ordinary: list[BuiltPage]) -> None:
    for page in ordinary:
        loaded = {page.target(str(node.attributes["src"]))[0] for node in page.all("script[src]")}
        assert bool(loaded & set(SCRIPTS)) is (page.kind == "search"), page.path
        assert page.kind != "search" or set(SCRIPTS) < loaded
    for search in searches(ordinary):
        # Signs and not bytes: Arabic letters take two, until the server packs them.
        assert len(search.html) <= MOST_HTML, search.path
    for name, most in zip(SCRIPTS, (MOST_LIBRARY, MOST_SCRIPT), strict=True):
        assert len(gzip.compress((site / name).read_bytes(), 9)) <= most, name


def test_the_script_stores_and_sends_nothing(site: Path) -> None:
    script = (site / SCRIPTS[1]).read_text(encoding="utf-8")

    assert not re.search(
        r"localStorage|sessionStorage|indexedDB|document\.cookie|fetch\(|XMLHttp|sendBeacon|eval\(|location|history",
        script,
    )
    assert (site / "assets/minisearch-licence.txt").read_text(encoding="utf-8").startswith("Copyright")
