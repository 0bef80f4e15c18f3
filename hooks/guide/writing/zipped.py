"""ZIP files whose bytes depend on nothing but what is in them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

#: Day that stands in the archive for every file: the oldest that a ZIP can hold, so that the same data give the
#: same bytes.
ZIP_DAY = (1980, 1, 1, 0, 0, 0)
#: An ordinary file that its owner may write and everybody may read; without it who unpacks as root shuts others out.
_MODE = 0o100644 << 16
#: What made the archive, so that the mode counts: Unix, wherever it was made.
_UNIX = 3


def zipped(folder: str, files: Iterable[tuple[str, bytes]]) -> bytes:
    """Return a ZIP with one folder.

    Args:
        folder: that the files stand in.
        files: name in the folder and content of each, in their order.
    """
    return packed((f"{folder}/{name}", content) for name, content in files)


def packed(files: Iterable[tuple[str, bytes]], first: tuple[str, bytes] | None = None) -> bytes:
    """Return a ZIP of ``files``, path and content of each; ``first`` stands before them and is not compressed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        if first:
            made.writestr(_entry(first[0], zipfile.ZIP_STORED), first[1])
        for path, content in files:
            made.writestr(_entry(path, zipfile.ZIP_DEFLATED), content)
    return out.getvalue()


def _entry(path: str, how: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(path, ZIP_DAY)
    entry.compress_type, entry.external_attr, entry.create_system = how, _MODE, _UNIX
    return entry
