"""The files of a revision of git, written into a folder so that they are read like those of the working tree."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

#: Modes of ordinary files; links and modules of other repositories are left out.
_FILES = (b"100644", b"100755")


class NoRevision(ValueError):
    """A revision that cannot be had; the message is a sentence to print."""


def export(root: Path, base: str, folder: Path) -> str:
    """Write data and hand-written pages of ``base`` into ``folder``, and return the revision's full name.

    Read file by file, as they are stored: an archive would leave out what ``.gitattributes`` says, and a checkout
    would run filters.

    Raises:
        NoRevision: when ``base`` names none, or ``root`` is no folder of a repository.
    """
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{base}^{{commit}}").decode().strip()
    if not commit:
        raise NoRevision(
            f"BASE: git knows no revision '{base}'. Write a branch, a tag or a commit, as in BASE=origin/main."
        )
    listed = _git(root, "ls-tree", "-r", "-z", commit, "--", "data", "docs")
    files: dict[Path, bytes] = {}
    for entry in filter(None, listed.split(b"\0")):
        head, _, name = entry.partition(b"\t")
        mode, _, digest = head.split(b" ")
        path = PurePosixPath(name.decode("utf-8", "replace"))
        if mode in _FILES and _read_here(path):
            files[folder / path] = digest
    for target, content in zip(files, _contents(root, files.values()), strict=True):
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    if not (folder / "data").is_dir():
        raise NoRevision(f"BASE: '{base}' has no folder 'data' here.")
    return commit


def _read_here(path: PurePosixPath) -> bool:
    """Return whether ``path`` is of those that hold what readers are told: records, and pages beside each other."""
    if ".." in path.parts or path.is_absolute():
        return False
    return (
        path.suffix in (".yml", ".yaml") if path.parts[0] == "data" else len(path.parts) == 2 and path.suffix == ".md"
    )


def _contents(root: Path, digests: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the content of each file: a line with its size, the bytes, a line end."""
    answer = _git(root, "cat-file", "--batch", asked=b"".join(digest + b"\n" for digest in digests))
    at = 0
    while at < len(answer):
        start = answer.index(b"\n", at) + 1
        at = start + int(answer[at:start].split()[2])
        yield answer[start:at]
        at += 1


def _git(root: Path, *arguments: str, asked: bytes = b"") -> bytes:
    """Return what git answers, also to what is ``asked`` line by line; nothing where it finds nothing."""
    try:
        done = subprocess.run(["git", *arguments], cwd=root, input=asked, capture_output=True, check=False)
    except FileNotFoundError:
        raise NoRevision("BASE: git is not installed here.") from None
    if done.returncode not in (0, 1):
        if b"not a git repository" in done.stderr:
            raise NoRevision("BASE: this folder is no repository of git, so there is nothing to compare with.")
        if arguments[0] == "rev-parse":
            return b""
        raise NoRevision(f"BASE: git could not read it: {done.stderr.decode('utf-8', 'replace').strip()!r}")
    return done.stdout
