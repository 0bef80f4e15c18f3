"""The pages that somebody has open while editing: after a save they are drawn first, the other hundreds follow.

What is drawn first is what the whole build will write, from the same data, by the same template.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.livereload import LiveReloadServer

from guide.book import Book
from guide.model.languages import Language
from guide_mkdocs.converted import Converted

#: How many pages are remembered: a few tabs, and what was read on the way.
MOST = 4


class Opened:
    """The addresses that were asked for last, newest first, such as ``en/facebook/``."""

    def __init__(self) -> None:
        self._urls: list[str] = []

    def listen(self, server: LiveReloadServer) -> None:
        """Remember every page that ``server`` is asked for."""
        answer = server.get_app()

        def heard(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
            path = str(environ["PATH_INFO"])
            if path.endswith("/") and not path.startswith("/livereload/"):
                self._note(path.strip("/") + "/" if path != "/" else "")
            return answer(environ, start_response)  # type: ignore[misc]

        server.set_app(heard)

    def _note(self, url: str) -> None:
        self._urls = [url, *(other for other in self._urls if other != url)][:MOST]

    def urls(self) -> tuple[str, ...]:
        """Return the addresses, newest first."""
        return tuple(self._urls)


class Drawn:
    """What a build has handed the template for each page, so that one page can be drawn again without the others."""

    def __init__(self) -> None:
        self._env: Environment | None = None
        self._contexts: dict[str, tuple[Language, dict[str, Any]]] = {}

    def begin(self, env: Environment) -> None:
        """Take the templates of a build."""
        self._env = env

    def keep(self, url: str, language: Language, context: dict[str, Any]) -> None:
        """Keep what the template of ``url``, a page in ``language``, was handed."""
        self._contexts[url] = language, context

    def again(self, url: str, book: Book, converted: Converted, around: Callable[..., dict[str, Any]]) -> str | None:
        """Return the page at ``url`` as ``book`` has it now; ``None`` where only a whole build can tell."""
        if url not in self._contexts or self._env is None:
            return None
        language, context = self._contexts[url]
        page = book.page(language, url.removeprefix(language.folder))
        if page is None:
            return None
        shown = _Shown(converted.html(page.body)[1], page.front_matter(book.languages))
        return self._env.get_template("main.html").render({**context, "page": shown, "g": around(page)})


class _Shown:
    """A page as the template reads it."""

    def __init__(self, content: str, meta: dict[str, Any]) -> None:
        self.content, self.meta = content, meta


def write_first(folder: Path, pages: dict[str, str]) -> bool:
    """Write ``pages`` (address → HTML) into ``folder`` and return whether any of them changed."""
    changed = False
    for url, html in pages.items():
        path, content = folder / url / "index.html", html.encode("utf-8", errors="xmlcharrefreplace")
        if path.is_file() and path.read_bytes() != content:
            path.write_bytes(content)
            changed = True
    return changed
