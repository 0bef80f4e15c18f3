"""A page of the site: Markdown with complete front matter, independent of the renderer."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from guide.model.languages import Language


@dataclass(frozen=True, slots=True)
class Page:
    """A page in one language.

    ``path`` is its address without language, with a final slash (``facebook/doxxing/``; home is empty).
    ``tab`` is the neutral name that a browser tab and the history show (rule P17).
    ``edit`` is the file, and the line from 1, that its text comes from.
    ``words`` and ``headings`` are for the search page. ``lastmod`` is the newest check date. ``title_lang`` is the
    language of the title where that is not the page's own (it has no translation yet).
    """

    language: Language
    path: str
    kind: str
    title: str
    tab: str
    description: str
    body: str
    edit: tuple[str, int]
    words: str = ""
    headings: tuple[str, ...] = ()
    lastmod: str = ""
    stale: int = 0
    missing: int = 0
    listed: bool = True
    title_lang: str = ""
    meta: dict[str, Any] = field(default_factory=dict)

    @property
    def source(self) -> str:
        """The Markdown file of this page in its language's tree: ``facebook/doxxing.md``."""
        return f"{self.path}index.md" if self.path == "" or self.path.count("/") == 1 else f"{self.path.rstrip('/')}.md"

    @property
    def url(self) -> str:
        """The address of this page in the site: ``en/facebook/doxxing/``."""
        return self.language.folder + self.path

    def front_matter(self, languages: tuple[Language, ...]) -> dict[str, Any]:
        """Return everything that a renderer needs to know of this page beside its body."""
        return {
            "title": self.tab,
            "heading": self.title,
            "description": self.description,
            "lang": self.language.tag,
            "dir": self.language.direction,
            "kind": self.kind,
            "path": self.path,
            "edit": f"{self.edit[0]}#L{self.edit[1]}",
            "lastmod": self.lastmod,
            "stale": self.stale,
            "missing": self.missing,
            "alternates": {language.tag: language.folder + self.path for language in languages},
            **self.meta,
        }

    def markdown(self, languages: tuple[Language, ...]) -> str:
        """Return the file: front matter and body."""
        # JSON values are valid YAML, need no quoting rules of our own, and keep the order of the fields.
        front = "\n".join(
            f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in self.front_matter(languages).items()
        )
        return f"---\n{front}\n---\n\n{self.body}"
