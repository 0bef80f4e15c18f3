"""ZIP files whose bytes depend on nothing but what is in them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

#: Day that stands in the archive for every file: the oldest that a ZIP can hold, so that the same data give the
#: same bytes.
ZIP_DAY = (1980, 1, 1, 0, 0, 0)


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
            made.writestr(zipfile.ZipInfo(first[0], ZIP_DAY), first[1])
        for path, content in files:
            entry = zipfile.ZipInfo(path, ZIP_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            made.writestr(entry, content)
    return out.getvalue()
