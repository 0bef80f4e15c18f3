"""Made files kept by the digest of what they are made from: what has not changed is not made again."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from guide.model.system_error import sentence

#: Files that no run has used stay until there are this many times more than it used: branches take turns.
PATIENCE = 4
#: End of the name of a file that is being written. One as old as OLD seconds is what a killed build has left.
PART = ".part"
OLD = 3600


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
        """Keep a file, where the disk lets us: what is not kept is made again."""
        self._used.add(digest)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            # Written under a name of its own first: two builds at once, or two threads, never read half a file.
            with tempfile.NamedTemporaryFile(dir=self._folder, suffix=PART, delete=False) as part:
                name = Path(part.name)
                try:
                    part.write(content)
                    part.flush()
                    name.replace(self._folder / f"{digest}.{kind}")
                except OSError:
                    name.unlink(missing_ok=True)
                    raise
        except OSError as error:
            if not sentence(error):
                raise

    def used(self) -> frozenset[str]:
        """Return the digests that this run has asked for or kept."""
        return frozenset(self._used)

    def also_used(self, digests: Iterable[str]) -> None:
        """Count what another process of this run has used."""
        self._used.update(digests)

    def prune(self) -> None:
        """Delete what this run has not used, when there is much of it; only a run that used all it could may call this.

        What another build is just writing is left alone.
        """
        for part in self._folder.glob(f"*{PART}"):
            with suppress(OSError):
                if part.stat().st_mtime < time.time() - OLD:
                    part.unlink()
        stored = [path for path in self._folder.glob("*.*") if path.suffix != PART] if self._used else []
        if len({path.stem for path in stored}) > PATIENCE * len(self._used):
            for path in stored:
                if path.stem not in self._used:
                    path.unlink(missing_ok=True)
