"""The whole site under the headers of the ready files: nothing is asked of another host, and nothing is stored.

One page of each kind in each language, and some by chance; ``make walk`` opens every one.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Page, expect

from guide.publishing.host_files import FOLDER
from guide.writing.file_names import SINGLE_FILE
from tests.browser.conftest import SITE, Quiet, served
from tests.conftest import ROOT
from tests.site.conftest import read

BY_CHANCE = 20
EVERY = os.environ.get("GUIDE_WALK") == "all"

#: What a page can leave behind in a browser.
STORED = """async () => [
    document.cookie, ...Object.keys(localStorage), ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map(d => d.name), ...(await caches.keys()),
    ...(await navigator.serviceWorker.getRegistrations()).map(r => r.scope),
].filter(Boolean)"""


@dataclass
class Watched:
    """A page of a browser, and everything that went wrong on it."""

    page: Page
    base: str
    wrong: list[str] = field(default_factory=list)

    def open(self, path: str) -> None:
        """Open a page, and note what it asks elsewhere, stores or complains of."""
        self.page.goto(self.base + path)
        self.wrong += [f"{path} stored {name}" for name in self.page.evaluate(STORED)]

    def ask(self, address: str) -> None:
        if not address.startswith((self.base, "data:", "about:")):
            self.wrong.append(f"{self.page.url} asked {address}")


def watched(browser: Browser, base: str) -> Watched:
    page = browser.new_context(viewport={"width": 360, "height": 640}).new_page()
    out = Watched(page, base)
    page.on("request", lambda request: out.ask(request.url))
    page.on("console", lambda said: out.wrong.append(f"{page.url}: {said.text}") if said.type != "log" else None)
    page.on("pageerror", lambda error: out.wrong.append(f"{page.url}: {error}"))
    return out


@pytest.fixture(name="watch")
def _watch(browser: Browser, base: str) -> Iterator[Watched]:
    out = watched(browser, base)
    yield out
    out.page.context.close()


def chosen() -> list[str]:
    """Return the paths to open: all, or one of each kind in each language and some by chance, always the same."""
    pages = [page for page in read(SITE) if page.path != "404.html"]
    singles = sorted(file.relative_to(SITE).as_posix() for file in SITE.rglob(SINGLE_FILE))
    paths = [page.path for page in pages] + singles
    if EVERY:
        return paths
    kinds = {(page.kind, page.language): page.path for page in pages}
    some = random.Random(16).sample(paths, BY_CHANCE)
    return [*kinds.values(), *{single.startswith("en/"): single for single in singles}.values(), *some]


def test_no_page_asks_elsewhere_stores_or_breaks_the_policy(watch: Watched) -> None:
    paths = chosen()
    assert len(paths) > BY_CHANCE + 40
    for path in paths:
        watch.open(path)

    assert watch.wrong == []
    assert watch.page.context.cookies() == []
    print(f"{len(paths)} pages opened.")


def test_the_watch_sees_what_a_page_must_not_do(watch: Watched) -> None:
    """Otherwise the test above could not fail."""
    watch.open("about/")
    watch.page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=https://elsewhere.example/>')")
    watch.page.evaluate("document.body.insertAdjacentHTML('beforeend', '<p style=color:red>')")
    watch.page.evaluate("localStorage.setItem('a', 'b')")
    watch.page.wait_for_timeout(100)
    watch.open("about/")

    told = " ".join(watch.wrong)
    assert "img-src" in told
    assert "style-src" in told
    assert "about/ stored a" in told


def test_no_other_page_can_show_one_of_ours_in_a_frame(watch: Watched) -> None:
    watch.page.route(
        "**/outer", lambda route: route.fulfill(content_type="text/html", body=f"<iframe src='{watch.base}'>")
    )
    watch.page.goto(watch.base + "outer")
    watch.page.wait_for_timeout(200)

    assert any("frame" in line for line in watch.wrong)


class Static(Quiet):
    """A host that reads ``_headers``: one policy for all paths."""

    def said(self, file: str) -> dict[str, str]:  # noqa: ARG002
        """Return what stands there under ``/*``."""
        block = (ROOT / FOLDER / "_headers").read_text(encoding="utf-8").split("/*\n")[1].split("\n/")[0]
        return dict(line.strip().split(": ", 1) for line in block.splitlines())


def test_a_plan_as_one_file_looks_and_works_the_same_on_every_server(browser: Browser) -> None:
    path = next(iter(sorted(SITE.rglob(SINGLE_FILE)))).relative_to(SITE).as_posix()
    for handler in (Quiet, Static):
        with served(handler) as address:
            watch = watched(browser, address)
            watch.open(path)
            expect(watch.page.locator("main button").first).to_be_visible()  # its script makes it
            assert watch.page.evaluate("getComputedStyle(document.body).maxWidth") != "none"  # its style says it
            watch.open("")
            assert watch.wrong == []
            watch.page.context.close()
