"""A server answers while it makes pages anew, and goes on with the last good ones when that fails.

The server is MkDocs' own; only what builds the pages stands in for the guide, so that a build takes as long as asked.
"""

from __future__ import annotations

import contextlib
import socket
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

from guide.__main__ import main
from guide.model.variables import WrongVariable
from guide.publishing.port import HOST, refuse_taken
from guide_mkdocs.opened import write_first
from guide_mkdocs.serving import Shown
from tests.conftest import ROOT

#: Seconds to wait for what happens at once.
PATIENCE = 20


@dataclass
class Builder:
    """Stands in for MkDocs: writes one page when it may, or breaks."""

    folder: Path
    shown: Shown
    begun: threading.Event = field(default_factory=threading.Event)
    may_end: threading.Event = field(default_factory=threading.Event)
    ended: threading.Event = field(default_factory=threading.Event)
    words: str = "first"
    breaks: Exception | None = None
    folders: list[Path] = field(default_factory=list)
    #: What is drawn before the build begins, and the addresses that were asked for.
    early: str = ""
    asked: tuple[str, ...] = ()

    def first(self, folder: Path, urls: Iterable[str]) -> bool:
        self.asked = tuple(urls)
        return write_first(folder, dict.fromkeys(self.asked, f"<body>{self.early}</body>")) if self.early else False

    def __call__(self) -> None:
        config = MkDocsConfig()
        config.site_dir = str(self.folder)
        self.shown.put_aside(config)
        site = Path(config.site_dir)
        site.mkdir(parents=True)
        self.folders.append(site)
        self.begun.set()
        assert self.may_end.wait(PATIENCE)
        if self.breaks:
            raise self.breaks
        (site / "index.html").write_text(f"<body>{self.words}</body>")
        (site / "404.html").write_text("not there")


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[str, Builder, LiveReloadServer]]:
    """Address, builder and server, after the first build."""
    shown = Shown()
    builder = Builder(tmp_path / "site", shown)
    builder.may_end.set()
    builder()
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port = probe.getsockname()[1]
    server = LiveReloadServer(builder, HOST, port, str(tmp_path / "site"), polling_interval=0.05, shutdown_delay=0.05)
    shown.keep_answering(server, builder, builder.first)
    made = server.builder

    def told() -> None:
        made()
        builder.ended.set()

    server.builder = told
    server.build_delay = 0.01
    watched = tmp_path / "watched"
    watched.mkdir()
    server.watch(str(watched))
    loop = threading.Thread(target=server.serve, daemon=True)
    loop.start()
    end_of_patience = time.monotonic() + PATIENCE
    while not server.serve_thread.is_alive():
        assert time.monotonic() < end_of_patience
        time.sleep(0.01)
    yield f"http://{HOST}:{port}/", builder, server
    server.shutdown()
    loop.join(PATIENCE)
    shown.drop()
    assert not any(folder.exists() for folder in builder.folders)


def rebuild(builder: Builder, server: LiveReloadServer, words: str, breaks: Exception | None = None) -> None:
    """Begin a build that does not end before it may."""
    builder.words, builder.breaks = words, breaks
    for event in (builder.begun, builder.may_end, builder.ended):
        event.clear()
    with server._rebuild_cond:
        server._want_rebuild = True
        server._rebuild_cond.notify_all()
    assert builder.begun.wait(PATIENCE)


def end(builder: Builder) -> None:
    builder.may_end.set()
    assert builder.ended.wait(PATIENCE)


def told(server: LiveReloadServer) -> None:
    """Wait until the loop has told browsers of the build that has ended."""
    end_of_patience = time.monotonic() + PATIENCE
    while server._visible_epoch != server._wanted_epoch:
        assert time.monotonic() < end_of_patience
        time.sleep(0.01)


def get(address: str) -> str:
    with urllib.request.urlopen(address, timeout=PATIENCE / 4) as answer:
        return str(answer.read().decode())


def test_readers_get_the_last_good_page_until_the_new_one_is_whole(
    served: tuple[str, Builder, LiveReloadServer],
) -> None:
    address, builder, server = served
    assert "first" in get(address)

    for words, before in (("second", "first"), ("third", "second"), ("fourth", "third")):
        rebuild(builder, server, words)
        assert before in get(address)
        end(builder)
        assert words in get(address)

    # No more is kept than what is shown and the one before, from which somebody may still be answered.
    assert sum(folder.exists() for folder in builder.folders) == 2
    with pytest.raises(urllib.error.HTTPError) as gone:
        get(address + "nothing/")
    assert gone.value.code == 404
    assert gone.value.read() == b"not there"


def test_what_is_open_is_drawn_first_and_loaded_once(served: tuple[str, Builder, LiveReloadServer]) -> None:
    address, builder, server = served
    get(address)
    before = server._visible_epoch

    builder.early = "second"
    rebuild(builder, server, "second")
    assert builder.asked == ("",)
    assert "second" in get(address)  # while the build has not ended
    early = server._visible_epoch
    assert early > before
    end(builder)
    told(server)
    assert "second" in get(address)
    assert server._visible_epoch == early  # the same page: nobody loads it again

    # The whole build knows more than what was drawn first: then it is loaded again.
    builder.early = "third, alone"
    rebuild(builder, server, "third, with the others")
    end(builder)
    told(server)
    assert "third, with the others" in get(address)
    assert server._visible_epoch > early


@pytest.mark.parametrize("breaks", [Abort("The data have faults."), RuntimeError("a template broke")])
def test_a_build_that_breaks_leaves_the_last_good_page(
    breaks: Exception, served: tuple[str, Builder, LiveReloadServer], caplog: pytest.LogCaptureFixture
) -> None:
    address, builder, server = served

    rebuild(builder, server, "never", breaks)
    assert "first" in get(address)
    end(builder)
    assert "first" in get(address)
    assert "The last good pages stay up." in caplog.text
    assert not builder.folders[-1].exists()

    rebuild(builder, server, "mended")
    end(builder)
    assert "mended" in get(address)


def test_a_taken_port_is_told_before_anything_is_built(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.socket() as other:
        other.bind((HOST, 0))
        other.listen()
        port = other.getsockname()[1]
        monkeypatch.setenv("PORT", str(port))
        monkeypatch.delenv("LANGS", raising=False)

        assert main(["--root", str(ROOT), "serve"]) == 1

        told = capsys.readouterr().err
        assert told.startswith(f"Port {port} is taken")
        free = int(told.rpartition("make serve PORT=")[2])
        refuse_taken(free)
        with pytest.raises(WrongVariable):
            refuse_taken(port)


def test_the_port_asked_for_is_the_one_that_is_served(monkeypatch: pytest.MonkeyPatch) -> None:
    commands: list[list[str]] = []

    class Server(contextlib.nullcontext[Any]):
        def __init__(self, command: list[str], **_: object) -> None:
            super().__init__(self)
            commands.append(command)

        def wait(self) -> int:
            return 0

    monkeypatch.setattr("guide.publishing.commands.subprocess.Popen", Server)
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port = str(probe.getsockname()[1])
    monkeypatch.setenv("PORT", port)

    assert main(["--root", str(ROOT), "serve"]) == 0
    assert commands[0][-2:] == ["-a", f"127.0.0.1:{port}"]
