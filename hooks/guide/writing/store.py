"""Made files kept by the digest of what they are made from: what has not changed is not made again."""

from __future__ import annotations

import tempfile
from pathlib import Path

#: Files that no run has used stay until there are this many times more than it used: branches take turns.
PATIENCE = 4


class Store:
    """A folder of files named ``<digest>.<kind>``. It may be deleted at any time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._used: set[str] = set()

    def get(self, digest: str, kind: str) -> bytes | None:
        """Return the file, or ``None`` when it is not there."""
        self._used.add(digest)
        path = self._folder / f"{digest}.{kind}"
        return path.read_bytes() if path.is_file() else None

    def put(self, digest: str, kind: str, content: bytes) -> None:
        """Keep a file."""
        self._used.add(digest)
        self._folder.mkdir(parents=True, exist_ok=True)
        # Written under a name of its own first: two builds at once, or two threads, never read half a file.
        with tempfile.NamedTemporaryFile(dir=self._folder, suffix=".part", delete=False) as part:
            part.write(content)
        Path(part.name).replace(self._folder / f"{digest}.{kind}")

    def prune(self) -> None:
        """Delete what this run has not used, when there is much of it; only a run that used all it could may call this.

        What another build is just writing is left alone.
        """
        stored = [path for path in self._folder.glob("*.*") if path.suffix != ".part"] if self._used else []
        if len({path.stem for path in stored}) > PATIENCE * len(self._used):
            for path in stored:
                if path.stem not in self._used:
                    path.unlink(missing_ok=True)
