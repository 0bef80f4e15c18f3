"""A published site is compared with our own: what differs is named, and no server leads a verifier astray."""

from __future__ import annotations

import http.server
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from guide.__main__ import main
from guide.publishing import build_record, sums
from guide.publishing.build_record import BuildRecord
from guide.publishing.published import MOST_REDIRECTS, FolderOf, ServerOf, Unreachable

Verify = Callable[[str], tuple[int, str, str]]
#: Status, headers, content.
Answer = tuple[int, dict[str, str], bytes]
COMMIT = "0123456789abcdef0123456789abcdef01234567"
RECORD = BuildRecord("0.1.0", COMMIT, changed=False, epoch=1795996800)
FILES = {"index.html": b"home", "urgent/index.html": b"call", "offline/guia-es.zip": b"PK" * 5000}


def made(folder: Path, record: BuildRecord = RECORD, **other: bytes) -> Path:
    """Write a small site."""
    for path, content in {**FILES, **other}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    (folder / build_record.NAME).write_text(build_record.written(record))
    sums.seal(folder)
    return folder


@dataclass
class Server:
    """A server of a folder, which answers some paths in its own way."""

    folder: Path
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    connections: set[object] = field(default_factory=set)
    address: str = ""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """The published site, served below a path, with connections that stay open."""
    served = Server(made(tmp_path / "published"))

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
            pass

        def do_GET(self) -> None:
            path = self.path.removeprefix("/guide/")
            served.asked.append((path, str(self.headers["User-Agent"])))
            served.connections.add(self.client_address)
            file = served.folder / path
            usual: Answer = (200, {}, file.read_bytes()) if file.is_file() else (404, {}, b"x")
            status, headers, content = served.answers.get(path, usual)
            self.send_response(status)
            for name, value in {"Content-Length": str(len(content)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

    listening = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=listening.serve_forever, args=(0.01,), daemon=True).start()
    served.address = f"http://127.0.0.1:{listening.server_port}/guide/"
    yield served
    listening.shutdown()
    listening.server_close()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder in which ``site/`` was built."""
    made(tmp_path / "project" / "site")
    return tmp_path / "project"


@pytest.fixture
def verify(project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Verify:
    """Run the command on a source, and return its status and what it printed."""

    def run(source: str) -> tuple[int, str, str]:
        monkeypatch.setenv("FROM", source)
        status = main(["--root", str(project), "verify"])
        told = capsys.readouterr()
        return status, told.out, told.err

    return run


@pytest.mark.parametrize("kind", ["folder", "server"])
def test_the_same_site_is_the_same(verify: Verify, server: Server, kind: str) -> None:
    status, out, _ = verify(str(server.folder) if kind == "folder" else server.address)

    assert status == 0
    assert "The same" in out
    if kind == "server":
        assert {agent for _, agent in server.asked} == {"reporting-guide-verify"}
        assert len(server.connections) == 1
        assert len(server.asked) == len({path for path, _ in server.asked}) + 1  # the record: read, then compared


@pytest.mark.parametrize("kind", ["folder", "server"])
def test_what_differs_is_missing_or_besides_is_named(verify: Verify, server: Server, kind: str) -> None:
    (server.folder / "index.html").write_bytes(b"evil")
    (server.folder / "urgent/index.html").unlink()
    (server.folder / "track.js").write_bytes(b"x")
    sums.seal(server.folder)
    (server.folder / "offline/guia-es.zip").write_bytes(b"PK" * 5001)

    status, out, err = verify(str(server.folder) if kind == "folder" else server.address)

    assert status == 1
    assert out.splitlines() == [
        "differs       index.html",
        "differs       offline/guia-es.zip",
        "missing       urgent/index.html",
        "besides       track.js",
        "listed wrong  offline/guia-es.zip",
    ]
    assert "5 differences" in err


def test_a_list_that_leaves_out_a_changed_file_hides_nothing(verify: Verify, server: Server) -> None:
    lines = (server.folder / sums.NAME).read_text().splitlines(keepends=True)
    (server.folder / sums.NAME).write_text("".join(line for line in lines if "urgent" not in line))
    (server.folder / "urgent/index.html").write_bytes(b"evil")

    status, out, _ = verify(server.address)

    assert status == 1
    assert "differs       urgent/index.html" in out


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        (sums.NAME, b"", "SHA256SUMS is empty"),
        (sums.NAME, b"0" * 64 + b"  ../../etc/passwd\n", "none of a site"),
        (build_record.NAME, b"[]", "not what a build"),
        (build_record.NAME, build_record.written(BuildRecord("1", "", changed=False, epoch=1)).encode(), "nobody can"),
        (
            build_record.NAME,
            build_record.written(BuildRecord("1", COMMIT, changed=True, epoch=1)).encode(),
            "nobody can",
        ),
    ],
)
def test_a_site_that_says_nothing_true_of_itself_is_not_compared(
    verify: Verify, server: Server, name: str, content: bytes, told: str
) -> None:
    (server.folder / name).write_bytes(content)

    status, out, err = verify(server.address)

    assert (status, out) == (2, "")
    assert told in err


def test_another_commit_or_setting_is_told_with_the_command_that_builds_the_same(
    verify: Verify, server: Server
) -> None:
    other = BuildRecord("0.2.0", "f" * 40, changed=False, epoch=1, settings={"SITE_URL": "https://guia.org/"})
    made(server.folder, other)

    status, _, err = verify(server.address)

    assert status == 2
    assert f"git checkout {'f' * 40}\n  SITE_URL='https://guia.org/' SOURCE_DATE_EPOCH=1 make site" in err


def test_without_a_site_of_our_own_it_says_how_to_build_one(verify: Verify, server: Server, project: Path) -> None:
    shutil.rmtree(project / "site")
    status, _, err = verify(server.address)

    assert status == 2
    assert f"git checkout {COMMIT}" in err


@pytest.mark.parametrize("source", ["", "http://guide.example/", "ftp://guide.example/", "https://a.example/?x=1"])
def test_an_address_that_is_none_is_told(verify: Verify, source: str) -> None:
    status, _, err = verify(source)

    assert status == 2
    assert err.startswith("FROM:")


def test_a_redirect_is_followed_on_the_same_server_only(server: Server) -> None:
    there = ServerOf(server.address)
    server.answers["a"] = (308, {"Location": "index.html"}, b"moved")
    assert there.read("a", 10) == b"home"

    for location in ("https://evil.example/", "//evil.example/x", server.address.replace("127.0.0.1", "127.0.0.2")):
        server.answers["b"] = (302, {"Location": location}, b"")
        with pytest.raises(Unreachable, match="another host"):
            there.read("b", 10)
    server.answers["c"] = (302, {"Location": "c"}, b"")
    with pytest.raises(Unreachable, match="circles"):
        there.read("c", 10)
    assert [path for path, _ in server.asked].count("c") == MOST_REDIRECTS + 1


def test_no_more_is_read_than_was_asked_for(server: Server) -> None:
    server.answers["index.html"] = (200, {}, b"x" * 5_000_000)
    there = ServerOf(server.address)

    assert there.read("index.html", 4) == b"x" * 5
    assert there.read("urgent/index.html", 4) == b"call"
    assert FolderOf(server.folder).read("offline/guia-es.zip", 4) == b"PKPKP"


def test_a_server_that_cannot_answer_is_no_difference(verify: Verify, server: Server) -> None:
    server.answers["urgent/index.html"] = (503, {}, b"later")
    status, _, err = verify(server.address)
    assert (status, "503" in err) == (2, True)

    # Half an answer: the connection ends before the length that was told.
    server.answers["urgent/index.html"] = (200, {"Content-Length": "9", "Connection": "close"}, b"ca")
    status, out, err = verify(server.address)
    assert (status, out) == (2, "")
    assert "urgent/index.html: the answer broke off" in err


def test_a_link_in_a_folder_leads_no_verifier_out_of_it(verify: Verify, server: Server, tmp_path: Path) -> None:
    (tmp_path / "home").write_bytes(b"home")
    (server.folder / "index.html").unlink()
    (server.folder / "index.html").symlink_to(tmp_path / "home")
    status, out, _ = verify(str(server.folder))

    assert status == 1
    assert "missing       index.html" in out
