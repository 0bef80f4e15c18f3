"""Shows as pictures which sheets and trees change between two built sites: before and now, to look at side by side.

Usage: pictures.py OLD_SITE NEW_SITE FOLDER. Writes PNG files and a list, README.md; sheets in A4 only.
"""

from __future__ import annotations

import http.server
import os
import re
import shutil
import struct
import sys
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pypdfium2
from playwright.sync_api import Browser, sync_playwright

#: Kinds of pages whose picture tells more than a comparison of lines.
KINDS = ("tree", "tree-picture", "escalate")
#: More pictures than somebody looks at; the rest are only listed.
MOST = 60
_KIND = re.compile(r'<body class="[^"]*\bkind-([\w-]+)')
#: What changes with every commit, such as the foot of a page, stands outside.
_MAIN = re.compile(r"<main.*</main>", re.S)


def changed_sheets(old: Path, new: Path) -> list[str]:
    """Return the paths of sheets that are in one site only, or whose bytes differ."""
    names = {path.relative_to(site).as_posix() for site in (old, new) for path in site.rglob("print/*-a4.pdf")}
    return sorted(name for name in names if _content(old / name) != _content(new / name))


def changed_trees(old: Path, new: Path) -> list[str]:
    """Return the paths of trees whose own text differs, or that are in one site only."""
    names = {
        path.relative_to(site).as_posix()
        for site in (old, new)
        for path in site.rglob("index.html")
        if (found := _KIND.search(path.read_text(encoding="utf-8"))) and found[1] in KINDS
    }
    return sorted(name for name in names if _main(old / name) != _main(new / name))


def _content(file: Path) -> bytes:
    return file.read_bytes() if file.is_file() else b""


def _main(file: Path) -> str:
    found = _MAIN.search(file.read_text(encoding="utf-8")) if file.is_file() else None
    return found[0] if found else ""


def sheet_pictures(file: Path) -> Iterator[bytes]:
    """Yield each page of a sheet as PNG."""
    for page in pypdfium2.PdfDocument(file):
        bitmap = page.render(scale=1.5, rev_byteorder=True)
        yield png(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))


def png(width: int, height: int, stride: int, rows: bytes) -> bytes:
    """Return a picture of 24-bit colours as PNG (ISO/IEC 15948): three chunks are all that it needs."""
    lines = b"".join(b"\0" + rows[y * stride : y * stride + 3 * width] for y in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(lines)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Print nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve ``site`` on this machine alone, and yield its address."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def tree_picture(browser: Browser, address: str) -> bytes:
    """Return the whole page at ``address`` as PNG, as on a computer, without scripts: every question shows."""
    context = browser.new_context(viewport={"width": 900, "height": 700}, java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    # A question shows when it is chosen; on paper they all do.
    page.emulate_media(media="print")
    picture = page.screenshot(full_page=True)
    context.close()
    return picture


def draw(old: Path, new: Path, out: Path, browser: Browser) -> list[str]:
    """Write the pictures into ``out``, and return the lines of their list."""
    lines = []
    for name in changed_sheets(old, new):
        lines.append(f"- {_what(old, new, name)}")
        for site, when in ((old, "before"), (new, "now")):
            if (site / name).is_file() and len(lines) <= MOST:
                for number, picture in enumerate(sheet_pictures(site / name), start=1):
                    _write(out, f"{name.removesuffix('.pdf')}-{number}-{when}.png", picture)
    with served(old) as before, served(new) as now:
        for name in changed_trees(old, new):
            lines.append(f"- {_what(old, new, name)}")
            for site, address, when in ((old, before, "before"), (new, now, "now")):
                if (site / name).is_file() and len(lines) <= MOST:
                    _write(out, f"{name.removesuffix('/index.html')}-{when}.png", tree_picture(browser, address + name))
    return lines


def _what(old: Path, new: Path, name: str) -> str:
    if not (old / name).is_file():
        return f"{name}: new"
    return f"{name}: changed" if (new / name).is_file() else f"{name}: gone"


def _write(out: Path, name: str, content: bytes) -> None:
    (out / name).parent.mkdir(parents=True, exist_ok=True)
    (out / name).write_bytes(content)


def main() -> int:
    """Draw what changes, and print the list."""
    old, new, out = (Path(argument) for argument in sys.argv[1:4])
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    flags = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ["CHROMIUM"], args=flags)
        lines = draw(old, new, out, browser)
        browser.close()
    words = lines or ["No sheet and no tree changes."]
    (out / "README.md").write_text("\n".join(words) + "\n", encoding="utf-8")
    print("\n".join(words))
    return 0


if __name__ == "__main__":
    sys.exit(main())
