"""The check of outside addresses asks politely and says what it saw; here it asks a server of our own."""

from __future__ import annotations

import http.server
import threading
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from scripts import links

ANSWERS = {
    "/good": (200, ""),
    "/gone": (404, ""),
    "/moved": (301, "https://elsewhere.example/`<x>"),
    "/for-now": (302, "https://elsewhere.example/login"),
    "/no-head": (200, ""),
    "/no-machines": (403, ""),
}


@pytest.fixture
def asked() -> Iterator[list[tuple[str, str, str, float]]]:
    """A server, and what it was asked: address of the server first, then method, path, agent and time of each."""
    heard: list[tuple[str, str, str, float]] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
            pass

        def answer(self) -> None:
            heard.append((self.command, self.path, str(self.headers["User-Agent"]), time.monotonic()))
            status, location = ANSWERS[self.path]
            self.send_response(405 if self.path == "/no-head" and self.command == "HEAD" else status)
            if location:
                self.send_header("Location", location)
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_HEAD = do_GET = answer

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    heard.append(("", f"http://127.0.0.1:{server.server_port}", "", 0))
    yield heard
    server.shutdown()
    server.server_close()


def test_what_does_not_answer_is_listed_and_no_redirect_is_followed(
    asked: list[tuple[str, str, str, float]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(links, "PAUSE", 0.02)
    base = asked.pop()[1]
    html = "".join(f'<a href="{base}{path}#part">x</a><a href="{base}{path}">x</a>' for path in ANSWERS)
    (tmp_path / "routes").mkdir()
    (tmp_path / "routes/index.html").write_text(f'<link href="{base}/never">{html}<a href="../">home</a>')
    (tmp_path / "index.html").write_text('<a href="https://nobody.invalid/">x</a>')

    found = {answer.address.removeprefix(base): answer for answer in links.ask_all(links.outside(tmp_path))}

    assert {address: answer.what for address, answer in found.items()} == {
        "/gone": "gone",
        "/moved": "moved for good to https://elsewhere.example/x",
        "/no-machines": "unsure: answers 403",
        "https://nobody.invalid/": "no answer",
    }
    assert found["/gone"].page == "routes/"
    assert {agent for _, _, agent, _ in asked} == {links.AGENT}
    assert [(method, path) for method, path, _, _ in asked if path in ("/good", "/no-head", "/for-now")] == [
        ("HEAD", "/good"),
        ("HEAD", "/for-now"),
        ("HEAD", "/no-head"),
        ("GET", "/no-head"),
    ]
    times = [at for _, _, _, at in asked]
    assert min(later - before for before, later in pairwise(times)) >= links.PAUSE


def test_a_site_that_is_not_built_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["links.py", str(tmp_path)])

    assert links.main() == 2
    assert "make site" in capsys.readouterr().err
