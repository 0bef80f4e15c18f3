"""The form of a file before YAML is read: size, encoding, tabs, signs that nobody sees."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from guide.model.fault import Fault
from guide.model.signs import invisible

#: Largest data file, in bytes. The biggest platform file has about 60 KB; anything above is a mistake.
LARGEST_FILE = 256 * 1024
#: What editors and systems leave beside a file: ``._x.yml``, ``.#x.yml``, ``#x.yml#``, ``x.yml~``, ``.x.yml.swp``.
_LEFT_BEHIND = (".", "#", "~")
_SWAP_ENDS = ("~", ".swp", ".swo", ".tmp", ".bak", ".orig", ".rej")


def left_behind(path: Path) -> bool:
    """Return whether an editor or a system left ``path`` behind: nobody wrote it for the guide."""
    return path.name.startswith(_LEFT_BEHIND) or path.name.endswith(_SWAP_ENDS)


def decoded(raw: bytes, file: str) -> tuple[str, list[Fault]]:
    """Return the text in ``raw`` and the faults of its form; with faults the text is not to be read further."""
    if len(raw) > LARGEST_FILE:
        message = f"the file has {len(raw)} bytes"
        return "", [Fault(file, 1, 1, "file-too-large", message, f"the most is {LARGEST_FILE}")]
    if raw.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        message = "the file starts with a byte-order mark"
        return "", [Fault(file, 1, 1, "byte-order-mark", message, "save it as UTF-8 without BOM")]
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line = before.count(b"\n") + 1
        column = len(before) - before.rfind(b"\n")
        return "", [Fault(file, line, column, "not-utf8", "this byte is not UTF-8", "save the file as UTF-8")]
    return text, [*_tabs(text, file), *_signs(text, file)]


def _tabs(text: str, file: str) -> Iterator[Fault]:
    for number, line in enumerate(text.split("\n"), 1):
        indent = line[: len(line) - len(line.lstrip(" \t"))]
        if "\t" in indent:
            message, mend = "a tab stands in the indent", "use two spaces for each level"
            yield Fault(file, number, indent.index("\t") + 1, "tab", message, mend)


def _signs(text: str, file: str) -> Iterator[Fault]:
    for position, name in invisible(text):
        line = text.count("\n", 0, position) + 1
        column = position - text.rfind("\n", 0, position)
        yield Fault(file, line, column, "invisible-sign", f"{name} stands here, which nobody sees", "delete it")
