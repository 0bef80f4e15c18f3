"""A real browser on the built site: Chromium from the system, nothing but our own server answered."""

from __future__ import annotations

import http.server
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from guide.publishing.host_headers import headers_of, type_of
from tests.conftest import ROOT

SITE = ROOT / "build" / "test-site"
PHONE, TABLET, DESKTOP = (360, 640), (768, 1024), (1280, 900)


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves the site with the headers of the ready files; answers what is not there with our 404 page."""

    def end_headers(self) -> None:
        """Say what nginx and Caddy say: every test of a browser runs under the policy of the header too."""
        path = urlsplit(self.path).path.lstrip("/")
        file = path if (SITE / path).is_file() else f"{path}index.html"
        for name, value in self.said(file).items():
            if name != "Content-Type":
                self.send_header(name, value)
        super().end_headers()

    def said(self, file: str) -> dict[str, str]:
        """Return the headers of a file of the site."""
        return headers_of(file)

    def guess_type(self, path: str | os.PathLike[str]) -> str:
        """Return the type that our servers are told; a browser also asks for what no site has, such as an icon."""
        return type_of(str(path)) if Path(path).is_file() else super().guess_type(path)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Print nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002
        """Send our own page for 404."""
        body = (SITE / "404.html").read_bytes() if code == 404 else b""
        self.send_response(code, message)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def served(handler: type[Quiet] = Quiet) -> Iterator[str]:
    """Serve the site, and yield its address with a slash at its end."""
    assert (SITE / "index.html").is_file(), "build the site first: make test does"
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(SITE)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture(scope="session")
def base() -> Iterator[str]:
    """Address of the served site, with a slash at its end."""
    with served() as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, as scripts/ensure-browser.sh found it."""
    executable = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    assert Path(executable).exists(), "no Chromium: run make test, which installs it or says how"
    flags = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"]
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=executable, args=flags)
        yield started
        started.close()


Open = Callable[..., Page]


@pytest.fixture
def visit(browser: Browser, base: str) -> Iterator[Open]:
    """Open a page of the site: ``visit("facebook/", size=PHONE, scripts=False, scheme="dark")``.

    Every request to another host, every policy violation and every error in the console fails the test.
    """
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    def open_page(
        path: str, *, size: tuple[int, int] = PHONE, scripts: bool = True, scheme: Any = "light", **options: Any
    ) -> Page:
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme=scheme,
            java_script_enabled=scripts,
            reduced_motion="reduce",
            **options,
        )
        contexts.append(context)
        page = context.new_page()

        def watch(url: str) -> None:
            if not url.startswith((base, "data:", "about:")):
                wrong.append(f"asked {url}")

        page.on("request", lambda request: watch(request.url))
        page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.goto(base + path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert [line for line in wrong if "404" not in line] == []
