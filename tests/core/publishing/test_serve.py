"""Under make serve: faults are printed, the last good pages stay up, and mending the file brings the new page."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

#: A server builds a site.
pytestmark = pytest.mark.slow
#: Seconds to wait for what the server does; it usually needs two.
PATIENCE = 60


@pytest.fixture
def server(site_copy: Path) -> Iterator[tuple[str, Path]]:
    """Address of a server of the copied project in one language, and its log."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    log = site_copy / "serve.log"
    environment = {**os.environ, "LANGS": "es", "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"}
    with log.open("w") as stream:
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--livereload", "-a", address],
            cwd=site_copy, env=environment, stdout=stream, stderr=stream,
        )  # fmt: skip
    try:
        until(lambda: "Serving on" in log.read_text(encoding="utf-8"), log)
        yield f"http://{address}/", log
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


def until(done: Callable[[], bool], log: Path) -> None:
    """Wait until ``done`` answers yes."""
    end = time.monotonic() + PATIENCE
    while not done():
        assert time.monotonic() < end, log.read_text(encoding="utf-8")[-2000:]
        time.sleep(0.1)


def page(address: str) -> str:
    with urllib.request.urlopen(address + "facebook/", timeout=PATIENCE) as answer:
        return str(answer.read().decode())


def archive(address: str) -> bytes:
    """Return the guide to use without a connection; raises HTTPError when there is none."""
    with urllib.request.urlopen(address + "offline/guia-es.zip", timeout=PATIENCE) as answer:
        return bytes(answer.read())


def test_faults_keep_the_last_good_pages_and_a_mend_brings_the_new_one(copy: Path, server: tuple[str, Path]) -> None:
    address, log = server
    path = copy / "data/platforms/facebook.yml"
    good = path.read_text(encoding="utf-8")
    assert "Sirve para Facebook y para los chats de Messenger." in page(address)
    assert "Content-Security-Policy" not in page(address)  # live reload injects a script
    assert archive(address)

    path.write_text(good.replace("owner: Meta", "owner: Meta\nownr: Meta", 1), encoding="utf-8")
    until(lambda: "unknown field 'ownr'" in log.read_text(encoding="utf-8"), log)
    assert "Sirve para Facebook y para los chats de Messenger." in page(address)
    assert "Traceback" not in log.read_text(encoding="utf-8")

    path.write_text(good.replace("intro: Sirve para Facebook", "intro: Sirve en Facebook", 1), encoding="utf-8")
    until(lambda: "Sirve en Facebook" in page(address), log)
    # The page that is open was drawn first, and is what the whole build then writes.
    first = page(address)
    assert "the other pages follow" in log.read_text(encoding="utf-8")
    assert "Pages made anew in " not in log.read_text(encoding="utf-8")
    until(lambda: "Pages made anew in " in log.read_text(encoding="utf-8"), log)
    assert without_epoch(page(address)) == without_epoch(first)
    assert archive(address)


def test_a_build_that_breaks_half_way_leaves_the_next_one_whole(copy: Path, server: tuple[str, Path]) -> None:
    address, log = server
    path = copy / "overrides/base.html"
    good = path.read_text(encoding="utf-8")
    path.write_text(good + "{% if %}", encoding="utf-8")
    until(lambda: "The last good pages stay up" in log.read_text(encoding="utf-8"), log)

    path.write_text(good + "<!-- mended -->", encoding="utf-8")

    until(lambda: "<!-- mended -->" in page(address), log)
    assert archive(address)
    assert "Pages made anew in " in log.read_text(encoding="utf-8")

    template = copy / "hooks/guide/pages/tree.md"
    text = template.read_text(encoding="utf-8")
    template.write_text(text + "\n<p>a template that changed</p>\n", encoding="utf-8")

    until(lambda: "a template that changed" in page(address), log)


def without_epoch(html: str) -> str:
    """Return a page without the call of live reload, which tells the server's time."""
    return re.sub(r"livereload\([0-9, ]+\)", "", html)
