"""The guide as one archive per language, to pass on by cable or card: it opens from a folder and asks nobody.

It is made from the built site: links lead to files and never to folders, and what is not in the archive is not linked.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from guide.book import Book
from guide.model.languages import Language
from guide.model.text import plain
from guide.writing.file_names import ARCHIVES, archive_path
from guide.writing.links import relative_path
from guide.writing.text_file import text_file
from guide.writing.zipped import zipped

#: What goes into an archive besides pages.
_KINDS = (".html", ".css", ".js", ".svg", ".txt", ".csv", ".ods")
#: The list of sheets to download: they are not in the archive.
_LEFT_OUT = "print/index.html"
#: Files of the whole site that serve nobody who reads from a folder.
_OF_THE_SITE = frozenset({"404.html", "robots.txt"})
_ADDRESS = re.compile(r'(?P<name> (?:href|src))="(?P<value>[^"]*)"')
#: Lines of the head that name addresses of the site in the net.
_HEAD = re.compile(r'<link rel="(?:canonical|alternate)"[^>]*>\n?')
#: An entry of a list that is nothing but a link whose target is not in the archive.
_LOST_ENTRY = re.compile(r"<li><a(?! href=)[^>]*data-lost[^>]*>.*?</a></li>\n?", re.S)
_LOST_MARK = " data-lost"


def archives(site: Path, book: Book, languages: Iterable[Language]) -> dict[str, bytes]:
    """Return the archive of each of ``languages`` of the built ``site`` and its SHA-256: path in the site → content."""
    out, built = {}, tuple(languages)
    for language in built:
        path = archive_path(language)
        others = [other.folder for other in built if other.folder and other != language]
        out[path] = archive(site, language, others, _readme(book, language))
        digest = hashlib.sha256(out[path]).hexdigest()
        out[f"{path}.sha256"] = f"{digest}  {posixpath.basename(path)}\n".encode("ascii")
    return out


def _readme(book: Book, language: Language) -> str:
    """Return how to open an archive, whether its pages hold private numbers, and which state of the guide it is."""
    catalogue, imprint = book.catalogue(language), book.imprint(language)
    names = ("offline-readme", *(("local-private",) if imprint.private else ()))
    lines = [*(plain(catalogue.interface[name].runs) for name in names), imprint.stamp_words(catalogue, language)]
    return "\n\n".join(line for line in lines if line)


def archive(site: Path, language: Language, others: list[str], readme: str) -> bytes:
    """Return the archive of ``language``; ``others`` are the folders of the other languages."""
    inside = dict(_inside(site, language, others))
    files = [("README.txt", text_file(readme + "\n"))]
    for source, target in inside.items():
        content = (site / source).read_bytes()
        if source.endswith(".html"):
            content = detached(content.decode(), source, inside).encode()
        files.append((target, content))
    return zipped("guia", files)


def _inside(site: Path, language: Language, others: list[str]) -> Iterator[tuple[str, str]]:
    """Yield path in the site and path in the archive of every file that goes in, pages of ``language`` at its root."""
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if path.suffix not in _KINDS or name in _OF_THE_SITE or name.startswith(ARCHIVES):
            continue
        if name.startswith("assets/"):
            yield name, name
        elif name == f"{language.folder}{_LEFT_OUT}":
            continue
        elif name.startswith(language.folder) and not any(name.startswith(folder) for folder in others):
            yield name, name.removeprefix(language.folder)


def detached(html: str, source: str, inside: Mapping[str, str]) -> str:
    """Return a page for the archive: every link leads to a file in it, to an outside address, or is none.

    Args:
        html: the page as built.
        source: its path in the site.
        inside: paths in the site → paths in the archive.
    """
    here = posixpath.dirname(inside[source])

    def moved(found: re.Match[str]) -> str:
        value = found["value"]
        if re.match(r"[a-z]+:|#", value):
            return found[0]
        path, mark, fragment = value.partition("#")
        target = posixpath.normpath(posixpath.join("/", posixpath.dirname(source), path)).lstrip("/")
        target = "index.html" if target in ("", ".") else target
        for wanted in (target, f"{target}/index.html"):
            if wanted in inside:
                return f'{found["name"]}="{relative_path(inside[wanted], here)}{mark}{fragment}"'
        return _LOST_MARK

    return _LOST_ENTRY.sub("", _ADDRESS.sub(moved, _HEAD.sub("", html))).replace(_LOST_MARK, "")
