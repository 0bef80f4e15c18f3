"""SHA256SUMS, the digest of every file of a site as ``sha256sum`` reads it, and modes that every server can read.

What is read here may come from somebody who wants a verifier to open other files: names are checked before any use.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

NAME = "SHA256SUMS"
#: More than any site of ours, and little enough to read from a stranger.
MOST_FILES, LONGEST_PATH = 20_000, 300
_LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")
#: What every path of ours looks like: no part begins with a dot, so that none leads out of its folder.
_PART = r"[A-Za-z0-9_][A-Za-z0-9._-]*"
_PATH = re.compile(rf"{_PART}(?:/{_PART})*")
_FILE, _FOLDER = 0o644, 0o755


class BadSums(ValueError):
    """A list of digests that cannot be used; the message says which line, and why."""


def seal(site: Path) -> None:
    """List every file of the built ``site`` with its digest, and let everybody read it, whatever the umask."""
    digests = digests_of(site)
    lines = [f"{digest}  {path}\n" for path, digest in digests.items()]
    (site / NAME).write_text("".join(lines), encoding="utf-8", newline="\n")
    site.chmod(_FOLDER)
    for path in site.rglob("*"):
        path.chmod(_FOLDER if path.is_dir() else _FILE)


def digests_of(folder: Path) -> dict[str, str]:
    """Return path in ``folder`` → digest of every file in it but the list itself, sorted by path."""
    return {path: digest(folder / path) for path in sorted(_paths(folder)) if path != NAME}


def digest(file: Path) -> str:
    """Return the SHA-256 of ``file``."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _paths(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*"):
        # A link could lead out of the folder; a site has none.
        if path.is_file() and not path.is_symlink():
            yield path.relative_to(folder).as_posix()


def read_sums(text: str) -> dict[str, str]:
    """Return path → digest from the text of a list.

    Raises:
        BadSums: for a line of another form, a path that no file of a site has (such as one that leads out of its
            folder), a path that comes twice, or more lines than any site has.
    """
    lines = text.removesuffix("\n").split("\n")
    if not text.strip():
        raise BadSums(f"{NAME} is empty.")
    if len(lines) > MOST_FILES:
        raise BadSums(f"{NAME} has more than {MOST_FILES} lines.")
    out: dict[str, str] = {}
    for number, line in enumerate(lines, start=1):
        found = _LINE.fullmatch(line)
        if not found:
            raise BadSums(f"{NAME}, line {number}: this is no digest and path.")
        path = found[2]
        if len(path) > LONGEST_PATH or not _PATH.fullmatch(path) or path == NAME:
            raise BadSums(f"{NAME}, line {number}: this path is none of a site of this guide.")
        if path in out:
            raise BadSums(f"{NAME}, line {number}: this path comes twice.")
        out[path] = found[1]
    return out
