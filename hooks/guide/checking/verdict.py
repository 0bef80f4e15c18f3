"""What was found without a fault is not looked through again on the same day: a note in ``.cache/sound/``.

A note is named after everything that decides: the files, byte for byte, and the names of all that lie beside them, the
code that checks, the libraries that it reads with, the edition, the languages, and the day, since some rules are about
days. Faults are never noted. The folder may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from contextlib import suppress
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

from guide.model.clock import today
from guide.model.vocabulary import Edition

_CODE = Path(__file__).resolve().parent.parent
_LIBRARIES = ("babel", "markdown-it-py", "polib", "pydantic", "pyyaml")
#: Notes of branches that take turns stay; older ones go.
MOST = 40


class Verdicts:
    """Notes of what was found sound in the guide in ``root``."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._folder = root / ".cache" / "sound"

    def name(self, edition: Edition, languages: Iterable[str], private: Path | None) -> str:
        """Return the name of the note on the guide as it lies there now.

        Args:
            edition: what it refuses.
            languages: codes of those that are looked through.
            private: file of an organisation's own numbers, where there is one.
        """
        said = hashlib.sha256(f"{_checkers()} {today()} {edition} {sorted(languages)}".encode())
        beside = [path for name in ("data", "docs") for path in sorted((self._root / name).rglob("*"))]
        for path in [*beside, *([private] if private else [])]:
            said.update(os.path.relpath(path, self._root).encode() + b"\0")
            if path.is_file() and path.suffix in (".yml", ".yaml", ".po", ".md"):
                said.update(hashlib.sha256(path.read_bytes()).digest())
        return said.hexdigest()[:40]

    def stands(self, name: str) -> bool:
        """Return whether ``name`` was found sound."""
        return (self._folder / name).is_file()

    def note(self, name: str) -> None:
        """Note that ``name`` is sound, where the disk lets us: without a note it is looked through again."""
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            (self._folder / name).touch()
            notes = sorted(self._folder.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
            for path in notes[MOST:]:
                path.unlink(missing_ok=True)


@lru_cache(maxsize=1)
def _checkers() -> str:
    code = hashlib.sha256(" ".join(version(name) for name in _LIBRARIES).encode())
    for path in sorted(_CODE.rglob("*.py")):
        code.update(path.read_bytes())
    return code.hexdigest()
