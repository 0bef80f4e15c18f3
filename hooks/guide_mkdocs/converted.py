"""Converted pages, kept by content: a page whose Markdown has not changed costs no conversion.

The digest covers the Markdown body and what converts it (versions and options), so nothing stale is ever found.
"""

from __future__ import annotations

import hashlib
import inspect
import json
import sys
from collections.abc import Callable, Mapping
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import TableOfContents

from guide.writing.store import Store


class Converted:
    """HTML by the digest of its Markdown, in memory and in ``.cache/html/``."""

    def __init__(self, folder: Path, config: MkDocsConfig) -> None:
        self._store = Store(folder)
        self._known: dict[str, str] = {}
        made_by = [version(name) for name in ("markdown", "pymdown-extensions", "mkdocs")]
        options = json.dumps([config.markdown_extensions, config.mdx_configs], default=str, sort_keys=True)
        self._salt = f"{made_by}{options}".encode()
        self._extensions, self._options = config.markdown_extensions, config.mdx_configs or {}

    def digest(self, markdown: str) -> str:
        """Return the name under which the HTML of ``markdown`` is kept."""
        return hashlib.sha256(self._salt + markdown.encode()).hexdigest()[:40]

    def get(self, digest: str) -> str | None:
        """Return the HTML, or ``None`` when it is not known."""
        if digest not in self._known:
            content = self._store.get(digest, "html")
            if content is None:
                return None
            self._known[digest] = content.decode()
        return self._known[digest]

    def put(self, digest: str, html: str) -> None:
        """Keep ``html``."""
        self._known[digest] = html
        self._store.put(digest, "html", html.encode())

    @cached_property
    def _converter(self) -> Markdown:
        return Markdown(extensions=self._extensions, extension_configs=self._options)

    def html(self, markdown: str) -> tuple[str, str]:
        """Return the digest of ``markdown`` and its HTML, converted when it is not kept.

        The extensions are those of ``mkdocs.yml``. What MkDocs adds (links between files, anchors, a title found in the
        text) reads each page twice more, and finds nothing: our links are addresses, and tests read the built site.
        """
        # MkDocs and mkdocs-static-i18n take blank lines away at both ends.
        markdown = markdown.strip("\n")
        digest = self.digest(markdown)
        found = self.get(digest)
        if found is None:
            found = self._converter.reset().convert(markdown)
            self.put(digest, found)
        return digest, found

    def also(self, html: Mapping[str, str]) -> None:
        """Know what another process has converted and kept, by digest."""
        self._known.update(html)
        self._store.also_used(html)

    def let_go(self) -> None:
        """Forget what is in memory; what was kept is in the folder."""
        self._known.clear()

    def kept(self, source: str, make: Callable[[str], str]) -> str:
        """Return what ``make`` gives for ``source``, made once for the same source and code."""
        digest = self.digest(f"{make.__module__} {inspect.getsource(sys.modules[make.__module__])} {source}")
        found = self.get(digest)
        if found is None:
            found = make(source)
            self.put(digest, found)
        return found

    def prune(self) -> None:
        """Delete what this run has not used, when there is much of it."""
        self._store.prune()


class ConvertedPage(MkDocsPage):
    """A page that looks for its HTML among the converted ones before it converts."""

    converted: Converted

    @classmethod
    def put(cls, file: File, config: MkDocsConfig, converted: Converted) -> None:
        """Make the page of ``file``, before MkDocs makes an ordinary one."""
        page = cls(None, file, config)
        page.converted = converted

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 - MkDocs calls it
        """Convert the Markdown, or take the HTML that the same Markdown gave before."""
        assert self.markdown is not None
        self.content = self.converted.html(self.markdown)[1]
        self.toc = TableOfContents([])
        # Links are checked on the built site by our own tests, templates included; MkDocs has nothing to add.
        self.present_anchor_ids = set()
        self.links_to_anchors = {}
