"""Hand-written pages: ``docs/about.md`` is Spanish, ``docs/about.en.md`` its English.

A translation names the digest of the Spanish page that it translates; when that page has changed since, the
translation says so.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from guide.model.languages import SOURCE, Language
from guide.pages.page import Page

_FRONT = re.compile(r"\A---\n(.*?)\n---\n(.*)\Z", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Prose:
    """A hand-written page in one language."""

    name: str
    front: dict[str, Any]
    body: str
    lines_before_body: int
    digest: str


def read_prose(path: Path) -> Prose:
    """Return the page in ``path``; raises ValueError when it has no front matter."""
    text = path.read_text(encoding="utf-8")
    found = _FRONT.match(text)
    if not found:
        raise ValueError(f"{path.name} has no front matter")
    front = yaml.safe_load(found.group(1))
    return Prose(
        path.name.split(".")[0],
        front,
        found.group(2).lstrip("\n"),
        found.group(1).count("\n") + 3,
        hashlib.sha256(found.group(2).strip().encode()).hexdigest()[:12],
    )


def prose_pages(docs: Path, language: Language) -> list[Page]:
    """Return the hand-written pages of ``docs`` in ``language``; the Spanish one where no translation exists."""
    pages = []
    for path in sorted(docs.glob("*.md")):
        if path.name.count(".") > 1:
            continue
        spanish = read_prose(path)
        own_path = path.with_name(f"{path.stem}.{language.code}.md")
        fallback = language.code != SOURCE and not own_path.is_file()
        own = spanish if language.code == SOURCE or fallback else read_prose(own_path)
        stale = own is not spanish and own.front.get("translates") != spanish.digest
        file = path if own is spanish else own_path
        pages.append(
            Page(
                language=language,
                path=f"{path.stem}/",
                kind="prose",
                title=str(own.front["title"]),
                title_lang=SOURCE if fallback else "",
                tab=str(own.front["tab"]),
                description=str(own.front["description"]),
                body=own.body,
                edit=(f"docs/{file.name}", own.lines_before_body),
                words=str(own.front.get("words", "")),
                lastmod=str(spanish.front.get("checked", "")),
                meta={"content_lang": SOURCE} if fallback else {},
                stale=int(stale),
                missing=int(fallback),
            )
        )
    return pages
