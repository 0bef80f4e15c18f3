"""A server that answers while pages are made anew.

MkDocs empties the folder that it serves and lets every reader wait until the new pages stand there; after a build
that broke they wait for ever. Here each build has a folder of its own, which is shown when the build is whole.
"""

from __future__ import annotations

import logging
import shutil
import time
import traceback
from collections.abc import Callable, Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer, _timestamp

from guide_mkdocs.opened import Opened

log = logging.getLogger("mkdocs.guide")
#: Writes the pages at some addresses into the folder that is shown, and returns whether one has changed.
First = Callable[[Path, Iterable[str]], bool]


class Shown:
    """The folders of a server's builds: the one that is shown, and the one that is being made."""

    def __init__(self) -> None:
        self._builds = 0
        self._made = Path()
        self._kept: list[Path] = []
        self._opened = Opened()

    def put_aside(self, config: MkDocsConfig) -> None:
        """Let the build that begins write into a folder beside the one that is shown; the first one has its own."""
        if self._builds:
            config.site_dir = f"{config.site_dir}-{self._builds}"
        self._builds += 1
        self._made = Path(config.site_dir)

    def keep_answering(self, server: LiveReloadServer, builder: Callable[[], None], first: First) -> None:
        """Let ``server`` show the last good build until the next one is whole, whatever becomes of it.

        Pages that somebody has open do not wait so long: ``first`` writes them into what is shown.
        """
        self._kept.append(self._made)
        self._opened.listen(server)
        server.builder = lambda: self._rebuild(server, builder, first)
        server.error_handler = lambda code: _error_page(Path(server.root), code)

    def drop(self) -> None:
        """Delete every folder."""
        for folder in {*self._kept, self._made} if self._builds else ():
            shutil.rmtree(folder, ignore_errors=True)

    def _rebuild(self, server: LiveReloadServer, builder: Callable[[], None], first: First) -> None:
        start = time.monotonic()
        urls = self._opened.urls()
        # Readers wait while the build that is wanted is not the one that is shown: until it is there, nobody wants it.
        with server._epoch_cond:
            server._wanted_epoch = server._visible_epoch
            server._epoch_cond.notify_all()
        try:
            if first(Path(server.root), urls):
                _reload(server)
                log.info("What is open is shown anew after %.1f s; the other pages follow.", time.monotonic() - start)
            builder()
        except Exception as error:
            if isinstance(error, Abort):
                log.error(error.format_message())
            else:
                traceback.print_exc()
            log.error("The last good pages stay up. Mend the file, and they are made anew.")
            shutil.rmtree(self._made, ignore_errors=True)
            return
        # Whoever sees already what the whole build has written is not made to load it once more.
        seen = {*urls, *self._opened.urls()}
        same = bool(seen) and all(_content(Path(server.root), url) == _content(self._made, url) for url in seen)
        server.root = str(self._made)
        if not same:
            server._wanted_epoch = _timestamp()
        log.info("Pages made anew in %.1f s.", time.monotonic() - start)
        # The folder before stays for whoever is just being answered from it.
        while len(self._kept) > 1:
            shutil.rmtree(self._kept.pop(0), ignore_errors=True)
        self._kept.append(self._made)


def _reload(server: LiveReloadServer) -> None:
    """Let browsers load what they show again."""
    with server._epoch_cond:
        server._visible_epoch = server._wanted_epoch = _timestamp()
        server._epoch_cond.notify_all()


def _content(folder: Path, url: str) -> bytes:
    page = folder / url / "index.html"
    return page.read_bytes() if page.is_file() else b""


def _error_page(folder: Path, code: int) -> bytes | None:
    page = folder / f"{code}.html"
    return page.read_bytes() if page.is_file() else None
